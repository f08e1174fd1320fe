//! The backup: the whole workspace as one JSON file, and back.
//!
//! ```json
//! {"kith":3,
//! "saved":"2026-03-01T09:30:00.000Z",
//! "counts":{"settings":1,"custom-field":0,"party":1,"link":0,"product":0,"order":1,"note":0,"view":0,"survey":0,"interaction":0},
//! "records":{
//! "settings":[
//! {"id":"00000000-0000-0000-0000-000000000000","currency":"EUR",…}
//! ],
//! "custom-field":[],
//! "party":[
//! {"id":"0195…","kind":"person","name":"Ada","roles":["customer"]}
//! ],
//! …
//! },
//! "history":[
//! {"change":{"stamp":"2026-03-01T09:29:00.000Z/0/ab","what":"create","turn":"do","subject":"Ada",…},"head":"pwA…","ops":["gY…"]}
//! ],
//! "sha256":"…"}
//! ```
//!
//! - `kith` comes first: the number of the format ([`FORMAT`]). It rises whenever a version writes what an earlier one cannot
//!   read; a file of a later format is refused whole. 2: views; a file of format 1 has no list of them.
//!   3: answers of customers and conversations, goals and cuts in the settings; a file of format 2 has no lists of the two.
//! - `saved` is an instant in UTC; `counts` stands before `records`, or may be left out.
//! - `records` holds a list for each kind, in the order of [`Kind::ALL`], since a record may refer to what came before. One
//!   record is one line, in the order of its slots, so that tools that compare lines show what changed; the same book makes
//!   the same bytes. Ids come back as they were, slots are given out anew.
//! - Fields have their names from `domain`. Amounts are integers, in minor units of their currency (cents, yen); prices of one
//!   piece, quantities and rates are decimal numbers in strings, so that no program rounds them. Days are `YYYY-MM-DD`.
//! - `_unknown` holds fields of a later version of Kith that this one kept without knowing them: by number, each value as CBOR
//!   in Base64.
//! - `history` is the journal, oldest change first; `null` when it was left out. `change` is for people; `head` and `ops` are
//!   the journal's bytes ([`super::journal`]) in Base64, `ops` in as many pieces as it takes. They come back byte for byte, and
//!   with them undo.
//! - `sha256` comes last: the SHA-256 of everything before its key, without a byte order mark. Who writes or edits a backup by
//!   other means leaves it out.
//!
//! `schema.json` beside this file says the same to programs.
//!
//! Both ways go in small steps, so that a page that writes or reads half a gigabyte stays alive: [`Writer`] yields chunks,
//! [`Reader`] takes pieces, [`Planner`] compares a few thousand records at a time.
//!
//! What belongs here: the format, what is checked before a backup is believed, and what a restore would do. What does not:
//! files, compression, and writing to the store.

mod change;
mod changes;
mod check;
mod diagnosis;
mod error;
mod grammar;
mod instant;
mod looks;
mod place;
mod reader;
mod record;
mod records;
mod restore;
mod seal;
mod splitter;
mod text;
mod writer;

pub use error::{Cause, ReadError};
pub use looks::Looks;
pub use place::{Place, Section};
pub use reader::Reader;
pub use restore::{Changed, Example, Fate, KindPlan, Mode, Plan, Planner, plan};
pub use writer::{Fault, WriteError, Writer, Written};

use crate::domain::{book::Book, record::Kind};

/// The number of the format that this version writes, and the latest that it reads.
pub const FORMAT: u32 = 3;

/// A file of this many bytes or more is refused before it is read: a tab has four gigabytes at the most, and the records of a
/// file take about as much memory as their text.
pub const TOO_LARGE: u64 = 1_000_000_000;

/// The longest text of one record, in bytes.
pub const MAX_RECORD: usize = 32 << 20;

/// How many lists and objects of a record may lie within each other. The deepest that is written has five.
pub const MAX_DEPTH: u32 = 32;

/// A change as the journal keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The head, as [`super::journal::encode_head`] wrote it.
    pub head: Vec<u8>,
    /// The operations, as [`super::journal::encode_ops`] wrote them.
    pub body: Vec<u8>,
}

/// A backup that was read to its end and found sound.
#[derive(Debug, Clone)]
pub struct Backup {
    /// When it was saved, milliseconds since 1970 (UTC).
    pub saved: u64,
    /// The records. Each page counts as touched by change 1, so that all of them are written.
    pub book: Book,
    /// The journal, oldest change first; `None` when it was left out.
    pub history: Option<Vec<Entry>>,
}

/// The name of a kind, as it stands in the file.
const fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::Settings => "settings",
        Kind::CustomField => "custom-field",
        Kind::Party => "party",
        Kind::Link => "link",
        Kind::Product => "product",
        Kind::Order => "order",
        Kind::Note => "note",
        Kind::View => "view",
        Kind::Survey => "survey",
        Kind::Interaction => "interaction",
        Kind::Task => "task",
        Kind::Promise => "promise",
        Kind::Deal => "deal",
    }
}
