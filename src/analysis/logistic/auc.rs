//! How well scores tell yes from no: the chance that a yes scores above a no, ties counting half.
//!
//! J. A. Hanley and B. J. McNeil (1982); its error by E. R. DeLong, D. M. DeLong and D. L. Clarke-Pearson, "Comparing the Areas
//! under Two or More Correlated Receiver Operating Characteristic Curves", Biometrics 44 (1988), in the ranks of X. Sun and W. Xu
//! (IEEE Signal Processing Letters 21, 2014).

use crate::analysis::special::normal;

/// Area under the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Auc {
    /// From 0 to 1; a half is a coin.
    pub area: f64,
    /// DeLong's standard error; none with fewer than two of either.
    pub error: Option<f64>,
}

impl Auc {
    /// None if all answers are the same, or a score is no number. The shorter column decides.
    #[must_use]
    pub fn of(scores: &[f64], yes: &[u8]) -> Option<Self> {
        let rows: Vec<(f64, bool)> = scores.iter().zip(yes).map(|(score, yes)| (*score, *yes > 0)).collect();
        if rows.iter().any(|row| row.0.is_nan()) {
            return None;
        }
        let all = ranks(&rows, |_| true);
        let among_yes = ranks(&rows, |yes| yes);
        let among_no = ranks(&rows, |yes| !yes);
        let m = rows.iter().filter(|row| row.1).count() as f64;
        let n = rows.len() as f64 - m;
        if m == 0.0 || n == 0.0 {
            return None;
        }
        // The part of the other side that each one beats (a yes) or loses to (a no).
        let (mut yes, mut no) = (Spread::default(), Spread::default());
        for (i, row) in rows.iter().enumerate() {
            if row.1 {
                yes.add((all[i] - among_yes[i]) / n);
            } else {
                no.add(1.0 - (all[i] - among_no[i]) / m);
            }
        }
        let error = (m > 1.0 && n > 1.0).then(|| (yes.variance() / m + no.variance() / n).sqrt());
        let sum: f64 = rows.iter().zip(&all).filter(|(row, _)| row.1).map(|(_, rank)| rank).sum();
        Some(Self { area: (sum - m * (m + 1.0) / 2.0) / (m * n), error })
    }

    /// The normal interval, cut at 0 and 1.
    #[must_use]
    pub fn interval(&self, level: f64) -> Option<(f64, f64)> {
        let half = normal::two_sided(level) * self.error?;
        Some(((self.area - half).max(0.0), (self.area + half).min(1.0)))
    }
}

/// Welford's running variance.
#[derive(Default)]
struct Spread {
    n: f64,
    mean: f64,
    squares: f64,
}

impl Spread {
    fn add(&mut self, x: f64) {
        self.n += 1.0;
        let before = x - self.mean;
        self.mean += before / self.n;
        self.squares += before * (x - self.mean);
    }

    fn variance(&self) -> f64 {
        self.squares / (self.n - 1.0)
    }
}

/// Mean ranks from 1 up among those that belong; 0 for the others.
fn ranks(rows: &[(f64, bool)], belongs: impl Fn(bool) -> bool) -> Vec<f64> {
    let mut order: Vec<usize> = (0..rows.len()).filter(|i| belongs(rows[*i].1)).collect();
    order.sort_unstable_by(|a, b| rows[*a].0.total_cmp(&rows[*b].0));
    let mut ranks = vec![0.0; rows.len()];
    let mut below = 0;
    for same in order.chunk_by(|a, b| rows[*a].0 == rows[*b].0) {
        let rank = below as f64 + (same.len() as f64 + 1.0) / 2.0;
        same.iter().for_each(|i| ranks[*i] = rank);
        below += same.len();
    }
    ranks
}
