//! The page of the address, or how far the opening of the workspace is.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::address,
    state::{Phase, Workspace},
    ui::{
        components::{Button, ButtonKind, EmptyState, Icon, LinkButton, Progress},
        pages::{
            abc::AbcPage, customer::CustomerPage, customers::CustomersPage, data::DataPage, import::ImportPage,
            new_customer::NewCustomerPage, preferences::PreferencesPage, rfm::RfmPage,
        },
        route::{DataTab, Route},
        router::Router,
        words,
    },
};

use super::place::Place;

/// What the body shows; filters and tabs do not change it, so that a page stays while they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Opening,
    Failed,
    Customers,
    NewCustomer,
    Customer,
    Abc,
    Rfm,
    Data,
    Import,
    Preferences,
    NotFound,
}

/// What is shown.
#[component]
pub(super) fn Body() -> impl IntoView {
    let router = Router::expect();
    let workspace = Workspace::expect();
    let shown = Memo::new(move |_| match workspace.phase() {
        Phase::Opening { .. } => Shown::Opening,
        Phase::Failed(_) => Shown::Failed,
        Phase::Ready | Phase::Stopped(_) => match router.route() {
            Route::Customers(_) => Shown::Customers,
            Route::NewCustomer => Shown::NewCustomer,
            Route::Customer(..) => Shown::Customer,
            Route::Abc => Shown::Abc,
            Route::Rfm => Shown::Rfm,
            Route::Data(DataTab::Overview) => Shown::Data,
            Route::Data(DataTab::Import) => Shown::Import,
            Route::Preferences => Shown::Preferences,
            Route::NotFound => Shown::NotFound,
        },
    });
    move || match shown.get() {
        Shown::Opening => view! { <Opening/> }.into_any(),
        Shown::Failed => view! { <Failed/> }.into_any(),
        Shown::Customers => view! { <CustomersPage/> }.into_any(),
        Shown::NewCustomer => view! { <NewCustomerPage/> }.into_any(),
        Shown::Customer => view! { <CustomerPage/> }.into_any(),
        Shown::Abc => view! { <AbcPage/> }.into_any(),
        Shown::Rfm => view! { <RfmPage/> }.into_any(),
        Shown::Data => view! { <DataPage/> }.into_any(),
        Shown::Import => view! { <ImportPage/> }.into_any(),
        Shown::Preferences => view! { <PreferencesPage/> }.into_any(),
        Shown::NotFound => view! { <NotFound/> }.into_any(),
    }
}

#[component]
fn Opening() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let counts = Signal::derive(move || match workspace.phase() {
        Phase::Opening { done, total } => (done, total),
        _ => (0, 0),
    });
    view! {
        <Progress
            label=Signal::derive(move || t_string!(i18n, common.loading).to_string())
            value=Signal::derive(move || {
                let (done, total) = counts.get();
                (total > 0).then(|| f64::from(done) / f64::from(total))
            })
            detail=Signal::derive(move || {
                let (done, total) = counts.get();
                if total == 0 { String::new() } else { t_string!(i18n, common.loading_pages, done = done, total = total) }
            })
        />
    }
}

#[component]
fn Failed() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let reload = Callback::new(|()| address::reload());
    let text = Signal::derive(move || match workspace.phase() {
        Phase::Failed(error) => words::open_error(i18n.get_locale(), &error),
        _ => String::new(),
    });
    view! {
        <EmptyState
            is_page=true
            icon=Icon::Error
            title=Signal::derive(move || t_string!(i18n, common.storage_failed_title).to_string())
            text
        >
            <Button
                kind=ButtonKind::Primary
                label=Signal::derive(move || t_string!(i18n, common.reload).to_string())
                on_press=reload
            />
        </EmptyState>
    }
}

#[component]
fn NotFound() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <EmptyState is_page=true icon=Icon::Search title=Signal::derive(move || t_string!(i18n, common.not_found).to_string())>
            <LinkButton
                href=Place::Customers.route().to_string()
                label=Signal::derive(move || t_string!(i18n, common.to_customers).to_string())
            />
        </EmptyState>
    }
}
