//! Who passes the filters, and who would pass but for one field: what the rail counts.

use super::{check::Check, column::Column};

/// More than one field stands in the way.
const SEVERAL: u8 = u8::MAX;

/// For each slot, which fields stand in the way.
#[derive(Debug, Clone, Default)]
pub struct Mask {
    failed: Vec<u8>,
    keys: Vec<String>,
}

impl Mask {
    /// Nothing stands in the way of anybody.
    pub fn new(slots: usize) -> Self {
        Self { failed: vec![0; slots], keys: Vec::new() }
    }

    /// Adds a filter on the field of a key, for the slots of a range. A check that is prepared is asked for every slot once.
    pub fn add(&mut self, key: &str, check: &Check, column: &Column, slots: std::ops::Range<usize>) {
        let place = match self.keys.iter().position(|known| known == key) {
            Some(place) => place,
            None => {
                self.keys.push(key.to_owned());
                self.keys.len() - 1
            }
        };
        // Beyond so many fields nothing is left to count.
        let own = u8::try_from(place + 1).unwrap_or(SEVERAL);
        let end = slots.end.min(self.failed.len());
        for (slot, failed) in self.failed.iter_mut().enumerate().take(end).skip(slots.start) {
            if !check.passes(column, slot as u32) {
                *failed = if *failed == 0 || *failed == own { own } else { SEVERAL };
            }
        }
    }

    /// Whether a slot passes every filter.
    pub fn passes(&self, slot: u32) -> bool {
        self.failed.get(slot as usize) == Some(&0)
    }

    /// Whether a slot passes every filter but those on one field.
    pub fn passes_but(&self, key: &str) -> impl Fn(u32) -> bool + '_ {
        let own = self.keys.iter().position(|known| known == key).and_then(|place| u8::try_from(place + 1).ok());
        move |slot| match self.failed.get(slot as usize) {
            Some(0) => true,
            Some(failed) => Some(*failed) == own && *failed != SEVERAL,
            None => false,
        }
    }
}
