//! What stands in the form of a party: text as it is typed, and how a party is read from it.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use crate::{
    domain::{
        contact::{Address, Channel, Contact},
        custom::CustomField,
        id::Id,
        party::{Party, PartyKind, Role},
    },
    ui::pages::customer::{
        amounts::{ReadNumber, days},
        rows::Rows,
        wrong::{Place, Wrong},
    },
};

use super::{
    custom_draft::{CustomDraft, Definition},
    date_draft::DateDraft,
    entries::{addresses, contacts, dates},
    full_name::full_name,
};

/// The form's content.
#[derive(Debug, Clone, PartialEq, Default, Encode, Decode)]
#[cbor(map)]
pub struct PartyDraft {
    /// Person or organisation.
    #[n(0)]
    pub kind: PartyKind,
    /// The name as it is shown.
    #[n(1)]
    pub name: String,
    /// Given name.
    #[n(2)]
    pub given: String,
    /// Family name.
    #[n(3)]
    pub family: String,
    /// Job title.
    #[n(4)]
    pub position: String,
    /// What it is to us.
    #[n(5)]
    pub roles: Vec<Role>,
    /// The number under which another program knows it.
    #[n(6)]
    pub reference: String,
    /// E-mail addresses.
    #[n(7)]
    pub emails: Rows<Contact>,
    /// Phone numbers.
    #[n(8)]
    pub phones: Rows<Contact>,
    /// Postal addresses.
    #[n(9)]
    pub addresses: Rows<Address>,
    /// Websites.
    #[n(10)]
    pub websites: Rows<Contact>,
    /// Free labels.
    #[n(11)]
    pub tags: Vec<String>,
    /// The channel that they like.
    #[n(12)]
    pub channel: Option<Channel>,
    /// Days to remember.
    #[n(13)]
    pub dates: Rows<DateDraft>,
    /// What is typed into custom fields.
    #[n(14)]
    pub custom: BTreeMap<Id<CustomField>, CustomDraft>,
    /// Whatever is worth knowing.
    #[n(15)]
    pub about: String,
    /// What the form does not show: classes set by hand, custom fields of other roles.
    #[n(16)]
    kept: Party,
    /// Days between two contacts, as typed.
    #[cbor(n(17), default)]
    pub cadence: String,
    /// Whether they do not want to be contacted.
    #[cbor(n(18), default)]
    pub no_contact: bool,
}

impl PartyDraft {
    /// The form of a party.
    pub fn of(party: &Party) -> Self {
        let party = party.clone();
        Self {
            kind: party.kind,
            name: party.name.clone(),
            given: party.given.clone(),
            family: party.family.clone(),
            position: party.position.clone(),
            roles: party.roles.clone(),
            reference: party.reference.clone(),
            emails: party.emails.iter().cloned().collect(),
            phones: party.phones.iter().cloned().collect(),
            addresses: party.addresses.iter().cloned().collect(),
            websites: party.websites.iter().cloned().collect(),
            tags: party.tags.clone(),
            channel: party.channel,
            dates: party.dates.iter().map(DateDraft::of).collect(),
            custom: party.custom.iter().map(|(id, value)| (*id, CustomDraft::of(value))).collect(),
            about: party.about.clone(),
            cadence: party.cadence.map_or_else(String::new, |days| days.to_string()),
            no_contact: party.no_contact,
            kept: party,
        }
    }

    /// The party as it was when the form was opened.
    pub fn base(&self) -> &Party {
        &self.kept
    }

    /// Adds or takes away a role, keeping the usual order.
    pub fn set_role(&mut self, role: Role, holds: bool) {
        let plays = |other: &Role| if *other == role { holds } else { self.roles.contains(other) };
        self.roles = Role::ALL.into_iter().filter(plays).collect();
    }

    /// Whether a custom field belongs to one of the roles.
    pub fn has(&self, definition: &Definition) -> bool {
        let roles = &definition.field.roles;
        roles.is_empty() || self.roles.iter().any(|role| roles.contains(role))
    }

