//! ABC: who brings most. The cuts and the measure can be tried out before they are saved.

mod chart;
mod preview;

use std::sync::Arc;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::{
        abc::{Abc, Cuts},
        abc_moves::Moves,
        values::Values,
    },
    domain::{
        record::Kind,
        settings::{Measure, Settings},
    },
    i18n::{t_string, use_i18n},
    platform::format,
    state::{Answer, Scores, Workspace},
    ui::{
        components::{
            Button, ButtonKind, Card, Choice, Cluster, Columns, EmptyState, Icon, LinkButton, Page, PageHeader,
            Segmented, Stat,
        },
        notify::Notify,
        words,
    },
};

use super::as_of::AsOf;

/// What is tried out: measure and cuts.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Trial {
    measure: Measure,
    cuts: Cuts,
}

impl Trial {
    fn of(answer: &Answer) -> Self {
        Self { measure: answer.settings.measure, cuts: answer.cuts }
    }
}

/// The classes under a trial, next to the ones that hold.
struct Tried {
    abc: Abc,
    values: Values,
    moves: Moves,
}

fn try_out(answer: &Answer, trial: Trial) -> Tried {
    let summary = &answer.classification.summary;
    let values = match trial.measure {
        Measure::Revenue => summary.revenue(),
        Measure::Margin => summary.margin(None),
    };
    let abc = Abc::new(&values, trial.cuts);
    let moves = Moves::between(&answer.classification.abc, &abc, &values);
    Tried { abc, values, moves }
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
        </EmptyState>
    }
}

#[component]
fn Classes() -> impl IntoView {
    let i18n = use_i18n();
    let (scores, workspace, notify) = (Scores::expect(), Workspace::expect(), Notify::here());
    let trial = RwSignal::new(None::<Trial>);
    let now = Memo::new(move |_| trial.get().unwrap_or_else(|| scores.signal().with(|answer| Trial::of(answer))));
    let tried = Memo::new_owning(move |before: Option<Arc<Tried>>| {
        let _ = before;
        (Arc::new(scores.signal().with(|answer| try_out(answer, now.get()))), true)
    });
    let changed = Memo::new(move |_| scores.signal().with(|answer| Trial::of(answer) != now.get()));
    let save = move |()| {
        let Trial { measure, cuts } = now.get_untracked();
        let settings = workspace.peek(|book| book.settings());
        let settings = Settings { measure, cut_a: cuts.a().into(), cut_b: cuts.b().into(), ..settings };
        spawn_local(async move {
            if notify.done(Kind::Settings, &workspace.save_settings(settings).await) {
                trial.set(None);
            }
        });
    };
    let measures = Signal::derive(move || {
        let locale = i18n.get_locale();
        let choice = |measure| Choice::new(code(measure), words::measure(locale, measure));
        Measure::ALL.into_iter().map(choice).collect::<Vec<_>>()
    });
    let on_measure = move |text: String| {
        if let Some(measure) = Measure::ALL.into_iter().find(|measure| code(*measure) == text) {
            trial.set(Some(Trial { measure, ..now.get_untracked() }));
        }
    };
    let on_cuts = move |cuts: Cuts| trial.set(Some(Trial { cuts, ..now.get_untracked() }));
    view! {
        <Cluster>
            <Segmented
                label=Signal::derive(move || t_string!(i18n, fields.measure).to_string())
                options=measures
                value=Signal::derive(move || code(now.get().measure).to_owned())
                on_change=Callback::new(on_measure)
            />
            <Button
                kind=ButtonKind::Primary
                disabled=Signal::derive(move || !changed.get())
                label=Signal::derive(move || t_string!(i18n, abc.save_cuts).to_string())
                on_press=Callback::new(save)
            />
            <Button
                disabled=Signal::derive(move || !changed.get())
                label=Signal::derive(move || t_string!(i18n, common.reset).to_string())
                on_press=Callback::new(move |()| trial.set(None))
            />
        </Cluster>
        <Card>
            <chart::Pareto tried cuts=Signal::derive(move || now.get().cuts) on_cuts=Callback::new(on_cuts)/>
        </Card>
        <Show when=move || changed.get()>
            <preview::Preview tried/>
        </Show>
        <Concentration tried/>
    }
}

fn code(measure: Measure) -> &'static str {
    match measure {
        Measure::Revenue => "revenue",
        Measure::Margin => "margin",
    }
}

/// How unevenly the value is spread, and whether the classes say much.
#[component]
fn Concentration(
    /// The classes shown.
    tried: Memo<Arc<Tried>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let spread =
        Memo::new(move |_| tried.with(|tried| crate::analysis::concentration::Concentration::of(&tried.values)));
    move || {
        let spread = spread.get()?;
        let tag = words::tag(i18n.get_locale());
        let little = spread.gini < crate::analysis::abc::GINI_SAYS_LITTLE;
        let (best, gini) = (t_string!(i18n, abc.best_fifth).to_owned(), t_string!(i18n, abc.gini).to_owned());
        let count = format::integer(tag, spread.best_fifth.into());
        let best_hint = t_string!(i18n, abc.best_fifth_hint, count = count);
        let gini_hint =
            if little { t_string!(i18n, abc.gini_little) } else { t_string!(i18n, abc.gini_much) }.to_owned();
        Some(view! {
            <Columns narrow=true>
                <Stat label=best value=format::percent(tag, spread.best_fifth_share, 0) hint=best_hint/>
                <Stat label=gini value=format::number(tag, spread.gini, 2) hint=gini_hint/>
            </Columns>
        })
    }
}
