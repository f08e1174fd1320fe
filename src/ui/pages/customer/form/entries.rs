//! The entries of fields of several: which of them count, and where each stands in the form.

use crate::{
    domain::{
        contact::{Address, Contact},
        flaw::Flaw,
        party::ImportantDate,
    },
    ui::pages::customer::{
        rows::Rows,
        wrong::{Place, Wrong},
    },
};

use super::date_draft::DateDraft;

/// The entries in which something was typed, and where each stands in the form.
fn filled<T>(rows: &Rows<T>, trim: impl Fn(&T) -> T, is_blank: impl Fn(&T) -> bool) -> (Vec<T>, Vec<usize>) {
    rows.iter().map(trim).enumerate().filter(|(_, entry)| !is_blank(entry)).map(|(index, entry)| (entry, index)).unzip()
}

/// E-mail addresses, phone numbers or websites.
pub fn contacts(rows: &Rows<Contact>) -> (Vec<Contact>, Vec<usize>) {
    let trim = |contact: &Contact| Contact { value: contact.value.trim().to_owned(), ..*contact };
    filled(rows, trim, |contact| contact.value.is_empty())
}

/// Postal addresses.
pub fn addresses(rows: &Rows<Address>) -> (Vec<Address>, Vec<usize>) {
    let trim = |text: &str| text.trim().to_owned();
    let trimmed = |address: &Address| Address {
        used_for: address.used_for,
        street: trim(&address.street),
        city: trim(&address.city),
        region: trim(&address.region),
        postcode: trim(&address.postcode),
        country: trim(&address.country),
    };
    filled(rows, trimmed, Address::is_empty)
}

/// Days to remember; those that are none are told.
pub fn dates(rows: &Rows<DateDraft>) -> (Vec<ImportantDate>, Vec<usize>, Vec<Wrong>) {
    let (mut dates, mut places, mut wrongs) = (Vec::new(), Vec::new(), Vec::new());
    for (index, draft) in rows.iter().enumerate().filter(|(_, draft)| !draft.is_blank()) {
        let label = draft.label.trim().to_owned();
        match draft.parts.parse() {
            Ok(date) => {
                dates.push(ImportantDate { label, date });
                places.push(index);
            }
            Err((part, flaw)) => {
                if label.is_empty() {
                    wrongs.push(Place::entry(13, index, 0).is(Flaw::Missing));
                }
                wrongs.push(Place::entry(13, index, part).is(flaw));
            }
        }
    }
    (dates, places, wrongs)
}
