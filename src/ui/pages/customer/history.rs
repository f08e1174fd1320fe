//! What was changed about a customer, orders, notes and connections included, field by field; any change can be taken back.

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party},
    i18n::{t_string, use_i18n},
    state::About,
    ui::{
        components::{EmptyState, Icon},
        history_query::HistoryQuery,
        pages::history::{Asked, Changes},
    },
};

/// The tab.
#[component]
pub fn HistoryTab(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let asked = Asked { about: About::Party(id), query: HistoryQuery::default() };
    view! {
        <Changes
            asked=Signal::stored(asked)
            empty=move || {
                view! { <EmptyState icon=Icon::Clock title=move || t_string!(i18n, history.no_history).to_owned()/> }
            }
        />
    }
}
