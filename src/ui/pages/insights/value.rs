//! What customers are expected to bring: in all, by class, and one by one; as words or numbers, as far as the ground carries.

use std::sync::Arc;

use leptos::prelude::*;

use crate::{
    analysis::{
        backtest::trust,
        insights::{
            forecast::{DISCOUNT, FURTHEST, MONTHS},
            outlook::Outlook,
        },
        ladder::Rung,
        listing::parties::class_key,
    },
    domain::class::Class,
    i18n::td_string,
    state::{Insights, Topic},
    ui::components::{Card, Disclosure, LinkedColumn, LinkedRow, LinkedTable, PlainTable, TableData},
};

use super::{
    ground::{Level, ground, level_word},
    links,
    overdue::Overdue,
    parts::{stat, stats},
    say::Say,
    shown::shown,
};

/// Customers named.
const NAMED: usize = 25;

/// The tab.
#[component]
pub fn Value() -> impl IntoView {
    view! { {shown(Topic::Outlook, Insights::expect().outlook, Signal::stored(0), content)} }
}

fn content(outlook: Arc<Outlook>, say: Say) -> AnyView {
    let forecast = (!outlook.forecast.is_empty()).then(|| {
        view! {
            {totals(&outlook, say)}
            {classes(&outlook, say)}
            {best(&outlook, say)}
            {method(&outlook, say)}
        }
    });
    let facts = outlook.forecast.is_empty().then(|| view! { <Overdue most=NAMED/> });
    view! { {ground(&outlook, say, true)} {forecast} {facts} }.into_any()
}

/// What an estimate of money is: revenue, or what is left of it.
fn kind(outlook: &Outlook, say: Say) -> String {
    match outlook.margin {
        Some(margin) => td_string!(say.locale, insights.in_margin, share = say.percent(margin)),
        None => td_string!(say.locale, insights.in_revenue).to_owned(),
    }
}

fn totals(outlook: &Outlook, say: Say) -> AnyView {
    let (locale, forecast) = (say.locale, &outlook.forecast);
    let customers = forecast.customer.len() as i64;
    let mut row = Vec::new();
    if !forecast.alive.is_empty() {
        let (low, high) = trust::range(forecast.alive.iter().sum(), outlook.bias());
        let most = customers as f64;
        let hint = td_string!(locale, insights.of_customers, count = say.integer(customers));
        row.push(stat(td_string!(locale, insights.still_there), say.count_range(low.min(most), high.min(most)), hint));
    }
    let horizons = [
        (td_string!(locale, insights.orders_soon), &forecast.soon),
        (td_string!(locale, insights.orders_year), &forecast.year),
    ];
    for (label, column) in horizons.into_iter().filter(|(_, column)| !column.is_empty()) {
        let (low, high) = trust::range(column.iter().sum(), outlook.bias());
        row.push(stat(label, say.count_range(low, high), td_string!(locale, insights.estimate_range)));
    }
    if !forecast.worth.is_empty() {
        let (low, high) = trust::range(forecast.worth.iter().sum(), outlook.bias());
        row.push(stat(td_string!(locale, insights.worth_year), say.about_range(low, high), kind(outlook, say)));
    }
    let lifetimes = [
        (
            td_string!(locale, insights.clv_cash, months = MONTHS),
            &forecast.cash,
            td_string!(locale, insights.clv_cash_hint),
        ),
        (
            td_string!(locale, insights.clv_infinite).to_owned(),
            &forecast.lifetime,
            td_string!(locale, insights.clv_infinite_hint),
        ),
    ];
    for (label, column, hint) in lifetimes.into_iter().filter(|(_, column, _)| !column.is_empty()) {
        let (low, high) = trust::range(column.iter().sum(), outlook.bias());
        row.push(stat(label, say.about_range(low, high), hint));
    }
    stats(row)
}

/// Rows of the forecast by class, the computed one or that set by hand, and at the end those without one.
fn by_class(outlook: &Outlook, say: Say) -> [Vec<usize>; 4] {
    let mut rows: [Vec<usize>; 4] = Default::default();
    say.scores.signal().with(|answer| {
        say.workspace.peek(|book| {
            for (row, slot) in outlook.forecast.customer.iter().enumerate() {
                let class = book.parties.at(*slot).and_then(|party| answer.class(*slot, &party.data));
                rows[class.map_or(3, |class| class as usize - 1)].push(row);
            }
        });
    });
    rows
}

fn classes(outlook: &Outlook, say: Say) -> Option<AnyView> {
    let (locale, forecast) = (say.locale, &outlook.forecast);
    if forecast.worth.is_empty() {
        return None;
    }
    let row = |(class, rows): (Class, Vec<usize>)| {
        let sum = |column: &[f64]| rows.iter().filter_map(|row| column.get(*row)).sum::<f64>();
        let range = |sum: f64| trust::range(sum, outlook.bias());
        let (worth, orders) = (range(sum(&forecast.worth)), range(sum(&forecast.year)));
        let each = rows.len().max(1) as f64;
        (!rows.is_empty()).then(|| LinkedRow {
            href: Some(links::customers("class", &[class_key(class)])),
            cells: vec![
                class.letter().to_owned(),
                say.integer(rows.len() as i64),
                say.count_range(orders.0, orders.1),
                say.about_range(worth.0, worth.1),
                say.about_range(worth.0 / each, worth.1 / each),
            ],
        })
    };
    let rows: Vec<LinkedRow> = Class::ALL.into_iter().zip(by_class(outlook, say)).filter_map(row).collect();
    let columns = vec![
        LinkedColumn::words(td_string!(locale, fields.abc)),
        LinkedColumn::numbers(td_string!(locale, common.customers)),
        LinkedColumn::numbers(td_string!(locale, insights.orders_year)),
        LinkedColumn::numbers(td_string!(locale, insights.worth_year)),
        LinkedColumn::numbers(td_string!(locale, insights.worth_each)),
    ];
    let caption = td_string!(locale, insights.by_class).to_owned();
    Some(
        view! {
            <Card title=Signal::stored(caption.clone())>
                <LinkedTable caption columns=Signal::stored(columns) rows=Signal::stored(rows)/>
            </Card>
        }
        .into_any(),
    )
}

