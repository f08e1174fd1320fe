//! Fields that the user defines, without code.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        custom::{CustomField, CustomKind},
        flaw::FieldError,
        id::Id,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::clock,
    state::{Workspace, commands::CommandError},
    ui::{
        components::{
            Badge, Button, ButtonKind, Card, Checkbox, Choice, ConfirmDialog, Dialog, Field, Icon, IconButton, Select,
            Stack, TextArea, TextInput,
        },
        notify::Notify,
        words,
    },
};

/// A field that is being made or changed.
#[derive(Clone, PartialEq)]
struct Editing {
    id: Id<CustomField>,
    is_new: bool,
    field: CustomField,
}

const KINDS: [&str; 6] = ["text", "number", "money", "date", "choice", "yes-no"];

fn code(kind: CustomKind) -> &'static str {
    CustomKind::ALL.iter().position(|other| *other == kind).map_or("text", |at| KINDS[at])
}

/// The card.
#[component]
pub fn CustomFields() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let fields = Memo::new(move |_| {
        workspace.read(&[Kind::CustomField], |book| {
            let mut fields: Vec<_> = book.fields.iter().map(|(_, row)| (row.id, row.data.clone())).collect();
            fields.sort_by_key(|(id, field)| (field.position, *id));
            fields
        })
    });
    let editing = RwSignal::new(None::<Editing>);
    let leaving = RwSignal::new(None::<(Id<CustomField>, String)>);
    let add = move |()| {
        let id = workspace.new_id(clock::now());
        let position = fields.with_untracked(|fields| u32::try_from(fields.len()).unwrap_or(u32::MAX));
        let field = CustomField { position, ..CustomField::default() };
        editing.set(Some(Editing { id, is_new: true, field }));
    };
    let shift = move |at: usize, by: isize| {
        let mut ids: Vec<_> = fields.with_untracked(|fields| fields.iter().map(|(id, _)| *id).collect());
        let Some(to) = at.checked_add_signed(by).filter(|to| *to < ids.len()) else { return };
        ids.swap(at, to);
        spawn_local(async move {
            notify.done(Kind::CustomField, &workspace.order_fields(ids).await);
        });
    };
    let delete = move |()| {
        let Some((id, _)) = leaving.get_untracked() else { return };
        leaving.set(None);
        spawn_local(async move {
            notify.done(Kind::CustomField, &workspace.delete_field(id).await);
        });
    };
    let row = move |(at, (id, field)): (usize, (Id<CustomField>, CustomField))| {
        let kind = words::custom_kind(i18n.get_locale(), field.kind).to_owned();
        let name = field.name.clone();
        let edit = move |()| editing.set(Some(Editing { id, is_new: false, field: field.clone() }));
        let gone = name.clone();
        view! {
            <li class="preferences-row">
                <span>{name}</span>
                <Badge label=kind/>
                <IconButton
                    small=true
                    icon=Icon::Up
                    label=t_string!(i18n, common.move_up).to_string()
                    on_press=Callback::new(move |()| shift(at, -1))
                />
                <IconButton
                    small=true
                    icon=Icon::Down
                    label=t_string!(i18n, common.move_down).to_string()
                    on_press=Callback::new(move |()| shift(at, 1))
                />
                <IconButton
                    small=true
                    icon=Icon::Edit
                    label=t_string!(i18n, common.edit).to_string()
                    on_press=Callback::new(edit)
                />
                <IconButton
                    small=true
                    icon=Icon::Delete
                    label=t_string!(i18n, common.delete).to_string()
                    on_press=Callback::new(move |()| leaving.set(Some((id, gone.clone()))))
                />
            </li>
        }
    };
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, preferences.fields_title).to_string())>
            <Stack>
                <p>{move || t_string!(i18n, preferences.fields_text)}</p>
                <ul class="preferences-list">
                    {move || fields.get().into_iter().enumerate().map(row).collect_view()}
                </ul>
                <Show when=move || fields.with(Vec::is_empty)>
                    <p>{move || t_string!(i18n, preferences.no_fields)}</p>
                </Show>
                <Button
                    icon=Icon::Add
                    label=Signal::derive(move || t_string!(i18n, preferences.add_field).to_string())
                    on_press=Callback::new(add)
                />
            </Stack>
        </Card>
        <Editor editing/>
        <ConfirmDialog
            open=Signal::derive(move || leaving.with(Option::is_some))
            title=Signal::derive(move || t_string!(i18n, common.delete).to_string())
            text=Signal::derive(move || {
                let name = leaving.with(|leaving| leaving.as_ref().map(|(_, name)| name.clone())).unwrap_or_default();
                t_string!(i18n, preferences.delete_field, name = name)
            })
            confirm_label=Signal::derive(move || t_string!(i18n, common.delete).to_string())
            cancel_label=Signal::derive(move || t_string!(i18n, common.cancel).to_string())
            danger=true
            on_confirm=Callback::new(delete)
            on_cancel=Callback::new(move |()| leaving.set(None))
        />
    }
}

