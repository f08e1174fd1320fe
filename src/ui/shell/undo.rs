//! Undo and redo in sight, and whether everything is saved.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    state::{Saving, Workspace},
    ui::{
        commands::{Command, Commands},
        components::{IconButton, MenuItem},
    },
};

/// Undo, redo, and whether everything is saved.
#[component]
pub(super) fn Tools() -> impl IntoView {
    let i18n = use_i18n();
    let workspace = Workspace::expect();
    let commands = Commands::expect();
    let saving = move || match workspace.saving() {
        Saving::Saved => t_string!(i18n, common.saved),
        Saving::Busy => t_string!(i18n, common.saving),
        Saving::Failed(_) => t_string!(i18n, common.not_saved),
    };
    let button = move |command: Command| {
        view! {
            <IconButton
                icon=command.icon()
                label=Signal::derive(move || commands.title(command))
                keys=commands.aria_keys(command)
                disabled=Signal::derive(move || !commands.is_available(command))
                on_press=Callback::new(move |()| commands.run(command))
            />
        }
    };
    view! {
        {button(Command::Undo)}
        {button(Command::Redo)}
        {button(Command::Keys)}
        <span class="saving" role="status">{saving}</span>
    }
}

/// A command in a menu, with its keys.
#[component]
pub(super) fn CommandItem(
    /// Which.
    command: Command,
) -> impl IntoView {
    let commands = Commands::expect();
    let keys = commands.keys(command);
    let keys = Signal::derive(move || keys.get().join(" "));
    let (label, icon) = (Signal::derive(move || commands.title(command)), command.icon());
    match command {
        Command::Go(place) => view! { <MenuItem label icon keys href=place.route().to_string()/> }.into_any(),
        _ => view! {
            <MenuItem
                label
                icon
                keys
                disabled=Signal::derive(move || !commands.is_available(command))
                on_press=Callback::new(move |()| commands.run(command))
            />
        }
        .into_any(),
    }
}
