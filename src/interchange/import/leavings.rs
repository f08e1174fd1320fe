//! What is left when everything was worked out: millions of little pieces, given back to memory one by one, since giving them
//! back at once would hold up the page.

use std::collections::hash_map::IntoIter;

use super::{bills::Bill, people::Found};

/// Things that nobody needs any more.
#[derive(Debug, Default)]
pub(super) struct Leavings {
    bills: std::vec::IntoIter<Bill>,
    places: IntoIter<(u32, Box<str>), u32>,
    found: IntoIter<Box<str>, Found>,
}

impl Leavings {
    pub fn new(bills: Vec<Bill>, places: IntoIter<(u32, Box<str>), u32>, found: IntoIter<Box<str>, Found>) -> Self {
        Self { bills: bills.into_iter(), places, found }
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.bills.len() + self.places.len() + self.found.len()
    }

    /// Gives one piece of each kind back.
    pub fn give_back_some(&mut self) {
        drop((self.bills.next(), self.places.next(), self.found.next()));
    }
}
