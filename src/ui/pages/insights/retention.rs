//! Whether customers come back: cohorts, the second order, and who is about to leave.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{
        insights::retention,
        rates::{HIDDEN_BELOW, Rate},
    },
    i18n::{t_string, td_string, use_i18n},
    state::{Insights, Scores, Topic},
    ui::{
        charts::{AxesText, ChartText, HeatAxis, HeatCell, HeatGrid, LineChart, LineKind, LinePoint},
        components::{Choice, Cluster, Segmented, TableData},
        words,
    },
};

use super::{
    links,
    overdue::Overdue,
    parts::{card, stat, stats},
    say::Say,
    shown::shown,
};

/// Up to so many customers cohorts are of quarters, if nothing else is asked for.
const FEW: u32 = 200;
/// Rows of the table behind the curve.
const TABLE_ROWS: usize = 12;

/// The tab.
#[component]
pub fn Retention() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let chosen = RwSignal::new(None);
    // Few customers make cohorts of one or two a month, of which nothing can be said.
    let few = Memo::new(move |_| scores.signal().with(|answer| answer.classification.basis.customers < FEW));
    let period = Signal::derive(move || chosen.get().unwrap_or(i32::from(few.get())));
    let options = Signal::derive(move || {
        let names = [
            t_string!(i18n, insights.by_month),
            t_string!(i18n, insights.by_quarter),
            t_string!(i18n, insights.by_year),
        ];
        (0..).zip(names).map(|(code, name): (i32, _)| Choice::new(code.to_string(), name)).collect::<Vec<_>>()
    });
    let choose = move |text: String| {
        if let Ok(wanted) = text.parse() {
            chosen.set(Some(wanted));
        }
    };
    view! {
        <Cluster>
            <Segmented
                label=Signal::derive(move || t_string!(i18n, insights.period).to_string())
                options
                value=Signal::derive(move || period.get().to_string())
                on_change=Callback::new(choose)
            />
        </Cluster>
        {shown(Topic::Retention, Insights::expect().retention, period, content)}
        <Overdue most=25/>
    }
}

fn content(found: Arc<retention::Retention>, say: Say) -> AnyView {
    let locale = say.locale;
    let rate = Rate { yes: found.came_back, cases: found.customers };
    let share = rate.value().filter(|_| rate.cases >= HIDDEN_BELOW).zip(rate.wilson(0.95));
    let share = match share {
        Some((share, (low, high))) => {
            (say.percent(share), td_string!(locale, insights.between, low = say.percent(low), high = say.percent(high)))
        }
        None => ("–".to_owned(), td_string!(locale, insights.too_few).to_owned()),
    };
    let median = match found.median {
        Some(days) => td_string!(locale, insights.days, count = say.number(days, 0)),
        None => "–".to_owned(),
    };
    let median_hint = match found.median {
        Some(_) => td_string!(locale, insights.median_hint),
        None => td_string!(locale, insights.median_never),
    };
    let row = vec![
        stat(td_string!(locale, insights.came_back), share.0, share.1),
        stat(td_string!(locale, insights.half_back), median, median_hint),
        stat(
            td_string!(locale, insights.watched),
            say.integer(found.customers),
            td_string!(locale, insights.watched_hint),
        ),
    ];
    view! { {stats(row)} {card(cohorts(&found, say))} {card(second_order(&found, say))} }.into_any()
}

