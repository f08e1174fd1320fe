//! The classes into which customers fall. What puts a customer into one is a question for `analysis`.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// An ABC class. The number is its code in columns, where 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[repr(u8)]
pub enum Class {
    /// The few that bring most.
    #[n(1)]
    A = 1,
    /// The middle.
    #[n(2)]
    B = 2,
    /// The many that bring little, and those that cost.
    #[n(3)]
    C = 3,
}

impl Class {
    /// In order of value.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The class of a code in a column; none for 0 and unknown codes.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|class| *class as u8 == code)
    }

    /// The letter.
    #[must_use]
    pub const fn letter(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
        }
    }
}

/// A named segment of the grid of recency and frequency. The number is its code in columns, where 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
#[repr(u8)]
pub enum Segment {
    /// Long gone, never bought much.
    #[n(1)]
    Hibernating = 1,
    /// Bought often, long ago.
    #[n(2)]
    AtRisk = 2,
    /// Bought most often, long ago.
    #[n(3)]
    CannotLose = 3,
    /// Few orders, a while ago.
    #[n(4)]
    AboutToSleep = 4,
    /// In the middle of both.
    #[n(5)]
    NeedAttention = 5,
    /// Buy often.
    #[n(6)]
    Loyal = 6,
    /// One order, not long ago.
    #[n(7)]
    Promising = 7,
    /// One order, just now.
    #[n(8)]
    New = 8,
    /// Recent, on the way to buying often.
    #[n(9)]
    PotentialLoyalist = 9,
    /// The best, just now.
    #[n(10)]
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
}
