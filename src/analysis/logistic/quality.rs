//! How far probabilities are from what happened.
//!
//! G. W. Brier, "Verification of Forecasts Expressed in Terms of Probability", Monthly Weather Review 78 (1950). All columns are
//! cut to the shorter; none stands for no row.

use super::logistic;

/// Probabilities against answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quality {
    /// Mean squared error.
    pub brier: f64,
    /// That of always saying the observed rate.
    pub brier_null: f64,
    /// 1 − Brier / null: above zero is better than the rate. None where all answers are the same.
    pub skill: Option<f64>,
    /// Mean negative log-likelihood; a certainty that failed counts as one of 2⁻⁵² against it.
    pub log_loss: f64,
    /// Mean of the probabilities.
    pub predicted: f64,
    /// Share of yes.
    pub observed: f64,
}

impl Quality {
    /// None of nothing.
    #[must_use]
    pub fn of(chance: &[f64], yes: &[u8]) -> Option<Self> {
        let n = chance.len().min(yes.len()) as f64;
        if n == 0.0 {
            return None;
        }
        let (mut brier, mut log_loss, mut predicted, mut observed) = (0.0, 0.0, 0.0, 0.0);
        for (p, yes) in chance.iter().zip(yes) {
            let y = f64::from(u8::from(*yes > 0));
            let right = if *yes > 0 { *p } else { 1.0 - p };
            brier += (p - y).powi(2) / n;
            log_loss -= right.max(f64::EPSILON).ln() / n;
            predicted += p / n;
            observed += y / n;
        }
        let brier_null = observed * (1.0 - observed);
        let skill = (brier_null > 0.0).then(|| 1.0 - brier / brier_null);
        Some(Self { brier, brier_null, skill, log_loss, predicted, observed })
    }
}

/// Average precision: Σ (recall gained) × precision, from the highest score down, ties together. None without a yes.
#[must_use]
pub fn average_precision(scores: &[f64], yes: &[u8]) -> Option<f64> {
    let mut rows: Vec<(f64, bool)> = scores.iter().zip(yes).map(|(score, yes)| (*score, *yes > 0)).collect();
    rows.sort_unstable_by(|a, b| b.0.total_cmp(&a.0));
    let all = rows.iter().filter(|row| row.1).count() as f64;
    let (mut seen, mut found, mut sum) = (0.0, 0.0, 0.0);
    for same in rows.chunk_by(|a, b| a.0 == b.0) {
        let hits = same.iter().filter(|row| row.1).count() as f64;
        seen += same.len() as f64;
        found += hits;
        sum += hits / all * (found / seen);
    }
    (all > 0.0).then_some(sum)
}

/// How many times more yes there are among the best tenth (rounded up) than among all. None without a yes. Of
/// equal scores the earlier rows come first.
#[must_use]
pub fn lift_of_best_tenth(scores: &[f64], yes: &[u8]) -> Option<f64> {
    let mut rows: Vec<(f64, bool)> = scores.iter().zip(yes).map(|(score, yes)| (*score, *yes > 0)).collect();
    rows.sort_by(|a, b| b.0.total_cmp(&a.0));
    let rate = |rows: &[(f64, bool)]| rows.iter().filter(|row| row.1).count() as f64 / rows.len() as f64;
    let tenth = rows.len().div_ceil(10);
    let all = rate(&rows);
    (all > 0.0).then(|| rate(&rows[..tenth]) / all)
}

/// The log odds of a probability, at most ±36: as far as an `f64` tells it from 0 and 1.
#[must_use]
pub fn log_odds(chance: f64) -> f64 {
    let odds = (chance / (1.0 - chance)).ln();
    debug_assert!(odds.is_nan() || (logistic(odds) - chance).abs() < 1e-9);
    odds.clamp(-36.0, 36.0)
}
