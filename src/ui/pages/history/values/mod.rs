//! The value of a field as it stands in the journal, in words.

mod deals;
mod others;
mod party;
mod setup;

use minicbor::Decode;
use uuid::Uuid;

use crate::{
    domain::{book::Book, fields::Key, id::Id, order::Order, record::Kind},
    i18n::{Locale, td_string},
};

/// What a field says; `None` where it is there and empty.
type Told = Result<Option<String>, minicbor::decode::Error>;

fn read<'b, T: Decode<'b, ()>>(bytes: &'b [u8]) -> Result<T, minicbor::decode::Error> {
    minicbor::decode(bytes)
}

fn later() -> Told {
    Err(minicbor::decode::Error::message("a field of a later version"))
}

/// The value of a field of a record in words; the word for nothing where there is none. A value of a later version is told by
/// its size, not guessed at.
pub fn value(locale: Locale, book: &Book, (kind, id): (Kind, Uuid), key: Key, bytes: Option<&[u8]>) -> String {
    let told = |bytes: &[u8]| match kind {
        Kind::Party => party::decoded(locale, key, bytes),
        Kind::Order => {
            let order = book.get(Id::<Order>::new(id));
            let currency = order.map_or_else(|| book.settings().currency, |row| row.data.currency);
            others::order(locale, book, currency, key.number, bytes)
        }
        Kind::Note => others::note(locale, book, key.number, bytes),
        Kind::Interaction => others::interaction(locale, book, key.number, bytes),
        Kind::Task => others::task(locale, book, key.number, bytes),
        Kind::Promise => others::promise(locale, book, key.number, bytes),
        Kind::Deal => deals::deal(locale, book, Id::new(id), key.number, bytes),
        Kind::Survey => others::survey(locale, book, key.number, bytes),
        Kind::Link => others::link(locale, book, key.number, bytes),
        Kind::Product => setup::product(locale, key.number, bytes),
        Kind::CustomField => setup::custom_field(locale, key.number, bytes),
        Kind::Settings => setup::settings(locale, key.number, bytes),
        Kind::View => setup::view(locale, key.number, bytes),
    };
    let text = bytes.and_then(|bytes| match told(bytes) {
        Ok(text) => text,
        Err(_) => Some(td_string!(locale, history.unreadable_value, bytes = bytes.len())),
    });
    text.filter(|text| !text.is_empty()).unwrap_or_else(|| td_string!(locale, common.empty_value).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_and_what_cannot_be_read_have_words_too() {
        let book = Book::default();
        let empty = td_string!(Locale::en, common.empty_value);
        for kind in Kind::ALL {
            let value = |key, bytes| value(Locale::en, &book, (kind, Uuid::nil()), key, bytes);
            assert_eq!(value(Key::field(1), None), empty);
            assert!(value(Key::field(99), Some(&[1, 2, 3])).contains('3'));
        }
        assert_eq!(value(Locale::en, &book, (Kind::Party, Uuid::nil()), Key::field(12), Some(&[0xf6])), empty);
    }
}
