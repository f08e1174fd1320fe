//! Retention by cohort: of those who first bought in one period, how many buy in each later one.
//!
//! A cohort is the calendar period of the first order above zero. Active in a period is who has such an order in it; refunds
//! and free orders are no activity. A cohort's ages run from 0 to the as-of day's period, which may not be over yet: a fall
//! there says nothing. The convention of cohort tables as in Fader and Hardie, "How to Project Customer Retention" (2007).

use thiserror::Error;

use super::columns::Day;
use super::history::History;
use super::period::Period;

/// More cells than this are no table: a date was mistyped by centuries.
pub const MOST_CELLS: usize = 10_000_000;

/// The orders span more periods than a table can have.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("the orders span too many periods for a table")]
pub struct TooManyPeriods;

/// Cohorts from the earliest on; those nobody belongs to are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cohorts {
    /// How the calendar was cut.
    pub period: Period,
    /// The period of the as-of day.
    pub last: i32,
    /// The last period is over. If not, its column is not to be compared with the others.
    pub last_is_over: bool,
    /// The period of each cohort.
    pub first: Vec<i32>,
    /// Customers of each cohort.
    pub size: Vec<u32>,
    /// Active customers, cohort after cohort, each from age 0 to the last period.
    pub active: Vec<u32>,
    /// By age: the active of all cohorts that have it, over their sizes.
    pub weighted: Vec<f64>,
    start: Vec<usize>,
}

impl Cohorts {
    /// Counts what is in a history, up to its as-of day.
    ///
    /// # Errors
    /// More than [`MOST_CELLS`].
    pub fn new(history: &History, period: Period) -> Result<Self, TooManyPeriods> {
        let last = period.of(history.as_of());
        let firsts: Vec<Option<i32>> = (0..history.customers()).map(|c| visits(history, c, period).next()).collect();
        let mut first: Vec<i32> = firsts.iter().copied().flatten().collect();
        first.sort_unstable();
        first.dedup();
        let mut start = vec![0usize];
        for cohort in &first {
            let next = start.last().copied().unwrap_or(0) + cohort.abs_diff(last) as usize + 1;
            if next > MOST_CELLS {
                return Err(TooManyPeriods);
            }
            start.push(next);
        }
        let mut size = vec![0; first.len()];
        let mut active = vec![0; start.last().copied().unwrap_or(0)];
        for (customer, joined) in firsts.into_iter().enumerate() {
            let Some(joined) = joined else { continue };
            let Ok(cohort) = first.binary_search(&joined) else { continue };
            size[cohort] += 1;
            for visit in visits(history, customer, period) {
                active[start[cohort] + visit.abs_diff(joined) as usize] += 1;
            }
        }
        let last_is_over = period.over(last, history.as_of());
        let mut cohorts = Self { period, last, last_is_over, first, size, active, weighted: Vec::new(), start };
        cohorts.weighted = cohorts.weigh();
        Ok(cohorts)
    }

    fn weigh(&self) -> Vec<f64> {
        let ages = (0..self.first.len()).map(|cohort| self.of(cohort).len()).max().unwrap_or(0);
        let mut sums = vec![(0u64, 0u64); ages];
        for cohort in 0..self.first.len() {
            for (sums, active) in sums.iter_mut().zip(self.of(cohort)) {
                sums.0 += u64::from(*active);
                sums.1 += u64::from(self.size[cohort]);
            }
        }
        sums.into_iter().map(|(active, size)| active as f64 / size as f64).collect()
    }

    /// Active customers of one cohort by age.
    #[must_use]
    pub fn of(&self, cohort: usize) -> &[u32] {
        &self.active[self.start[cohort]..self.start[cohort + 1]]
    }

    /// The part of a cohort that is active at an age, from 0 to 1; none past the last period.
    #[must_use]
    pub fn rate(&self, cohort: usize, age: usize) -> Option<f64> {
        Some(f64::from(*self.of(cohort).get(age)?) / f64::from(self.size[cohort]))
    }

    /// The first day of a cohort's period.
    #[must_use]
    pub fn first_day(&self, cohort: usize) -> Day {
        self.period.first_day(self.first[cohort])
    }
}

/// The periods in which a customer bought, each once, in sequence.
fn visits(history: &History, customer: usize, period: Period) -> impl Iterator<Item = i32> + '_ {
    let mut before = (None, None);
    let paid = history.rows(customer).iter().filter(|row| row.amount > 0);
    paid.filter_map(move |row| {
        if before.0 == Some(row.day) {
            return None;
        }
        let visit = period.of(row.day);
        let new = before.1 != Some(visit);
        before = (Some(row.day), Some(visit));
        new.then_some(visit)
    })
}
