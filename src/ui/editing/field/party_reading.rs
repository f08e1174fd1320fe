//! From what was typed into a field of a party to what it is set to.

use super::{
    Reading,
    party::{KINDS, PartyField},
    reading::{custom, flat, none_or, one_of, several, yes_no},
};
use crate::{
    domain::{
        class::{Class, Segment},
        contact::Channel,
        flaw::Flaw,
        party::Role,
        setting::PartySetting,
    },
    platform::format,
    ui::{pages::customer::amounts, words},
};

/// Reads what was typed.
pub(super) fn setting(field: &PartyField, text: &str, reading: Reading) -> Result<PartySetting, Flaw> {
    let Reading { locale, pasted, .. } = reading;
    let line = || text.trim().to_owned();
    Ok(match field {
        PartyField::Name => PartySetting::Name(flat(text, pasted)),
        PartyField::Given => PartySetting::Given(line()),
        PartyField::Family => PartySetting::Family(line()),
        PartyField::Position => PartySetting::Position(line()),
        PartyField::Reference => PartySetting::Reference(line()),
        PartyField::About => PartySetting::About(text.to_owned()),
        PartyField::Email => PartySetting::Email(line()),
        PartyField::Phone => PartySetting::Phone(line()),
        PartyField::Website => PartySetting::Website(line()),
        PartyField::Address(part) => PartySetting::Address(*part, line()),
        PartyField::Tags => PartySetting::Tags(several(text, pasted)),
        PartyField::Roles => {
            let roles = several(text, pasted)
                .into_iter()
                .map(|word| one_of(&Role::ALL, &word, |role| words::role(locale, role)));
            PartySetting::Roles(roles.collect::<Result<_, _>>()?)
        }
        PartyField::Kind => PartySetting::Kind(one_of(&KINDS, text, |kind| words::party_kind(locale, kind))?),
        PartyField::Class => PartySetting::Abc(none_or(text, |text| one_of(&Class::ALL, text, Class::letter))?),
        PartyField::Segment => PartySetting::Segment(none_or(text, |text| {
            one_of(&Segment::ALL, text, |segment| words::segment(locale, segment))
        })?),
        PartyField::Channel => PartySetting::Channel(none_or(text, |text| {
            one_of(&Channel::ALL, text, |channel| words::channel(locale, channel))
        })?),
        PartyField::Cadence => PartySetting::Cadence(none_or(text, |text| {
            amounts::days(text, &|text| format::parse_number(words::tag(locale), text))
        })?),
        PartyField::NoContact => PartySetting::NoContact(yes_no(locale, text)?),
        PartyField::Custom(id, field) => PartySetting::Custom(*id, none_or(text, |text| custom(field, text, reading))?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        domain::{book::Book, money::Currency, party::Party},
        i18n::Locale,
        ui::editing::field::{RecordField, party::PLAIN},
    };

    const READING: Reading = Reading { locale: Locale::en, currency: Currency::EUR, pasted: false };

    fn round(field: &PartyField, party: &Party) {
        use crate::domain::setting::Setting;
        let setting = field.setting(&field.text(Locale::en, party), READING).unwrap();
        let mut again = party.clone();
        setting.apply(&mut again);
        assert_eq!(&again, party, "{field:?}");
    }

    #[test]
    fn what_stands_in_a_field_reads_back_the_same() {
        let mut party = Party::customer("Ada Lovelace");
        for (field, ..) in PLAIN {
            round(&field, &party);
        }
        party.abc = Some(Class::B);
        party.segment = Some(Segment::AtRisk);
        party.channel = Some(Channel::Letter);
        party.tags = vec!["a, b".into(), "c".into()];
        party.roles = vec![Role::Customer, Role::Partner];
        for (field, ..) in PLAIN {
            round(&field, &party);
        }
    }

    #[test]
    fn each_field_is_found_by_the_key_of_its_column() {
        let book = Book::default();
        for (field, key, _) in PLAIN {
            assert_eq!(field.key(), key);
            assert_eq!(PartyField::of_key(&book, key), Some(field));
        }
        assert_eq!(PartyField::of_key(&book, "value"), None);
        assert_eq!(PartyField::of_key(&book, "x0"), None);
    }

    #[test]
    fn a_spreadsheet_has_several_words_in_one_cell() {
        let read = |pasted| PartyField::Tags.setting("vip, 老客戶；fair", Reading { pasted, ..READING });
        assert_eq!(read(true), Ok(PartySetting::Tags(["vip", "老客戶", "fair"].map(str::to_owned).to_vec())));
        assert_eq!(read(false), Ok(PartySetting::Tags(vec!["vip, 老客戶；fair".to_owned()])));
    }

    #[test]
    fn a_choice_is_read_by_its_word_and_nothing_else() {
        assert_eq!(PartyField::Class.setting("b", READING), Ok(PartySetting::Abc(Some(Class::B))));
        assert_eq!(PartyField::Class.setting("", READING), Ok(PartySetting::Abc(None)));
        assert_eq!(PartyField::Class.setting("D", READING), Err(Flaw::NotAChoice));
        assert_eq!(PartyField::Kind.setting("", READING), Err(Flaw::NotAChoice));
    }
}
