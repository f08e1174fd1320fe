//! A field of whatever kind of record: the dialogs are built once for all lists.

use crate::{
    domain::{
        book::{Book, Stored},
        flaw::Flaw,
        money::Currency,
        record::Kind,
        setting::{AnySetting, PartySetting, Setting},
    },
    i18n::Locale,
    ui::components::CellKind,
};

use super::{OrderField, PartyField, ProductField, Reading, RecordField, RecordOf};

/// A field of a record that can be changed in a list; the kind of the record is the variant.
#[derive(Debug, Clone, PartialEq)]
pub enum AnyField {
    /// Of a party.
    Party(PartyField),
    /// Of an order.
    Order(OrderField),
    /// Of a product.
    Product(ProductField),
}

/// Runs an expression with the field, whatever it is of.
macro_rules! with_field {
    ($any:expr, $field:ident => $body:expr) => {
        match $any {
            AnyField::Party($field) => $body,
            AnyField::Order($field) => $body,
            AnyField::Product($field) => $body,
        }
    };
}

impl AnyField {
    /// Every field of a kind of record, in the order in which they are offered.
    pub fn all(book: &Book, kind: Kind) -> Vec<Self> {
        match kind {
            Kind::Order => OrderField::all(book).into_iter().map(Self::Order).collect(),
            Kind::Product => ProductField::all(book).into_iter().map(Self::Product).collect(),
            _ => PartyField::all(book).into_iter().map(Self::Party).collect(),
        }
    }

    /// The field of a column in the list of a kind of record.
    pub fn of_key(book: &Book, kind: Kind, key: &str) -> Option<Self> {
        match kind {
            Kind::Order => OrderField::of_key(book, key).map(Self::Order),
            Kind::Product => ProductField::of_key(book, key).map(Self::Product),
            _ => PartyField::of_key(book, key).map(Self::Party),
        }
    }

    /// The key of its column.
    pub fn key(&self) -> String {
        with_field!(self, field => field.key())
    }

    /// What it is called.
    pub fn label(&self, locale: Locale) -> String {
        with_field!(self, field => field.label(locale))
    }

    /// Whether words can be added to it and taken away one by one.
    pub fn takes_words(&self) -> bool {
        matches!(self, Self::Party(PartyField::Tags | PartyField::Roles))
    }

    /// Whether it may be empty.
    pub fn may_be_empty(&self) -> bool {
        with_field!(self, field => field.may_be_empty())
    }

    /// Whether choosing nothing is a choice of its own.
    pub fn nothing_is_a_choice(&self) -> bool {
        with_field!(self, field => field.nothing_is_a_choice())
    }

    /// How it is typed. `tags` are those in use.
    pub fn kind(&self, locale: Locale, currency: Currency, tags: &[String]) -> CellKind {
        with_field!(self, field => field.kind(locale, currency, tags))
    }

    /// The currency in which an amount of the record in a slot is typed.
    pub fn currency(&self, book: &Book, slot: u32) -> Currency {
        let base = book.settings().currency;
        with_field!(self, field => at(field, book, slot).map_or(base, |record| field.currency(record, base)))
    }

    /// Reads what was typed.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn setting(&self, text: &str, reading: Reading) -> Result<AnySetting, Flaw> {
        with_field!(self, field => field.setting(text, reading).map(AnySetting::from))
    }

    /// What adds the words that were typed to those that are there.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn adding(&self, text: &str, reading: Reading) -> Result<AnySetting, Flaw> {
        Ok(match self.setting(text, reading)? {
            AnySetting::Party(PartySetting::Tags(tags)) => PartySetting::AddTags(tags).into(),
            AnySetting::Party(PartySetting::Roles(roles)) => PartySetting::AddRoles(roles).into(),
            setting => setting,
        })
    }

    /// What takes the words that were typed away.
    ///
    /// # Errors
    /// What is wrong with them.
    pub fn removing(&self, text: &str, reading: Reading) -> Result<AnySetting, Flaw> {
        Ok(match self.setting(text, reading)? {
            AnySetting::Party(PartySetting::Tags(tags)) => PartySetting::RemoveTags(tags).into(),
            AnySetting::Party(PartySetting::Roles(roles)) => PartySetting::RemoveRoles(roles).into(),
            setting => setting,
        })
    }

    /// What takes the value away.
    pub fn cleared(&self) -> Option<AnySetting> {
        with_field!(self, field => field.cleared().map(AnySetting::from))
    }

    /// What the field of the record in a slot shows now, and what it would show.
    pub fn before_and_after(
        &self,
        locale: Locale,
        book: &Book,
        slot: u32,
        setting: &AnySetting,
    ) -> Option<(String, String)> {
        with_field!(self, field => before_and_after(field, locale, at(field, book, slot)?, setting))
    }
}

fn at<'a, F: RecordField>(_: &F, book: &'a Book, slot: u32) -> Option<&'a RecordOf<F>> {
    RecordOf::<F>::table(book).at(slot).map(|row| &row.data)
}

fn before_and_after<F>(
    field: &F,
    locale: Locale,
    record: &RecordOf<F>,
    setting: &AnySetting,
) -> Option<(String, String)>
where
    F: RecordField<Setting: TryFrom<AnySetting>>,
{
    let mut after = record.clone();
    F::Setting::try_from(setting.clone()).ok()?.apply(&mut after);
    Some((field.shown(locale, record), field.shown(locale, &after)))
}
