//! The records of one kind, page by page, and what was found in them lately.

use std::rc::Rc;

use super::{
    grams::GramsBuilder,
    leaf::{Leaf, Needle},
    near::Near,
    query::{Query, Word},
    set::Set,
    sound::Heard,
    texts::Texts,
    tier::{self, NOWHERE},
};

/// As many answers are kept: taking letters back costs nothing.
const KEPT: usize = 16;
/// Where fewer than one record in so many is found, those are put in order; else everybody is gone through in order.
const FEW: usize = 16;

/// The records of one kind.
#[derive(Debug)]
pub struct Shelf {
    leaves: Vec<Leaf>,
    /// Slots of a full page.
    page: usize,
    preferred: Preferred,
    /// For a word the tier of each slot, pages being full.
    known: Vec<(Word, Rc<[u8]>)>,
    builder: GramsBuilder,
}

/// Who comes first among equals; those who are not named come after the others, the latest first.
#[derive(Debug, Default)]
struct Preferred {
    slots: Vec<u32>,
    /// The place of each slot in `slots`.
    places: Vec<u32>,
}

impl Shelf {
    /// An empty shelf of pages with so many slots.
    pub fn new(page: usize) -> Self {
        let (leaves, known) = (Vec::new(), Vec::new());
        Self { leaves, page, preferred: Preferred::default(), known, builder: GramsBuilder::default() }
    }

    /// Puts the texts of a page in place of what was there.
    pub fn put(&mut self, page: usize, texts: &Texts) {
        if self.leaves.len() <= page {
            self.leaves.resize_with(page + 1, Leaf::default);
        }
        self.leaves[page] = Leaf::new(texts, &mut self.builder);
        self.known.clear();
    }

    /// Says who comes first among equals.
    pub fn prefer(&mut self, slots: Vec<u32>) {
        let mut places = vec![u32::MAX; slots.iter().max().map_or(0, |last| *last as usize + 1)];
        for (place, slot) in (0..).zip(&slots) {
            places[*slot as usize] = place;
        }
        self.preferred = Preferred { slots, places };
    }

    /// The slots in which all words are, best first.
    pub fn find(&mut self, query: &Query) -> Vec<u32> {
        let tiers = self.all_of(query);
        self.ranked(&tiers)
    }

    fn all_of(&mut self, query: &Query) -> Rc<[u8]> {
        let mut words = query.wanted.iter();
        let mut tiers = match words.next() {
            Some(word) => self.tiers(word),
            None => self.everything(),
        };
        for word in words {
            tiers = both(&tiers, &self.tiers(word));
        }
        self.without(tiers, query)
    }

    fn without(&mut self, mut tiers: Rc<[u8]>, query: &Query) -> Rc<[u8]> {
        for word in &query.unwanted {
            // A sound that is not wanted would take away what nobody sees.
            let unwanted = self.tiers(&Word { quoted: true, ..word.clone() });
            let pairs = tiers.iter().zip(unwanted.iter());
            tiers = pairs.map(|(tier, unwanted)| if *unwanted == NOWHERE { *tier } else { NOWHERE }).collect();
        }
        tiers
    }

    fn nothing(&self) -> Vec<u8> {
        vec![NOWHERE; self.leaves.len() * self.page]
    }

    fn everything(&self) -> Rc<[u8]> {
        let mut tiers = self.nothing();
        for (leaf, tiers) in self.leaves.iter().zip(tiers.chunks_mut(self.page)) {
            leaf.taken().for_each(|slot| tiers[slot] = 0);
        }
        tiers.into()
    }

