//! The whale curve: profit added up from the best customer to the worst. It rises above the whole and comes down again by
//! what the losing customers destroy.
//!
//! Robert S. Kaplan and V. G. Narayanan, "Measuring and Managing Customer Profitability" (2001).

use super::concentration::running;
use super::curve::Curve;
use super::money;
use super::ranking::descending;
use super::values::Values;

/// The shares of customers in [`Whale::share_at`], in percent.
pub const PERCENTS: [u8; 8] = [1, 5, 10, 20, 40, 60, 80, 100];

/// Profit from the best customer to the worst.
#[derive(Clone, Debug, PartialEq)]
pub struct Whale {
    /// What all make together, minor units.
    pub total: i64,
    /// The most that a best part of them makes.
    pub peak: i64,
    /// How many the best part are.
    pub peak_at: u32,
    /// How many lose money.
    pub losing: u32,
    /// What they lose, zero or below.
    pub lost: i64,
    /// What the best [`PERCENTS`] of customers (rounded up) make, as a fraction of the total.
    pub share_at: [f64; PERCENTS.len()],
    /// The curve: above 1 where it passes the total.
    pub curve: Curve,
}

impl Whale {
    /// In at most `most` points. None if the total is not above zero: there is nothing to have a share of.
    #[must_use]
    pub fn of(profit: &Values, most: usize) -> Option<Self> {
        let rows = descending(profit.known().map(|(i, v)| (v, i)).collect());
        let money: Vec<i64> = rows.into_iter().map(|row| row.0).collect();
        let made = running(&money);
        let last = money.len();
        let total = made[last];
        if total <= 0 {
            return None;
        }
        let peak_at = money.partition_point(|v| *v > 0);
        let losing = money.iter().filter(|v| **v < 0);
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Some(Self {
            total: money::clamp(total),
            peak: money::clamp(made[peak_at]),
            peak_at: small(peak_at),
            losing: small(losing.clone().count()),
            lost: money::clamp(losing.copied().map(i128::from).sum()),
            share_at: PERCENTS.map(|percent| money::share(made[(last * usize::from(percent)).div_ceil(100)], total)),
            curve: Curve::thin(last, &[0, peak_at, last], most, |i| money::share(made[i], total)),
        })
    }
}
