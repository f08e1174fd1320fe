//! The operations that make or change customers.

use rustc_hash::FxHashSet;

use crate::domain::{
    book::Book,
    change::Op,
    edit::Edit,
    id::Mint,
    link::Link,
    note::Note,
    party::{Party, PartyKind},
};

use super::{super::customs::Field, People};

/// What making one customer came to.
#[derive(Debug, Default)]
pub(in super::super) struct Made {
    pub parties: Vec<Op>,
    pub links: Vec<Op>,
    pub notes: Vec<Op>,
}

impl People {
    /// The operations of one customer.
    pub fn make(&mut self, book: &Book, person: usize, (mint, now): (&mut Mint, u64)) -> Made {
        let mut made = Made::default();
        let this = &mut self.list[person];
        let (id, ties) = (this.id, std::mem::take(&mut this.ties));
        if !this.needed {
            // Of somebody whose own rows do not come in, the name alone is known.
            if let Some(draft) = this.draft.take().filter(|_| this.tied && !this.there) {
                let bare = Party { kind: PartyKind::Organisation, name: draft.name, ..Party::default() };
                made.parties = edited(book, |edit| edit.create(id, bare));
            }
            return made;
        }
        if let Some(draft) = this.draft.take() {
            made.parties = edited(book, |edit| edit.set(id, *draft));
        }
        let this = &self.list[person];
        let texts: FxHashSet<&str> = book
            .slots_of::<Note>(id)
            .iter()
            .filter_map(|slot| book.notes.at(*slot))
            .map(|row| row.data.text.as_str())
            .collect();
        made.notes = edited(book, |edit| {
            for text in this.notes.iter().filter(|text| !texts.contains(text.as_str())) {
                edit.create(mint.id(now), Note { party: id, at: now, text: text.clone(), pinned: false });
            }
        });
        made.links = edited(book, |edit| {
            for (at, tie, role) in &ties {
                let to = self.list[*at as usize].id;
                let there = book
                    .slots_of::<Link>(id)
                    .iter()
                    .filter_map(|slot| book.links.at(*slot))
                    .any(|row| (row.data.from, row.data.tie, row.data.to) == (id, *tie, to));
                if !there {
                    let link = Link { from: id, tie: *tie, to, role: role.to_string(), active: true };
                    edit.create(mint.id(now), link);
                }
            }
        });
        made
    }

    /// Whether the draft of a customer has a value of a custom field.
    pub fn has_custom(&self, person: usize, field: &Field) -> bool {
        let this = &self.list[person];
        this.needed && this.draft.as_ref().is_some_and(|draft| draft.custom.contains_key(&field.id))
    }
}

fn edited(book: &Book, make: impl FnOnce(&mut Edit<'_>)) -> Vec<Op> {
    let mut edit = Edit::of(book);
    make(&mut edit);
    edit.finish()
}
