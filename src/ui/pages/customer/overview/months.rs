//! Orders per month as a chart.

use chrono::Months;
use leptos::prelude::*;

use crate::{
    analysis::listing::{
        filter::{Filter, Operand, Relation},
        query::Query,
    },
    domain::{id::Id, order::Order, party::Party, record::Kind},
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        charts::{AxesText, Bar, BarChart, ChartText},
        components::{Card, TableData},
        pages::customer::amounts::money_text,
        route::{ListQuery, Route},
        words,
    },
};

use super::month_bars::{Month, months};

/// The chart; nothing before there is an order.
#[component]
pub fn MonthsCard(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let found = Memo::new(move |_| {
        workspace.read(&[Kind::Order, Kind::Settings], |book| {
            let orders = book.of::<Order>(id);
            months(orders.map(|row| &row.data), clock::today(&book.settings().time_zone))
        })
    });
    let is_empty = Memo::new(move |_| found.with(Vec::is_empty));
    let bars = Signal::derive(move || {
        let locale = i18n.get_locale();
        let name = workspace.read(&[Kind::Party], |book| book.get(id).map(|row| row.data.name.clone()));
        let bar = |month: &Month| Bar { href: name.as_deref().map(|name| of_month(name, month)), ..bar(locale, month) };
        found.with(|months| months.iter().map(bar).collect::<Vec<_>>())
    });
    let table = Signal::derive(move || {
        let locale = i18n.get_locale();
        let columns = [
            t_string!(i18n, customer.month),
            t_string!(i18n, customer.orders_count),
            t_string!(i18n, customer.amounts),
        ];
        let rows = found.with(|months| months.iter().rev().map(|month| row(locale, month)).collect());
        TableData { columns: columns.map(str::to_owned).to_vec(), rows }
    });
    let summary = Signal::derive(move || {
        let (orders, span) = found.with(|months| (months.iter().map(|month| month.orders).sum::<u32>(), months.len()));
        t_string!(i18n, customer.months_summary, orders = orders, months = span)
    });
    let text = ChartText {
        title: Signal::derive(move || t_string!(i18n, customer.orders_per_month).to_owned()),
        summary,
        words: words::chart_words(),
        table,
    };
    let axes = AxesText {
        values: Signal::derive(move || t_string!(i18n, customer.orders_count).to_owned()),
        steps: Signal::derive(move || t_string!(i18n, customer.month).to_owned()),
        cursor: Signal::derive(move || t_string!(i18n, customer.read_months).to_owned()),
    };
    let format_value = Callback::new(move |value: f64| {
        // The axis may stand between two whole orders; those lines have no number.
        if value.fract() == 0.0 { format::number(words::tag(i18n.get_locale()), value, 0) } else { String::new() }
    });
    view! {
        <Show when=move || !is_empty.get()>
            <Card>
                <BarChart text words=axes bars format_value/>
            </Card>
        </Show>
    }
}

fn bar(locale: Locale, month: &Month) -> Bar {
    let tag = words::tag(locale);
    let name = format::month(tag, month.first);
    let detail = match month.orders {
        0 if month.amounts.is_empty() => td_string!(locale, customer.month_empty, month = name),
        orders => {
            td_string!(locale, customer.month_detail, month = name, orders = orders, amounts = amounts(locale, month))
        }
    };
    Bar { label: format::month_short(tag, month.first), value: f64::from(month.orders), detail, href: None }
}

/// The list of a customer's orders of a month.
fn of_month(name: &str, month: &Month) -> String {
    let end = month.first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(month.first);
    let range = Operand::Range(month.first.to_string(), end.to_string());
    let days = Filter { operands: vec![range], ..Filter::any("day", [""; 0]) };
    let whose = Filter { relation: Relation::Exactly, ..Filter::any("customer", [name]) };
    let query: ListQuery = Query::filtered([whose, days]).into();
    Route::Orders(query.by("-day")).to_string()
}

fn row(locale: Locale, month: &Month) -> Vec<String> {
    let tag = words::tag(locale);
    vec![format::month(tag, month.first), format::integer(tag, i64::from(month.orders)), amounts(locale, month)]
}

fn amounts(locale: Locale, month: &Month) -> String {
    let amounts: Vec<String> = month.amounts.iter().map(|money| money_text(locale, *money)).collect();
    format::list(words::tag(locale), &amounts)
}
