//! Dates as people and programs write them, with the order of day, month and year given. Which order a column uses is found by
//! `date_forms`. No clock here: a time without an offset is the time of whoever wrote it.

use chrono::NaiveDate;

use super::{calendar, fold::fold, months, time};

/// How dates are written where the text itself leaves it open. A year of four digits in front or a month's name speaks for itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Year, month, day: `2024-01-31`, `24/1/31`, `20240131`.
    Ymd,
    /// Day, month, year: `31.12.2024`.
    Dmy,
    /// Month, day, year: `12/31/2024`.
    Mdy,
    /// Year of the Republic of China, month, day: `113/01/31`.
    Minguo,
    /// Days since 1899-12-30 as spreadsheets count them: `45322`.
    Serial,
}

impl Form {
    /// Every form, in the order in which a form offers them.
    pub const ALL: [Self; 5] = [Self::Ymd, Self::Dmy, Self::Mdy, Self::Minguo, Self::Serial];
}

/// A day, perhaps with a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct When {
    /// The day as it is written.
    pub day: NaiveDate,
    /// Minutes after midnight as written; seconds are dropped.
    pub minute: Option<u16>,
    /// Minutes by which the written time is ahead of UTC, where it says so.
    pub offset: Option<i16>,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// No date in any form.
    #[error("no date")]
    NotADate,
    /// A month and a year, or a day and a month.
    #[error("a part of the date is missing")]
    Incomplete,
    /// A date with the day or the month in front, where the year was said to be there. Remedy: change the order.
    #[error("a date in another order")]
    OtherOrder,
    /// There is no such month. Remedy: perhaps another order.
    #[error("no month {month}")]
    NoSuchMonth {
        /// What stands where the month should be.
        month: u32,
    },
    /// The month has no such day.
    #[error("no day {day} in month {month} of {year}")]
    NoSuchDay {
        /// The year.
        year: i32,
        /// The month.
        month: u32,
        /// The day that it has not.
        day: u32,
    },
    /// A year outside of 1900 to 2200.
    #[error("the year {year} is out of range")]
    YearOutOfRange {
        /// The year.
        year: i32,
    },
    /// There is no such time of day.
    #[error("no such time of day")]
    NoSuchTime,
}

/// Reads a date, perhaps with a time and an offset, or the error that tells what is wrong with it.
pub fn parse(text: &str, form: Form) -> Result<When, DateError> {
    // Longer than any date; keeps a hostile cell cheap.
    if text.len() > 120 {
        return Err(DateError::NotADate);
    }
    let text: String =
        text.chars().filter(|c| !super::text::is_invisible(*c)).map(fold).flat_map(char::to_lowercase).collect();
    let text = text.trim();
    if form == Form::Serial {
        let (day, minute) = calendar::serial(text)?;
        return Ok(When { day, minute, offset: None });
    }
    let (date, time) = split_time(text);
    let Parts { numbers, month, minguo, afternoon } = Parts::of(date)?;
    let (day, compact) = calendar::day(&numbers, month, if minguo { Form::Minguo } else { form })?;
    let (minute, offset) = match (compact, time) {
        (Some(minute), "") => (Some(minute), None),
        (Some(_), _) => return Err(DateError::NotADate),
        (None, "") => (None, None),
        (None, time) => time::parse(time, afternoon)?,
    };
    Ok(When { day, minute, offset })
}

/// The text before the time of day and from it on: the time begins with the digits before the first colon, or behind a `t`.
fn split_time(text: &str) -> (&str, &str) {
    let digits = |text: &str| text.bytes().rev().take_while(u8::is_ascii_digit).count();
    let behind_t = text
        .find('t')
        .filter(|at| digits(&text[..*at]) > 0 && text[at + 1..].starts_with(|c: char| c.is_ascii_digit()));
    let at = match (text.find(':'), behind_t) {
        (_, Some(t)) => t + 1,
        (Some(colon), None) => colon - digits(&text[..colon]).min(2),
        (None, None) => text.len(),
    };
    (&text[..at], &text[at..])
}

/// The parts of a date in the order in which they are written.
struct Parts {
    /// Each number with how many digits it has.
    numbers: Vec<(u64, usize)>,
    /// The month that is written as a word.
    month: Option<u32>,
    minguo: bool,
    /// 上午 or 下午 in front of the time.
    afternoon: Option<bool>,
}

impl Parts {
    fn of(date: &str) -> Result<Self, DateError> {
        let mut parts = Self { numbers: Vec::new(), month: None, minguo: false, afternoon: None };
        let mut rest = date;
        while let Some(c) = rest.chars().next() {
            let same = |other: char| match c {
                _ if c.is_ascii_digit() => other.is_ascii_digit(),
                _ if is_letter(c) => is_letter(other),
                _ => false,
            };
            let end = rest.find(|other| !same(other)).unwrap_or(rest.len()).max(c.len_utf8());
            let (part, behind) = rest.split_at(end);
            rest = behind;
            if c.is_ascii_digit() {
                parts.numbers.push((part.parse().map_err(|_| DateError::NotADate)?, part.len()));
            } else if is_letter(c) {
                parts.word(part)?;
            } else if !" -/.,'()年月日号號".contains(c) {
                return Err(DateError::NotADate);
            }
        }
        Ok(parts)
    }

    fn word(&mut self, word: &str) -> Result<(), DateError> {
        let plain: String = word.chars().map(unaccented).collect();
        if let Some(month) = months::month(&plain) {
            // A second month would leave one of the two unread.
            return if self.month.replace(month).is_none() { Ok(()) } else { Err(DateError::NotADate) };
        }
        match word {
            "民國" | "民国" | "中華民國" | "中华民国" | "roc" => self.minguo = true,
            "上午" | "早上" | "凌晨" => self.afternoon = Some(false),
            "下午" | "晚上" => self.afternoon = Some(true),
            _ if months::is_filler(&plain) => {}
            _ => return Err(DateError::NotADate),
        }
        Ok(())
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !"年月日号號".contains(c)
}

fn unaccented(c: char) -> char {
    match c {
        'ä' | 'á' | 'à' => 'a',
        'é' | 'è' => 'e',
        'í' => 'i',
        'û' | 'ú' => 'u',
        'ç' => 'c',
        c => c,
    }
}
