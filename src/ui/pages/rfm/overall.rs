//! How many customers have which overall score, and what they bring.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{
        listing::{
            filter::{Filter, Operand},
            query::Query,
        },
        rating::ONE,
        rfm::Rfm,
    },
    domain::decimal::Decimal,
    i18n::{t_string, use_i18n},
    state::Scores,
    ui::{
        charts::{AxesText, Bar, BarChart, ChartText},
        components::{Card, TableData},
        pages::insights::Say,
        route::{ListQuery, Route},
        words,
    },
};

/// Customers whose mean is rounded to a score.
fn listed(score: i64) -> String {
    let end = |units: i64| Decimal::from_units(units).to_string();
    let range = Operand::Range(end(score * ONE - ONE / 2), end(score * ONE + ONE / 2 - 1));
    let filter = Filter { operands: vec![range], ..Filter::any("rfm", [""; 0]) };
    let query: ListQuery = Query::filtered([filter]).into();
    Route::Customers(query.by("-rfm")).to_string()
}

/// The chart.
#[component]
pub fn Overall(
    /// The scores.
    rfm: Memo<Arc<Rfm>>,
    /// The overall scores.
    overall: Memo<Arc<Vec<u8>>>,
    /// They are others than those that hold, by which nobody can be listed yet.
    is_tried: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (scores, say) = (Scores::expect(), Say::here());
    // For each score, how many and how much.
    let groups = Memo::new(move |_| {
        let mut groups = vec![(0_u32, 0_i64); usize::from(rfm.with(|rfm| rfm.scale.top()))];
        scores.signal().with(|answer| {
            overall.with(|overall| {
                for (score, net) in overall.iter().zip(&answer.classification.summary.net) {
                    if let Some(group) = usize::from(*score).checked_sub(1).and_then(|place| groups.get_mut(place)) {
                        group.0 += 1;
                        group.1 = group.1.saturating_add(*net);
                    }
                }
            });
        });
        groups
    });
    let bars = Signal::derive(move || {
        let (say, tried) = (say.get(), is_tried.get());
        let bar = |(score, (count, money)): (i64, (u32, i64))| Bar {
            label: score.to_string(),
            value: f64::from(count),
            detail: t_string!(
                i18n,
                rfm.overall_readout,
                score = score,
                count = say.integer(count),
                money = say.money(money)
            ),
            href: (!tried && count > 0).then(|| listed(score)),
        };
        (1..).zip(groups.get()).map(bar).collect::<Vec<_>>()
    });
    let table = Signal::derive(move || {
        let say = say.get();
        let columns =
            [t_string!(i18n, rfm.overall), t_string!(i18n, common.customers), t_string!(i18n, customers.value)];
        let row = |(score, (count, money)): (usize, (u32, i64))| {
            vec![score.to_string(), say.integer(count), say.money(money)]
        };
        TableData { columns: columns.map(str::to_owned).to_vec(), rows: (1..).zip(groups.get()).map(row).collect() }
    });
    let text = ChartText {
        title: Signal::derive(move || t_string!(i18n, rfm.overall_title).to_owned()),
        summary: Signal::derive(move || t_string!(i18n, rfm.overall_summary).to_owned()),
        words: words::chart_words(),
        table,
    };
    let axes = AxesText {
        values: Signal::derive(move || t_string!(i18n, common.customers).to_owned()),
        steps: Signal::derive(move || t_string!(i18n, rfm.overall).to_owned()),
        cursor: Signal::derive(move || t_string!(i18n, insights.read_chart).to_owned()),
    };
    // The axis may stand between two whole customers; those lines have no number.
    let format = move |value: f64| if value.fract() == 0.0 { say.get().integer(value as i64) } else { String::new() };
    view! {
        <Card>
            <BarChart text words=axes bars format_value=Callback::new(format)/>
        </Card>
    }
}
