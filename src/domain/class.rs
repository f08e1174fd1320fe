//! The classes into which customers fall. What puts a customer into one is a question for `analysis`.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// The ABC class: A for the few that bring most, C for the many that bring little.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
pub enum Abc {
    /// The few that bring most.
    #[n(0)]
    A,
    /// The middle.
    #[n(1)]
    B,
    /// The many that bring little.
    #[n(2)]
    C,
}

impl Abc {
    /// All three, best first.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];
}

/// The named segments of the grid of recency and frequency.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Segment {
    /// Bought just now and buy often.
    #[n(0)]
    Champions,
    /// Buy often, last time a while ago.
    #[n(1)]
    LoyalCustomers,
    /// Bought lately, a few times.
    #[n(2)]
    PotentialLoyalists,
    /// Bought just now, for the first time.
    #[n(3)]
    NewCustomers,
    /// Bought lately, seldom.
    #[n(4)]
    Promising,
    /// Middling in both.
    #[n(5)]
    NeedAttention,
    /// Seldom, and not lately.
    #[n(6)]
    AboutToSleep,
    /// Bought often, but long ago.
    #[n(7)]
    AtRisk,
    /// Bought most often, but long ago.
    #[n(8)]
    CannotLoseThem,
    /// Seldom and long ago.
    #[n(9)]
    Hibernating,
}

impl Segment {
    /// All of them, most active first.
    pub const ALL: [Self; 10] = [
        Self::Champions,
        Self::LoyalCustomers,
        Self::PotentialLoyalists,
        Self::NewCustomers,
        Self::Promising,
        Self::NeedAttention,
        Self::AboutToSleep,
        Self::AtRisk,
        Self::CannotLoseThem,
        Self::Hibernating,
    ];
}
