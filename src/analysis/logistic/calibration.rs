//! Whether 30 % happens in 30 of 100 cases.
//!
//! D. R. Cox, "Two Further Applications of a Model for Binary Regression", Biometrika 45 (1958): intercept and slope; bins as
//! scikit-learn's `calibration_curve`.

use super::design::Design;
use super::fit::{Fit, Penalty};
use super::logistic;
use super::quality::log_odds;
use crate::analysis::rates::Rate;

/// Cases of similar probability.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bin {
    /// Mean probability.
    pub predicted: f64,
    /// What happened.
    pub observed: Rate,
}

/// Bins between the quantiles 0, 1/bins, …, 1 of the probabilities; equal probabilities share a bin, so there may be fewer.
#[must_use]
pub fn by_quantile(chance: &[f64], yes: &[u8], bins: usize) -> Vec<Bin> {
    let rows = sorted(chance, yes);
    if rows.is_empty() || bins == 0 {
        return Vec::new();
    }
    let quantile = |k: usize| {
        let place = k as f64 / bins as f64 * (rows.len() - 1) as f64;
        let (low, part) = (place as usize, place.fract());
        let next = rows[(low + 1).min(rows.len() - 1)].0;
        rows[low].0 + part * (next - rows[low].0)
    };
    let mut start = 0;
    let mut found = Vec::new();
    for k in 1..=bins {
        let end = if k == bins { rows.len() } else { rows.partition_point(|row| row.0 <= quantile(k)) };
        if end > start {
            found.push(bin(&rows[start..end]));
            start = end;
        }
    }
    found
}

/// Expected calibration error: the distance between probability and rate, averaged over the cases of all bins. None of nothing.
///
/// M. P. Naeini, G. F. Cooper, M. Hauskrecht, "Obtaining Well Calibrated Probabilities Using Bayesian Binning" (2015).
#[must_use]
pub fn mean_error(bins: &[Bin]) -> Option<f64> {
    let (mut sum, mut cases) = (0.0, 0.0);
    for bin in bins {
        let n = f64::from(bin.observed.cases);
        sum += (bin.predicted - bin.observed.value().unwrap_or(bin.predicted)).abs() * n;
        cases += n;
    }
    (cases > 0.0).then(|| sum / cases)
}

/// The shift of all log odds that would make the mean right: 0 if it is. None if all answers are the same.
#[must_use]
pub fn in_the_large(chance: &[f64], yes: &[u8]) -> Option<f64> {
    let odds: Vec<f64> = chance.iter().zip(yes).map(|(p, _)| log_odds(*p)).collect();
    let wanted = yes.iter().take(odds.len()).filter(|yes| **yes > 0).count() as f64;
    if wanted == 0.0 || wanted == odds.len() as f64 {
        return None;
    }
    // The sum of chances rises with the shift: halve until it is met.
    let (mut low, mut high) = (-80.0, 80.0);
    for _ in 0..100 {
        let middle = 0.5 * (low + high);
        let sum: f64 = odds.iter().map(|odds| logistic(odds + middle)).sum();
        if sum < wanted { low = middle } else { high = middle }
    }
    Some(0.5 * (low + high))
}

/// The slope of the answers on the log odds: 1 if they are as spread as they should be, below 1 if they promise too much. None
/// if it cannot be told.
#[must_use]
pub fn slope(chance: &[f64], yes: &[u8]) -> Option<f64> {
    let odds: Vec<f64> = chance.iter().map(|p| log_odds(*p)).collect();
    let fit = Fit::new(&Design::new(&[&odds], yes).ok()?, Penalty::None);
    (!fit.separated && fit.model.left_out.is_empty()).then(|| fit.model.coefficients[0])
}

fn sorted(chance: &[f64], yes: &[u8]) -> Vec<(f64, bool)> {
    let mut rows: Vec<(f64, bool)> = chance.iter().zip(yes).map(|(p, yes)| (*p, *yes > 0)).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    rows
}

fn bin(rows: &[(f64, bool)]) -> Bin {
    let predicted = rows.iter().map(|row| row.0).sum::<f64>() / rows.len() as f64;
    Bin { predicted, observed: Rate::of(rows.iter().map(|row| row.1)) }
}
