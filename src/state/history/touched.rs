//! What a change did to one record, field by field.

use uuid::Uuid;

use crate::domain::{
    book::with_type,
    change::Op,
    fields::{FieldChange, Fields},
    record::{Kind, Record},
};

/// What a change did to one record, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// It came into being; every field has only a value after.
    Created(Vec<FieldChange>),
    /// Some of its fields changed.
    Changed(Vec<FieldChange>),
    /// It went; every field has only a value before.
    Deleted(Vec<FieldChange>),
}

/// What a change did to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChange {
    /// What kind of record.
    pub kind: Kind,
    /// Which.
    pub id: Uuid,
    /// What it was called, where the change has all of it.
    pub title: Option<String>,
    /// What it did.
    pub touched: Touched,
}

impl RecordChange {
    /// Takes an operation apart.
    pub(super) fn of(op: Op) -> Result<Self, minicbor::decode::Error> {
        let (kind, id) = op.target();
        let empty = Fields::default();
        let (title, touched) = match op {
            Op::Update { fields, .. } => (None, Touched::Changed(fields)),
            Op::Create { kind, record, .. } => {
                (Some(title(kind, &record)?), Touched::Created(empty.diff(&split(kind, &record)?)))
            }
            Op::Delete { kind, record, .. } => {
                (Some(title(kind, &record)?), Touched::Deleted(split(kind, &record)?.diff(&empty)))
            }
        };
        Ok(Self { kind, id, title, touched })
    }
}

fn split(kind: Kind, record: &[u8]) -> Result<Fields, minicbor::decode::Error> {
    with_type!(kind, T => Fields::split(record, T::CUSTOM))
}

fn title(kind: Kind, record: &[u8]) -> Result<String, minicbor::decode::Error> {
    with_type!(kind, T => minicbor::decode::<T>(record).map(|data| data.title().to_owned()))
}
