//! Days as filters name them: `2025`, `2025-03`, `2025-03-09`, `today`, `last-month`, `30d`, `next-7d`.

use chrono::{Datelike, Days, Months, NaiveDate};

/// What a text means as a span of days, both ends with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    /// From a day to a day of the calendar.
    Calendar(NaiveDate, NaiveDate),
    /// The day so long ago; compared by how long ago a day is.
    Ago(NaiveDate),
}

/// Names of spans that hang on today, in the order in which they are offered.
pub const NAMED: [&str; 15] = [
    "today",
    "yesterday",
    "tomorrow",
    "this-week",
    "last-week",
    "next-week",
    "this-month",
    "last-month",
    "next-month",
    "this-quarter",
    "last-quarter",
    "next-quarter",
    "this-year",
    "last-year",
    "next-year",
];

fn month(year: i32, month: u32) -> Option<(NaiveDate, NaiveDate)> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((first, first.checked_add_months(Months::new(1))?.pred_opt()?))
}

/// A number of days, weeks, months or years.
fn length(text: &str) -> Option<(u32, char)> {
    let unit = text.chars().next_back().filter(|unit| "dwmy".contains(*unit))?;
    let digits = &text[..text.len() - 1];
    let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())??;
    Some((number, unit))
}

fn back(day: NaiveDate, (number, unit): (u32, char)) -> Option<NaiveDate> {
    match unit {
        'd' => day.checked_sub_days(Days::new(number.into())),
        'w' => day.checked_sub_days(Days::new(u64::from(number) * 7)),
        'm' => day.checked_sub_months(Months::new(number)),
        _ => day.checked_sub_months(Months::new(number.checked_mul(12)?)),
    }
}

fn ahead(day: NaiveDate, (number, unit): (u32, char)) -> Option<NaiveDate> {
    match unit {
        'd' => day.checked_add_days(Days::new(number.into())),
        'w' => day.checked_add_days(Days::new(u64::from(number) * 7)),
        'm' => day.checked_add_months(Months::new(number)),
        _ => day.checked_add_months(Months::new(number.checked_mul(12)?)),
    }
}

/// The span of a text; `None` when it is none, or beyond the calendar. Weeks begin on Monday (ISO 8601).
pub fn parse(text: &str, today: NaiveDate) -> Option<Span> {
    let calendar = |(from, to)| Some(Span::Calendar(from, to));
    if let Some(length) = length(text) {
        return back(today, length).map(Span::Ago);
    }
    match text {
        "today" => return calendar((today, today)),
        "yesterday" => return today.pred_opt().map(|day| Span::Calendar(day, day)),
        "tomorrow" => return today.succ_opt().map(|day| Span::Calendar(day, day)),
        _ => {}
    }
    if let Some((way, unit)) = text.split_once('-') {
        let step = match way {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return absolute(text).and_then(calendar),
        };
        return match (step, length(unit)) {
            // Today is the last of the last thirty days, and the first of the days to come.
            (-1, Some(length)) => calendar((back(today, length)?.succ_opt()?, today)),
            (1, Some(length)) => calendar((today, ahead(today, length)?)),
            (_, Some(_)) => None,
            (step, None) => calendar(named(step, unit, today)?),
        };
    }
    absolute(text).and_then(calendar)
}

fn named(step: i32, unit: &str, today: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    match unit {
        "week" => {
            let monday = today.checked_sub_days(Days::new(today.weekday().num_days_from_monday().into()))?;
            let monday = monday.checked_add_signed(chrono::Duration::weeks(step.into()))?;
            Some((monday, monday.checked_add_days(Days::new(6))?))
        }
        "month" | "quarter" => {
            let (size, start) = if unit == "month" { (1, today.month0()) } else { (3, today.month0() / 3 * 3) };
            let months = today.year() * 12 + start as i32 + step * size;
            let first = month(months.div_euclid(12), months.rem_euclid(12) as u32 + 1)?.0;
            Some((first, first.checked_add_months(Months::new(size as u32))?.pred_opt()?))
        }
        "year" => year(today.year() + step),
        _ => None,
    }
}

fn year(year: i32) -> Option<(NaiveDate, NaiveDate)> {
    Some((NaiveDate::from_ymd_opt(year, 1, 1)?, NaiveDate::from_ymd_opt(year, 12, 31)?))
}

/// `2025`, `2025-03`, `2025-03-09`; with slashes as well.
fn absolute(text: &str) -> Option<(NaiveDate, NaiveDate)> {
    if !text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'/') {
        return None;
    }
    let mut parts = text.split(['-', '/']).map(|part| (part.len() <= 4).then(|| part.parse::<u32>().ok())?);
    let of_year = parts.next()?.filter(|_| text.len() >= 4)? as i32;
    let found = match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => year(of_year),
        (Some(of_month), None, _) => month(of_year, of_month?),
        (Some(of_month), Some(day), None) => {
            let day = NaiveDate::from_ymd_opt(of_year, of_month?, day?)?;
            Some((day, day))
        }
        _ => None,
    };
    found.filter(|_| (1..=9_999).contains(&of_year))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn span(text: &str) -> Span {
        parse(text, day("2025-03-31")).unwrap()
    }

    fn calendar(from: &str, to: &str) -> Span {
        Span::Calendar(day(from), day(to))
    }

    #[test]
    fn spans_are_what_their_names_say() {
        assert_eq!(span("2024"), calendar("2024-01-01", "2024-12-31"));
        assert_eq!(span("2024-02"), calendar("2024-02-01", "2024-02-29"));
        assert_eq!(span("2024/2/9"), calendar("2024-02-09", "2024-02-09"));
        assert_eq!(span("last-30d"), calendar("2025-03-02", "2025-03-31"));
        assert_eq!(span("next-7d"), calendar("2025-03-31", "2025-04-07"));
        assert_eq!(span("this-month"), calendar("2025-03-01", "2025-03-31"));
        assert_eq!(span("last-month"), calendar("2025-02-01", "2025-02-28"));
        assert_eq!(span("this-quarter"), calendar("2025-01-01", "2025-03-31"));
        assert_eq!(span("last-quarter"), calendar("2024-10-01", "2024-12-31"));
        assert_eq!(span("next-year"), calendar("2026-01-01", "2026-12-31"));
        // 31 March 2025 is a Monday.
        assert_eq!(span("last-week"), calendar("2025-03-24", "2025-03-30"));
        assert_eq!(span("1m"), Span::Ago(day("2025-02-28")));
        assert_eq!(span("2w"), Span::Ago(day("2025-03-17")));
    }

    #[test]
    fn every_name_that_is_offered_is_a_span() {
        NAMED.into_iter().for_each(|name| assert!(parse(name, day("2025-03-31")).is_some(), "{name}"));
    }

    proptest! {
        #[test]
        fn no_text_and_no_day_is_too_much(text in ".*", unit in "[0-9]{1,12}[dwmy]", number in -96_000_000..96_000_000_i32) {
            if let Some(today) = crate::domain::day::from_number(number) {
                for text in [text, unit.clone(), format!("last-{unit}"), format!("next-{unit}")] {
                    let _ = parse(&text, today);
                }
                let _ = NAMED.map(|name| parse(name, today));
            }
        }
    }
}
