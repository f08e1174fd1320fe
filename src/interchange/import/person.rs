//! What a row says of a customer, and how that comes into a party: what is empty erases nothing, lists grow by what they lack.

use crate::{
    domain::{
        contact::{Address, Contact, Use},
        custom::CustomValue,
        day::PartialDate,
        flaw::{FieldError, Flaw, LINE},
        party::{ImportantDate, Party, PartyKind},
    },
    interchange::csv::{FileKind, Target, check::Row},
};
use chrono::Datelike;

use super::{
    cells::{text, texts, when},
    keys::{folded, folded_name, phone_digits},
    options::{Key, Kinds, Labels},
};

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
            if phone.is_ascii() {
                phone.to_owned()
            } else {
                unicode_normalization::UnicodeNormalization::nfkc(phone).collect()
            }
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

    /// What kind of party it is, and where it works or what it is a part of.
    pub fn shape(&self, kinds: Kinds) -> (PartyKind, Option<&str>) {
        let elsewhere = (!self.name.is_empty()
            && !self.organisation.is_empty()
            && folded_name(&self.name) != folded_name(&self.organisation))
        .then_some(self.organisation.as_str());
        let is_person = !self.given.is_empty() || !self.family.is_empty();
        let kind = match kinds {
            Kinds::People => PartyKind::Person,
            Kinds::Organisations => PartyKind::Organisation,
            Kinds::Guess if is_person => PartyKind::Person,
            Kinds::Guess if is_firm(self.called().unwrap_or_default()) => PartyKind::Organisation,
            Kinds::Guess if elsewhere.is_none() && !self.organisation.is_empty() => PartyKind::Organisation,
            Kinds::Guess => PartyKind::Person,
        };
        (kind, elsewhere)
    }

    /// A new party, so far only with its kind and name; one without a name is called by whatever else it is known by.
    pub fn party(&self, kinds: Kinds) -> Party {
        let mut party = Party { kind: self.shape(kinds).0, ..Party::default() };
        let names = [self.emails.first(), Some(&self.reference), self.phones.first()];
        let other = names.into_iter().flatten().find(|text| !text.is_empty());
        party.name = self.called().or(other.map(String::as_str)).unwrap_or_default().to_owned();
        party
    }

    /// Brings what the row says into a party, custom fields excepted. Says which list took no more.
    pub fn enter(&self, party: &mut Party, labels: &Labels) -> Option<Target> {
        match self.called() {
            // Where somebody works is not what they are called.
            Some(name) if !self.name.is_empty() || party.kind == PartyKind::Organisation => set(&mut party.name, name),
            _ => {}
        }
        set(&mut party.reference, &self.reference);
        set(&mut party.given, &self.given);
        set(&mut party.family, &self.family);
        set(&mut party.position, &self.position);
        if let Some(date) = self.birthday {
            enter_birthday(&mut party.dates, date, &labels.birthday);
        }
        let email = |email: &str| folded(Key::Email, email).into_owned();
        let site = |site: &str| site.trim_end_matches('/').to_lowercase();
        let tags = self.tags.iter().all(|tag| {
            let there = party.tags.contains(tag);
            let room = there || party.tags.len() < MOST;
            if !there && room {
                party.tags.push(tag.clone());
            }
            room
        });
        let lists = [
            (Target::Email, add(&mut party.emails, &self.emails, email)),
            (Target::Phone, add(&mut party.phones, &self.phones, phone_digits)),
            (Target::Website, add(&mut party.websites, &self.websites, site)),
            (Target::Tag, tags),
            (Target::City, self.address.is_empty() || enter_address(&mut party.addresses, &self.address)),
        ];
        lists.into_iter().find(|(_, room)| !room).map(|(target, _)| target)
    }
}

/// The most entries that an import brings into one list of a customer: many more than a person has, few enough to look through for
/// each row of a million.
pub(super) const MOST: usize = 1_000;

fn set(field: &mut String, text: &str) {
    if !text.is_empty() && field != text {
        text.clone_into(field);
    }
}

fn add(list: &mut Vec<Contact>, values: &[String], key: impl Fn(&str) -> String) -> bool {
    values.iter().all(|value| {
        let there = list.iter().any(|contact| contact.value == *value) || {
            let folded = key(value);
            list.iter().any(|contact| key(&contact.value) == folded)
        };
        let room = there || list.len() < MOST;
        if !there && room {
            list.push(Contact { used_for: Use::default(), value: value.clone() });
        }
        room
    })
}

