//! Dates of which only a part is known, in words.

use chrono::NaiveDate;

use crate::{
    domain::day::PartialDate,
    i18n::{Locale, td_string},
    platform::format,
    ui::words,
};

/// The parts that are known: a day, a day of any year, a month, a year.
pub fn partial_date(locale: Locale, date: PartialDate) -> String {
    let tag = words::tag(locale);
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
