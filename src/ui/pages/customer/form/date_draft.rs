//! A date of which any part may be left empty, while it is being typed.

use crate::domain::{day::PartialDate, flaw::Flaw, party::ImportantDate};

/// What happens on it, and its parts as they are typed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DateDraft {
    /// What happens on it.
    pub label: String,
    /// Four digits, or nothing.
    pub year: String,
    /// 1 to 12, or nothing.
    pub month: String,
    /// 1 to 31, or nothing.
    pub day: String,
}

impl DateDraft {
    /// The parts of a date.
    pub fn of(date: &ImportantDate) -> Self {
        let text = |part: Option<u8>| part.map_or_else(String::new, |part| part.to_string());
        let year = date.date.year().map_or_else(String::new, |year| year.to_string());
        Self { label: date.label.clone(), year, month: text(date.date.month()), day: text(date.date.day()) }
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        [&self.label, &self.year, &self.month, &self.day].iter().all(|part| part.trim().is_empty())
    }

    /// Reads the date.
    ///
    /// # Errors
    /// [`Flaw::Missing`] when every part is empty, [`Flaw::NotADate`] when there is no such date.
    pub fn parse(&self) -> Result<PartialDate, Flaw> {
        let year = part::<i32>(&self.year)?;
        let (month, day) = (part::<u8>(&self.month)?, part::<u8>(&self.day)?);
        if year.is_none() && month.is_none() && day.is_none() {
            return Err(Flaw::Missing);
        }
        PartialDate::new(year, month, day).ok_or(Flaw::NotADate)
    }
}

/// A part that may be empty. Digits of full width are digits.
fn part<T: std::str::FromStr>(text: &str) -> Result<Option<T>, Flaw> {
    let narrow = |c: char| match c {
        '\u{FF10}'..='\u{FF19}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    let text: String = text.trim().chars().map(narrow).collect();
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(|_| Flaw::NotADate) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(year: &str, month: &str, day: &str) -> DateDraft {
        DateDraft { label: "x".into(), year: year.into(), month: month.into(), day: day.into() }
    }

    #[test]
    fn any_part_of_a_date_may_be_left_out_that_leaves_a_date() {
        assert_eq!(draft("", "2", "29").parse().ok(), PartialDate::new(None, Some(2), Some(29)));
        assert_eq!(draft("2019", "５", "").parse().ok(), PartialDate::new(Some(2019), Some(5), None));
        assert_eq!(draft("", "", "").parse(), Err(Flaw::Missing));
        assert_eq!(draft("", "", "3").parse(), Err(Flaw::NotADate));
        assert_eq!(draft("2023", "2", "29").parse(), Err(Flaw::NotADate));
        assert_eq!(draft("soon", "2", "1").parse(), Err(Flaw::NotADate));
    }
}
