//! Where people work: found or made when every row was told.

use crate::domain::{
    book::Book,
    id::Mint,
    party::{Party, PartyKind},
};

use super::{
    super::{keys::folded_name, options::Key},
    Firm, Found, People,
    finding::enter,
};

impl People {
    /// From here on places of work are found, once everybody was entered anew.
    pub fn begin_firms(&mut self) {
        self.rank = self.keys.iter().position(|key| *key == Key::Name).unwrap_or(usize::MAX);
        self.found.clear();
    }

    /// Enters the party in a slot of the book among the places of work, unless the file has named it.
    pub fn enter_firm(&mut self, book: &Book, slot: u32) {
        self.enter(book, slot);
        let row = book.parties.at(slot).filter(|row| row.data.kind == PartyKind::Organisation);
        if let Some(row) = row.filter(|_| !self.met.contains_key(&slot)) {
            enter(&mut self.firms, &self.met, &folded_name(&row.data.name), Found::There(slot));
        }
    }

    /// Enters a customer whom the file has named among the places of work.
    pub fn enter_named_firm(&mut self, book: &Book, person: usize) {
        self.enter_named(book, person);
        let this = &self.list[person];
        let there = book.get(this.id).map(|row| &row.data);
        if let Some(party) = this.draft.as_deref().or(there).filter(|party| party.kind == PartyKind::Organisation) {
            enter(&mut self.firms, &self.met, &folded_name(&party.name), Found::Here(person as u32));
        }
    }

    /// Finds or makes where those work who come in; when every row was told, so that it does not matter which came first.
    /// The rows whose place of work is the name of several are given back.
    pub fn tie(&mut self, book: &Book, person: usize, creates: bool, (mint, now): (&mut Mint, u64)) -> Vec<usize> {
        let mut wrong = Vec::new();
        if !self.list[person].needed {
            return wrong;
        }
        for Firm { name: firm, tie, role, row } in std::mem::take(&mut self.list[person].firms) {
            let name = folded_name(&firm).into_owned();
            let found = self.firms.get(&*name).or_else(|| self.found.get(&*name)).copied();
            let at = match found {
                Some(Found::Many) => {
                    wrong.push(row);
                    None
                }
                Some(found) => self.meet(book, found),
                None if creates => {
                    let party = Party { kind: PartyKind::Organisation, name: firm.into(), ..Party::default() };
                    let at = self.push(mint.id(now), false, Some(Box::new(party)));
                    enter(&mut self.firms, &self.met, &name, Found::Here(at));
                    Some(at)
                }
                None => None,
            };
            let Some(at) = at.filter(|at| *at as usize != person) else { continue };
            self.list[at as usize].tied = true;
            let ties = &mut self.list[person].ties;
            if !ties.iter().any(|(other, kind, _)| (*other, *kind) == (at, tie)) {
                ties.push((at, tie, role));
            }
        }
        wrong
    }
}
