//! A field in the list: its name, its kind, its group, what can be done with it. It is moved by dragging, or by its buttons.

use leptos::prelude::*;

use crate::{
    domain::{custom::CustomField, id::Id},
    i18n::{t_string, use_i18n},
    ui::{
        components::{Badge, Icon, IconButton},
        words,
    },
};

use super::{List, definition::Definition};

/// One field.
#[component]
pub(super) fn FieldRow(
    /// The list.
    list: List,
    /// Which.
    id: Id<CustomField>,
) -> impl IntoView {
    let i18n = use_i18n();
    let field = Memo::new(move |old: Option<&CustomField>| {
        let now =
            list.fields.with(|fields| fields.iter().find(|(other, _)| *other == id).map(|(_, field)| field.clone()));
        // The last state stays while the row goes.
        now.or_else(|| old.cloned()).unwrap_or_default()
    });
    let of = move |get: fn(&CustomField) -> &str| Signal::derive(move || field.with(|field| get(field).to_owned()));
    let name = of(|field| &field.name);
    let is_over = RwSignal::new(false);
    let roles = move || {
        let locale = i18n.get_locale();
        field.with(|field| {
            field.roles.iter().map(|role| view! { <Badge label=words::role(locale, *role)/> }).collect_view()
        })
    };
    let labelled = move |word: fn(crate::i18n::Locale) -> &'static str| {
        Signal::derive(move || t_string!(i18n, preferences.of_field, what = word(i18n.get_locale()), name = name.get()))
    };
    view! {
        <li
            class="preferences-row preferences-field"
            class:preferences-drop=is_over
            draggable="true"
            on:dragstart=move |_| list.dragged.set(Some(id))
            on:dragend=move |_| list.dragged.set(None)
            on:dragover=move |event| {
                if list.dragged.with_untracked(|dragged| dragged.is_some_and(|dragged| dragged != id)) {
                    event.prevent_default();
                    is_over.set(true);
                }
            }
            on:dragleave=move |_| is_over.set(false)
            on:drop=move |event| {
                is_over.set(false);
                if let Some(dragged) = list.dragged.get_untracked() {
                    event.prevent_default();
                    list.place(dragged, id);
                }
            }
        >
            <span>
                {name}
                <Show when=move || field.with(|field| field.required)>
                    " "
                    <span class="field-note">{move || t_string!(i18n, fields.field_required)}</span>
                </Show>
            </span>
            <Show when=move || field.with(|field| !field.group.is_empty())>
                <span class="field-note">{of(|field| &field.group)}</span>
            </Show>
            {roles}
            <Badge label=Signal::derive(move || words::custom_kind(i18n.get_locale(), field.with(|field| field.kind)).to_owned())/>
            <span class="preferences-buttons">
                <IconButton
                    small=true
                    icon=Icon::Up
                    label=labelled(|locale| crate::i18n::td_string!(locale, common.move_up))
                    on_press=move |()| list.shift(id, -1)
                />
                <IconButton
                    small=true
                    icon=Icon::Down
                    label=labelled(|locale| crate::i18n::td_string!(locale, common.move_down))
                    on_press=move |()| list.shift(id, 1)
                />
                <IconButton
                    small=true
                    icon=Icon::Edit
                    label=labelled(|locale| crate::i18n::td_string!(locale, common.edit))
                    on_press=move |()| list.editing.set(Some(Definition::of(id, field.get_untracked())))
                />
                <IconButton
                    small=true
                    icon=Icon::Delete
                    label=labelled(|locale| crate::i18n::td_string!(locale, common.delete))
                    on_press=move |()| list.leaving.set(Some(id))
                />
            </span>
        </li>
    }
}
