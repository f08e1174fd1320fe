//! The sheet of all keys.

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    platform::keys,
    ui::{
        commands::{Command, Commands, Group, ShownKeys},
        components::{Dialog, DialogSize, Stack, Switch},
        preferences::Preferences,
    },
};

/// The dialog.
#[component]
pub fn Sheet() -> impl IntoView {
    let i18n = use_i18n();
    let commands = Commands::expect();
    let preferences = Preferences::expect();
    let heading = move |group: Group| match group {
        Group::Screens => t_string!(i18n, commands.screens),
        Group::Actions => t_string!(i18n, commands.actions),
        Group::Device => t_string!(i18n, commands.device),
    };
    let group = move |group: Group| {
        let with_keys = |command: &Command| {
            command.group() == group && *command != Command::Save && !command.shortcuts().is_empty()
        };
        let lines = Command::ALL.into_iter().filter(with_keys).map(|command| {
            let all = command.shortcuts().iter().map(|shortcut| {
                let is_off = move || shortcut.is_plain() && !preferences.plain_keys().get();
                let shown = shortcut.keys(keys::is_apple());
                view! {
                    <span class="sheet-shortcut" class:sheet-off=is_off>
                        <ShownKeys keys=shown/>
                    </span>
                }
            });
            view! {
                <dt class="sheet-name">{move || command.label(i18n.get_locale())}</dt>
                <dd class="sheet-keys">{all.collect_view()}</dd>
            }
        });
        view! {
            <section class="sheet-group">
                <h3 class="sheet-title">{move || heading(group)}</h3>
                <dl class="sheet-list">{lines.collect_view()}</dl>
            </section>
        }
    };
    // Every form and list knows these.
    let forms = move || {
        let line = |name: Signal<String>, shown: String| {
            view! {
                <dt class="sheet-name">{name}</dt>
                <dd class="sheet-keys">
                    <span class="sheet-shortcut">
                        <ShownKeys keys=vec![shown]/>
                    </span>
                </dd>
            }
        };
        let save = Command::Save.shortcuts().iter().flat_map(|shortcut| shortcut.keys(keys::is_apple())).collect();
        let lines = [
            line(Signal::derive(move || Command::Save.label(i18n.get_locale())), save),
            line(Signal::derive(move || t_string!(i18n, commands.cancels).to_owned()), "Esc".to_owned()),
            line(Signal::derive(move || t_string!(i18n, commands.confirms).to_owned()), "↑ ↓ Enter".to_owned()),
        ];
        view! {
            <section class="sheet-group">
                <h3 class="sheet-title">{move || t_string!(i18n, commands.in_forms)}</h3>
                <dl class="sheet-list">{lines}</dl>
            </section>
        }
    };
    view! {
        <Dialog
            open=commands.sheet
            on_close=move |()| commands.sheet.set(false)
            title=move || t_string!(i18n, commands.keys).to_owned()
            close_label=move || t_string!(i18n, common.close).to_owned()
            size=DialogSize::Large
        >
            <Stack>
                <div class="sheet">
                    {group(Group::Screens)}
                    {group(Group::Actions)}
                    {forms()}
                </div>
                <PlainKeysSwitch/>
            </Stack>
        </Dialog>
    }
}

/// Turns keys that work alone on or off.
#[component]
pub fn PlainKeysSwitch() -> impl IntoView {
    let i18n = use_i18n();
    let preferences = Preferences::expect();
    view! {
        <Switch
            label=move || t_string!(i18n, commands.plain_keys).to_owned()
            hint=Signal::derive(move || t_string!(i18n, commands.plain_keys_hint).to_owned())
            checked=preferences.plain_keys()
            on_change=move |on: bool| preferences.set_plain_keys(on)
        />
    }
}
