//! What is wrong with a row in view of the book; what is wrong with its cells was told when the file was checked.

use crate::{
    domain::flaw::FieldError,
    interchange::csv::{Effect, Target, problem::Problem},
};

use super::options::Key;

/// Something wrong with a row, with its place. `Table::cell` gives the text in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Issue {
    /// The row, counted from 0 without the column names.
    pub row: usize,
    /// The line of the file in which it begins, counted from 1.
    pub line: u64,
    /// The column, counted from 0; `None` when the whole row is meant.
    pub column: Option<usize>,
    /// What is wrong.
    pub kind: Trouble,
    /// What becomes of the row, and with [`Effect::RowLeftOut`] of every row of its order.
    pub effect: Effect,
}

/// What is wrong with a row in view of the book.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// Several customers have this key. Remedy: another key, or give one of them another name.
    #[error("several customers have this {0:?}")]
    Ambiguous(Key),
    /// Says something else than another row of the same order, or another cell of the row.
    #[error("{0:?} is contradicted")]
    Contradiction(Target),
    /// Nothing says which question was answered, or in words that are not known. Remedy: NPS, CSAT or CES.
    #[error("not a known question")]
    WhichQuestion,
    /// Words that are no known channel.
    #[error("not a known channel")]
    WhichChannel,
    /// A sign of money that several currencies share, and the chosen currency is none of them.
    #[error("a sign that several currencies share")]
    WhichCurrency,
    /// An amount, a price or a quantity beyond what an order takes.
    #[error("{0:?} is out of range")]
    OutOfRange(Target),
    /// None of the choices of the custom field, or not of its kind.
    #[error("does not fit the custom field")]
    NotForField,
    /// A cell of a custom field is no number or no date.
    #[error(transparent)]
    Cell(#[from] Problem),
    /// The customer has as many entries in this list as an import makes: a thousand.
    #[error("{0:?} has too many entries already")]
    Full(Target),
    /// The record would have a flaw.
    #[error("field {} {}", .0.number, .0.flaw)]
    Flaw(FieldError),
}
