//! What is wanted of many records: a field, what happens to it, and the value.

use crate::{
    domain::{flaw::Flaw, record::Kind, setting::AnySetting},
    i18n::{Locale, td_string},
    ui::editing::field::{AnyField, OrderField, PartyField, ProductField, Reading},
};

/// What happens to the field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    /// It gets a value.
    Set,
    /// Words are added to those that are there.
    Add,
    /// Words are taken away.
    Remove,
    /// It becomes empty.
    Clear,
}

impl How {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Set, Self::Add, Self::Remove, Self::Clear];

    /// What it is called.
    pub fn word(self, locale: Locale) -> &'static str {
        match self {
            Self::Set => td_string!(locale, bulk.how_set),
            Self::Add => td_string!(locale, bulk.how_add),
            Self::Remove => td_string!(locale, bulk.how_remove),
            Self::Clear => td_string!(locale, bulk.how_clear),
        }
    }

    /// Whether it can be done with a field.
    pub fn fits(self, field: &AnyField) -> bool {
        match self {
            Self::Set => true,
            Self::Add | Self::Remove => field.takes_words(),
            Self::Clear => field.may_be_empty(),
        }
    }
}

/// What is wanted: field, what happens to it, and the value as it is typed.
#[derive(Debug, Clone, PartialEq)]
pub struct Wanted {
    /// The field.
    pub field: AnyField,
    /// What happens to it.
    pub how: How,
    /// The value as it is typed.
    pub text: String,
}

impl Wanted {
    /// A field, nothing typed yet.
    pub fn of(field: AnyField) -> Self {
        let how = if How::Add.fits(&field) { How::Add } else { How::Set };
        Self { field, how, text: String::new() }
    }

    /// The field that is offered first.
    pub fn first(kind: Kind) -> Self {
        Self::of(match kind {
            Kind::Order => AnyField::Order(OrderField::Day),
            Kind::Product => AnyField::Product(ProductField::Price),
            _ => AnyField::Party(PartyField::Tags),
        })
    }

    /// What it comes to.
    ///
    /// # Errors
    /// What is wrong with the value.
    pub fn setting(&self, reading: Reading) -> Result<AnySetting, Flaw> {
        let Self { field, text, .. } = self;
        match self.how {
            How::Clear => field.cleared().ok_or(Flaw::Missing),
            _ if text.trim().is_empty() && !field.nothing_is_a_choice() => Err(Flaw::Missing),
            How::Set => field.setting(text, reading),
            How::Add => field.adding(text, reading),
            How::Remove => field.removing(text, reading),
        }
    }
}
