//! Undo and redo from anywhere: by key, by button, and whether everything is saved.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::keys,
    state::{Saving, Workspace},
    ui::{
        components::{Icon, IconButton},
        notify::Notify,
        words,
    },
};

/// Ctrl+Z and Ctrl+Shift+Z or Ctrl+Y, unless one is typing: then they belong to the text.
pub(super) fn listen_to_keys(notify: Notify) {
    keys::on_key(move |event| {
        if !keys::has_command(event) || keys::is_typing(event) {
            return;
        }
        match event.key().to_lowercase().as_str() {
            "z" if event.shift_key() => notify.redo(),
            "z" => notify.undo(),
            "y" => notify.redo(),
            _ => return,
        }
        event.prevent_default();
    })
    .forget();
}

/// What undo would take back.
pub(super) fn undo_label(workspace: Workspace) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || match workspace.undoable() {
        Some(head) => t_string!(i18n, common.undo_of, what = words::what_of(i18n.get_locale(), &head)),
        None => t_string!(i18n, common.nothing_to_undo).to_string(),
    })
}

/// What redo would do again.
pub(super) fn redo_label(workspace: Workspace) -> Signal<String> {
    let i18n = use_i18n();
    Signal::derive(move || match workspace.redoable() {
        Some(head) => t_string!(i18n, common.redo_of, what = words::what_of(i18n.get_locale(), &head)),
        None => t_string!(i18n, common.redo).to_string(),
    })
}

/// Undo, redo, and whether everything is saved.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let notify = Notify::here();
    let saving = move || match workspace.saving() {
        Saving::Saved => t_string!(i18n, common.saved),
        Saving::Busy => t_string!(i18n, common.saving),
        Saving::Failed(_) => t_string!(i18n, common.not_saved),
    };
    view! {
        <IconButton
            icon=Icon::Undo
            label=undo_label(workspace)
            disabled=Signal::derive(move || workspace.undoable().is_none())
            on_press=Callback::new(move |()| notify.undo())
        />
        <IconButton
            icon=Icon::Redo
            label=redo_label(workspace)
            disabled=Signal::derive(move || workspace.redoable().is_none())
            on_press=Callback::new(move |()| notify.redo())
        />
        <span class="saving" role="status">{saving}</span>
    }
}
