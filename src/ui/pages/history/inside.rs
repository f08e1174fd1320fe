//! What is inside of a change, a few records at a time: an import may have brought a million.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{t_string, use_i18n},
    state::{self, About, CommitError, RecordChange, Workspace},
    ui::{
        components::{Banner, Button, Skeleton, Tone},
        words,
    },
};

use super::record::RecordView;

/// How many records are read at once.
const STEP: usize = 10;

/// The records.
#[component]
pub fn Inside(
    /// The number of the change.
    seq: u64,
    /// Which of its records.
    about: About,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let records = RwSignal::new(Vec::<RecordChange>::new());
    let (busy, has_more) = (RwSignal::new(false), RwSignal::new(true));
    let failed = RwSignal::new(None::<CommitError>);
    // Whoever reads on takes it, and puts it back.
    let inside = StoredValue::new_local(None::<state::Inside>);
    match workspace.look_into(seq, about) {
        Ok(found) => inside.set_value(Some(found)),
        Err(error) => failed.set(Some(error)),
    }
    let read = move || {
        let mut taken = None;
        inside.update_value(|inside| taken = inside.take());
        let Some(mut reading) = taken else { return };
        busy.set(true);
        spawn_local(async move {
            let result = reading.next(STEP).await;
            // The page may be gone.
            if inside.try_update_value(|inside| *inside = Some(reading)).is_none() {
                return;
            }
            busy.set(false);
            match result {
                Ok((found, more)) => {
                    records.update(|records| records.extend(found));
                    has_more.set(more);
                }
                Err(error) => {
                    has_more.set(false);
                    failed.set(Some(error));
                }
            }
        });
    };
    read();
    let is_empty = Memo::new(move |_| records.with(Vec::is_empty));
    view! {
        {move || failed.get().map(|error| view! {
            <Banner
                tone=Tone::Danger
                title=t_string!(i18n, history.history_failed)
                text=words::commit_error(i18n.get_locale(), &error)
            />
        })}
        <Show when=move || is_empty.get() && busy.get()>
            <Skeleton label=move || t_string!(i18n, history.reading_history).to_owned()/>
        </Show>
        <Show when=move || is_empty.get() && !busy.get() && failed.with(Option::is_none)>
            <p class="history-record">{move || t_string!(i18n, history.untouched)}</p>
        </Show>
        <For each=move || records.get().into_iter().enumerate() key=|(place, _)| *place let((_, record))>
            <RecordView record own=None/>
        </For>
        <Show when=move || has_more.get() && !is_empty.get()>
            <Button
                small=true
                busy
                label=move || t_string!(i18n, history.more_records).to_owned()
                on_press=move |()| read()
            />
        </Show>
    }
}
