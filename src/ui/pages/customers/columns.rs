//! The columns of the list.

use leptos::prelude::*;

use crate::{
    analysis::{columns::NO_DAY, rhythm::State},
    domain::{day, money::Currency, party::Party, record::Kind},
    i18n::{I18nKeys, Locale, t_string, td_string},
    platform::format,
    state::{Answer, Scores, Workspace},
    ui::{
        components::{Align, Badge, CardSlot, Column, Tone},
        route::Sort,
        words,
    },
};

type I18n = leptos_i18n::I18nContext<Locale, I18nKeys>;

const KEYS: [(Sort, &str); 6] = [
    (Sort::Name, "name"),
    (Sort::Class, "class"),
    (Sort::Value, "value"),
    (Sort::Orders, "orders"),
    (Sort::LastOrder, "last"),
    (Sort::Rhythm, "rhythm"),
];

/// The key of the column that shows an order.
pub fn key(sort: Sort) -> &'static str {
    KEYS.iter().find(|(known, _)| *known == sort).map_or("name", |(_, key)| key)
}

/// The order that a column stands for.
pub fn sort_of(key: &str) -> Option<Sort> {
    KEYS.iter().find(|(_, known)| *known == key).map(|(sort, _)| *sort)
}

/// The columns, in order.
pub fn columns(i18n: I18n) -> Vec<Column<u32>> {
    let label = move |text: fn(I18n) -> String| Signal::derive(move || text(i18n));
    vec![
        Column::new("name", label(|i18n| t_string!(i18n, fields.name).to_string()), name_cell)
            .width(14.0, 3.0)
            .card(CardSlot::Title)
            .sortable(),
        Column::new("class", label(|i18n| t_string!(i18n, fields.abc).to_string()), class_cell)
            .width(6.0, 0.0)
            .card(CardSlot::Corner)
            .sortable(),
        Column::new("segment", label(|i18n| t_string!(i18n, fields.segment).to_string()), move |slot| {
            text_cell(slot, i18n, segment_text)
        })
        .width(10.0, 1.0),
        Column::new("value", label(|i18n| t_string!(i18n, customers.value).to_string()), move |slot| {
            text_cell(slot, i18n, value_text)
        })
        .width(8.0, 1.0)
        .align(Align::End)
        .sortable(),
        Column::new("orders", label(|i18n| t_string!(i18n, customers.orders).to_string()), move |slot| {
            text_cell(slot, i18n, orders_text)
        })
        .width(6.0, 0.0)
        .align(Align::End)
        .card(CardSlot::Absent)
        .sortable(),
        Column::new("last", label(|i18n| t_string!(i18n, customers.last_order).to_string()), move |slot| {
            text_cell(slot, i18n, last_text)
        })
        .width(9.0, 1.0)
        .align(Align::End)
        .sortable(),
        Column::new("rhythm", label(|i18n| t_string!(i18n, customers.rhythm).to_string()), move |slot| {
            rhythm_cell(slot, i18n)
        })
        .width(8.0, 0.5)
        .sortable(),
    ]
}

fn name_cell(slot: Signal<u32>) -> impl IntoView {
    let workspace = Workspace::expect();
    move || with_party(workspace, slot.get(), |party| party.name.clone()).unwrap_or_default()
}

fn with_party<R>(workspace: Workspace, slot: u32, ask: impl FnOnce(&Party) -> R) -> Option<R> {
    workspace.read(&[Kind::Party], |book| book.parties.at(slot).map(|row| ask(&row.data)))
}

fn class_cell(slot: Signal<u32>) -> impl IntoView {
    let (workspace, scores) = (Workspace::expect(), Scores::expect());
    move || {
        let class = with_party(workspace, slot.get(), |party| {
            let class = scores.signal().with(|answer| answer.class(slot.get(), party));
            class.map(|class| (class, party.abc.is_some()))
        });
        class.flatten().map(|(class, by_hand)| view! { <super::super::ClassBadge class by_hand/> })
    }
}

/// A cell of text that is worked out from the answer.
fn text_cell(slot: Signal<u32>, i18n: I18n, text: fn(Locale, &Answer, u32, &Party) -> Option<String>) -> impl IntoView {
    let (workspace, scores) = (Workspace::expect(), Scores::expect());
    move || {
        let (slot, locale) = (slot.get(), i18n.get_locale());
        with_party(workspace, slot, |party| scores.signal().with(|answer| text(locale, answer, slot, party))).flatten()
    }
}

fn segment_text(locale: Locale, answer: &Answer, slot: u32, party: &Party) -> Option<String> {
    answer.segment(slot, party).map(|segment| words::segment(locale, segment).to_owned())
}

fn value_text(locale: Locale, answer: &Answer, slot: u32, _: &Party) -> Option<String> {
    let currency: Currency = answer.settings.currency;
    answer.value(slot).map(|minor| format::money(words::tag(locale), minor, currency.code(), currency.exponent()))
}

fn orders_text(locale: Locale, answer: &Answer, slot: u32, _: &Party) -> Option<String> {
    let orders = *answer.classification.summary.orders.get(slot as usize)?;
    Some(format::integer(words::tag(locale), orders.into()))
}

fn last_text(locale: Locale, answer: &Answer, slot: u32, _: &Party) -> Option<String> {
    let last = *answer.classification.summary.last_order.get(slot as usize)?;
    let day = (last != NO_DAY).then(|| day::from_number(last)).flatten()?;
    Some(format::day(words::tag(locale), day))
}

fn rhythm_cell(slot: Signal<u32>, i18n: I18n) -> impl IntoView {
    let scores = Scores::expect();
    move || {
        let usual = scores.signal().with(|answer| answer.classification.rhythm.usual(slot.get() as usize))?;
        let locale = i18n.get_locale();
        let (word, tone) = match usual.state {
            State::Unknown => return None,
            State::OnTime => (td_string!(locale, customers.on_time), Tone::Success),
            State::Due => (td_string!(locale, customers.due), Tone::Accent),
            State::Late => (td_string!(locale, customers.late), Tone::Warning),
            State::Silent => (td_string!(locale, customers.silent), Tone::Danger),
        };
        Some(view! { <Badge label=word.to_string() tone/> })
    }
}
