//! The page of a new customer: the form of a customer, empty.

use leptos::prelude::*;

use crate::{
    domain::party::Party,
    i18n::{t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{Page, PageHeader, PageKind},
        route::{Route, Tab},
        router::Router,
    },
};

use super::customer::{WayBack, form::PartyForm};

/// The page.
#[component]
pub fn NewCustomerPage() -> impl IntoView {
    let i18n = use_i18n();
    let router = Router::expect();
    let id = Workspace::expect().new_id(clock::now());
    view! {
        <Page kind=PageKind::Reading>
            <WayBack/>
            <PageHeader title=move || t_string!(i18n, customer.new_title).to_owned()/>
            <PartyForm
                id
                party=Party::customer("")
                is_new=true
                focus=true
                on_saved=move |stay: bool| {
                    router.go(&Route::Customer(id, if stay { Tab::Edit } else { Tab::Overview }));
                }
                on_cancel=move |()| router.go(&Route::Customers(router.list().get_untracked()))
            />
        </Page>
    }
}
