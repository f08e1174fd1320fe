//! What to do today, in order: value at stake × urgency.
//!
//! *At stake* is what the customer is worth by the workspace's measure, of a deal what it would bring and of a payment what is owed where that is more; who brought little or nothing yet, and what is nobody's in
//! particular, counts as much as a customer in the middle, so that a new customer's promise does not go under. *Urgency* is a number
//! without a unit, 1 for what is due today. It grows by a tenth for each day that something is late, up to thirty days, and falls with
//! each day that is left:
//!
//! | reason | urgency |
//! |---|---|
//! | task, overdue by *d* days | 1 + *d* ÷ 10 |
//! | task of today | 1 |
//! | promise, late by *d* days | 2 + *d* ÷ 10 |
//! | promise, due in *d* days | 2 ÷ (1 + *d*) |
//! | order, its payment overdue by *d* days | 1.5 + *d* ÷ 10 |
//! | deal, its next step due or late by *d* days | 1 + *d* ÷ 10 |
//! | deal, its decision late by *d* days | 1.5 + *d* ÷ 10 |
//! | deal of which nobody said what is next | 0.75 |
//! | customer silent for *r* usual gaps | *r* ÷ 2, up to 2 |
//! | contact overdue, *r* times the wished days gone | *r* ÷ 3, up to 1.5 |
//! | day to remember in *d* days | 1 ÷ (2 + *d*) |
//!
//! A task that was marked as mattering more counts twice. Of the same score, what is named first in the table comes first.

use crate::domain::{deal::Deal, id::Id, order::Order, party::Party, promise::Promise, task::Task};

/// Days after which something late grows no more urgent.
const MOST_LATE: i32 = 30;
/// The urgency of a silence never passes this.
const MOST_SILENT: f64 = 2.0;
/// Nor the one of a contact that is overdue this.
const MOST_UNHEARD: f64 = 1.5;
/// Promises and days to remember are told so many days ahead.
pub const AHEAD: i32 = 7;

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum About {
    /// A task.
    Task(Id<Task>),
    /// A promise.
    Promise(Id<Promise>),
    /// A deal.
    Deal(Id<Deal>),
    /// An order.
    Order(Id<Order>),
    /// A customer.
    Party(Id<Party>),
}

/// What a deal waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Its next step, which is due.
    Step,
    /// The decision, which should have come.
    Decision,
    /// Somebody who says what is next.
    Plan,
}

/// Why something is to be done.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Reason {
    /// A task that is late by so many days, 0 for one of today.
    Task {
        /// By how many.
        late: i32,
        /// Whether it matters more than others.
        high: bool,
    },
    /// A promise whose day comes in so many days, below 0 for one that is late.
    Promise {
        /// In how many.
        within: i32,
    },
    /// The payment of an order, which should have come in.
    Payment {
        /// Since so many days.
        late: i32,
    },
    /// A deal that goes on and waits for something.
    Deal {
        /// For what.
        need: Need,
        /// Since so many days.
        late: i32,
    },
    /// A customer silent beyond the own rhythm, for so many usual gaps.
    Silent {
        /// How many.
        gaps: f64,
    },
    /// A customer who should have heard from us long ago.
    Unheard {
        /// Days since the last contact.
        since: i32,
        /// How many days were wished.
        every: u16,
    },
    /// A day to remember, in so many days.
    Date {
        /// In how many.
        within: i32,
        /// Which of the customer's dates, by its place.
        place: usize,
    },
}

impl Reason {
    /// How urgent it is.
    #[must_use]
    pub fn urgency(self) -> f64 {
        let late = |days: i32| f64::from(days.clamp(0, MOST_LATE)) / 10.0;
        match self {
            Self::Task { late: days, high } => (1.0 + late(days)) * if high { 2.0 } else { 1.0 },
            Self::Promise { within } if within < 0 => 2.0 + late(within.saturating_neg()),
            Self::Promise { within } => 2.0 / (1.0 + f64::from(within)),
            Self::Payment { late: days } => 1.5 + late(days),
            Self::Deal { need: Need::Step, late: days } => 1.0 + late(days),
            Self::Deal { need: Need::Decision, late: days } => 1.5 + late(days),
            Self::Deal { need: Need::Plan, .. } => 0.75,
            Self::Silent { gaps } => (gaps / 2.0).clamp(0.0, MOST_SILENT),
            Self::Unheard { since, every } => {
                (f64::from(since) / f64::from(every.max(1)) / 3.0).clamp(0.0, MOST_UNHEARD)
            }
            Self::Date { within, .. } => 1.0 / (2.0 + f64::from(within.max(0))),
        }
    }

    const fn place(self) -> u8 {
        match self {
            Self::Task { .. } => 0,
            Self::Promise { .. } => 1,
            Self::Payment { .. } => 2,
            Self::Deal { .. } => 3,
            Self::Silent { .. } => 4,
            Self::Unheard { .. } => 5,
            Self::Date { .. } => 6,
        }
    }
}

