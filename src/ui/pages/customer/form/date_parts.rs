//! A date of which any part may be left empty, while it is being typed.

use minicbor::{Decode, Encode};

use crate::domain::{day::PartialDate, flaw::Flaw};

/// Which input of a date, as a part of a place; 0 is left to whatever stands before the date.
pub mod part {
    /// The year.
    pub const YEAR: u8 = 1;
    /// The month.
    pub const MONTH: u8 = 2;
    /// The day.
    pub const DAY: u8 = 3;
}

/// The parts as they are typed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct DateParts {
    /// Four digits, or nothing.
    #[n(0)]
    pub year: String,
    /// 1 to 12, or nothing.
    #[n(1)]
    pub month: String,
    /// 1 to 31, or nothing.
    #[n(2)]
    pub day: String,
}

impl DateParts {
    /// The parts of a date.
    pub fn of(date: PartialDate) -> Self {
        let text = |part: Option<u8>| part.map_or_else(String::new, |part| part.to_string());
        let year = date.year().map_or_else(String::new, |year| year.to_string());
        Self { year, month: text(date.month()), day: text(date.day()) }
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        [&self.year, &self.month, &self.day].into_iter().all(|part| part.trim().is_empty())
    }

    /// Reads the date.
    ///
    /// # Errors
    /// Which part is wrong, and what with it: the year is [`Flaw::Missing`] when every part is, and so is the month of a day; a
    /// day that its month does not have is [`Flaw::NotADate`].
    pub fn parse(&self) -> Result<PartialDate, (u8, Flaw)> {
        let year = number(&self.year, 1..=9999).map_err(|flaw| (part::YEAR, flaw))?;
        let month = number(&self.month, 1..=12).map_err(|flaw| (part::MONTH, flaw))?;
        let day = number(&self.day, 1..=31).map_err(|flaw| (part::DAY, flaw))?;
        match (year, month, day) {
            (None, None, None) => Err((part::YEAR, Flaw::Missing)),
            (_, None, Some(_)) => Err((part::MONTH, Flaw::Missing)),
            _ => {
                let small = |part: Option<i32>| part.and_then(|part| u8::try_from(part).ok());
                PartialDate::new(year, small(month), small(day)).ok_or((part::DAY, Flaw::NotADate))
            }
        }
    }
}

/// A number that may be left out. Digits of full width are digits.
fn number(text: &str, range: std::ops::RangeInclusive<i32>) -> Result<Option<i32>, Flaw> {
    let narrow = |c: char| match c {
        '\u{FF10}'..='\u{FF19}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    let text: String = text.trim().chars().map(narrow).collect();
    if text.is_empty() {
        return Ok(None);
    }
    let number = text.parse().ok().filter(|number| range.contains(number)).ok_or(Flaw::NotADate)?;
    Ok(Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(year: &str, month: &str, day: &str) -> Result<PartialDate, (u8, Flaw)> {
        DateParts { year: year.into(), month: month.into(), day: day.into() }.parse()
    }

    #[test]
    fn any_part_of_a_date_may_be_left_out_that_leaves_a_date() {
        assert_eq!(parse("", "2", "29").ok(), PartialDate::new(None, Some(2), Some(29)));
        assert_eq!(parse("2019", "５", "").ok(), PartialDate::new(Some(2019), Some(5), None));
        assert_eq!(parse("2019", "", "").ok(), PartialDate::new(Some(2019), None, None));
        assert_eq!(parse("", "", ""), Err((part::YEAR, Flaw::Missing)));
    }

    #[test]
    fn the_part_that_is_wrong_is_named() {
        assert_eq!(parse("soon", "2", "1"), Err((part::YEAR, Flaw::NotADate)));
        assert_eq!(parse("10000", "2", "1"), Err((part::YEAR, Flaw::NotADate)));
        assert_eq!(parse("2024", "13", "1"), Err((part::MONTH, Flaw::NotADate)));
        assert_eq!(parse("2024", "2", "x"), Err((part::DAY, Flaw::NotADate)));
        assert_eq!(parse("2023", "2", "29"), Err((part::DAY, Flaw::NotADate)));
        assert_eq!(parse("", "4", "31"), Err((part::DAY, Flaw::NotADate)));
        assert_eq!(parse("2024", "", "3"), Err((part::MONTH, Flaw::Missing)));
    }
}
