//! RFM: recency, frequency, money: a grid of who bought when and how often, and the segments with names.

use leptos::prelude::*;

use crate::{
    analysis::{
        grid::{Cell, Grid},
        segment,
    },
    domain::class::Segment,
    i18n::{t_string, use_i18n},
    platform::format,
    state::Scores,
    ui::{
        charts::{HeatAxis, HeatCell, HeatGrid},
        components::{Card, Page, PageHeader, Stack},
        route::{ListQuery, Route, Sort},
        words,
    },
};

use super::{abc::Nobody, as_of::AsOf};

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
            <AsOf/>
            {move || {
                if nobody.get() { view! { <Nobody/> }.into_any() } else { view! { <Board/> }.into_any() }
            }}
        </Page>
    }
}

#[component]
fn Board() -> impl IntoView {
    let i18n = use_i18n();
    let scores = Scores::expect();
    let grid = Memo::new(move |_| {
        scores.signal().with(|answer| Grid::new(&answer.classification.rfm, &answer.classification.summary))
    });
    let top = Memo::new(move |_| scores.signal().with(|answer| answer.classification.rfm.scale.top()));
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
        let scale = scores.signal().with(|answer| answer.classification.rfm.scale);
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
            let query = ListQuery {
                cell: Some((recency, frequency)),
                sort: Sort::Value,
                descending: true,
                ..ListQuery::default()
            };
            HeatCell {
                weight: cell.customers.into(),
                main: integer(cell.customers),
                detail: money(cell),
                group: name.to_owned(),
                label,
                href: Route::Customers(query).to_string(),
            }
        };
        pairs.map(cell).collect::<Vec<_>>()
    });
    let summary = Signal::derive(move || {
        let ranked = scores.signal().with(|answer| answer.classification.rfm.ranked);
        t_string!(i18n, rfm.summary, count = integer(ranked))
    });
    let segments = move || {
        let (grid, locale) = (grid.get(), i18n.get_locale());
        let row = |segment: Segment| {
            let cell = grid.segment(segment);
            let query = ListQuery {
                segments: vec![segment],
                sort: Sort::Value,
                descending: true,
                ..ListQuery::default()
            };
            (cell.customers > 0).then(|| view! {
                <tr>
                    <th scope="row"><a href=Route::Customers(query).to_string()>{words::segment(locale, segment)}</a></th>
                    <td class="rfm-number">{integer(cell.customers)}</td>
                    <td class="rfm-number">{money(cell)}</td>
                    <td>{words::segment_advice(locale, segment)}</td>
                </tr>
            })
        };
        Segment::ALL.into_iter().rev().filter_map(row).collect_view()
    };
    view! {
        <Stack>
            <Card>
                <HeatGrid
                    title=Signal::derive(move || t_string!(i18n, rfm.grid_title).to_string())
                    summary
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
        </Stack>
    }
}
