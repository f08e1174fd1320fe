//! When they last heard from us, and when they should again; or that they do not want to.

use leptos::prelude::*;

use crate::{
    analysis::turn::turn,
    domain::{
        cadence::{Pace, Turn},
        id::Id,
        party::Party,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::{Scores, Workspace},
    ui::{
        components::{Badge, Tone},
        pages::work::today,
        words,
    },
};

/// The line; nothing where nobody said how often.
#[component]
pub fn Heard(
    /// Whose.
    id: Id<Party>,
    /// The party.
    party: Memo<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, scores, today) = (Workspace::expect(), Scores::expect(), today());
    let found = Memo::new(move |_| {
        let (answer, today) = (scores.signal().get(), today.get());
        let kinds = [Kind::Party, Kind::Interaction, Kind::Order, Kind::Settings];
        workspace.read(&kinds, |book| -> Option<Turn> {
            let (row, settings) = (book.get(id)?, book.settings());
            let class = answer.class(book.parties.slot(id)?, &row.data);
            let day_of = |instant| clock::day_of(instant, &settings.time_zone);
            turn(book, &settings.cadence, row, class, today, day_of)
        })
    });
    let refused = Memo::new(move |_| party.with(|party| party.no_contact));
    let line = move || {
        let (turn, locale) = (found.get()?, i18n.get_locale());
        let (tone, word) = match turn.pace {
            Pace::InTime => (Tone::Success, t_string!(i18n, listing.pace_in_time)),
            Pace::Due => (Tone::Warning, t_string!(i18n, listing.pace_due)),
            Pace::Overdue => (Tone::Danger, t_string!(i18n, work.overdue)),
        };
        let day = format::day(words::tag(locale), turn.by);
        let text = t_string!(i18n, customer.heard, days = turn.since, every = turn.every, day = day);
        Some(
            view! { <p class="customer-event-head"><Badge tone label=word/> <span class="customer-use">{text}</span></p> },
        )
    };
    view! {
        {move || refused.get().then(|| view! {
            <Badge tone=Tone::Danger label=Signal::derive(move || t_string!(i18n, fields.no_contact).to_owned())/>
        })}
        {line}
    }
}