/// The customers expected to bring most, or, where that may not be said, those most likely to be there.
fn best(outlook: &Outlook, say: Say) -> AnyView {
    let (locale, forecast) = (say.locale, &outlook.forecast);
    let numbers = outlook.standing.rung == Rung::Numbers;
    let key = if forecast.worth.is_empty() { &forecast.alive } else { &forecast.worth };
    let mut order: Vec<usize> = (0..forecast.customer.len()).collect();
    order.sort_by(|a, b| key[*b].total_cmp(&key[*a]).then(a.cmp(b)));
    let (with_chance, with_orders) = (!forecast.alive.is_empty(), !forecast.worth.is_empty());
    let row = |row: usize| {
        let (name, href) = say.who(forecast.customer[row])?;
        let mut cells = vec![name];
        if let Some(alive) = forecast.alive.get(row) {
            cells.push(chance(*alive, numbers, say));
        }
        if let Some(said) = forecast.orders_at(row, outlook.bias()) {
            let level = level_word(locale, Level::between(said.year, 0.5, 2.0));
            cells.push(if numbers { say.number(said.year, 1) } else { level.to_owned() });
            cells.push(next_order(said.next, say));
            for [_, low, high] in [said.worth, said.cash, said.lifetime] {
                cells.push(say.about_range(low, high));
            }
        }
        Some(LinkedRow { href: Some(href), cells })
    };
    let rows: Vec<LinkedRow> = order.into_iter().take(NAMED).filter_map(row).collect();
    let mut columns = vec![LinkedColumn::words(td_string!(locale, insights.customer))];
    if with_chance {
        columns.push(LinkedColumn::numbers(td_string!(locale, insights.chance)));
    }
    if with_orders {
        columns.push(LinkedColumn::numbers(td_string!(locale, insights.orders_year)));
        columns.push(LinkedColumn::numbers(td_string!(locale, insights.next_order)));
        columns.push(LinkedColumn::numbers(td_string!(locale, insights.worth_year)));
        columns.push(LinkedColumn::numbers(td_string!(locale, insights.clv_cash, months = MONTHS)));
        columns.push(LinkedColumn::numbers(td_string!(locale, insights.clv_infinite)));
    }
    let caption = if with_orders { td_string!(locale, insights.best) } else { td_string!(locale, insights.surest) };
    view! {
        <Card title=Signal::stored(caption.to_owned())>
            <p class="insights-soft">
                {td_string!(locale, insights.best_text)}
                {with_orders.then(|| format!(" {}", clv_text(say)))}
            </p>
            <LinkedTable caption=caption.to_owned() columns=Signal::stored(columns) rows=Signal::stored(rows)/>
        </Card>
    }
    .into_any()
}

/// Which of the two lifetime values is which.
pub fn clv_text(say: Say) -> String {
    td_string!(say.locale, insights.clv_text, months = MONTHS, discount = say.percent(DISCOUNT))
}

/// A chance as the ground carries it.
pub fn chance(alive: f64, numbers: bool, say: Say) -> String {
    if numbers { say.percent(alive) } else { level_word(say.locale, Level::of_chance(alive)).to_owned() }
}

/// Between which days the next order is expected, eight times in ten, if the customer is still there.
pub fn next_order([early, _, late]: [f64; 3], say: Say) -> String {
    let as_of = say.scores.signal().with(|answer| answer.classification.summary.as_of);
    let day = |days: f64| say.day(as_of.saturating_add(days.round() as i32));
    if late >= FURTHEST {
        td_string!(say.locale, insights.not_before, day = day(early))
    } else {
        format!("{} – {}", day(early), day(late))
    }
}

/// How it was worked out, for those who want to know.
fn method(outlook: &Outlook, say: Say) -> Option<AnyView> {
    let locale = say.locale;
    let model = outlook.model?;
    let [r, alpha, a, b] = model.parameters;
    let spend = if outlook.gamma_gamma {
        td_string!(locale, insights.spend_gamma)
    } else {
        td_string!(locale, insights.spend_logs)
    };
    let name = if model.k > 1 { format!("MBG/CNBD-{}", model.k) } else { "MBG/NBD".to_owned() };
    let rows = [("r", r), ("α", alpha), ("a", a), ("b", b)];
    let data = TableData {
        columns: vec![
            td_string!(locale, insights.parameter).to_owned(),
            td_string!(locale, insights.estimate).to_owned(),
        ],
        rows: rows.map(|(name, value)| vec![name.to_owned(), say.number(value, 3)]).into(),
    };
    let summary = Signal::stored(td_string!(locale, insights.how).to_owned());
    let (name, kind) = (td_string!(locale, insights.how_model, name = name), kind(outlook, say));
    Some(
        view! {
            <Disclosure summary>
                <div class="stack stack-tight">
                    <p>{name}</p>
                    <p>{spend}</p>
                    <p>{kind}</p>
                    <PlainTable caption=summary data=Signal::stored(data)/>
                </div>
            </Disclosure>
        }
        .into_any(),
    )
}
