//! The net promoter score: those who would recommend us less those who would not, with its error.
//!
//! F. F. Reichheld, "The One Number You Need to Grow", Harvard Business Review (2003); the error is that of a difference of two
//! shares of one multinomial sample (B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70, 2016).

use super::{NO_ANSWER, OutOfScale, Scale};
use crate::analysis::rates::Show;
use crate::analysis::special::normal;

/// Answers 9 and 10 recommend, 7 and 8 are silent, the rest warn others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Promoters {
    /// Answers.
    pub answers: u32,
    /// Asked without an answer.
    pub missing: u32,
    /// 9 and 10.
    pub promoters: u32,
    /// 7 and 8.
    pub passives: u32,
    /// 0 to 6.
    pub detractors: u32,
}

impl Promoters {
    /// Counts answers from 0 to 10.
    ///
    /// # Errors
    /// An answer beyond 10.
    pub fn of(answers: &[u8]) -> Result<Self, OutOfScale> {
        Scale::RECOMMEND.check(answers)?;
        let mut found = Self::default();
        for answer in answers {
            match *answer {
                NO_ANSWER => {
                    found.missing += 1;
                    continue;
                }
                9.. => found.promoters += 1,
                7..=8 => found.passives += 1,
                _ => found.detractors += 1,
            }
            found.answers += 1;
        }
        Ok(found)
    }

    /// From −100 to 100; none without an answer.
    #[must_use]
    pub fn score(&self) -> Option<f64> {
        self.shares().map(|(p, d)| 100.0 * (p - d))
    }

    /// The standard error of the score, in its points.
    #[must_use]
    pub fn error(&self) -> Option<f64> {
        let (p, d) = self.shares()?;
        Some(100.0 * ((p + d - (p - d).powi(2)).max(0.0) / f64::from(self.answers)).sqrt())
    }

    /// The normal interval at a level such as 0.95, as it comes: with few answers it can pass ±100.
    #[must_use]
    pub fn interval(&self, level: f64) -> Option<(f64, f64)> {
        let (score, half) = (self.score()?, normal::two_sided(level) * self.error()?);
        Some((score - half, score + half))
    }

    /// How it may be shown.
    #[must_use]
    pub fn show(&self) -> Show {
        Show::of(self.answers)
    }

    fn shares(&self) -> Option<(f64, f64)> {
        let n = f64::from(self.answers);
        (self.answers > 0).then(|| (f64::from(self.promoters) / n, f64::from(self.detractors) / n))
    }
}
