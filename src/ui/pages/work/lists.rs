//! All tasks, and all promises: lists like those of customers. One of them opens over its list.

use leptos::prelude::*;

use crate::{
    analysis::listing::field::Field,
    domain::{id::Id, promise::State, record::Kind},
    i18n::{I18nKeys, Locale, t_string, td_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Badge, Button, ButtonKind, CardSlot, Checkbox, Column, EmptyState, Icon, IconButton, LinkButton},
        listing::{ListPage, Listing, columns},
        notify::Notify,
        route::{ListQuery, Route},
        router::Router,
        words,
    },
};

use super::{
    desk::WorkDesk,
    promise_line::{settle, tone},
    task_line::tick,
    when::today,
};

type I18n = leptos_i18n::I18nContext<Locale, I18nKeys>;

/// The list of tasks, or what to do while there is none.
#[component]
pub fn TasksPage() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router, desk) = (Workspace::expect(), Router::expect(), WorkDesk::expect());
    let empty = Memo::new(move |_| workspace.read(&[Kind::Task], |book| book.tasks.is_empty()));
    // A task of the address opens, and closing it leads back to the list.
    Effect::new(move |_| {
        if let Route::Task(id) = router.route() {
            if workspace.peek(|book| book.get(id).is_some()) {
                desk.edit_task(id);
            } else {
                router.replace(Route::Tasks(ListQuery::default()));
            }
        }
    });
    lead_back(Signal::derive(move || desk.task.with(Option::is_some)), move || {
        matches!(router.here(), Route::Task(_)).then(|| Route::Tasks(router.list_of(Kind::Task).get_untracked()))
    });
    let add = move |()| desk.new_task(None);
    let new_task = move || {
        view! {
            <Button
                kind=ButtonKind::Primary
                icon=Icon::Add
                label=move || t_string!(i18n, work.new_task).to_owned()
                on_press=add
            />
        }
    };
    let list = move || {
        let listing = Listing::of(Kind::Task);
        let href = move |slot: u32| {
            let id = workspace.peek(|book| book.tasks.at(slot).map(|row| row.id));
            id.map_or_else(String::new, |id| Route::Task(id).to_string())
        };
        view! {
            <ListPage
                listing
                title=Signal::derive(move || t_string!(i18n, work.tasks).to_owned())
                search=Signal::derive(move || t_string!(i18n, work.search_tasks).to_owned())
                actions=move || view! {
                    <LinkButton
                        icon=Icon::Promise
                        href=Route::Promises(ListQuery::default()).to_string()
                        label=move || t_string!(i18n, work.promises).to_owned()
                    />
                    {new_task()}
                }
                columns=Signal::derive(move || columns(listing, i18n, |field| task_column(i18n, field)))
                href=Callback::new(href)
            />
        }
        .into_any()
    };
    let nothing = move || {
        view! {
            <EmptyState
                is_page=true
                icon=Icon::Task
                title=Signal::derive(move || t_string!(i18n, work.no_tasks).to_owned())
                text=Signal::derive(move || t_string!(i18n, work.no_tasks_text).to_owned())
            >
                {new_task()}
            </EmptyState>
        }
        .into_any()
    };
    move || if empty.get() { nothing() } else { list() }
}

/// The list of promises, or what to do while there is none.
#[component]
pub fn PromisesPage() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, router, desk) = (Workspace::expect(), Router::expect(), WorkDesk::expect());
    let empty = Memo::new(move |_| workspace.read(&[Kind::Promise], |book| book.promises.is_empty()));
    Effect::new(move |_| {
        if let Route::Promise(id) = router.route() {
            if workspace.peek(|book| book.get(id).is_some()) {
                desk.edit_promise(id);
            } else {
                router.replace(Route::Promises(ListQuery::default()));
            }
        }
    });
    lead_back(Signal::derive(move || desk.promise.with(Option::is_some)), move || {
        matches!(router.here(), Route::Promise(_))
            .then(|| Route::Promises(router.list_of(Kind::Promise).get_untracked()))
    });
    let list = move || {
        let listing = Listing::of(Kind::Promise);
        let href = move |slot: u32| {
            let id = workspace.peek(|book| book.promises.at(slot).map(|row| row.id));
            id.map_or_else(String::new, |id| Route::Promise(id).to_string())
        };
        view! {
            <ListPage
                listing
                title=Signal::derive(move || t_string!(i18n, work.promises).to_owned())
                search=Signal::derive(move || t_string!(i18n, work.search_promises).to_owned())
                actions=move || view! { <ToTasks/> }
                columns=Signal::derive(move || columns(listing, i18n, |field| promise_column(i18n, field)))
                href=Callback::new(href)
            />
        }
        .into_any()
    };
    let nothing = move || {
        view! {
            <EmptyState
                is_page=true
                icon=Icon::Promise
                title=Signal::derive(move || t_string!(i18n, work.no_promises).to_owned())
                text=Signal::derive(move || t_string!(i18n, work.no_promises_text).to_owned())
            >
                <ToTasks/>
            </EmptyState>
        }
        .into_any()
    };
    move || if empty.get() { nothing() } else { list() }
}

