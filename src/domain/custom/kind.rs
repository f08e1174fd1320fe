//! What a custom field takes.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// What a custom field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum CustomKind {
    /// Any text.
    #[default]
    #[n(0)]
    Text,
    /// A number.
    #[n(1)]
    Number,
    /// An amount with its currency.
    #[n(2)]
    Money,
    /// A day.
    #[n(3)]
    Date,
    /// One of the choices.
    #[n(4)]
    Choice,
    /// Yes or no.
    #[n(5)]
    YesNo,
    /// Several lines of text.
    #[n(6)]
    LongText,
    /// Any number of the choices.
    #[n(7)]
    Choices,
    /// A web address.
    #[n(8)]
    Link,
    /// An e-mail address.
    #[n(9)]
    Email,
    /// A phone number.
    #[n(10)]
    Phone,
    /// A day of which any part may be unknown.
    #[n(11)]
    PartialDate,
}

impl CustomKind {
    /// Every kind, in the order in which a form offers them.
    pub const ALL: [Self; 12] = [
        Self::Text,
        Self::LongText,
        Self::Number,
        Self::Money,
        Self::Date,
        Self::PartialDate,
        Self::Choice,
        Self::Choices,
        Self::YesNo,
        Self::Link,
        Self::Email,
        Self::Phone,
    ];

    /// Whether it has choices.
    pub const fn has_choices(self) -> bool {
        matches!(self, Self::Choice | Self::Choices)
    }

    /// Whether a field of this kind may become one of that kind: what stands in the one can be read in the other.
    pub const fn may_become(self, other: Self) -> bool {
        match self {
            // Any text is a text; the others stay what they are, or their values would be wrong.
            Self::Text | Self::LongText | Self::Link | Self::Email | Self::Phone => {
                matches!(other, Self::Text | Self::LongText) || self as u8 == other as u8
            }
            _ => self as u8 == other as u8,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_of_text_may_become_one_of_any_text_alone() {
        assert!(CustomKind::Email.may_become(CustomKind::Text));
        assert!(!CustomKind::Text.may_become(CustomKind::Email));
        assert!(!CustomKind::Text.may_become(CustomKind::Number));
        assert!(CustomKind::ALL.into_iter().all(|kind| kind.may_become(kind)));
    }
}
