//! The parameters of [`Contract`] models from the survivors of one or more cohorts, by maximum likelihood:
//! `Σ lost(t) ln P(T=t) + left over · ln S(K)` (Fader and Hardie (2007), equation 6; several cohorts: note 017 on brucehardie.com).

use thiserror::Error;

use super::super::fit::bfgs::{minimise, with_differences};
use super::super::fit::fitted::Fitted;
use super::contract::Contract;

/// Why survivors cannot be fitted. Cohorts and places count from zero.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SurvivorsError {
    /// No cohort, or none that was watched for a renewal.
    #[error("no renewals")]
    NoRenewals,
    /// More than before, below zero, or not a number.
    #[error("cohort {cohort} is impossible at {place}")]
    Impossible {
        /// Which cohort.
        cohort: usize,
        /// Where in it.
        place: usize,
    },
    /// Nobody left, or everybody at once: every model would fit.
    #[error("nothing to learn from")]
    Degenerate,
}

/// Which model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// [`Contract::ShiftedBetaGeometric`]
    ShiftedBetaGeometric,
    /// [`Contract::DiscreteWeibull`]
    DiscreteWeibull,
    /// [`Contract::BetaDiscreteWeibull`]
    BetaDiscreteWeibull,
}

/// Cohorts of customers summed up: how many left at each renewal, how many were left over after how many.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Survivors {
    lost: Vec<f64>,
    over: Vec<f64>,
}

impl Survivors {
    /// From how many of each cohort were there at the start, after the first renewal, after the second, and so on.
    ///
    /// # Errors
    /// No renewals, impossible numbers, or nobody who left.
    pub fn new(cohorts: &[&[f64]]) -> Result<Self, SurvivorsError> {
        let mut sums = Self::default();
        for (cohort, counts) in cohorts.iter().enumerate() {
            if let Some(place) = counts.iter().position(|n| !n.is_finite() || *n < 0.0) {
                return Err(SurvivorsError::Impossible { cohort, place });
            }
            if let Some(place) = counts.windows(2).position(|pair| pair[1] > pair[0]) {
                return Err(SurvivorsError::Impossible { cohort, place: place + 1 });
            }
            let longest = sums.lost.len().max(counts.len());
            sums.lost.resize(longest, 0.0);
            sums.over.resize(longest, 0.0);
            for (t, pair) in counts.windows(2).enumerate() {
                sums.lost[t + 1] += pair[0] - pair[1];
            }
            if let Some(rest) = counts.last() {
                sums.over[counts.len() - 1] += rest;
            }
        }
        if sums.lost.len() < 2 {
            return Err(SurvivorsError::NoRenewals);
        }
        let lost: f64 = sums.lost.iter().sum();
        let later = sums.lost[2..].iter().sum::<f64>() + sums.over[1..].iter().sum::<f64>();
        if lost <= 0.0 || later <= 0.0 { Err(SurvivorsError::Degenerate) } else { Ok(sums) }
    }

    fn customers(&self) -> f64 {
        self.lost.iter().sum::<f64>() + self.over.iter().sum::<f64>()
    }
}

impl Contract {
    /// The log-likelihood of the cohorts.
    #[must_use]
    pub fn ln_likelihood(&self, survivors: &Survivors) -> f64 {
        let weighted = |n: f64, ln: f64| if n > 0.0 { n * ln } else { 0.0 };
        let lost = (0u32..).zip(&survivors.lost).skip(1).map(|(t, n)| weighted(*n, self.ln_leaving(t)));
        let over = (0u32..).zip(&survivors.over).map(|(t, n)| weighted(*n, self.ln_survival(f64::from(t))));
        lost.sum::<f64>() + over.sum::<f64>()
    }

    /// Finds the most likely parameters.
    #[must_use]
    pub fn fit(kind: Kind, survivors: &Survivors) -> Fitted<Self> {
        let n = survivors.customers();
        match kind {
            Kind::BetaDiscreteWeibull => Self::search([-0.5, 0.5, 0.2], n, survivors, |p| {
                let [gamma, delta, c] = p.map(f64::exp);
                Self::BetaDiscreteWeibull { gamma, delta, c }
            }),
            Kind::ShiftedBetaGeometric => Self::search([0.0, 0.7], n, survivors, |p| {
                let [alpha, beta] = p.map(f64::exp);
                Self::ShiftedBetaGeometric { alpha, beta }
            }),
            // θ by the complementary log-log, in which S is the exponential of a power.
            Kind::DiscreteWeibull => Self::search([-1.0, -0.3], n, survivors, |p| Self::DiscreteWeibull {
                theta: -(-p[0].exp()).exp_m1(),
                c: p[1].exp(),
            }),
        }
    }

    fn search<const N: usize>(
        start: [f64; N],
        n: f64,
        survivors: &Survivors,
        at: impl Fn(&[f64; N]) -> Self,
    ) -> Fitted<Self> {
        let mut value = |place: &[f64; N]| -at(place).ln_likelihood(survivors) / n;
        let found = minimise(start, &mut with_differences(&mut value));
        let model = at(&found.at);
        let mut fitted = Fitted::new(model, model.ln_likelihood(survivors), &found);
        // Differences are exact to about 1e-10 only.
        fitted.settled |= found.gradient.iter().all(|g| g.abs() < 1e-6);
        fitted
    }
}
