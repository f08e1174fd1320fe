//! Changes, newest first, a page at a time: all of them, or those of a customer.

use chrono::NaiveDate;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    analysis::fold::fold,
    domain::{change::Head, record::Kind},
    i18n::{Locale, t_string, use_i18n},
    platform::{clock, format},
    state::{About, CommitError, PastChange, Sieve, Workspace},
    ui::{
        components::{Banner, Button, Skeleton, Stack, Tone},
        history_query::{HistoryQuery, Origin},
        words,
    },
};

use super::change::ChangeView;

/// How many changes are read at once.
const STEP: usize = 25;

/// What is to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Of what.
    pub about: About,
    /// Which of these.
    pub query: HistoryQuery,
}

impl Asked {
    /// What a query asks for.
    pub fn of(query: HistoryQuery) -> Self {
        let about = match (query.record, query.kind) {
            (Some((kind, id)), _) => About::Record(kind, id),
            (None, Some(kind)) => About::Kind(kind),
            (None, None) => About::Everything,
        };
        Self { about, query }
    }

    /// What the filter says to a change.
    fn sieve(&self, locale: Locale, zone: &str, head: &Head) -> Sieve {
        let query = &self.query;
        let day = clock::day_of(head.stamp.ms, zone);
        // The clock of the journal never goes back (`sync::clock`): before the first day there is nothing.
        if day.zip(query.from).is_some_and(|(day, from)| day < from) {
            return Sieve::End;
        }
        let is_early_enough = day.zip(query.until).is_none_or(|(day, until)| day <= until);
        let has_origin = query.origin.is_none_or(|origin| origin == Origin::of(head));
        let has_words = || {
            let text = fold(&words::deed(locale, head));
            fold(&query.text).split_whitespace().all(|word| text.contains(word))
        };
        if is_early_enough && has_origin && has_words() { Sieve::Pass } else { Sieve::Drop }
    }
}

/// What was read so far.
#[derive(Debug, Clone, PartialEq, Default)]
struct Read {
    changes: Vec<PastChange>,
    /// Where to go on; none when the beginning was reached.
    older: Option<u64>,
    failed: Option<CommitError>,
}

/// The list.
#[component]
pub fn Changes(
    /// What is asked for.
    #[prop(into)]
    asked: Signal<Asked>,
    /// A heading before each day.
    #[prop(optional)]
    by_day: bool,
    /// What is shown when there is none.
    #[prop(into)]
    empty: ViewFn,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let read = RwSignal::new(Read::default());
    let busy = RwSignal::new(true);
    let round = StoredValue::new(0_u32);
    let empty = StoredValue::new(empty);
    let zone = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().time_zone));
    let fetch = move |before: Option<u64>, limit: usize| {
        let own = round.with_value(|round| round.wrapping_add(1));
        round.set_value(own);
        busy.set(true);
        let (asked, locale, zone) = (asked.get_untracked(), i18n.get_locale_untracked(), zone.get_untracked());
        spawn_local(async move {
            // A later question was asked, or the page is gone.
            let is_stale = move || round.try_with_value(|round| *round == own) != Some(true);
            let sieve = |head: &Head| asked.sieve(locale, &zone, head);
            let result = workspace.past(asked.about, before, limit, &sieve, &is_stale).await;
            if is_stale() {
                return;
            }
            busy.set(false);
            read.update(|read| match result {
                Ok(found) => {
                    if before.is_none() {
                        read.changes.clear();
                    }
                    read.changes.extend(found.changes);
                    read.older = found.older;
                    read.failed = None;
                }
                Err(error) => read.failed = Some(error),
            });
        });
    };
    // Anew whenever something changes, as far back as was read already; another question begins anew.
    Effect::new(move |before: Option<Asked>| {
        workspace.latest();
        i18n.get_locale();
        let now = asked.get();
        let goes_on = before.as_ref() == Some(&now);
        let shown = if goes_on { read.with_untracked(|read| read.changes.len()) } else { 0 };
        if !goes_on {
            read.set(Read::default());
        }
        fetch(None, shown.max(STEP));
        now
    });
    let lines = Memo::new(move |_| -> Vec<(Option<NaiveDate>, PastChange)> {
        let mut last = None;
        let zone = zone.get();
        let with_day = |change: &PastChange| {
            let day = clock::day_of(change.head.stamp.ms, &zone).filter(|_| by_day);
            let heading = day.filter(|_| day != last);
            last = day;
            (heading, change.clone())
        };
        read.with(|read| read.changes.iter().map(with_day).collect())
    });
    let is_empty = Memo::new(move |_| read.with(|read| read.changes.is_empty()));
    let older = Memo::new(move |_| read.with(|read| read.older));
    let failed = Memo::new(move |_| read.with(|read| read.failed.clone()));
    let day = move |day: NaiveDate| {
        move || {
            let tag = words::tag(i18n.get_locale());
            format!("{} · {}", format::weekday(tag, day), format::day(tag, day))
        }
    };
    view! {
        <Stack>
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
                {move || empty.with_value(ViewFn::run)}
            </Show>
            <ol class="history">
                <For
                    each=move || lines.get()
                    key=|(heading, change)| (change.seq, heading.is_some())
                    let((heading, change))
                >
                    {heading.map(|heading| view! { <li class="history-day"><h2>{day(heading)}</h2></li> })}
                    <ChangeView change about=asked.get_untracked().about/>
                </For>
            </ol>
            {move || older.get().filter(|_| !is_empty.get()).map(|older| view! {
                <Button
                    label=move || t_string!(i18n, history.show_older).to_owned()
                    busy
                    on_press=move |()| fetch(Some(older), STEP)
                />
            })}
        </Stack>
    }
}
