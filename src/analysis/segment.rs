//! The ten named segments on the recency × frequency grid: disjoint and exhaustive, one name for every pair of scores.

pub use crate::domain::class::Segment;

use super::rfm::Scale;

/// The segment of two scores. Names are given on a grid of five by five; other scales are stretched onto it
/// ([`Scale::of_five`]), so that a cell of any grid bears one name, the best cell is Champion and the worst Hibernating.
#[must_use]
pub fn segment(recency: u8, frequency: u8, scale: Scale) -> Segment {
    match (scale.of_five(recency), scale.of_five(frequency)) {
        (..=2, ..=2) => Segment::Hibernating,
        (..=2, 3 | 4) => Segment::AtRisk,
        (..=2, _) => Segment::CannotLose,
        (3, ..=2) => Segment::AboutToSleep,
        (3, 3) => Segment::NeedAttention,
        (3 | 4, 4..) => Segment::Loyal,
        (4, ..=1) => Segment::Promising,
        (_, ..=1) => Segment::New,
        (_, 2 | 3) => Segment::PotentialLoyalist,
        (_, 4..) => Segment::Champion,
    }
}
