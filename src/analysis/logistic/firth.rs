//! Firth's correction: finite coefficients where the data are few or separated.
//!
//! D. Firth, "Bias Reduction of Maximum Likelihood Estimates", Biometrika 80 (1993); G. Heinze and M. Schemper, "A Solution to the
//! Problem of Separation in Logistic Regression", Statistics in Medicine 21 (2002).

use super::design::Design;
use super::{Model, ln_likelihood, logistic};
use crate::analysis::linear::Cholesky;

/// Steps in all.
const STEPS: u32 = 200;

/// From this step on the curvature of the penalised likelihood itself is used. It costs as many scores as there are columns, and
/// doubles the digits with each step, where the information alone crawls if the data are nearly separated.
const PATIENCE: u32 = 20;

/// No coefficient moves further than this in one step (of columns at deviation 1): far from the top the curvature misleads.
const LONGEST: f64 = 2.0;

/// What came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Firth {
    /// The coefficients.
    pub model: Model,
    /// Log-likelihood plus half the logarithm of the information's determinant, in the units of the columns as given.
    pub penalised_ln_likelihood: f64,
    /// The top was found.
    pub settled: bool,
}

impl Firth {
    /// Fits: Newton's steps on the modified score Σ (y − p + h (½ − p)) x, halved until the penalised likelihood rises.
    #[must_use]
    pub fn new(design: &Design) -> Self {
        let mut beta = vec![0.0; design.width()];
        let (mut value, mut factor, mut chance) = look(design, &beta);
        let mut settled = false;
        for turn in 0..STEPS {
            let slope = score(design, &factor, &chance);
            let exact = (turn >= PATIENCE).then(|| curvature(design, &beta)).filter(|exact| exact.dependent.is_empty());
            let mut step = exact.as_ref().unwrap_or(&factor).solve(&slope);
            let largest = step.iter().fold(0.0, |most: f64, step| most.max(step.abs()));
            if largest > LONGEST {
                step.iter_mut().for_each(|step| *step *= LONGEST / largest);
            }
            let mut scale = 1.0;
            loop {
                let next: Vec<f64> = beta.iter().zip(&step).map(|(b, step)| b + scale * step).collect();
                let found = look(design, &next);
                if found.0 >= value - value.abs() * 1e-13 || scale < 1e-8 {
                    (value, factor, chance) = found;
                    beta = next;
                    break;
                }
                scale /= 2.0;
            }
            if largest < 1e-9 {
                settled = true;
                break;
            }
        }
        let scales: f64 = design.kept.iter().map(|(_, deviation, _)| deviation.ln()).sum();
        Self { model: design.model(&beta), penalised_ln_likelihood: value + scales, settled }
    }
}

/// Penalised likelihood, information turned round, chance of yes a row.
fn look(design: &Design, beta: &[f64]) -> (f64, Cholesky, Vec<f64>) {
    let odds = design.log_odds(beta);
    let likelihood: f64 = odds.iter().zip(&design.yes).map(|(odds, yes)| ln_likelihood(*odds, *yes)).sum();
    let chance: Vec<f64> = odds.into_iter().map(logistic).collect();
    let factor = Cholesky::of(&design.cross(|row| chance[row] * (1.0 - chance[row])), design.width());
    let value = likelihood + 0.5 * factor.ln_determinant();
    (if value.is_nan() { f64::NEG_INFINITY } else { value }, factor, chance)
}

fn score(design: &Design, factor: &Cholesky, chance: &[f64]) -> Vec<f64> {
    let mut score = vec![0.0; design.width()];
    for ((row, p), yes) in design.lines().zip(chance).zip(&design.yes) {
        let leverage = p * (1.0 - p) * factor.forward(row).iter().map(|x| x * x).sum::<f64>();
        let rest = f64::from(u8::from(*yes)) - p + leverage * (0.5 - p);
        score.iter_mut().zip(row).for_each(|(score, x)| *score += rest * x);
    }
    score
}

/// Minus the derivative of the score, by central differences; it is symmetric up to rounding.
fn curvature(design: &Design, beta: &[f64]) -> Cholesky {
    const NEAR: f64 = 1e-5;
    let p = design.width();
    let score_at = |j: usize, shift: f64| {
        let mut there = beta.to_vec();
        there[j] += shift;
        let (_, factor, chance) = look(design, &there);
        score(design, &factor, &chance)
    };
    let mut matrix = vec![0.0; p * p];
    for j in 0..p {
        let (before, after) = (score_at(j, -NEAR), score_at(j, NEAR));
        for i in 0..p {
            let part = (before[i] - after[i]) / (4.0 * NEAR);
            matrix[i * p + j] += part;
            matrix[j * p + i] += part;
        }
    }
    Cholesky::of(&matrix, p)
}
