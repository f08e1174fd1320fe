//! What happened: orders, refunds, conversations, notes, tasks done and promises, newest first, and the line for the next note.

use chrono::NaiveDate;
use leptos::prelude::*;

use crate::{
    domain::{id::Id, order::Order, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Button, Card, EmptyState, Icon, Stack},
        pages::customer::{
            amounts::money_text,
            deals::DealEvent,
            desk::{Desk, OrderJob},
            orders::summary,
        },
        pages::work::{PromiseEvent, TaskEvent},
        words,
    },
};

use super::{
    entry::{Entry, Events},
    note::NoteView,
    note_box::NoteBox,
    talk::TalkView,
};

/// How many events are shown at first, and how many more each time.
const STEP: usize = 30;

/// The timeline.
#[component]
pub fn Timeline(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), Desk::expect());
    let shown = RwSignal::new(STEP);
    let events = Memo::new(move |_| {
        workspace.read(
            &[Kind::Order, Kind::Note, Kind::Interaction, Kind::Task, Kind::Promise, Kind::Deal, Kind::Settings],
            |book| {
                let zone = book.settings().time_zone;
                Events::of(book, id, |at| clock::day_of(at, &zone).unwrap_or(NaiveDate::MAX))
            },
        )
    });
    let part = move || events.with(|events| events.rest.iter().take(shown.get()).copied().collect::<Vec<_>>());
    let left = Memo::new(move |_| events.with(|events| events.rest.len().saturating_sub(shown.get())));
    let is_empty = Memo::new(move |_| events.with(|events| events.pinned.is_empty() && events.rest.is_empty()));
    view! {
        <Card title=move || t_string!(i18n, customer.timeline).to_owned()>
            <Stack>
                <NoteBox id/>
                <ol class="customer-timeline">
                    <For each=move || events.with(|events| events.pinned.clone()) key=|note| *note let:note>
                        <li class="customer-event customer-event-pinned">
                            <NoteView note/>
                        </li>
                    </For>
                    <For each=part key=|entry| *entry let:entry>
                        <li class="customer-event">
                            {match entry {
                                Entry::Order(order) => view! { <OrderEvent order/> }.into_any(),
                                Entry::Talk(talk) => view! { <TalkView talk/> }.into_any(),
                                Entry::Deal(deal) => view! { <DealEvent deal/> }.into_any(),
                                Entry::Task(task) => view! { <TaskEvent task/> }.into_any(),
                                Entry::Promise(promise) => view! { <PromiseEvent promise/> }.into_any(),
                                Entry::Note(note) => view! { <NoteView note/> }.into_any(),
                            }}
                        </li>
                    </For>
                </ol>
                <Show when=move || is_empty.get()>
                    <EmptyState
                        icon=Icon::Clock
                        title=move || t_string!(i18n, customer.no_events).to_owned()
                        text=Signal::derive(move || t_string!(i18n, customer.no_events_text).to_owned())
                    >
                        <Button
                            icon=Icon::Add
                            label=move || t_string!(i18n, customer.add_order).to_owned()
                            on_press=move |()| desk.order.set(Some(OrderJob::New))
                        />
                    </EmptyState>
                </Show>
                <Show when=move || 0 < left.get()>
                    <Button
                        label=Signal::derive(move || t_string!(i18n, customer.show_more, count = left.get()))
                        on_press=move |()| shown.update(|shown| *shown += STEP)
                    />
                </Show>
            </Stack>
        </Card>
    }
}

/// An order or a refund: when, how much, what; pressing it opens it.
#[component]
fn OrderEvent(order: Id<Order>) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let desk = Desk::expect();
    let row = Memo::new(move |_| {
        workspace.read(&[Kind::Order, Kind::Product], |book| {
            book.get(order).map(|row| (row.data.clone(), summary(book, &row.data)))
        })
    });
    move || {
        let (data, lines) = row.get()?;
        let locale = i18n.get_locale();
        let is_refund = data.is_refund();
        let word = if is_refund { t_string!(i18n, customer.refund) } else { t_string!(i18n, customer.order) };
        let title = if data.number.is_empty() { word.to_owned() } else { format!("{word} {}", data.number) };
        Some(view! {
            <span class="customer-event-day">{format::day(words::tag(locale), data.day)}</span>
            <div class="customer-event-body">
                <p class="customer-event-head">
                    <button
                        type="button"
                        class="customer-open"
                        on:click=move |_| desk.order.set(Some(OrderJob::Edit(order)))
                    >
                        {title}
                    </button>
                    <span class="customer-amount">{money_text(locale, data.money())}</span>
                </p>
                <p class="customer-event-lines">{lines}</p>
                {(!data.note.is_empty()).then(|| view! { <p class="customer-text">{data.note.to_string()}</p> })}
            </div>
        })
    }
}
