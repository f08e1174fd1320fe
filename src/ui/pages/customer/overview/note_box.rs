//! The line for the next note.

use leptos::{html, prelude::*, task::spawn_local};

use crate::{
    domain::{id::Id, note::Note, party::Party, record::Kind},
    i18n::{t_string, use_i18n},
    platform::{clock, keys},
    state::Workspace,
    ui::{
        components::{Button, ButtonKind, Cluster, Kbd, TextArea},
        drafts::{DraftOffer, Keeper},
        notify::Notify,
        pages::customer::desk::Desk,
    },
};

/// A box and a button; Ctrl+Enter saves.
#[component]
pub fn NoteBox(
    /// On whom.
    id: Id<Party>,
) -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let desk = Desk::expect();
    let text = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let area = NodeRef::<html::Textarea>::new();
    Effect::new(move |_| {
        if let Some(area) = area.get()
            && desk.wants_note.get()
        {
            desk.wants_note.set(false);
            // The browser refuses only for an element that has left the page.
            let _ = area.focus();
        }
    });
    let is_blank = Memo::new(move |_| text.with(|text| text.trim().is_empty()));
    let keeper = Keeper::new(Memo::new(move |_| (!is_blank.get()).then(|| text.get().into_bytes())));
    keeper.begin(format!("note/new/{id}"));
    let save = move || {
        if is_blank.get_untracked() || busy.get_untracked() {
            return;
        }
        busy.set(true);
        let typed = text.get_untracked();
        spawn_local(async move {
            let now = clock::now();
            let note = Note { party: id, at: now, text: typed.trim().to_owned(), pinned: false };
            let saved = notify.done(Kind::Note, &workspace.save_note(workspace.new_id(now), note).await);
            busy.try_set(false);
            // What was typed meanwhile belongs to the next note.
            if saved && text.try_with_untracked(|now| *now == typed) == Some(true) {
                text.set(String::new());
            }
        });
    };
    let restore = move |content: Vec<u8>| text.set(String::from_utf8(content).unwrap_or_default());
    let on_key = move |event: leptos::ev::KeyboardEvent| {
        if matches!(&*event.key(), "Enter" | "s" | "S") && keys::has_command(&event) && !event.is_composing() {
            event.prevent_default();
            save();
        }
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
                rows=2
                value=text
                label=Signal::derive(move || t_string!(i18n, customer.add_note).to_owned())
                placeholder=Signal::derive(move || t_string!(i18n, customer.note_placeholder).to_owned())
                on_input=move |typed: String| text.set(typed)
            />
            <Show when=move || !is_blank.get()>
                <Cluster>
                    <Button
                        small=true
                        kind=ButtonKind::Primary
                        busy
                        label=move || t_string!(i18n, customer.save_note).to_owned()
                        on_press=move |()| save()
                    />
                    <Kbd keys="Ctrl Enter"/>
                </Cluster>
            </Show>
        </div>
    }
}

/// The first words of a note that was begun.
pub(super) fn beginning(content: Vec<u8>) -> Option<String> {
    /// As many characters as tell which note it was.
    const FEW: usize = 80;
    let text = String::from_utf8(content).ok()?;
    let line = text.trim().lines().next()?.to_owned();
    Some(if line.chars().count() > FEW { line.chars().take(FEW).chain(['…']).collect() } else { line })
}
