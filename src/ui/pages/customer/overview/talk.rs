//! A conversation of the timeline: read, opened, deleted.

use leptos::{prelude::*, task::spawn_local};

use crate::{
    domain::{
        id::Id,
        interaction::{Interaction, Mood},
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::{clock, format},
    state::Workspace,
    ui::{
        components::{Badge, Icon, IconButton, Tone},
        notify::Notify,
        pages::customer::{desk::Desk, pad::Job},
        words,
    },
};

/// When, over which channel and whose move, what came of it, what was said.
#[component]
pub fn TalkView(
    /// Which.
    talk: Id<Interaction>,
) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify, desk) = (Workspace::expect(), Notify::here(), Desk::expect());
    let data =
        Memo::new(move |_| workspace.read(&[Kind::Interaction], |book| book.get(talk).map(|row| row.data.clone())));
    let zone = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().time_zone));
    let delete = move |()| {
        spawn_local(async move {
            notify.done(Kind::Interaction, &workspace.delete_interaction(talk).await);
        });
    };
    let text = move || {
        let data = data.get()?;
        let locale = i18n.get_locale();
        let tag = words::tag(locale);
        let day = clock::day_of(data.at, &zone.get()).map(|day| format::day(tag, day));
        let moment = format::instant(tag, data.at, &zone.get());
        let took = data
            .minutes
            .map(|minutes| t_string!(i18n, customer.took_minutes, minutes = format::integer(tag, minutes.into())));
        let details = [
            Some(words::direction(locale, data.direction).to_owned()),
            (!data.who.is_empty()).then_some(data.who),
            took,
        ];
        let details = details.into_iter().flatten().collect::<Vec<_>>().join(" · ");
        let mood = data.mood.map(|mood| {
            let tone = match mood {
                Mood::Pleased => Tone::Success,
                Mood::Neutral => Tone::Neutral,
                Mood::Displeased => Tone::Warning,
            };
            view! { <Badge tone label=words::mood(locale, mood).to_owned()/> }
        });
        Some(view! {
            <span class="customer-event-day" title=moment>{day}</span>
            <div class="customer-event-body">
                <p class="customer-event-head">
                    <button
                        type="button"
                        class="customer-open"
                        on:click=move |_| desk.talk.set(Some(Job::Edit(talk)))
                    >
                        {format!("{} · {}", words::channel(locale, data.channel), words::outcome(locale, data.outcome))}
                    </button>
                    {mood}
                </p>
                <p class="customer-use">{details}</p>
                {(!data.summary.is_empty()).then(|| view! { <p class="customer-text">{data.summary}</p> })}
            </div>
        })
    };
    view! {
        {text}
        <div class="customer-event-buttons">
            <IconButton
                small=true
                icon=Icon::Delete
                label=move || t_string!(i18n, customer.delete_contact).to_owned()
                on_press=delete
            />
        </div>
    }
}
