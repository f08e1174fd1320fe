//! People and firms: names, and how they are reached.

use std::collections::HashSet;

use crate::domain::{
    contact::{Channel, Contact, Use},
    day::PartialDate,
    party::{ImportantDate, Party, PartyKind},
};

use super::{dice::Dice, scene::Scene, trades::Trade, words::Word};

/// The names given so far: as long as there are others, no two are alike.
#[derive(Debug, Default)]
pub struct Names(HashSet<String>);

impl Names {
    /// A new name; after some attempts one that is taken.
    fn new_one<T>(&mut self, mut make: impl FnMut() -> T, name: impl Fn(&T) -> &str) -> T {
        let mut one = make();
        for _ in 0..12 {
            if !self.0.contains(name(&one)) {
                break;
            }
            one = make();
        }
        self.0.insert(name(&one).to_owned());
        one
    }

    /// Somebody, with address, phone and e-mail at home.
    pub fn person(&mut self, scene: &Scene, dice: &mut Dice) -> Party {
        let words = scene.words;
        let (full, (family, family_latin), (given, given_latin)) = self.new_one(
            || {
                let (family, given): (Word, Word) = (*dice.pick(words.family), *dice.pick(words.given));
                let full = if words.family_first {
                    format!("{}{}", family.0, given.0)
                } else {
                    format!("{} {}", given.0, family.0)
                };
                (full, family, given)
            },
            |(full, ..)| full,
        );
        let (address, phone) = scene.country.place(false, dice);
        let mailbox = match dice.below(3) {
            0 => format!("{given_latin}.{family_latin}@post.example"),
            1 => format!("{given_latin}{}@mail.example", dice.between(60, 99)),
            _ => format!("{family_latin}.{given_latin}@home.example"),
        };
        let mut person = Party {
            name: full,
            given: given.to_owned(),
            family: family.to_owned(),
            channel: dice.percent(40).then(|| *dice.pick(&[Channel::Email, Channel::Phone, Channel::Chat])),
            ..Party::default()
        };
        if dice.percent(92) {
            person.emails.push(Contact { used_for: Use::Home, value: mailbox });
        }
        if dice.percent(75) {
            person.phones.push(Contact { used_for: Use::Home, value: phone });
        }
        if dice.percent(85) {
            person.addresses.push(address);
        }
        if dice.percent(40) {
            person.dates.extend(date(scene.words.dates[0], &mut *dice, (1955, 2002), 60));
        }
        person
    }

    /// A firm of a trade, with address, phone, e-mail and website.
    pub fn firm(&mut self, scene: &Scene, trade: Trade, dice: &mut Dice) -> Party {
        let words = scene.words;
        let (name, domain) = self.new_one(
            || {
                let ((stem, latin), (end, end_latin)): (Word, Word) =
                    (*dice.pick(words.stems), *dice.pick(words.firm_ends(trade)));
                let blank = if words.family_first { "" } else { " " };
                (format!("{stem}{blank}{end}"), format!("{latin}-{end_latin}.example"))
            },
            |(name, _)| name,
        );
        let mut firm = self.of_domain(scene, name, &domain, dice);
        if dice.percent(35) {
            firm.dates.extend(date(words.dates[1], dice, (1985, 2020), 80));
        }
        firm
    }

    /// A firm with a name that is settled.
    pub fn of_domain(&mut self, scene: &Scene, name: String, domain: &str, dice: &mut Dice) -> Party {
        let (address, phone) = scene.country.place(true, dice);
        let local = *dice.pick(&["hello", "office", "info", "orders"]);
        let mut firm = Party {
            kind: PartyKind::Organisation,
            name,
            emails: vec![Contact { used_for: Use::Work, value: format!("{local}@{domain}") }],
            phones: vec![Contact { used_for: Use::Work, value: phone }],
            addresses: vec![address],
            channel: dice.percent(35).then(|| *dice.pick(&[Channel::Email, Channel::Phone, Channel::InPerson])),
            ..Party::default()
        };
        if dice.percent(30) {
            firm.emails.push(Contact { used_for: Use::Billing, value: format!("accounts@{domain}") });
        }
        if dice.percent(55) {
            firm.websites.push(Contact { used_for: Use::Work, value: format!("https://{domain}") });
        }
        firm
    }
}

/// A date of a year within bounds; in some cases the year is not known.
fn date(label: &str, dice: &mut Dice, years: (i64, i64), with_year: u32) -> Option<ImportantDate> {
    let (year, month, day) = (dice.between(years.0, years.1), dice.between(1, 12), dice.between(1, 28));
    let year = dice.percent(with_year).then_some(year as i32);
    Some(ImportantDate { label: label.to_owned(), date: PartialDate::new(year, Some(month as u8), Some(day as u8))? })
}
