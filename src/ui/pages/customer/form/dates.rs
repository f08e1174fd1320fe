//! Days to remember, of which any part may be left empty.

use leptos::prelude::*;

use crate::{
    domain::record::Kind,
    i18n::{t_string, use_i18n},
    ui::{
        components::{Field, RepeatedField, TextInput},
        pages::customer::{
            labels::{field_label, repeated_labels},
            wrong::Place,
        },
    },
};

use super::{date_draft::DateDraft, date_inputs::DateInputs, state::Form};

/// The entries: what happens, year, month, day.
#[component]
pub fn Dates(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let error = move |key: u32, part: u8| {
        form.error_at(move || {
            form.draft.with(|draft| draft.dates.index(key)).map(|index| Place::entry(13, index, part))
        })
    };
    let entry = move |key: u32| {
        let date = form.value(move |draft| draft.dates.get(key).cloned().unwrap_or_default());
        view! {
            <div class="customer-entry customer-entry-date">
                <Field label=move || t_string!(i18n, customer.date_label).to_owned() error=error(key, 0)>
                    <TextInput
                        value=Signal::derive(move || date.with(|date| date.label.clone()))
                        on_input=move |text: String| form.draft.update(|draft| {
                            draft.dates.edit(key, |date| date.label = text);
                        })
                    />
                </Field>
                <DateInputs
                    value=Signal::derive(move || date.with(|date| date.parts.clone()))
                    on_input=move |parts| form.draft.update(|draft| draft.dates.edit(key, |date| date.parts = parts))
                    error=move |part| error(key, part)
                />
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
