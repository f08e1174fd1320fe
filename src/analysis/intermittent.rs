//! Demand that comes in lumps: many empty periods, and amounts that differ.
//!
//! Croston, Operational Research Quarterly 23 (1972); SBA: Syntetos and Boylan, International Journal of Forecasting 21 (2005); TSB: Teunter, Syntetos, Babai,
//! European Journal of Operational Research 214 (2011). Classes: Syntetos, Boylan, Croston, JORS 56 (2005). Starting values are the first
//! ones seen, as in statsforecast.

/// Smoothing of Croston's method for amounts and intervals, by convention.
pub const CROSTON_ALPHA: f64 = 0.1;
/// A mean interval between demands from which demand is intermittent.
pub const INTERMITTENT_FROM: f64 = 1.32;
/// A squared coefficient of variation from which amounts are erratic.
pub const ERRATIC_FROM: f64 = 0.49;

/// How demand behaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Often and steady.
    Smooth,
    /// Often, amounts differ.
    Erratic,
    /// Seldom, amounts alike.
    Intermittent,
    /// Seldom, amounts differ.
    Lumpy,
}

/// How a series of periods looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Shape {
    /// Periods with demand.
    pub nonzero: usize,
    /// Periods per demand.
    pub interval: f64,
    /// Squared coefficient of variation of the amounts above zero.
    pub cv2: f64,
}

impl Shape {
    /// Measures. `None` without any demand.
    #[must_use]
    pub fn of(series: &[f64]) -> Option<Self> {
        let amounts = demands(series);
        let n = amounts.len() as f64;
        if amounts.is_empty() {
            return None;
        }
        let mean = amounts.iter().sum::<f64>() / n;
        let variance = amounts.iter().map(|v| (v - mean).powi(2)).sum::<f64>() / n;
        Some(Self { nonzero: amounts.len(), interval: series.len() as f64 / n, cv2: variance / (mean * mean) })
    }

    /// The class.
    #[must_use]
    pub fn pattern(&self) -> Pattern {
        match (self.interval >= INTERMITTENT_FROM, self.cv2 >= ERRATIC_FROM) {
            (false, false) => Pattern::Smooth,
            (false, true) => Pattern::Erratic,
            (true, false) => Pattern::Intermittent,
            (true, true) => Pattern::Lumpy,
        }
    }
}

fn demands(series: &[f64]) -> Vec<f64> {
    series.iter().copied().filter(|v| *v > 0.0).collect()
}

/// Simple exponential smoothing: the level after the last value. `None` without values.
#[must_use]
pub fn ses(series: impl IntoIterator<Item = f64>, alpha: f64) -> Option<f64> {
    series.into_iter().reduce(|level, value| alpha * value + (1.0 - alpha) * level)
}

/// Croston: smoothed amount over smoothed interval, the expected amount per period. 0 without any demand.
#[must_use]
pub fn croston(series: &[f64], alpha: f64) -> f64 {
    let mut last = 0;
    let intervals = (1usize..).zip(series).filter(|(_, v)| **v > 0.0).map(|(place, _)| {
        let interval = place - last;
        last = place;
        interval as f64
    });
    match (ses(demands(series), alpha), ses(intervals, alpha)) {
        (Some(amount), Some(interval)) => amount / interval,
        _ => 0.0,
    }
}

/// Croston without its bias: × (1 − α/2).
#[must_use]
pub fn sba(series: &[f64], alpha: f64) -> f64 {
    (1.0 - alpha / 2.0) * croston(series, alpha)
}

/// TSB: smoothed amount times the smoothed chance of a demand, which falls while nothing comes.
#[must_use]
pub fn tsb(series: &[f64], alpha_amount: f64, alpha_chance: f64) -> f64 {
    let chance = ses(series.iter().map(|v| f64::from(u8::from(*v > 0.0))), alpha_chance);
    match (ses(demands(series), alpha_amount), chance) {
        (Some(amount), Some(chance)) => amount * chance,
        _ => 0.0,
    }
}
