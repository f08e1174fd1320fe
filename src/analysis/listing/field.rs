//! A field of a list: what it is called by, what form its values have, and how the value of a record is read.

use std::borrow::Cow;

use chrono::NaiveDate;

use crate::{
    analysis::{classification::Classification, listing::products::Sales},
    domain::{
        book::Book,
        custom::{CustomField, CustomValue},
        day,
        id::Id,
        money::Money,
        note::Note,
        order::Order,
        party::Party,
        product::Product,
        promise::Promise,
        record::{Kind, Row},
        settings::Settings,
        task::Task,
    },
};

/// What form the values of a field have. It decides the operators of a filter, how an input looks and what can be added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Form {
    /// Any text; may hold several (e-mail addresses).
    Text,
    /// A number, in ten-thousandths.
    Number,
    /// An amount with its currency, in minor units.
    Money,
    /// A civil day, as days since 1970-01-01.
    Day,
    /// One of the choices.
    Choice,
    /// Any of several labels.
    Tags,
    /// Yes (1) or no (0).
    YesNo,
}

/// What may be chosen in a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Choices {
    /// Whatever there is.
    Free,
    /// These keys, in order, which have words of their own.
    Fixed(&'static [&'static str]),
    /// These words of the user's.
    Own(Vec<String>),
}

/// How the facet rail counts a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Facet {
    /// Not at all.
    None,
    /// By its values.
    Values,
    /// By how long ago: each a range as filters write it.
    Ages(&'static [(&'static str, &'static str)]),
}

/// Spans of days for the rail: this month's, the quarter's, the year's, older.
pub(super) const AGES: Facet = Facet::Ages(&[("0d", "30d"), ("31d", "90d"), ("91d", "365d"), ("366d", "")]);

/// The record of a row.
#[derive(Debug, Clone, Copy)]
pub enum Record<'a> {
    /// A customer or anybody else.
    Party(&'a Row<Party>),
    /// An order.
    Order(&'a Row<Order>),
    /// A product.
    Product(&'a Row<Product>),
    /// A note.
    Note(&'a Row<Note>),
    /// A task.
    Task(&'a Row<Task>),
    /// A promise.
    Promise(&'a Row<Promise>),
}

/// Everything that values are read from.
#[derive(Debug, Clone, Copy)]
pub struct Source<'a> {
    /// Every record.
    pub book: &'a Book,
    /// Classes and scores; a customer's number is the slot of the party.
    pub scores: &'a Classification,
    /// What was sold of each product; empty as long as nobody asked for it.
    pub sales: &'a Sales,
    /// The settings that amounts are converted by.
    pub settings: &'a Settings,
    /// The day it is.
    pub today: NaiveDate,
    /// What the time zone of the workspace is ahead of UTC, in milliseconds.
    pub ahead: i64,
}

impl<'a> Source<'a> {
    /// The record of a slot.
    pub fn record(&self, kind: Kind, slot: u32) -> Option<Record<'a>> {
        let book = self.book;
        match kind {
            Kind::Party => book.parties.at(slot).map(Record::Party),
            Kind::Order => book.orders.at(slot).map(Record::Order),
            Kind::Product => book.products.at(slot).map(Record::Product),
            Kind::Note => book.notes.at(slot).map(Record::Note),
            Kind::Task => book.tasks.at(slot).map(Record::Task),
            Kind::Promise => book.promises.at(slot).map(Record::Promise),
            _ => None,
        }
    }

    /// The day of an instant, as a number.
    pub(super) fn day_of(&self, instant: u64) -> i64 {
        (i64::try_from(instant).unwrap_or(i64::MAX / 2) + self.ahead).div_euclid(86_400_000)
    }
}

/// A record with its slot, where a value is read.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// What it is read from.
    pub source: &'a Source<'a>,
    /// The slot of the record.
    pub slot: u32,
    /// The record.
    pub record: Record<'a>,
}

impl<'a> At<'a> {
    pub(super) fn party(&self) -> Option<&'a Row<Party>> {
        if let Record::Party(row) = self.record { Some(row) } else { None }
    }

    pub(super) fn order(&self) -> Option<&'a Row<Order>> {
        if let Record::Order(row) = self.record { Some(row) } else { None }
    }

    pub(super) fn product(&self) -> Option<&'a Row<Product>> {
        if let Record::Product(row) = self.record { Some(row) } else { None }
    }
}

/// Takes the texts of a value one after the other.
pub type Sink<'a> = dyn FnMut(&str) + 'a;

