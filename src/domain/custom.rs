//! Fields that the user defines.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    decimal::Decimal,
    flaw::{FieldError, Flaw, LINE, required},
    money::Money,
    party::Role,
    record::{Kind, Record},
};

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
}

impl CustomKind {
    /// Every kind, in the order in which a form offers them.
    pub const ALL: [Self; 6] = [Self::Text, Self::Number, Self::Money, Self::Date, Self::Choice, Self::YesNo];
}

/// The value of a custom field.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CustomValue {
    /// Any text.
    #[n(0)]
    Text(#[n(0)] String),
    /// A number.
    #[n(1)]
    Number(#[n(0)] Decimal),
    /// An amount.
    #[n(2)]
    Money(#[n(0)] Money),
    /// A day.
    #[n(3)]
    Date(#[cbor(n(0), with = "super::cbor::day")] NaiveDate),
    /// One of the choices, in its words: a choice that was renamed leaves its old values readable.
    #[n(4)]
    Choice(#[n(0)] String),
    /// Yes or no.
    #[n(5)]
    YesNo(#[n(0)] bool),
}

impl CustomValue {
    /// What kind of field it belongs to.
    pub fn kind(&self) -> CustomKind {
        match self {
            Self::Text(_) => CustomKind::Text,
            Self::Number(_) => CustomKind::Number,
            Self::Money(_) => CustomKind::Money,
            Self::Date(_) => CustomKind::Date,
            Self::Choice(_) => CustomKind::Choice,
            Self::YesNo(_) => CustomKind::YesNo,
        }
    }
}

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
}

impl Record for CustomField {
    const KIND: Kind = Kind::CustomField;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5];

    fn title(&self) -> &str {
        &self.name
    }
}

impl CustomField {
    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let mut flaws: Vec<FieldError> = required(0, &self.name, LINE).into_iter().collect();
        if self.kind == CustomKind::Choice && self.choices.is_empty() {
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
