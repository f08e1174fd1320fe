//! A draft beside other parties: who is alike, and what becomes of it when it is about one of them.

use crate::{
    analysis::duplicates::Traits,
    domain::{contact::Contact, party::Party},
    ui::pages::customer::rows::Rows,
};

use super::{
    custom_draft::CustomDraft,
    draft::PartyDraft,
    entries::{addresses, contacts},
    full_name::full_name,
};

impl PartyDraft {
    /// What tells whether somebody like this is here already.
    pub fn traits(&self) -> Traits {
        let values = |rows: &Rows<Contact>| rows.iter().map(|contact| contact.value.clone()).collect::<Vec<_>>();
        let (emails, phones) = (values(&self.emails), values(&self.phones));
        let name = if self.name.trim().is_empty() { full_name(&self.given, &self.family) } else { self.name.clone() };
        let (emails, phones) = (emails.iter().map(String::as_str), phones.iter().map(String::as_str));
        Traits::new(&name, emails, phones, &self.reference)
    }

    /// The form of another party, with what is typed here where that party has nothing, and beside what it has where there may be
    /// several.
    pub fn added_to(&self, party: &Party) -> Self {
        fn fill(into: &mut String, typed: &str) {
            if into.trim().is_empty() {
                typed.trim().clone_into(into);
            }
        }
        fn add<T: Clone + PartialEq>(into: &mut Rows<T>, typed: Vec<T>, is_same: impl Fn(&T, &T) -> bool) {
            for entry in typed {
                if !into.iter().any(|other| is_same(other, &entry)) {
                    into.push(entry);
                }
            }
        }
        let same_contact = |a: &Contact, b: &Contact| a.value.trim().eq_ignore_ascii_case(b.value.trim());
        let mut draft = Self::of(party);
        fill(&mut draft.given, &self.given);
        fill(&mut draft.family, &self.family);
        fill(&mut draft.position, &self.position);
        fill(&mut draft.reference, &self.reference);
        fill(&mut draft.about, &self.about);
        add(&mut draft.emails, contacts(&self.emails).0, same_contact);
        add(&mut draft.phones, contacts(&self.phones).0, same_contact);
        add(&mut draft.websites, contacts(&self.websites).0, same_contact);
        add(&mut draft.addresses, addresses(&self.addresses).0, PartialEq::eq);
        add(&mut draft.dates, self.dates.iter().filter(|date| !date.is_blank()).cloned().collect(), PartialEq::eq);
        for tag in &self.tags {
            if !draft.tags.contains(tag) {
                draft.tags.push(tag.clone());
            }
        }
        for (id, custom) in self.custom.iter().filter(|(_, custom)| !custom.is_blank()) {
            if draft.custom.get(id).is_none_or(CustomDraft::is_blank) {
                draft.custom.insert(*id, custom.clone());
            }
        }
        draft.channel = draft.channel.or(self.channel);
        draft
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    fn contact(value: &str) -> Contact {
        Contact { value: value.into(), ..Contact::default() }
    }

    #[test]
    fn what_was_typed_for_one_is_added_to_another_and_takes_nothing_away() {
        let there = Party {
            emails: vec![contact("ada@example.com")],
            reference: "C-1".into(),
            about: String::new(),
            ..Party::customer("Ada Lovelace")
        };
        let mut typed =
            PartyDraft::of(&Party { reference: "X".into(), about: "tea".into(), ..Party::customer("Ada L") });
        typed.emails = [contact("ADA@example.com "), contact("ada@home.org")].into_iter().collect();
        let added = typed.added_to(&there).parse(&[], &read).unwrap();
        let emails = vec![contact("ada@example.com"), contact("ada@home.org")];
        assert_eq!(added, Party { emails, about: "tea".into(), ..there });
    }
}
