//! Everything there is to search, by kind.

use std::collections::BTreeMap;

use super::{query::Query, shelf::Shelf, texts::Texts};

/// The records of all kinds. A kind is a number that whoever asks gives a meaning to.
#[derive(Debug)]
pub struct Engine {
    shelves: BTreeMap<u8, Shelf>,
    page: usize,
}

impl Engine {
    /// Nothing yet; a page will have up to so many slots.
    pub fn new(page: usize) -> Self {
        Self { shelves: BTreeMap::new(), page }
    }

    fn shelf(&mut self, kind: u8) -> &mut Shelf {
        let page = self.page;
        self.shelves.entry(kind).or_insert_with(|| Shelf::new(page))
    }

    /// Puts the texts of a page in place of what was there.
    pub fn put(&mut self, kind: u8, page: u32, texts: &Texts) {
        self.shelf(kind).put(page as usize, texts);
    }

    /// Says in which order records of a kind come that were found equally well; the latest first as long as nothing is said.
    pub fn prefer(&mut self, kind: u8, slots: Vec<u32>) {
        self.shelf(kind).prefer(slots);
    }

    /// The slots of a kind in which everything is that is asked for, best first.
    pub fn find(&mut self, kind: u8, query: &Query) -> Vec<u32> {
        self.shelf(kind).find(query)
    }

    /// The further slots in which it is if something was mistyped, best first.
    pub fn guess(&mut self, kind: u8, query: &Query) -> Vec<u32> {
        self.shelf(kind).guess(query)
    }
}
