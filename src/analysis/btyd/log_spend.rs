//! What an order of a customer brings, where Gamma-Gamma does not apply: amounts in logarithms, drawn towards everybody's mean
//! the more, the fewer orders there are.
//!
//! The one-way random effects model; variances by the method of moments (Searle, Casella, McCulloch, "Variance Components" (1992), section
//! 3.6), the customer's mean by the best linear predictor (Robinson, Statistical Science 6 (1991)). First orders count too.

use super::super::history::History;

/// The share of the variance that counts as between customers where nobody ordered twice and it cannot be known.
const UNKNOWN_SHARE: f64 = 0.5;

/// Logarithms of the amounts of paid purchase events, summed by customer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LogAmounts {
    /// Paid events.
    pub n: Vec<u32>,
    /// Mean of the logarithms; 0 without any.
    pub mean: Vec<f64>,
    /// Sum of the squared differences from the own mean.
    pub within: Vec<f64>,
}

impl LogAmounts {
    /// From the events of each customer; free ones are left out.
    #[must_use]
    pub fn new(history: &History) -> Self {
        let mut columns = Self::default();
        for customer in 0..history.customers() {
            let amounts = history.events(customer).filter(|event| event.amount > 0).map(|event| event.amount as f64);
            columns.push(amounts);
        }
        columns
    }

    /// Adds a customer with these amounts, all above zero.
    pub fn push(&mut self, amounts: impl Iterator<Item = f64>) {
        let (mut n, mut mean, mut within) = (0u32, 0.0, 0.0);
        for ln in amounts.map(f64::ln) {
            n += 1;
            let off = ln - mean;
            mean += off / f64::from(n);
            within += off * (ln - mean);
        }
        self.n.push(n);
        self.mean.push(mean);
        self.within.push(within);
    }
}

/// How amounts vary, in logarithms.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogSpend {
    /// The mean of all customers.
    pub centre: f64,
    /// Variance between customers.
    pub between: f64,
    /// Variance between the orders of one customer.
    pub within: f64,
}

/// What is expected of the orders of one customer, in money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spend {
    /// The mean.
    pub mean: f64,
    /// The mean is above this nine times in ten.
    pub low: f64,
    /// The mean is below this nine times in ten.
    pub high: f64,
}

impl LogSpend {
    /// Measures. `None` if nobody ever paid.
    #[must_use]
    pub fn of(amounts: &LogAmounts) -> Option<Self> {
        let mut rows: Vec<(u32, f64, f64)> = amounts
            .n
            .iter()
            .zip(&amounts.mean)
            .zip(&amounts.within)
            .map(|((n, m), w)| (*n, *m, *w))
            .filter(|row| row.0 > 0)
            .collect();
        // Sorted, so that no sum depends on the sequence of the customers.
        rows.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.total_cmp(&b.2)));
        let customers = rows.len() as f64;
        let orders: f64 = rows.iter().map(|row| f64::from(row.0)).sum();
        if rows.is_empty() {
            return None;
        }
        let by_order = rows.iter().map(|row| f64::from(row.0) * row.1).sum::<f64>() / orders;
        let spread: f64 = rows.iter().map(|row| f64::from(row.0) * (row.1 - by_order).powi(2)).sum();
        if customers < 2.0 {
            let within = if orders > 1.0 { rows[0].2 / (orders - 1.0) } else { 0.0 };
            return Some(Self { centre: by_order, between: 0.0, within });
        }
        let (between, within) = if orders > customers {
            let within = rows.iter().map(|row| row.2).sum::<f64>() / (orders - customers);
            let squares: f64 = rows.iter().map(|row| f64::from(row.0).powi(2)).sum();
            ((spread - (customers - 1.0) * within) / (orders - squares / orders), within)
        } else {
            let all = spread / (customers - 1.0);
            (UNKNOWN_SHARE * all, (1.0 - UNKNOWN_SHARE) * all)
        };
        let between = between.max(0.0);
        // The mean of the customers, each as sure as the number of orders makes it.
        let sure = |n: u32| if between > 0.0 { 1.0 / (between + within / f64::from(n)) } else { f64::from(n) };
        let weights: f64 = rows.iter().map(|row| sure(row.0)).sum();
        let centre = rows.iter().map(|row| sure(row.0) * row.1).sum::<f64>() / weights;
        Some(Self { centre, between, within })
    }

    /// What is expected of a customer with `n` paid orders whose logarithms have this mean.
    #[must_use]
    pub fn expected(&self, n: u32, mean: f64) -> Spend {
        let n = f64::from(n);
        let total = n * self.between + self.within;
        let pull = if total > 0.0 { n * self.between / total } else { 1.0f64.min(n) };
        let centre = self.centre + pull * (mean - self.centre);
        let unsure = (self.between * (1.0 - pull)).max(0.0);
        // exp of the middle is the median; half the variance makes it the mean of a log-normal order.
        let width = 1.281_551_565_544_600_4 * unsure.sqrt();
        let at = |shift: f64| (centre + 0.5 * self.within + shift).exp();
        Spend { mean: at(0.5 * unsure), low: at(-width), high: at(width) }
    }
}
