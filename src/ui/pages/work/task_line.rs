//! One task as a line: ticked off, opened, put off.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        id::Id,
        record::Kind,
        task::{Priority, Task, Turn},
    },
    i18n::{Locale, t_string, td_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Badge, Checkbox, Icon, Menu, MenuItem, Tone},
        notify::Notify,
        words,
    },
};

use super::{
    desk::WorkDesk,
    when::{clock_time, day_words, peek_today, today},
};

/// Ticks a task off, or opens it again.
pub(super) fn tick(workspace: Workspace, notify: Notify, task: Id<Task>, done: bool) {
    spawn_local(async move {
        let now = clock::now();
        let done = if done {
            workspace.complete_task(task, workspace.new_id(now), now, peek_today(workspace)).await
        } else {
            workspace.reopen_task(task).await
        };
        notify.done(Kind::Task, &done);
    });
}

/// Puts a task off.
pub(super) fn put_off(workspace: Workspace, notify: Notify, task: Id<Task>, to_next_week: bool) {
    let today = peek_today(workspace);
    let Some(until) = (if to_next_week { Turn::next_week(today) } else { today.succ_opt() }) else { return };
    spawn_local(async move {
        notify.done(Kind::Task, &workspace.snooze_task(task, until).await);
    });
}

/// When it is due, in words; empty for a task without a day.
pub(super) fn due_words(locale: Locale, task: &Task, today: chrono::NaiveDate) -> String {
    let due = task.due.map(|due| {
        let day = day_words(locale, due, today);
        task.minute.map_or(day.clone(), |minute| format!("{day} {}", clock_time(minute)))
    });
    let off = task.snoozed.filter(|until| task.is_open() && *until > today && task.day() == Some(*until));
    let off = off.map(|until| td_string!(locale, work.put_off_until, day = day_words(locale, until, today)));
    let again = task.repeat.map(|repeat| words::repeat(locale, repeat));
    due.into_iter().chain(off).chain(again).collect::<Vec<_>>().join(" · ")
}

/// The line.
#[component]
pub fn TaskLine(
    /// Which.
    task: Id<Task>,
    /// Told before it is ticked off.
    #[prop(into)]
    on_done: Callback<Id<Task>>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify, desk, today) = (Workspace::expect(), Notify::here(), WorkDesk::expect(), today());
    let data = Memo::new(move |_| workspace.read(&[Kind::Task], |book| book.get(task).map(|row| row.data.clone())));
    let is_done = Signal::derive(move || data.with(|data| data.as_ref().is_some_and(|task| !task.is_open())));
    let title =
        Signal::derive(move || data.with(|data| data.as_ref().map(|task| task.title.clone())).unwrap_or_default());
    let turn = move |done: bool| {
        if done {
            on_done.run(task);
        }
        tick(workspace, notify, task, done);
    };
    let marks = move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let late = data.is_overdue(today.get()).then(|| {
            view! { <Badge tone=Tone::Danger label=td_string!(locale, work.overdue).to_owned()/> }
        });
        let high = (data.priority == Priority::High).then(|| {
            view! { <Badge tone=Tone::Warning label=words::priority(locale, Priority::High).to_owned()/> }
        });
        let due = due_words(locale, &data, today.get());
        Some(view! {
            {late}
            {high}
            {(!due.is_empty()).then(|| view! { <span class="customer-use">{due}</span> })}
        })
    };
    let steps =
        Memo::new(move |_| data.with(|data| data.as_ref().map(|task| task.checklist.clone())).unwrap_or_default());
    let step = move |index: usize, ticked: bool| {
        let Some(mut changed) = data.get_untracked() else { return };
        let Some(item) = changed.checklist.get_mut(index) else { return };
        item.ticked = ticked;
        spawn_local(async move {
            notify.done(Kind::Task, &workspace.save_task(task, changed).await);
        });
    };
    let checklist = move || {
        let items = steps.get().into_iter().enumerate();
        items
            .map(|(index, item)| {
                view! {
                    <li>
                        <Checkbox
                            label=item.text
                            checked=item.ticked
                            on_change=Callback::new(move |ticked| step(index, ticked))
                        />
                    </li>
                }
            })
            .collect_view()
    };
    let delete = move |()| {
        spawn_local(async move {
            notify.done(Kind::Task, &workspace.delete_task(task).await);
        });
    };
    view! {
        <li class="work-line">
            <Checkbox
                label=Signal::derive(move || t_string!(i18n, work.done_of, title = title.get()))
                label_hidden=true
                checked=is_done
                on_change=turn
            />
            <div class="customer-link-text">
                <p class="customer-event-head">
                    <button
                        type="button"
                        class="customer-open"
                        class:work-done=is_done
                        on:click=move |_| desk.edit_task(task)
                    >
                        {title}
                    </button>
                    {marks}
                </p>
                <Show when=move || !is_done.get() && steps.with(|steps| !steps.is_empty())>
                    <ul class="work-steps">{checklist}</ul>
                </Show>
            </div>
            <Menu icon_only=true label=Signal::derive(move || t_string!(i18n, work.actions_of, title = title.get()))>
                <MenuItem
                    icon=Icon::Edit
                    label=move || t_string!(i18n, common.edit).to_owned()
                    on_press=move |()| desk.edit_task(task)
                />
                <MenuItem
                    icon=Icon::Clock
                    label=move || t_string!(i18n, work.to_tomorrow).to_owned()
                    on_press=move |()| put_off(workspace, notify, task, false)
                />
                <MenuItem
                    icon=Icon::Calendar
                    label=move || t_string!(i18n, work.to_next_week).to_owned()
                    on_press=move |()| put_off(workspace, notify, task, true)
                />
                <MenuItem
                    danger=true
                    icon=Icon::Delete
                    label=move || t_string!(i18n, common.delete).to_owned()
                    on_press=delete
                />
            </Menu>
        </li>
    }
}

/// A task of the timeline, done.
#[component]
pub fn TaskEvent(
    /// Which.
    task: Id<Task>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), WorkDesk::expect());
    let data = Memo::new(move |_| {
        workspace.read(&[Kind::Task, Kind::Settings], |book| {
            let zone = book.settings().time_zone;
            book.get(task).and_then(|row| Some((row.data.title.clone(), row.data.done?, zone)))
        })
    });
    move || {
        let (title, done, zone) = data.get()?;
        let tag = words::tag(i18n.get_locale());
        let day = clock::day_of(done, &zone).map(|day| format::day(tag, day));
        Some(view! {
            <span class="customer-event-day" title=format::instant(tag, done, &zone)>{day}</span>
            <div class="customer-event-body">
                <p class="customer-event-head">
                    <span>{t_string!(i18n, work.task_done)}</span>
                    <button type="button" class="customer-open" on:click=move |_| desk.edit_task(task)>
                        {title}
                    </button>
                </p>
            </div>
        })
    }
}
