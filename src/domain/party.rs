//! A party: a person or an organisation, in as many roles as it plays.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    cadence::Cadence,
    class::{Class, Segment},
    contact::{Address, Channel, Contact, is_email, web_address},
    custom::{CustomField, CustomValue},
    day::PartialDate,
    flaw::{FieldError, Flaw, LINE, TEXT, length, required},
    id::Id,
    record::{Kind, Record},
};

/// A person or an organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum PartyKind {
    /// A human being.
    #[default]
    #[n(0)]
    Person,
    /// A firm, an association, an authority.
    #[n(1)]
    Organisation,
}

/// What a party is to us.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Role {
    /// Buys from us.
    #[n(0)]
    Customer,
    /// May come to buy from us.
    #[n(1)]
    Lead,
    /// Sells to us.
    #[n(2)]
    Supplier,
    /// Works with us, sends others to us.
    #[n(3)]
    Partner,
    /// Works where we work.
    #[n(4)]
    Colleague,
    /// Anything else.
    #[n(5)]
    Other,
}

impl Role {
    /// Every role, in the order in which a form offers them.
    pub const ALL: [Self; 6] =
        [Self::Customer, Self::Lead, Self::Supplier, Self::Partner, Self::Colleague, Self::Other];
}

/// A day to remember: a birthday, an anniversary, a renewal.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImportantDate {
    /// What happens on it.
    #[n(0)]
    pub label: String,
    /// When.
    #[n(1)]
    pub date: PartialDate,
}

/// A person or an organisation, with everything that is not a record of its own.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields, default)]
pub struct Party {
    /// Person or organisation.
    #[n(0)]
    pub kind: PartyKind,
    /// The name as it is shown and spoken. Never empty.
    #[n(1)]
    pub name: String,
    /// Given name, where it is kept apart.
    #[cbor(n(2), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub given: String,
    /// Family name, where it is kept apart.
    #[cbor(n(3), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub family: String,
    /// Job title.
    #[cbor(n(4), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// What it is to us; several at once, in the order of [`Role::ALL`].
    #[cbor(n(5), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<Role>,
    /// The number or code under which another program knows it; imports find it again by this.
    #[cbor(n(6), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// E-mail addresses, the one to use first.
    #[cbor(n(7), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub emails: Vec<Contact>,
    /// Phone numbers, the one to use first.
    #[cbor(n(8), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub phones: Vec<Contact>,
    /// Postal addresses.
    #[cbor(n(9), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<Address>,
    /// Websites.
    #[cbor(n(10), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub websites: Vec<Contact>,
    /// Free labels.
    #[cbor(n(11), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// The channel that they like.
    #[n(12)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// Days to remember.
    #[cbor(n(13), skip_if = "Vec::is_empty")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dates: Vec<ImportantDate>,
    /// Values of custom fields.
    #[cbor(n(14), skip_if = "BTreeMap::is_empty")]
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub custom: BTreeMap<Id<CustomField>, CustomValue>,
    /// The ABC class set by hand, over the computed one.
    #[n(15)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub abc: Option<Class>,
    /// The segment set by hand, over the computed one.
    #[n(16)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub segment: Option<Segment>,
    /// Whatever is worth knowing of them at a glance.
    #[cbor(n(17), skip_if = "String::is_empty")]
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Days between two contacts, over what holds for tags and classes; 0 is never.
    #[n(18)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cadence: Option<u16>,
    /// Whether they do not want to be contacted by us.
    #[cbor(n(19), default, skip_if = "is_false")]
    #[serde(skip_serializing_if = "is_false")]
    pub no_contact: bool,
}

fn is_false(value: &bool) -> bool {
    !*value
}

impl Record for Party {
    const KIND: Kind = Kind::Party;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19];
    const CUSTOM: Option<u32> = Some(14);

    fn title(&self) -> &str {
        &self.name
    }
}

impl Party {
    /// A customer of that name.
    pub fn customer(name: impl Into<String>) -> Self {
        Self { name: name.into(), roles: vec![Role::Customer], ..Self::default() }
    }

    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let mut flaws = Vec::new();
        flaws.extend(required(1, &self.name, LINE));
        let lines = [(2, &self.given), (3, &self.family), (4, &self.position), (6, &self.reference)];
        flaws.extend(lines.into_iter().filter_map(|(number, text)| length(number, text, LINE)));
        flaws.extend(length(17, &self.about, TEXT));
        if self.cadence.is_some_and(|days| days > Cadence::MOST) {
            flaws.push(FieldError::of(18, Flaw::OutOfRange));
        }
        for (index, email) in self.emails.iter().enumerate() {
            if !is_email(&email.value) {
                flaws.push(FieldError::at(7, index, Flaw::NotAnEmail));
            }
        }
        for (index, phone) in self.phones.iter().enumerate() {
            match required(8, &phone.value, LINE) {
                Some(error) => flaws.push(FieldError::at(8, index, error.flaw)),
                None if !phone.value.chars().any(|c| c.is_ascii_digit()) => {
                    flaws.push(FieldError::at(8, index, Flaw::NotANumber));
                }
                None => {}
            }
        }
        for (index, address) in self.addresses.iter().enumerate() {
            let parts = [&address.street, &address.city, &address.region, &address.postcode, &address.country];
            let long = parts.into_iter().find_map(|part| length(9, part, LINE));
            if let Some(error) = long {
                flaws.push(FieldError::at(9, index, error.flaw));
            } else if address.is_empty() {
                flaws.push(FieldError::at(9, index, Flaw::Missing));
            }
        }
        for (index, site) in self.websites.iter().enumerate() {
            if web_address(&site.value).is_none() {
                flaws.push(FieldError::at(10, index, Flaw::NotAWebAddress));
            }
        }
        for (index, tag) in self.tags.iter().enumerate() {
            if let Some(error) = required(11, tag, LINE) {
                flaws.push(FieldError::at(11, index, error.flaw));
            } else if self.tags[..index].contains(tag) {
                flaws.push(FieldError::at(11, index, Flaw::Double));
            }
        }
        for (index, date) in self.dates.iter().enumerate() {
            if let Some(error) = required(13, &date.label, LINE) {
                flaws.push(FieldError::at(13, index, error.flaw));
            }
        }
        flaws
    }
}
