//! What a row says of a customer.

mod entering;
mod shape;

use chrono::Datelike;

use crate::{
    domain::{
        contact::{Address, Use},
        custom::CustomValue,
        day::PartialDate,
        flaw::{FieldError, Flaw, LINE},
        party::Party,
    },
    interchange::csv::{FileKind, Target, check::Row},
    unicode,
};

use super::{
    cells::{text, texts, when},
    keys::folded,
    options::{Key, Kinds},
};
use shape::full_name;

pub(super) use entering::MOST;

/// What a row says of a customer.
#[derive(Debug, Default)]
pub(super) struct Incoming {
    pub reference: String,
    pub name: String,
    given: String,
    family: String,
    pub organisation: String,
    pub position: String,
    pub emails: Vec<String>,
    pub phones: Vec<String>,
    websites: Vec<String>,
    tags: Vec<String>,
    address: Address,
    birthday: Option<PartialDate>,
    pub notes: Vec<String>,
    /// Values of custom fields, by the number of the field within the import.
    pub customs: Vec<(usize, CustomValue)>,
}

impl Incoming {
    /// Reads a row. Notes of a file of orders are notes on the orders.
    pub fn read(row: &Row<'_>, kind: FileKind) -> Self {
        let line = |target| text(row, target).to_owned();
        let list = |target| texts(row, target).map(str::to_owned).collect::<Vec<_>>();
        let (given, family) = (line(Target::GivenName), line(Target::FamilyName));
        let name = match line(Target::CustomerName) {
            name if name.is_empty() => full_name(&given, &family),
            name => name,
        };
        let phones = texts(row, Target::Phone).map(|phone| {
            // Full-width digits are digits nobody can dial.
            unicode::compatible(phone)
        });
        let birthday = when(row, Target::Birthday).and_then(|(day, _)| {
            PartialDate::new(Some(day.year()), u8::try_from(day.month()).ok(), u8::try_from(day.day()).ok())
        });
        Self {
            reference: line(Target::CustomerReference),
            name,
            given,
            family,
            organisation: line(Target::Organisation),
            position: line(Target::JobTitle),
            emails: list(Target::Email),
            phones: phones.filter(|phone: &String| phone.chars().any(|c| c.is_ascii_digit())).collect(),
            websites: list(Target::Website),
            tags: list(Target::Tag),
            address: Address {
                used_for: Use::default(),
                street: list(Target::Street).join("\n"),
                city: line(Target::City),
                region: line(Target::Region),
                postcode: line(Target::Postcode),
                country: line(Target::Country),
            },
            birthday,
            notes: if kind == FileKind::Customers { list(Target::Note) } else { Vec::new() },
            customs: Vec::new(),
        }
    }

    /// What would be wrong with the party, with the field of the file that is to blame. Whatever else a party must be, reading the
    /// cells has seen to.
    pub fn flaw(&self) -> Option<(Target, FieldError)> {
        let long = |text: &str| text.len() > LINE && text.chars().count() > LINE;
        let too_long = |target, number| Some((target, FieldError::of(number, Flaw::TooLong { max: LINE })));
        if long(&self.name) {
            return too_long(Target::FamilyName, 1);
        }
        if long(&self.address.street) {
            return too_long(Target::Street, 9);
        }
        None
    }

    /// The values by which the customer can be found again, each with its key; the texts are folded.
    pub fn keys(&self, key: Key) -> Vec<String> {
        let one = |text: &str| vec![folded(key, text).into_owned()];
        let found = match key {
            Key::Reference => one(&self.reference),
            Key::Name => one(self.called().unwrap_or_default()),
            Key::Email => self.emails.iter().map(|email| folded(key, email).into_owned()).collect(),
            Key::Phone => self.phones.iter().map(|phone| folded(key, phone).into_owned()).collect(),
        };
        found.into_iter().filter(|value: &String| !value.is_empty()).collect()
    }

    /// Whether the row has a key.
    pub fn has(&self, key: Key) -> bool {
        match key {
            Key::Reference => !self.reference.is_empty(),
            Key::Name => self.called().is_some(),
            Key::Email => !self.emails.is_empty(),
            Key::Phone => !self.phones.is_empty(),
        }
    }

    /// The name, or the organisation where there is none.
    fn called(&self) -> Option<&str> {
        [&self.name, &self.organisation].into_iter().map(String::as_str).find(|text| !text.is_empty())
    }

    /// A new party, so far only with its kind and name; one without a name is called by whatever else it is known by.
    pub fn party(&self, kinds: Kinds) -> Party {
        let mut party = Party { kind: self.shape(kinds).0, ..Party::default() };
        let names = [self.emails.first(), Some(&self.reference), self.phones.first()];
        let other = names.into_iter().flatten().find(|text| !text.is_empty());
        party.name = self.called().or(other.map(String::as_str)).unwrap_or_default().to_owned();
        party
    }
}
