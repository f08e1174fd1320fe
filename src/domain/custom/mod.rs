//! Fields that the user defines.

mod kind;
mod value;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    flaw::{FieldError, Flaw, LINE, length, required},
    party::Role,
    record::{Kind, Record},
};

pub use kind::CustomKind;
pub use value::CustomValue;

/// The definition of a field that parties have.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields, default)]
pub struct CustomField {
    /// What it is called. Never empty.
    #[n(0)]
    pub name: String,
    /// What it takes; fixed once the field is made.
    #[n(1)]
    pub kind: CustomKind,
    /// What may be chosen, for a choice.
    #[cbor(n(2), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<String>,
    /// The roles that have it; none means every role.
    #[cbor(n(3), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// Its place among the others, smallest first.
    #[n(4)]
    pub position: u32,
    /// Whether a party has to have it.
    #[n(5)]
    pub required: bool,
    /// The heading under which it stands; empty for none.
    #[cbor(n(6), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub group: String,
    /// What to fill in; shown under its input.
    #[cbor(n(7), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub help: String,
}

impl Record for CustomField {
    const KIND: Kind = Kind::CustomField;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 7];

    fn title(&self) -> &str {
        &self.name
    }
}

impl CustomField {
    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let mut flaws: Vec<FieldError> = required(0, &self.name, LINE).into_iter().collect();
        flaws.extend(length(6, &self.group, LINE));
        flaws.extend(length(7, &self.help, LINE));
        if self.kind.has_choices() && self.choices.is_empty() {
            flaws.push(FieldError::of(2, Flaw::Missing));
        }
        for (index, choice) in self.choices.iter().enumerate() {
            if let Some(error) = required(2, choice, LINE) {
                flaws.push(FieldError::at(2, index, error.flaw));
            } else if self.choices[..index].contains(choice) {
                flaws.push(FieldError::at(2, index, Flaw::Double));
            }
        }
        flaws
    }
}
