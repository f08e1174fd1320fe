//! Everything at a glance: facts and connections, where the customer stands, what happened.

mod connection_draft;
mod connection_form;
mod connections;
mod entry;
mod facts;
mod month_bars;
mod months;
mod note;
mod note_box;
mod party_search;
mod timeline;

use leptos::prelude::*;

use crate::domain::{id::Id, party::Party};

use super::standing::StandingCard;
use connections::Connections;
use facts::FactsCard;
use months::MonthsCard;
use timeline::Timeline;

/// The tab.
#[component]
pub fn Overview(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    view! {
        <div class="customer-overview">
            <div class="customer-facts">
                <FactsCard party/>
                <Connections id/>
            </div>
            <div class="customer-scores">
                <StandingCard id party/>
            </div>
            <div class="customer-events">
                <MonthsCard id/>
                <Timeline id/>
            </div>
        </div>
    }
}
