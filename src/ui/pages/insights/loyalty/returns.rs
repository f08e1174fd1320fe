//! Whether the satisfied come back: each level of satisfaction by itself, the highest apart from the one below it.

use leptos::prelude::*;

use crate::{
    analysis::{
        insights::loyalty::{Loyalty, RETURN},
        rates::{FAINT_BELOW, Rate, Show},
    },
    i18n::td_string,
    ui::{
        charts::{AxesText, Bar, BarChart, ChartText},
        components::{LinkedColumn, LinkedRow, LinkedTable, TableData},
        pages::insights::{
            parts::{card, titled},
            say::Say,
        },
        words,
    },
};

use super::answers::LEVEL;

/// A rate that may be told, and its range.
fn known(rate: Rate) -> Option<(f64, (f64, f64))> {
    rate.value().filter(|_| rate.show() != Show::Hidden).zip(rate.wilson(LEVEL))
}

/// The card.
pub fn returns(found: &Loyalty, say: Say) -> AnyView {
    let locale = say.locale;
    let title = td_string!(locale, loyalty.returns_title, days = say.integer(RETURN));
    if found.levels.iter().all(|cases| *cases == 0) {
        let text = td_string!(locale, loyalty.returns_none, days = say.integer(RETURN));
        return titled(title, view! { <p>{text}</p> });
    }
    let rates: Vec<(usize, Rate)> = found.return_rates().enumerate().map(|(place, rate)| (place + 1, rate)).collect();
    let rows: Vec<Vec<String>> = rates.iter().map(|(level, rate)| row(*level, *rate, say)).collect();
    let heads = [
        td_string!(locale, loyalty.level),
        td_string!(locale, loyalty.customers),
        td_string!(locale, loyalty.came_back),
        td_string!(locale, loyalty.range),
    ];
    let bar = |(level, rate): &(usize, Rate)| Bar {
        label: level.to_string(),
        value: known(*rate).map_or(0.0, |(share, _)| share),
        detail: readout(*level, *rate, say),
        href: None,
    };
    let value = |level: usize| known(rates[level - 1].1).map(|(share, _)| share);
    let summary = match (value(5), value(4)) {
        (Some(five), Some(four)) => {
            td_string!(locale, loyalty.returns_summary, five = say.percent(five), four = say.percent(four))
        }
        _ => td_string!(locale, loyalty.returns_few).to_owned(),
    };
    let text = ChartText {
        title: Signal::stored(title.clone()),
        summary: Signal::stored(summary),
        words: words::chart_words(),
        table: Signal::stored(TableData { columns: heads.map(str::to_owned).to_vec(), rows: rows.clone() }),
    };
    let axes = AxesText {
        values: Signal::stored(td_string!(locale, loyalty.came_back).to_owned()),
        steps: Signal::stored(td_string!(locale, loyalty.level_axis).to_owned()),
        cursor: Signal::stored(td_string!(locale, insights.read_chart).to_owned()),
    };
    let bars: Vec<Bar> = rates.iter().map(bar).collect();
    let [level, customers, came_back, range] = heads;
    let columns = vec![
        LinkedColumn::words(level),
        LinkedColumn::numbers(customers),
        LinkedColumn::numbers(came_back),
        LinkedColumn::words(range),
    ];
    let rows: Vec<LinkedRow> = rows.into_iter().map(|cells| LinkedRow { href: None, cells }).collect();
    let rho = found.correlation.filter(|_| found.levels.iter().sum::<u32>() >= FAINT_BELOW);
    let correlation = rho.map(|rho| td_string!(locale, loyalty.correlation, rho = say.number(rho, 2)));
    card(view! {
        <div class="stack">
            <BarChart
                text
                words=axes
                bars=Signal::stored(bars)
                format_value=Callback::new(move |share| say.percent(share))
            />
            // The ranges count as much as the bars: seen at once, not behind a disclosure.
            <LinkedTable caption=Signal::stored(title) columns=Signal::stored(columns) rows=Signal::stored(rows)/>
            {correlation.map(|text| view! { <p class="insights-soft">{text}</p> })}
        </div>
    })
}

/// Level, customers, the share that came back, its range.
fn row(level: usize, rate: Rate, say: Say) -> Vec<String> {
    let locale = say.locale;
    let [share, between] = match known(rate) {
        Some((share, (low, high))) => {
            let between = td_string!(locale, insights.between, low = say.percent(low), high = say.percent(high));
            let rough = if rate.show() == Show::Faint { td_string!(locale, loyalty.rough) } else { "" };
            let parts: Vec<&str> = [between.as_str(), rough].into_iter().filter(|part| !part.is_empty()).collect();
            [say.percent(share), parts.join(" · ")]
        }
        None => ["–".to_owned(), td_string!(locale, insights.too_few).to_owned()],
    };
    vec![level.to_string(), say.integer(rate.cases), share, between]
}

/// The same in a sentence.
fn readout(level: usize, rate: Rate, say: Say) -> String {
    let locale = say.locale;
    match known(rate) {
        Some((share, (low, high))) => td_string!(
            locale,
            loyalty.return_readout,
            level = level,
            share = say.percent(share),
            low = say.percent(low),
            high = say.percent(high),
            count = say.integer(rate.cases)
        ),
        None => td_string!(locale, loyalty.level_few, level = level, count = say.integer(rate.cases)),
    }
}
