//! What a contract is worth in payments to come: Fader and Hardie, "Customer-Base Valuation in a Contractual Setting", Marketing Science 29 (2010).

use super::contract::Contract;

/// Renewals past which a sum is cut off; a contract of this many is none.
const MOST: u32 = 2_000_000;

impl Contract {
    /// Σ S(t)/S(n−1) / (1+d)^(t−n) over t ≥ n.
    fn discounted(&self, from: u32, before: f64, rate: f64) -> Option<f64> {
        if rate.is_nan() || rate <= 0.0 {
            return None;
        }
        let discount = 1.0 / (1.0 + rate);
        let (mut worth, mut sum) = (1.0, 0.0);
        for t in from..from.saturating_add(MOST) {
            let term = worth * (self.ln_survival(f64::from(t)) - before).exp();
            sum += term;
            if term < sum * 1e-17 * (1.0 - discount) {
                break;
            }
            worth *= discount;
        }
        Some(sum)
    }

    /// Discounted expected lifetime of a new customer in payments, the first one counted. `None` unless the rate is above zero.
    #[must_use]
    pub fn del(&self, rate: f64) -> Option<f64> {
        self.discounted(0, 0.0, rate)
    }

    /// Discounted expected residual lifetime right before the n-th renewal of somebody who was there for `n` periods, from 1 up. Equation 5.
    #[must_use]
    pub fn derl(&self, n: u32, rate: f64) -> Option<f64> {
        let n = n.max(1);
        self.discounted(n, self.ln_survival(f64::from(n - 1)), rate)
    }
}
