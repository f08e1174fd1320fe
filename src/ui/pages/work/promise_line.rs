//! One promise as a line: kept, broken, given another day by one press.

use chrono::NaiveDate;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        id::Id,
        promise::{Promise, Standing, State},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Badge, Button, Cluster, DateInput, Icon, Menu, MenuItem, Tone},
        notify::Notify,
        words,
    },
};

use super::{
    desk::WorkDesk,
    when::{day_words, peek_today, today},
};

/// How a standing is drawn.
pub(super) fn tone(standing: Standing) -> Tone {
    match standing {
        Standing::Late | Standing::Broken => Tone::Danger,
        Standing::Open => Tone::Neutral,
        Standing::KeptOnTime => Tone::Success,
        Standing::KeptLate => Tone::Warning,
    }
}

/// Says what became of a promise today.
pub(super) fn settle(workspace: Workspace, notify: Notify, promise: Id<Promise>, state: fn(NaiveDate) -> State) {
    let state = state(peek_today(workspace));
    spawn_local(async move {
        notify.done(Kind::Promise, &workspace.settle_promise(promise, state).await);
    });
}

/// The line.
#[component]
pub fn PromiseLine(
    /// Which.
    promise: Id<Promise>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify, desk, today) = (Workspace::expect(), Notify::here(), WorkDesk::expect(), today());
    let data =
        Memo::new(move |_| workspace.read(&[Kind::Promise], |book| book.get(promise).map(|row| row.data.clone())));
    let is_open = Memo::new(move |_| data.with(|data| data.as_ref().is_some_and(|data| data.state == State::Open)));
    let moves = RwSignal::new(false);
    let text = move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let standing = data.standing(today.get());
        let by = t_string!(i18n, work.by_day, day = day_words(locale, data.by, today.get()));
        let earlier = data.moved.iter().map(|moved| format::day(words::tag(locale), moved.from)).collect::<Vec<_>>();
        let earlier = (!earlier.is_empty()).then(|| t_string!(i18n, work.first_by, days = earlier.join(", ")));
        Some(view! {
            <p class="customer-event-head">
                <button type="button" class="customer-open" on:click=move |_| desk.edit_promise(promise)>
                    {data.what}
                </button>
                <Badge tone=tone(standing) label=words::standing(locale, standing).to_owned()/>
            </p>
            <p class="customer-use">{[Some(by), earlier].into_iter().flatten().collect::<Vec<_>>().join(" · ")}</p>
        })
    };
    let move_to = move |typed: String| {
        moves.set(false);
        let Ok(by) = typed.parse::<NaiveDate>() else { return };
        spawn_local(async move {
            let done = workspace.renegotiate_promise(promise, by, peek_today(workspace)).await;
            notify.done(Kind::Promise, &done);
        });
    };
    let delete = move |()| {
        spawn_local(async move {
            notify.done(Kind::Promise, &workspace.delete_promise(promise).await);
        });
    };
    view! {
        <li class="customer-link customer-answer">
            <div class="customer-link-text">
                {text}
                <Show when=move || is_open.get()>
                    <Cluster>
                        <Button
                            small=true
                            icon=Icon::Check
                            label=move || t_string!(i18n, work.kept).to_owned()
                            on_press=move |()| settle(workspace, notify, promise, State::Kept)
                        />
                        <Button
                            small=true
                            icon=Icon::Close
                            label=move || t_string!(i18n, work.broken).to_owned()
                            on_press=move |()| settle(workspace, notify, promise, State::Broken)
                        />
                        <Button
                            small=true
                            icon=Icon::Calendar
                            expanded=moves
                            label=move || t_string!(i18n, work.new_day).to_owned()
                            on_press=move |()| moves.update(|moves| *moves = !*moves)
                        />
                    </Cluster>
                </Show>
                <Show when=move || moves.get() && is_open.get()>
                    <DateInput
                        label=Signal::derive(move || t_string!(i18n, work.new_day).to_owned())
                        value=Signal::derive(move || {
                            data.with(|data| data.as_ref().map_or_else(String::new, |data| data.by.to_string()))
                        })
                        on_change=move_to
                    />
                </Show>
            </div>
            <Menu icon_only=true label=move || t_string!(i18n, work.promise_actions).to_owned()>
                <MenuItem
                    icon=Icon::Edit
                    label=move || t_string!(i18n, common.edit).to_owned()
                    on_press=move |()| desk.edit_promise(promise)
                />
                <MenuItem
                    icon=Icon::Undo
                    label=move || t_string!(i18n, work.open_again).to_owned()
                    on_press=move |()| settle(workspace, notify, promise, |_| State::Open)
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

/// A promise of the timeline: made, or what became of it.
#[component]
pub fn PromiseEvent(
    /// Which.
    promise: Id<Promise>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk, today) = (Workspace::expect(), WorkDesk::expect(), today());
    let data =
        Memo::new(move |_| workspace.read(&[Kind::Promise], |book| book.get(promise).map(|row| row.data.clone())));
    move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let standing = data.standing(today.get());
        let day = match data.state {
            State::Open => data.made,
            State::Kept(on) | State::Broken(on) => on,
        };
        Some(view! {
            <span class="customer-event-day">{format::day(words::tag(locale), day)}</span>
            <div class="customer-event-body">
                <p class="customer-event-head">
                    <span>{words::kind_name(locale, Kind::Promise)}</span>
                    <button type="button" class="customer-open" on:click=move |_| desk.edit_promise(promise)>
                        {data.what}
                    </button>
                    <Badge tone=tone(standing) label=words::standing(locale, standing).to_owned()/>
                </p>
            </div>
        })
    }
}
