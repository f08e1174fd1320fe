//! All changes that were ever made: what, when, where, to which records, field by field; any of them can be taken back.
//!
//! `changes` is the list, which the page of a customer shows too; `change`, `inside` and `record` go from the whole to the field,
//! `values` puts what stands in the journal into words.

mod change;
mod changes;
mod filters;
mod inside;
mod record;
mod values;

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::{
        components::{Button, EmptyState, Icon, Page, PageHeader},
        history_query::HistoryQuery,
        route::Route,
        router::Router,
    },
};

use filters::Filters;

pub use changes::{Asked, Changes};

/// The page.
#[component]
pub fn HistoryPage() -> impl IntoView {
    let i18n = use_i18n();
    let router = Router::expect();
    let query = Memo::new(move |before: Option<&HistoryQuery>| match router.route() {
        Route::History(query) => *query,
        // Between leaving the page and its going.
        _ => before.cloned().unwrap_or_default(),
    });
    let clear = move |()| router.replace(Route::History(Box::default()));
    view! {
        <Page>
            <PageHeader
                title=move || t_string!(i18n, history.title).to_owned()
                lead=Signal::derive(move || t_string!(i18n, history.lead).to_owned())
            />
            <Filters query/>
            <Changes
                by_day=true
                asked=Signal::derive(move || Asked::of(query.get()))
                empty=move || {
                    if !query.get().has_filter() {
                        let title = move || t_string!(i18n, history.no_history).to_owned();
                        return view! { <EmptyState icon=Icon::Clock title/> }.into_any();
                    }
                    view! {
                        <EmptyState
                            icon=Icon::Search
                            title=move || t_string!(i18n, history.nothing).to_owned()
                            text=Signal::derive(move || t_string!(i18n, history.nothing_text).to_owned())
                        >
                            <Button label=move || t_string!(i18n, history.clear).to_owned() on_press=clear/>
                        </EmptyState>
                    }
                    .into_any()
                }
            />
        </Page>
    }
}
