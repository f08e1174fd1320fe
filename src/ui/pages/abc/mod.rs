//! ABC: who brings most. The cuts and the measure can be tried out before they are saved.

mod chart;
mod fields;
mod lorenz;

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{
        abc::{Abc, Cuts},
        values::Values,
    },
    domain::{class::Class, profile::Method, settings::Measure},
    i18n::{t_string, use_i18n},
    platform::format,
    state::{Answer, Scores},
    ui::{
        components::{
            ButtonKind, Card, Choice, Cluster, EmptyState, Icon, LinkButton, Page, PageHeader, Segmented, Stack,
        },
        pages::demo_button::DemoButton,
        words,
    },
};

use super::{
    as_of::AsOf,
    insights::{InsightTabs, SteadinessCard},
    profiles::{Movers, Moving, ProfileBar, WhatIf},
};

/// The classes under a trial, next to the ones that hold.
#[derive(PartialEq)]
struct Tried {
    measure: Measure,
    abc: Abc,
    values: Values,
}

impl Tried {
    /// The value at a rank, from 1.
    fn at_rank(&self, rank: u32) -> Option<i64> {
        let customer = self.abc.order.get((rank as usize).checked_sub(1)?)?;
        self.values.get(*customer as usize)
    }
}

/// The cuts of a method; the usual ones where a file from elsewhere brought impossible ones.
fn cuts(method: Method) -> Cuts {
    let cut = |share: u32| u16::try_from(share).unwrap_or(u16::MAX);
    Cuts::new(cut(method.cut_a), cut(method.cut_b)).unwrap_or_default()
}

fn try_out(answer: &Answer, method: Method) -> Tried {
    let summary = &answer.classification.summary;
    let values = match method.measure {
        Measure::Revenue => summary.revenue(),
        Measure::Margin => summary.margin(None),
    };
    Tried { measure: method.measure, abc: Abc::new(&values, cuts(method)), values }
}

/// The page.
#[component]
pub fn AbcPage() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let nobody = Memo::new(move |_| scores.signal().with(|answer| answer.classification.abc.order.is_empty()));
    view! {
        <Page>
            <PageHeader
                title=Signal::derive(move || t_string!(i18n, abc.title).to_string())
                lead=Signal::derive(move || t_string!(i18n, abc.lead).to_string())
            />
            <InsightTabs/>
            <AsOf/>
            {move || {
                if nobody.get() { view! { <Nobody/> }.into_any() } else { view! { <Classes/> }.into_any() }
            }}
        </Page>
    }
}

/// There is nothing to classify: says what to do.
#[component]
pub fn Nobody() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <EmptyState
            icon=Icon::Pareto
            title=Signal::derive(move || t_string!(i18n, abc.empty_title).to_string())
            text=Signal::derive(move || t_string!(i18n, abc.empty_text).to_string())
        >
            <LinkButton
                href="#/data/import"
                kind=ButtonKind::Primary
                icon=Icon::Import
                label=Signal::derive(move || t_string!(i18n, customers.import).to_string())
            />
            <DemoButton/>
        </EmptyState>
    }
}

#[component]
fn Classes() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let what_if = WhatIf::here();
    let now = what_if.now;
    // The weights of RFM change no class.
    let parts = Memo::new(move |_| (now.get().measure, now.get().cut_a, now.get().cut_b));
    let tried = Memo::new(move |_| {
        parts.track();
        Arc::new(scores.signal().with(|answer| try_out(answer, now.get_untracked())))
    });
    let changed = Memo::new(move |_| {
        let (measure, cut_a, cut_b) = parts.get();
        scores
            .signal()
            .with(|answer| Method { measure, cut_a, cut_b, ..answer.settings.method() } != answer.settings.method())
    });
    let measures = Signal::derive(move || {
        let locale = i18n.get_locale();
        let choice = |measure| Choice::new(code(measure), words::measure(locale, measure));
        Measure::ALL.into_iter().map(choice).collect::<Vec<_>>()
    });
    let on_measure = move |text: String| {
        if let Some(measure) = Measure::ALL.into_iter().find(|measure| code(*measure) == text) {
            what_if.try_out(|method| method.measure = measure);
        }
    };
    let on_cuts = move |cuts: Cuts| {
        what_if.try_out(|method| (method.cut_a, method.cut_b) = (cuts.a().into(), cuts.b().into()));
    };
    let moving = Signal::derive(move || {
        scores.signal().with(|answer| {
            let before = &answer.classification.abc.class;
            tried.with(|tried| Arc::new(Moving::between(before, &tried.abc.class, &tried.values)))
        })
    });
    let title = Signal::derive(move || {
        let count = i64::try_from(moving.with(|moving| moving.who.len())).unwrap_or(i64::MAX);
        t_string!(i18n, abc.preview_title, count = format::integer(words::tag(i18n.get_locale()), count))
    });
    let letter = move |code: u8| Class::from_code(code).map_or("–", Class::letter).to_owned();
    view! {
        <Stack>
            <ProfileBar what_if/>
            <Cluster>
                <Segmented
                    label=Signal::derive(move || t_string!(i18n, fields.measure).to_string())
                    options=measures
                    value=Signal::derive(move || code(now.get().measure).to_owned())
                    on_change=Callback::new(on_measure)
                />
            </Cluster>
            <Card>
                <div class="stack">
                    <chart::Pareto
                        tried
                        cuts=Signal::derive(move || cuts(now.get()))
                        is_tried=changed.into()
                        on_cuts=Callback::new(on_cuts)
                    />
                    <fields::CutFields what_if/>
                </div>
            </Card>
            <Show when=move || changed.get()>
                <Movers
                    title
                    what=Signal::derive(move || t_string!(i18n, abc.move_from_to).to_owned())
                    group=Callback::new(letter)
                    moving
                />
            </Show>
            <lorenz::Spread tried/>
            <SteadinessCard/>
        </Stack>
    }
}

fn code(measure: Measure) -> &'static str {
    match measure {
        Measure::Revenue => "revenue",
        Measure::Margin => "margin",
    }
}
