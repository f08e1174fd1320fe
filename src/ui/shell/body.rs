//! The page of the address, or how far the opening of the workspace is.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::address,
    state::{Phase, Workspace},
    ui::{
        commands::Place,
        components::{Button, ButtonKind, EmptyState, Icon, LinkButton, Progress},
        later,
        pages::customers::CustomersPage,
        route::{DataTab, Route},
        router::Router,
        words,
    },
};

/// What the body shows; filters and tabs do not change it, so that a page stays while they do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Opening,
    Failed,
    Customers,
    NewCustomer,
    Customer,
    Orders,
    Products,
    Deals,
    Today,
    Tasks,
    Promises,
    Insights,
    Abc,
    Rfm,
    Data,
    Import,
    History,
    Preferences,
    Start,
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
            Route::Orders(_) | Route::Order(_) => Shown::Orders,
            Route::Products(_) | Route::NewProduct | Route::Product(_) => Shown::Products,
            Route::Deals(_) | Route::Deal(_) => Shown::Deals,
            Route::Today => Shown::Today,
            Route::Tasks(_) | Route::Task(_) => Shown::Tasks,
            Route::Promises(_) | Route::Promise(_) => Shown::Promises,
            Route::Insights(_) => Shown::Insights,
            Route::Abc => Shown::Abc,
            Route::Rfm => Shown::Rfm,
            Route::Data(DataTab::Overview) => Shown::Data,
            Route::Data(DataTab::Import) => Shown::Import,
            Route::History(_) => Shown::History,
            Route::Preferences => Shown::Preferences,
            Route::Start(_) => Shown::Start,
            Route::NotFound => Shown::NotFound,
        },
    });
    move || match shown.get() {
        Shown::Opening => view! { <Opening/> }.into_any(),
        Shown::Failed => view! { <Failed/> }.into_any(),
        Shown::Customers => view! { <CustomersPage/> }.into_any(),
        Shown::NewCustomer => later::page(later::load_new_customer, later::new_customer),
        Shown::Customer => later::page(later::load_customer, later::customer),
        Shown::Orders => later::page(later::load_orders, later::orders),
        Shown::Products => later::page(later::load_products, later::products),
        Shown::Deals => later::page(later::load_deals, later::deals),
        Shown::Today => later::page(later::load_today, later::today),
        Shown::Tasks => later::page(later::load_tasks, later::tasks),
        Shown::Promises => later::page(later::load_promises, later::promises),
        Shown::Insights => later::page(later::load_insights, later::insights),
        Shown::Abc => later::page(later::load_abc, later::abc),
        Shown::Rfm => later::page(later::load_rfm, later::rfm),
        Shown::Data => later::page(later::load_data, later::data),
        Shown::Import => later::page(later::load_import, later::import),
        Shown::History => later::page(later::load_history, later::history),
        Shown::Preferences => later::page(later::load_preferences, later::preferences),
        Shown::Start => later::page(later::load_start, later::start),
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
