//! Finding customers by their keys, one key after the other.

use rustc_hash::FxHashMap;

use crate::domain::{book::Book, party::Party};

use super::{
    super::{keys::folded, options::Key, person::Incoming},
    Found, Meant, People,
};

impl People {
    /// From here on customers are found by the key of that rank, once they were entered anew as they are by then. So it does not
    /// matter in which order rows of an earlier rank told what somebody is called.
    pub fn begin(&mut self, rank: usize) {
        self.rank = rank;
        self.found.clear();
    }

    /// Enters the party in a slot of the book, unless the file has named it.
    pub fn enter(&mut self, book: &Book, slot: u32) {
        if let Some(row) = book.parties.at(slot).filter(|_| !self.met.contains_key(&slot)) {
            self.register_party(&row.data, Found::There(slot));
        }
    }

    /// Enters a customer whom the file has named.
    pub fn enter_named(&mut self, book: &Book, person: usize) {
        let this = &mut self.list[person];
        match this.draft.take() {
            Some(draft) => {
                self.register_party(&draft, Found::Here(person as u32));
                self.list[person].draft = Some(draft);
            }
            None => {
                if let Some(row) = book.get(this.id) {
                    self.register_party(&row.data, Found::Here(person as u32));
                }
            }
        }
    }

    fn register_party(&mut self, party: &Party, found: Found) {
        let Some(key) = self.keys.get(self.rank).copied() else { return };
        let values: Vec<&str> = match key {
            Key::Reference => vec![&party.reference],
            Key::Name => vec![&party.name],
            Key::Email => party.emails.iter().map(|email| email.value.as_str()).collect(),
            Key::Phone => party.phones.iter().map(|phone| phone.value.as_str()).collect(),
        };
        for value in values {
            enter(&mut self.found, &self.met, &folded(key, value), found);
        }
    }

    /// Which of the keys a row has first: 0 for the chosen one; `None` when it has none.
    pub fn rank(&self, incoming: &Incoming) -> Option<usize> {
        self.keys.iter().position(|key| incoming.has(*key))
    }

    /// Whom a row means: by the first of the keys that the row has. Values that lead to different customers lead to none.
    pub fn meant(&mut self, book: &Book, incoming: &Incoming) -> Meant {
        let Some(key) = self.rank(incoming).map(|rank| self.keys[rank]) else { return Meant::Nobody };
        let mut one = None;
        for value in incoming.keys(key) {
            match self.found.get(value.as_str()).copied() {
                None => {}
                Some(Found::Many) => return Meant::Many(key),
                Some(found) => match (self.meet(book, found), one) {
                    (Some(person), Some(other)) if person != other => return Meant::Many(key),
                    (person, _) => one = person,
                },
            }
        }
        one.map_or(Meant::Unknown, Meant::One)
    }

    pub(super) fn meet(&mut self, book: &Book, found: Found) -> Option<u32> {
        match found {
            Found::Many => None,
            Found::Here(person) => Some(person),
            Found::There(slot) => {
                if let Some(person) = self.met.get(&slot) {
                    return Some(*person);
                }
                let id = book.parties.at(slot)?.id;
                let person = self.push(id, true, None);
                self.met.insert(slot, person);
                Some(person)
            }
        }
    }
}

pub(super) fn enter(map: &mut FxHashMap<Box<str>, Found>, met: &FxHashMap<u32, u32>, value: &str, found: Found) {
    if value.is_empty() {
        return;
    }
    let person = |found: Found| match found {
        Found::There(slot) => met.get(&slot).copied().map_or(found, Found::Here),
        other => other,
    };
    match map.get_mut(value) {
        Some(other) if person(*other) != person(found) => *other = Found::Many,
        Some(_) => {}
        None => {
            map.insert(value.into(), found);
        }
    }
}
