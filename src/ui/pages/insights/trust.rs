//! How far the estimates can be trusted: what would have been said earlier, held against what came, next to the naive rule.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::insights::{outlook::Outlook, trial::Trial},
    i18n::td_string,
    state::{Insights, Topic},
    ui::{
        charts::{AxesText, ChartText, LegendItem, LineChart, LineKind, LinePoint, Swatch},
        components::{Banner, Columns, TableData, Tone},
        words,
    },
};

use super::{
    ground::{ground, hidden},
    parts::{card, stat, stats},
    say::Say,
    shown::shown,
};

/// The tab.
#[component]
pub fn Trust() -> impl IntoView {
    view! { {shown(Topic::Outlook, Insights::expect().outlook, Signal::stored(0), content)} }
}

fn content(outlook: Arc<Outlook>, say: Say) -> AnyView {
    let locale = say.locale;
    match &outlook.trial {
        None => view! {
            {ground(&outlook, say, false)}
            <Banner tone=Tone::Accent title=td_string!(locale, insights.no_trial).to_owned()/>
        }
        .into_any(),
        Some(trial) => {
            let charts = [card(calibration(trial, say)), card(by_frequency(trial, say))];
            let charts = view! { <Columns>{charts.into_iter().collect_view()}</Columns> };
            view! {
                {verdict(trial, say)}
                {numbers(trial, say)}
                {charts}
                {ground(&outlook, say, false)}
            }
            .into_any()
        }
    }
}

fn verdict(trial: &Trial, say: Say) -> AnyView {
    let locale = say.locale;
    let story = td_string!(
        locale,
        insights.trial_story,
        cut = say.day(trial.cut),
        days = say.integer(trial.days),
        customers = say.integer(trial.customers)
    );
    let orders = match trial.hides_orders() {
        None => (Tone::Success, td_string!(locale, insights.orders_pass).to_owned()),
        Some(why) => (Tone::Warning, format!("{} {}", td_string!(locale, insights.orders_hidden), hidden(locale, why))),
    };
    let chance = match trial.hides_chance() {
        None => (Tone::Success, td_string!(locale, insights.chance_pass).to_owned()),
        Some(why) => (Tone::Warning, format!("{} {}", td_string!(locale, insights.chance_hidden), hidden(locale, why))),
    };
    view! {
        <div class="stack stack-tight">
            <p>{story}</p>
            {[orders, chance].into_iter().map(|(tone, title)| view! { <Banner tone title/> }).collect_view()}
        </div>
    }
    .into_any()
}

fn numbers(trial: &Trial, say: Say) -> AnyView {
    let locale = say.locale;
    let off = trial.bias.map(|bias| {
        let sign = if bias > 0.0 { "+" } else { "" };
        format!("{sign}{}", say.percent(bias))
    });
    let naive = if trial.actual > 0.0 { say.change(trial.naive, trial.actual) } else { None };
    let none = || "–".to_owned();
    let naive_hint =
        td_string!(locale, insights.naive_hint, count = say.number(trial.naive, 0), off = naive.unwrap_or_else(none));
    let error_hint = td_string!(locale, insights.naive_error, count = say.number(trial.naive_error, 2));
    let off = td_string!(locale, insights.off_by, off = off.unwrap_or_else(none));
    let auc = trial.auc.map_or_else(none, |auc| say.percent(auc));
    let skill = trial.skill.map_or_else(none, |skill| say.percent(skill));
    stats(vec![
        stat(td_string!(locale, insights.predicted), say.number(trial.predicted, 0), naive_hint),
        stat(td_string!(locale, insights.actual), say.number(trial.actual, 0), off),
        stat(td_string!(locale, insights.error_each), say.number(trial.error, 2), error_hint),
        stat(td_string!(locale, insights.told_apart), auc, td_string!(locale, insights.told_apart_hint)),
        stat(td_string!(locale, insights.skill), skill, td_string!(locale, insights.skill_hint)),
    ])
}

fn text(title: &str, summary: &str, table: TableData) -> ChartText {
    ChartText {
        title: Signal::stored(title.to_owned()),
        summary: Signal::stored(summary.to_owned()),
        words: words::chart_words(),
        table: Signal::stored(table),
    }
}

