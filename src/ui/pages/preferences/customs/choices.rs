//! The choices of a field: each may be renamed, moved, taken away.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    ui::{
        components::{Field, Move, RepeatedField, RepeatedLabels, TextInput},
        words,
    },
};

use super::definition::Definition;

/// What is done to a definition.
pub(super) type Change = Box<dyn FnOnce(&mut Definition) + Send + Sync>;

/// The entries.
#[component]
pub(super) fn Choices(
    /// What is typed.
    value: Signal<Definition>,
    /// Told how to change it.
    change: Callback<Change>,
    /// What is wrong with a choice, by its place among those in which something stands; with all of them for none.
    error: Callback<Option<usize>, Option<crate::domain::flaw::Flaw>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = move |key: u32| {
        Signal::derive(move || {
            value.with(|definition| {
                definition
                    .choices
                    .iter()
                    .find(|choice| choice.key == key)
                    .map(|choice| choice.text.clone())
                    .unwrap_or_default()
            })
        })
    };
    let sentence = move |key: u32| {
        Signal::derive(move || {
            let place = value.with(|definition| {
                let mut filled = definition.choices.iter().filter(|choice| !choice.text.trim().is_empty());
                filled.position(|choice| choice.key == key)
            })?;
            error.run(Some(place)).map(|flaw| words::flaw(i18n.get_locale(), flaw))
        })
    };
    let entry = move |key: u32| {
        let choice = Signal::derive(move || t_string!(i18n, fields.custom_choice).to_owned());
        view! {
            <div class="customer-entry">
                <Field label=choice error=sentence(key)>
                    <TextInput
                        value=text(key)
                        on_input=move |text: String| change.run(Box::new(move |definition| {
                            if let Some(choice) = definition.choices.iter_mut().find(|choice| choice.key == key) {
                                choice.text = text;
                            }
                        }))
                    />
                </Field>
            </div>
        }
    };
    let labels = RepeatedLabels {
        heading: Signal::derive(move || t_string!(i18n, fields.field_choices).to_owned()),
        add: Signal::derive(move || t_string!(i18n, preferences.add_choice).to_owned()),
        remove: Signal::derive(move || t_string!(i18n, common.remove).to_owned()),
        up: Signal::derive(move || t_string!(i18n, common.move_up).to_owned()),
        down: Signal::derive(move || t_string!(i18n, common.move_down).to_owned()),
    };
    view! {
        <RepeatedField
            labels
            keys=Signal::derive(move || value.with(|definition| definition.choices.iter().map(|choice| choice.key).collect()))
            entry
            on_add=move |()| change.run(Box::new(Definition::add_choice))
            on_remove=move |key| change.run(Box::new(move |definition| definition.choices.retain(|choice| choice.key != key)))
            on_move=move |(key, way)| change.run(Box::new(move |definition| {
                let Some(from) = definition.choices.iter().position(|choice| choice.key == key) else { return };
                let to = if way == Move::Up { from.checked_sub(1) } else { Some(from + 1) };
                if let Some(to) = to.filter(|to| *to < definition.choices.len()) {
                    definition.choices.swap(from, to);
                }
            }))
        />
        <p class="field-hint">{move || t_string!(i18n, preferences.choices_hint)}</p>
        {move || error.run(None).map(|flaw| view! {
            <p class="field-error" role="alert">{words::flaw(i18n.get_locale(), flaw)}</p>
        })}
    }
}
