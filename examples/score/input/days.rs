//! Dates as other programs write them.

use chrono::{NaiveDate, NaiveDateTime};
use kith::analysis::columns::{Day, FURTHEST_DAY};

/// The civil day of a date or a time of day, in the calendar it is written in. Year first, unless a format is given
/// (`%d.%m.%Y`): day and month cannot be told apart by looking.
pub fn parse(text: &str, format: Option<&str>) -> Option<Day> {
    let text = text.trim();
    let date = match format {
        Some(format) => NaiveDate::parse_from_str(text, format)
            .or_else(|_| NaiveDateTime::parse_from_str(text, format).map(|time| time.date()))
            .ok()?,
        None => year_first(text)?,
    };
    Some(date.to_epoch_days()).filter(|day| (-FURTHEST_DAY..=FURTHEST_DAY).contains(day))
}

fn year_first(text: &str) -> Option<NaiveDate> {
    if text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return NaiveDate::parse_from_str(text, "%Y%m%d").ok();
    }
    let date = text.split(['T', ' ']).next()?;
    ["%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d"].iter().find_map(|format| NaiveDate::parse_from_str(date, format).ok())
}

/// As a file says it: 2024-12-31.
pub fn written(day: Day) -> String {
    NaiveDate::from_epoch_days(day).map(|date| date.to_string()).unwrap_or_default()
}
