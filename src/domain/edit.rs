//! From an intention to operations: against the book as it is now.

use std::collections::HashSet;

use uuid::Uuid;

use super::{
    book::{Book, Stored},
    change::Op,
    fields::{FieldChange, Fields},
    id::Id,
    party::Party,
    record::{Kind, Record, Row},
};

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

    /// Deletes a party with all that belongs to it: orders, notes, ties.
    pub fn delete_party(&mut self, id: Id<Party>) {
        let book = self.book;
        for slot in book.orders_of(id) {
            self.delete_slot(book.orders.at(*slot));
        }
        for slot in book.notes_of(id) {
            self.delete_slot(book.notes.at(*slot));
        }
        for slot in book.links_of(id) {
            self.delete_slot(book.links.at(*slot));
        }
        self.delete(id);
    }

    fn delete_slot<T: Record>(&mut self, row: Option<&Row<T>>) {
        if let Some(row) = row {
            let (kind, id) = (T::KIND, row.id.uuid());
            // Two parties that go together share their tie.
            if !self.ops.iter().rev().any(|op| op.target() == (kind, id)) {
                self.ops.push(Op::Delete { kind, id, record: row.encode() });
            }
        }
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
/// [`Conflict`] when a record that is to be changed is gone, or one that is to be made is there.
pub fn rebase(book: &Book, ops: Vec<Op>) -> Result<Vec<Op>, Conflict> {
    let made = created(&ops);
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
                    rebased.push(Op::Update { kind, id, fields });
                }
            }
            Op::Delete { .. } => rebased.extend(book.encoded(kind, id).map(|record| Op::Delete { kind, id, record })),
        }
    }
    Ok(rebased)
}

/// The ids of the records that operations make.
fn created(ops: &[Op]) -> HashSet<Uuid> {
    ops.iter().filter(|op| matches!(op, Op::Create { .. })).map(|op| op.target().1).collect()
}

fn refresh(now: &Fields, fields: Vec<FieldChange>) -> Vec<FieldChange> {
    let fresh = fields.into_iter().map(|field| FieldChange { before: now.get(field.key).map(Into::into), ..field });
    fresh.filter(|field| field.before != field.after).collect()
}

/// The party that a record to be made belongs to, when it is neither there nor made by the same change.
fn missing_owner(book: &Book, op: &Op, made: &HashSet<Uuid>) -> Option<Uuid> {
    book.owners_of(op).into_iter().find(|owner| !made.contains(owner) && book.get::<Party>(Id::new(*owner)).is_none())
}

/// What taking a change back comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reverted {
    /// What has to be done.
    pub ops: Vec<Op>,
    /// Records that were touched since and therefore stay as they are, in whole or in part.
    pub kept: Vec<(Kind, Uuid)>,
}

/// Takes a change back whose inverse is `inverse`. What was touched since stays: a field that has another value now, a record
/// that was changed since it was made, a party to which something was added. Taken back at once, nothing stays.
pub fn revert(book: &Book, inverse: Vec<Op>) -> Reverted {
    let mut kept = HashSet::new();
    let mut going: HashSet<Uuid> = HashSet::new();
    for op in &inverse {
        if let Op::Delete { kind, id, record } = op {
            match book.encoded(*kind, *id) {
                Some(now) if now != *record => drop(kept.insert((*kind, *id))),
                Some(_) => drop(going.insert(*id)),
                None => {}
            }
        }
    }
    keep_owners(book, &inverse, &mut going, &mut kept);
    let made = created(&inverse);
    let mut ops = Vec::with_capacity(inverse.len());
    for op in inverse {
        let (kind, id) = op.target();
        match op {
            Op::Delete { .. } if going.contains(&id) => ops.push(op),
            Op::Delete { .. } => {}
            Op::Create { .. } if book.encoded(kind, id).is_some() || missing_owner(book, &op, &made).is_some() => {
                kept.insert((kind, id));
            }
            Op::Create { .. } => ops.push(op),
            Op::Update { fields, .. } => {
                let Some(now) = book.split(kind, id) else {
                    kept.insert((kind, id));
                    continue;
                };
                let total = fields.len();
                let same = |field: &FieldChange| now.get(field.key) == field.before.as_deref();
                let fields: Vec<FieldChange> = fields.into_iter().filter(same).collect();
                if fields.len() < total {
                    kept.insert((kind, id));
                }
                if !fields.is_empty() {
                    ops.push(Op::Update { kind, id, fields });
                }
            }
        }
    }
    let mut kept: Vec<_> = kept.into_iter().collect();
    kept.sort_unstable();
    Reverted { ops, kept }
}

/// A party to which something belongs that stays, and a product that an order names which stays, stay too.
fn keep_owners(book: &Book, inverse: &[Op], going: &mut HashSet<Uuid>, kept: &mut HashSet<(Kind, Uuid)>) {
    let deletes = |wanted: Kind| {
        inverse.iter().filter_map(move |op| match op {
            Op::Delete { kind, id, .. } if *kind == wanted => Some(*id),
            _ => None,
        })
    };
    for id in deletes(Kind::Party) {
        let party = Id::new(id);
        let stays = |uuid: Uuid| !going.contains(&uuid);
        let orders =
            book.orders_of(party).iter().filter_map(|slot| book.orders.at(*slot)).any(|row| stays(row.id.uuid()));
        let notes = book.notes_of(party).iter().filter_map(|slot| book.notes.at(*slot)).any(|row| stays(row.id.uuid()));
        let links = book.links_of(party).iter().filter_map(|slot| book.links.at(*slot)).any(|row| stays(row.id.uuid()));
        if orders || notes || links {
            going.remove(&id);
            kept.insert((Kind::Party, id));
        }
    }
    if deletes(Kind::Product).next().is_some() {
        for (_, row) in book.orders.iter().filter(|(_, row)| !going.contains(&row.id.uuid())).collect::<Vec<_>>() {
            for product in row.data.lines.iter().filter_map(|line| line.product) {
                if going.remove(&product.uuid()) {
                    kept.insert((Kind::Product, product.uuid()));
                }
            }
        }
    }
}
