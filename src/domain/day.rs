//! Civil days and dates of which only a part is known.

use std::{fmt, str::FromStr};

use chrono::{Datelike, NaiveDate};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// A civil day as days since 1970-01-01; the form in which days are stored and computed with.
pub fn number(day: NaiveDate) -> i32 {
    day.signed_duration_since(NaiveDate::default()).num_days() as i32
}

/// The day of a number; `None` beyond chrono's calendar (years ±262,000).
pub fn from_number(number: i32) -> Option<NaiveDate> {
    NaiveDate::default().checked_add_signed(chrono::Duration::days(i64::from(number)))
}

/// A date of which the year, the month or the day may be unknown: a birthday without a year, "since May 2019".
/// Made by [`PartialDate::new`] alone, so that it is always possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct PartialDate {
    #[n(0)]
    year: Option<i32>,
    #[n(1)]
    month: Option<u8>,
    #[n(2)]
    day: Option<u8>,
}

/// The parts as they stand in a backup.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    #[serde(skip_serializing_if = "Option::is_none", default)]
    year: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    month: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none", default)]
    day: Option<u8>,
}

impl From<PartialDate> for Parts {
    fn from(date: PartialDate) -> Self {
        Self { year: date.year, month: date.month, day: date.day }
    }
}
impl TryFrom<Parts> for PartialDate {
    type Error = &'static str;

    fn try_from(parts: Parts) -> Result<Self, Self::Error> {
        Self::new(parts.year, parts.month, parts.day).ok_or("no such date")
    }
}

impl PartialDate {
    /// Checks the parts: something is known, a day needs its month, and the date exists (29 February does, without a year).
    pub fn new(year: Option<i32>, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        if year.is_none() && month.is_none() {
            return None;
        }
        if year.is_some_and(|year| !(1..=9999).contains(&year)) || (day.is_some() && month.is_none()) {
            return None;
        }
        // 2000 was a leap year: without a year every day of the calendar is possible.
        let (y, m, d) = (year.unwrap_or(2000), month.unwrap_or(1), day.unwrap_or(1));
        NaiveDate::from_ymd_opt(y, u32::from(m), u32::from(d))?;
        Some(Self { year, month, day })
    }

    /// The year, if known.
    pub fn year(self) -> Option<i32> {
        self.year
    }

    /// The month 1–12, if known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day 1–31, if known.
    pub fn day(self) -> Option<u8> {
        self.day
    }

    /// The civil day, if every part is known.
    pub fn full(self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(self.year?, u32::from(self.month?), u32::from(self.day?))
    }

    /// The next time this day of the year comes round, on or after `today`; 29 February counts as 1 March in other years.
    pub fn next(self, today: NaiveDate) -> Option<NaiveDate> {
        let (month, day) = (u32::from(self.month?), u32::from(self.day?));
        let of_year =
            |year| NaiveDate::from_ymd_opt(year, month, day).or_else(|| NaiveDate::from_ymd_opt(year, month + 1, 1));
        of_year(today.year()).filter(|next| *next >= today).or_else(|| of_year(today.year() + 1))
    }
}

/// As vCard writes it (RFC 6350, section 4.3.1, with hyphens): `1980-05-01`, `1980-05`, `1980`, `--05-01`, `--05`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("-")?,
        }
        [self.month, self.day].into_iter().flatten().try_for_each(|part| write!(f, "-{part:02}"))
    }
}

/// What is no date, or one that does not exist.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no such date")]
pub struct NoSuchDate;

impl FromStr for PartialDate {
    type Err = NoSuchDate;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let (year, rest) = match text.strip_prefix("--") {
            Some(rest) => (None, Some(rest)),
            None => match text.split_once('-') {
                Some((year, rest)) => (Some(year), Some(rest)),
                None => (Some(text), None),
            },
        };
        let digits = |text: &str, count| text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
        let part = |text: &str| digits(text, 2).then(|| text.parse().ok()).flatten().ok_or(NoSuchDate);
        let year =
            year.map(|year| digits(year, 4).then(|| year.parse().ok()).flatten().ok_or(NoSuchDate)).transpose()?;
        let (month, day) = match rest.map(|rest| rest.split_once('-').map_or((rest, None), |(m, d)| (m, Some(d)))) {
            None => (None, None),
            Some((month, day)) => (Some(part(month)?), day.map(part).transpose()?),
        };
        Self::new(year, month, day).ok_or(NoSuchDate)
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(day: NaiveDate) -> Self {
        Self { year: Some(day.year()), month: Some(day.month() as u8), day: Some(day.day() as u8) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_partial_date_exists_or_is_not_made() {
        assert!(PartialDate::new(None, Some(2), Some(29)).is_some());
        assert!(PartialDate::new(Some(2023), Some(2), Some(29)).is_none());
        assert!(PartialDate::new(None, None, Some(3)).is_none());
        assert!(PartialDate::new(Some(2019), Some(5), None).is_some());
        assert!(PartialDate::new(None, Some(13), None).is_none());
    }

    #[test]
    fn a_partial_date_is_read_as_it_is_written() {
        for text in ["1980-05-01", "1980-05", "1980", "--02-29", "--05", "0001-12-31"] {
            assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), Ok(text.to_owned()));
        }
        for text in ["", "-", "--", "80", "1980-5-1", "1980-13", "2023-02-29", "--05-01-01", "1980-05-01 ", "+980"] {
            assert_eq!(text.parse::<PartialDate>(), Err(NoSuchDate), "{text}");
        }
    }

    #[test]
    fn a_leap_day_comes_round_on_the_first_of_march() {
        let birthday = PartialDate::new(None, Some(2), Some(29)).unwrap();
        assert_eq!(birthday.next(day("2023-01-10")), Some(day("2023-03-01")));
        assert_eq!(birthday.next(day("2023-03-02")), Some(day("2024-02-29")));
    }

    #[test]
    fn days_and_their_numbers_go_both_ways() {
        assert_eq!(number(day("1970-01-02")), 1);
        assert_eq!(from_number(number(day("2024-02-29"))), Some(day("2024-02-29")));
    }
}
