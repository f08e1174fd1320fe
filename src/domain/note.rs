//! A note on a party.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, TEXT, required},
    id::Id,
    party::Party,
    record::{Kind, Record},
};

/// Something worth remembering of a party.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// Of whom.
    #[n(0)]
    pub party: Id<Party>,
    /// When it was written, milliseconds since 1970 (UTC).
    #[n(1)]
    pub at: u64,
    /// What. Never empty.
    #[n(2)]
    pub text: String,
    /// Whether it stays on top.
    #[n(3)]
    pub pinned: bool,
}

impl Record for Note {
    const KIND: Kind = Kind::Note;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3];

    fn title(&self) -> &str {
        self.text.lines().next().unwrap_or_default()
    }
}

impl Note {
    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        required(2, &self.text, TEXT).into_iter().collect()
    }
}
