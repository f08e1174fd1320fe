//! Days to remember, of which any part may be left empty.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{Locale, t_string, td_string, use_i18n},
    ui::{
        components::{Field, NumberInput, RepeatedField, TextInput},
        pages::customer::{
            labels::{field_label, repeated_labels},
            wrong::Place,
        },
    },
};

use super::{date_draft::DateDraft, state::Form};

/// One part of a date: its label, how to read and to write it.
type Part = (fn(Locale) -> &'static str, fn(&DateDraft) -> &String, fn(&mut DateDraft) -> &mut String);

const PARTS: [Part; 3] = [
    (|locale| td_string!(locale, customer.date_year), |date| &date.year, |date| &mut date.year),
    (|locale| td_string!(locale, customer.date_month), |date| &date.month, |date| &mut date.month),
    (|locale| td_string!(locale, customer.date_day), |date| &date.day, |date| &mut date.day),
];

/// The entries: what happens, year, month, day.
#[component]
pub fn Dates(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let value = move |key: u32, get: fn(&DateDraft) -> &String| {
        form.value(move |draft| draft.dates.get(key).map_or_else(String::new, |date| get(date).clone()))
    };
    let error = move |key: u32, part: u8| {
        form.error_at(move || {
            form.draft.with(|draft| draft.dates.index(key)).map(|index| Place::entry(13, index, part))
        })
    };
    let entry = move |key: u32| {
        let parts = PARTS.into_iter().enumerate().map(move |(index, (label, get, edit))| {
            // The sentence is about the whole date; it stands below its first input.
            let error = if index == 0 { error(key, 1) } else { Signal::stored(None) };
            view! {
                <Field label=move || label(i18n.get_locale()).to_owned() error>
                    <NumberInput
                        whole=true
                        value=value(key, get)
                        on_input=move |text: String| form.draft.update(|draft| {
                            draft.dates.edit(key, |date| *edit(date) = text);
                        })
                    />
                </Field>
            }
        });
        view! {
            <div class="customer-entry customer-entry-date">
                <Field label=move || t_string!(i18n, customer.date_label).to_owned() error=error(key, 0)>
                    <TextInput
                        value=value(key, |date| &date.label)
                        on_input=move |text: String| form.draft.update(|draft| {
                            draft.dates.edit(key, |date| date.label = text);
                        })
                    />
                </Field>
                {parts.collect_view()}
            </div>
        }
    };
    view! {
        <RepeatedField
            labels=repeated_labels(field_label(Kind::Party, 13))
            keys=form.value(|draft| draft.dates.keys())
            entry
            on_add=move |()| form.draft.update(|draft| draft.dates.push(DateDraft::default()))
            on_remove=move |key| form.draft.update(|draft| draft.dates.remove(key))
        />
        <p class="field-hint">{move || t_string!(i18n, customer.dates_hint)}</p>
    }
}
