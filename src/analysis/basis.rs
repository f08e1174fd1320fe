//! What an answer rests on, and how much may be said on that ground.
//!
//! The ladder: with few customers or few repeat orders only facts; then words with ranges; numbers only for many customers
//! and after a backtest that passed. An estimate that looks exact on twenty customers is a lie.

use super::columns::{Day, NO_DAY};
use super::summary::Summary;

/// How much may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rung {
    /// What happened, and nothing beyond.
    Facts,
    /// Low, medium, high, with ranges.
    Words,
    /// Estimates as numbers.
    Numbers,
}

/// Thresholds of a rung: at least so many customers and repeat orders.
const WORDS: (u32, u64) = (30, 20);
const NUMBERS: (u32, u64) = (201, 100);

/// What is missing for the next rung; zero and false where nothing is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// Customers with a purchase.
    pub customers: u32,
    /// Purchases after a customer's first.
    pub repeats: u64,
    /// A backtest that passes.
    pub backtest: bool,
}

/// The ground an answer stands on, shown beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Basis {
    /// Customers with at least one purchase event.
    pub customers: u32,
    /// Orders, free ones included.
    pub orders: u64,
    /// Refunds.
    pub refunds: u64,
    /// Purchase events after a customer's first.
    pub repeats: u64,
    /// Days of the first and the last purchase event; none without any.
    pub days: Option<(Day, Day)>,
}

impl Basis {
    /// Counts.
    #[must_use]
    pub fn new(summary: &Summary) -> Self {
        let sum = |column: &[u32]| column.iter().copied().map(u64::from).sum::<u64>();
        let customers = summary.events.iter().map(|events| u32::from(*events > 0)).sum();
        let first = summary.first_event.iter().copied().filter(|day| *day != NO_DAY).min();
        let last = summary.last_event.iter().copied().filter(|day| *day != NO_DAY).max();
        Self {
            customers,
            orders: sum(&summary.orders) + sum(&summary.free_orders),
            refunds: sum(&summary.refunds),
            repeats: sum(&summary.events) - u64::from(customers),
            days: first.zip(last),
        }
    }

    /// How much may be said on this ground.
    #[must_use]
    pub fn rung(&self, backtest_passed: bool) -> Rung {
        if !self.reaches(WORDS) {
            Rung::Facts
        } else if self.reaches(NUMBERS) && backtest_passed {
            Rung::Numbers
        } else {
            Rung::Words
        }
    }

    /// What is missing for the rung above; none on the highest.
    #[must_use]
    pub fn missing(&self, backtest_passed: bool) -> Option<Missing> {
        let ((customers, repeats), backtest) = match self.rung(backtest_passed) {
            Rung::Facts => (WORDS, false),
            Rung::Words => (NUMBERS, !backtest_passed),
            Rung::Numbers => return None,
        };
        Some(Missing {
            customers: customers.saturating_sub(self.customers),
            repeats: repeats.saturating_sub(self.repeats),
            backtest,
        })
    }

    fn reaches(&self, (customers, repeats): (u32, u64)) -> bool {
        self.customers >= customers && self.repeats >= repeats
    }
}
