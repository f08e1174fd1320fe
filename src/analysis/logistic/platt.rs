//! Two numbers that straighten probabilities: calibration for when there is little data.
//!
//! J. C. Platt, "Probabilistic Outputs for Support Vector Machines" (1999), with his targets (N₊ + 1)/(N₊ + 2) and 1/(N₋ + 2), by
//! Newton's method as H.-T. Lin, C.-J. Lin, R. C. Weng (Machine Learning 68, 2007).

use super::logistic;

/// Chance = 1 / (1 + exp(−(shift + slope · score))).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Platt {
    /// At a score of zero.
    pub shift: f64,
    /// For each unit of the score.
    pub slope: f64,
}

impl Platt {
    /// Fits to scores (log odds do best) and answers. None without both answers, or where scores never vary.
    #[must_use]
    pub fn new(scores: &[f64], yes: &[u8]) -> Option<Self> {
        let rows: Vec<(f64, bool)> =
            scores.iter().zip(yes).map(|(x, yes)| (*x, *yes > 0)).filter(|row| row.0.is_finite()).collect();
        let positive = rows.iter().filter(|row| row.1).count() as f64;
        let negative = rows.len() as f64 - positive;
        let first = rows.first()?.0;
        if positive == 0.0 || negative == 0.0 || rows.iter().all(|row| row.0 == first) {
            return None;
        }
        let target = |yes: bool| if yes { (positive + 1.0) / (positive + 2.0) } else { 1.0 / (negative + 2.0) };
        let loss = |shift: f64, slope: f64| -> f64 {
            // ln(1 + e^f) − t f, without overflow.
            let one = |(x, yes): &(f64, bool)| {
                let f = shift + slope * x;
                f.max(0.0) + (-f.abs()).exp().ln_1p() - target(*yes) * f
            };
            rows.iter().map(one).sum()
        };
        let (mut shift, mut slope) = (((positive + 1.0) / (negative + 1.0)).ln(), 0.0);
        let mut value = loss(shift, slope);
        for _ in 0..100 {
            // A trace of the identity keeps the curvature from vanishing.
            let (mut ga, mut gb, mut haa, mut hab, mut hbb) = (0.0, 0.0, 1e-12, 0.0, 1e-12);
            for (x, yes) in &rows {
                let p = logistic(shift + slope * x);
                let (rest, weight) = (p - target(*yes), p * (1.0 - p));
                ga += rest;
                gb += rest * x;
                haa += weight;
                hab += weight * x;
                hbb += weight * x * x;
            }
            let determinant = haa * hbb - hab * hab;
            if ga.abs() < 1e-10 && gb.abs() < 1e-10 || determinant <= 0.0 {
                break;
            }
            let (da, db) = ((hab * gb - hbb * ga) / determinant, (hab * ga - haa * gb) / determinant);
            let mut scale = 1.0;
            while scale > 1e-10 && loss(shift + scale * da, slope + scale * db) > value {
                scale /= 2.0;
            }
            if scale <= 1e-10 {
                break;
            }
            shift += scale * da;
            slope += scale * db;
            value = loss(shift, slope);
        }
        Some(Self { shift, slope })
    }

    /// The chance at a score.
    #[must_use]
    pub fn at(&self, score: f64) -> f64 {
        logistic(self.shift + self.slope * score)
    }
}
