//! Dates of which only a part is known, in words.

use chrono::NaiveDate;

use crate::{
    domain::day::PartialDate,
    i18n::{Locale, td_string},
    platform::format,
};

/// The parts that are known: a day, a day of any year, a month, a year.
pub fn partial_date(locale: Locale, date: PartialDate) -> String {
    let tag = super::tag(locale);
    match (date.year(), date.month(), date.day()) {
        (Some(_), Some(_), Some(_)) => date.full().map_or_else(String::new, |day| format::day(tag, day)),
        (None, Some(month), Some(day)) => format::day_of_year(tag, u32::from(month), u32::from(day)),
        (Some(year), Some(month), _) => {
            let first = NaiveDate::from_ymd_opt(year, u32::from(month), 1);
            first.map_or_else(String::new, |first| format::month(tag, first))
        }
        (None, Some(month), None) => td_string!(locale, customer.month_alone, month = month),
        (Some(year), None, _) => td_string!(locale, customer.year_alone, year = year),
        // `PartialDate` always knows something.
        (None, None, _) => String::new(),
    }
}

/// What happens on a date, in the words of the user. The word for a birthday is the app's own where an import wrote it, in the
/// language that it had then: it is told in the language of the moment.
pub fn date_label(locale: Locale, label: &str) -> String {
    let birthday = |locale: Locale| td_string!(locale, import.birthday);
    let is_own = [Locale::en, Locale::zh_Hant, Locale::zh_Hans].into_iter().any(|locale| birthday(locale) == label);
    if is_own { birthday(locale) } else { label }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_birthday_is_called_so_in_the_language_of_the_moment() {
        for written in [Locale::en, Locale::zh_Hant, Locale::zh_Hans] {
            let label = td_string!(written, import.birthday);
            assert_eq!(date_label(Locale::zh_Hant, label), td_string!(Locale::zh_Hant, import.birthday));
        }
        assert_eq!(date_label(Locale::zh_Hant, "Renewal"), "Renewal");
    }
}
