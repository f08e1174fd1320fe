//! From an intention to operations: against the book as it is now.

use std::collections::HashSet;

use uuid::Uuid;

use super::{
    book::{Book, Stored, with_type},
    change::Op,
    fields::{FieldChange, Fields},
    id::Id,
    party::Party,
    record::{Kind, Record, Row},
};

pub use super::revert::{Reverted, revert};

/// Collects the operations of one change. Each record is named once.
#[derive(Debug)]
pub struct Edit<'a> {
    book: &'a Book,
    ops: Vec<Op>,
}

impl<'a> Edit<'a> {
    /// Starts a change of that book.
    pub fn of(book: &'a Book) -> Self {
        Self { book, ops: Vec::new() }
    }

    /// Makes a record.
    pub fn create<T: Record>(&mut self, id: Id<T>, data: T) {
        self.ops.push(Op::Create { kind: T::KIND, id: id.uuid(), record: Row::new(id, data).encode() });
    }

    /// Sets a record to `data`; makes it where there is none. Does nothing when nothing differs.
    pub fn set<T: Stored>(&mut self, id: Id<T>, data: T) {
        let Some(row) = self.book.get(id) else { return self.create(id, data) };
        let fields = row.fields().diff(&row.with(data).fields());
        if !fields.is_empty() {
            self.ops.push(Op::Update { kind: T::KIND, id: id.uuid(), fields });
        }
    }

    /// Changes a record; does nothing when it is not there.
    pub fn update<T: Stored>(&mut self, id: Id<T>, change: impl FnOnce(&mut T)) {
        if let Some(row) = self.book.get(id) {
            let mut data = row.data.clone();
            change(&mut data);
            self.set(id, data);
        }
    }

    /// Deletes a record; does nothing when it is not there.
    pub fn delete<T: Stored>(&mut self, id: Id<T>) {
        if let Some(row) = self.book.get(id) {
            self.ops.push(Op::Delete { kind: T::KIND, id: id.uuid(), record: row.encode() });
        }
    }

    /// Deletes a party with all that belongs to it: orders, notes, answers, conversations, ties.
    pub fn delete_party(&mut self, id: Id<Party>) {
        for (kind, record) in self.book.belongings(id) {
            // Two parties that go together share their tie; nothing else belongs to two.
            if kind != Kind::Link || !self.ops.iter().rev().any(|op| op.target() == (kind, record)) {
                with_type!(kind, T => self.delete::<T>(Id::new(record)));
            }
        }
        self.delete(id);
    }

    /// The operations collected.
    pub fn finish(self) -> Vec<Op> {
        self.ops
    }
}

/// What stood in the way of operations that were made against an earlier book.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The record was deleted meanwhile.
    #[error("{0:?} {1} was deleted meanwhile")]
    Gone(Kind, Uuid),
    /// A record of that id was made meanwhile.
    #[error("{0:?} {1} is there already")]
    Exists(Kind, Uuid),
}

/// Brings operations that were made against an earlier book up to the book as it is now: what they set stands, what was
/// before is what is there now. Edits of different fields by two tabs both survive.
///
/// # Errors
/// [`Conflict`] when a record that is to be changed is gone, or the party to which a record is to belong; when one that is to
/// be made is there, or something came to belong to a party that is to go.
pub fn rebase(book: &Book, ops: Vec<Op>) -> Result<Vec<Op>, Conflict> {
    let made = created(&ops);
    let named: HashSet<(Kind, Uuid)> = ops.iter().map(Op::target).collect();
    let mut rebased = Vec::with_capacity(ops.len());
    for op in ops {
        let (kind, id) = op.target();
        match op {
            Op::Create { .. } if book.encoded(kind, id).is_some() => return Err(Conflict::Exists(kind, id)),
            Op::Create { .. } => {
                if let Some(owner) = missing_owner(book, &op, &made) {
                    return Err(Conflict::Gone(Kind::Party, owner));
                }
                rebased.push(op);
            }
            Op::Update { fields, .. } => {
                let now = book.split(kind, id).ok_or(Conflict::Gone(kind, id))?;
                let fields = refresh(&now, fields);
                if !fields.is_empty() {
                    let op = Op::Update { kind, id, fields };
                    let is_gone = |owner: &Uuid| !made.contains(owner) && book.get::<Party>(Id::new(*owner)).is_none();
                    if let Some(owner) = book.owners_after(&op).into_iter().flatten().find(is_gone) {
                        return Err(Conflict::Gone(Kind::Party, owner));
                    }
                    rebased.push(op);
                }
            }
            Op::Delete { .. } => {
                if let Some((kind, id)) = late_comer(book, kind, id, &named) {
                    return Err(Conflict::Exists(kind, id));
                }
                rebased.extend(book.encoded(kind, id).map(|record| Op::Delete { kind, id, record }));
            }
        }
    }
    Ok(rebased)
}

/// The ids of the records that operations make.
pub(super) fn created(ops: &[Op]) -> HashSet<Uuid> {
    ops.iter().filter(|op| matches!(op, Op::Create { .. })).map(|op| op.target().1).collect()
}

fn refresh(now: &Fields, fields: Vec<FieldChange>) -> Vec<FieldChange> {
    let fresh = fields.into_iter().map(|field| FieldChange { before: now.get(field.key).map(Into::into), ..field });
    fresh.filter(|field| field.before != field.after).collect()
}

/// What belongs to a party that is to go, though the change does not name it: it was made since.
fn late_comer(book: &Book, kind: Kind, id: Uuid, named: &HashSet<(Kind, Uuid)>) -> Option<(Kind, Uuid)> {
    if kind != Kind::Party {
        return None;
    }
    book.belongings(Id::new(id)).find(|name| !named.contains(name))
}

/// The party that a record to be made belongs to, when it is neither there nor made by the same change.
pub(super) fn missing_owner(book: &Book, op: &Op, made: &HashSet<Uuid>) -> Option<Uuid> {
    book.owners_of(op).into_iter().find(|owner| !made.contains(owner) && book.get::<Party>(Id::new(*owner)).is_none())
}
