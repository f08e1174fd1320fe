//! All records of one kind. Each has a slot, a small number that it keeps for life; a page is a thousand slots.
//!
//! Slots are given out in the order of the journal and never twice, so that every tab gives the same record the same slot.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::{
    id::Id,
    record::{Record, Row},
};

/// Slots of a page.
pub const PAGE: usize = 1_000;

/// All records of one kind.
#[derive(Debug, Clone)]
pub struct Table<T> {
    /// Pages of up to [`PAGE`] slots; only the last is not full. A slot that was given up stays empty.
    pages: Vec<Vec<Option<Row<T>>>>,
    slots: FxHashMap<Uuid, u32>,
    /// For each page, the sequence number of the change that touched it last.
    touched: Vec<u64>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { pages: Vec::new(), slots: FxHashMap::default(), touched: Vec::new() }
    }
}

impl<T: Record> Table<T> {
    /// How many records there are.
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// How many slots were ever given out; every slot is below.
    pub fn slots(&self) -> usize {
        self.pages.last().map_or(0, |last| (self.pages.len() - 1) * PAGE + last.len())
    }

    /// The slot of a record.
    pub fn slot(&self, id: Id<T>) -> Option<u32> {
        self.slots.get(&id.uuid()).copied()
    }

    /// The record of an id.
    pub fn get(&self, id: Id<T>) -> Option<&Row<T>> {
        self.at(self.slot(id)?)
    }

    /// The record in a slot.
    pub fn at(&self, slot: u32) -> Option<&Row<T>> {
        self.pages.get(slot as usize / PAGE)?.get(slot as usize % PAGE)?.as_ref()
    }

    /// Every record with its slot, in the order in which they were made.
    pub fn iter(&self) -> impl Iterator<Item = (u32, &Row<T>)> {
        let rows = self.pages.iter().flatten().enumerate();
        rows.filter_map(|(slot, row)| Some((slot as u32, row.as_ref()?)))
    }

    /// Makes room for so many more, at once instead of bit by bit.
    pub(super) fn make_room(&mut self, more: usize) {
        self.slots.reserve(more);
    }

    /// For how many records there is room.
    pub(super) fn room(&self) -> usize {
        self.slots.capacity()
    }

    /// Puts a new record into the next slot, or over the one of the same id. Returns the slot and the record that was there.
    pub(super) fn put(&mut self, row: Row<T>, seq: u64) -> (u32, Option<Row<T>>) {
        let slot = match self.slot(row.id) {
            Some(slot) => slot,
            None => self.slots() as u32,
        };
        let old = self.place(slot, row);
        self.touch(slot, seq);
        (slot, old)
    }

    /// Puts a record into a slot as a page has it, making room up to there.
    pub(super) fn place(&mut self, slot: u32, row: Row<T>) -> Option<Row<T>> {
        self.reserve(slot as usize + 1);
        self.slots.insert(row.id.uuid(), slot);
        self.pages[slot as usize / PAGE][slot as usize % PAGE].replace(row)
    }

    /// Gives out slots up to `slots`, empty ones.
    pub(super) fn reserve(&mut self, slots: usize) {
        while self.slots() < slots {
            if self.pages.last().is_none_or(|last| last.len() == PAGE) {
                self.pages.push(Vec::with_capacity(PAGE));
                self.touched.push(0);
            }
            let missing = slots - self.slots();
            let last = self.pages.last_mut().expect("a page was pushed");
            let size = PAGE.min(last.len() + missing);
            last.resize_with(size, || None);
        }
    }

    /// Takes a record out; its slot stays empty for ever.
    pub(super) fn remove(&mut self, id: Id<T>, seq: u64) -> Option<(u32, Row<T>)> {
        let slot = self.slots.remove(&id.uuid())?;
        self.touch(slot, seq);
        Some((slot, self.pages[slot as usize / PAGE][slot as usize % PAGE].take()?))
    }

    fn touch(&mut self, slot: u32, seq: u64) {
        self.touched[slot as usize / PAGE] = seq;
    }

    /// The numbers of the pages that were touched after `seq`.
    pub fn touched_after(&self, seq: u64) -> impl Iterator<Item = u32> {
        self.touched.iter().enumerate().filter(move |(_, touched)| **touched > seq).map(|(page, _)| page as u32)
    }

    /// The number of the latest change that touched a record since the table was read; 0 when there was none.
    pub fn touched(&self) -> u64 {
        self.touched.iter().copied().max().unwrap_or_default()
    }

    /// The number of pages.
    pub fn page_count(&self) -> u32 {
        self.pages.len() as u32
    }

    /// The slots of a page: how many were given out, and the records in them with their place in the page.
    pub fn page(&self, number: u32) -> Option<(usize, impl Iterator<Item = (usize, &Row<T>)>)> {
        let page = self.pages.get(number as usize)?;
        Some((page.len(), page.iter().enumerate().filter_map(|(place, row)| Some((place, row.as_ref()?)))))
    }
}
