//! Tables of text, as spreadsheets, shops, payment services and address books write them.
//!
//! The way of a file: [`recognise()`] looks at its first bytes and says what kind of file it is, in which encoding and dialect; the
//! user may change each. [`Reader`] takes the bytes piece by piece and makes a [`Table`]. [`Profiler`] looks at its columns, [`suggest`]
//! says which field each one may be and how its numbers and dates are written; the user may change each again. [`Checker`] reads every
//! cell that way and lists every problem with its place. Whoever holds these values decides how much is done at a time, so a file of
//! any size blocks nothing; nothing here changes a record.

mod calendar;
pub mod cell;
pub mod check;
pub mod columns;
pub mod currency;
pub mod date;
pub mod date_forms;
pub mod decode;
pub mod dialect;
pub mod encoding;
mod fold;
pub mod foreign;
mod hanzi;
pub mod heading;
pub mod limits;
pub mod lines;
pub mod marks;
mod months;
mod names;
pub mod number;
pub mod problem;
pub mod profile;
mod quotes;
pub mod reader;
pub mod recognise;
pub mod scaled;
pub mod table;
pub mod target;
pub mod text;
mod time;
mod totals;
pub mod words;
mod written;

pub use cell::Value;
pub use check::{Checked, Checker};
pub use columns::{FileKind, Plan, suggest};
pub use dialect::Dialect;
pub use encoding::{Confidence, Encoding};
pub use limits::Limits;
pub use problem::{Effect, FileProblem, Problem, RowProblem};
pub use profile::Profiler;
pub use reader::Reader;
pub use recognise::{Chosen, Recognised, recognise};
pub use table::Table;
pub use target::Target;
pub use written::written;
