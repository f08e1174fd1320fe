//! How many are still there after t renewals, where leaving is seen.
//!
//! - **sBG**, shifted beta-geometric: Fader and Hardie, "How to Project Customer Retention", Journal of Interactive Marketing 21 (2007).
//! - **Discrete Weibull**: Nakagawa and Osaki, IEEE Transactions on Reliability 24 (1975): all alike, the risk changing with time.
//! - **BdW**, beta-discrete-Weibull: Fader, Hardie, Liu, Davin, Steenburgh, JIM 43 (2018): both.

use super::super::special::gamma::ln_rising;

/// A model with its parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Contract {
    /// The chance to leave is Beta(α, β) and stays the same: S(t) = B(α, β+t)/B(α, β).
    ShiftedBetaGeometric {
        /// First parameter.
        alpha: f64,
        /// Second parameter.
        beta: f64,
    },
    /// S(t) = (1 − θ)^(t^c).
    DiscreteWeibull {
        /// The chance to leave at the first renewal.
        theta: f64,
        /// Above 1 the risk grows with time, below it falls.
        c: f64,
    },
    /// S(t) = B(γ, δ + t^c)/B(γ, δ).
    BetaDiscreteWeibull {
        /// First parameter.
        gamma: f64,
        /// Second parameter.
        delta: f64,
        /// Above 1 the risk of each grows with time, below it falls.
        c: f64,
    },
}

impl Contract {
    /// `ln S(t)`.
    #[must_use]
    pub fn ln_survival(&self, t: f64) -> f64 {
        let beta = |a: f64, b: f64, t: f64| ln_rising(b, t) - ln_rising(a + b, t);
        match *self {
            Self::ShiftedBetaGeometric { alpha, beta: b } => beta(alpha, b, t),
            Self::DiscreteWeibull { theta, c } => t.powf(c) * (-theta).ln_1p(),
            Self::BetaDiscreteWeibull { gamma, delta, c } => beta(gamma, delta, t.powf(c)),
        }
    }

    /// S(t): the part still there after t renewals.
    #[must_use]
    pub fn survival(&self, t: u32) -> f64 {
        self.ln_survival(f64::from(t)).exp()
    }

    /// r(t) = S(t)/S(t−1): the part of those who were there that renews at the t-th opportunity, from 1 up.
    #[must_use]
    pub fn retention(&self, t: u32) -> f64 {
        let before = f64::from(t.saturating_sub(1));
        (self.ln_survival(f64::from(t)) - self.ln_survival(before)).exp().min(1.0)
    }

    /// `ln P(T = t)`, t from 1 up: leaving at the t-th opportunity.
    #[must_use]
    pub fn ln_leaving(&self, t: u32) -> f64 {
        let before = self.ln_survival(f64::from(t.saturating_sub(1)));
        before + (-(self.ln_survival(f64::from(t)) - before).exp_m1()).ln()
    }

    /// The mean chance to leave at the first opportunity.
    #[must_use]
    pub fn mean_theta(&self) -> f64 {
        match *self {
            Self::ShiftedBetaGeometric { alpha, beta } => alpha / (alpha + beta),
            Self::DiscreteWeibull { theta, .. } => theta,
            Self::BetaDiscreteWeibull { gamma, delta, .. } => gamma / (gamma + delta),
        }
    }

    /// How far customers differ, from 0 (all alike) to 1 (some surely leave, the others surely stay): 1/(1+α+β).
    #[must_use]
    pub fn polarization(&self) -> f64 {
        match *self {
            Self::ShiftedBetaGeometric { alpha, beta } => 1.0 / (1.0 + alpha + beta),
            Self::DiscreteWeibull { .. } => 0.0,
            Self::BetaDiscreteWeibull { gamma, delta, .. } => 1.0 / (1.0 + gamma + delta),
        }
    }
}
