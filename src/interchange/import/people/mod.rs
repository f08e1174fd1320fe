//! The customers of the book and of the file.

mod finding;
mod firms;
mod making;

use std::{collections::hash_map::IntoIter, mem::take};

use rustc_hash::FxHashMap;

use crate::{
    domain::{
        book::Book,
        id::Id,
        link::Tie,
        party::{Party, PartyKind},
    },
    interchange::csv::{Plan, Target},
};

use super::{
    customs::Field,
    issue::Trouble,
    options::{Key, Options},
    person::{Incoming, MOST},
};
use finding::enter;

/// Whom a key leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// The party in a slot of the book.
    There(u32),
    /// A customer of [`People::list`].
    Here(u32),
    /// Several.
    Many,
}

/// A place of work that a row names.
#[derive(Debug)]
struct Firm {
    name: Box<str>,
    tie: Tie,
    role: Box<str>,
    row: usize,
}

/// A customer whom the file names.
#[derive(Debug)]
pub(super) struct Person {
    /// The id of the party, there or to be made.
    pub id: Id<Party>,
    /// Whether the book has it.
    pub there: bool,
    /// What it will be; `None` for one that is there and of whom nothing was said that may be entered.
    draft: Option<Box<Party>>,
    /// The names of where they work, with what they are there.
    firms: Vec<Firm>,
    /// Where they work.
    ties: Vec<(u32, Tie, Box<str>)>,
    notes: Vec<String>,
    /// Rows that name them.
    pub rows: usize,
    /// Whether they come in: with an order that does, or for their own sake.
    pub needed: bool,
    /// Whether somebody who comes in works there: then there has to be a party of that name.
    tied: bool,
    /// Whether their orders were looked up.
    pub orders_known: bool,
}

/// Whom a row means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meant {
    /// It does not say.
    Nobody,
    /// Nobody who is known.
    Unknown,
    /// That customer.
    One(u32),
    /// Several have that key.
    Many(Key),
}

/// The customers of the book and of the file.
#[derive(Debug)]
pub(super) struct People {
    /// Those whom the file names.
    pub list: Vec<Person>,
    /// The keys that the plan has columns for, the chosen one first.
    pub keys: Vec<Key>,
    /// The key by which customers are found now.
    rank: usize,
    found: FxHashMap<Box<str>, Found>,
    /// Whether the plan has a column for where people work.
    pub has_firms: bool,
    firms: FxHashMap<Box<str>, Found>,
    met: FxHashMap<u32, u32>,
}

impl People {
    /// Hands over by what people were found.
    pub fn leave(&mut self) -> IntoIter<Box<str>, Found> {
        take(&mut self.found).into_iter()
    }

    /// Nobody yet.
    pub fn new(plan: &Plan, key: Key) -> Self {
        let mut keys: Vec<Key> = Key::ALL.into_iter().filter(|key| key.is_in(plan)).collect();
        keys.sort_by_key(|other| *other != key);
        Self {
            list: Vec::new(),
            keys,
            rank: 0,
            found: FxHashMap::default(),
            has_firms: plan.targets.contains(&Target::Organisation),
            firms: FxHashMap::default(),
            met: FxHashMap::default(),
        }
    }

    fn push(&mut self, id: Id<Party>, there: bool, draft: Option<Box<Party>>) -> u32 {
        let person = Person {
            id,
            there,
            draft,
            firms: Vec::new(),
            ties: Vec::new(),
            notes: Vec::new(),
            rows: 0,
            needed: false,
            tied: false,
            orders_known: false,
        };
        self.list.push(person);
        (self.list.len() - 1) as u32
    }

    /// A new customer, still without what the row says.
    pub fn create(&mut self, incoming: &Incoming, options: &Options, id: Id<Party>) -> u32 {
        let mut party = incoming.party(options.kinds);
        party.roles.clone_from(&options.roles);
        party.roles.sort_unstable();
        party.roles.dedup();
        self.push(id, false, Some(Box::new(party)))
    }

    /// Brings what a row says into the customer, if that may be. Says what was left out of it.
    pub fn tell(
        &mut self,
        book: &Book,
        person: u32,
        incoming: Incoming,
        options: &Options,
        fields: &[Field],
        row: usize,
    ) -> Option<(Target, Trouble)> {
        let this = &mut self.list[person as usize];
        if this.there && !options.mode.updates() {
            return None;
        }
        let id = this.id;
        let draft = this.draft.get_or_insert_with(|| {
            let row = book.get(id).expect("the book stays the same while the import is worked out");
            Box::new(row.data.clone())
        });
        let mut left = incoming.enter(draft, &options.labels).map(|target| (target, Trouble::Full(target)));
        for (field, value) in &incoming.customs {
            draft.custom.insert(fields[*field].id, value.clone());
        }
        for note in &incoming.notes {
            if this.notes.contains(note) {
                continue;
            }
            if this.notes.len() < MOST {
                this.notes.push(note.clone());
            } else {
                left = Some((Target::Note, Trouble::Full(Target::Note)));
            }
        }
        for value in self.keys.get(self.rank).map(|key| incoming.keys(*key)).unwrap_or_default() {
            enter(&mut self.found, &self.met, &value, Found::Here(person));
        }
        if let (kind, Some(firm)) = incoming.shape(options.kinds) {
            let tie = if kind == PartyKind::Person { Tie::WorksAt } else { Tie::PartOf };
            let firms = &mut self.list[person as usize].firms;
            if !firms.iter().any(|other| *other.name == *firm && other.tie == tie) {
                if firms.len() < MOST {
                    firms.push(Firm { name: firm.into(), tie, role: incoming.position.as_str().into(), row });
                } else {
                    left = Some((Target::Organisation, Trouble::Full(Target::Organisation)));
                }
            }
        }
        left
    }
}
