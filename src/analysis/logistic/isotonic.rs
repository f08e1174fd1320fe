//! A rising staircase through the answers: calibration without a form, for when there is a lot of data.
//!
//! M. Ayer et al., "An Empirical Distribution Function for Sampling with Incomplete Information", Annals of Mathematical
//! Statistics 26 (1955): neighbours that fall are pooled. B. Zadrozny and C. Elkan (2002) for probabilities.

/// Points of the staircase; between them it is a line, beyond them flat.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Isotonic {
    score: Vec<f64>,
    chance: Vec<f64>,
}

impl Isotonic {
    /// Fits to scores and answers; rows whose score is no number are left out.
    #[must_use]
    pub fn new(scores: &[f64], yes: &[u8]) -> Self {
        let mut rows: Vec<(f64, f64)> =
            scores.iter().zip(yes).map(|(x, yes)| (*x, f64::from(u8::from(*yes > 0)))).collect();
        rows.retain(|row| row.0.is_finite());
        rows.sort_unstable_by(|a, b| a.0.total_cmp(&b.0));
        // Each block: first and last score, sum, count.
        let mut blocks: Vec<(f64, f64, f64, f64)> = Vec::new();
        for same in rows.chunk_by(|a, b| a.0 == b.0) {
            let mut block = (same[0].0, same[0].0, same.iter().map(|row| row.1).sum::<f64>(), same.len() as f64);
            while let Some(last) = blocks.pop_if(|last| last.2 * block.3 >= block.2 * last.3) {
                block = (last.0, block.1, last.2 + block.2, last.3 + block.3);
            }
            blocks.push(block);
        }
        let mut found = Self::default();
        for (first, last, sum, count) in blocks {
            for score in [first, last].into_iter().take(if first == last { 1 } else { 2 }) {
                found.score.push(score);
                found.chance.push(sum / count);
            }
        }
        found
    }

    /// The chance at a score; none if it was fitted to nothing or the score is no number.
    #[must_use]
    pub fn at(&self, score: f64) -> Option<f64> {
        let (first, last) = (*self.chance.first()?, *self.chance.last()?);
        if score.is_nan() {
            return None;
        }
        let after = self.score.partition_point(|x| *x < score);
        let Some(high) = self.score.get(after) else { return Some(last) };
        let Some(before) = after.checked_sub(1) else { return Some(first) };
        let part = (score - self.score[before]) / (high - self.score[before]);
        Some(self.chance[before] + part * (self.chance[after] - self.chance[before]))
    }
}
