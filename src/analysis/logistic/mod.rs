//! How likely a yes is, given some numbers: to win an offer, to lose a customer.
//!
//! [`fit`] finds the coefficients (maximum likelihood, or with an L2 penalty), [`firth`] where the data are few or separated,
//! [`Ground`] says which of them the data bear; [`quality`], [`auc`] and [`calibration`] say how good the answer is on data that
//! were not used, [`isotonic`] and [`platt`] straighten it. Below all limits a smoothed base rate
//! ([`Rate::smoothed`](super::rates::Rate::smoothed)) is all there is.

pub mod auc;
pub mod calibration;
pub mod firth;
pub mod fit;
pub mod isotonic;
pub mod platt;
pub mod quality;

mod design;

pub use design::{Design, DesignError};

/// How many of the rarer answer a column needs (P. Peduzzi et al., "A Simulation Study of the Number of Events per Variable in
/// Logistic Regression Analysis", Journal of Clinical Epidemiology 49, 1996).
pub const EVENTS_PER_COLUMN: u32 = 10;

/// Fewer of either answer than this bear no regression at all.
pub const FEWEST_OF_EACH: u32 = 20;

/// From so many yes on isotonic calibration is worth its freedom; below, Platt's two numbers.
pub const ISOTONIC_FROM: u32 = 1_000;

/// What the data bear.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Fewer than [`FEWEST_OF_EACH`] yes or no: a smoothed base rate.
    BaseRate,
    /// Regression with at most so many columns, with a penalty or Firth's correction.
    Columns(u32),
}

impl Ground {
    /// From how many yes and no there are.
    #[must_use]
    pub fn of(yes: u32, no: u32) -> Self {
        let rarer = yes.min(no);
        if rarer < FEWEST_OF_EACH { Self::BaseRate } else { Self::Columns(rarer / EVENTS_PER_COLUMN) }
    }
}

/// A fitted model: one coefficient a column of its design.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Model {
    /// At zero of all columns.
    pub intercept: f64,
    /// In the units of the columns; 0 for those left out.
    pub coefficients: Vec<f64>,
    /// Columns left out: constant, or the sum of others.
    pub left_out: Vec<u32>,
}

impl Model {
    /// The log odds of one row.
    #[must_use]
    pub fn log_odds(&self, row: impl IntoIterator<Item = f64>) -> f64 {
        self.intercept + self.coefficients.iter().zip(row).map(|(b, x)| b * x).sum::<f64>()
    }

    /// The probability of yes, for each row of columns.
    #[must_use]
    pub fn probabilities(&self, columns: &[&[f64]]) -> Vec<f64> {
        let rows = columns.first().map_or(0, |column| column.len());
        (0..rows).map(|row| logistic(self.log_odds(columns.iter().map(|column| column[row])))).collect()
    }

    /// What each column adds to the log odds of a row, against a row at the means: the strongest first. Explains a score.
    #[must_use]
    pub fn reasons(&self, row: &[f64], means: &[f64]) -> Vec<(u32, f64)> {
        let parts = self.coefficients.iter().zip(row).zip(means).map(|((b, x), mean)| b * (x - mean));
        let mut reasons: Vec<(u32, f64)> = (0u32..).zip(parts).filter(|(_, part)| *part != 0.0).collect();
        reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()).then(a.0.cmp(&b.0)));
        reasons
    }
}

/// The probability of log odds.
#[must_use]
pub fn logistic(log_odds: f64) -> f64 {
    if log_odds >= 0.0 {
        1.0 / (1.0 + (-log_odds).exp())
    } else {
        let odds = log_odds.exp();
        odds / (1.0 + odds)
    }
}

/// The logarithm of the probability of what happened, without loss at the ends.
fn ln_likelihood(log_odds: f64, yes: bool) -> f64 {
    let towards = if yes { log_odds } else { -log_odds };
    if towards > 0.0 { -(-towards).exp().ln_1p() } else { towards - towards.exp().ln_1p() }
}
