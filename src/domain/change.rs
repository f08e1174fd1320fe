//! A change is a value: who, when, why, and for each touched record the fields before and after. It has an inverse.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    fields::{FieldChange, Raw},
    record::Kind,
};

/// When a change was made, and where: a hybrid logical clock (Kulkarni et al. 2014). Two changes never share one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
pub struct Stamp {
    /// Milliseconds since 1970 (UTC).
    #[n(0)]
    pub ms: u64,
    /// Tells changes of one millisecond apart.
    #[n(1)]
    pub counter: u32,
    /// The device on which it was made.
    #[n(2)]
    pub device: u64,
}

/// What the user did, in the words of a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
#[cbor(index_only)]
pub enum What {
    /// Made a record.
    #[n(0)]
    Create,
    /// Changed fields of a record.
    #[n(1)]
    Edit,
    /// Deleted a record, with what belongs to it.
    #[n(2)]
    Delete,
    /// Brought a file in.
    #[n(3)]
    Import,
    /// Brought a backup back.
    #[n(4)]
    Restore,
    /// Set or reset a class by hand.
    #[n(5)]
    Classify,
    /// Changed the settings of the workspace.
    #[n(6)]
    Settings,
    /// Changed several records at once.
    #[n(7)]
    Bulk,
}

/// Whether a change was made for its own sake or to take another one back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode)]
pub enum Turn {
    /// For its own sake.
    #[n(0)]
    Do,
    /// Takes back the latest change that stands.
    #[n(1)]
    Undo(#[n(0)] Stamp),
    /// Takes back the latest undo.
    #[n(2)]
    Redo(#[n(0)] Stamp),
    /// Takes back any other change; it may itself be undone.
    #[n(3)]
    Revert(#[n(0)] Stamp),
}

/// How many records a change made, changed and deleted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode)]
pub struct Counts {
    /// Records made.
    #[n(0)]
    pub created: u32,
    /// Records changed.
    #[n(1)]
    pub updated: u32,
    /// Records deleted.
    #[n(2)]
    pub deleted: u32,
}

/// What can be told of a change without its operations, which may be many.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Head {
    /// When and where.
    #[n(0)]
    pub stamp: Stamp,
    /// What the user did.
    #[n(1)]
    pub what: What,
    /// For its own sake, or to take another one back.
    #[n(2)]
    pub turn: Turn,
    /// On what: the name of the record, of the file; may be empty.
    #[n(3)]
    pub subject: String,
    /// The kind of record that it is about.
    #[n(4)]
    pub kind: Kind,
    /// The record that it is about, if it is one.
    #[cbor(n(5), with = "super::cbor::optional_uuid")]
    pub record: Option<Uuid>,
    /// How many records it touches.
    #[n(6)]
    pub counts: Counts,
}

/// What happens to one record.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
#[cbor(flat)]
pub enum Op {
    /// It comes into being.
    #[n(0)]
    Create {
        /// Its kind.
        #[n(0)]
        kind: Kind,
        /// Its id.
        #[cbor(n(1), with = "super::cbor::uuid")]
        id: Uuid,
        /// The whole record, encoded.
        #[cbor(n(2), with = "super::cbor::raw")]
        record: Raw,
    },
    /// Some of its fields change.
    #[n(1)]
    Update {
        /// Its kind.
        #[n(0)]
        kind: Kind,
        /// Its id.
        #[cbor(n(1), with = "super::cbor::uuid")]
        id: Uuid,
        /// The fields before and after.
        #[n(2)]
        fields: Vec<FieldChange>,
    },
    /// It goes.
    #[n(2)]
    Delete {
        /// Its kind.
        #[n(0)]
        kind: Kind,
        /// Its id.
        #[cbor(n(1), with = "super::cbor::uuid")]
        id: Uuid,
        /// The whole record as it was.
        #[cbor(n(2), with = "super::cbor::raw")]
        record: Raw,
    },
}

impl Op {
    /// The kind and the id of the record.
    pub fn target(&self) -> (Kind, Uuid) {
        match self {
            Self::Create { kind, id, .. } | Self::Update { kind, id, .. } | Self::Delete { kind, id, .. } => {
                (*kind, *id)
            }
        }
    }

    /// About how many bytes it takes when it is encoded.
    pub fn size_hint(&self) -> usize {
        const NAMES: usize = 32;
        match self {
            Self::Create { record, .. } | Self::Delete { record, .. } => NAMES + record.len(),
            Self::Update { fields, .. } => {
                let of = |value: &Option<Raw>| value.as_ref().map_or(1, |value| value.len());
                NAMES + fields.iter().map(|field| 8 + of(&field.before) + of(&field.after)).sum::<usize>()
            }
        }
    }

    /// What takes it back.
    pub fn inverse(self) -> Self {
        match self {
            Self::Create { kind, id, record } => Self::Delete { kind, id, record },
            Self::Delete { kind, id, record } => Self::Create { kind, id, record },
            Self::Update { kind, id, fields } => {
                let swap = |field: FieldChange| FieldChange { before: field.after, after: field.before, ..field };
                Self::Update { kind, id, fields: fields.into_iter().map(swap).collect() }
            }
        }
    }
}

/// Counts what operations do.
pub fn counts(ops: &[Op]) -> Counts {
    let mut counts = Counts::default();
    for op in ops {
        match op {
            Op::Create { .. } => counts.created += 1,
            Op::Update { .. } => counts.updated += 1,
            Op::Delete { .. } => counts.deleted += 1,
        }
    }
    counts
}

/// What takes operations back: the inverse of each, in reverse order.
pub fn inverse(ops: Vec<Op>) -> Vec<Op> {
    ops.into_iter().rev().map(Op::inverse).collect()
}

/// One write: the head, and what happens to each record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Who, when, why.
    pub head: Head,
    /// What happens, in order.
    pub ops: Vec<Op>,
}