/// One thing to do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matter {
    /// What it is about.
    pub about: About,
    /// Whose it is, if anybody's.
    pub party: Option<Id<Party>>,
    /// Why.
    pub reason: Reason,
    /// What the customer or the deal is worth, minor units of the base currency; none where that is not known.
    pub value: Option<i64>,
}

/// Puts what is to be done in order. `typical` is what a customer in the middle is worth.
#[must_use]
pub fn rank(mut matters: Vec<Matter>, typical: i64) -> Vec<Matter> {
    let score = |matter: &Matter| {
        let stake = matter.value.unwrap_or(typical).max(typical).max(1);
        stake as f64 * matter.reason.urgency()
    };
    matters
        .sort_by(|one, other| score(other).total_cmp(&score(one)).then(one.reason.place().cmp(&other.reason.place())));
    matters
}

/// What a customer in the middle is worth, of those that are worth anything; 1 where there is none.
#[must_use]
pub fn typical(values: &[i64]) -> i64 {
    let mut earning: Vec<i64> = values.iter().copied().filter(|value| *value > 0).collect();
    let middle = earning.len() / 2;
    if earning.is_empty() { 1 } else { *earning.select_nth_unstable(middle).1 }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn matter(number: u128, reason: Reason, value: Option<i64>) -> Matter {
        let party = Id::new(Uuid::from_u128(number));
        Matter { about: About::Party(party), party: Some(party), reason, value }
    }

    fn order(matters: Vec<Matter>, typical: i64) -> Vec<u128> {
        let name = |matter: &Matter| matter.party.unwrap().uuid().as_u128();
        rank(matters, typical).iter().map(name).collect()
    }

    #[test]
    fn more_money_comes_first_of_the_same_urgency_and_more_urgent_of_the_same_money() {
        let today = Reason::Task { late: 0, high: false };
        let late = Reason::Task { late: 9, high: false };
        assert_eq!(order(vec![matter(1, today, Some(100)), matter(2, today, Some(200))], 10), [2, 1]);
        assert_eq!(order(vec![matter(1, today, Some(100)), matter(2, late, Some(100))], 10), [2, 1]);
        let promise = Reason::Promise { within: -1 };
        assert_eq!(order(vec![matter(1, late, Some(100)), matter(2, promise, Some(100))], 10), [2, 1]);
    }

    #[test]
    fn who_brought_nothing_yet_counts_as_one_in_the_middle() {
        let today = Reason::Task { late: 0, high: false };
        let late = Reason::Task { late: 5, high: false };
        assert_eq!(
            order(vec![matter(1, today, Some(100)), matter(2, late, Some(0)), matter(3, late, None)], 90),
            [2, 3, 1]
        );
        assert_eq!(typical(&[0, -5, 30, 10, 20]), 20);
        assert_eq!(typical(&[0, -5]), 1);
    }

    #[test]
    fn urgency_is_as_the_table_says() {
        let near = |reason: Reason, wanted: f64| assert!((reason.urgency() - wanted).abs() < 1e-12, "{reason:?}");
        near(Reason::Task { late: 0, high: false }, 1.0);
        near(Reason::Task { late: 5, high: true }, 3.0);
        near(Reason::Task { late: 4_000, high: false }, 4.0);
        near(Reason::Promise { within: 0 }, 2.0);
        near(Reason::Promise { within: 3 }, 0.5);
        near(Reason::Promise { within: -10 }, 3.0);
        near(Reason::Payment { late: 20 }, 3.5);
        near(Reason::Deal { need: Need::Step, late: 0 }, 1.0);
        near(Reason::Deal { need: Need::Decision, late: 5 }, 2.0);
        near(Reason::Deal { need: Need::Plan, late: 0 }, 0.75);
        near(Reason::Silent { gaps: 3.0 }, 1.5);
        near(Reason::Silent { gaps: 50.0 }, 2.0);
        near(Reason::Unheard { since: 60, every: 20 }, 1.0);
        near(Reason::Unheard { since: 6_000, every: 20 }, 1.5);
        near(Reason::Date { within: 0, place: 0 }, 0.5);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_waiting_never_makes_a_task_less_urgent(late in prop::collection::vec(0..400_i32, 0..30), typical in 1..1_000_i64) {
            let all = late.iter().enumerate().map(|(at, late)| matter(at as u128, Reason::Task { late: *late, high: false }, None));
            let ranked = order(all.collect(), typical);
            prop_assert_eq!(ranked.len(), late.len());
            let days: Vec<i32> = ranked.iter().map(|at| late[*at as usize].min(MOST_LATE)).collect();
            prop_assert!(days.windows(2).all(|two| two[0] >= two[1]));
        }
    }
}
