//! The sentences for what is wrong with a row or a cell: what it is, and what to do.

use crate::{
    i18n::{Locale, td_string},
    interchange::{
        csv::{Problem, date::DateError, number::NumberError},
        import::Trouble,
    },
    ui::words,
};

use super::names;

/// What is wrong with a row or a cell of the file.
pub fn problem(locale: Locale, problem: &Problem) -> String {
    let count = |number: usize| names::count(locale, number);
    match problem {
        Problem::TooFewCells { expected, found } => {
            td_string!(locale, import.p_too_few, expected = count(*expected), found = count(*found))
        }
        Problem::TooManyCells { expected, found } => {
            td_string!(locale, import.p_too_many, expected = count(*expected), found = count(*found))
        }
        Problem::TextAfterQuote => td_string!(locale, import.p_after_quote).to_owned(),
        Problem::CellTooLong { length, limit } => {
            td_string!(locale, import.p_cell_long, length = count(*length), limit = count(*limit))
        }
        Problem::TextTooLong { length, limit } => {
            td_string!(locale, import.p_text_long, length = count(*length), limit = count(*limit))
        }
        Problem::ZeroByte => td_string!(locale, import.p_zero_byte).to_owned(),
        Problem::Missing(target) => td_string!(locale, import.p_missing, field = names::target(locale, *target)),
        Problem::NoCustomer => td_string!(locale, import.p_no_customer).to_owned(),
        Problem::NoAmount => td_string!(locale, import.p_no_amount).to_owned(),
        Problem::Number(error) => number(locale, *error),
        Problem::Date(error) => date(locale, *error),
        Problem::NotAnEmail => td_string!(locale, import.p_email).to_owned(),
        Problem::NotAPhone => td_string!(locale, import.p_phone).to_owned(),
        Problem::NotAWebAddress => td_string!(locale, import.p_web).to_owned(),
        Problem::UnsafeAddress => td_string!(locale, import.p_unsafe).to_owned(),
        Problem::UnknownCurrency => td_string!(locale, import.p_currency).to_owned(),
        Problem::LostCharacter => td_string!(locale, import.p_lost).to_owned(),
        Problem::Invisible => td_string!(locale, import.p_invisible).to_owned(),
    }
}

fn number(locale: Locale, error: NumberError) -> String {
    match error {
        NumberError::NotANumber => td_string!(locale, import.n_none).to_owned(),
        NumberError::OtherMark => td_string!(locale, import.n_mark).to_owned(),
        NumberError::OutOfRange => td_string!(locale, import.n_range).to_owned(),
        NumberError::TooFine { digits } => td_string!(locale, import.n_fine, digits = digits.to_string()),
    }
}

fn date(locale: Locale, error: DateError) -> String {
    match error {
        DateError::NotADate => td_string!(locale, import.d_none).to_owned(),
        DateError::Incomplete => td_string!(locale, import.d_incomplete).to_owned(),
        DateError::OtherOrder => td_string!(locale, import.d_order).to_owned(),
        DateError::NoSuchMonth { month } => td_string!(locale, import.d_month, month = month.to_string()),
        DateError::NoSuchDay { year, month, day } => {
            let (year, month, day) = (year.to_string(), month.to_string(), day.to_string());
            td_string!(locale, import.d_day, year = year, month = month, day = day)
        }
        DateError::YearOutOfRange { year } => td_string!(locale, import.d_year, year = year.to_string()),
        DateError::NoSuchTime => td_string!(locale, import.d_time).to_owned(),
    }
}

/// What is wrong with a row in view of the book.
pub fn trouble(locale: Locale, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Ambiguous(key) => td_string!(locale, import.i_ambiguous, key = names::key(locale, *key)),
        Trouble::Contradiction(target) => {
            td_string!(locale, import.i_contradiction, field = names::target(locale, *target))
        }
        Trouble::WhichQuestion => td_string!(locale, import.i_question).to_owned(),
        Trouble::WhichChannel => td_string!(locale, import.i_channel).to_owned(),
        Trouble::WhichCurrency => td_string!(locale, import.i_currency).to_owned(),
        Trouble::OutOfRange(target) => td_string!(locale, import.i_range, field = names::target(locale, *target)),
        Trouble::NotForField => td_string!(locale, import.i_field).to_owned(),
        Trouble::Cell(cell) => problem(locale, cell),
        Trouble::Full(target) => td_string!(locale, import.i_full, field = names::target(locale, *target)),
        Trouble::Flaw(error) => td_string!(locale, import.i_flaw, flaw = words::flaw(locale, error.flaw)),
    }
}
