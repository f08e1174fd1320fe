//! One entry of the history: what it says for people, and whether its bytes are what the journal takes.

use minicbor::Decoder;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::domain::{
    book::with_type,
    change::{Counts, Head, Op, Stamp, Turn, What},
    id::Id,
    record::{Kind, Row},
};

use super::{instant, record::is_one_item};

/// The head of a change, for people. The bytes beside it are what counts; both have to say the same.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Readable {
    /// Instant, counter and device, as [`stamp`] writes them.
    stamp: String,
    what: Words,
    turn: Back,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    subject: String,
    kind: Kind,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    record: Option<Uuid>,
    created: u32,
    updated: u32,
    deleted: u32,
}

/// [`What`] by name.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Words {
    Create,
    Edit,
    Delete,
    Import,
    Restore,
    Classify,
    Settings,
    Bulk,
}

/// [`Turn`] by name, with the stamp of the change that it takes back.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Back {
    Do,
    Undo(String),
    Redo(String),
    Revert(String),
}

impl From<&Head> for Readable {
    fn from(head: &Head) -> Self {
        let what = match head.what {
            What::Create => Words::Create,
            What::Edit => Words::Edit,
            What::Delete => Words::Delete,
            What::Import => Words::Import,
            What::Restore => Words::Restore,
            What::Classify => Words::Classify,
            What::Settings => Words::Settings,
            What::Bulk => Words::Bulk,
        };
        let turn = match head.turn {
            Turn::Do => Back::Do,
            Turn::Undo(of) => Back::Undo(stamp(of)),
            Turn::Redo(of) => Back::Redo(stamp(of)),
            Turn::Revert(of) => Back::Revert(stamp(of)),
        };
        let Counts { created, updated, deleted } = head.counts;
        Self {
            stamp: stamp(head.stamp),
            what,
            turn,
            subject: head.subject.clone(),
            kind: head.kind,
            record: head.record,
            created,
            updated,
            deleted,
        }
    }
}

/// `2026-03-01T09:30:00.000Z/0/ab`: instant, counter, device in hexadecimal digits.
fn stamp(stamp: Stamp) -> String {
    format!("{}/{}/{:x}", instant::write(stamp.ms), stamp.counter, stamp.device)
}

/// Checks operations while their bytes arrive: they may be a hundred megabytes.
#[derive(Debug, Default)]
pub(super) struct OpCheck {
    /// How many are still to come; `None` before the beginning was read.
    remaining: Option<u64>,
    /// Bytes that were found sound.
    checked: usize,
    /// How many bytes there have to be before the next operation is tried again.
    patience: usize,
}

impl OpCheck {
    /// Goes on with what has arrived so far, from the beginning.
    ///
    /// # Errors
    /// What the decoder says when an operation cannot be read or would make a record that cannot.
    pub fn go_on(&mut self, body: &[u8]) -> Result<(), minicbor::decode::Error> {
        if body.len() < self.patience { Ok(()) } else { self.read(body, false) }
    }

    fn read(&mut self, body: &[u8], last: bool) -> Result<(), minicbor::decode::Error> {
        loop {
            let mut d = Decoder::new(&body[self.checked..]);
            let step = match self.remaining {
                Some(0) => return Ok(()),
                Some(remaining) => d.decode::<Op>().map(|op| (remaining - 1, Some(op))),
                None => d.array().and_then(|count| {
                    let unknown = || minicbor::decode::Error::message("a list of operations has a known length");
                    count.map(|count| (count, None)).ok_or_else(unknown)
                }),
            };
            match step {
                Ok((remaining, op)) => {
                    op.map_or(Ok(()), |op| sound(&op))?;
                    self.remaining = Some(remaining);
                    self.checked += d.position();
                }
                // Twice as many the next time: an operation of any length is then read a few times, not once a piece.
                Err(error) if error.is_end_of_input() && !last => {
                    self.patience = body.len() + (body.len() - self.checked);
                    return Ok(());
                }
                Err(error) => return Err(error),
            }
        }
    }

    /// Checks what is left of it, now that `body` is all.
    ///
    /// # Errors
    /// What the decoder says, also when something is left over.
    pub fn finish(mut self, body: &[u8]) -> Result<(), minicbor::decode::Error> {
        self.read(body, true)?;
        if self.checked < body.len() {
            return Err(minicbor::decode::Error::message("bytes after the last operation"));
        }
        Ok(())
    }
}

/// Whether the records and values within an operation can be read.
fn sound(op: &Op) -> Result<(), minicbor::decode::Error> {
    match op {
        Op::Create { kind, id, record } | Op::Delete { kind, id, record } => {
            with_type!(*kind, T => Row::<T>::decode(Id::new(*id), record).map(drop))
        }
        Op::Update { fields, .. } => {
            let mut values = fields.iter().flat_map(|field| [&field.before, &field.after]).flatten();
            match values.all(|value| is_one_item(value)) {
                true => Ok(()),
                false => Err(minicbor::decode::Error::message("a value is not one item of CBOR")),
            }
        }
    }
}
