//! What lies on the desk while a file is imported: the file, the choices, what is going on, what went wrong. One thing goes on at a
//! time; when it fails or is stopped, everything stays as it was chosen. What is done with it is in `deeds`.

use std::{cell::Cell, rc::Rc, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{Locale, td_string},
    interchange::{
        csv::Chosen,
        import::{Issue, Labels, Options, Summary},
    },
    state::{
        CommitError, ImportFileError, ImportSession, Input, Watch, Workspace,
        commands::{ImportError, Imported},
    },
};

use super::pace::{self, Pace};

/// What went wrong.
#[derive(Debug, Clone)]
pub enum Failure {
    /// With reading the file.
    File(ImportFileError),
    /// With writing the change.
    Commit(CommitError),
}

/// What an import would come to.
#[derive(Debug)]
pub struct Rehearsal {
    /// What it would do.
    pub summary: Summary,
    /// What is wrong with rows in view of the book.
    pub issues: Vec<Issue>,
}

/// What lies on the desk.
#[derive(Clone, Copy)]
pub struct Desk {
    /// The file as it is understood.
    pub session: RwSignal<Option<ImportSession>, LocalStorage>,
    /// What the user decides beyond the columns.
    pub options: RwSignal<Option<Options>>,
    /// Whether something goes on.
    pub running: RwSignal<bool>,
    /// How far it is.
    pub pace: RwSignal<Option<Pace>>,
    /// What went wrong with the latest thing.
    pub failure: RwSignal<Option<Failure>, LocalStorage>,
    /// What trying it out came to, as long as nothing was changed since.
    pub rehearsal: RwSignal<Option<Arc<Rehearsal>>>,
    /// What the import came to.
    pub imported: RwSignal<Option<Arc<Imported>>>,
    /// Goes up when a table was read anew.
    pub file: RwSignal<u32>,
    /// Goes up when a choice was not taken over, so that its list shows again what holds.
    pub refused: RwSignal<u32>,
    pub(super) opened: StoredValue<Option<(Input, Chosen)>, LocalStorage>,
    cancelled: StoredValue<Rc<Cell<bool>>, LocalStorage>,
    pub(super) workspace: Workspace,
    locale: Signal<Locale>,
}

impl Desk {
    /// An empty desk. Words that go into records are written in `locale`.
    pub fn new(locale: Signal<Locale>) -> Self {
        Self {
            session: RwSignal::new_local(None),
            options: RwSignal::new(None),
            running: RwSignal::new(false),
            pace: RwSignal::new(None),
            failure: RwSignal::new_local(None),
            rehearsal: RwSignal::new(None),
            imported: RwSignal::new(None),
            file: RwSignal::new(0),
            refused: RwSignal::new(0),
            opened: StoredValue::new_local(None),
            cancelled: StoredValue::new_local(Rc::default()),
            workspace: Workspace::expect(),
            locale,
        }
    }

    /// The desk of the page.
    pub fn expect() -> Self {
        expect_context()
    }

    /// Whether the page was left meanwhile.
    pub fn is_gone(self) -> bool {
        self.running.try_get_untracked().is_none()
    }

    /// Asks about what is wrong with rows in view of the book, as far as that is known.
    pub fn issues<R>(self, ask: impl FnOnce(&[Issue]) -> R) -> R {
        match (self.imported.get(), self.rehearsal.get()) {
            (Some(imported), _) => ask(&imported.issues),
            (None, Some(rehearsal)) => ask(&rehearsal.issues),
            (None, None) => ask(&[]),
        }
    }

    /// Stops what goes on, at its next pause.
    pub fn cancel(self) {
        let _ = self.cancelled.try_with_value(|cancelled| cancelled.set(true));
    }

    /// Clears the desk for another file.
    pub fn clear(self) {
        self.session.set(None);
        self.options.set(None);
        self.rehearsal.set(None);
        self.failure.set(None);
        self.imported.set(None);
        self.opened.set_value(None);
    }

    /// The file and the choices, when both are there.
    pub(super) fn ready(self) -> Option<(ImportSession, Options)> {
        self.session.get_untracked().zip(self.options.get_untracked())
    }

    /// Has a file understood, anew or for the first time.
    pub(super) fn work<F>(self, job: impl FnOnce(Watch) -> F)
    where
        F: Future<Output = Result<ImportSession, ImportFileError>> + 'static,
    {
        let Some(watch) = self.begin() else { return };
        let job = job(watch);
        spawn_local(async move {
            let result = job.await;
            if self.has_ended() {
                match result {
                    Ok(session) => self.adopt(session),
                    Err(error) => {
                        self.refused.update(|refused| *refused += 1);
                        self.file_failed(error);
                    }
                }
            }
        });
    }

    /// Nothing else may go on.
    pub(super) fn begin(self) -> Option<Watch> {
        if self.running.get_untracked() {
            return None;
        }
        self.running.set(true);
        self.pace.set(None);
        self.failure.set(None);
        let cancelled = Rc::new(Cell::new(false));
        self.cancelled.set_value(Rc::clone(&cancelled));
        // The page may be gone by the time something is told.
        let tell = pace::teller(move |pace| {
            let _ = self.pace.try_set(Some(pace));
        });
        Some(Watch::new(tell, cancelled))
    }

    /// Says whether the page is still there to be told.
    pub(super) fn has_ended(self) -> bool {
        self.running.try_set(false).is_none()
    }

    pub(super) fn file_failed(self, error: ImportFileError) {
        if error != ImportFileError::Cancelled {
            self.failure.set(Some(Failure::File(error)));
        }
    }

    pub(super) fn import_failed(self, error: ImportError) {
        if let ImportError::Commit(error) = error {
            self.failure.set(Some(Failure::Commit(error)));
        }
    }

    /// The choices that still make sense stay.
    fn adopt(self, session: ImportSession) {
        let locale = self.locale.get_untracked();
        let labels = Labels {
            birthday: td_string!(locale, import.birthday).to_owned(),
            difference: td_string!(locale, import.difference).to_owned(),
        };
        let suggested = self.workspace.peek(|book| Options::suggest(book, &session.table, &session.plan, labels));
        let same = |before: &ImportSession| Rc::ptr_eq(&before.table, &session.table);
        let same = self.session.with_untracked(|before| before.as_ref().is_some_and(same));
        let options = match self.options.get_untracked() {
            Some(before) if same => before.beside(suggested, &session.plan),
            Some(before) => Options { customs: Vec::new(), ..before }.beside(suggested, &session.plan),
            None => suggested,
        };
        if !same {
            self.file.update(|file| *file += 1);
        }
        self.options.set(Some(options));
        self.rehearsal.set(None);
        self.session.set(Some(session));
    }
}
