//! Words for deals and their pipelines.

use crate::{
    domain::{
        deal::{Deal, Standing},
        pipeline::{Pipeline, Stage},
    },
    i18n::{Locale, td_string},
    platform::format,
};

/// What a pipeline is called: its own name, or the word for the usual one.
pub fn pipeline(locale: Locale, pipeline: &Pipeline) -> String {
    if pipeline.name.is_empty() { td_string!(locale, deals.pipeline_usual).to_owned() } else { pipeline.name.clone() }
}

/// What a step is called: its own name, or the word for a usual one.
pub fn stage(locale: Locale, stage: &Stage) -> String {
    if !stage.name.is_empty() {
        return stage.name.clone();
    }
    match stage.usual() {
        Some(0) => td_string!(locale, deals.stage_enquiry),
        Some(1) => td_string!(locale, deals.stage_talks),
        Some(2) => td_string!(locale, deals.stage_quote),
        Some(_) => td_string!(locale, deals.stage_negotiation),
        None => td_string!(locale, fields.unknown),
    }
    .to_owned()
}

/// How a deal stands.
pub fn deal_standing(locale: Locale, standing: Standing) -> &'static str {
    match standing {
        Standing::Open => td_string!(locale, deals.open),
        Standing::Won => td_string!(locale, deals.won),
        Standing::Lost => td_string!(locale, deals.lost),
    }
}

/// What is to be done next, and by when; none where nobody said.
pub fn next_step(locale: Locale, deal: &Deal) -> Option<String> {
    let by = deal.next_by.map(|day| format::day(super::tag(locale), day));
    match (deal.next.is_empty(), by) {
        (true, None) => None,
        (true, Some(day)) => Some(td_string!(locale, deals.next_day, day = day)),
        (false, None) => Some(td_string!(locale, deals.next_what, what = deal.next.as_str())),
        (false, Some(day)) => Some(td_string!(locale, deals.next_by, what = deal.next.as_str(), day = day)),
    }
}
