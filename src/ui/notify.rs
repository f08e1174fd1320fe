//! Tells the user what became of what they did.

use leptos::task::spawn_local;
use leptos_i18n::I18nContext;

use crate::{
    domain::{change::Head, flaw::FieldError, record::Kind},
    i18n::{Locale, td_string, use_i18n},
    state::{
        CommitError, Taken, Workspace,
        commands::{CommandError, Done},
    },
};

use super::{
    components::{Toast, Toasts},
    words,
};

/// What is needed to tell: the messages, the language, the way to undo.
#[derive(Clone, Copy)]
pub struct Notify {
    toasts: Toasts,
    /// The app's own, which outlives the view that asks: a page may be gone when its command is done.
    i18n: I18nContext<Locale>,
    workspace: Workspace,
}

impl Notify {
    /// For the views below the shell.
    pub fn here() -> Self {
        Self { toasts: Toasts::here(), i18n: use_i18n(), workspace: Workspace::expect() }
    }

    /// The language as it is now.
    pub fn locale(self) -> Locale {
        self.i18n.get_locale_untracked()
    }

    /// The language as a signal.
    pub fn i18n(self) -> I18nContext<Locale> {
        self.i18n
    }

    /// Says something in passing.
    pub fn say(self, text: impl Into<String>) {
        self.toasts.show(Toast::new(text));
    }

    /// Says that something went wrong; it stays until it is closed.
    pub fn fail(self, text: impl Into<String>) {
        self.toasts.show(Toast::error(text));
    }

    /// Tells of a change with a way to undo it, or of what went wrong. Flaws are for forms, which show them at the field;
    /// where there is no form they are named here. Returns whether all went well.
    pub fn done(self, kind: Kind, done: &Done) -> bool {
        match done {
            Ok(Some(head)) => self.offer_undo(head),
            Ok(None) => {}
            Err(error) => self.command_failed(kind, error),
        }
        done.is_ok()
    }

    /// Says what went wrong with a command.
    pub fn command_failed(self, kind: Kind, error: &CommandError) {
        let locale = self.locale();
        let field = |error: &FieldError| words::field_name(locale, kind, error.number).to_owned();
        self.fail(words::command_error(locale, error, field));
    }

    /// Says what went wrong with a change.
    pub fn commit_failed(self, error: &CommitError) {
        self.fail(words::commit_error(self.locale(), error));
    }

    /// Tells of a change with a way to undo it.
    pub fn offer_undo(self, head: &Head) {
        let locale = self.locale();
        let undo = move || self.undo();
        let toast = Toast::new(words::what_of(locale, head)).with_action(td_string!(locale, common.undo), undo);
        self.toasts.show(toast);
    }

    /// Undoes the latest change and says so.
    pub fn undo(self) {
        spawn_local(async move {
            let taken = self.workspace.undo().await;
            self.taken_back(taken, |locale, what| td_string!(locale, common.undone, what = what));
        });
    }

    /// Redoes the latest undo and says so.
    pub fn redo(self) {
        spawn_local(async move {
            let taken = self.workspace.redo().await;
            self.taken_back(taken, |locale, what| td_string!(locale, common.redone, what = what));
        });
    }

    /// Tells what taking a change back came to.
    pub fn taken_back(self, result: Result<Taken, CommitError>, sentence: impl FnOnce(Locale, String) -> String) {
        let locale = self.locale();
        match result {
            Ok(Taken::Back(taken)) => {
                let mut text = sentence(locale, words::what_of(locale, &taken.origin));
                if taken.kept > 0 {
                    text.push(' ');
                    text.push_str(&td_string!(locale, common.kept, count = taken.kept));
                }
                self.say(text);
            }
            Ok(Taken::Nothing) => self.say(td_string!(locale, common.nothing_to_undo)),
            Ok(Taken::Overtaken(head)) => {
                self.fail(td_string!(locale, common.overtaken, what = words::what_of(locale, &head)));
            }
            Err(error) => self.commit_failed(&error),
        }
    }
}
