//! The value of a custom field.

use chrono::NaiveDate;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::CustomKind;
use crate::domain::{
    contact::{is_email, web_address},
    day::PartialDate,
    decimal::Decimal,
    flaw::{Flaw, TEXT, length},
    money::Money,
};

/// The value of a custom field.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CustomValue {
    /// Any text, of one line or of several, a web address, an e-mail address, a phone number.
    #[n(0)]
    Text(#[n(0)] String),
    /// A number.
    #[n(1)]
    Number(#[n(0)] Decimal),
    /// An amount.
    #[n(2)]
    Money(#[n(0)] Money),
    /// A day.
    #[n(3)]
    Date(#[cbor(n(0), with = "crate::domain::cbor::day")] NaiveDate),
    /// One of the choices, in its words: a choice that was renamed leaves its old values readable.
    #[n(4)]
    Choice(#[n(0)] String),
    /// Yes or no.
    #[n(5)]
    YesNo(#[n(0)] bool),
    /// Some of the choices, in their words and in the order of the definition. Never empty.
    #[n(6)]
    Choices(#[n(0)] Vec<String>),
    /// A day of which a part may be unknown.
    #[n(7)]
    PartialDate(#[n(0)] PartialDate),
}

impl CustomValue {
    /// What is wrong with it as a value of a field of that kind. A choice that is none any more is right: it was one.
    pub fn flaw(&self, kind: CustomKind) -> Option<Flaw> {
        match (kind, self) {
            (CustomKind::Text | CustomKind::LongText, Self::Text(text)) => {
                length(0, text, TEXT).map(|error| error.flaw)
            }
            (CustomKind::Link, Self::Text(text)) => web_address(text).is_none().then_some(Flaw::NotAWebAddress),
            (CustomKind::Email, Self::Text(text)) => (!is_email(text)).then_some(Flaw::NotAnEmail),
            (CustomKind::Phone, Self::Text(text)) => {
                (!text.chars().any(|c| c.is_ascii_digit())).then_some(Flaw::NotANumber)
            }
            (CustomKind::Number, Self::Number(_))
            | (CustomKind::Money, Self::Money(_))
            | (CustomKind::Date, Self::Date(_))
            | (CustomKind::PartialDate, Self::PartialDate(_))
            | (CustomKind::Choice, Self::Choice(_))
            | (CustomKind::YesNo, Self::YesNo(_)) => None,
            (CustomKind::Choices, Self::Choices(chosen)) => chosen.is_empty().then_some(Flaw::Missing),
            (CustomKind::Number | CustomKind::Money | CustomKind::Phone, _) => Some(Flaw::NotANumber),
            (CustomKind::Date | CustomKind::PartialDate, _) => Some(Flaw::NotADate),
            (CustomKind::Link, _) => Some(Flaw::NotAWebAddress),
            (CustomKind::Email, _) => Some(Flaw::NotAnEmail),
            (
                CustomKind::Text | CustomKind::LongText | CustomKind::Choice | CustomKind::Choices | CustomKind::YesNo,
                _,
            ) => Some(Flaw::NotAChoice),
        }
    }

    /// Calls choices otherwise, where they were chosen: each pair is what it was called and what it is called now. Two may change
    /// their names.
    pub fn rename_choices(&mut self, renamed: &[(String, String)]) {
        let rename = |choice: &mut String| {
            if let Some((_, new)) = renamed.iter().find(|(old, _)| old == choice) {
                new.clone_into(choice);
            }
        };
        match self {
            Self::Choice(choice) => rename(choice),
            Self::Choices(chosen) => {
                chosen.iter_mut().for_each(rename);
                let mut kept: Vec<String> = Vec::with_capacity(chosen.len());
                for choice in chosen.drain(..) {
                    if !kept.contains(&choice) {
                        kept.push(choice);
                    }
                }
                *chosen = kept;
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_fits_the_kind_that_it_is_of() {
        let text = |text: &str| CustomValue::Text(text.to_owned());
        assert_eq!(text("a\nb").flaw(CustomKind::LongText), None);
        assert_eq!(text("example.com").flaw(CustomKind::Link), None);
        assert_eq!(text("javascript:alert(1)").flaw(CustomKind::Link), Some(Flaw::NotAWebAddress));
        assert_eq!(text("a@b").flaw(CustomKind::Email), Some(Flaw::NotAnEmail));
        assert_eq!(text("none").flaw(CustomKind::Phone), Some(Flaw::NotANumber));
        assert_eq!(CustomValue::YesNo(true).flaw(CustomKind::Date), Some(Flaw::NotADate));
        assert_eq!(CustomValue::Choice("gone".into()).flaw(CustomKind::Choice), None);
        assert_eq!(CustomValue::Choices(Vec::new()).flaw(CustomKind::Choices), Some(Flaw::Missing));
    }

    #[test]
    fn a_renamed_choice_is_renamed_wherever_it_was_chosen_and_never_doubled() {
        let several = |all: &[&str]| CustomValue::Choices(all.iter().map(|text| (*text).to_owned()).collect());
        let renamed = |mut value: CustomValue| {
            value.rename_choices(&[("b".into(), "c".into()), ("x".into(), "y".into()), ("y".into(), "x".into())]);
            value
        };
        assert_eq!(renamed(CustomValue::Choice("b".into())), CustomValue::Choice("c".into()));
        assert_eq!(renamed(several(&["a", "b"])), several(&["a", "c"]));
        assert_eq!(renamed(several(&["c", "b"])), several(&["c"]));
        assert_eq!(renamed(several(&["b", "c"])), several(&["c"]));
        assert_eq!(renamed(several(&["a"])), several(&["a"]));
        assert_eq!(renamed(several(&["x", "y"])), several(&["y", "x"]));
    }
}
