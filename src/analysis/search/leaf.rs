//! The records of a page as they are searched.

use memchr::memmem::Finder;

use super::{
    grams::{self, Grams, GramsBuilder, Plan},
    near::Near,
    part::Part,
    query::Word,
    set::{SLOTS, Set},
    sound::{Heard, Sounds},
    texts::{BETWEEN, Texts},
    tier,
};

/// In how many places of one name a word is looked for to find the best of them.
const PLACES: usize = 32;

/// The records of a page.
#[derive(Debug, Default)]
pub struct Leaf {
    slots: usize,
    names: Part,
    /// With what names begin, and the words of names.
    begins: Grams,
    words: Grams,
    fields: Part,
    prose: Part,
    sounds: Sounds,
}

/// What a word is looked up by.
#[derive(Debug)]
pub struct Needle<'w> {
    finder: Finder<'w>,
    plan: Plan,
    heard: Option<Heard>,
}

impl<'w> Needle<'w> {
    /// For a word, which may be heard unless it was put in quotes.
    pub fn new(word: &'w Word) -> Self {
        let heard = if word.quoted { None } else { Heard::new(&word.text) };
        Self { finder: Finder::new(word.text.as_bytes()), plan: Plan::new(&word.text), heard }
    }
}

impl Leaf {
    /// Folds the texts of a page.
    pub fn new(texts: &Texts, builder: &mut GramsBuilder) -> Self {
        let mut leaf = Self { slots: texts.slots(), ..Self::default() };
        texts.iter().for_each(|[names, _, _]| leaf.names.push(names, builder));
        leaf.names.finish(builder);
        texts.iter().for_each(|[_, fields, _]| leaf.fields.push(fields, builder));
        leaf.fields.finish(builder);
        texts.iter().for_each(|[_, _, prose]| leaf.prose.push(prose, builder));
        leaf.prose.finish(builder);
        for slot in 0..leaf.slots {
            let fields = leaf.names.get(slot).split(BETWEEN);
            fields.for_each(|field| grams::each_at_start(field, |gram| builder.add(slot, gram)));
        }
        leaf.begins = builder.finish();
        for slot in 0..leaf.slots {
            let names = leaf.names.get(slot);
            let mut before = ' ';
            for (at, c) in names.char_indices() {
                if !before.is_alphanumeric() {
                    grams::each_at_start(&names[at..], |gram| builder.add(slot, gram));
                }
                before = c;
            }
        }
        leaf.words = builder.finish();
        leaf.sounds = Sounds::new(leaf.slots, |slot| leaf.names.get(slot), |slot| leaf.fields.get(slot), builder);
        leaf
    }

    /// The slots with a record that has any text.
    pub fn taken(&self) -> impl Iterator<Item = usize> {
        let parts = [&self.names, &self.fields, &self.prose];
        (0..self.slots).filter(move |slot| parts.iter().any(|part| !part.get(*slot).is_empty()))
    }

    /// How many slots there are.
    pub fn slots(&self) -> usize {
        self.slots
    }

    /// Looks for a word in every slot, or in those alone in which it may be; sets the tier of each slot.
    pub fn find(&self, needle: &mut Needle<'_>, among: &Set, found: &mut [u8]) {
        if among.is_empty() {
            return;
        }
        let mut tiers = [tier::NOWHERE; SLOTS];
        let mut put = |set: Set, tier: u8| set.iter().for_each(|slot| tiers[slot] = tiers[slot].min(tier));
        put(self.prose.find(&needle.finder, &needle.plan, among), tier::PROSE);
        put(self.fields.find(&needle.finder, &needle.plan, among), tier::FIELD);
        let named = self.names.find(&needle.finder, &needle.plan, among);
        if let Plan::Exact(gram) = needle.plan {
            put(named, tier::WITHIN);
            let with = |grams: &Grams| grams.having(gram).and(among);
            put(with(&self.words), tier::WORD);
            let begun = with(&self.begins);
            put(begun, tier::BEGINS);
            let is_whole = |slot: &usize| {
                self.names.get(*slot).split(BETWEEN).any(|name| name.as_bytes() == needle.finder.needle())
            };
            begun.iter().filter(is_whole).for_each(|slot| tiers[slot] = tier::WHOLE);
        } else {
            named.iter().for_each(|slot| tiers[slot] = name_tier(self.names.get(slot), &needle.finder));
        }
        if let Some(heard) = &mut needle.heard {
            self.sounds.find(heard, among, &mut tiers);
        }
        found.copy_from_slice(&tiers[..found.len()]);
    }

    /// Looks for words that are a slip away, in names and short fields.
    pub fn find_near(&self, near: &Near, found: &mut [u8]) {
        for (slot, tier) in found.iter_mut().enumerate() {
            if near.is_in(self.names.get(slot)) {
                *tier = tier::NEAR;
            } else if near.is_in(self.fields.get(slot)) {
                *tier = tier::FIELD_NEAR;
            }
        }
    }
}

/// The best of the places in which a word stands in the names of one slot, where it does.
fn name_tier(names: &str, finder: &Finder<'_>) -> u8 {
    let bytes = names.as_bytes();
    let length = finder.needle().len();
    let is_edge = |at: usize| bytes.get(at).is_none_or(u8::is_ascii_control);
    let places = finder.find_iter(bytes).take(PLACES);
    let tiers = places.map(|at| {
        if at == 0 || is_edge(at - 1) {
            if is_edge(at + length) { tier::WHOLE } else { tier::BEGINS }
        } else if names[..at].chars().next_back().is_some_and(char::is_alphanumeric) {
            tier::WITHIN
        } else {
            tier::WORD
        }
    });
    tiers.min().unwrap_or(tier::WITHIN)
}
