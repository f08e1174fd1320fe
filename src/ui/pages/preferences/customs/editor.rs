//! The form of one field.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        custom::{CustomField, CustomKind},
        flaw::FieldError,
        party::Role,
        record::Kind,
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    state::{Workspace, commands::CommandError},
    ui::{
        components::{
            Button, ButtonKind, Checkbox, Choice, ComboBox, Dialog, ErrorSummary, Field, Select, Stack, TextInput,
        },
        drafts::{DraftOffer, Keeper},
        notify::Notify,
        words,
    },
};

use super::{Fields, choices::Choices, definition::Definition};

/// A line of text of the form: its number, its label, how to read and to write it.
type Line = (u32, fn(Locale) -> &'static str, fn(&CustomField) -> &String, fn(&mut CustomField) -> &mut String);

const NAME: Line = (0, |locale| td_string!(locale, fields.name), |field| &field.name, |field| &mut field.name);
const HELP: Line = (7, |locale| td_string!(locale, fields.field_help), |field| &field.help, |field| &mut field.help);

/// The dialog; open while there is something to edit.
#[component]
pub(super) fn Editor(
    /// What is edited.
    editing: RwSignal<Option<Definition>>,
    /// The fields that there are.
    fields: Fields,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let flaws = RwSignal::new(Vec::<FieldError>::new());
    let value = Signal::derive(move || {
        editing.get().unwrap_or_else(|| Definition::new(crate::domain::id::Id::new(uuid::Uuid::nil()), 0))
    });
    let change = Callback::new(move |change: Box<dyn FnOnce(&mut Definition) + Send + Sync>| {
        editing.update(|editing| {
            if let Some(editing) = editing {
                change(editing);
            }
        });
    });
    let first = RwSignal::new(None::<Definition>);
    let keeper = Keeper::new(Memo::new(move |_| {
        let bytes = |typed: &Definition| minicbor::to_vec(typed).expect("a vector takes every byte");
        editing.with(|editing| {
            first.with(|first| editing.as_ref().filter(|typed| Some(*typed) != first.as_ref()).map(bytes))
        })
    }));
    let opened = Memo::new(move |_| editing.with(|editing| editing.as_ref().map(|it| (it.id, it.old.is_some()))));
    Effect::new(move |_| {
        keeper.leave();
        if let Some((id, is_old)) = opened.get() {
            first.set(editing.get_untracked());
            keeper.begin(if is_old { format!("field/{id}") } else { "field/new".to_owned() });
        }
    });
    let restore = move |content: Vec<u8>| {
        let kept = minicbor::decode::<Definition>(&content).ok();
        let own = editing.get_untracked();
        if let (Some(kept), Some(own)) = (kept, own) {
            editing.set(Some(Definition { id: own.id, old: own.old, ..kept }));
        }
    };
    let at = move |number: u32, index: Option<usize>| {
        flaws.with(|flaws| {
            flaws.iter().find(|error| (error.number, error.index) == (number, index)).map(|error| error.flaw)
        })
    };
    let error = move |number| Signal::derive(move || at(number, None).map(|flaw| words::flaw(i18n.get_locale(), flaw)));
    let close = move |()| {
        flaws.set(Vec::new());
        editing.set(None);
    };
    let save = move |()| {
        let Some(definition) = editing.get_untracked() else { return };
        let (field, renamed) = match definition.parse() {
            Ok(parsed) => parsed,
            Err(found) => return flaws.set(found),
        };
        spawn_local(async move {
            match workspace.save_field(definition.id, field, renamed).await {
                Err(CommandError::Flaws(found)) => flaws.set(found),
                done => {
                    if notify.done(Kind::CustomField, &done) {
                        keeper.finish();
                        close(());
                    }
                }
            }
        });
    };
    let kinds = Signal::derive(move || {
        let locale = i18n.get_locale();
        let choice = |kind| Choice::new(code(kind), words::custom_kind(locale, kind));
        value.with(Definition::kinds).into_iter().map(choice).collect::<Vec<_>>()
    });
    let is_old = Signal::derive(move || value.with(|definition| definition.old.is_some()));
    let line = move |(number, label, get, edit): Line| {
        view! {
            <Field label=move || label(i18n.get_locale()).to_owned() error=error(number) required=number == 0>
                <TextInput
                    value=Signal::derive(move || value.with(|definition| get(&definition.field).clone()))
                    on_input=move |text: String| change.run(Box::new(move |definition| *edit(&mut definition.field) = text))
                />
            </Field>
        }
    };
    let groups = Memo::new(move |_| {
        let mut groups: Vec<String> =
            fields.with(|fields| fields.iter().map(|(_, field)| field.group.clone()).collect());
        groups.sort_unstable();
        groups.dedup();
        groups.retain(|group| !group.is_empty());
        groups
    });
    let roles = move || {
        Role::ALL.map(|role| {
            view! {
                <Checkbox
                    label=move || words::role(i18n.get_locale(), role).to_owned()
                    checked=Signal::derive(move || value.with(|definition| definition.field.roles.contains(&role)))
                    on_change=move |holds| change.run(Box::new(move |definition| definition.set_role(role, holds)))
                />
            }
        })
    };
    view! {
        <Dialog
            open=Signal::derive(move || editing.with(Option::is_some))
            on_close=close
            on_submit=save
            keep=true
            title=move || {
                if is_old.get() { t_string!(i18n, preferences.edit_field) } else { t_string!(i18n, preferences.add_field) }
                    .to_owned()
            }
            close_label=move || t_string!(i18n, common.close).to_owned()
            footer=move || view! {
                <Button label=move || t_string!(i18n, common.cancel).to_owned() on_press=close/>
                <Button kind=ButtonKind::Primary submit=true label=move || t_string!(i18n, common.save).to_owned()/>
            }
        >
            <Stack>
                <ErrorSummary
                    count=Signal::derive(move || flaws.with(Vec::len))
                    title=move || t_string!(i18n, customer.to_correct, count = flaws.with(Vec::len))
                />
                <DraftOffer keeper on_continue=restore/>
                {line(NAME)}
                <Field
                    label=move || t_string!(i18n, fields.kind).to_owned()
                    hint=Signal::derive(move || {
                        if is_old.get() { t_string!(i18n, preferences.kind_fixed) } else { t_string!(i18n, preferences.kind_choose) }
                            .to_owned()
                    })
                    error=error(1)
                >
                    <Select
                        options=kinds
                        value=Signal::derive(move || code(value.with(|definition| definition.field.kind)))
                        disabled=Signal::derive(move || kinds.with(|kinds| kinds.len() < 2))
                        on_change=move |text: String| change.run(Box::new(move |definition| {
                            let known = CustomKind::ALL.into_iter().find(|kind| code(*kind) == text);
                            definition.field.kind = known.unwrap_or_default();
                            if definition.field.kind.has_choices() && definition.choices.is_empty() {
                                definition.add_choice();
                            }
                        }))
                    />
                </Field>
                <Show when=move || value.with(|definition| definition.field.kind.has_choices())>
                    <Choices
                        value
                        change
                        error=Callback::new(move |place| at(2, place))
                    />
                </Show>
                <Field
                    label=move || t_string!(i18n, fields.field_group).to_owned()
                    hint=Signal::derive(move || t_string!(i18n, preferences.group_hint).to_owned())
                    error=error(6)
                >
                    <ComboBox
                        value=Signal::derive(move || value.with(|definition| definition.field.group.clone()))
                        suggestions=groups
                        on_input=move |text: String| change.run(Box::new(move |definition| definition.field.group = text))
                    />
                </Field>
                {line(HELP)}
                <fieldset class="customer-checks">
                    <legend class="field-label">{move || t_string!(i18n, fields.field_roles)}</legend>
                    {roles}
                </fieldset>
                <p class="field-hint">{move || t_string!(i18n, preferences.roles_hint)}</p>
                <Checkbox
                    label=move || t_string!(i18n, fields.field_required).to_owned()
                    checked=Signal::derive(move || value.with(|definition| definition.field.required))
                    on_change=move |required: bool| {
                        change.run(Box::new(move |definition| definition.field.required = required));
                    }
                />
            </Stack>
        </Dialog>
    }
}

/// A kind as a choice says it to the code: its place in the list of all.
fn code(kind: CustomKind) -> String {
    CustomKind::ALL.iter().position(|other| *other == kind).unwrap_or_default().to_string()
}
