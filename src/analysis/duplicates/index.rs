//! Finding those who are worth comparing. Whoever is put in is filed under hashes of their traits and of parts of the name; who
//! shares a hash is looked at. A hash that very many share says nothing and costs much: of those only some are looked at.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::{
    Likeness, Traits, compare,
    likeness::{LOCAL, is_sign},
};

/// Hashes are filed by their first eight bits, so that only a small part is ever put in order at once.
const BUCKETS: usize = 256;
/// So many under one hash are looked at.
const MOST: usize = 64;

/// Somebody alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Match {
    /// Whose number.
    pub number: u32,
    /// How alike, and why.
    pub likeness: Likeness,
}

/// Two who are alike, the smaller number first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The two.
    pub numbers: (u32, u32),
    /// How alike, and why.
    pub likeness: Likeness,
}

/// Hashes with the numbers filed under them; in order when `sorted`.
#[derive(Debug, Clone, Default)]
struct Bucket {
    rows: Vec<(u32, u32)>,
    sorted: bool,
}

impl Bucket {
    fn rows(&mut self) -> &[(u32, u32)] {
        if !self.sorted {
            self.rows.sort_unstable();
            self.rows.dedup();
            self.sorted = true;
        }
        &self.rows
    }
}

/// Everybody by hashes of their traits: eight bytes a hash, some eight hashes each. What was filed and has changed since is simply
/// filed anew: what is found is always compared as it is now.
#[derive(Debug, Clone)]
pub struct Index {
    buckets: Vec<Bucket>,
}

impl Default for Index {
    fn default() -> Self {
        Self { buckets: vec![Bucket::default(); BUCKETS] }
    }
}

impl Index {
    /// Files somebody.
    pub fn add(&mut self, number: u32, traits: &Traits) {
        for hash in hashes(traits) {
            let bucket = &mut self.buckets[bucket_of(hash)];
            bucket.rows.push((hash, number));
            bucket.sorted = false;
        }
    }

    /// Who is alike, but for `but`, the most alike first; at most `most`. `of` tells the traits behind a number, `None` when nobody is
    /// there any more.
    pub fn find(
        &mut self,
        traits: &Traits,
        but: Option<u32>,
        most: usize,
        of: impl Fn(u32) -> Option<Traits>,
    ) -> Vec<Match> {
        let mut candidates = Vec::new();
        for hash in hashes(traits) {
            let rows = self.buckets[bucket_of(hash)].rows();
            let start = rows.partition_point(|(other, _)| *other < hash);
            let same = rows[start..].iter().take_while(|(other, _)| *other == hash);
            candidates.extend(same.take(MOST).map(|(_, number)| *number).filter(|number| Some(*number) != but));
        }
        candidates.sort_unstable();
        candidates.dedup();
        let alike = candidates.into_iter().filter_map(|number| {
            let likeness = compare(traits, &of(number)?)?;
            Some(Match { number, likeness })
        });
        let mut found: Vec<Match> = alike.collect();
        found.sort_by_key(|found| (std::cmp::Reverse(found.likeness.score), found.number));
        found.truncate(most);
        found
    }

    /// How many steps [`Index::pairs`] takes.
    pub const STEPS: usize = BUCKETS;

    /// The pairs of one step, for a walk over everybody. A pair may come up in several steps. Of very many who share a trait, each is
    /// compared with the next one alone.
    pub fn pairs(&mut self, step: usize, of: impl Fn(u32) -> Option<Traits>) -> Vec<Pair> {
        let rows = self.buckets[step].rows();
        let mut pairs = Vec::new();
        for group in rows.chunk_by(|a, b| a.0 == b.0).filter(|group| group.len() > 1) {
            let members: Vec<(u32, Traits)> =
                group.iter().filter_map(|(_, number)| Some((*number, of(*number)?))).collect();
            let reach = if members.len() > MOST { 1 } else { members.len() };
            for (at, (number, traits)) in members.iter().enumerate() {
                for (other, others) in members.iter().skip(at + 1).take(reach) {
                    pairs.extend(compare(traits, others).map(|likeness| Pair { numbers: (*number, *other), likeness }));
                }
            }
        }
        pairs.sort_by_key(|pair| pair.numbers);
        pairs.dedup_by_key(|pair| pair.numbers);
        pairs
    }
}

const fn bucket_of(hash: u32) -> usize {
    (hash >> 24) as usize
}

/// What somebody is filed under. The same trait has the same hash; two slips apart, two names still share a part.
fn hashes(traits: &Traits) -> Vec<u32> {
    fn hash(tag: u8, text: &(impl Hash + ?Sized)) -> u32 {
        let mut hasher = FxHasher::default();
        tag.hash(&mut hasher);
        text.hash(&mut hasher);
        (hasher.finish() >> 32) as u32
    }
    let mut hashes: Vec<u32> = traits.emails.iter().map(|email| hash(1, email)).collect();
    hashes.extend(traits.phones.iter().map(|phone| hash(2, &phone[phone.len().saturating_sub(LOCAL)..])));
    if !traits.reference.is_empty() {
        hashes.push(hash(3, &traits.reference));
    }
    if !traits.words.is_empty() {
        hashes.push(hash(4, &traits.words));
    }
    // Parts of the name, for those with a slip; a name of signs has none.
    if traits.words.iter().any(|word| !word.chars().any(is_sign)) {
        let letters: Vec<char> = traits.words.concat().chars().collect();
        let heads: String = traits.words.iter().flat_map(|word| word.chars().take(2)).collect();
        hashes.push(hash(5, &heads));
        hashes.extend(traits.words.iter().filter(|word| word.len() > 3).map(|word| hash(6, word)));
        if letters.len() > 4 {
            hashes.push(hash(7, &letters[..4]));
            hashes.push(hash(8, &letters[letters.len() - 4..]));
        }
    }
    hashes
}