/// How the value of a record is read. Plain function pointers: a hundred fields cost a hundred small functions, no more.
#[derive(Debug, Clone, Copy)]
pub enum Read {
    /// Texts: of a text field, of labels, of a choice in the user's words.
    Texts(fn(&At<'_>, &mut Sink<'_>)),
    /// A number, a day, the place of a choice among the fixed ones, yes or no.
    Number(fn(&At<'_>) -> Option<i64>),
    /// An amount.
    Money(fn(&At<'_>) -> Option<Money>),
    /// The custom field.
    Custom,
}

/// What besides the record itself a value rests on: when that changes, all of its values may.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rests {
    /// Nothing.
    Alone,
    /// Classes and scores.
    OnScores,
    /// Records of another kind.
    On(Kind),
    /// Classes and scores, and records of another kind.
    OnScoresAnd(Kind),
    /// What was sold.
    OnSales,
}

/// A field of a list.
#[derive(Debug, Clone)]
pub struct Field {
    /// What addresses, saved views and the search box call it by; for ever the same. A custom field's is [`Field::custom_key`].
    pub key: Cow<'static, str>,
    /// What form its values have.
    pub form: Form,
    /// The number of the record's field that it shows; `None` where it is worked out.
    pub number: Option<u32>,
    /// The custom field that it is.
    pub custom: Option<Id<CustomField>>,
    /// The name that the user gave it; the others have words in the locales.
    pub name: Option<String>,
    /// What may be chosen.
    pub choices: Choices,
    /// Whether it can be changed where it stands, for one record or for many.
    pub editable: bool,
    /// How the rail counts it.
    pub facet: Facet,
    /// Whether a total over its values says anything.
    pub summed: bool,
    /// What decides between equal values, as a sort is written.
    pub then: Option<&'static str>,
    /// What else its values rest on.
    pub rests: Rests,
    /// How a value is read.
    pub read: Read,
}

impl Field {
    pub(super) fn new(key: &'static str, form: Form, number: Option<u32>, read: Read) -> Self {
        Self {
            key: Cow::Borrowed(key),
            form,
            number,
            custom: None,
            name: None,
            choices: Choices::Free,
            editable: false,
            facet: Facet::None,
            summed: false,
            then: None,
            rests: Rests::Alone,
            read,
        }
    }

    pub(super) fn text(key: &'static str, number: u32, read: fn(&At<'_>, &mut Sink<'_>)) -> Self {
        Self::new(key, Form::Text, Some(number), Read::Texts(read))
    }

    pub(super) fn number(key: &'static str, read: fn(&At<'_>) -> Option<i64>) -> Self {
        Self::new(key, Form::Number, None, Read::Number(read))
    }

    pub(super) fn day(key: &'static str, read: fn(&At<'_>) -> Option<i64>) -> Self {
        Self::new(key, Form::Day, None, Read::Number(read))
    }

    pub(super) fn money(key: &'static str, read: fn(&At<'_>) -> Option<Money>) -> Self {
        Self { summed: true, ..Self::new(key, Form::Money, None, Read::Money(read)) }
    }

    pub(super) fn choice(
        key: &'static str,
        choices: &'static [&'static str],
        read: fn(&At<'_>) -> Option<i64>,
    ) -> Self {
        let choices = Choices::Fixed(choices);
        Self { choices, facet: Facet::Values, ..Self::new(key, Form::Choice, None, Read::Number(read)) }
    }

    pub(super) fn yes_no(key: &'static str, read: fn(&At<'_>) -> Option<i64>) -> Self {
        Self { facet: Facet::Values, ..Self::new(key, Form::YesNo, None, Read::Number(read)) }
    }

    pub(super) fn of(self, number: u32) -> Self {
        Self { number: Some(number), ..self }
    }

    pub(super) fn editable(self) -> Self {
        Self { editable: true, ..self }
    }

    pub(super) fn facet(self, facet: Facet) -> Self {
        Self { facet, ..self }
    }

    pub(super) fn summed(self) -> Self {
        Self { summed: true, ..self }
    }

    pub(super) fn then(self, then: &'static str) -> Self {
        Self { then: Some(then), ..self }
    }

    pub(super) fn rests(self, rests: Rests) -> Self {
        Self { rests, ..self }
    }

    /// The key of a custom field.
    pub fn custom_key(id: Id<CustomField>) -> String {
        format!("x{}", id.uuid().simple())
    }

    /// Whether records of equal values can stand together under a head.
    pub fn groups(&self) -> bool {
        matches!(self.form, Form::Choice | Form::Tags | Form::YesNo | Form::Day)
            || self.key == "city"
            || self.key == "country"
    }

    /// Whether a first click on its head should show the largest first.
    pub fn descends_first(&self) -> bool {
        matches!(self.form, Form::Number | Form::Money | Form::Day)
    }

    /// The texts of a value, where it has any.
    pub fn texts(&self, at: &At<'_>, sink: &mut Sink<'_>) {
        match self.read {
            Read::Texts(read) => read(at, sink),
            Read::Custom => match self.custom_value(at) {
                Some(CustomValue::Text(text) | CustomValue::Choice(text)) => sink(text),
                Some(CustomValue::Choices(choices)) => choices.iter().for_each(|choice| sink(choice)),
                Some(CustomValue::PartialDate(date)) => sink(&date.to_string()),
                Some(CustomValue::Number(_) | CustomValue::Money(_) | CustomValue::Date(_) | CustomValue::YesNo(_))
                | None => {}
            },
            Read::Number(_) | Read::Money(_) => {}
        }
    }

    /// The number of a value: ten-thousandths, a day, a place among the choices, yes or no. `None` where there is none.
    pub fn whole(&self, at: &At<'_>) -> Option<i64> {
        match self.read {
            Read::Number(read) => read(at),
            Read::Custom => match self.custom_value(at)? {
                CustomValue::Number(number) => Some(number.units()),
                CustomValue::Date(date) => Some(i64::from(day::number(*date))),
                CustomValue::YesNo(yes) => Some(i64::from(*yes)),
                CustomValue::Text(_)
                | CustomValue::Choice(_)
                | CustomValue::Choices(_)
                | CustomValue::Money(_)
                | CustomValue::PartialDate(_) => None,
            },
            Read::Texts(_) | Read::Money(_) => None,
        }
    }

    /// The amount of a value.
    pub fn amount(&self, at: &At<'_>) -> Option<Money> {
        match self.read {
            Read::Money(read) => read(at),
            Read::Custom => match self.custom_value(at)? {
                CustomValue::Money(money) => Some(*money),
                _ => None,
            },
            Read::Texts(_) | Read::Number(_) => None,
        }
    }

    fn custom_value<'a>(&self, at: &At<'a>) -> Option<&'a CustomValue> {
        at.party()?.data.custom.get(&self.custom?)
    }
}
