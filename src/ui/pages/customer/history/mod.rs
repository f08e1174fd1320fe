//! What was changed about a customer, orders, notes and connections included, field by field, newest first; any change can be
//! taken back.

mod change;
mod values;

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{id::Id, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    state::{PartyChange, Workspace},
    ui::{
        components::{Banner, Button, EmptyState, Icon, Skeleton, Stack, Tone},
        words,
    },
};

use change::ChangeView;

/// How many changes are read at once.
const STEP: usize = 25;

/// What was read so far.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Read {
    changes: Vec<PartyChange>,
    /// Where to go on; none when the beginning was reached.
    older: Option<u64>,
}

/// The tab.
#[component]
pub fn HistoryTab(
    /// Whose.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let read = RwSignal::new(Read::default());
    let (busy, failed) = (RwSignal::new(false), RwSignal::new(None));
    let round = StoredValue::new(0_u32);
    let fetch = move |before: Option<u64>, limit: usize| {
        let own = round.with_value(|round| round + 1);
        round.set_value(own);
        busy.set(true);
        spawn_local(async move {
            let result = workspace.history_of(id, before, limit).await;
            // A later question was asked, or the page is gone.
            if round.try_with_value(|round| *round == own) != Some(true) {
                return;
            }
            busy.set(false);
            match result {
                Ok(found) => {
                    failed.set(None);
                    read.update(|read| {
                        if before.is_none() {
                            read.changes.clear();
                        }
                        read.changes.extend(found.changes);
                        read.older = found.older;
                    });
                }
                Err(error) => failed.set(Some(error)),
            }
        });
    };
    // Anew whenever something of it changes, as far back as was read already.
    Effect::new(move |_| {
        for kind in [Kind::Party, Kind::Order, Kind::Note, Kind::Link] {
            workspace.revision(kind).track();
        }
        let shown = read.with_untracked(|read| read.changes.len());
        fetch(None, shown.max(STEP));
    });
    let is_empty = Memo::new(move |_| read.with(|read| read.changes.is_empty()));
    let older = Memo::new(move |_| read.with(|read| read.older));
    view! {
        <Stack>
            {move || failed.get().map(|error| view! {
                <Banner
                    tone=Tone::Danger
                    title=t_string!(i18n, customer.history_failed)
                    text=words::commit_error(i18n.get_locale(), &error)
                />
            })}
            <Show when=move || is_empty.get() && busy.get()>
                <Skeleton label=move || t_string!(i18n, customer.reading_history).to_owned()/>
            </Show>
            <Show when=move || is_empty.get() && !busy.get() && failed.with(Option::is_none)>
                <EmptyState icon=Icon::Clock title=move || t_string!(i18n, customer.no_history).to_owned()/>
            </Show>
            <ol class="customer-history">
                <For each=move || read.with(|read| read.changes.clone()) key=|change| change.seq let:change>
                    <ChangeView change/>
                </For>
            </ol>
            {move || older.get().map(|older| view! {
                <Button
                    label=move || t_string!(i18n, customer.show_older).to_owned()
                    busy
                    on_press=move |()| fetch(Some(older), STEP)
                />
            })}
        </Stack>
    }
}
