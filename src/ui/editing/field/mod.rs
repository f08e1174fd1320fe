//! The fields of records that can be changed where they are listed: what each is called, how it is typed, what stands in it.
//!
//! A list knows the kind of its records as it is built and asks [`RecordField`]; the dialogs, which all lists share, ask [`AnyField`].

mod any;
mod order;
mod party;
mod party_reading;
mod product;
mod reading;

pub use any::AnyField;
pub use order::OrderField;
pub use party::PartyField;
pub use product::ProductField;
pub use reading::Reading;

use crate::{
    domain::{book::Book, flaw::Flaw, money::Currency, setting::Setting},
    i18n::Locale,
    state::commands::Checked,
    ui::components::{CellKind, Choice},
};

/// The kind of record that has a field.
pub type RecordOf<F> = <<F as RecordField>::Setting as Setting>::Record;

/// A field of a record that can be changed in a list.
pub trait RecordField: Clone + PartialEq + Send + Sync + 'static {
    /// What it is set to.
    type Setting: Checked;

    /// Every field, in the order in which they are offered.
    fn all(book: &Book) -> Vec<Self>;

    /// The field of a column.
    fn of_key(book: &Book, key: &str) -> Option<Self>;

    /// Whether it may be typed on the one line of a cell, which would take the lines out of a longer text.
    fn fits_a_cell(&self) -> bool;

    /// The key of its column.
    fn key(&self) -> String;

    /// What it is called.
    fn label(&self, locale: Locale) -> String;

    /// Whether it may be empty.
    fn may_be_empty(&self) -> bool;

    /// Whether choosing nothing is a choice of its own, such as going back to what was computed.
    fn nothing_is_a_choice(&self) -> bool {
        false
    }

    /// How it is typed. `tags` are those in use.
    fn kind(&self, locale: Locale, currency: Currency, tags: &[String]) -> CellKind;

    /// The currency in which an amount is typed; `base` is the workspace's.
    fn currency(&self, _record: &RecordOf<Self>, base: Currency) -> Currency {
        base
    }

    /// What stands in the field, as it is typed; several words each on a line.
    fn text(&self, locale: Locale, record: &RecordOf<Self>) -> String;

    /// What stands in the field as people read it, on one line.
    fn shown(&self, locale: Locale, record: &RecordOf<Self>) -> String {
        self.text(locale, record)
    }

    /// Reads what was typed.
    ///
    /// # Errors
    /// What is wrong with it.
    fn setting(&self, text: &str, reading: Reading) -> Result<Self::Setting, Flaw>;

    /// What takes the value away.
    fn cleared(&self) -> Option<Self::Setting> {
        let reading = Reading { locale: Locale::en, currency: Currency::EUR, pasted: false };
        self.may_be_empty().then(|| self.setting("", reading).ok()).flatten()
    }
}

/// A choice that is called what it is.
fn same(text: &str) -> Choice {
    Choice::new(text.to_owned(), text.to_owned())
}