#[component]
fn ToTasks() -> impl IntoView {
    let i18n = use_i18n();
    view! {
        <LinkButton
            icon=Icon::Task
            href=Route::Tasks(ListQuery::default()).to_string()
            label=move || t_string!(i18n, work.tasks).to_owned()
        />
    }
}

/// Goes to `back` when what is open closes, if that names a place.
fn lead_back(open: Signal<bool>, back: impl Fn() -> Option<Route> + 'static) {
    let router = Router::expect();
    Effect::new(move |was_open: Option<bool>| {
        let is_open = open.get();
        if was_open == Some(true)
            && !is_open
            && let Some(route) = untrack(&back)
        {
            router.replace(route);
        }
        is_open
    });
}

/// The column of a field of a task, where it is more than text.
fn task_column(i18n: I18n, field: &Field) -> Option<Column<u32>> {
    if field.key != "done" {
        return None;
    }
    let label = Signal::derive(move || t_string!(i18n, fields.task_done).to_owned());
    let column = Column::new("done", label, move |slot| done_cell(slot, i18n));
    Some(column.width(6.5, 0.0).card(CardSlot::Corner).sortable_down())
}

/// A box to tick, and when that was done.
fn done_cell(slot: Signal<u32>, i18n: I18n) -> impl IntoView {
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let task = Memo::new(move |_| {
        workspace.read(&[Kind::Task, Kind::Settings], |book| {
            let row = book.tasks.at(slot.get())?;
            let day = row.data.done.and_then(|done| clock::day_of(done, &book.settings().time_zone));
            Some((row.id, row.data.title.clone(), row.data.done.is_some(), day))
        })
    });
    let turn = move |done: bool| {
        if let Some((id, ..)) = task.get_untracked() {
            tick(workspace, notify, id, done);
        }
    };
    let label = Signal::derive(move || {
        let title = task.with(|task| task.as_ref().map(|task| task.1.clone())).unwrap_or_default();
        td_string!(i18n.get_locale(), work.done_of, title = title)
    });
    let checked = Signal::derive(move || task.with(|task| task.as_ref().is_some_and(|task| task.2)));
    let day = move || {
        let day = task.with(|task| task.as_ref().and_then(|task| task.3));
        day.map(|day| format::day(words::tag(i18n.get_locale()), day))
    };
    view! {
        <span class="work-cell">
            <Checkbox label label_hidden=true untabbed=true checked on_change=turn/>
            {day}
        </span>
    }
}

/// The column of a field of a promise, where it is more than text.
fn promise_column(i18n: I18n, field: &Field) -> Option<Column<u32>> {
    if field.key != "standing" {
        return None;
    }
    let label = Signal::derive(move || t_string!(i18n, fields.promise_state).to_owned());
    let column = Column::new("standing", label, move |slot| standing_cell(slot, i18n));
    Some(column.width(8.5, 0.5).card(CardSlot::Corner).sortable())
}

/// How it stands; one that is open is kept by one press.
fn standing_cell(slot: Signal<u32>, i18n: I18n) -> impl IntoView {
    let (workspace, notify, today) = (Workspace::expect(), Notify::here(), today());
    let promise = Memo::new(move |_| {
        let today = today.get();
        workspace
            .read(&[Kind::Promise], |book| book.promises.at(slot.get()).map(|row| (row.id, row.data.standing(today))))
    });
    let keep = move |id: Id<_>| {
        view! {
            <IconButton
                small=true
                icon=Icon::Check
                label=move || td_string!(i18n.get_locale(), work.kept).to_owned()
                on_press=move |()| settle(workspace, notify, id, State::Kept)
            />
        }
    };
    move || {
        let (id, standing) = promise.get()?;
        Some(view! {
            <span class="work-cell">
                <Badge tone=tone(standing) label=words::standing(i18n.get_locale(), standing).to_owned()/>
                {standing.is_open().then(|| keep(id))}
            </span>
        })
    }
}
