//! Orders that are unusual for the one who placed them: modified z on the logarithms of the own amounts.

use super::robust::{Robust, UNUSUAL};
use crate::analysis::columns::Day;
use crate::analysis::history::History;

/// Fewer orders than this have no usual amount.
pub const FEWEST_ORDERS: usize = 5;

/// One row an order above zero of a customer who has enough of them, by customer and day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Own {
    /// The customer.
    pub customer: Vec<u32>,
    /// The day.
    pub day: Vec<Day>,
    /// Minor units.
    pub amount: Vec<i64>,
    /// Modified z among the own orders.
    pub z: Vec<f64>,
    /// 1 for unusual.
    pub unusual: Vec<u8>,
}

impl Own {
    /// Looks at everybody with at least `fewest` orders ([`FEWEST_ORDERS`]; two at the least). `limit` is usually [`UNUSUAL`].
    #[must_use]
    pub fn new(history: &History, fewest: usize, limit: f64) -> Self {
        let mut found = Self::default();
        for (customer, number) in (0..history.customers()).zip(0u32..) {
            let mut paid: Vec<_> = history.rows(customer).iter().filter(|row| row.amount > 0).copied().collect();
            if paid.len() < fewest.max(2) {
                continue;
            }
            // Rows of one day come in no fixed sequence.
            paid.sort_unstable_by_key(|row| (row.day, row.amount));
            let logs: Vec<f64> = paid.iter().map(|row| (row.amount as f64).ln()).collect();
            let Some(robust) = Robust::new(&logs) else { continue };
            found.unusual.extend(robust.unusual(limit).map(u8::from));
            found.customer.extend(paid.iter().map(|_| number));
            found.day.extend(paid.iter().map(|row| row.day));
            found.amount.extend(paid.iter().map(|row| row.amount));
            found.z.extend(robust.z);
        }
        found
    }

    /// With the usual limits.
    #[must_use]
    pub fn usual(history: &History) -> Self {
        Self::new(history, FEWEST_ORDERS, UNUSUAL)
    }
}
