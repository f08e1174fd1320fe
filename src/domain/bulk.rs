//! The same done to many records, worked out piece by piece, so that a page stays awake meanwhile. It comes to one change.

use std::{collections::HashSet, ops::Range};

use uuid::Uuid;

use super::{
    book::{Book, Stored, with_type},
    change::Op,
    edit::Edit,
    flaw::FieldError,
    order::Order,
    record::{Kind, Row},
    setting::Setting,
};

/// A record that stays as it is, since it would become wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Its slot.
    pub slot: u32,
    /// What would be wrong with it, beyond what is wrong already.
    pub flaws: Vec<FieldError>,
}

/// Everything that is wrong with a record in view of the book.
pub type Check<T> = fn(&Book, &T) -> Vec<FieldError>;

/// Fields of many records to be set.
#[derive(Debug, Clone)]
pub struct SetMany<S: Setting> {
    settings: Vec<S>,
    /// Each record by its slot, with those of the settings that are for it.
    work: Vec<(u32, Range<usize>)>,
    check: Check<S::Record>,
    at: usize,
    ops: Vec<Op>,
    refused: Vec<Refused>,
}

impl<S: Setting> SetMany<S> {
    /// The same for all records of these slots.
    pub fn all(slots: &[u32], settings: Vec<S>, check: Check<S::Record>) -> Self {
        let every = 0..settings.len();
        let mut slots = slots.to_vec();
        slots.sort_unstable();
        slots.dedup();
        let work = slots.into_iter().map(|slot| (slot, every.clone())).collect();
        Self { settings, work, check, at: 0, ops: Vec::new(), refused: Vec::new() }
    }

    /// For each record what stands beside its slot; of two values for one field the later stands.
    pub fn each(mut pairs: Vec<(u32, S)>, check: Check<S::Record>) -> Self {
        pairs.sort_by_key(|(slot, _)| *slot);
        let mut work: Vec<(u32, Range<usize>)> = Vec::new();
        for (place, (slot, _)) in pairs.iter().enumerate() {
            match work.last_mut() {
                Some((last, range)) if last == slot => range.end = place + 1,
                _ => work.push((*slot, place..place + 1)),
            }
        }
        let settings = pairs.into_iter().map(|(_, setting)| setting).collect();
        Self { settings, work, check, at: 0, ops: Vec::new(), refused: Vec::new() }
    }

    /// How many records there are to look at.
    pub fn total(&self) -> usize {
        self.work.len()
    }

    /// The slot of one of them.
    pub fn slot(&self, place: usize) -> Option<u32> {
        self.work.get(place).map(|(slot, _)| *slot)
    }

    /// How many were looked at.
    pub fn done(&self) -> usize {
        self.at
    }

    /// Begins anew: the book has changed.
    pub fn restart(&mut self) {
        self.at = 0;
        self.ops.clear();
        self.refused.clear();
    }

    /// Works on up to so many records; whether any are left. Every step of one run has to see the same book.
    pub fn step(&mut self, book: &Book, pieces: usize) -> bool {
        let mut edit = Edit::of(book);
        let end = (self.at + pieces).min(self.work.len());
        for (slot, range) in &self.work[self.at..end] {
            let Some(row) = S::Record::table(book).at(*slot) else { continue };
            let mut data = row.data.clone();
            self.settings[range.clone()].iter().for_each(|setting| setting.apply(&mut data));
            if data == row.data {
                continue;
            }
            // What was wrong before is no reason to refuse: an import may have left it so.
            let mut flaws = (self.check)(book, &data);
            if !flaws.is_empty() {
                let before = (self.check)(book, &row.data);
                flaws.retain(|flaw| !before.contains(flaw));
            }
            if flaws.is_empty() {
                edit.set(row.id, data);
            } else {
                self.refused.push(Refused { slot: *slot, flaws });
            }
        }
        self.ops.extend(edit.finish());
        self.at = end;
        end < self.work.len()
    }

