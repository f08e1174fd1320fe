//! Lifetime value: what the orders still to come are worth today. Two variants that must not be compared with each other.
//!
//! - **Infinite horizon**: margin × E[M] × DERT (Fader, Hardie, Lee, "RFM and CLV", JMR 42 (2005), eq. 1).
//! - **Monthly discounted cash flow**: the orders of each of so many months, discounted at their end, as the Python package lifetimes does it.

/// Weeks in a month as lifetimes counts them, in days.
pub const MONTH_IN_DAYS: f64 = 4.345 * 7.0;

/// The months of a discounted cash flow.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Months {
    /// How many.
    pub count: u32,
    /// How long each is, in units of time.
    pub length: f64,
    /// The rate of discount per month, .01 for 1 %.
    pub discount: f64,
}

impl Months {
    /// By what the orders expected within 1, 2, … months are multiplied, so that their sum is [`Months::orders`].
    #[must_use]
    pub fn weights(&self) -> Vec<f64> {
        let worth = |month: u32| (1.0 + self.discount).powi(-(month as i32));
        let last = |month: u32| if month == self.count { 0.0 } else { worth(month + 1) };
        (1..=self.count).map(|month| worth(month) - last(month)).collect()
    }

    /// The discounted number of orders within these months: Σ (E[Y(i)] − E[Y(i−1)]) / (1+d)^i. `expected(t)` is a model's column of orders
    /// expected within t.
    #[must_use]
    pub fn orders(&self, expected: &mut dyn FnMut(f64) -> Vec<f64>) -> Vec<f64> {
        let mut before: Vec<f64> = Vec::new();
        let mut sum: Vec<f64> = Vec::new();
        let mut worth = 1.0;
        for month in 1..=self.count {
            let until = expected(self.length * f64::from(month));
            sum.resize(until.len(), 0.0);
            before.resize(until.len(), 0.0);
            worth /= 1.0 + self.discount;
            for ((sum, now), before) in sum.iter_mut().zip(&until).zip(&before) {
                *sum += worth * (now - before);
            }
            before = until;
        }
        sum
    }
}

/// The continuous rate of discount per unit of time that a yearly one makes, `units` to the year.
#[must_use]
pub fn continuous(yearly: f64, units: f64) -> f64 {
    yearly.ln_1p() / units
}

/// Lifetime values: margin × spend per order × discounted orders, customer by customer.
#[must_use]
pub fn lifetime_values(margin: f64, spend: &[f64], orders: &[f64]) -> Vec<f64> {
    spend.iter().zip(orders).map(|(m, n)| margin * m * n).collect()
}
