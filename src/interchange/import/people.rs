//! The customers of the book and of the file, found by their keys.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::{
    domain::{
        book::Book,
        change::Op,
        edit::Edit,
        id::{Id, Mint},
        link::{Link, Tie},
        note::Note,
        party::{Party, PartyKind},
    },
    interchange::csv::{Plan, Target},
};

use super::{
    customs::Field,
    issue::Trouble,
    keys::{folded, folded_name},
    options::{Key, Options},
    person::{Incoming, MOST},
};

/// Whom a key leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
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

/// What making one customer came to.
#[derive(Debug, Default)]
pub(super) struct Made {
    pub parties: Vec<Op>,
    pub links: Vec<Op>,
    pub notes: Vec<Op>,
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

    fn meet(&mut self, book: &Book, found: Found) -> Option<u32> {
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
            .notes_of(id)
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
                    .links_of(id)
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

fn enter(map: &mut FxHashMap<Box<str>, Found>, met: &FxHashMap<u32, u32>, value: &str, found: Found) {
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
