//! The customer effort score: how easy we made it. Higher is easier (the second version of the question).
//!
//! M. Dixon, K. Freeman, N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review (2010).

use super::{OutOfScale, Scale, count_and_sum, given};
use crate::analysis::rates::Rate;

/// Answers to "they made it easy for me".
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Effort {
    /// Those at `top` or above, among those who answered.
    pub easy: Rate,
    /// Mean answer; none without any.
    pub mean: Option<f64>,
}

impl Effort {
    /// Counts the answers of `top` and above as easy: 5, 6 and 7 of 7.
    ///
    /// # Errors
    /// An answer outside of the scale.
    pub fn of(answers: &[u8], scale: Scale, top: u8) -> Result<Self, OutOfScale> {
        scale.check(answers)?;
        let (count, sum) = count_and_sum(answers);
        let mean = (count > 0).then(|| sum as f64 / f64::from(count));
        Ok(Self { easy: Rate::of(given(answers).map(|answer| answer >= top)), mean })
    }
}
