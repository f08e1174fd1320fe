//! The fields of a party that can be changed in a list.

use super::{Reading, RecordField, party_reading::setting, same};
use crate::{
    domain::{
        book::Book,
        class::{Class, Segment},
        contact::Channel,
        custom::{CustomField, CustomKind, CustomValue},
        flaw::Flaw,
        id::Id,
        money::Currency,
        party::{Party, PartyKind, Role},
        record::Kind,
        setting::{AddressPart, PartySetting},
    },
    i18n::{Locale, td_string},
    platform::format,
    ui::{
        components::{CellKind, Choice},
        pages::customer::amounts,
        words,
    },
};

/// A field of a party that can be changed in a list.
#[derive(Debug, Clone, PartialEq)]
pub enum PartyField {
    /// The name.
    Name,
    /// Person or organisation.
    Kind,
    /// The class by hand.
    Class,
    /// The segment by hand.
    Segment,
    /// All roles.
    Roles,
    /// All tags.
    Tags,
    /// Given name.
    Given,
    /// Family name.
    Family,
    /// Job title.
    Position,
    /// The first e-mail address.
    Email,
    /// The first phone number.
    Phone,
    /// The first website.
    Website,
    /// A part of the first address.
    Address(AddressPart),
    /// The channel that they like.
    Channel,
    /// Days between two contacts.
    Cadence,
    /// Whether they do not want to be contacted.
    NoContact,
    /// The number under which another program knows it.
    Reference,
    /// Whatever is worth knowing.
    About,
    /// A field that the user defined.
    Custom(Id<CustomField>, CustomField),
}

/// The fields with the keys of their columns and the numbers of the record's fields.
pub(super) const PLAIN: [(PartyField, &str, u32); 22] = [
    (PartyField::Tags, "tag", 11),
    (PartyField::Roles, "role", 5),
    (PartyField::Class, "class", 15),
    (PartyField::Segment, "segment", 16),
    (PartyField::Channel, "channel", 12),
    (PartyField::Cadence, "cadence", 18),
    (PartyField::NoContact, "nocontact", 19),
    (PartyField::Kind, "kind", 0),
    (PartyField::Position, "position", 4),
    (PartyField::Address(AddressPart::Street), "street", 9),
    (PartyField::Address(AddressPart::City), "city", 9),
    (PartyField::Address(AddressPart::Region), "region", 9),
    (PartyField::Address(AddressPart::Postcode), "postcode", 9),
    (PartyField::Address(AddressPart::Country), "country", 9),
    (PartyField::Email, "email", 7),
    (PartyField::Phone, "phone", 8),
    (PartyField::Website, "website", 10),
    (PartyField::Reference, "reference", 6),
    (PartyField::Given, "given", 2),
    (PartyField::Family, "family", 3),
    (PartyField::Name, "name", 1),
    (PartyField::About, "about", 17),
];

/// Yes, as a choice says it to the code.
pub(super) const YES: &str = "yes";
/// No, likewise.
pub(super) const NO: &str = "no";

impl PartyField {
    /// Whether it holds several words.
    fn is_list(&self) -> bool {
        match self {
            Self::Tags | Self::Roles => true,
            Self::Custom(_, field) => field.kind == CustomKind::Choices,
            _ => false,
        }
    }
}

impl RecordField for PartyField {
    type Setting = PartySetting;

    fn all(book: &Book) -> Vec<Self> {
        let mut own: Vec<_> = book.fields.iter().map(|(slot, row)| (row.data.position, slot, row)).collect();
        own.sort_by_key(|(position, slot, _)| (*position, *slot));
        let own = own.into_iter().map(|(.., row)| Self::Custom(row.id, row.data.clone()));
        PLAIN.into_iter().map(|(field, ..)| field).chain(own).collect()
    }

    fn of_key(book: &Book, key: &str) -> Option<Self> {
        if let Some((field, ..)) = PLAIN.into_iter().find(|(_, known, _)| *known == key) {
            return Some(field);
        }
        let id = Id::new(key.strip_prefix('x')?.parse().ok()?);
        book.get::<CustomField>(id).map(|row| Self::Custom(id, row.data.clone()))
    }

    fn fits_a_cell(&self) -> bool {
        match self {
            Self::About => false,
            Self::Custom(_, field) => field.kind != CustomKind::LongText,
            _ => true,
        }
    }

    fn key(&self) -> String {
        match self {
            Self::Custom(id, _) => format!("x{}", id.uuid().simple()),
            plain => PLAIN.iter().find(|(field, ..)| field == plain).map_or("", |(_, key, _)| key).to_owned(),
        }
    }

    fn label(&self, locale: Locale) -> String {
        match self {
            Self::Custom(_, field) => field.name.clone(),
            Self::Address(part) => words::address_part(locale, *part).to_owned(),
            plain => {
                let number = PLAIN.iter().find(|(field, ..)| field == plain).map_or(u32::MAX, |(.., number)| *number);
                words::field_name(locale, Kind::Party, number).to_owned()
            }
        }
    }

    fn may_be_empty(&self) -> bool {
        match self {
            Self::Name | Self::Kind | Self::NoContact => false,
            Self::Custom(_, field) => !field.required,
            _ => true,
        }
    }

    fn nothing_is_a_choice(&self) -> bool {
        matches!(self, Self::Class | Self::Segment)
    }