fn calibration(trial: &Trial, say: Say) -> impl IntoView + use<> {
    let locale = say.locale;
    let mut points = Vec::new();
    let mut rows = Vec::new();
    for tenth in (0..trial.tenth_n.len()).filter(|tenth| trial.tenth_n[*tenth] > 0) {
        let (predicted, actual) = (trial.tenth_predicted[tenth], trial.tenth_actual[tenth]);
        let (low, high) = (trial.tenth_low[tenth], trial.tenth_high[tenth]);
        let interval = format!("{} – {}", say.percent(low), say.percent(high));
        rows.push(vec![say.percent(predicted), say.percent(actual), interval, say.integer(trial.tenth_n[tenth])]);
        let detail = td_string!(
            locale,
            insights.calibration_readout,
            count = say.integer(trial.tenth_n[tenth]),
            predicted = say.percent(predicted),
            actual = say.percent(actual),
            low = say.percent(low),
            high = say.percent(high)
        );
        points.push(LinePoint { x: predicted, y: actual, range: Some((low, high)), detail, href: None });
    }
    let most = points.iter().map(|point| point.x.max(point.y)).fold(0.0, f64::max);
    let table = TableData {
        columns: vec![
            td_string!(locale, insights.said).to_owned(),
            td_string!(locale, insights.came).to_owned(),
            td_string!(locale, insights.interval).to_owned(),
            td_string!(locale, common.customers).to_owned(),
        ],
        rows,
    };
    let title = td_string!(locale, insights.calibration_title);
    let axes = AxesText {
        values: Signal::stored(td_string!(locale, insights.axis_came).to_owned()),
        steps: Signal::stored(td_string!(locale, insights.axis_said).to_owned()),
        cursor: Signal::stored(td_string!(locale, insights.read_chart).to_owned()),
    };
    view! {
        <LineChart
            text=text(title, td_string!(locale, insights.calibration_summary), table)
            words=axes
            points=Signal::stored(points)
            kind=LineKind::Points
            reference=Signal::stored(vec![(0.0, 0.0), (most, most)])
            format_x=Callback::new(move |share| say.percent(share))
            format_y=Callback::new(move |share| say.percent(share))
        />
    }
}

fn by_frequency(trial: &Trial, say: Say) -> impl IntoView + use<> {
    let locale = say.locale;
    let last = trial.frequency_n.len().saturating_sub(1);
    let (mut points, mut said, mut rows) = (Vec::new(), Vec::new(), Vec::new());
    for past in (0..=last).filter(|past| trial.frequency_n.get(*past).is_some_and(|n| *n > 0)) {
        let (predicted, actual) = (trial.frequency_predicted[past], trial.frequency_actual[past]);
        let name = if past == last { format!("{past}+") } else { past.to_string() };
        let count = say.integer(trial.frequency_n[past]);
        let detail = td_string!(
            locale,
            insights.frequency_readout,
            past = name.clone(),
            count = count.clone(),
            predicted = say.number(predicted, 2),
            actual = say.number(actual, 2)
        );
        rows.push(vec![name, say.number(predicted, 2), say.number(actual, 2), count]);
        said.push((past as f64, predicted));
        points.push(LinePoint { x: past as f64, y: actual, range: None, detail, href: None });
    }
    let table = TableData {
        columns: vec![
            td_string!(locale, insights.axis_past).to_owned(),
            td_string!(locale, insights.predicted).to_owned(),
            td_string!(locale, insights.actual).to_owned(),
            td_string!(locale, common.customers).to_owned(),
        ],
        rows,
    };
    let item = |swatch, label: &str| LegendItem { swatch, label: label.to_owned(), href: None };
    let legend = vec![
        item(Swatch::Line, td_string!(locale, insights.actual)),
        item(Swatch::Reference, td_string!(locale, insights.predicted)),
    ];
    let axes = AxesText {
        values: Signal::stored(td_string!(locale, insights.axis_orders_each).to_owned()),
        steps: Signal::stored(td_string!(locale, insights.axis_past).to_owned()),
        cursor: Signal::stored(td_string!(locale, insights.read_chart).to_owned()),
    };
    let title = td_string!(locale, insights.frequency_title);
    view! {
        <LineChart
            text=text(title, td_string!(locale, insights.frequency_summary), table)
            words=axes
            points=Signal::stored(points)
            kind=LineKind::Line
            reference=Signal::stored(said)
            format_x=Callback::new(move |past: f64| if past.fract() == 0.0 { say.number(past, 0) } else { String::new() })
            format_y=Callback::new(move |orders: f64| say.number(orders, u8::from(orders.fract() != 0.0)))
            legend=Signal::stored(legend)
        />
    }
}
