//! Some of the slots of a page.

use super::tier::NOWHERE;

/// As many slots fit.
pub const SLOTS: usize = 1024;

/// A bit for each slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Set([u64; SLOTS / 64]);

impl Default for Set {
    fn default() -> Self {
        Self([0; SLOTS / 64])
    }
}

impl Set {
    /// All slots.
    pub const FULL: Self = Self([u64::MAX; SLOTS / 64]);

    /// The slots that have a tier.
    pub fn of(tiers: &[u8]) -> Self {
        let mut set = Self::default();
        for (word, tiers) in set.0.iter_mut().zip(tiers.chunks(64)) {
            for (bit, tier) in tiers.iter().enumerate() {
                *word |= u64::from(*tier != NOWHERE) << bit;
            }
        }
        set
    }

    /// Adds a slot.
    pub fn add(&mut self, slot: usize) {
        self.0[slot / 64] |= 1 << (slot % 64);
    }

    /// Adds slots that are bits already.
    pub fn add_bits(&mut self, bits: &[u16]) {
        for (all, bits) in self.0.iter_mut().zip(bits.chunks_exact(4)) {
            *all |= (0..4).fold(0, |word, part| word | u64::from(bits[part]) << (16 * part));
        }
    }

    /// What is in both.
    pub fn and(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|at| self.0[at] & other.0[at]))
    }

    /// Takes a slot out.
    pub fn remove(&mut self, slot: usize) {
        self.0[slot / 64] &= !(1 << (slot % 64));
    }

    /// Whether nothing is in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }

    /// The slots, rising.
    pub fn iter(&self) -> impl Iterator<Item = usize> + use<> {
        self.0.into_iter().enumerate().flat_map(|(at, word)| {
            let mut word = word;
            std::iter::from_fn(move || {
                if word == 0 {
                    return None;
                }
                let bit = word.trailing_zeros() as usize;
                word &= word - 1;
                Some(at * 64 + bit)
            })
        })
    }
}