    fn kind(&self, locale: Locale, currency: Currency, tags: &[String]) -> CellKind {
        let choice = |choices: Vec<Choice>| CellKind::Choice(choices);
        let none = || Choice::new("", td_string!(locale, common.none));
        let computed = || Choice::new("", td_string!(locale, bulk.computed));
        match self {
            Self::Tags => CellKind::Tags(tags.to_vec()),
            Self::Roles => CellKind::Tags(Role::ALL.map(|role| words::role(locale, role).to_owned()).to_vec()),
            Self::Kind => choice(
                KINDS
                    .map(|kind| Choice::new(words::party_kind(locale, kind), words::party_kind(locale, kind)))
                    .to_vec(),
            ),
            Self::Class => choice(
                std::iter::once(computed())
                    .chain(Class::ALL.map(|class| Choice::new(class.letter(), class.letter())))
                    .collect(),
            ),
            Self::Segment => choice(
                std::iter::once(computed())
                    .chain(Segment::ALL.into_iter().rev().map(|segment| same(words::segment(locale, segment))))
                    .collect(),
            ),
            Self::Channel => choice(
                std::iter::once(none())
                    .chain(Channel::ALL.map(|channel| same(words::channel(locale, channel))))
                    .collect(),
            ),
            Self::Cadence => CellKind::Number,
            Self::NoContact => choice(vec![
                Choice::new(YES, td_string!(locale, fields.yes)),
                Choice::new(NO, td_string!(locale, fields.no)),
            ]),
            Self::Custom(_, field) => match field.kind {
                CustomKind::Text
                | CustomKind::LongText
                | CustomKind::Link
                | CustomKind::Email
                | CustomKind::Phone
                | CustomKind::PartialDate => CellKind::Text,
                CustomKind::Choices => CellKind::Tags(field.choices.clone()),
                CustomKind::Number => CellKind::Number,
                CustomKind::Money => CellKind::Money(currency.code().to_owned()),
                CustomKind::Date => CellKind::Day,
                CustomKind::Choice => {
                    choice(std::iter::once(none()).chain(field.choices.iter().map(|text| same(text))).collect())
                }
                CustomKind::YesNo => choice(vec![
                    none(),
                    Choice::new(YES, td_string!(locale, fields.yes)),
                    Choice::new(NO, td_string!(locale, fields.no)),
                ]),
            },
            _ => CellKind::Text,
        }
    }

    fn currency(&self, party: &Party, base: Currency) -> Currency {
        match self {
            Self::Custom(id, _) => match party.custom.get(id) {
                Some(CustomValue::Money(money)) => money.currency,
                _ => base,
            },
            _ => base,
        }
    }

    fn text(&self, locale: Locale, party: &Party) -> String {
        let address = |part: AddressPart| {
            party.addresses.first().map_or("", |address| match part {
                AddressPart::Street => &address.street,
                AddressPart::City => &address.city,
                AddressPart::Region => &address.region,
                AddressPart::Postcode => &address.postcode,
                AddressPart::Country => &address.country,
            })
        };
        let first = |contacts: &[crate::domain::contact::Contact]| {
            contacts.first().map(|contact| contact.value.clone()).unwrap_or_default()
        };
        match self {
            Self::Name => party.name.clone(),
            Self::Kind => words::party_kind(locale, party.kind).to_owned(),
            Self::Class => party.abc.map_or("", Class::letter).to_owned(),
            Self::Segment => party.segment.map_or("", |segment| words::segment(locale, segment)).to_owned(),
            Self::Roles => party.roles.iter().map(|role| words::role(locale, *role)).collect::<Vec<_>>().join("\n"),
            Self::Tags => party.tags.join("\n"),
            Self::Given => party.given.clone(),
            Self::Family => party.family.clone(),
            Self::Position => party.position.clone(),
            Self::Email => first(&party.emails),
            Self::Phone => first(&party.phones),
            Self::Website => first(&party.websites),
            Self::Address(part) => address(*part).to_owned(),
            Self::Channel => party.channel.map_or("", |channel| words::channel(locale, channel)).to_owned(),
            Self::Cadence => party.cadence.map_or_else(String::new, |days| days.to_string()),
            Self::NoContact => if party.no_contact { YES } else { NO }.to_owned(),
            Self::Reference => party.reference.clone(),
            Self::About => party.about.clone(),
            Self::Custom(id, _) => match party.custom.get(id) {
                None => String::new(),
                Some(CustomValue::Text(text) | CustomValue::Choice(text)) => text.clone(),
                Some(CustomValue::Number(number)) => number.to_string(),
                Some(CustomValue::Money(money)) => amounts::minor_text(money.minor, money.currency),
                Some(CustomValue::Date(day)) => day.to_string(),
                Some(CustomValue::PartialDate(date)) => date.to_string(),
                Some(CustomValue::Choices(choices)) => choices.join("\n"),
                Some(CustomValue::YesNo(yes)) => if *yes { YES } else { NO }.to_owned(),
            },
        }
    }

    fn shown(&self, locale: Locale, party: &Party) -> String {
        match self {
            Self::Custom(id, _) => party.custom.get(id).map(|value| words::value(locale, value)).unwrap_or_default(),
            field if field.is_list() => format::list(
                words::tag(locale),
                &field.text(locale, party).lines().map(str::to_owned).collect::<Vec<_>>(),
            ),
            field => field.text(locale, party),
        }
    }

    fn setting(&self, text: &str, reading: Reading) -> Result<PartySetting, Flaw> {
        setting(self, text, reading)
    }
}

pub(super) const KINDS: [PartyKind; 2] = [PartyKind::Person, PartyKind::Organisation];
