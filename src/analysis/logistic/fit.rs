//! Maximum likelihood, with or without an L2 penalty, by Newton's method.
//!
//! P. McCullagh and J. A. Nelder, "Generalized Linear Models" (1989), 4.4. Separation: A. Albert and J. A. Anderson, "On the
//! Existence of Maximum Likelihood Estimates in Logistic Regression Models", Biometrika 71 (1984).

use super::design::Design;
use super::{Model, ln_likelihood, logistic};
use crate::analysis::linear::Cholesky;

/// So many steps are enough for everything that has an end: Newton's method doubles the digits with each.
const STEPS: u32 = 60;

/// The penalty on the coefficients (never on the intercept).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Penalty {
    /// None: maximum likelihood.
    None,
    /// ½ Σ b² / c is added to the sum of the log losses: the smaller `c`, the nearer to zero. Coefficients are those of the
    /// columns as given, so these should be of one scale.
    L2 {
        /// Strength of the data; above zero.
        c: f64,
    },
}

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Fit {
    /// The coefficients. Without meaning if `separated`.
    pub model: Model,
    /// Standard errors: the intercept's, then one a column, 0 for those left out. Of a penalised fit, from the penalised curvature.
    pub errors: Vec<f64>,
    /// Log-likelihood without the penalty.
    pub ln_likelihood: f64,
    /// Log-likelihood of the base rate alone.
    pub ln_likelihood_null: f64,
    /// Some columns tell yes from no without fail, so that coefficients without a penalty run away: use [`firth`](super::firth).
    pub separated: bool,
}

impl Fit {
    /// Fits.
    #[must_use]
    pub fn new(design: &Design, penalty: Penalty) -> Self {
        let penalties = penalties(design, penalty);
        let objective = |beta: &[f64]| {
            likelihood(design, beta) - penalties.iter().zip(beta).map(|(k, b)| 0.5 * k * b * b).sum::<f64>()
        };
        let p = design.width();
        let mut beta = vec![0.0; p];
        beta[0] = (design.base_rate() / (1.0 - design.base_rate())).ln();
        let ln_likelihood_null = likelihood(design, &beta);
        let (mut value, mut settled) = (objective(&beta), false);
        for _ in 0..STEPS {
            let (slope, factor) = curvature(design, &beta, &penalties);
            let step = factor.solve(&slope);
            let largest = step.iter().fold(0.0, |most: f64, step| most.max(step.abs()));
            if !largest.is_finite() || penalty == Penalty::None && !factor.dependent.is_empty() {
                break;
            }
            let mut scale = 1.0;
            let next = loop {
                let next: Vec<f64> = beta.iter().zip(&step).map(|(b, step)| b + scale * step).collect();
                if objective(&next) >= value - value.abs() * 1e-14 || scale < 1e-6 {
                    break next;
                }
                scale /= 2.0;
            };
            beta = next;
            value = objective(&beta);
            if largest < 1e-10 {
                settled = true;
                break;
            }
        }
        let (_, factor) = curvature(design, &beta, &penalties);
        let separated = penalty == Penalty::None && (!settled || !factor.dependent.is_empty());
        let model = design.model(&beta);
        let errors = errors(design, &factor, &model);
        Self { model, errors, ln_likelihood: likelihood(design, &beta), ln_likelihood_null, separated }
    }

    /// McFadden's R²: 1 − ln L / ln L of the base rate (D. McFadden 1974).
    #[must_use]
    pub fn mcfadden(&self) -> f64 {
        1.0 - self.ln_likelihood / self.ln_likelihood_null
    }
}

/// A penalty on a column's coefficient, in the scale of the design.
fn penalties(design: &Design, penalty: Penalty) -> Vec<f64> {
    let strength = match penalty {
        Penalty::None => 0.0,
        Penalty::L2 { c } => 1.0 / c,
    };
    std::iter::once(0.0).chain(design.kept.iter().map(|(_, deviation, _)| strength / (deviation * deviation))).collect()
}

fn likelihood(design: &Design, beta: &[f64]) -> f64 {
    design.log_odds(beta).iter().zip(&design.yes).map(|(odds, yes)| ln_likelihood(*odds, *yes)).sum()
}

/// Slope of the objective, and its curvature turned round.
fn curvature(design: &Design, beta: &[f64], penalties: &[f64]) -> (Vec<f64>, Cholesky) {
    let p = design.width();
    let chance: Vec<f64> = design.log_odds(beta).into_iter().map(logistic).collect();
    let mut slope: Vec<f64> = penalties.iter().zip(beta).map(|(k, b)| -k * b).collect();
    for ((row, chance), yes) in design.lines().zip(&chance).zip(&design.yes) {
        let rest = f64::from(u8::from(*yes)) - chance;
        slope.iter_mut().zip(row).for_each(|(slope, x)| *slope += rest * x);
    }
    let mut information = design.cross(|row| chance[row] * (1.0 - chance[row]));
    penalties.iter().enumerate().for_each(|(i, k)| information[i * p + i] += k);
    (slope, Cholesky::of(&information, p))
}

/// Standard errors in the units given. The intercept is a sum of all: its variance is the quadratic form of that sum.
fn errors(design: &Design, factor: &Cholesky, model: &Model) -> Vec<f64> {
    let shift: Vec<f64> =
        std::iter::once(1.0).chain(design.kept.iter().map(|(mean, deviation, _)| -mean / deviation)).collect();
    let intercept = factor.forward(&shift).iter().map(|x| x * x).sum::<f64>().sqrt();
    let mut errors = vec![0.0; model.coefficients.len() + 1];
    errors[0] = intercept;
    let diagonal = factor.inverse_diagonal();
    for ((_, deviation, place), variance) in design.kept.iter().zip(&diagonal[1..]) {
        errors[place + 1] = variance.max(0.0).sqrt() / deviation;
    }
    errors
}
