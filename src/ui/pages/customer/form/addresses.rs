//! Postal addresses.

use leptos::prelude::*;

use crate::{
    domain::{
        contact::{Address, Use},
        record::Kind,
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    ui::{
        components::{Field, RepeatedField, Select, TextInput},
        pages::customer::{
            labels::{chosen, field_label, index_value, repeated_labels, use_choices},
            wrong::Place,
        },
    },
};

use super::state::Form;

/// One input of an address: its label, how to read and to write it.
type Part = (fn(Locale) -> &'static str, fn(&Address) -> &String, fn(&mut Address) -> &mut String);

const PARTS: [Part; 5] = [
    (|locale| td_string!(locale, fields.street), |address| &address.street, |address| &mut address.street),
    (|locale| td_string!(locale, fields.postcode), |address| &address.postcode, |address| &mut address.postcode),
    (|locale| td_string!(locale, fields.city), |address| &address.city, |address| &mut address.city),
    (|locale| td_string!(locale, fields.region), |address| &address.region, |address| &mut address.region),
    (|locale| td_string!(locale, fields.country), |address| &address.country, |address| &mut address.country),
];

/// The entries, each with the parts of an address.
#[component]
pub fn Addresses(
    /// The form.
    form: Form,
) -> impl IntoView {
    let i18n = use_i18n();
    let entry = move |key: u32| {
        let error = form.error_at(move || {
            form.draft.with(|draft| draft.addresses.index(key)).map(|index| Place::entry(9, index, 0))
        });
        let parts = PARTS.into_iter().enumerate().map(move |(index, (label, get, edit))| {
            let error = if index == 0 { error } else { Signal::stored(None) };
            view! {
                <Field label=move || label(i18n.get_locale()).to_owned() error>
                    <TextInput
                        value=form.value(move |draft| {
                            draft.addresses.get(key).map_or_else(String::new, |address| get(address).clone())
                        })
                        on_input=move |text: String| form.draft.update(|draft| {
                            draft.addresses.edit(key, |address| *edit(address) = text);
                        })
                    />
                </Field>
            }
        });
        view! {
            <div class="customer-entry">
                {parts.collect_view()}
                <Field label=move || t_string!(i18n, customer.used_for).to_owned()>
                    <Select
                        options=use_choices()
                        value=form.value(move |draft| {
                            let used_for = draft.addresses.get(key).map(|address| address.used_for);
                            index_value(&Use::ALL, &used_for.unwrap_or_default())
                        })
                        on_change=move |value: String| form.draft.update(|draft| {
                            if let Some(used_for) = chosen(&Use::ALL, &value) {
                                draft.addresses.edit(key, |address| address.used_for = used_for);
                            }
                        })
                    />
                </Field>
            </div>
        }
    };
    view! {
        <RepeatedField
            labels=repeated_labels(field_label(Kind::Party, 9))
            keys=form.value(|draft| draft.addresses.keys())
            entry
            on_add=move |()| form.draft.update(|draft| draft.addresses.push(Address::default()))
            on_remove=move |key| form.draft.update(|draft| draft.addresses.remove(key))
            on_move=move |(key, way)| form.draft.update(|draft| draft.addresses.shift(key, way))
        />
    }
}
