//! The line for the next task: typed, given a day by one press, saved by Enter.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        id::Id,
        party::Party,
        record::Kind,
        task::{Task, Turn},
    },
    i18n::{t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Choice, Segmented, TextInput},
        notify::Notify,
    },
};

use super::when::peek_today;

/// The line.
#[component]
pub fn AddTask(
    /// For whom.
    party: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let (title, due) = (RwSignal::new(String::new()), RwSignal::new("today".to_owned()));
    let busy = RwSignal::new(false);
    let is_blank = Memo::new(move |_| title.with(|title| title.trim().is_empty()));
    let options = Signal::derive(move || {
        vec![
            Choice::new("today", t_string!(i18n, work.today)),
            Choice::new("tomorrow", t_string!(i18n, work.tomorrow)),
            Choice::new("week", t_string!(i18n, work.next_week)),
            Choice::new("", t_string!(i18n, work.no_day)),
        ]
    });
    let add = move || {
        if is_blank.get_untracked() || busy.get_untracked() {
            return;
        }
        let today = peek_today(workspace);
        let day = match due.get_untracked().as_str() {
            "today" => Some(today),
            "tomorrow" => today.succ_opt(),
            "week" => Turn::next_week(today),
            _ => None,
        };
        busy.set(true);
        let typed = title.get_untracked();
        spawn_local(async move {
            let task = Task { party: Some(party), due: day, ..Task::new(typed.trim()) };
            let saved = notify.done(Kind::Task, &workspace.save_task(workspace.new_id(clock::now()), task).await);
            busy.try_set(false);
            // What was typed meanwhile belongs to the next one.
            if saved && title.try_with_untracked(|now| *now == typed) == Some(true) {
                title.set(String::new());
            }
        });
    };
    view! {
        <form
            class="work-add"
            on:submit=move |event| {
                event.prevent_default();
                add();
            }
        >
            <TextInput
                value=title
                label=Signal::derive(move || t_string!(i18n, work.add_label).to_owned())
                placeholder=Signal::derive(move || t_string!(i18n, work.add_placeholder).to_owned())
                on_input=move |text: String| title.set(text)
            />
            <Show when=move || !is_blank.get()>
                <Segmented
                    label=Signal::derive(move || t_string!(i18n, work.due).to_owned())
                    options
                    value=due
                    on_change=move |value: String| due.set(value)
                />
                <Button
                    small=true
                    submit=true
                    busy
                    kind=ButtonKind::Primary
                    label=move || t_string!(i18n, common.add).to_owned()
                />
            </Show>
        </form>
    }
}
