//! Which records of a page have a letter, two or three letters in a row, or a Chinese character: what rules most of them out before anybody looks
//! at their texts. Letters here are ASCII letters and digits; what is made of anything else is not ruled out.

use super::set::{SLOTS, Set};

/// Letters and digits.
const LETTERS: u16 = 36;
const PAIRS: u16 = LETTERS;
const HAN: u16 = PAIRS + LETTERS * LETTERS;
const FIRST_HAN: u32 = 0x3400;
const LAST_HAN: u32 = 0x9fff;
const TRIPLES: u16 = HAN + (LAST_HAN - FIRST_HAN) as u16 + 1;
/// Three letters in a row, of which a few share a number: there are more of them than numbers left.
const TRIPLE_NUMBERS: u32 = 36_000;
const COUNT: usize = TRIPLES as usize + TRIPLE_NUMBERS as usize;
/// Pieces that are looked at together where most are absent.
const ROW: usize = 16;
/// Where more records than these have something, a bit for each record takes less room than their numbers.
const SPARSE: usize = SLOTS / 16 - 1;
/// A word of more pieces is rare already.
const ENOUGH: usize = 12;

/// A letter, two or three letters in a row, or a Chinese character, as a number.
pub type Gram = u16;

/// A letter or a digit.
pub fn letter(byte: u8) -> Option<Gram> {
    match byte {
        b'a'..=b'z' => Some(u16::from(byte - b'a')),
        b'0'..=b'9' => Some(u16::from(byte - b'0') + 26),
        _ => None,
    }
}

/// Two of them in a row.
pub fn pair(first: Gram, second: Gram) -> Gram {
    PAIRS + first * LETTERS + second
}

fn triple(first: Gram, second: Gram, third: Gram) -> Gram {
    let code = (u32::from(first) * u32::from(LETTERS) + u32::from(second)) * u32::from(LETTERS) + u32::from(third);
    TRIPLES + (code % TRIPLE_NUMBERS) as u16
}

/// A Chinese character by its code.
pub fn han(code: u16) -> Option<Gram> {
    let code = u32::from(code);
    (FIRST_HAN..=LAST_HAN).contains(&code).then(|| HAN + (code - FIRST_HAN) as u16)
}

/// Calls `add` with everything that a folded text is made of; pairs also where they overlap.
pub fn each(folded: &str, mut add: impl FnMut(Gram)) {
    let (mut before, mut earlier) = (None, None);
    let mut bytes = folded.as_bytes();
    while let [byte, rest @ ..] = bytes {
        bytes = rest;
        let now = letter(*byte);
        if let Some(now) = now {
            add(now);
            if let Some(before) = before {
                add(pair(before, now));
                if let Some(earlier) = earlier {
                    add(triple(earlier, before, now));
                }
            }
        } else if let (0xe3..=0xe9, [second, third, after @ ..]) = (*byte, rest) {
            let code = u32::from(byte & 15) << 12 | u32::from(second & 63) << 6 | u32::from(third & 63);
            if let Some(gram) = han(code as u16) {
                add(gram);
            }
            bytes = after;
        }
        (earlier, before) = (before, now);
    }
}

/// Calls `add` with what a folded text begins with: a letter, a pair; or a character.
pub fn each_at_start(folded: &str, add: impl FnMut(Gram)) {
    let is_letter = |byte: Option<&u8>| byte.copied().and_then(letter).is_some();
    let bytes = folded.as_bytes();
    let end = if is_letter(bytes.first()) && is_letter(bytes.get(1)) {
        2
    } else {
        folded.chars().next().map_or(0, char::len_utf8)
    };
    let mut add = add;
    // Of a pair, the first letter and both: the second alone is not at the start.
    let mut count = 0;
    each(&folded[..end], |gram| {
        count += 1;
        if count != 2 {
            add(gram);
        }
    });
}

/// How a word is looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plan {
    /// It is one piece: whoever has the piece has the word.
    Exact(Gram),
    /// Whoever has the word has all of these pieces; none at all says nothing.
    Pieces(Vec<Gram>),
}

