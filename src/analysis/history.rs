//! The orders of each customer in the sequence of their days, up to an as-of day. What came later does not exist.

use super::columns::{Day, FURTHEST_DAY, Orders};
use super::money;

/// An order, or a refund where the amount is below zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// Its civil day.
    pub day: Day,
    /// Minor units of the base currency.
    pub amount: i64,
}

/// A day on which a customer bought: a **purchase event**. Orders of one day are one event, free ones included, refunds never.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Event {
    /// The civil day.
    pub day: Day,
    /// What was ordered on it, in minor units; 0 if all of it was free. Refunds do not reduce it.
    pub amount: i64,
}

/// Every customer's rows up to the as-of day, grouped by customer and sorted by day.
#[derive(Clone, Debug)]
pub struct History {
    as_of: Day,
    start: Vec<u32>,
    rows: Vec<Row>,
}

impl History {
    /// Groups by counting and sorts each customer's few rows: two passes, no allocation a customer.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: Day) -> Self {
        let as_of = as_of.clamp(-FURTHEST_DAY, FURTHEST_DAY);
        // start[c + 1] first counts the rows of c, then says where c's next row goes, and so ends as the start of c + 1.
        let mut start = vec![0u32; orders.customers() + 2];
        for (customer, _, _) in orders.until(as_of) {
            start[customer + 2] += 1;
        }
        for c in 2..start.len() {
            start[c] += start[c - 1];
        }
        let mut rows = vec![Row::default(); start[orders.customers() + 1] as usize];
        for (customer, day, amount) in orders.until(as_of) {
            let place = &mut start[customer + 1];
            rows[*place as usize] = Row { day, amount };
            *place += 1;
        }
        start.pop();
        let history = Self { as_of, start, rows };
        history.sorted()
    }

    fn sorted(mut self) -> Self {
        for bounds in self.start.windows(2) {
            let rows = &mut self.rows[bounds[0] as usize..bounds[1] as usize];
            if !rows.is_sorted_by_key(|row| row.day) {
                rows.sort_unstable_by_key(|row| row.day);
            }
        }
        self
    }

    /// The last day that exists.
    #[must_use]
    pub fn as_of(&self) -> Day {
        self.as_of
    }

    /// How many customers there are, with rows or without.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.start.len() - 1
    }

    /// One customer's orders and refunds by day.
    #[must_use]
    pub fn rows(&self, customer: usize) -> &[Row] {
        &self.rows[self.start[customer] as usize..self.start[customer + 1] as usize]
    }

    /// One customer's purchase events by day.
    pub fn events(&self, customer: usize) -> impl Iterator<Item = Event> + '_ {
        let mut orders = self.rows(customer).iter().filter(|row| row.amount >= 0).peekable();
        std::iter::from_fn(move || {
            let Row { day, amount } = *orders.next()?;
            let mut sum = i128::from(amount);
            while let Some(row) = orders.next_if(|row| row.day == day) {
                sum += i128::from(row.amount);
            }
            Some(Event { day, amount: money::clamp(sum) })
        })
    }
}