    /// Reads the party. Entries in which nothing was typed are left out.
    ///
    /// # Errors
    /// Everything that is wrong, each next to its input; the index is that of the entry in the form.
    pub fn parse(&self, definitions: &[Definition], read: ReadNumber<'_>) -> Result<Party, Vec<Wrong>> {
        let (emails, of_emails) = contacts(&self.emails);
        let (phones, of_phones) = contacts(&self.phones);
        let (websites, of_websites) = contacts(&self.websites);
        let (addresses, of_addresses) = addresses(&self.addresses);
        let (dates, of_dates, mut wrongs) = dates(&self.dates);
        let mut custom = self.kept.custom.clone();
        for definition in definitions.iter().filter(|definition| self.has(definition)) {
            let draft = self.custom.get(&definition.id).cloned().unwrap_or_default();
            match draft.parse(definition, read) {
                Ok(Some(value)) => drop(custom.insert(definition.id, value)),
                Ok(None) => drop(custom.remove(&definition.id)),
                Err(wrong) => wrongs.push(wrong),
            }
        }
        let cadence = match self.cadence.trim() {
            "" => None,
            text => days(text, read).map_err(|flaw| wrongs.push(Place::of(18).is(flaw))).ok(),
        };
        let typed = self.name.trim();
        let name = if typed.is_empty() { full_name(&self.given, &self.family) } else { typed.to_owned() };
        let party = Party {
            kind: self.kind,
            name,
            given: self.given.trim().to_owned(),
            family: self.family.trim().to_owned(),
            position: self.position.trim().to_owned(),
            roles: self.roles.clone(),
            reference: self.reference.trim().to_owned(),
            emails,
            phones,
            addresses,
            websites,
            tags: self.tags.clone(),
            channel: self.channel,
            dates,
            custom,
            abc: self.kept.abc,
            segment: self.kept.segment,
            about: self.about.trim().to_owned(),
            cadence,
            no_contact: self.no_contact,
        };
        for error in party.flaws() {
            let entries = match error.number {
                7 => Some(&of_emails),
                8 => Some(&of_phones),
                9 => Some(&of_addresses),
                10 => Some(&of_websites),
                13 => Some(&of_dates),
                _ => None,
            };
            let mut wrong = Wrong::from(error);
            if let (Some(entries), Some(index)) = (entries, error.index) {
                wrong.place.index = entries.get(index).copied();
            }
            wrongs.push(wrong);
        }
        if wrongs.is_empty() { Ok(party) } else { Err(wrongs) }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::{
        domain::{
            class::Class,
            custom::{CustomKind, CustomValue},
            day::PartialDate,
            flaw::Flaw,
            party::ImportantDate,
        },
        ui::pages::customer::{form::date_parts::DateParts, wrong::Place},
    };

    fn read(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn contact(value: &str) -> Contact {
        Contact { value: value.into(), ..Contact::default() }
    }

    fn definition(kind: CustomKind, roles: Vec<Role>, required: bool) -> Definition {
        let field = CustomField { name: "Field".into(), kind, roles, required, ..CustomField::default() };
        Definition { slot: 3, id: Id::new(Uuid::from_u128(7)), field }
    }

    #[test]
    fn a_party_put_into_the_form_and_saved_is_the_same() {
        let birthday = PartialDate::new(None, Some(2), Some(29)).unwrap();
        let definition = definition(CustomKind::Number, Vec::new(), false);
        let party = Party {
            emails: vec![contact("ada@example.com")],
            phones: vec![contact("+44 20 1")],
            addresses: vec![Address { city: "London".into(), ..Address::default() }],
            websites: vec![contact("example.com")],
            tags: vec!["vip".into()],
            channel: Some(Channel::Phone),
            dates: vec![ImportantDate { label: "Birthday".into(), date: birthday }],
            custom: [(definition.id, CustomValue::Number("1.5".parse().unwrap()))].into(),
            abc: Some(Class::B),
            cadence: Some(0),
            no_contact: true,
            ..Party::customer("Ada")
        };
        let draft = PartyDraft::of(&party);
        let kept: PartyDraft = minicbor::decode(&minicbor::to_vec(&draft).unwrap()).unwrap();
        assert_eq!(kept, draft, "and so when it was kept meanwhile");
        assert_eq!(draft.parse(&[definition], &read), Ok(party));
    }

    #[test]
    fn empty_entries_are_left_out_and_flaws_stay_next_to_their_own() {
        let mut draft = PartyDraft::of(&Party::customer("Ada"));
        draft.emails = [contact(" "), contact("ada@example.com"), contact("ada@")].into_iter().collect();
        draft.dates.push(DateDraft {
            parts: DateParts { month: "13".into(), ..DateParts::default() },
            ..DateDraft::default()
        });
        assert_eq!(
            draft.parse(&[], &read),
            Err(vec![
                Place::entry(13, 0, 0).is(Flaw::Missing),
                Place::entry(13, 0, 2).is(Flaw::NotADate),
                Place::entry(7, 2, 0).is(Flaw::NotAnEmail),
            ])
        );
    }

    #[test]
    fn a_custom_field_is_asked_for_only_of_its_roles_and_kept_when_the_role_is_gone() {
        let definition = definition(CustomKind::Text, vec![Role::Supplier], true);
        let definitions = [definition.clone()];
        let mut draft = PartyDraft::of(&Party::customer("Ada"));
        assert!(draft.parse(&definitions, &read).is_ok());
        draft.set_role(Role::Supplier, true);
        assert_eq!(draft.roles, [Role::Customer, Role::Supplier]);
        assert_eq!(draft.parse(&definitions, &read), Err(vec![definition.place(0).is(Flaw::Missing)]));

        let value = CustomValue::Text("net 30".into());
        let party = Party { custom: [(definition.id, value)].into(), ..Party::customer("Ada") };
        assert_eq!(PartyDraft::of(&party).parse(&definitions, &read), Ok(party));
    }

    #[test]
    fn a_person_without_a_display_name_gets_one_from_its_parts() {
        let draft = PartyDraft { given: "Ada".into(), family: "Lovelace".into(), ..PartyDraft::default() };
        assert_eq!(draft.parse(&[], &read).unwrap().name, "Ada Lovelace");
        assert_eq!(PartyDraft::default().parse(&[], &read), Err(vec![Place::of(1).is(Flaw::Missing)]));
    }
}
