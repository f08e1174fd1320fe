//! ABC beside XYZ: how much a group brings, and how steadily it buys.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{insights::steadiness, xyz::Steadiness},
    domain::class::Class,
    i18n::td_string,
    state::{Insights, Topic},
    ui::{
        charts::{HeatAxis, HeatCell, HeatGrid},
        components::Card,
        words,
    },
};

use super::{links, say::Say, shown::shown};

/// The grid.
#[component]
pub fn SteadinessCard() -> impl IntoView {
    view! { <Card>{shown(Topic::Steadiness, Insights::expect().steadiness, Signal::stored(0), content)}</Card> }
}

fn content(found: Arc<steadiness::Steadiness>, say: Say) -> AnyView {
    let locale = say.locale;
    let names = [
        td_string!(locale, insights.steady_x),
        td_string!(locale, insights.steady_y),
        td_string!(locale, insights.steady_z),
        td_string!(locale, insights.steady_none),
    ];
    let rows = HeatAxis {
        name: td_string!(locale, fields.abc).to_owned(),
        steps: Class::ALL.into_iter().map(|class| class.letter().to_owned()).collect(),
    };
    let columns =
        HeatAxis { name: td_string!(locale, insights.steadiness).to_owned(), steps: names.map(str::to_owned).into() };
    let cell = |class: Class, steady: usize| {
        // The columns of the answer begin with those without a steadiness.
        let place = (class as usize - 1) * 4 + (steady + 1) % 4;
        let (count, value) = (found.customers.get(place).copied(), found.value.get(place).copied());
        let (count, value) = (count.unwrap_or(0), value.unwrap_or(0));
        HeatCell {
            weight: f64::from(count),
            main: say.integer(count),
            detail: say.about(value as f64),
            group: String::new(),
            label: td_string!(
                locale,
                insights.steady_cell,
                letter = class.letter(),
                name = names[steady],
                count = say.integer(count),
                money = say.money(value)
            ),
            href: links::steadiness(class, Steadiness::ALL.get(steady).copied()),
        }
    };
    let cells: Vec<HeatCell> = Class::ALL
        .into_iter()
        .flat_map(|class| (0..4).map(move |steady| (class, steady)))
        .map(|(c, s)| cell(c, s))
        .collect();
    view! {
        <HeatGrid
            title=Signal::stored(td_string!(locale, insights.steady_title).to_owned())
            summary=Signal::stored(td_string!(locale, insights.steady_summary).to_owned())
            words=words::chart_words()
            heads=Signal::stored(vec![
                td_string!(locale, common.customers).to_owned(),
                td_string!(locale, customers.value).to_owned(),
            ])
            rows=Signal::stored(rows)
            columns=Signal::stored(columns)
            cells=Signal::stored(cells)
            less_label=Signal::stored(td_string!(locale, rfm.fewer).to_owned())
            more_label=Signal::stored(td_string!(locale, rfm.more).to_owned())
        />
    }
    .into_any()
}