    /// What it comes to.
    pub fn finish(self) -> (Vec<Op>, Vec<Refused>) {
        (self.ops, self.refused)
    }
}

/// Many records to be deleted, parties with all that belongs to them.
#[derive(Debug, Clone)]
pub struct DeleteMany {
    kind: Kind,
    slots: Vec<u32>,
    at: usize,
    ops: Vec<Op>,
    /// Ties that go already: two parties that both go share theirs.
    ties: HashSet<Uuid>,
}

impl DeleteMany {
    /// The records of these slots.
    pub fn new(kind: Kind, slots: &[u32]) -> Self {
        let mut slots = slots.to_vec();
        slots.sort_unstable();
        slots.dedup();
        Self { kind, slots, at: 0, ops: Vec::new(), ties: HashSet::new() }
    }

    /// How many records there are to look at, without what belongs to them.
    pub fn total(&self) -> usize {
        self.slots.len()
    }

    /// How many were looked at.
    pub fn done(&self) -> usize {
        self.at
    }

    /// Begins anew: the book has changed.
    pub fn restart(&mut self) {
        self.at = 0;
        self.ops.clear();
        self.ties.clear();
    }

    /// Works until so many records are to go, what belongs to parties among them; whether any are left.
    pub fn step(&mut self, book: &Book, pieces: usize) -> bool {
        let enough = self.ops.len() + pieces;
        while self.ops.len() < enough
            && let Some(slot) = self.slots.get(self.at)
        {
            self.at += 1;
            let mut edit = Edit::of(book);
            if self.kind == Kind::Party {
                if let Some(row) = book.parties.at(*slot) {
                    edit.delete_party(row.id);
                }
            } else {
                with_type!(self.kind, T => delete::<T>(&mut edit, book, *slot));
            }
            let ties = &mut self.ties;
            self.ops.extend(edit.finish().into_iter().filter(|op| {
                let (kind, id) = op.target();
                kind != Kind::Link || ties.insert(id)
            }));
        }
        self.at < self.slots.len()
    }

    /// What it comes to.
    pub fn finish(self) -> Vec<Op> {
        self.ops
    }
}

fn delete<T: Stored>(edit: &mut Edit<'_>, book: &Book, slot: u32) {
    if let Some(row) = T::table(book).at(slot) {
        edit.delete(row.id);
    }
}

/// Counts the orders that stay with a gap where records are deleted: refunds of orders that go, orders on which a product stands that
/// goes. Of no other kind does anything outside point to what goes.
#[derive(Debug, Clone)]
pub struct Gaps {
    kind: Kind,
    gone: HashSet<Uuid>,
    page: u32,
    count: usize,
}

impl Gaps {
    /// For the records of these slots.
    pub fn new(book: &Book, kind: Kind, slots: &[u32]) -> Self {
        let gone = slots.iter().filter_map(|slot| book.id_at(kind, *slot)).collect();
        Self { kind, gone, page: 0, count: 0 }
    }

    /// Looks at one more page of orders; whether any are left. A book that changes meanwhile makes the count a little old, no more.
    pub fn step(&mut self, book: &Book) -> bool {
        let Some((_, rows)) = book.orders.page(self.page) else { return false };
        let gone = |id: Uuid| self.gone.contains(&id);
        let has_gap = |row: &Row<Order>| match self.kind {
            Kind::Order => !gone(row.id.uuid()) && row.data.refunds.is_some_and(|bought| gone(bought.uuid())),
            Kind::Product => row.data.lines.iter().any(|line| line.product.is_some_and(|product| gone(product.uuid()))),
            _ => false,
        };
        let found = rows.filter(|(_, row)| has_gap(row)).count();
        self.count += found;
        self.page += 1;
        true
    }

    /// How many were found so far.
    pub fn count(&self) -> usize {
        self.count
    }
}