/// An address that says less than one that is there says nothing new; one that says more about the same place completes it.
fn enter_address(list: &mut Vec<Address>, new: &Address) -> bool {
    fn parts(address: &Address) -> [&String; 5] {
        [&address.street, &address.city, &address.region, &address.postcode, &address.country]
    }
    let same = |a: &String, b: &String| a == b || folded_name(a) == folded_name(b);
    let pairs = |there: &Address, test: &dyn Fn(&String, &String) -> bool| {
        parts(there).into_iter().zip(parts(new)).all(|(there, new)| new.is_empty() || test(there, new))
    };
    if list.iter().any(|there| pairs(there, &|there, new| same(there, new))) {
        return true;
    }
    let shares = |there: &Address| parts(there).into_iter().zip(parts(new)).any(|(a, b)| !a.is_empty() && same(a, b));
    let fits = |there: &&mut Address| shares(there) && pairs(there, &|there, new| there.is_empty() || same(there, new));
    let room = list.len() < MOST;
    match list.iter_mut().find(fits) {
        Some(there) => {
            let Address { street, city, region, postcode, country, .. } = there;
            for (there, new) in [street, city, region, postcode, country].into_iter().zip(parts(new)) {
                if there.is_empty() {
                    there.clone_from(new);
                }
            }
        }
        None if !room => return false,
        None => list.push(new.clone()),
    }
    true
}

fn enter_birthday(list: &mut Vec<ImportantDate>, date: PartialDate, label: &str) {
    if list.iter().any(|there| there.date == date) {
        return;
    }
    match list.iter_mut().find(|there| there.label == label) {
        Some(there) => there.date = date,
        None => list.push(ImportantDate { label: label.to_owned(), date }),
    }
}

/// Given and family name as they are spoken: in Chinese, Japanese and Korean writing the family first and without a blank.
fn full_name(given: &str, family: &str) -> String {
    let east = |c: char| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    match (given, family) {
        (name, "") | ("", name) => name.to_owned(),
        _ if family.chars().chain(given.chars()).all(east) => format!("{family}{given}"),
        _ => format!("{given} {family}"),
    }
}

/// Whether a name ends as firms' names do.
fn is_firm(name: &str) -> bool {
    const FORMS: [&str; 26] = [
        "gmbh",
        "ag",
        "kg",
        "ohg",
        "ug",
        "e.v.",
        "ltd",
        "ltd.",
        "limited",
        "inc",
        "inc.",
        "llc",
        "llp",
        "plc",
        "corp",
        "corp.",
        "corporation",
        "co.",
        "company",
        "s.a.",
        "sarl",
        "s.l.",
        "b.v.",
        "s.p.a.",
        "oy",
        "ab",
    ];
    const ENDS: [&str; 8] = ["公司", "有限合伙", "事務所", "事务所", "企業", "企业", "商行", "集團"];
    let name = folded_name(name);
    let last = name.rsplit_once(' ').map(|(_, last)| last);
    last.is_some_and(|last| FORMS.contains(&last)) || ENDS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_has_the_family_first() {
        assert_eq!(full_name("小明", "王"), "王小明");
        assert_eq!(full_name("Ann", "Lee"), "Ann Lee");
        assert_eq!(full_name("", "Lee"), "Lee");
    }

    #[test]
    fn firms_are_told_by_the_end_of_their_names() {
        for firm in ["Müller & Söhne GmbH", "ACME Inc.", "深圳市宏發科技有限公司"] {
            assert!(is_firm(firm), "{firm}");
        }
        for person in ["Inc", "Ann Lee", "王小明"] {
            assert!(!is_firm(person), "{person}");
        }
    }

    #[test]
    fn an_address_is_completed_and_never_doubled() {
        let address = |city: &str, postcode: &str| Address {
            city: city.into(),
            postcode: postcode.into(),
            country: "UK".into(),
            ..Address::default()
        };
        let mut list = Vec::new();
        let rows =
            [address("London", ""), address("", "X1"), address("Leeds", "X2"), address("", "X2"), address("", "")];
        rows.iter().for_each(|row| assert!(enter_address(&mut list, row)));
        let once = list.clone();
        assert_eq!(once, [address("London", "X1"), address("Leeds", "X2")]);
        rows.iter().for_each(|row| assert!(enter_address(&mut list, row)));
        assert_eq!(list, once);
    }
}
