//! Customer satisfaction: the share of those at the top of the scale, and the mean beside it.
//!
//! The top of the scale rather than the mean: completely satisfied and satisfied customers behave differently (Jones and Sasser 1995).

use super::{OutOfScale, Scale, count_and_sum, given};
use crate::analysis::rates::Rate;

/// Answers to "how satisfied are you".
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Satisfaction {
    /// Those at `top` or above, among those who answered.
    pub top: Rate,
    /// Mean answer; none without any.
    pub mean: Option<f64>,
}

impl Satisfaction {
    /// Counts the answers of `top` and above as satisfied: 4 and 5 of 5.
    ///
    /// # Errors
    /// An answer outside of the scale.
    pub fn of(answers: &[u8], scale: Scale, top: u8) -> Result<Self, OutOfScale> {
        scale.check(answers)?;
        let (count, sum) = count_and_sum(answers);
        let mean = (count > 0).then(|| sum as f64 / f64::from(count));
        Ok(Self { top: Rate::of(given(answers).map(|answer| answer >= top)), mean })
    }
}
