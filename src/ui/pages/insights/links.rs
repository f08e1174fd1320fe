//! Ways to those behind a number.

use chrono::{Datelike, Months};

use crate::{
    analysis::{
        listing::{
            dealings::{answer_keys, month_key},
            filter::{Filter, Operand, Relation},
            parties::{class_key, steadiness_key},
            query::Query,
        },
        xyz::Steadiness,
    },
    domain::{class::Class, day, decimal::Decimal, money::Currency, record::Kind, settings::Measure, survey::Question},
    ui::route::{ListQuery, Route},
};

fn text(number: i32) -> String {
    day::from_number(number).map_or_else(String::new, |day| day.to_string())
}

/// A condition: a day lies between two others, both with it.
fn between(key: &str, from: i32, to: i32) -> Filter {
    Filter {
        key: key.to_owned(),
        negated: false,
        relation: Relation::Any,
        operands: vec![Operand::Range(text(from), text(to))],
    }
}

/// The records of a kind in which a day lies between two others.
pub fn days(kind: Kind, key: &str, from: i32, to: i32, sort: &str) -> String {
    let query: ListQuery = Query::filtered([between(key, from, to)]).into();
    Route::list(kind, query.by(sort)).to_string()
}

/// Those of a cohort who ordered in the period that lies so many of its length after its own, the most valuable first.
pub fn cohort(from: i32, to: i32, age: u32) -> String {
    let Some((first, last)) = day::from_number(from).zip(day::from_number(to)) else { return String::new() };
    let length = (last.year() - first.year()) as u32 * 12 + last.month() + 1 - first.month();
    let months = (0..length).filter_map(|month| first.checked_add_months(Months::new(age * length + month)));
    let months: Vec<String> = months.map(month_key).collect();
    let ordered = Filter::any("ordered", months.iter().map(String::as_str));
    let query: ListQuery = Query::filtered([between("first", from, to), ordered]).into();
    Route::Customers(query.by("-value")).to_string()
}

/// Customers whose latest answer to a question is this one, given within the days.
pub fn answered(question: Question, answer: u8, from: i32, to: i32) -> String {
    let [given, on] = answer_keys(question);
    let query: ListQuery = Query::filtered([Filter::any(given, [&*answer.to_string()]), between(on, from, to)]).into();
    Route::Customers(query.by("-value")).to_string()
}

/// Customers with one of these values in a field, the most valuable first.
pub fn customers(key: &str, values: &[&str]) -> String {
    let query: ListQuery = Query::filtered([Filter::any(key, values.iter().copied())]).into();
    Route::Customers(query.by("-value")).to_string()
}

/// An amount as filters have it: with a point, and as exact as the currency is.
fn amount(minor: i64, currency: Currency) -> String {
    // Four digits hold the minor units of every currency.
    Decimal::from_units(minor.saturating_mul(Decimal::SCALE / currency.scale())).to_string()
}

/// Customers with an amount in a field that is as large or larger, the largest first.
pub fn at_least(key: &str, minor: i64, currency: Currency) -> String {
    let filter = Filter { relation: Relation::AtLeast, ..Filter::any(key, [amount(minor, currency)]) };
    let query: ListQuery = Query::filtered([filter]).into();
    Route::Customers(query.by(&format!("-{key}"))).to_string()
}

/// Customers with an amount in a field from one to another, both with them, the largest first; an end that is not given is open.
pub fn amounts(key: &str, [from, to]: [Option<i64>; 2], currency: Currency) -> String {
    let end = |minor: Option<i64>| minor.map_or_else(String::new, |minor| amount(minor, currency));
    let filter = Filter { operands: vec![Operand::Range(end(from), end(to))], ..Filter::any(key, [""; 0]) };
    let query: ListQuery = Query::filtered([filter]).into();
    Route::Customers(query.by(&format!("-{key}"))).to_string()
}

/// Customers with time written down, those whose hour brings least first.
pub fn timed() -> String {
    let some = Filter { relation: Relation::AtLeast, ..Filter::any("hours", ["0"]) };
    let query: ListQuery = Query::filtered([some]).into();
    Route::Customers(query.by("hourly")).to_string()
}

/// Customers with one order, placed on that day or before.
pub fn once_until(day: i32) -> String {
    let first = Filter { relation: Relation::AtMost, ..Filter::any("first", [text(day)]) };
    let query: ListQuery = Query::filtered([Filter::any("orders", ["1"]), first]).into();
    Route::Customers(query.by("first")).to_string()
}

/// The key of the field that holds what a measure goes by, whatever the workspace goes by.
pub fn measure_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Revenue => "revenue",
        Measure::Margin => "margin",
    }
}

/// Customers of a class who buy so steadily, or of whom that is not known, the most valuable first.
pub fn steadiness(class: Class, steadiness: Option<Steadiness>) -> String {
    let steady = match steadiness {
        Some(steadiness) => Filter::any("steadiness", [steadiness_key(steadiness)]),
        None => Filter { operands: vec![Operand::Nothing], ..Filter::any("steadiness", [""; 0]) },
    };
    let query: ListQuery = Query::filtered([Filter::any("class", [class_key(class)]), steady]).into();
    Route::Customers(query.by("-value")).to_string()
}
