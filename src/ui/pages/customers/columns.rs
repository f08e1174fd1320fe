//! The columns that show more than text: a class with its mark, the rhythm with its colour.

use leptos::prelude::*;

use crate::{
    analysis::{listing::field::Field, rhythm::State},
    domain::{party::Party, record::Kind},
    i18n::{I18nKeys, Locale, t_string, td_string},
    state::{Scores, Workspace},
    ui::{
        components::{Badge, CardSlot, Column, Tone},
        pages::ClassBadge,
    },
};

type I18n = leptos_i18n::I18nContext<Locale, I18nKeys>;

/// The column of a field, where it is one of these.
pub fn special(i18n: I18n, field: &Field) -> Option<Column<u32>> {
    Some(match &*field.key {
        "class" => {
            let label = Signal::derive(move || t_string!(i18n, fields.abc).to_string());
            Column::new("class", label, class_cell).width(5.0, 0.0).card(CardSlot::Corner).sortable()
        }
        "rhythm" => {
            let label = Signal::derive(move || t_string!(i18n, customers.rhythm).to_string());
            Column::new("rhythm", label, move |slot| rhythm_cell(slot, i18n)).width(6.5, 0.5).sortable()
        }
        _ => return None,
    })
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
        class.flatten().map(|(class, by_hand)| view! { <ClassBadge class by_hand/> })
    }
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
