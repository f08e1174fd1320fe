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
    options::{Key, Mode, Options},
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

/// A customer whom the file names.
#[derive(Debug)]
pub(super) struct Person {
    /// The id of the party, there or to be made.
    pub id: Id<Party>,
    /// Whether the book has it.
    pub there: bool,
    /// What it will be; `None` for one that is there and of whom nothing was said that may be entered.
    draft: Option<Box<Party>>,
    /// Where they work.
    ties: Vec<(u32, Tie, Box<str>)>,
    notes: Vec<String>,
    /// Rows that name them.
    pub rows: usize,
    /// Whether they come in: with an order that does, or for their own sake.
    pub needed: bool,
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
    keys: Vec<Key>,
    found: [FxHashMap<Box<str>, Found>; 4],
    has_firms: bool,
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
            found: Default::default(),
            has_firms: plan.targets.contains(&Target::Organisation),
            firms: FxHashMap::default(),
            met: FxHashMap::default(),
        }
    }

    /// Enters the party in a slot of the book.
    pub fn enter(&mut self, book: &Book, slot: u32) {
        let Some(row) = book.parties.at(slot) else { return };
        let party = &row.data;
        for key in self.keys.clone() {
            let values: Vec<&str> = match key {
                Key::Reference => vec![&party.reference],
                Key::Name => vec![&party.name],
                Key::Email => party.emails.iter().map(|email| email.value.as_str()).collect(),
                Key::Phone => party.phones.iter().map(|phone| phone.value.as_str()).collect(),
            };
            for value in values {
                self.register(key, &folded(key, value), Found::There(slot));
            }
        }
        if self.has_firms && party.kind == PartyKind::Organisation {
            enter(&mut self.firms, &self.met, &folded_name(&party.name), Found::There(slot));
        }
    }

    fn register(&mut self, key: Key, value: &str, found: Found) {
        enter(&mut self.found[key as usize], &self.met, value, found);
    }

    /// Whom a row means: by the first of the keys that the row has.
    pub fn meant(&mut self, book: &Book, incoming: &Incoming) -> Meant {
        for key in &self.keys {
            let values = incoming.keys(*key);
            if values.is_empty() {
                continue;
            }
            let map = &self.found[*key as usize];
            let found: Vec<Found> = values.iter().filter_map(|value| map.get(value.as_str()).copied()).collect();
            return match found.iter().find(|found| **found != Found::Many) {
                Some(found) => self.meet(book, *found).map_or(Meant::Unknown, Meant::One),
                None if found.is_empty() => Meant::Unknown,
                None => Meant::Many(*key),
            };
        }
        Meant::Nobody
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
        let (ties, notes) = (Vec::new(), Vec::new());
        self.list.push(Person { id, there, draft, ties, notes, rows: 0, needed: false, orders_known: false });
        (self.list.len() - 1) as u32
    }

    /// A new customer, still without what the row says of custom fields, work and notes.
    pub fn create(&mut self, incoming: &Incoming, options: &Options, id: Id<Party>) -> u32 {
        let mut party = incoming.party(options.kinds);
        party.roles.clone_from(&options.roles);
        party.roles.sort_unstable();
        party.roles.dedup();
        let is_firm = party.kind == PartyKind::Organisation;
        let name = folded_name(&party.name).into_owned();
        let person = self.push(id, false, Some(Box::new(party)));
        if is_firm && self.has_firms {
            enter(&mut self.firms, &self.met, &name, Found::Here(person));
        }
        person
    }

    /// Brings what a row says into the customer, if that may be. Says what was left out of it.
    pub fn tell(
        &mut self,
        book: &Book,
        person: u32,
        incoming: Incoming,
        options: &Options,
        fields: &[Field],
        (mint, now): (&mut Mint, u64),
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
        for key in self.keys.clone() {
            for value in incoming.keys(key) {
                self.register(key, &value, Found::Here(person));
            }
        }
        if let (kind, Some(firm)) = incoming.shape(options.kinds) {
            let tied = self.tie(book, person, kind, firm, &incoming.position, options.mode, (mint, now));
            left = left.or(tied.err().map(|trouble| (Target::Organisation, trouble)));
        }
        left
    }

    #[expect(clippy::too_many_arguments, reason = "a tie has two ends, and each may have to be made")]
    fn tie(
        &mut self,
        book: &Book,
        person: u32,
        kind: PartyKind,
        firm: &str,
        role: &str,
        mode: Mode,
        (mint, now): (&mut Mint, u64),
    ) -> Result<(), Trouble> {
        let name = folded_name(firm).into_owned();
        let at = match self.firms.get(name.as_str()).copied() {
            Some(Found::Many) => return Err(Trouble::Ambiguous(Key::Name)),
            Some(found) => self.meet(book, found),
            None if mode.creates() => {
                let party = Party { kind: PartyKind::Organisation, name: firm.to_owned(), ..Party::default() };
                let at = self.push(mint.id(now), false, Some(Box::new(party)));
                enter(&mut self.firms, &self.met, &name, Found::Here(at));
                if self.keys.contains(&Key::Name) {
                    self.register(Key::Name, &name, Found::Here(at));
                }
                Some(at)
            }
            None => None,
        };
        let tie = if kind == PartyKind::Person { Tie::WorksAt } else { Tie::PartOf };
        if let Some(at) = at.filter(|at| *at != person) {
            let ties = &mut self.list[person as usize].ties;
            if !ties.iter().any(|(other, kind, _)| (*other, *kind) == (at, tie)) {
                if ties.len() >= MOST {
                    return Err(Trouble::Full(Target::Organisation));
                }
                ties.push((at, tie, role.into()));
            }
        }
        Ok(())
    }

    /// Whoever comes in brings those along where they work.
    pub fn bring_along(&mut self) {
        for person in 0..self.list.len() {
            if self.list[person].needed {
                for tie in 0..self.list[person].ties.len() {
                    let at = self.list[person].ties[tie].0;
                    self.list[at as usize].needed = true;
                }
            }
        }
    }

    /// The operations of one customer.
    pub fn make(&mut self, book: &Book, person: usize, (mint, now): (&mut Mint, u64)) -> Made {
        let mut made = Made::default();
        let this = &mut self.list[person];
        if !this.needed {
            return made;
        }
        let (id, ties) = (this.id, std::mem::take(&mut this.ties));
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
