//! Everything at a glance: facts and connections, where the customer stands, what they say, what happened.

mod answer_draft;
mod answer_form;
mod answers;
mod connection_draft;
mod connection_form;
mod connections;
mod entry;
mod facts;
mod month_bars;
mod months;
mod note;
mod note_box;
pub(in crate::ui::pages) mod party_search;
mod talk;
mod talk_draft;
mod talk_form;
mod timeline;

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party},
    ui::pages::work::{PromisesCard, TasksCard},
};

use super::{
    deals::Deals,
    standing::{OutlookCard, StandingCard},
};
pub use answer_form::AnswerForm;
use answers::Answers;
use connections::Connections;
use facts::FactsCard;
use months::MonthsCard;
pub use talk_form::TalkForm;
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
                <OutlookCard id/>
                <Deals id/>
                <PromisesCard id/>
                <Answers id/>
            </div>
            <div class="customer-events">
                <TasksCard id/>
                <MonthsCard id/>
                <Timeline id/>
            </div>
        </div>
    }
}
