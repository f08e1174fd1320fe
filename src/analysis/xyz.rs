//! XYZ: how steadily a customer buys, beside what ABC says about how much.
//!
//! The coefficient of variation of what was ordered per period (sample standard deviation over mean), from the period of the
//! first order to the last period that is over. Below the first cut X, below the second Y, else Z; who has fewer than three such
//! periods has no class. H. Stadtler and C. Kilger, "Supply Chain Management and Advanced Planning" (2005); cuts as usual there.

use super::columns::Day;
use super::history::{History, Row};
use super::period::Period;

/// The usual cuts of the coefficient of variation.
pub const CUTS: (f64, f64) = (0.5, 1.0);

/// Fewer periods than this say nothing about steadiness.
pub const FEWEST_PERIODS: u32 = 3;

/// The code of a steadiness in a column, 0 for none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Steadiness {
    /// Steady.
    X = 1,
    /// Up and down.
    Y = 2,
    /// Now and then.
    Z = 3,
}

impl Steadiness {
    /// The steadiest first.
    pub const ALL: [Self; 3] = [Self::X, Self::Y, Self::Z];
}

/// One entry a customer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Xyz {
    /// Periods looked at.
    pub periods: Vec<u32>,
    /// Mean amount a period, minor units; 0 for none.
    pub mean: Vec<f64>,
    /// Coefficient of variation; 0 for none.
    pub variation: Vec<f64>,
    /// Code of the [`Steadiness`].
    pub class: Vec<u8>,
}

/// How steadily one customer buys.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Spread {
    /// Periods looked at.
    pub periods: u32,
    /// Mean amount a period, minor units; 0 for none.
    pub mean: f64,
    /// Coefficient of variation; none with fewer than [`FEWEST_PERIODS`].
    pub variation: Option<f64>,
}

impl Spread {
    /// Of one customer's rows, sorted by day, up to the last period that is over on the as-of day.
    #[must_use]
    pub fn of(rows: &[Row], period: Period, as_of: Day) -> Self {
        spread(rows, period, last_over(period, as_of))
    }

    /// The class; `cuts` as for [`Xyz::new`].
    #[must_use]
    pub fn class(&self, cuts: (f64, f64)) -> Option<Steadiness> {
        self.variation.map(|variation| match variation {
            v if v < cuts.0 => Steadiness::X,
            v if v < cuts.1 => Steadiness::Y,
            _ => Steadiness::Z,
        })
    }
}

impl Xyz {
    /// Orders above zero count, refunds are no demand. `cuts` are coefficients of variation, the lower first: 0.5 and 1.
    #[must_use]
    pub fn new(history: &History, period: Period, cuts: (f64, f64)) -> Self {
        let last = last_over(period, history.as_of());
        let mut xyz = Self::default();
        for customer in 0..history.customers() {
            let spread = spread(history.rows(customer), period, last);
            xyz.periods.push(spread.periods);
            xyz.mean.push(spread.mean);
            xyz.variation.push(spread.variation.unwrap_or(0.0));
            xyz.class.push(spread.class(cuts).map_or(0, |class| class as u8));
        }
        xyz
    }
}

/// The last period that is over.
fn last_over(period: Period, as_of: Day) -> i32 {
    let number = period.of(as_of);
    if period.over(number, as_of) { number } else { number - 1 }
}

/// What was ordered in each period with an order, in their sequence, up to the last that is looked at.
fn sums(rows: &[Row], period: Period, last: i32) -> Vec<(i32, f64)> {
    let mut sums: Vec<(i32, f64)> = Vec::new();
    for row in rows.iter().filter(|row| row.amount > 0) {
        let number = period.of(row.day);
        match sums.last_mut() {
            Some(sum) if sum.0 == number => sum.1 += row.amount as f64,
            _ => sums.push((number, row.amount as f64)),
        }
    }
    sums.retain(|sum| sum.0 <= last);
    sums
}

/// What was ordered in each period from the first with an order to the last that is over, empty ones with nothing.
#[must_use]
pub fn series(rows: &[Row], period: Period, as_of: Day) -> Vec<f64> {
    let last = last_over(period, as_of);
    let sums = sums(rows, period, last);
    let Some(first) = sums.first().map(|sum| sum.0) else { return Vec::new() };
    let mut series = vec![0.0; last.abs_diff(first) as usize + 1];
    for (number, sum) in sums {
        series[number.abs_diff(first) as usize] = sum;
    }
    series
}

fn spread(rows: &[Row], period: Period, last: i32) -> Spread {
    let sums = sums(rows, period, last);
    let Some(first) = sums.first() else { return Spread::default() };
    let periods = last.abs_diff(first.0) + 1;
    let n = f64::from(periods);
    let mean = sums.iter().map(|sum| sum.1).sum::<f64>() / n;
    let bought: f64 = sums.iter().map(|sum| (sum.1 - mean).powi(2)).sum();
    let empty = (n - sums.len() as f64) * mean * mean;
    let deviation = ((bought + empty) / (n - 1.0)).sqrt();
    Spread { periods, mean, variation: (periods >= FEWEST_PERIODS).then(|| deviation / mean) }
}
