//! Words that several forms of this page need in the same way.

use leptos::prelude::*;

use crate::{
    domain::{contact::Use, money::Currency, record::Kind},
    i18n::{t_string, use_i18n},
    ui::{
        components::{Choice, RepeatedLabels},
        words,
    },
};

/// The name of a field, in the language of the moment.
pub fn field_label(kind: Kind, number: u32) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || words::field_name(i18n.get_locale(), kind, number).to_owned())
}

/// The words around the entries of a field of several.
pub fn repeated_labels(heading: Signal<String>) -> RepeatedLabels {
    let i18n = use_i18n();
    RepeatedLabels {
        heading,
        add: Signal::derive(move || t_string!(i18n, common.add).to_owned()),
        remove: Signal::derive(move || t_string!(i18n, common.remove).to_owned()),
        up: Signal::derive(move || t_string!(i18n, common.move_up).to_owned()),
        down: Signal::derive(move || t_string!(i18n, common.move_down).to_owned()),
    }
}

/// What an address can be for; the value is the place in [`Use::ALL`].
pub fn use_choices() -> Signal<Vec<Choice>> {
    let i18n = use_i18n();
    Signal::derive(move || indexed(&Use::ALL, |used_for| words::used_for(i18n.get_locale(), used_for)))
}

/// Choices whose values are places in a list.
pub fn indexed<T: Copy>(all: &[T], word: impl Fn(T) -> &'static str) -> Vec<Choice> {
    all.iter().enumerate().map(|(index, value)| Choice::new(index.to_string(), word(*value))).collect()
}

/// The value of a choice made by [`indexed`].
pub fn index_value<T: PartialEq>(all: &[T], value: &T) -> String {
    all.iter().position(|other| other == value).map_or_else(String::new, |index| index.to_string())
}

/// What was chosen of the list by the value of a choice.
pub fn chosen<T: Copy>(all: &[T], value: &str) -> Option<T> {
    all.get(value.parse::<usize>().ok()?).copied()
}

/// Every currency by its code.
pub fn currency_choices() -> Vec<Choice> {
    Currency::all().map(|currency| Choice::new(currency.code(), currency.code())).collect()
}
