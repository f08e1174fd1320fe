//! What we promised a customer, and how far they could rely on it.

use leptos::prelude::*;

use crate::{
    domain::{
        id::Id,
        party::Party,
        promise::{Promise, Reliability, State},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Card, Icon, Stack},
        words,
    },
};

use super::{desk::WorkDesk, promise_line::PromiseLine, when::today};

/// How many are shown at first, and how many more each time.
const STEP: usize = 6;

/// The card.
#[component]
pub fn PromisesCard(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, desk) = (Workspace::expect(), WorkDesk::expect());
    let shown = RwSignal::new(STEP);
    // Open ones first, the next day first; then what became of the others, the latest first.
    let promises = Memo::new(move |_| {
        workspace.read(&[Kind::Promise], |book| {
            let key = |promise: &Promise| {
                let day = i64::from(crate::domain::day::number(promise.by));
                if promise.state == State::Open { (0, day) } else { (1, -day) }
            };
            let mut all: Vec<_> = book.of::<Promise>(id).map(|row| (key(&row.data), row.id)).collect();
            all.sort_by_key(|(key, _)| *key);
            all.into_iter().map(|(_, promise)| promise).collect::<Vec<_>>()
        })
    });
    let part = move || promises.with(|promises| promises.iter().take(shown.get()).copied().collect::<Vec<_>>());
    let left = Memo::new(move |_| promises.with(Vec::len).saturating_sub(shown.get()));
    view! {
        <Card
            title=move || t_string!(i18n, work.promises).to_owned()
            actions=move || view! {
                <Button
                    small=true
                    kind=ButtonKind::Quiet
                    icon=Icon::Add
                    label=move || t_string!(i18n, work.new_promise).to_owned()
                    on_press=move |()| desk.new_promise(id)
                />
            }
        >
            <Stack>
                <Show when=move || promises.with(Vec::is_empty)>
                    <p class="field-hint">{move || t_string!(i18n, work.no_promises)}</p>
                </Show>
                <ul class="customer-links">
                    <For each=part key=|promise| *promise let:promise>
                        <PromiseLine promise/>
                    </For>
                </ul>
                <Show when=move || { left.get() > 0 }>
                    <Button
                        small=true
                        label=Signal::derive(move || t_string!(i18n, customer.show_more, count = left.get()))
                        on_press=move |()| shown.update(|shown| *shown += STEP)
                    />
                </Show>
            </Stack>
        </Card>
    }
}

/// How many of the promises to a customer were kept on time, or that none has come to count.
#[component]
pub fn ReliabilityLine(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, today) = (Workspace::expect(), today());
    let sum = Memo::new(move |_| {
        let today = today.get();
        workspace.read(&[Kind::Promise], |book| Reliability::of(book.of::<Promise>(id).map(|row| &row.data), today))
    });
    move || {
        let sum = sum.get();
        match sum.share() {
            Some(share) => {
                let share = format::percent(words::tag(i18n.get_locale()), share, 0);
                t_string!(i18n, work.reliability, share = share, on_time = sum.on_time, counted = sum.counted())
            }
            None => t_string!(i18n, work.nothing_promised).to_owned(),
        }
    }
}
