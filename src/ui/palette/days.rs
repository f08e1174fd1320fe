//! Days as of which everything may be seen.

use chrono::{Datelike, Days, NaiveDate};

/// A day that has a name, seen from today.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// The day before today.
    Yesterday,
    /// The last day of the month before this one.
    MonthEnd,
    /// The last day of the quarter before this one.
    QuarterEnd,
    /// The last day of the year before this one.
    YearEnd,
}

impl Named {
    /// All, the nearest first.
    pub const ALL: [Self; 4] = [Self::Yesterday, Self::MonthEnd, Self::QuarterEnd, Self::YearEnd];

    /// The day; `None` at the beginning of time.
    pub fn day(self, today: NaiveDate) -> Option<NaiveDate> {
        let first = match self {
            Self::Yesterday => today,
            Self::MonthEnd => today.with_day(1)?,
            Self::QuarterEnd => NaiveDate::from_ymd_opt(today.year(), today.month0() / 3 * 3 + 1, 1)?,
            Self::YearEnd => NaiveDate::from_ymd_opt(today.year(), 1, 1)?,
        };
        first.checked_sub_days(Days::new(1))
    }
}

/// A day as it was typed: year, month, day, with anything between them, or nothing.
pub fn typed(text: &str) -> Option<NaiveDate> {
    let parts: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let number = |text: &str| text.parse::<u32>().ok();
    let (year, month, day) = match parts.as_slice() {
        [year, month, day] if year.len() == 4 => (number(year)?, number(month)?, number(day)?),
        [day] if day.len() == 8 => (number(&day[..4])?, number(&day[4..6])?, number(&day[6..])?),
        _ => return None,
    };
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn named_days_end_what_went_before() {
        let days = Named::ALL.map(|named| named.day(day(2026, 5, 31)).unwrap());
        assert_eq!(days, [day(2026, 5, 30), day(2026, 4, 30), day(2026, 3, 31), day(2025, 12, 31)]);
    }

    #[test]
    fn a_day_is_read_with_or_without_signs_and_nothing_is_guessed() {
        for text in ["2025-02-03", "2025/2/3", "2025年2月3日", "20250203", " 2025.02.03 "] {
            assert_eq!(typed(text), Some(day(2025, 2, 3)), "{text}");
        }
        for text in ["", "3.2.25", "2025-02-30", "2025", "ada", "99999999"] {
            assert_eq!(typed(text), None, "{text}");
        }
    }
}
