//! What the user wants to reach: a target for something that the records can measure.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{decimal::Decimal, flaw::Flaw};

/// The four perspectives of a balanced scorecard.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Perspective {
    /// What it brings.
    Financial,
    /// How customers see us.
    Customer,
    /// What we have to be good at.
    Process,
    /// How we go on getting better.
    Learning,
}

impl Perspective {
    /// All, in the order of Kaplan and Norton.
    pub const ALL: [Self; 4] = [Self::Financial, Self::Customer, Self::Process, Self::Learning];
}

/// In what something is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// Major units of the base currency.
    Money,
    /// Hundredths of a whole.
    Percent,
    /// Points of a score.
    Points,
    /// So many.
    Count,
    /// Days.
    Days,
}

/// What the records can measure, each over the year up to a day unless it says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Yardstick {
    /// Orders less refunds.
    #[n(0)]
    Revenue,
    /// The same less the cost of goods.
    #[n(1)]
    Profit,
    /// Profit as a share of revenue.
    #[n(2)]
    Margin,
    /// The share of revenue that the largest customer brings; less is safer.
    #[n(3)]
    Largest,
    /// The net promoter score.
    #[n(4)]
    Recommendation,
    /// The share of the satisfied among those asked.
    #[n(5)]
    Satisfaction,
    /// The share of last year's buyers who bought again.
    #[n(6)]
    Kept,
    /// The share of buyers who bought on more than one day.
    #[n(7)]
    Repeat,
    /// Customers who bought for the first time.
    #[n(8)]
    NewCustomers,
    /// The share of those for whom it was easy among those asked.
    #[n(9)]
    Ease,
    /// Refunds as a share of what was ordered; less is better.
    #[n(10)]
    Returns,
    /// Days since we were last in touch with the buyers of the year, the middle one; less is better.
    #[n(11)]
    Contact,
    /// The share of buyers who were asked anything.
    #[n(12)]
    Listening,
    /// The share of revenue by products that were first sold in the year.
    #[n(13)]
    NewProducts,
    /// The share of our promises of the year that were kept on time.
    #[n(14)]
    Promises,
}

impl Yardstick {
    /// All, the place of each is its number.
    pub const ALL: [Self; 15] = [
        Self::Revenue,
        Self::Profit,
        Self::Margin,
        Self::Largest,
        Self::Recommendation,
        Self::Satisfaction,
        Self::Kept,
        Self::Repeat,
        Self::NewCustomers,
        Self::Ease,
        Self::Returns,
        Self::Contact,
        Self::Listening,
        Self::NewProducts,
        Self::Promises,
    ];

    /// To which perspective it belongs.
    pub const fn perspective(self) -> Perspective {
        match self {
            Self::Revenue | Self::Profit | Self::Margin | Self::Largest => Perspective::Financial,
            Self::Recommendation | Self::Satisfaction | Self::Kept | Self::Repeat | Self::NewCustomers => {
                Perspective::Customer
            }
            Self::Ease | Self::Returns | Self::Contact | Self::Promises => Perspective::Process,
            Self::Listening | Self::NewProducts => Perspective::Learning,
        }
    }

    /// In what it is measured.
    pub const fn unit(self) -> Unit {
        match self {
            Self::Revenue | Self::Profit => Unit::Money,
            Self::Recommendation => Unit::Points,
            Self::NewCustomers => Unit::Count,
            Self::Contact => Unit::Days,
            Self::Margin
            | Self::Largest
            | Self::Satisfaction
            | Self::Kept
            | Self::Repeat
            | Self::Ease
            | Self::Returns
            | Self::Listening
            | Self::NewProducts
            | Self::Promises => Unit::Percent,
        }
    }
}

/// A target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Goal {
    /// Of what.
    #[n(0)]
    pub of: Yardstick,
    /// Where it counts as nothing reached, in the unit of the yardstick.
    #[n(1)]
    pub baseline: Decimal,
    /// Where it is reached: below the baseline where less is better.
    #[n(2)]
    pub target: Decimal,
    /// How much it counts among those of its perspective, 0 to [`Goal::HEAVIEST`].
    #[n(3)]
    pub weight: u8,
}

impl Goal {
    /// The greatest weight.
    pub const HEAVIEST: u8 = 10;

    /// What is wrong with it: a target that is its baseline says nothing.
    pub fn flaw(&self) -> Option<Flaw> {
        if self.weight > Self::HEAVIEST {
            Some(Flaw::OutOfScale { low: 0, high: Self::HEAVIEST })
        } else {
            (self.baseline == self.target).then_some(Flaw::Double)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_each_yardstick_is_its_number() {
        for (place, yardstick) in Yardstick::ALL.into_iter().enumerate() {
            assert_eq!(yardstick as usize, place);
        }
        let perspectives = Yardstick::ALL.map(Yardstick::perspective);
        assert!(Perspective::ALL.iter().all(|one| perspectives.contains(one)));
    }

    #[test]
    fn a_target_that_is_its_baseline_or_weighs_too_much_is_told() {
        let goal = Goal { of: Yardstick::Kept, baseline: Decimal::ONE, target: Decimal::from_units(1), weight: 1 };
        assert_eq!(goal.flaw(), None);
        assert_eq!(Goal { target: goal.baseline, ..goal }.flaw(), Some(Flaw::Double));
        assert_eq!(Goal { weight: 11, ..goal }.flaw(), Some(Flaw::OutOfScale { low: 0, high: 10 }));
    }
}
