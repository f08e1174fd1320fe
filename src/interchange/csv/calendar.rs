//! Numbers of a date put together to a day of the calendar, in the order that a form says.

use chrono::NaiveDate;

use super::{
    date::{DateError, Form},
    number::{self, Mark},
    scaled::Rounding,
};
use crate::domain::order::Order;

/// The day that the parts mean; with it the minutes when one long number held the time too.
pub fn day(numbers: &[(u64, usize)], month: Option<u32>, form: Form) -> Result<(NaiveDate, Option<u16>), DateError> {
    let (a, b, c) = match (numbers, month) {
        ([], None) => return Err(DateError::NotADate),
        ([one], None) => return compact(*one, form),
        (&[a, b], Some(month)) => {
            let month = (u64::from(month), 2);
            // `2024 Jan 31`, else the day stands before the year.
            return ymd(if a.1 > 2 { [a, month, b] } else { [b, month, a] }, form);
        }
        ([_], Some(_)) | ([_, _], None) => return Err(DateError::Incomplete),
        (&[a, b, c], None) => (a, b, c),
        _ => return Err(DateError::NotADate),
    };
    if a.1 == 4 {
        return ymd([a, b, c], Form::Ymd);
    }
    match form {
        Form::Dmy => ymd([c, b, a], form),
        Form::Mdy => ymd([c, a, b], form),
        _ if c.1 == 4 && a.1 < 3 => Err(DateError::OtherOrder),
        _ => ymd([a, b, c], form),
    }
}

/// One long number: `20240131`, `202401311227`, `20240131122730`, and as the form says `31012024`, `1130131`.
fn compact((number, length): (u64, usize), form: Form) -> Result<(NaiveDate, Option<u16>), DateError> {
    let pair = |number: u64| (number % 100, 2);
    match (length, form) {
        (12 | 14, _) => {
            let minutes = if length == 14 { number / 100 } else { number };
            let (hour, minute) = (minutes / 100 % 100, minutes % 100);
            let (day, _) = compact((minutes / 10_000, 8), Form::Ymd)?;
            let minute = u16::try_from(hour * 60 + minute).ok().filter(|_| hour < 24 && minute < 60);
            Ok((day, Some(minute.ok_or(DateError::NoSuchTime)?)))
        }
        (8, _) => {
            let sane = ymd([(number / 10_000, 4), pair(number / 100), pair(number)], Form::Ymd);
            match form {
                Form::Dmy if sane.is_err() => {
                    ymd([(number % 10_000, 4), pair(number / 10_000), pair(number / 1_000_000)], form)
                }
                Form::Mdy if sane.is_err() => {
                    ymd([(number % 10_000, 4), pair(number / 1_000_000), pair(number / 10_000)], form)
                }
                _ => sane,
            }
        }
        (6 | 7, Form::Minguo) => ymd([(number / 10_000, 3), pair(number / 100), pair(number)], form),
        _ => Err(DateError::NotADate),
    }
}

fn ymd(parts: [(u64, usize); 3], form: Form) -> Result<(NaiveDate, Option<u16>), DateError> {
    let [(year, digits), (month, _), (day, _)] = parts;
    let small = |number: u64| u32::try_from(number).unwrap_or(u32::MAX);
    let written = i32::try_from(year).unwrap_or(i32::MAX);
    let year = match (digits, form) {
        (1..=3, Form::Minguo) => written + 1911,
        // POSIX: 69 to 99 are of the last century.
        (1 | 2, _) if written < 69 => written + 2000,
        (1 | 2, _) => written + 1900,
        (4, _) => written,
        _ => return Err(DateError::NotADate),
    };
    let (month, day) = (small(month), small(day));
    if !(1..=12).contains(&month) {
        return Err(DateError::NoSuchMonth { month });
    }
    if !Order::YEARS.contains(&year) {
        return Err(DateError::YearOutOfRange { year });
    }
    let date = NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay { year, month, day })?;
    Ok((date, None))
}

/// A day as spreadsheets count it, with the minutes when it has a fraction.
pub fn serial(text: &str) -> Result<(NaiveDate, Option<u16>), DateError> {
    let marked = number::parse(text, Mark::Point).or_else(|_| number::parse(text, Mark::Comma));
    let number = marked.ok().filter(|number| number.sign.is_none() && !number.percent).ok_or(DateError::NotADate)?;
    // Ten digits after the mark are finer than a millisecond.
    let units = number.value.to_units(10, Rounding::HalfAway).map_err(|_| DateError::NotADate)?;
    let (days, fraction) = (units.div_euclid(10_000_000_000), units.rem_euclid(10_000_000_000));
    let minute = (i128::from(fraction) * 1440 + 5_000_000_000) / 10_000_000_000;
    let first = NaiveDate::from_ymd_opt(1899, 12, 30).ok_or(DateError::NotADate)?;
    let days = chrono::Duration::try_days(days + i64::from(minute == 1440)).ok_or(DateError::NotADate)?;
    let day = first.checked_add_signed(days).ok_or(DateError::NotADate)?;
    let year = chrono::Datelike::year(&day);
    if !Order::YEARS.contains(&year) {
        return Err(DateError::YearOutOfRange { year });
    }
    let minute = u16::try_from(minute % 1440).ok().filter(|_| fraction > 0);
    Ok((day, minute))
}
