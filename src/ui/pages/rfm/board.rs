//! The grid of recency and frequency, and the segments with what to do next.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{
        grid::{Cell, Grid},
        listing::parties::segment_key,
        rfm::Rfm,
        segment,
    },
    domain::class::Segment,
    i18n::{t_string, use_i18n},
    platform::format,
    state::Scores,
    ui::{
        charts::{HeatAxis, HeatCell, HeatGrid},
        components::Card,
        route::{ListQuery, Route},
        words,
    },
};

/// Both cards.
#[component]
pub fn Board(
    /// The scores.
    rfm: Memo<Arc<Rfm>>,
    /// They are others than those that hold, by which nobody can be listed yet.
    is_tried: Signal<bool>,
) -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let grid = Memo::new(move |_| {
        scores.signal().with(|answer| rfm.with(|rfm| Grid::new(rfm, &answer.classification.summary)))
    });
    let top = Memo::new(move |_| rfm.with(|rfm| rfm.scale.top()));
    let currency = Memo::new(move |_| scores.signal().with(|answer| answer.settings.currency));
    let money = move |cell: Cell| {
        let currency = currency.get();
        format::money_short(words::tag(i18n.get_locale()), cell.money, currency.code(), currency.exponent())
    };
    let integer = move |number: u32| format::integer(words::tag(i18n.get_locale()), number.into());
    let rows = Signal::derive(move || HeatAxis {
        name: t_string!(i18n, rfm.recency).to_string(),
        steps: (1..=top.get()).rev().map(|score| score.to_string()).collect(),
    });
    let columns = Signal::derive(move || HeatAxis {
        name: t_string!(i18n, rfm.frequency).to_string(),
        steps: (1..=top.get()).map(|score| score.to_string()).collect(),
    });
    let cells = Signal::derive(move || {
        let (grid, locale) = (grid.get(), i18n.get_locale());
        let (scale, tried) = (rfm.with(|rfm| rfm.scale), is_tried.get());
        let pairs = (1..=top.get()).rev().flat_map(|r| (1..=top.get()).map(move |f| (r, f)));
        let cell = |(recency, frequency): (u8, u8)| {
            let cell = grid.cell(recency, frequency);
            let name = words::segment(locale, segment::segment(recency, frequency, scale));
            let label = t_string!(
                i18n,
                rfm.cell_label,
                recency = recency,
                frequency = frequency,
                count = integer(cell.customers),
                money = money(cell),
                segment = name
            );
            let scores = (recency.to_string(), frequency.to_string());
            let query = ListQuery::having([("recency", scores.0.as_str()), ("frequency", &scores.1)]).by("-value");
            HeatCell {
                weight: cell.customers.into(),
                main: integer(cell.customers),
                detail: money(cell),
                group: name.to_owned(),
                label,
                href: if tried { String::new() } else { Route::Customers(query).to_string() },
            }
        };
        pairs.map(cell).collect::<Vec<_>>()
    });
    let summary = Signal::derive(move || {
        let ranked = rfm.with(|rfm| rfm.ranked);
        t_string!(i18n, rfm.summary, count = integer(ranked), top = top.get())
    });
    let heads = Signal::derive(move || {
        let heads =
            [t_string!(i18n, common.customers), t_string!(i18n, customers.value), t_string!(i18n, fields.segment)];
        heads.map(str::to_owned).to_vec()
    });
    let segments = move || {
        let (grid, locale, tried) = (grid.get(), i18n.get_locale(), is_tried.get());
        let row = |segment: Segment| {
            let cell = grid.segment(segment);
            let query = ListQuery::having([("segment", segment_key(segment))]).by("-value");
            let name = words::segment(locale, segment);
            let name = if tried {
                name.into_any()
            } else {
                view! { <a href=Route::Customers(query).to_string()>{name}</a> }.into_any()
            };
            (cell.customers > 0).then(|| {
                view! {
                    <tr>
                        <th scope="row">{name}</th>
                        <td class="rfm-number">{integer(cell.customers)}</td>
                        <td class="rfm-number">{money(cell)}</td>
                        <td>{words::segment_advice(locale, segment)}</td>
                    </tr>
                }
            })
        };
        Segment::ALL.into_iter().rev().filter_map(row).collect_view()
    };
    view! {
            <Card>
                <HeatGrid
                    title=Signal::derive(move || t_string!(i18n, rfm.grid_title).to_string())
                    summary
                    words=words::chart_words()
                    heads
                    rows
                    columns
                    cells
                    less_label=Signal::derive(move || t_string!(i18n, rfm.fewer).to_string())
                    more_label=Signal::derive(move || t_string!(i18n, rfm.more).to_string())
                />
            </Card>
            <Card title=Signal::derive(move || t_string!(i18n, rfm.segments).to_string())>
                <table class="rfm-segments">
                    <thead>
                        <tr>
                            <th scope="col">{move || t_string!(i18n, fields.segment)}</th>
                            <th scope="col" class="rfm-number">{move || t_string!(i18n, common.customers)}</th>
                            <th scope="col" class="rfm-number">{move || t_string!(i18n, customers.value)}</th>
                            <th scope="col">{move || t_string!(i18n, rfm.advice)}</th>
                        </tr>
                    </thead>
                    <tbody>{segments}</tbody>
                </table>
            </Card>
    }
}
