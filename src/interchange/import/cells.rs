//! What the cells of a row say, by field.

use chrono::NaiveDate;

use crate::interchange::csv::{
    Target, Value,
    check::Row,
    number::Number,
    text::{line, unguard_formula},
};

/// Every text of a field, from left to right.
pub(super) fn texts<'r>(row: &'r Row<'_>, target: Target) -> impl Iterator<Item = &'r str> {
    row.values.iter().filter(move |(_, other, _)| *other == target).flat_map(|(_, _, value)| match value {
        Value::Text(text) => std::slice::from_ref(text).iter().map(AsRef::as_ref).chain([].iter().map(String::as_str)),
        Value::Texts(texts) => [].iter().map(AsRef::as_ref).chain(texts.iter().map(String::as_str)),
        _ => [].iter().map(AsRef::as_ref).chain([].iter().map(String::as_str)),
    })
}

/// The first text of a field; empty where there is none.
pub(super) fn text<'r>(row: &'r Row<'_>, target: Target) -> &'r str {
    row.text(target).unwrap_or_default()
}

/// The number of a field.
pub(super) fn number<'r>(row: &'r Row<'_>, target: Target) -> Option<&'r Number> {
    match row.get(target) {
        Some(Value::Number(number)) => Some(number),
        _ => None,
    }
}

/// The day of a field, and the minute where the cell has it. A time that says its offset is taken as it is written.
pub(super) fn when(row: &Row<'_>, target: Target) -> Option<(NaiveDate, Option<u16>)> {
    match row.get(target) {
        Some(Value::When(when)) => Some((when.day, when.minute)),
        _ => None,
    }
}

/// The minute of a field of times.
pub(super) fn minute(row: &Row<'_>, target: Target) -> Option<u16> {
    match row.get(target) {
        Some(Value::Minute(minute)) => Some(*minute),
        _ => None,
    }
}

/// The column of a field in that row.
pub(super) fn column(row: &Row<'_>, target: Target) -> Option<usize> {
    row.values.iter().find(|(_, other, _)| *other == target).map(|(column, _, _)| *column)
}

/// A cell as the text of a line, for rows that cannot be read as a whole.
pub(super) fn raw_line(cell: &str) -> String {
    line(unguard_formula(cell)).text.into_owned()
}
