//! One field of a record set to a value: what a cell of a list, or an edit of many records at once, comes to.

mod any;
mod order;
mod product;

pub use any::AnySetting;
pub use order::OrderSetting;
pub use product::ProductSetting;

use super::{
    book::Stored,
    class::{Class, Segment},
    contact::{Address, Channel, Contact},
    custom::{CustomField, CustomValue},
    id::Id,
    party::{Party, PartyKind, Role},
};

/// Sets a field of a record.
pub trait Setting: Clone + 'static {
    /// The kind of record that has the field.
    type Record: Stored;

    /// Sets it.
    fn apply(&self, record: &mut Self::Record);
}

/// A part of a postal address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressPart {
    /// Street, house number, further lines.
    Street,
    /// Town or city.
    City,
    /// State, province, county.
    Region,
    /// Post code.
    Postcode,
    /// Country.
    Country,
}

/// A field of a party, with its value. An empty text takes the value away.
#[derive(Debug, Clone, PartialEq)]
pub enum PartySetting {
    /// Person or organisation.
    Kind(PartyKind),
    /// The name as it is shown.
    Name(String),
    /// Given name.
    Given(String),
    /// Family name.
    Family(String),
    /// Job title.
    Position(String),
    /// The number under which another program knows it.
    Reference(String),
    /// Whatever is worth knowing.
    About(String),
    /// The e-mail address to use first.
    Email(String),
    /// The phone number to use first.
    Phone(String),
    /// The website to name first.
    Website(String),
    /// A part of the first address.
    Address(AddressPart, String),
    /// All tags.
    Tags(Vec<String>),
    /// Tags to be added to those that are there.
    AddTags(Vec<String>),
    /// Tags to be taken away.
    RemoveTags(Vec<String>),
    /// All roles.
    Roles(Vec<Role>),
    /// Roles to be added.
    AddRoles(Vec<Role>),
    /// Roles to be taken away.
    RemoveRoles(Vec<Role>),
    /// The channel that they like.
    Channel(Option<Channel>),
    /// The class by hand; `None` goes back to the computed one.
    Abc(Option<Class>),
    /// The segment by hand; `None` goes back to the computed one.
    Segment(Option<Segment>),
    /// Days between two contacts; `None` for what holds for tags and classes, 0 for never.
    Cadence(Option<u16>),
    /// Whether they do not want to be contacted.
    NoContact(bool),
    /// A custom field.
    Custom(Id<CustomField>, Option<CustomValue>),
}

impl Setting for PartySetting {
    type Record = Party;

    fn apply(&self, party: &mut Party) {
        match self {
            Self::Kind(kind) => party.kind = *kind,
            Self::Name(text) => party.name.clone_from(text),
            Self::Given(text) => party.given.clone_from(text),
            Self::Family(text) => party.family.clone_from(text),
            Self::Position(text) => party.position.clone_from(text),
            Self::Reference(text) => party.reference.clone_from(text),
            Self::About(text) => party.about.clone_from(text),
            Self::Email(text) => set_first(&mut party.emails, text),
            Self::Phone(text) => set_first(&mut party.phones, text),
            Self::Website(text) => set_first(&mut party.websites, text),
            Self::Address(part, text) => set_address(&mut party.addresses, *part, text),
            Self::Tags(tags) => {
                party.tags.clear();
                add_new(&mut party.tags, tags);
            }
            Self::AddTags(tags) => add_new(&mut party.tags, tags),
            Self::RemoveTags(tags) => party.tags.retain(|tag| !tags.contains(tag)),
            Self::Roles(roles) => party.roles = in_order(|role| roles.contains(&role)),
            Self::AddRoles(roles) => {
                party.roles = in_order(|role| party.roles.contains(&role) || roles.contains(&role))
            }
            Self::RemoveRoles(roles) => party.roles.retain(|role| !roles.contains(role)),
            Self::Channel(channel) => party.channel = *channel,
            Self::Cadence(days) => party.cadence = *days,
            Self::NoContact(wished) => party.no_contact = *wished,
            Self::Abc(class) => party.abc = *class,
            Self::Segment(segment) => party.segment = *segment,
            Self::Custom(id, Some(value)) => drop(party.custom.insert(*id, value.clone())),
            Self::Custom(id, None) => drop(party.custom.remove(id)),
        }
    }
}

fn set_first(contacts: &mut Vec<Contact>, value: &str) {
    match contacts.first_mut() {
        Some(_) if value.is_empty() => drop(contacts.remove(0)),
        Some(first) => value.clone_into(&mut first.value),
        None if value.is_empty() => {}
        None => contacts.push(Contact { value: value.to_owned(), ..Contact::default() }),
    }
}

fn set_address(addresses: &mut Vec<Address>, part: AddressPart, text: &str) {
    if addresses.is_empty() {
        addresses.push(Address::default());
    }
    let first = &mut addresses[0];
    let part = match part {
        AddressPart::Street => &mut first.street,
        AddressPart::City => &mut first.city,
        AddressPart::Region => &mut first.region,
        AddressPart::Postcode => &mut first.postcode,
        AddressPart::Country => &mut first.country,
    };
    text.clone_into(part);
    if first.is_empty() {
        addresses.remove(0);
    }
}

fn add_new(tags: &mut Vec<String>, more: &[String]) {
    for tag in more {
        if !tags.contains(tag) {
            tags.push(tag.clone());
        }
    }
}

fn in_order(holds: impl Fn(Role) -> bool) -> Vec<Role> {
    Role::ALL.into_iter().filter(|role| holds(*role)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(party: &Party, setting: PartySetting) -> Party {
        let mut party = party.clone();
        setting.apply(&mut party);
        party
    }

    #[test]
    fn the_first_of_several_is_set_made_and_taken_away() {
        let none = Party::customer("Ada");
        let one = set(&none, PartySetting::Email("a@example.com".into()));
        assert_eq!(one.emails.len(), 1);
        let other = set(&one, PartySetting::Email("b@example.com".into()));
        assert_eq!(other.emails[0].value, "b@example.com");
        assert_eq!(set(&other, PartySetting::Email(String::new())), none);
        assert_eq!(set(&none, PartySetting::Email(String::new())), none);
    }

    #[test]
    fn an_address_goes_with_its_last_part() {
        let none = Party::customer("Ada");
        let one = set(&none, PartySetting::Address(AddressPart::City, "Wien".into()));
        assert_eq!(one.addresses[0].city, "Wien");
        assert_eq!(set(&one, PartySetting::Address(AddressPart::City, String::new())), none);
        assert_eq!(set(&none, PartySetting::Address(AddressPart::Country, String::new())), none);
    }

    #[test]
    fn tags_and_roles_are_never_doubled_and_keep_their_order() {
        let tags = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
        let party = set(&Party::customer("Ada"), PartySetting::Tags(tags(&["vip", "fair", "vip"])));
        assert_eq!(party.tags, ["vip", "fair"]);
        assert_eq!(set(&party, PartySetting::AddTags(tags(&["fair", "new"]))).tags, ["vip", "fair", "new"]);
        assert_eq!(set(&party, PartySetting::RemoveTags(tags(&["vip", "no"]))).tags, ["fair"]);
        let party = set(&party, PartySetting::AddRoles(vec![Role::Partner, Role::Customer]));
        assert_eq!(party.roles, [Role::Customer, Role::Partner]);
        assert_eq!(set(&party, PartySetting::RemoveRoles(vec![Role::Customer])).roles, [Role::Partner]);
        assert_eq!(set(&party, PartySetting::Roles(vec![Role::Lead])).roles, [Role::Lead]);
    }
}
