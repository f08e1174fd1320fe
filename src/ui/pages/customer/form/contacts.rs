//! E-mail addresses, phone numbers, websites: several of each, with what they are for.

use leptos::prelude::*;

use crate::{
    domain::{
        contact::{Contact, Use},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    ui::{
        components::{Field, RepeatedField, Select, TextInput, TextKind},
        pages::customer::{
            labels::{chosen, field_label, index_value, repeated_labels, use_choices},
            rows::Rows,
            wrong::Place,
        },
    },
};

use super::{draft::PartyDraft, state::Form};

/// The entries of one of the three fields.
#[component]
pub fn Contacts(
    /// The form.
    form: Form,
    /// The number of the field.
    number: u32,
    /// What an entry holds.
    kind: TextKind,
    /// What a new entry is for.
    usual: Use,
    /// Reads the entries.
    get: fn(&PartyDraft) -> &Rows<Contact>,
    /// The same, to write.
    edit: fn(&mut PartyDraft) -> &mut Rows<Contact>,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = field_label(Kind::Party, number);
    let change =
        move |key: u32, change: &dyn Fn(&mut Contact)| form.draft.update(|draft| edit(draft).edit(key, change));
    let entry = move |key: u32| {
        let value = move |read: fn(&Contact) -> String| {
            form.value(move |draft| get(draft).get(key).map_or_else(String::new, read))
        };
        let error = form.error_at(move || {
            form.draft.with(|draft| get(draft).index(key)).map(|index| Place::entry(number, index, 0))
        });
        view! {
            <div class="customer-entry">
                <Field label error>
                    <TextInput
                        kind
                        value=value(|contact| contact.value.clone())
                        on_input=move |text: String| change(key, &|contact| contact.value.clone_from(&text))
                    />
                </Field>
                <Field label=move || t_string!(i18n, customer.used_for).to_owned()>
                    <Select
                        options=use_choices()
                        value=value(|contact| index_value(&Use::ALL, &contact.used_for))
                        on_change=move |value: String| {
                            if let Some(used_for) = chosen(&Use::ALL, &value) {
                                change(key, &|contact| contact.used_for = used_for);
                            }
                        }
                    />
                </Field>
            </div>
        }
    };
    view! {
        <RepeatedField
            labels=repeated_labels(label)
            keys=form.value(move |draft| get(draft).keys())
            entry
            on_add=move |()| form.draft.update(|draft| {
                edit(draft).push(Contact { used_for: usual, value: String::new() });
            })
            on_remove=move |key| form.draft.update(|draft| edit(draft).remove(key))
            on_move=move |(key, way)| form.draft.update(|draft| edit(draft).shift(key, way))
        />
    }
}
