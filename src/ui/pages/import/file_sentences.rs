//! The sentences for why a file cannot be read: what it is, where, and what to do.

use crate::{
    i18n::{Locale, td_string},
    interchange::csv::{FileProblem, foreign::Foreign},
    platform::{files::ReadError, format},
    state::ImportFileError,
    ui::words,
};

use super::names;

/// Why a file was not opened.
pub fn file_error(locale: Locale, error: &ImportFileError) -> String {
    match error {
        ImportFileError::Read(error) => read_error(locale, error),
        ImportFileError::File(problem) => file_problem(locale, problem),
        ImportFileError::Cancelled => td_string!(locale, import.stopped).to_owned(),
    }
}

/// Why a file could not be read.
pub fn read_error(locale: Locale, error: &ReadError) -> String {
    match error {
        ReadError::Gone => td_string!(locale, import.r_gone).to_owned(),
        ReadError::Denied => td_string!(locale, import.r_denied).to_owned(),
        ReadError::TooLarge(bytes) => {
            td_string!(locale, import.r_too_large, size = format::bytes(words::tag(locale), *bytes))
        }
        ReadError::Cancelled => td_string!(locale, import.stopped).to_owned(),
        ReadError::Other(message) => td_string!(locale, import.r_other, message = message.clone()),
    }
}

fn file_problem(locale: Locale, problem: &FileProblem) -> String {
    let tag = words::tag(locale);
    let count = |number: usize| names::count(locale, number);
    let line_text = |line: u64| format::integer(tag, i64::try_from(line).unwrap_or(i64::MAX));
    match problem {
        FileProblem::TooBig { bytes, limit } => {
            let (size, limit) = (format::bytes(tag, *bytes), format::bytes(tag, *limit));
            td_string!(locale, import.f_too_big, size = size, limit = limit)
        }
        FileProblem::Empty => td_string!(locale, import.f_empty).to_owned(),
        FileProblem::NothingFrom { line } => td_string!(locale, import.f_nothing, line = line_text(*line)),
        FileProblem::HeaderOnly { columns } => td_string!(locale, import.f_header_only, columns = count(*columns)),
        FileProblem::WrongFile { what } => foreign(locale, *what),
        FileProblem::Undecodable { encoding, offset, line, bytes, likely: _ } => {
            let hex: Vec<String> = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            let offset = format::integer(tag, i64::try_from(*offset).unwrap_or(i64::MAX));
            td_string!(
                locale,
                import.f_undecodable,
                encoding = encoding.name(),
                line = line_text(*line),
                offset = offset,
                bytes = hex.join(" ")
            )
        }
        FileProblem::UnclosedQuote { line, text } => {
            td_string!(locale, import.f_unclosed, line = line_text(*line), text = text.trim().to_owned())
        }
        FileProblem::RowTooLong { line, limit } => {
            let limit = format::bytes(tag, u64::try_from(*limit).unwrap_or(u64::MAX));
            td_string!(locale, import.f_row_long, line = line_text(*line), limit = limit)
        }
        FileProblem::TooManyColumns { line, found, limit } => {
            td_string!(locale, import.f_columns, line = line_text(*line), found = count(*found), limit = count(*limit))
        }
        FileProblem::TooManyRows { line, limit } => {
            td_string!(locale, import.f_rows, line = line_text(*line), limit = count(*limit))
        }
    }
}

/// What another kind of file is, and what to do with it.
fn foreign(locale: Locale, what: Foreign) -> String {
    match what {
        Foreign::Xlsx => td_string!(locale, import.w_xlsx),
        Foreign::Ods => td_string!(locale, import.w_ods),
        Foreign::Xls => td_string!(locale, import.w_xls),
        Foreign::Zip => td_string!(locale, import.w_zip),
        Foreign::Archive => td_string!(locale, import.w_archive),
        Foreign::Pdf => td_string!(locale, import.w_pdf),
        Foreign::Picture => td_string!(locale, import.w_picture),
        Foreign::Json => td_string!(locale, import.w_json),
        Foreign::Html => td_string!(locale, import.w_html),
        Foreign::Xml => td_string!(locale, import.w_xml),
        Foreign::Rtf => td_string!(locale, import.w_rtf),
        Foreign::Vcard => td_string!(locale, import.w_vcard),
        Foreign::Calendar => td_string!(locale, import.w_calendar),
        Foreign::Sqlite => td_string!(locale, import.w_sqlite),
        Foreign::Binary => td_string!(locale, import.w_binary),
    }
    .to_owned()
}
