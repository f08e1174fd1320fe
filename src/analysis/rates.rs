//! A rate of a few yes among some, and how far to trust it.

use super::special::{incomplete_beta, normal};

/// Fewer cases than this show no rate at all.
pub const HIDDEN_BELOW: u32 = 5;

/// Fewer cases than this show a rate in grey.
pub const FAINT_BELOW: u32 = 30;

/// How a rate may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Show {
    /// Too few cases for any rate.
    Hidden = 0,
    /// With a warning.
    Faint = 1,
    /// As it is.
    Plain = 2,
}

impl Show {
    /// By the number of cases.
    #[must_use]
    pub fn of(cases: u32) -> Self {
        if cases < HIDDEN_BELOW {
            Self::Hidden
        } else if cases < FAINT_BELOW {
            Self::Faint
        } else {
            Self::Plain
        }
    }
}

/// So many yes among so many cases.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Rate {
    /// Yes; at most `cases`.
    pub yes: u32,
    /// All of them.
    pub cases: u32,
}

impl Rate {
    /// Counts.
    #[must_use]
    pub fn of(answers: impl IntoIterator<Item = bool>) -> Self {
        answers
            .into_iter()
            .fold(Self::default(), |rate, yes| Self { yes: rate.yes + u32::from(yes), cases: rate.cases + 1 })
    }

    /// From 0 to 1; none of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.cases > 0).then(|| f64::from(self.yes) / f64::from(self.cases))
    }

    /// How it may be shown.
    #[must_use]
    pub fn show(self) -> Show {
        Show::of(self.cases)
    }

    /// Wilson's interval at a level such as 0.95, within [0, 1]; none of nothing.
    ///
    /// E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference", JASA 22 (1927).
    #[must_use]
    pub fn wilson(self, level: f64) -> Option<(f64, f64)> {
        let (p, n, z) = (self.value()?, f64::from(self.cases), normal::two_sided(level));
        let spread = z * z / n;
        let centre = (p + spread / 2.0) / (1.0 + spread);
        let half = z * (p * (1.0 - p) / n + spread / (4.0 * n)).sqrt() / (1.0 + spread);
        // Rounding must not cut off the rate itself at either end.
        Some(((centre - half).clamp(0.0, p), (centre + half).clamp(p, 1.0)))
    }

    /// Jeffreys' interval: the middle of Beta(yes + ½, no + ½); none of nothing.
    ///
    /// L. D. Brown, T. T. Cai, A. DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16 (2001).
    #[must_use]
    pub fn jeffreys(self, level: f64) -> Option<(f64, f64)> {
        let (a, b) = (f64::from(self.yes) + 0.5, f64::from(self.cases - self.yes) + 0.5);
        let tail = 0.5 - level.clamp(0.0, 1.0) / 2.0;
        let end = |p| incomplete_beta::quantile(p, a, b);
        (self.cases > 0).then(|| (end(tail), end(1.0 - tail)))
    }

    /// The rate drawn towards `base` by as much as `weight` further cases would: what a stage with few decided cases is given.
    /// The mean of a beta prior with mean `base`. None if there are neither cases nor weight.
    #[must_use]
    pub fn smoothed(self, base: f64, weight: f64) -> Option<f64> {
        let cases = f64::from(self.cases) + weight;
        (cases > 0.0).then(|| ((f64::from(self.yes) + weight * base) / cases).clamp(0.0, 1.0))
    }
}