    /// Where a word is.
    fn tiers(&mut self, word: &Word) -> Rc<[u8]> {
        if let Some((_, tiers)) = self.known.iter().find(|(known, _)| known == word) {
            return Rc::clone(tiers);
        }
        // What a beginning of the word does not find, the word does not find either; by its sound it may, unless the beginning
        // was looked for by its sound too.
        let is_heard = |word: &Word| !word.quoted && Heard::new(&word.text).is_some();
        let heard = is_heard(word);
        let begins = |known: &Word| {
            word.text.starts_with(&known.text) && (!known.quoted || word.quoted) && (!heard || is_heard(known))
        };
        let among = self.known.iter().filter(|(known, _)| begins(known)).max_by_key(|(known, _)| known.text.len());
        let mut needle = Needle::new(word);
        let mut tiers = self.nothing();
        for (page, (leaf, tiers)) in self.leaves.iter().zip(tiers.chunks_mut(self.page)).enumerate() {
            let among = among.map_or(Set::FULL, |(_, known)| Set::of(&known[page * self.page..][..tiers.len()]));
            leaf.find(&mut needle, &among, &mut tiers[..leaf.slots()]);
        }
        let tiers: Rc<[u8]> = tiers.into();
        if self.known.len() == KEPT {
            self.known.remove(0);
        }
        self.known.push((word.clone(), Rc::clone(&tiers)));
        tiers
    }

    /// The slots in which all words are if some of them were mistyped, without those in which they are as typed.
    pub fn guess(&mut self, query: &Query) -> Vec<u32> {
        let near: Vec<_> = query.wanted.iter().map(|word| Near::new(&word.text).filter(|_| !word.quoted)).collect();
        if near.iter().all(Option::is_none) {
            return Vec::new();
        }
        let mut all: Option<Rc<[u8]>> = None;
        for (word, near) in query.wanted.iter().zip(near) {
            let mut tiers = self.tiers(word);
            if let Some(near) = near {
                tiers = tiers.iter().zip(self.near(&near)).map(|(exact, near)| near.min(*exact)).collect();
            }
            all = Some(all.map_or_else(|| Rc::clone(&tiers), |all| both(&all, &tiers)));
        }
        let guessed = self.without(all.unwrap_or_default(), query);
        let exact = self.all_of(query);
        let pairs = guessed.iter().zip(exact.iter());
        let guessed: Vec<u8> = pairs.map(|(tier, exact)| if *exact == NOWHERE { *tier } else { NOWHERE }).collect();
        self.ranked(&guessed)
    }

    fn near(&self, near: &Near) -> Vec<u8> {
        let mut tiers = self.nothing();
        for (leaf, tiers) in self.leaves.iter().zip(tiers.chunks_mut(self.page)) {
            leaf.find_near(near, &mut tiers[..leaf.slots()]);
        }
        tiers
    }

    /// The slots that have a tier, best first; among equals the preferred ones, then the latest.
    fn ranked(&self, tiers: &[u8]) -> Vec<u32> {
        let place = |slot: u32| self.preferred.places.get(slot as usize).copied().unwrap_or(u32::MAX);
        let mut found: Vec<u32> = Vec::new();
        for (slot, tier) in tiers.iter().enumerate().rev() {
            if *tier != NOWHERE {
                found.push(slot as u32);
            }
        }
        if found.len() < tiers.len() / FEW {
            found.sort_by_key(|slot| (tiers[*slot as usize], place(*slot)));
            return found;
        }
        let mut starts = [0_usize; 257];
        found.iter().for_each(|slot| starts[usize::from(tiers[*slot as usize]) + 1] += 1);
        (1..starts.len()).for_each(|tier| starts[tier] += starts[tier - 1]);
        let mut ranked = vec![0; found.len()];
        let mut put = |slot: u32, tier: u8| {
            let place = &mut starts[usize::from(tier)];
            ranked[*place] = slot;
            *place += 1;
        };
        for slot in &self.preferred.slots {
            let tier = tiers.get(*slot as usize).filter(|tier| **tier != NOWHERE);
            tier.into_iter().for_each(|tier| put(*slot, *tier));
        }
        found.retain(|slot| place(*slot) == u32::MAX);
        found.iter().for_each(|slot| put(*slot, tiers[*slot as usize]));
        ranked
    }
}

fn both(a: &[u8], b: &[u8]) -> Rc<[u8]> {
    a.iter().zip(b).map(|(a, b)| tier::both(*a, *b)).collect()
}
