//! What customers say about us: recommendation, satisfaction, effort. And what that has to do with coming back.
//!
//! Satisfaction and loyalty are two axes: nothing here averages them or takes one for the other ([`quadrants`]).

pub mod answers;
pub mod effort;
pub mod promoters;
pub mod quadrants;
pub mod returning;
pub mod satisfaction;

use thiserror::Error;

/// "Nobody answered" in a column of answers.
pub const NO_ANSWER: u8 = u8::MAX;

/// An answer no scale has. It is refused, not bent into shape.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("row {row} has the answer {answer}, outside of {} to {}", scale.low, scale.high)]
pub struct OutOfScale {
    /// Counted from zero.
    pub row: usize,
    /// What was found there.
    pub answer: u8,
    /// What it should have been within.
    pub scale: Scale,
}

/// The answers a question allows, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale {
    /// The worst.
    pub low: u8,
    /// The best.
    pub high: u8,
}

impl Scale {
    /// Would you recommend us: 0 to 10.
    pub const RECOMMEND: Self = Self { low: 0, high: 10 };
    /// How satisfied are you: 1 to 5.
    pub const SATISFIED: Self = Self { low: 1, high: 5 };
    /// We made it easy: 1 to 7.
    pub const EASY: Self = Self { low: 1, high: 7 };

    /// Whether an answer is within.
    #[must_use]
    pub fn has(self, answer: u8) -> bool {
        (self.low..=self.high).contains(&answer)
    }

    /// Whether every answer is within.
    ///
    /// # Errors
    /// The first that is not.
    pub fn check(self, answers: &[u8]) -> Result<(), OutOfScale> {
        let wrong = answers.iter().position(|answer| *answer != NO_ANSWER && !self.has(*answer));
        wrong.map_or(Ok(()), |row| Err(OutOfScale { row, answer: answers[row], scale: self }))
    }
}

/// The answers that were given.
fn given(answers: &[u8]) -> impl Iterator<Item = u8> {
    answers.iter().copied().filter(|answer| *answer != NO_ANSWER)
}

/// How many there are and their sum.
fn count_and_sum(answers: &[u8]) -> (u32, u64) {
    given(answers).fold((0, 0), |(count, sum), answer| (count + 1, sum + u64::from(answer)))
}
