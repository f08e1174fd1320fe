//! The fields of a party in words.

use crate::{
    domain::{
        class::{Class, Segment},
        contact::{Address, Channel, Contact},
        custom::CustomValue,
        fields::Key,
        party::{ImportantDate, PartyKind, Role},
    },
    i18n::Locale,
    platform::format,
    ui::words,
};

use super::{Told, later, others::yes_no, read};

/// `None` where the field is there and empty.
pub fn decoded(locale: Locale, key: Key, bytes: &[u8]) -> Told {
    let list = |items: Vec<String>| Some(format::list(words::tag(locale), &items));
    if key.custom.is_some() {
        return Ok(Some(words::value(locale, &read::<CustomValue>(bytes)?)));
    }
    Ok(match key.number {
        0 => Some(words::party_kind(locale, read::<PartyKind>(bytes)?).to_owned()),
        1..=4 | 6 | 17 => Some(read::<String>(bytes)?),
        5 => list(read::<Vec<Role>>(bytes)?.into_iter().map(|role| words::role(locale, role).to_owned()).collect()),
        7 | 8 | 10 => list(read::<Vec<Contact>>(bytes)?.iter().map(|contact| contact_words(locale, contact)).collect()),
        9 => list(read::<Vec<Address>>(bytes)?.iter().map(|address| address_words(locale, address)).collect()),
        11 => list(read::<Vec<String>>(bytes)?),
        12 => read::<Option<Channel>>(bytes)?.map(|channel| words::channel(locale, channel).to_owned()),
        13 => list(read::<Vec<ImportantDate>>(bytes)?.iter().map(|date| date_words(locale, date)).collect()),
        15 => read::<Option<Class>>(bytes)?.map(|class| class.letter().to_owned()),
        16 => read::<Option<Segment>>(bytes)?.map(|segment| words::segment(locale, segment).to_owned()),
        18 => read::<Option<u16>>(bytes)?.map(|days| words::cadence(locale, days)),
        19 => Some(yes_no(locale, read(bytes)?)),
        _ => return later(),
    })
}

fn contact_words(locale: Locale, contact: &Contact) -> String {
    format!("{} ({})", contact.value, words::used_for(locale, contact.used_for))
}

fn address_words(locale: Locale, address: &Address) -> String {
    let parts = [&address.street, &address.postcode, &address.city, &address.region, &address.country];
    let parts: Vec<&str> = parts.into_iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    format!("{} ({})", parts.join(" "), words::used_for(locale, address.used_for))
}

fn date_words(locale: Locale, date: &ImportantDate) -> String {
    format!("{} {}", words::date_label(locale, &date.label), words::partial_date(locale, date.date))
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{
        day::PartialDate,
        id::Id,
        party::Party,
        record::{Record, Row},
    };

    #[test]
    fn every_field_of_a_party_can_be_told_in_words() {
        let contact = |value: &str| vec![Contact { value: value.into(), ..Contact::default() }];
        let party = Party {
            kind: PartyKind::Person,
            name: "name".into(),
            given: "given".into(),
            family: "family".into(),
            position: "position".into(),
            roles: vec![Role::Customer],
            reference: "reference".into(),
            emails: contact("a@b.co"),
            phones: contact("1"),
            addresses: vec![Address { city: "London".into(), ..Address::default() }],
            websites: contact("b.co"),
            tags: vec!["tag".into()],
            channel: Some(Channel::Phone),
            dates: vec![ImportantDate {
                label: "since".into(),
                date: PartialDate::new(Some(2019), None, None).unwrap(),
            }],
            custom: [(Id::new(Uuid::from_u128(3)), CustomValue::Text("text".into()))].into(),
            abc: Some(Class::A),
            segment: Some(Segment::Loyal),
            about: "about".into(),
            cadence: Some(30),
            no_contact: true,
        };
        let fields = Row::new(Id::new(Uuid::from_u128(1)), party).fields();
        let mut told = 0;
        for (key, bytes) in fields.iter().filter(|(key, _)| ![5, 7, 8, 9, 10, 11, 13].contains(&key.number)) {
            let text = decoded(Locale::en, key, bytes).unwrap().unwrap();
            assert!(!text.is_empty(), "field {}", key.number);
            told += 1;
        }
        // The lists are joined by the browser.
        assert_eq!(told + 7, Party::FIELDS.len());
    }
}
