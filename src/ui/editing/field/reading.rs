//! From what was typed, or pasted, to what a field is set to.

use super::party::{NO, YES};
use crate::{
    domain::{
        custom::{CustomField, CustomKind, CustomValue},
        flaw::Flaw,
        money::{Currency, Money},
    },
    i18n::{Locale, td_string},
    platform::format,
    ui::{pages::customer::amounts, words},
};

/// How what is typed is read.
#[derive(Debug, Clone, Copy)]
pub struct Reading {
    /// The language it is typed in.
    pub locale: Locale,
    /// The currency of an amount that has none of its own.
    pub currency: Currency,
    /// It comes from a spreadsheet: several words stand in one cell with marks between them.
    pub pasted: bool,
}

/// A line of text. A field of one line takes what a spreadsheet had on several as one.
pub(super) fn flat(text: &str, pasted: bool) -> String {
    if pasted { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { text.trim().to_owned() }
}

/// Reads an amount.
pub(super) fn money(text: &str, Reading { locale, currency, .. }: Reading) -> Result<Money, Flaw> {
    let read = |text: &str| format::parse_number(words::tag(locale), text);
    Ok(Money { minor: amounts::minor(text, currency, &read)?, currency })
}

/// Nothing, or what the text says.
pub(super) fn none_or<T>(text: &str, read: impl FnOnce(&str) -> Result<T, Flaw>) -> Result<Option<T>, Flaw> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { read(text).map(Some) }
}

/// Reads one of several by its word, whatever the case of its letters.
pub(super) fn one_of<T: Copy>(all: &[T], text: &str, word: impl Fn(T) -> &'static str) -> Result<T, Flaw> {
    let text = text.trim().to_lowercase();
    all.iter().copied().find(|value| word(*value).to_lowercase() == text).ok_or(Flaw::NotAChoice)
}

/// The words of a text: each on a line, and in a spreadsheet between the marks that people put there.
pub(super) fn several(text: &str, pasted: bool) -> Vec<String> {
    let parts = text.split(|mark: char| mark == '\n' || (pasted && matches!(mark, ',' | '，' | '、' | ';' | '；')));
    parts.map(str::trim).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The value of a field that the user defined.
pub(super) fn custom(field: &CustomField, text: &str, reading: Reading) -> Result<CustomValue, Flaw> {
    let Reading { locale, pasted, .. } = reading;
    let read = |text: &str| format::parse_number(words::tag(locale), text);
    Ok(match field.kind {
        CustomKind::Text | CustomKind::LongText | CustomKind::Link | CustomKind::Email | CustomKind::Phone => {
            CustomValue::Text(text.to_owned())
        }
        CustomKind::PartialDate => CustomValue::PartialDate(match day(text) {
            Some(day) => day.into(),
            None => text.parse().map_err(|_| Flaw::NotADate)?,
        }),
        CustomKind::Choices => {
            let mut wanted = Vec::new();
            for word in several(text, pasted) {
                let known = field.choices.iter().position(|choice| choice.to_lowercase() == word.to_lowercase());
                wanted.push(known.ok_or(Flaw::NotAChoice)?);
            }
            // In the order of the definition, each once.
            wanted.sort_unstable();
            wanted.dedup();
            CustomValue::Choices(wanted.into_iter().map(|place| field.choices[place].clone()).collect())
        }
        CustomKind::Number => CustomValue::Number(amounts::decimal(text, &read)?),
        CustomKind::Money => CustomValue::Money(money(text, reading)?),
        CustomKind::Date => CustomValue::Date(day(text).ok_or(Flaw::NotADate)?),
        CustomKind::Choice => {
            let known = field.choices.iter().find(|choice| choice.to_lowercase() == text.to_lowercase());
            CustomValue::Choice(known.cloned().ok_or(Flaw::NotAChoice)?)
        }
        CustomKind::YesNo => CustomValue::YesNo(yes_no(locale, text)?),
    })
}

/// Yes or no, by their words or as programs write them.
pub(super) fn yes_no(locale: Locale, text: &str) -> Result<bool, Flaw> {
    let text = text.trim().to_lowercase();
    let is = |key: &str, word: &str| text == key || text == word.to_lowercase();
    if is(YES, td_string!(locale, fields.yes)) || text == "1" || text == "true" {
        Ok(true)
    } else if is(NO, td_string!(locale, fields.no)) || text == "0" || text == "false" {
        Ok(false)
    } else {
        Err(Flaw::NotAChoice)
    }
}

/// A day with the year first, whatever stands between its numbers.
pub(super) fn day(text: &str) -> Option<chrono::NaiveDate> {
    let mut parts = text.split(['-', '/', '.', '年', '月', '日']).map(str::trim).filter(|part| !part.is_empty());
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let year = (year.len() == 4).then(|| year.parse().ok()).flatten()?;
    let found = chrono::NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?);
    found.filter(|_| parts.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_year_first() {
        let new_year = chrono::NaiveDate::from_ymd_opt(2026, 1, 2);
        for text in ["2026-01-02", "2026/1/2", "2026.01.02", "2026年1月2日"] {
            assert_eq!(day(text), new_year, "{text}");
        }
        for text in ["02/01/2026", "26-1-2", "2026-13-01", "2026-1-2-3", ""] {
            assert_eq!(day(text), None, "{text}");
        }
    }
}
