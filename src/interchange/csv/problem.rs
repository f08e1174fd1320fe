//! What can be wrong with a file of rows, each with its place. The sentences for the user are made in the view.

use super::{date::DateError, encoding::Encoding, foreign::Foreign, number::NumberError, target::Target};

/// Why a file cannot be read at all. Nothing of it is used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// Larger than is taken; said before a byte is read. Remedy: split the file.
    #[error("the file has {bytes} bytes, more than {limit}")]
    TooBig {
        /// Size of the file.
        bytes: u64,
        /// The most that is taken.
        limit: u64,
    },
    /// Nothing but blanks. Remedy: choose another file.
    #[error("the file is empty")]
    Empty,
    /// Nothing but blanks from the line on in which the table is to begin. Remedy: an earlier line.
    #[error("there is nothing from line {line} on")]
    NothingFrom {
        /// The line, counted from 1.
        line: u64,
    },
    /// A row of column names and nothing under it.
    #[error("the file has {columns} column names and no rows")]
    HeaderOnly {
        /// How many names.
        columns: usize,
    },
    /// Another kind of file. Remedy: save it as CSV, or open it where that kind is taken.
    #[error("the file is no table of text but {what:?}")]
    WrongFile {
        /// The kind that it is.
        what: Foreign,
    },
    /// Bytes that mean nothing in the encoding. Remedy: choose another encoding, `likely` first.
    #[error("bytes {bytes:02x?} at offset {offset}, line {line} are no {encoding:?}")]
    Undecodable {
        /// The encoding that was tried.
        encoding: Encoding,
        /// Bytes before the place, counted from the start of the file.
        offset: u64,
        /// The line of the place, counted from 1.
        line: u64,
        /// The bytes, one to four.
        bytes: Vec<u8>,
        /// What these bytes rather look like.
        likely: Option<Encoding>,
    },
    /// A quotation mark that opens a cell and is never closed. Remedy: close it in the file, or read marks as plain text.
    #[error("the quotation mark that opens in line {line} is never closed: {text}")]
    UnclosedQuote {
        /// The line in which it opens, counted from 1.
        line: u64,
        /// The text behind it, cut.
        text: String,
    },
    /// A row that does not end. Remedy: this is hardly a table; choose another file.
    #[error("the row in line {line} is longer than {limit} bytes")]
    RowTooLong {
        /// The line in which the row begins, counted from 1.
        line: u64,
        /// The most that a row may have.
        limit: usize,
    },
    /// More columns than a table has. Remedy: remove columns, or choose another delimiter.
    #[error("line {line} has {found} columns, more than {limit}")]
    TooManyColumns {
        /// The line of the column names, counted from 1.
        line: u64,
        /// How many it has.
        found: usize,
        /// The most that are taken.
        limit: usize,
    },
    /// More rows than are taken at once. Remedy: split the file before this line.
    #[error("more than {limit} rows, from line {line} on")]
    TooManyRows {
        /// The first line that is too much, counted from 1.
        line: u64,
        /// The most that are taken.
        limit: usize,
    },
}

/// Something wrong with one row or one cell. The row stays in the table; `Table::excerpt` gives the text in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowProblem {
    /// The row, counted from 0 without the column names.
    pub row: usize,
    /// The line of the file that one has to look at, counted from 1; not always the row's first.
    pub line: u64,
    /// The column, counted from 0; `None` when the whole row is meant.
    pub column: Option<usize>,
    /// What is wrong.
    pub kind: Problem,
    /// What becomes of the row.
    pub effect: Effect,
}

/// What a problem does to its row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Nothing is left out; it is only told.
    Told,
    /// The cell is left out and the row comes in without it: a phone number that is none does not lose an order.
    CellLeftOut,
    /// The whole row is left out.
    RowLeftOut,
}

/// What is wrong with a row or a cell.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Problem {
    /// Cells are missing at the end. Remedy: look for a line break in the row before, or let missing cells be empty.
    #[error("{found} cells where there are {expected} columns")]
    TooFewCells {
        /// Columns of the table.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// More cells than columns, and not empty ones. Remedy: put the cell that holds the delimiter in quotation marks.
    #[error("{found} cells where there are {expected} columns")]
    TooManyCells {
        /// Columns of the table.
        expected: usize,
        /// Cells of the row.
        found: usize,
    },
    /// Text between a closing quotation mark and the next delimiter. Remedy: double the marks inside of the cell.
    #[error("text after a closing quotation mark")]
    TextAfterQuote,
    /// A cell longer than is taken.
    #[error("a cell of {length} bytes, more than {limit}")]
    CellTooLong {
        /// Bytes in the cell, as UTF-8.
        length: usize,
        /// The most that is taken.
        limit: usize,
    },
    /// A text longer than its field takes.
    #[error("a text of {length} characters, more than {limit}")]
    TextTooLong {
        /// Characters of the text.
        length: usize,
        /// The most that the field takes.
        limit: usize,
    },
    /// A zero byte in the cell: the file is damaged, or was read in the wrong encoding.
    #[error("a zero byte")]
    ZeroByte,
    /// The cell must not be empty.
    #[error("nothing where {0:?} must be")]
    Missing(Target),
    /// Nothing in the row says who the customer is.
    #[error("no customer")]
    NoCustomer,
    /// Nothing in the row says what was paid.
    #[error("no amount")]
    NoAmount,
    /// Not a number in the chosen form.
    #[error(transparent)]
    Number(#[from] NumberError),
    /// Not a date in the chosen form.
    #[error(transparent)]
    Date(#[from] DateError),
    /// No e-mail address.
    #[error("no e-mail address")]
    NotAnEmail,
    /// No phone number.
    #[error("no phone number")]
    NotAPhone,
    /// No address of the web.
    #[error("no web address")]
    NotAWebAddress,
    /// An address that would run something or open something else than a web page, such as `javascript:`.
    #[error("an address of an unsafe kind")]
    UnsafeAddress,
    /// No currency of ISO 4217 and no sign of one.
    #[error("no known currency")]
    UnknownCurrency,
    /// The file holds a replacement character, so whoever wrote it had already lost a letter.
    #[error("a letter was lost before")]
    LostCharacter,
    /// Characters that nobody sees (zero width, or turning the direction of writing) were taken out.
    #[error("invisible characters were taken out")]
    Invisible,
}

impl Problem {
    /// What it does to its row. `target` is the field of the cell, if a cell is meant.
    pub fn effect(&self, target: Option<Target>) -> Effect {
        match self {
            Self::LostCharacter | Self::Invisible => Effect::Told,
            Self::NotAnEmail | Self::NotAPhone | Self::NotAWebAddress | Self::UnsafeAddress => Effect::CellLeftOut,
            Self::Date(_) if target == Some(Target::Birthday) => Effect::CellLeftOut,
            _ => Effect::RowLeftOut,
        }
    }
}

/// The most characters of the file that a problem shows.
pub const EXCERPT: usize = 60;

/// The beginning of a text on one line, at most [`EXCERPT`] characters, with `…` where it was cut; what cannot be seen or would
/// turn the line is shown as `�`.
pub fn excerpt(text: &str) -> String {
    let seen = |c: char| match c {
        '\r' | '\n' | '\t' => ' ',
        c if c.is_control() || super::text::is_invisible(c) => char::REPLACEMENT_CHARACTER,
        c => c,
    };
    let mut cut: String = text.chars().take(EXCERPT).map(seen).collect();
    if text.chars().nth(EXCERPT).is_some() {
        cut.push('…');
    }
    cut
}
