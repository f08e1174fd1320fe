//! How often customers should hear from us: by class and by tag.

use leptos::prelude::*;

use crate::{
    domain::{
        cadence::{Cadence, TagCadence},
        class::Class,
        flaw::Flaw,
        record::Kind,
    },
    i18n::{t_string, use_i18n},
    platform::format,
    state::Workspace,
    ui::{
        components::{Button, Card, Cluster, Columns, Field, Icon, IconButton, NumberInput, Stack, TextInput},
        notify::Notify,
        pages::customer::amounts,
        words,
    },
};

use super::workspace::save;

/// Days of a class.
type Place = fn(&mut Cadence) -> &mut Option<u16>;

const CLASSES: [(Class, Place); 3] =
    [(Class::A, |all| &mut all.a), (Class::B, |all| &mut all.b), (Class::C, |all| &mut all.c)];

/// Days that may be between two contacts.
fn days(text: &str, tag: &str) -> Result<u16, Flaw> {
    let days = amounts::days(text, &|text| format::parse_number(tag, text))?;
    if days == 0 || days > Cadence::MOST { Err(Flaw::OutOfRange) } else { Ok(days) }
}

/// The card.
#[component]
pub fn CadenceSettings() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let cadence = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().cadence));
    let row = move |rule: TagCadence| {
        let text = format!("{}: {}", rule.tag, words::cadence(i18n.get_locale(), rule.days));
        let remove = move |()| {
            let tag = rule.tag.clone();
            save(workspace, notify, move |settings| settings.cadence.tags.retain(|other| other.tag != tag));
        };
        view! {
            <li class="preferences-row">
                <span>{text}</span>
                <IconButton
                    small=true
                    icon=Icon::Delete
                    label=t_string!(i18n, common.remove).to_owned()
                    on_press=Callback::new(remove)
                />
            </li>
        }
    };
    view! {
        <Card title=Signal::derive(move || t_string!(i18n, preferences.cadence_title).to_owned())>
            <Stack>
                <p>{move || t_string!(i18n, preferences.cadence_text)}</p>
                <Columns narrow=true>
                    {CLASSES.map(|(class, place)| view! { <OfClass class place cadence/> }).collect_view()}
                </Columns>
                <ul class="preferences-list">
                    {move || cadence.get().tags.into_iter().map(row).collect_view()}
                </ul>
                <AddTag/>
            </Stack>
        </Card>
    }
}

/// The days of a class, saved as they are changed.
#[component]
fn OfClass(class: Class, place: Place, cadence: Memo<Cadence>) -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let error = RwSignal::new(None::<Flaw>);
    let set = move |text: String| {
        let wanted = match text.trim() {
            "" => Ok(None),
            text => days(text, words::tag(i18n.get_locale_untracked())).map(Some),
        };
        error.set(wanted.err());
        if let Ok(wanted) = wanted {
            save(workspace, notify, move |settings| *place(&mut settings.cadence) = wanted);
        }
    };
    let value = Signal::derive(move || {
        let mut all = cadence.get();
        place(&mut all).map_or_else(String::new, |days| days.to_string())
    });
    view! {
        <Field
            label=Signal::derive(move || t_string!(i18n, preferences.class_days, class = class.letter()))
            error=Signal::derive(move || error.get().map(|flaw| words::flaw(i18n.get_locale(), flaw)))
        >
            <NumberInput whole=true value on_input=|_: String| () on_change=set/>
        </Field>
    }
}

/// A tag with its days; one that is there gets other days.
#[component]
fn AddTag() -> impl IntoView {
    let i18n = use_i18n();
    let (workspace, notify) = (Workspace::expect(), Notify::here());
    let (tag, typed) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let wrong = RwSignal::new([None::<Flaw>; 2]);
    let error =
        move |place: usize| Signal::derive(move || wrong.get()[place].map(|flaw| words::flaw(i18n.get_locale(), flaw)));
    let add = move |()| {
        let name = tag.get_untracked().trim().to_owned();
        let read = days(&typed.get_untracked(), words::tag(i18n.get_locale_untracked()));
        wrong.set([name.is_empty().then_some(Flaw::Missing), read.err()]);
        let (false, Ok(days)) = (name.is_empty(), read) else { return };
        tag.set(String::new());
        typed.set(String::new());
        save(workspace, notify, move |settings| {
            settings.cadence.tags.retain(|other| other.tag != name);
            settings.cadence.tags.push(TagCadence { tag: name, days });
        });
    };
    view! {
        <Cluster>
            <Field label=Signal::derive(move || t_string!(i18n, preferences.tag).to_owned()) error=error(0)>
                <TextInput value=tag on_input=move |text: String| tag.set(text)/>
            </Field>
            <Field label=Signal::derive(move || t_string!(i18n, preferences.days).to_owned()) error=error(1)>
                <NumberInput whole=true value=typed on_input=move |text: String| typed.set(text)/>
            </Field>
            <Button label=Signal::derive(move || t_string!(i18n, preferences.add_tag).to_owned()) on_press=add/>
        </Cluster>
    }
}