impl Plan {
    /// For a folded word.
    pub fn new(word: &str) -> Self {
        let mut all = Vec::new();
        each(word, |gram| all.push(gram));
        let is_pair = word.len() == 2 && all.len() == 3;
        if is_pair {
            return Self::Exact(all[2]);
        }
        if word.chars().count() == 1 && all.len() == 1 {
            return Self::Exact(all[0]);
        }
        // Three letters say more than two, and two more than one.
        for more in [HAN, PAIRS] {
            if all.iter().any(|gram| *gram >= more) {
                all.retain(|gram| *gram >= more);
            }
        }
        all.sort_unstable();
        all.dedup();
        all.truncate(ENOUGH);
        Self::Pieces(all)
    }
}

/// Which records of a page have which pieces.
#[derive(Debug, Default)]
pub struct Grams {
    /// Rising.
    grams: Vec<Gram>,
    /// Where the records of each begin in `pool`.
    starts: Vec<u32>,
    /// Slots, or a bit for each slot where they are many.
    pool: Vec<u16>,
}

impl Grams {
    fn of(&self, gram: Gram) -> &[u16] {
        let Ok(at) = self.grams.binary_search(&gram) else { return &[] };
        &self.pool[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    fn add_to(&self, gram: Gram, set: &mut Set) {
        let slots = self.of(gram);
        if slots.len() > SPARSE {
            set.add_bits(slots)
        } else {
            slots.iter().for_each(|slot| set.add(usize::from(*slot)))
        }
    }

    /// The slots that have a piece.
    pub fn having(&self, gram: Gram) -> Set {
        let mut set = Set::default();
        self.add_to(gram, &mut set);
        set
    }

    /// The slots that have all pieces.
    pub fn all_of(&self, pieces: &[Gram]) -> Set {
        let mut all: Option<Set> = None;
        for piece in pieces {
            let set = self.having(*piece);
            all = Some(all.map_or(set, |all| all.and(&set)));
        }
        all.unwrap_or(Set::FULL)
    }
}

/// Puts an index together.
#[derive(Debug)]
pub struct GramsBuilder {
    /// For each piece the slot that had it last, plus one.
    seen: Vec<u16>,
    counts: Vec<u32>,
    /// Pieces and slots, in the order of the slots.
    found: Vec<(Gram, u16)>,
}

impl Default for GramsBuilder {
    fn default() -> Self {
        Self { seen: vec![0; COUNT], counts: vec![0; COUNT], found: Vec::new() }
    }
}

impl GramsBuilder {
    /// A slot has a piece. Slots come in rising order.
    pub fn add(&mut self, slot: usize, gram: Gram) {
        let (slot, seen) = (slot as u16, &mut self.seen[usize::from(gram)]);
        if *seen != slot + 1 {
            *seen = slot + 1;
            self.counts[usize::from(gram)] += 1;
            self.found.push((gram, slot));
        }
    }

    /// The index; the builder is then as new.
    pub fn finish(&mut self) -> Grams {
        let mut grams = Grams::default();
        let mut end = 0;
        for (row, counts) in self.counts.chunks_mut(ROW).enumerate() {
            if counts.iter().fold(0, |all, count| all | count) == 0 {
                continue;
            }
            for (place, count) in counts.iter_mut().enumerate().filter(|(_, count)| **count > 0) {
                grams.grams.push((row * ROW + place) as Gram);
                grams.starts.push(end);
                let is_sparse = *count as usize <= SPARSE;
                let start = end;
                end += if is_sparse { *count } else { (SLOTS / 16) as u32 };
                // From here on the place of the next slot; with the highest bit set, of the bits.
                *count = if is_sparse { start } else { start | 1 << 31 };
            }
        }
        grams.starts.push(end);
        grams.pool.resize(end as usize, 0);
        for (gram, slot) in self.found.drain(..) {
            let place = &mut self.counts[usize::from(gram)];
            if *place & 1 << 31 == 0 {
                grams.pool[*place as usize] = slot;
                *place += 1;
            } else {
                grams.pool[(*place & !(1 << 31)) as usize + usize::from(slot / 16)] |= 1 << (slot % 16);
            }
        }
        for gram in &grams.grams {
            self.counts[usize::from(*gram)] = 0;
            self.seen[usize::from(*gram)] = 0;
        }
        grams
    }
}
