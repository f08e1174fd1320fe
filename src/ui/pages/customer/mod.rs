//! The page of one customer, seen from all sides: every process starts and ends here.
//!
//! `head` says who it is and what can be done; `overview`, `orders` and `history` are the tabs, `form` the fourth, which is the
//! page of a new customer as well. What is typed becomes records in the `draft` files, which know no browser.

mod amounts;
mod delete;
mod desk;
pub(super) mod form;
mod head;
mod history;
mod labels;
mod merge;
mod missing;
mod order_form;
mod orders;
mod overview;
mod partial;
mod reach;
mod rows;
mod standing;
mod wrong;

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Breadcrumb, Crumb, Page, Tab as TabLink, Tabs},
        route::{Route, Tab},
        router::Router,
    },
};

use delete::DeleteDialog;
use desk::Desk;
use form::PartyForm;
use head::Head;
use history::HistoryTab;
use missing::Missing;
use order_form::OrderDialog;
use orders::OrdersTab;
use overview::Overview;

/// The page of the customer of the address.
#[component]
pub fn CustomerPage() -> impl IntoView {
    let router = Router::expect();
    let workspace = Workspace::expect();
    let place = Memo::new(move |_| match router.route() {
        Route::Customer(id, tab) => Some((id, tab)),
        _ => None,
    });
    let id = Memo::new(move |_| place.get().map(|(id, _)| id));
    let tab = Memo::new(move |_| place.get().map(|(_, tab)| tab).unwrap_or_default());
    let is_there =
        Memo::new(move |_| id.get().is_some_and(|id| workspace.read(&[Kind::Party], |book| book.get(id).is_some())));
    move || {
        // Between leaving the page and its going there is no customer.
        let id = id.get()?;
        Some(if is_there.get() { view! { <Present id tab/> }.into_any() } else { view! { <Missing id/> }.into_any() })
    }
}

/// A customer who is there.
#[component]
fn Present(id: Id<Party>, tab: Memo<Tab>) -> impl IntoView {
    let workspace = Workspace::expect();
    let router = Router::expect();
    let desk = Desk::open(id);
    // The last state stays while the page goes, so that nothing below has to know of a customer who is not there.
    let party = Memo::new(move |old: Option<&Party>| {
        let now = workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data.clone()));
        now.or_else(|| old.cloned()).unwrap_or_default()
    });
    view! {
        <Page>
            <WayBack/>
            <Head id party tab/>
            <TabLine id tab/>
            {move || match tab.get() {
                Tab::Overview => view! { <Overview id party/> }.into_any(),
                Tab::Orders => view! { <OrdersTab id/> }.into_any(),
                Tab::History => view! { <HistoryTab id/> }.into_any(),
                Tab::Edit => {
                    let leave = move |()| router.go(&Route::Customer(id, Tab::Overview));
                    view! { <PartyForm id party=party.get_untracked() on_saved=leave on_cancel=leave/> }.into_any()
                }
            }}
        </Page>
        <OrderDialog desk/>
        <DeleteDialog desk/>
    }
}

/// The way back to the list, with the filters that it had.
#[component]
pub(super) fn WayBack() -> impl IntoView {
    let i18n = use_i18n();
    let router = Router::expect();
    view! {
        <Breadcrumb
            label=move || t_string!(i18n, common.way_back).to_owned()
            crumbs=Signal::derive(move || vec![Crumb {
                href: Route::Customers(router.list().get()).to_string(),
                label: t_string!(i18n, common.customers).to_owned(),
            }])
        />
    }
}

/// The tabs, each with its address.
#[component]
fn TabLine(id: Id<Party>, tab: Memo<Tab>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let orders = Signal::derive(move || workspace.read(&[Kind::Order], |book| book.orders_of(id).len()).to_string());
    let href = move |tab| Route::Customer(id, tab).to_string();
    let is = move |other| Signal::derive(move || tab.get() == other);
    view! {
        <Tabs label=move || t_string!(i18n, customer.tabs).to_owned()>
            <TabLink
                href=href(Tab::Overview)
                label=move || t_string!(i18n, customer.tab_overview).to_owned()
                current=is(Tab::Overview)
            />
            <TabLink
                href=href(Tab::Orders)
                label=move || t_string!(i18n, customer.tab_orders).to_owned()
                current=is(Tab::Orders)
                count=orders
            />
            <TabLink
                href=href(Tab::History)
                label=move || t_string!(i18n, customer.tab_history).to_owned()
                current=is(Tab::History)
            />
            <TabLink href=href(Tab::Edit) label=move || t_string!(i18n, common.edit).to_owned() current=is(Tab::Edit)/>
        </Tabs>
    }
}
