//! What the questions are asked of: orders as columns, checked once at the door.

use thiserror::Error;

/// A civil day: days since 1970-01-01, counted in the workspace's time zone.
pub type Day = i32;

/// "There is no such day" in a column of days.
pub const NO_DAY: Day = Day::MIN;

/// The furthest day accepted, on both sides of 1970: past every calendar in use (chrono ends near ±96,000,000), and near
/// enough that the distance between any two days is a [`Day`] again.
pub const FURTHEST_DAY: Day = 100_000_000;

/// "Nobody wrote down what this cost" in a column of costs.
pub const UNKNOWN_COST: i64 = i64::MIN;

/// Why columns cannot be orders. `row` counts from zero.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum ColumnsError {
    /// The columns are of different lengths.
    #[error("columns of {expected} and {found} rows do not fit together")]
    Length {
        /// Rows in the column of customers.
        expected: usize,
        /// Rows in the column that differs.
        found: usize,
    },
    /// More rows or customers than a `u32` can number.
    #[error("too many rows or customers")]
    TooMany,
    /// A row names a customer that does not exist.
    #[error("row {row} names customer {customer}, which does not exist")]
    Customer {
        /// Where.
        row: usize,
        /// The index found there.
        customer: u32,
    },
    /// A day outside of ±[`FURTHEST_DAY`].
    #[error("row {row} has the impossible day {day}")]
    Day {
        /// Where.
        row: usize,
        /// The day found there.
        day: Day,
    },
}

/// Orders and refunds, one row each, in any sequence. The sequence never changes an answer.
///
/// - An **order** has an amount of zero or more; the lines of one order are summed before they come here. Zero is a free order.
/// - A **refund** has an amount below zero and the day on which it was given.
/// - Amounts are minor units of the base currency, converted at the rate of the row's day.
/// - A cost is the cost of goods; on a refund it is below zero if the goods came back, and an unknown cost there means
///   that they did not.
#[derive(Clone, Copy, Debug)]
pub struct Orders<'a> {
    customers: usize,
    customer: &'a [u32],
    day: &'a [Day],
    amount: &'a [i64],
    cost: Option<&'a [i64]>,
}

impl<'a> Orders<'a> {
    /// Takes the columns of `customers` customers, numbered from zero; customers without any row are fine.
    ///
    /// # Errors
    /// Columns of different length, a customer that does not exist, a day no calendar has.
    pub fn new(customers: usize, customer: &'a [u32], day: &'a [Day], amount: &'a [i64]) -> Result<Self, ColumnsError> {
        let expected = customer.len();
        for found in [day.len(), amount.len()] {
            if found != expected {
                return Err(ColumnsError::Length { expected, found });
            }
        }
        if u32::try_from(customers).is_err() || u32::try_from(expected).is_err() {
            return Err(ColumnsError::TooMany);
        }
        if let Some(row) = customer.iter().position(|&c| c as usize >= customers) {
            return Err(ColumnsError::Customer { row, customer: customer[row] });
        }
        if let Some(row) = day.iter().position(|d| !(-FURTHEST_DAY..=FURTHEST_DAY).contains(d)) {
            return Err(ColumnsError::Day { row, day: day[row] });
        }
        Ok(Self { customers, customer, day, amount, cost: None })
    }

    /// Adds what each row cost, [`UNKNOWN_COST`] where nobody wrote it down.
    ///
    /// # Errors
    /// A column of another length.
    pub fn with_costs(self, cost: &'a [i64]) -> Result<Self, ColumnsError> {
        if cost.len() != self.customer.len() {
            return Err(ColumnsError::Length { expected: self.customer.len(), found: cost.len() });
        }
        Ok(Self { cost: Some(cost), ..self })
    }

    /// How many customers there are, with rows or without.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.customers
    }

    /// Customer, day and amount of each row up to and including `as_of`.
    pub(super) fn until(&self, as_of: Day) -> impl Iterator<Item = (usize, Day, i64)> + 'a {
        let rows = self.customer.iter().zip(self.day).zip(self.amount);
        rows.filter(move |((_, day), _)| **day <= as_of).map(|((c, d), a)| (*c as usize, *d, *a))
    }

    /// Customer, amount and cost of each row up to and including `as_of`; `None` if costs were not given at all.
    pub(super) fn costs_until(&self, as_of: Day) -> Option<impl Iterator<Item = (usize, i64, i64)> + 'a> {
        let cost = self.cost?;
        let rows = self.customer.iter().zip(self.day).zip(self.amount).zip(cost);
        Some(rows.filter(move |(((_, day), _), _)| **day <= as_of).map(|(((c, _), a), k)| (*c as usize, *a, *k)))
    }
}
