//! Keys pressed anywhere, led to the command they stand for. What is typed, composed or asked in a dialog is left alone.

use leptos::prelude::*;

use crate::platform::{focus, keys};

use super::{
    command::Command,
    deck::Commands,
    reader::{Press, Reader, Reading},
};

/// Listens for as long as the page lives.
pub(super) fn listen(commands: Commands) {
    let mut reader = Reader::default();
    keys::on_key(move |event| {
        // What an input method or an element has taken is none of ours.
        if event.default_prevented() || keys::is_composing(event) {
            return;
        }
        let key = keys::typed(event);
        let press = Press {
            key: &key,
            command: keys::has_command(event),
            shift: event.shift_key(),
            alt: event.alt_key(),
            typing: keys::is_typing(event),
            at: event.time_stamp() as u64,
        };
        let wanted = match reader.read(press, commands.has_plain_keys()) {
            Reading::Nothing => return,
            Reading::Begun => return event.prevent_default(),
            Reading::Is(wanted) => wanted,
        };
        let fits = |command: &Command| {
            (!wanted.is_typing() || command.works_while_typing())
                && command.shortcuts().iter().any(|shortcut| wanted.is(*shortcut, &key))
        };
        // Save belongs to the form that has the focus.
        let Some(command) = Command::ALL.into_iter().filter(|command| *command != Command::Save).find(fits) else {
            return;
        };
        if is_covered(commands, command) {
            return;
        }
        if untrack(|| commands.is_available(command)) {
            event.prevent_default();
            commands.run(command);
        } else if matches!(command, Command::Undo | Command::Redo) {
            event.prevent_default();
            commands.say_nothing(command);
        }
    })
    .forget();
}

/// A question stands over the page and has to be answered first; the palette itself is closed by the key that opens it.
fn is_covered(commands: Commands, command: Command) -> bool {
    let is_own = command == Command::Palette && commands.palette.with_untracked(Option::is_some);
    !is_own && focus::is_modal()
}