/// The form of one field.
#[component]
fn Editor(
    /// What is edited.
    editing: RwSignal<Option<Editing>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let flaws = RwSignal::new(Vec::<FieldError>::new());
    let field =
        Signal::derive(move || editing.with(|editing| editing.as_ref().map(|it| it.field.clone())).unwrap_or_default());
    let change = move |change: &dyn Fn(&mut CustomField)| {
        editing.update(|editing| {
            if let Some(editing) = editing {
                change(&mut editing.field);
            }
        });
    };
    let error = move |number: u32| {
        Signal::derive(move || {
            let found = flaws.with(|flaws| flaws.iter().find(|error| error.number == number).map(|error| error.flaw));
            found.map(|flaw| words::flaw(i18n.get_locale(), flaw))
        })
    };
    let close = move |()| {
        flaws.set(Vec::new());
        editing.set(None);
    };
    let save = move |()| {
        let Some(Editing { id, mut field, .. }) = editing.get_untracked() else { return };
        field.name = field.name.trim().to_owned();
        if field.kind != CustomKind::Choice {
            field.choices.clear();
        }
        spawn_local(async move {
            match workspace.save_field(id, field).await {
                Err(CommandError::Flaws(found)) => flaws.set(found),
                done => {
                    if notify.done(Kind::CustomField, &done) {
                        close(());
                    }
                }
            }
        });
    };
    let kinds = Signal::derive(move || {
        let locale = i18n.get_locale();
        let choice = |kind| Choice::new(code(kind), words::custom_kind(locale, kind));
        CustomKind::ALL.into_iter().map(choice).collect::<Vec<_>>()
    });
    let choose = move |text: String| {
        let kind = KINDS.iter().position(|known| *known == text).map_or(CustomKind::Text, |at| CustomKind::ALL[at]);
        change(&|field| field.kind = kind);
    };
    view! {
        <Dialog
            open=Signal::derive(move || editing.with(Option::is_some))
            on_close=Callback::new(close)
            on_submit=Callback::new(save)
            keep=true
            title=Signal::derive(move || {
                let is_new = editing.with(|editing| editing.as_ref().is_some_and(|it| it.is_new));
                if is_new { t_string!(i18n, preferences.add_field) } else { t_string!(i18n, preferences.edit_field) }
                    .to_string()
            })
            close_label=Signal::derive(move || t_string!(i18n, common.close).to_string())
            footer=move || view! {
                <Button
                    label=Signal::derive(move || t_string!(i18n, common.cancel).to_string())
                    on_press=Callback::new(close)
                />
                <Button
                    kind=ButtonKind::Primary
                    submit=true
                    label=Signal::derive(move || t_string!(i18n, common.save).to_string())
                />
            }
        >
            <Stack>
                <Field
                    label=Signal::derive(move || t_string!(i18n, fields.name).to_string())
                    error=error(0)
                    required=true
                >
                    <TextInput
                        value=Signal::derive(move || field.with(|field| field.name.clone()))
                        on_input=Callback::new(move |text: String| change(&|field| field.name.clone_from(&text)))
                    />
                </Field>
                <Field
                    label=Signal::derive(move || t_string!(i18n, fields.kind).to_string())
                    hint=Signal::derive(move || t_string!(i18n, preferences.kind_fixed).to_string())
                >
                    <Select
                        options=kinds
                        value=Signal::derive(move || code(field.with(|field| field.kind)).to_owned())
                        disabled=Signal::derive(move || editing.with(|editing| editing.as_ref().is_some_and(|it| !it.is_new)))
                        on_change=Callback::new(choose)
                    />
                </Field>
                <Show when=move || field.with(|field| field.kind == CustomKind::Choice)>
                    <Field
                        label=Signal::derive(move || t_string!(i18n, fields.field_choices).to_string())
                        hint=Signal::derive(move || t_string!(i18n, preferences.choices_hint).to_string())
                        error=error(2)
                    >
                        <TextArea
                            value=Signal::derive(move || field.with(|field| field.choices.join("\n")))
                            on_change=Callback::new(move |text: String| {
                                let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
                                let choices: Vec<String> = lines.map(str::to_owned).collect();
                                change(&|field| field.choices.clone_from(&choices));
                            })
                        />
                    </Field>
                </Show>
                <Checkbox
                    label=Signal::derive(move || t_string!(i18n, fields.field_required).to_string())
                    checked=Signal::derive(move || field.with(|field| field.required))
                    on_change=Callback::new(move |required: bool| change(&|field| field.required = required))
                />
            </Stack>
        </Dialog>
    }
}
