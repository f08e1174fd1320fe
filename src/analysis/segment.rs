//! The ten named segments on the recency × frequency grid: disjoint and exhaustive, one name for every pair of scores.

use super::rfm::Scale;

/// A segment. The number is its code in [`Rfm::segment`](super::rfm::Rfm::segment), where 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Segment {
    /// R 1–2, F 1–2: long gone, never bought much.
    Hibernating = 1,
    /// R 1–2, F 3–4: bought often, long ago.
    AtRisk = 2,
    /// R 1–2, F 5: bought most often, long ago.
    CannotLose = 3,
    /// R 3, F 1–2: few orders, a while ago.
    AboutToSleep = 4,
    /// R 3, F 3: in the middle of both.
    NeedAttention = 5,
    /// R 3–4, F 4–5: buy often.
    Loyal = 6,
    /// R 4, F 1: one order, not long ago.
    Promising = 7,
    /// R 5, F 1: one order, just now.
    New = 8,
    /// R 4–5, F 2–3: recent, on the way to buying often.
    PotentialLoyalist = 9,
    /// R 5, F 4–5: the best, just now.
    Champion = 10,
}

impl Segment {
    /// In order of code.
    pub const ALL: [Self; 10] = [
        Self::Hibernating,
        Self::AtRisk,
        Self::CannotLose,
        Self::AboutToSleep,
        Self::NeedAttention,
        Self::Loyal,
        Self::Promising,
        Self::New,
        Self::PotentialLoyalist,
        Self::Champion,
    ];

    /// The segment of a code in a column; none for 0 and unknown codes.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|segment| *segment as u8 == code)
    }

    /// The segment of two scores on a scale. Names are given on a grid of five by five; other scales are stretched onto
    /// it ([`Scale::of_five`]), so that a cell of any grid bears one name, the best cell is Champion and the worst Hibernating.
    #[must_use]
    pub fn of(recency: u8, frequency: u8, scale: Scale) -> Self {
        match (scale.of_five(recency), scale.of_five(frequency)) {
            (..=2, ..=2) => Self::Hibernating,
            (..=2, 3 | 4) => Self::AtRisk,
            (..=2, _) => Self::CannotLose,
            (3, ..=2) => Self::AboutToSleep,
            (3, 3) => Self::NeedAttention,
            (3 | 4, 4..) => Self::Loyal,
            (4, ..=1) => Self::Promising,
            (_, ..=1) => Self::New,
            (_, 2 | 3) => Self::PotentialLoyalist,
            (_, 4..) => Self::Champion,
        }
    }
}
