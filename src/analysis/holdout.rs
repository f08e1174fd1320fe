//! What happened after a cut: what a prediction made on that day is held against.

use super::columns::Day;
use super::history::History;

/// One entry a customer: purchase events after the cut, up to the as-of day of the history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Holdout {
    /// Days watched after the cut.
    pub days: Day,
    /// Events.
    pub events: Vec<u32>,
    /// What an order brought on average, minor units, free ones counted and two of one day being two; 0 without any. So does the
    /// Python package lifetimes, whose mean before the cut is one of days.
    pub mean: Vec<f64>,
}

impl Holdout {
    /// Counts. The cut itself belongs to the past; a cut after the end leaves nothing to count.
    #[must_use]
    pub fn new(history: &History, cut: Day) -> Self {
        let n = history.customers();
        let days = history.as_of().saturating_sub(cut).max(0);
        let mut found = Self { days, events: vec![0; n], mean: vec![0.0; n] };
        for customer in 0..n {
            found.events[customer] = history.events(customer).filter(|event| event.day > cut).count() as u32;
            let later = history.rows(customer).iter().filter(|row| row.day > cut && row.amount >= 0);
            let (orders, sum) = later.fold((0u32, 0i128), |(n, sum), row| (n + 1, sum + i128::from(row.amount)));
            if orders > 0 {
                found.mean[customer] = sum as f64 / f64::from(orders);
            }
        }
        found
    }

    /// The day that leaves the given part of a log behind it, between its first and its last day: 2/3 by convention.
    #[must_use]
    pub fn cut(first: Day, last: Day, part: f64) -> Day {
        let span = f64::from(last.saturating_sub(first).max(0));
        first + (span * part.clamp(0.0, 1.0)).floor() as Day
    }
}
