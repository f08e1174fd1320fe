//! The form of a conversation, in its dialog.

use leptos::prelude::*;

use crate::{
    domain::{
        contact::Channel,
        interaction::{Direction, Interaction, Mood, Outcome},
        order::Order,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::clock,
    state::Workspace,
    ui::{
        components::{Choice, Columns, DateInput, Field, NumberInput, Segmented, Select, TextArea, TextInput},
        pages::customer::{
            desk::Desk,
            labels::{field_label, indexed},
            pad::Pad,
        },
        words,
    },
};

use super::talk_draft::TalkDraft;

/// The form; open while the desk has a conversation on it.
#[component]
pub fn TalkForm(
    /// The desk.
    desk: Desk,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let zone = move || workspace.peek(|book| book.settings().time_zone);
    let pad = Pad::new(
        "talk",
        move || desk.id.to_string(),
        desk.talk,
        move |old: Option<&Interaction>| {
            let talk = old.cloned().unwrap_or_else(|| fresh(workspace, desk));
            TalkDraft::of(&talk, clock::day_and_minute(talk.at, &zone()).unwrap_or_default())
        },
    );
    let save = move |stay: bool| {
        let zone = zone();
        let read =
            pad.draft.with_untracked(|draft| draft.parse(desk.id, |day, minute| clock::instant_of(day, minute, &zone)));
        pad.save(read, stay, Workspace::save_interaction);
    };
    let title = move |is_there| {
        let words =
            if is_there { t_string!(i18n, customer.edit_contact) } else { t_string!(i18n, customer.log_contact) };
        words.to_owned()
    };
    pad.dialog(title, save, move || view! { <Fields pad/> }.into_any())
}

/// A contact of now, over the channel that the customer likes, else the one of the last time.
fn fresh(workspace: Workspace, desk: Desk) -> Interaction {
    workspace.peek(|book| {
        let liked = book.get(desk.id).and_then(|row| row.data.channel);
        let last = || book.of::<Interaction>(desk.id).max_by_key(|row| row.data.at).map(|row| row.data.channel);
        Interaction::touch(desk.id, clock::now(), liked.or_else(last).unwrap_or(Channel::Phone))
    })
}

/// Every input.
#[component]
fn Fields(pad: Pad<Interaction, TalkDraft>) -> impl IntoView {
    let i18n = use_i18n();
    let (draft, at) = (pad.draft, move |number| pad.error(number));
    let label = |number| field_label(Kind::Interaction, number);
    let value = move |read: fn(&TalkDraft) -> &String| Signal::derive(move || draft.with(|draft| read(draft).clone()));
    let write = move |place: fn(&mut TalkDraft) -> &mut String| {
        Callback::new(move |text: String| draft.update(|draft| *place(draft) = text))
    };
    let channels = Signal::derive(move || indexed(&Channel::ALL, |channel| words::channel(i18n.get_locale(), channel)));
    let directions =
        Signal::derive(move || indexed(&Direction::ALL, |direction| words::direction(i18n.get_locale(), direction)));
    let outcomes = Signal::derive(move || indexed(&Outcome::ALL, |outcome| words::outcome(i18n.get_locale(), outcome)));
    let moods = Signal::derive(move || {
        let none = Choice::new("", t_string!(i18n, customer.no_mood));
        let all = indexed(&Mood::ALL, |mood| words::mood(i18n.get_locale(), mood));
        [none].into_iter().chain(all).collect::<Vec<_>>()
    });
    let on_time = write(|draft| &mut draft.time);
    view! {
        <Segmented
            label=label(3)
            options=directions
            value=value(|draft| &draft.direction)
            on_change=write(|draft| &mut draft.direction)
        />
        <Columns narrow=true>
            <Field label=label(2) error=at(2) required=true>
                <Select options=channels value=value(|draft| &draft.channel) on_change=write(|draft| &mut draft.channel)/>
            </Field>
            <Field label=label(4) error=at(4) required=true>
                <Select options=outcomes value=value(|draft| &draft.outcome) on_change=write(|draft| &mut draft.outcome)/>
            </Field>
        </Columns>
        <Field label=label(8) error=at(8)>
            <TextArea rows=4 value=value(|draft| &draft.summary) on_input=write(|draft| &mut draft.summary)/>
        </Field>
        <Columns narrow=true>
            <Field label=label(1) error=at(1) required=true>
                <DateInput
                    value=value(|draft| &draft.day)
                    min=Signal::stored("1970-01-02".to_owned())
                    max=Signal::stored(format!("{}-12-31", Order::YEARS.end()))
                    on_change=write(|draft| &mut draft.day)
                />
            </Field>
            <label class="field">
                <span class="field-label">{move || t_string!(i18n, customer.talk_time)}</span>
                <input
                    class="input input-date"
                    type="time"
                    prop:value=value(|draft| &draft.time)
                    on:change=move |event| on_time.run(event_target_value(&event))
                />
            </label>
            <Field label=label(6) error=at(6)>
                <NumberInput whole=true value=value(|draft| &draft.minutes) on_input=write(|draft| &mut draft.minutes)/>
            </Field>
        </Columns>
        <Columns narrow=true>
            <Field label=label(7) error=at(7)>
                <TextInput value=value(|draft| &draft.who) on_input=write(|draft| &mut draft.who)/>
            </Field>
            <Field label=label(5) error=at(5)>
                <Select options=moods value=value(|draft| &draft.mood) on_change=write(|draft| &mut draft.mood)/>
            </Field>
        </Columns>
    }
}
