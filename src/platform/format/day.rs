//! Days, instants, and how long ago.

use chrono::NaiveDate;
use wasm_bindgen::JsValue;

use crate::platform::intl::{self, Value};

const NUMERIC: Value<'_> = Value::Text("numeric");
const SHORT: Value<'_> = Value::Text("short");
const LONG: Value<'_> = Value::Text("long");

/// A civil day: `3 Feb 2024`, `2024年2月3日`.
pub fn day(locale: &str, day: NaiveDate) -> String {
    civil(locale, day, &[("year", NUMERIC), ("month", SHORT), ("day", NUMERIC)])
}

/// A civil day where the year goes without saying: `3 Feb`, `2月3日`.
pub fn day_short(locale: &str, day: NaiveDate) -> String {
    civil(locale, day, &[("month", SHORT), ("day", NUMERIC)])
}

/// The month of a day: `February 2024`, `2024年2月`.
pub fn month(locale: &str, day: NaiveDate) -> String {
    civil(locale, day, &[("year", NUMERIC), ("month", LONG)])
}

/// The month of a day in few characters, for axes: `Feb 2024`, `2024年2月`.
pub fn month_short(locale: &str, day: NaiveDate) -> String {
    civil(locale, day, &[("year", NUMERIC), ("month", SHORT)])
}

/// The day of the week: `Saturday`, `星期六`.
pub fn weekday(locale: &str, day: NaiveDate) -> String {
    civil(locale, day, &[("weekday", LONG)])
}

/// A day of every year, as of a birthday without its year: `29 February`, `2月29日`. The month from 1 to 12; what no year has is
/// written in digits.
pub fn day_of_year(locale: &str, month: u32, day: u32) -> String {
    // 2000 was a leap year: there is a 29 February.
    match NaiveDate::from_ymd_opt(2000, month, day) {
        Some(day) => civil(locale, day, &[("month", LONG), ("day", NUMERIC)]),
        None => format!("{month}-{day}"),
    }
}

/// An instant (milliseconds since 1970) as day and time in a time zone by its IANA name: `3 Feb 2024, 2:05 pm`. By UTC, and saying
/// so, if the browser does not know the zone.
pub fn instant(locale: &str, ms: u64, zone: &str) -> String {
    let at = |zone| {
        let options = [("dateStyle", Value::Text("medium")), ("timeStyle", SHORT), ("timeZone", Value::Text(zone))];
        intl::format("DateTimeFormat", locale, &options, &JsValue::from_f64(ms as f64))
    };
    at(zone).or_else(|| Some(at("UTC")? + " UTC")).unwrap_or_else(|| format!("{ms} ms"))
}

/// How long before today a day was, in the unit that people would take; negative for a day to come: `yesterday`, `3 weeks ago`,
/// `in 5 days`.
pub fn ago(locale: &str, days: i64) -> String {
    let (number, unit) = unit(days.unsigned_abs());
    let number = if days > 0 { -(number as f64) } else { number as f64 };
    // `yesterday` is what a day ago is; `last month` is not what 31 days ago is.
    let numeric = if unit == "day" { "auto" } else { "always" };
    intl::formatter("RelativeTimeFormat", "format", locale, &[("numeric", Value::Text(numeric))])
        .and_then(|formatter| formatter.call2(&number.into(), &unit.into())?.as_string())
        .unwrap_or_else(|| format!("{number} {unit}"))
}

/// Two of a unit at least, so that rounding takes off a third at most; only years are complete ones.
fn unit(days: u64) -> (u64, &'static str) {
    match days {
        0..14 => (days, "day"),
        14..60 => ((days + 3) / 7, "week"),
        // 30.44 days are a month in the mean of 400 years.
        60..730 => ((days * 100 + 1522) / 3044, "month"),
        // A day more, since two years may have 730 days as well as 731.
        _ => (((days as f64 + 1.0) / 365.25) as u64, "year"),
    }
}

fn civil(locale: &str, day: NaiveDate, options: &[(&str, Value<'_>)]) -> String {
    // Civil days have no zone; midnight in UTC is on the same day in UTC.
    let ms = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_millis() as f64;
    let mut all = vec![("timeZone", Value::Text("UTC"))];
    all.extend_from_slice(options);
    intl::format("DateTimeFormat", locale, &all, &JsValue::from_f64(ms)).unwrap_or_else(|| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::unit;

    #[test]
    fn time_past_is_told_in_a_unit_of_which_there_are_at_least_two() {
        for (days, told) in [
            (0, (0, "day")),
            (13, (13, "day")),
            (14, (2, "week")),
            (59, (8, "week")),
            (60, (2, "month")),
            (365, (12, "month")),
            (729, (24, "month")),
            (730, (2, "year")),
            (1094, (2, "year")),
            (1096, (3, "year")),
        ] {
            assert_eq!(unit(days), told, "{days} days");
        }
        assert!(unit(u64::MAX).0 > 1_000_000);
    }
}
