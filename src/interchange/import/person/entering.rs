//! How what a row says comes into a party: what is empty erases nothing, lists grow by what they lack.

use crate::{
    domain::{
        contact::{Address, Contact, Use},
        day::PartialDate,
        party::{ImportantDate, Party, PartyKind},
    },
    interchange::csv::Target,
};

use super::{
    super::{
        keys::{folded, folded_name, phone_digits},
        options::{Key, Labels},
    },
    Incoming,
};

/// The most entries that an import brings into one list of a customer: many more than a person has, few enough to look through for
/// each row of a million.
pub(in super::super) const MOST: usize = 1_000;

impl Incoming {
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

#[cfg(test)]
mod tests {
    use super::*;

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
