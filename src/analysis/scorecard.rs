//! The balanced scorecard: measures roll up into perspectives, perspectives into one number, and what nobody measured is missing
//! rather than zero.
//!
//! R. S. Kaplan and D. P. Norton, "The Balanced Scorecard: Measures That Drive Performance", Harvard Business Review (1992). How
//! scores are added up is a convention.

/// Financial, customer, internal process, learning and growth.
pub const PERSPECTIVES: usize = 4;

/// One measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Which perspective, from zero.
    pub perspective: u8,
    /// How much it counts within it; zero or less, or no number, counts nothing.
    pub weight: f64,
    /// Where it scores 0.
    pub baseline: f64,
    /// Where it scores 1: below the baseline where less is better.
    pub target: f64,
    /// What was measured; none for not measured.
    pub actual: Option<f64>,
}

/// When there is enough to say something.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Enough {
    /// The part of a perspective's weight that has to be measured.
    pub weight: f64,
    /// How many perspectives the whole needs.
    pub perspectives: usize,
}

impl Default for Enough {
    /// Half of the weight, three of the four.
    fn default() -> Self {
        Self { weight: 0.5, perspectives: 3 }
    }
}

/// Scores from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorecard {
    /// One a measure; none where it was not measured or its target is its baseline.
    pub scores: Vec<Option<f64>>,
    /// Weighted means; none where too little was measured.
    pub perspectives: Vec<Option<f64>>,
    /// The plain mean of the perspectives; none where there are too few.
    pub overall: Option<f64>,
}

impl Measure {
    /// How far from the baseline to the target, within [0, 1].
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        let score = (self.actual? - self.baseline) / (self.target - self.baseline);
        score.is_finite().then(|| score.clamp(0.0, 1.0))
    }

    fn counts(&self) -> f64 {
        if self.weight.is_finite() { self.weight.max(0.0) } else { 0.0 }
    }
}

impl Scorecard {
    /// Adds up. There are at least [`PERSPECTIVES`], more if a measure names a higher one.
    #[must_use]
    pub fn new(measures: &[Measure], enough: Enough) -> Self {
        let scores: Vec<_> = measures.iter().map(Measure::score).collect();
        let count = measures.iter().map(|measure| usize::from(measure.perspective) + 1).fold(PERSPECTIVES, usize::max);
        // Weight of all, weight of the measured, weighted score.
        let mut sums = vec![(0.0, 0.0, 0.0); count];
        for (measure, score) in measures.iter().zip(&scores) {
            let (sums, weight) = (&mut sums[usize::from(measure.perspective)], measure.counts());
            sums.0 += weight;
            if let Some(score) = score {
                sums.1 += weight;
                sums.2 += weight * score;
            }
        }
        let mean = |(all, measured, score): (f64, f64, f64)| {
            (measured > 0.0 && measured >= enough.weight * all).then(|| score / measured)
        };
        let perspectives: Vec<Option<f64>> = sums.into_iter().map(mean).collect();
        let known: Vec<f64> = perspectives.iter().copied().flatten().collect();
        let overall =
            (known.len() >= enough.perspectives.max(1)).then(|| known.iter().sum::<f64>() / known.len() as f64);
        Self { scores, perspectives, overall }
    }
}
