//! A note of the timeline: read, pinned, edited in its place, deleted.

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    domain::{id::Id, note::Note, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{clock, format, keys},
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Cluster, Icon, IconButton, TextArea},
        drafts::{DraftOffer, Keeper},
        notify::Notify,
        words,
    },
};

use super::note_box::beginning;

/// One note.
#[component]
pub fn NoteView(
    /// Which.
    note: Id<Note>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let editing = RwSignal::new(false);
    let data = Memo::new(move |_| workspace.read(&[Kind::Note], |book| book.get(note).map(|row| row.data.clone())));
    let is_pinned = Signal::derive(move || data.with(|data| data.as_ref().is_some_and(|data| data.pinned)));
    let zone = Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().time_zone));
    let save = Callback::new(move |(change, keeper): (Note, Option<Keeper>)| {
        spawn_local(async move {
            if notify.done(Kind::Note, &workspace.save_note(note, change).await) {
                if let Some(keeper) = keeper {
                    keeper.finish();
                }
                editing.try_set(false);
            }
        });
    });
    let pin = move |()| {
        if let Some(data) = data.get_untracked() {
            save.run((Note { pinned: !data.pinned, ..data }, None));
        }
    };
    let delete = move |()| {
        spawn_local(async move {
            notify.done(Kind::Note, &workspace.delete_note(note).await);
        });
    };
    let day = move || {
        let data = data.get()?;
        let day = clock::day_of(data.at, &zone.get())?;
        Some(format::day(words::tag(i18n.get_locale()), day))
    };
    let moment = move || data.get().map(|data| format::instant(words::tag(i18n.get_locale()), data.at, &zone.get()));
    let pin_label = Signal::derive(move || {
        let word = if is_pinned.get() { t_string!(i18n, customer.unpin) } else { t_string!(i18n, customer.pin) };
        word.to_owned()
    });
    let body = move || {
        if editing.get() {
            let data = data.get_untracked();
            view! { <NoteEditor note data save on_cancel=move |()| editing.set(false)/> }.into_any()
        } else {
            let text = move || data.with(|data| data.as_ref().map(|data| data.text.clone()));
            view! { <p class="customer-text">{text}</p> }.into_any()
        }
    };
    view! {
        <span class="customer-event-day" title=moment>{day}</span>
        <div class="customer-event-body">
            {body}
        </div>
        <div class="customer-event-buttons">
            <IconButton small=true icon=Icon::Star label=pin_label pressed=is_pinned on_press=pin/>
            <IconButton
                small=true
                icon=Icon::Edit
                label=move || t_string!(i18n, customer.edit_note).to_owned()
                on_press=move |()| editing.set(true)
            />
            <IconButton
                small=true
                icon=Icon::Delete
                label=move || t_string!(i18n, customer.delete_note).to_owned()
                on_press=delete
            />
        </div>
    }
}

/// The note as a box to write in; Ctrl+Enter saves, Escape leaves.
#[component]
fn NoteEditor(
    /// Which.
    note: Id<Note>,
    /// The note as it is.
    data: Option<Note>,
    /// Told the note to save, and its draft.
    save: Callback<(Note, Option<Keeper>)>,
    #[prop(into)] on_cancel: Callback<()>,
) -> impl IntoView {
    let i18n = use_i18n();
    let text = RwSignal::new(data.as_ref().map_or_else(String::new, |data| data.text.clone()));
    let area = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = area.get() {
            // The browser refuses only for an element that has left the page.
            let _ = area.focus();
        }
    });
    let data = StoredValue::new(data);
    let keeper = Keeper::new(Memo::new(move |_| {
        let is_as_it_was =
            data.with_value(|data| data.as_ref().is_some_and(|data| text.with(|text| *text == data.text)));
        (!is_as_it_was).then(|| text.get().into_bytes())
    }));
    keeper.begin(format!("note/{note}"));
    let send = move || {
        if let Some(data) = data.get_value() {
            save.run((Note { text: text.get_untracked().trim().to_owned(), ..data }, Some(keeper)));
        }
    };
    let restore = move |content: Vec<u8>| text.set(String::from_utf8(content).unwrap_or_default());
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        match event.key().as_str() {
            "Enter" | "s" | "S" if keys::has_command(&event) && !event.is_composing() => send(),
            "Escape" if !event.is_composing() => on_cancel.run(()),
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <div class="customer-note-box" on:keydown=on_key>
            <DraftOffer
                keeper
                note=Callback::new(beginning)
                on_continue=restore
            />
            <TextArea
                node_ref=area
                value=text
                label=Signal::derive(move || t_string!(i18n, customer.edit_note).to_owned())
                on_input=move |typed: String| text.set(typed)
            />
            <Cluster>
                <Button
                    small=true
                    kind=ButtonKind::Primary
                    label=move || t_string!(i18n, common.save).to_owned()
                    on_press=move |()| send()
                />
                <Button
                    small=true
                    label=move || t_string!(i18n, common.cancel).to_owned()
                    on_press=move |()| on_cancel.run(())
                />
            </Cluster>
        </div>
    }
}
