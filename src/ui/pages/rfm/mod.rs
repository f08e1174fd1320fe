//! RFM: recency, frequency, money: a grid of who bought when and how often, the segments with names, and one score for all three.

mod board;
mod controls;
mod overall;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{
        rating::Weights,
        rfm::{Rfm, Scale},
    },
    domain::{class::Segment, profile::Scoring},
    i18n::{t_string, use_i18n},
    state::Scores,
    ui::{
        components::{Page, PageHeader, Stack},
        words,
    },
};

use super::{
    abc::Nobody,
    as_of::AsOf,
    insights::InsightTabs,
    profiles::{Movers, Moving, ProfileBar, WhatIf},
};

/// The page.
#[component]
pub fn RfmPage() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let nobody = Memo::new(move |_| scores.signal().with(|answer| answer.classification.rfm.ranked == 0));
    view! {
        <Page>
            <PageHeader
                title=Signal::derive(move || t_string!(i18n, rfm.title).to_string())
                lead=Signal::derive(move || t_string!(i18n, rfm.lead).to_string())
            />
            <InsightTabs/>
            <AsOf/>
            {move || {
                if nobody.get() { view! { <Nobody/> }.into_any() } else { view! { <Scored/> }.into_any() }
            }}
        </Page>
    }
}

/// The weights of a scoring; all alike where it has none that weigh.
fn weights(scoring: Scoring) -> Weights {
    Weights::new(scoring.weights()).unwrap_or_default()
}

#[component]
fn Scored() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let what_if = WhatIf::here();
    let scoring = Memo::new(move |_| what_if.now.get().scoring);
    // Everybody is scored anew for another number of scores only; the weights change but the mean.
    let top = Memo::new(move |_| scoring.get().scores);
    let rfm = Memo::new(move |_| {
        let scale = u8::try_from(top.get()).ok().and_then(|top| Scale::new(top).ok()).unwrap_or_default();
        scores.signal().with(|answer| {
            let holds = &answer.classification.rfm;
            Arc::new(if holds.scale == scale { holds.clone() } else { Rfm::new(&answer.classification.summary, scale) })
        })
    });
    let overall = Memo::new(move |_| Arc::new(rfm.with(|rfm| weights(scoring.get()).overall(rfm))));
    let other_scale =
        Memo::new(move |_| scores.signal().with(|answer| rfm.with(|rfm| rfm.scale != answer.classification.rfm.scale)));
    let other = Memo::new(move |_| scores.signal().with(|answer| answer.settings.scoring != scoring.get()));
    let by_segment = Signal::derive(move || {
        scores.signal().with(|answer| {
            let found = &answer.classification;
            rfm.with(|rfm| Arc::new(Moving::between(&found.rfm.segment, &rfm.segment, &found.summary.revenue())))
        })
    });
    let by_score = Signal::derive(move || {
        scores.signal().with(|answer| {
            let found = &answer.classification;
            let before = weights(answer.settings.scoring).overall(&found.rfm);
            overall.with(|after| Arc::new(Moving::between(&before, after, &found.summary.revenue())))
        })
    });
    let segment = move |code: u8| {
        Segment::from_code(code).map_or("–", |segment| words::segment(i18n.get_locale(), segment)).to_owned()
    };
    let score = move |score: u8| if score == 0 { "–".to_owned() } else { score.to_string() };
    view! {
        <Stack>
            <ProfileBar what_if/>
            <controls::Controls what_if/>
            <Show when=move || other.get() && !other_scale.get()>
                <Movers
                    title=Signal::derive(move || t_string!(i18n, rfm.moved_score).to_owned())
                    what=Signal::derive(move || t_string!(i18n, rfm.overall).to_owned())
                    group=Callback::new(score)
                    moving=by_score
                />
            </Show>
            <Show when=move || other_scale.get()>
                <Movers
                    title=Signal::derive(move || t_string!(i18n, rfm.moved_segment).to_owned())
                    note=Signal::derive(move || t_string!(i18n, rfm.moved_segment_note).to_owned())
                    what=Signal::derive(move || t_string!(i18n, fields.segment).to_owned())
                    group=Callback::new(segment)
                    moving=by_segment
                />
            </Show>
            <overall::Overall rfm overall is_tried=other.into()/>
            <board::Board rfm is_tried=other_scale.into()/>
        </Stack>
    }
}
