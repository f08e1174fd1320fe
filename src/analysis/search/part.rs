//! One part of the records of a page, their names, short fields or long texts: folded, in one stretch of bytes.

use memchr::memmem::Finder;

use super::{
    fold::fold_into,
    grams::{self, Grams, GramsBuilder, Plan},
    set::Set,
    texts::BETWEEN,
};

/// Stands behind each slot. Folded texts and words hold no control characters, so that nothing is found across it.
const END: char = '\n';

/// One part of all records of a page.
#[derive(Debug, Default)]
pub struct Part {
    text: String,
    ends: Vec<u32>,
    grams: Grams,
}

impl Part {
    /// Adds the next slot.
    pub fn push(&mut self, fields: &str, grams: &mut GramsBuilder) {
        let (slot, start) = (self.ends.len(), self.text.len());
        for (index, field) in fields.split(BETWEEN).enumerate() {
            if index > 0 {
                self.text.push(BETWEEN);
            }
            fold_into(field, &mut self.text);
        }
        grams::each(&self.text[start..], |gram| grams.add(slot, gram));
        self.text.push(END);
        self.ends.push(self.text.len() as u32);
    }

    /// Ends with the last slot.
    pub fn finish(&mut self, grams: &mut GramsBuilder) {
        self.text.shrink_to_fit();
        self.grams = grams.finish();
    }

    /// The folded fields of a slot, and what ends them.
    #[inline]
    pub fn get(&self, slot: usize) -> &str {
        let start = if slot == 0 { 0 } else { self.ends[slot - 1] };
        let end = self.ends[slot] as usize - END.len_utf8();
        &self.text[start as usize..end]
    }

    /// The slots of some in which a word stands.
    pub fn find(&self, finder: &Finder<'_>, plan: &Plan, among: &Set) -> Set {
        let mut found = Set::default();
        match plan {
            Plan::Exact(gram) => found = self.grams.having(*gram),
            Plan::Pieces(pieces) if pieces.is_empty() => self.run_over(finder, &mut found),
            Plan::Pieces(pieces) => {
                for slot in self.grams.all_of(pieces).and(among).iter() {
                    if finder.find(self.get(slot).as_bytes()).is_some() {
                        found.add(slot);
                    }
                }
            }
        }
        found.and(among)
    }

    fn run_over(&self, finder: &Finder<'_>, found: &mut Set) {
        let bytes = self.text.as_bytes();
        let (mut from, mut slot) = (0, 0);
        while let Some(at) = finder.find(&bytes[from..]) {
            while self.ends[slot] as usize <= from + at {
                slot += 1;
            }
            found.add(slot);
            from = self.ends[slot] as usize;
        }
    }
}
