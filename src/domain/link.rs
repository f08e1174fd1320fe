//! A tie between two parties.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, Flaw, LINE, length},
    id::Id,
    party::Party,
    record::{Kind, Record},
};

/// How the first party stands to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Tie {
    /// Works at; the role says as what.
    #[n(0)]
    WorksAt,
    /// Was referred to us by.
    #[n(1)]
    ReferredBy,
    /// Is a part of: a branch of a firm, a team of a department.
    #[n(2)]
    PartOf,
    /// Is a partner, spouse, friend of.
    #[n(3)]
    RelatedTo,
}

impl Tie {
    /// Every tie, in the order in which a form offers them.
    pub const ALL: [Self; 4] = [Self::WorksAt, Self::ReferredBy, Self::PartOf, Self::RelatedTo];
}

/// "Ada works at Byte Ltd as head of purchasing, still."
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The first party.
    #[n(0)]
    pub from: Id<Party>,
    /// How it stands to the second.
    #[n(1)]
    pub tie: Tie,
    /// The second party.
    #[n(2)]
    pub to: Id<Party>,
    /// As what.
    #[cbor(n(3), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// Whether it still holds.
    #[n(4)]
    pub active: bool,
}

impl Record for Link {
    const KIND: Kind = Kind::Link;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4];

    fn title(&self) -> &str {
        &self.role
    }
}

impl Link {
    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let mut flaws: Vec<FieldError> = length(3, &self.role, LINE).into_iter().collect();
        if self.from == self.to {
            flaws.push(FieldError::of(2, Flaw::Double));
        }
        flaws
    }
}
