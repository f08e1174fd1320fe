//! One score for all three of RFM: their mean, each with a weight of the user's choice.
//!
//! Bob Stone, "Successful Direct Marketing Methods" (1995), weighs the three by trade, Arthur M. Hughes (1994) counts them alike; which counts more is for
//! whoever knows the business. Whole numbers only: equal customers get equal scores.

use super::rfm::Rfm;

/// What one score is in the mean: ten-thousandths.
pub const ONE: i64 = 10_000;

/// How much recency, frequency and money count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weights([u32; 3]);

impl Default for Weights {
    /// All alike.
    fn default() -> Self {
        Self([1; 3])
    }
}

impl Weights {
    /// None where nothing weighs anything.
    #[must_use]
    pub fn new(weights: [u32; 3]) -> Option<Self> {
        weights.iter().any(|weight| *weight > 0).then_some(Self(weights))
    }

    /// The weighted mean of one customer's scores, in ten-thousandths, halves up. None for who never ordered.
    #[must_use]
    pub fn mean(self, rfm: &Rfm, customer: usize) -> Option<i64> {
        let (sum, whole) = self.sums(rfm, customer)?;
        Some((2 * sum * ONE + whole) / (2 * whole))
    }

    /// The overall score of everybody: the mean as a whole score, halves up; 0 for who never ordered.
    #[must_use]
    pub fn overall(self, rfm: &Rfm) -> Vec<u8> {
        let score = |customer: usize| {
            self.sums(rfm, customer)
                .map_or(0, |(sum, whole)| u8::try_from((2 * sum + whole) / (2 * whole)).unwrap_or(u8::MAX))
        };
        (0..rfm.r.len()).map(score).collect()
    }

    fn sums(self, rfm: &Rfm, customer: usize) -> Option<(i64, i64)> {
        let scores = [&rfm.r, &rfm.f, &rfm.m].map(|column| column.get(customer).copied().unwrap_or(0));
        let weighted = scores.iter().zip(self.0).map(|(score, weight)| i64::from(*score) * i64::from(weight)).sum();
        (scores[0] > 0).then(|| (weighted, self.0.iter().map(|weight| i64::from(*weight)).sum()))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    use super::*;

    fn rfm(scores: &[[u8; 3]]) -> Rfm {
        let column = |place: usize| scores.iter().map(|scores| scores[place]).collect();
        Rfm { r: column(0), f: column(1), m: column(2), ..Rfm::default() }
    }

    #[test]
    fn a_heavier_score_pulls_the_mean() {
        let rfm = rfm(&[[5, 1, 1], [1, 1, 5], [0, 0, 0]]);
        let of = |weights: [u32; 3]| Weights::new(weights).unwrap();
        assert_eq!(of([1, 1, 1]).overall(&rfm), [2, 2, 0]);
        assert_eq!(of([3, 0, 1]).overall(&rfm), [4, 2, 0]);
        assert_eq!(of([0, 0, 7]).mean(&rfm, 1), Some(5 * ONE));
        assert_eq!(of([1, 1, 1]).mean(&rfm, 0), Some(23_333));
        assert_eq!(Weights::new([0; 3]), None);
        assert_eq!(Weights::default().mean(&rfm, 2), None);
    }

    proptest! {
        #[test]
        fn an_overall_score_lies_between_the_scores_and_scaling_weights_changes_nothing(
            r in 1u8..=10, f in 1u8..=10, m in 1u8..=10, weights in any::<[u8; 3]>(), times in 1u32..50,
        ) {
            let rfm = rfm(&[[r, f, m]]);
            if let Some(one) = Weights::new(weights.map(u32::from)) {
                let many = Weights::new(weights.map(|weight| u32::from(weight) * times)).unwrap();
                let overall = one.overall(&rfm)[0];
                prop_assert!((r.min(f).min(m)..=r.max(f).max(m)).contains(&overall));
                prop_assert_eq!((one.overall(&rfm), one.mean(&rfm, 0)), (many.overall(&rfm), many.mean(&rfm, 0)));
            }
        }
    }
}
