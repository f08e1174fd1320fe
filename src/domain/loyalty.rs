//! Where the workspace cuts satisfaction and loyalty.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{flaw::Flaw, survey::Question};

/// Where the quadrants of satisfaction and loyalty are cut; at the cut is above.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LoyaltyCuts {
    /// The lowest answer of 5 that is satisfied.
    #[n(0)]
    pub satisfied: u8,
    /// The lowest loyalty of 100 that is loyal.
    #[n(1)]
    pub loyal: u8,
    /// The lowest answer of 5 of an apostle.
    #[n(2)]
    pub apostle_satisfied: u8,
    /// The lowest loyalty of 100 of an apostle.
    #[n(3)]
    pub apostle_loyal: u8,
}

impl Default for LoyaltyCuts {
    /// 4 of 5 and 60 of 100; 5 and 80 for apostles.
    fn default() -> Self {
        Self { satisfied: 4, loyal: 60, apostle_satisfied: 5, apostle_loyal: 80 }
    }
}

impl LoyaltyCuts {
    /// Whether they are those that a new workspace starts with.
    pub fn is_usual(&self) -> bool {
        *self == Self::default()
    }

    /// What is wrong with each cut, by its place: the lowest answer is above nothing, and apostles are not below the others.
    pub fn flaws(self) -> impl Iterator<Item = (usize, Flaw)> {
        let most = Question::Csat.ends().1;
        let cuts = [
            (self.satisfied, 2, most),
            (self.loyal, 1, 100),
            (self.apostle_satisfied, self.satisfied, most),
            (self.apostle_loyal, self.loyal, 100),
        ];
        let wrong = |(place, (cut, low, high)): (usize, (u8, u8, u8))| {
            (!(low..=high).contains(&cut)).then_some((place, Flaw::OutOfScale { low, high }))
        };
        cuts.into_iter().enumerate().filter_map(wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_that_puts_everybody_on_one_side_is_told() {
        let flaws = |cuts: LoyaltyCuts| cuts.flaws().map(|(place, _)| place).collect::<Vec<_>>();
        let usual = LoyaltyCuts::default();
        assert!(flaws(usual).is_empty());
        assert_eq!(flaws(LoyaltyCuts { satisfied: 1, ..usual }), [0]);
        assert_eq!(flaws(LoyaltyCuts { loyal: 0, apostle_loyal: 101, ..usual }), [1, 3]);
        assert_eq!(flaws(LoyaltyCuts { satisfied: 5, apostle_satisfied: 4, ..usual }), [2]);
    }
}
