//! The form of a task, in its dialog.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        flaw::Flaw,
        id::Id,
        order::Order,
        party::Party,
        record::Kind,
        task::{Priority, Task, Unit},
    },
    i18n::{t_string, use_i18n},
    state::Workspace,
    ui::{
        components::{Columns, ComboBox, DateInput, Field, NumberInput, Segmented, Select, TextArea, TextInput},
        pages::customer::{
            labels::{field_label, indexed},
            overview::party_search::{Found, search, the_one},
            pad::{Job, Pad},
            wrong::Place,
        },
        words,
    },
};

use super::{desk::WorkDesk, task_draft::TaskDraft};

/// The form; open while the desk has a task on it.
#[component]
pub fn TaskForm() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), WorkDesk::expect());
    let found = RwSignal::new(Vec::<Found>::new());
    let whose = move || desk.whom().map_or_else(|| "nobody".to_owned(), |party| party.to_string());
    let pad = Pad::new("task", whose, desk.task, move |old: Option<&Task>| {
        let task = old.cloned().unwrap_or_else(|| Task { party: desk.whom(), ..Task::default() });
        let known = task.party.and_then(|id| {
            let label = workspace.peek(|book| book.get(id).map(|row| row.data.name.clone()))?;
            Some(Found { id, label })
        });
        let name = known.as_ref().map_or_else(String::new, |known| known.label.clone());
        found.set(known.into_iter().collect());
        TaskDraft::of(&task, name)
    });
    let draft = pad.draft;
    let save = move |stay: bool| {
        let typed = draft.get_untracked();
        let old = match desk.task.get_untracked() {
            Some(Job::Edit(id)) => workspace.peek(|book| book.get(id).map(|row| row.data.clone())),
            _ => None,
        };
        let known = found.with_untracked(|found| the_one(found, &typed.whom));
        spawn_local(async move {
            let whom = typed.whom.trim();
            let party: Option<Id<Party>> = match known {
                _ if whom.is_empty() => None,
                Some(party) => Some(party),
                // Whoever types faster than the list comes is looked up here.
                None => match search(workspace, whom, None, || false).await.and_then(|found| the_one(&found, whom)) {
                    Some(party) => Some(party),
                    None => return pad.show_flaws(vec![Place::of(0).is(Flaw::NotAChoice)]),
                },
            };
            pad.save(typed.parse(party, &old.unwrap_or_default()), stay, Workspace::save_task);
        });
    };
    let title = move |is_there| {
        let words = if is_there { t_string!(i18n, work.edit_task) } else { t_string!(i18n, work.new_task) };
        words.to_owned()
    };
    pad.dialog(title, save, move || view! { <Fields pad found/> }.into_any())
}

/// Every input.
#[component]
fn Fields(pad: Pad<Task, TaskDraft>, found: RwSignal<Vec<Found>>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let (draft, at) = (pad.draft, move |number| pad.error(number));
    let label = |number| field_label(Kind::Task, number);
    let value = move |read: fn(&TaskDraft) -> &String| Signal::derive(move || draft.with(|draft| read(draft).clone()));
    let write = move |place: fn(&mut TaskDraft) -> &mut String| {
        Callback::new(move |text: String| draft.update(|draft| *place(draft) = text))
    };
    let look_up = move |text: String| {
        draft.update(|draft| draft.whom.clone_from(&text));
        if text.trim().is_empty() || found.with_untracked(|found| found.iter().any(|found| found.label == text)) {
            return;
        }
        spawn_local(async move {
            let is_stale = || draft.try_with_untracked(|now| now.whom != text).unwrap_or(true);
            if let Some(list) = search(workspace, &text, None, is_stale).await {
                found.try_set(list);
            }
        });
    };
    let units = Signal::derive(move || indexed(&Unit::ALL, |unit| words::unit(i18n.get_locale(), unit)));
    let priorities =
        Signal::derive(move || indexed(&Priority::ALL, |priority| words::priority(i18n.get_locale(), priority)));
    let on_time = write(|draft| &mut draft.time);
    view! {
        <Field label=label(1) error=at(1) required=true>
            <TextInput value=value(|draft| &draft.title) on_input=write(|draft| &mut draft.title)/>
        </Field>
        <Field
            label=label(0)
            error=at(0)
            hint=Signal::derive(move || t_string!(i18n, work.whom_hint).to_owned())
        >
            <ComboBox
                value=value(|draft| &draft.whom)
                suggestions=Signal::derive(move || {
                    found.with(|found| found.iter().map(|found| found.label.clone()).collect::<Vec<_>>())
                })
                on_input=look_up
            />
        </Field>
        <Columns narrow=true>
            <Field label=label(2) error=at(2)>
                <DateInput
                    value=value(|draft| &draft.day)
                    max=Signal::stored(format!("{}-12-31", Order::YEARS.end()))
                    on_change=write(|draft| &mut draft.day)
                />
            </Field>
            <label class="field">
                <span class="field-label">{label(3)}</span>
                <input
                    class="input input-date"
                    type="time"
                    prop:value=value(|draft| &draft.time)
                    on:change=move |event| on_time.run(event_target_value(&event))
                />
            </label>
        </Columns>
        <Segmented
            label=label(8)
            options=priorities
            value=value(|draft| &draft.priority)
            on_change=write(|draft| &mut draft.priority)
        />
        <Columns narrow=true>
            <Field
                label=move || t_string!(i18n, work.every).to_owned()
                error=at(5)
                hint=Signal::derive(move || t_string!(i18n, work.every_hint).to_owned())
            >
                <NumberInput whole=true value=value(|draft| &draft.every) on_input=write(|draft| &mut draft.every)/>
            </Field>
            <Field label=move || t_string!(i18n, work.unit).to_owned()>
                <Select options=units value=value(|draft| &draft.unit) on_change=write(|draft| &mut draft.unit)/>
            </Field>
        </Columns>
        <Field
            label=label(6)
            error=at(6)
            hint=Signal::derive(move || t_string!(i18n, work.checklist_hint).to_owned())
        >
            <TextArea rows=3 value=value(|draft| &draft.checklist) on_input=write(|draft| &mut draft.checklist)/>
        </Field>
        <Field label=label(7) error=at(7)>
            <TextArea rows=3 value=value(|draft| &draft.body) on_input=write(|draft| &mut draft.body)/>
        </Field>
    }
}
