//! Rules: who takes these takes those, and how much that says.
//!
//! Support and confidence: R. Agrawal, T. Imieliński, A. Swami (SIGMOD 1993); lift and conviction: S. Brin et al. (SIGMOD 1997);
//! leverage: G. Piatetsky-Shapiro (1991); Zhang's metric: T. Zhang, "Association Rules" (PAKDD 2000).

use std::cmp::Ordering;

use rustc_hash::FxHashMap;

use super::frequent::Frequent;

/// Who takes all of `antecedent` takes all of `consequent`. Items ascend. Everything else follows from four counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What is taken.
    pub antecedent: Vec<u32>,
    /// What comes with it.
    pub consequent: Vec<u32>,
    /// Baskets with both.
    pub both: u32,
    /// Baskets with the antecedent.
    pub with_antecedent: u32,
    /// Baskets with the consequent.
    pub with_consequent: u32,
    /// All baskets.
    pub baskets: u32,
}

impl Rule {
    /// The part of all baskets with both.
    #[must_use]
    pub fn support(&self) -> f64 {
        self.part(self.both)
    }

    /// The part with the antecedent.
    #[must_use]
    pub fn antecedent_support(&self) -> f64 {
        self.part(self.with_antecedent)
    }

    /// The part with the consequent.
    #[must_use]
    pub fn consequent_support(&self) -> f64 {
        self.part(self.with_consequent)
    }

    /// Of the baskets with the antecedent, the part that has the consequent too.
    #[must_use]
    pub fn confidence(&self) -> f64 {
        f64::from(self.both) / f64::from(self.with_antecedent)
    }

    /// How many times more often than by chance: 1 says nothing.
    #[must_use]
    pub fn lift(&self) -> f64 {
        f64::from(self.both) * f64::from(self.baskets)
            / (f64::from(self.with_antecedent) * f64::from(self.with_consequent))
    }

    /// How much more of all baskets than by chance.
    #[must_use]
    pub fn leverage(&self) -> f64 {
        self.support() - self.antecedent_support() * self.consequent_support()
    }

    /// How many times more often the rule would fail by chance; none if it never fails.
    #[must_use]
    pub fn conviction(&self) -> Option<f64> {
        let fails = 1.0 - self.confidence();
        (self.both < self.with_antecedent).then(|| (1.0 - self.consequent_support()) / fails)
    }

    /// From −1 (never together) to 1 (always); 0 where nothing can be told.
    #[must_use]
    pub fn zhang(&self) -> f64 {
        let (a, c, both) = (self.antecedent_support(), self.consequent_support(), self.support());
        let most = (both * (1.0 - a)).max(a * (c - both));
        if most > 0.0 { self.leverage() / most } else { 0.0 }
    }

    /// Baskets with both among those with either (P. Jaccard 1901).
    #[must_use]
    pub fn jaccard(&self) -> f64 {
        let either = u64::from(self.with_antecedent) + u64::from(self.with_consequent) - u64::from(self.both);
        f64::from(self.both) / either as f64
    }

    fn part(&self, count: u32) -> f64 {
        f64::from(count) / f64::from(self.baskets)
    }

    /// Lift, then confidence, the higher first, then the items: compared as fractions, so that equals are equal.
    fn sequence(&self, other: &Self) -> Ordering {
        let lift =
            |rule: &Self| (u128::from(rule.both), u128::from(rule.with_antecedent) * u128::from(rule.with_consequent));
        let confidence = |rule: &Self| (u128::from(rule.both), u128::from(rule.with_antecedent));
        let higher = |(a, b): (u128, u128), (c, d): (u128, u128)| (c * b).cmp(&(a * d));
        higher(lift(self), lift(other))
            .then_with(|| higher(confidence(self), confidence(other)))
            .then_with(|| self.antecedent.cmp(&other.antecedent))
            .then_with(|| self.consequent.cmp(&other.consequent))
    }
}

/// All rules of at least a confidence, the highest lift first. `one` keeps those with one item in the consequent.
#[must_use]
pub fn rules(frequent: &Frequent, confidence: f64, one: bool) -> Vec<Rule> {
    let counts: FxHashMap<&[u32], u32> =
        frequent.sets.iter().map(Vec::as_slice).zip(frequent.count.iter().copied()).collect();
    let mut found = Vec::new();
    for (set, both) in frequent.sets.iter().zip(&frequent.count).filter(|(set, _)| (2..=20).contains(&set.len())) {
        // Every way to part the set in two, as bits.
        for bits in 1u32..(1 << set.len()) - 1 {
            let side = |wanted: u32| {
                let items = set.iter().zip(0..).filter(|(_, place)| bits >> place & 1 == wanted);
                items.map(|(item, _)| *item).collect::<Vec<u32>>()
            };
            if one && set.len() as u32 - bits.count_ones() != 1 {
                continue;
            }
            let (antecedent, consequent) = (side(1), side(0));
            // Parts of a frequent set are frequent.
            let (Some(a), Some(c)) = (counts.get(antecedent.as_slice()), counts.get(consequent.as_slice())) else {
                continue;
            };
            let (with_antecedent, with_consequent) = (*a, *c);
            let rule = Rule {
                antecedent,
                consequent,
                both: *both,
                with_antecedent,
                with_consequent,
                baskets: frequent.baskets,
            };
            if rule.confidence() >= confidence {
                found.push(rule);
            }
        }
    }
    found.sort_unstable_by(Rule::sequence);
    found
}
