//! Chance that comes out the same each time. Whole numbers only: roundings of fractions differ between machines.

use rand_pcg::{
    Pcg32,
    rand_core::{Rng, SeedableRng},
};

/// Dice.
#[derive(Debug, Clone)]
pub struct Dice(Pcg32);

impl Dice {
    /// Dice of a generator: those of another one fall otherwise, and neither disturbs the other.
    pub fn new(seed: u64, generator: &str) -> Self {
        // FNV-1a (Fowler, Noll, Vo): the name into the seed.
        let mix = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let seed = seed.to_le_bytes().into_iter().chain(generator.bytes()).fold(0xcbf2_9ce4_8422_2325, mix);
        Self(Pcg32::seed_from_u64(seed))
    }

    /// A number below `end`; 0 for 0.
    pub fn below(&mut self, end: u32) -> u32 {
        ((u64::from(self.0.next_u32()) * u64::from(end)) >> 32) as u32
    }

    /// A number from `low` to `high`, both of them possible.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let choices = u32::try_from(high - low + 1).unwrap_or(u32::MAX);
        low + i64::from(self.below(choices))
    }

    /// Yes, in so many of a hundred cases.
    pub fn percent(&mut self, cases: u32) -> bool {
        self.below(100) < cases
    }

    /// One of several; there has to be one.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len() as u32) as usize]
    }

    /// One of several, the heavier the likelier.
    pub fn weighed<T: Copy>(&mut self, of: &[(u32, T)]) -> T {
        let mut left = self.below(of.iter().map(|(weight, _)| weight).sum());
        for (weight, one) in of {
            if left < *weight {
                return *one;
            }
            left -= weight;
        }
        of[of.len() - 1].1
    }

    /// `amount`, up to so many hundredths more or less.
    pub fn about(&mut self, amount: i64, hundredths: i64) -> i64 {
        amount * self.between(100 - hundredths, 100 + hundredths) / 100
    }

    /// The numbers below `count` in any order.
    pub fn shuffled(&mut self, count: u32) -> Vec<u32> {
        let mut all: Vec<u32> = (0..count).collect();
        for place in (1..all.len()).rev() {
            all.swap(place, self.below(place as u32 + 1) as usize);
        }
        all
    }
}