fn cohorts(found: &retention::Retention, say: Say) -> impl IntoView + use<> {
    let locale = say.locale;
    let ages = found.ages.iter().copied().max().unwrap_or(0) as usize;
    let newest = found.size.len();
    let rows = HeatAxis {
        name: td_string!(locale, insights.cohort).to_owned(),
        steps: found
            .from
            .iter()
            .zip(&found.size)
            .map(|(day, n)| format!("{} · {}", say.month(*day), say.integer(*n)))
            .collect(),
    };
    let columns = HeatAxis {
        name: td_string!(locale, insights.age).to_owned(),
        steps: (1..=ages).map(|age| age.to_string()).collect(),
    };
    let mut cells = Vec::with_capacity(newest * ages);
    for cohort in 0..newest {
        let size = found.size[cohort];
        let active = found.of(cohort);
        for age in 0..ages {
            let Some(came) = active.get(age).copied() else {
                cells.push(HeatCell { label: td_string!(locale, insights.not_yet).to_owned(), ..HeatCell::default() });
                continue;
            };
            // The period that is not over has a number that will grow. Only cohorts whose row was not cut off end in it.
            let open = !found.last_is_over && age + 1 == active.len() && active.len() < retention::MOST_AGES;
            let share = f64::from(came) / f64::from(size.max(1));
            let enough = size >= HIDDEN_BELOW;
            let main = if enough { say.percent(share) } else { format!("{came}/{size}") };
            let label = td_string!(
                locale,
                insights.cohort_cell,
                cohort = say.month(found.from[cohort]),
                size = say.integer(size),
                age = (age + 1).to_string(),
                came = say.integer(came)
            );
            let so_far = if open { td_string!(locale, insights.so_far) } else { "" };
            cells.push(HeatCell {
                weight: if enough { share } else { 0.0 },
                main: if open { format!("{main}…") } else { main },
                detail: String::new(),
                group: String::new(),
                label: format!("{label} {so_far}"),
                href: links::cohort(found.from[cohort], found.to[cohort], age as u32 + 1),
            });
        }
    }
    view! {
        <HeatGrid
            title=Signal::stored(td_string!(locale, insights.cohorts_title).to_owned())
            summary=Signal::stored(td_string!(locale, insights.cohorts_summary).to_owned())
            words=words::chart_words()
            heads=Signal::stored(vec![td_string!(locale, insights.came_back).to_owned()])
            rows=Signal::stored(rows)
            columns=Signal::stored(columns)
            cells=Signal::stored(cells)
            less_label=Signal::stored(td_string!(locale, insights.fewer).to_owned())
            more_label=Signal::stored(td_string!(locale, insights.more).to_owned())
            compact=true
        />
    }
}

fn second_order(found: &retention::Retention, say: Say) -> impl IntoView + use<> {
    let locale = say.locale;
    let rows = found.day.iter().zip(&found.back).zip(found.low.iter().zip(&found.high)).zip(&found.watched);
    let as_of = say.scores.signal().with(|answer| answer.classification.summary.as_of);
    let points: Vec<LinePoint> = rows
        .map(|(((day, back), (low, high)), watched)| LinePoint {
            x: *day,
            y: *back,
            range: Some((*low, *high)),
            href: Some(links::once_until(as_of.saturating_sub(*day as i32))),
            detail: td_string!(
                locale,
                insights.back_readout,
                days = say.number(*day, 0),
                share = say.percent(*back),
                low = say.percent(*low),
                high = say.percent(*high),
                watched = say.integer(*watched)
            ),
        })
        .collect();
    let step = points.len().div_ceil(TABLE_ROWS).max(1);
    let table = TableData {
        columns: vec![
            td_string!(locale, insights.axis_days).to_owned(),
            td_string!(locale, insights.came_back).to_owned(),
            td_string!(locale, insights.interval).to_owned(),
        ],
        rows: points
            .iter()
            .step_by(step)
            .map(|point| {
                let (low, high) = point.range.unwrap_or_default();
                let interval = format!("{} – {}", say.percent(low), say.percent(high));
                vec![say.number(point.x, 0), say.percent(point.y), interval]
            })
            .collect(),
    };
    let summary = td_string!(
        locale,
        insights.back_summary,
        customers = say.integer(found.customers),
        back = say.integer(found.came_back)
    );
    let text = ChartText {
        title: Signal::stored(td_string!(locale, insights.back_title).to_owned()),
        summary: Signal::stored(summary),
        words: words::chart_words(),
        table: Signal::stored(table),
    };
    let axes = AxesText {
        values: Signal::stored(td_string!(locale, insights.axis_back).to_owned()),
        steps: Signal::stored(td_string!(locale, insights.axis_days).to_owned()),
        cursor: Signal::stored(td_string!(locale, insights.read_chart).to_owned()),
    };
    view! {
        <LineChart
            text
            words=axes
            points=Signal::stored(points)
            kind=LineKind::Steps
            format_x=Callback::new(move |days| say.number(days, 0))
            format_y=Callback::new(move |share| say.percent(share))
        />
    }
}
