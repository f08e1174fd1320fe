//! What lies on the desk while a file is imported: the file, the choices, what is going on, what went wrong. One thing goes on at a
//! time; when it fails or is stopped, everything stays as it was chosen.

use std::{cell::Cell, rc::Rc, sync::Arc};

use leptos::{prelude::*, task::spawn_local};

use crate::{
    i18n::{Locale, td_string},
    interchange::{
        csv::Encoding,
        import::{Issue, Labels, Options, Summary},
    },
    platform::clock,
    state::{
        CommitError, ImportFileError, ImportSession, Input, Progress, Step, Watch, Workspace,
        commands::{ImportError, Imported},
    },
};

/// Milliseconds between two updates of what is shown.
const TELL_EVERY: f64 = 100.0;
/// Milliseconds after which a speed says something.
const PACE_AFTER: f64 = 300.0;

/// How far something is, and how fast it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// How far.
    pub progress: Progress,
    /// Rows (of [`Step::Reading`]: bytes) a second; `None` while it is too early to say.
    pub rate: Option<f64>,
}

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
    input: StoredValue<Option<Input>, LocalStorage>,
    cancelled: StoredValue<Rc<Cell<bool>>, LocalStorage>,
    workspace: Workspace,
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
            input: StoredValue::new_local(None),
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

    /// Stops what goes on, at its next pause.
    pub fn cancel(self) {
        let _ = self.cancelled.try_with_value(|cancelled| cancelled.set(true));
    }

    /// Takes a file.
    pub fn open(self, input: Input) {
        self.input.set_value(Some(input.clone()));
        self.work(|watch| async move { ImportSession::open(input, &watch).await });
    }

    /// Takes the file that was chosen last in another encoding.
    pub fn open_in(self, encoding: Encoding) {
        if let Some(input) = self.input.get_value() {
            self.work(move |watch| async move { ImportSession::open_in(input, encoding, &watch).await });
        }
    }

    /// Changes how the file is understood.
    pub fn change<F>(self, job: impl FnOnce(ImportSession, Watch) -> F)
    where
        F: Future<Output = Result<ImportSession, ImportFileError>> + 'static,
    {
        if let Some(session) = self.session.get_untracked() {
            self.work(|watch| job(session, watch));
        }
    }

    /// Changes what the user decides beyond the columns.
    pub fn decide(self, change: impl FnOnce(&mut Options)) {
        self.options.update(|options| {
            if let Some(options) = options {
                change(options);
            }
        });
        self.rehearsal.set(None);
    }

    /// Finds out what the import would do.
    pub fn rehearse(self) {
        let Some((session, options)) = self.ready() else { return };
        let Some(watch) = self.begin() else { return };
        let ImportSession { table, plan, checked, .. } = session;
        spawn_local(async move {
            let result = self.workspace.rehearse_import(table, plan, checked, options, &watch).await;
            if self.has_ended() {
                match result {
                    Ok((summary, issues)) => self.rehearsal.set(Some(Arc::new(Rehearsal { summary, issues }))),
                    Err(error) => self.import_failed(error),
                }
            }
        });
    }

    /// Imports.
    pub fn import(self) {
        let Some((session, options)) = self.ready() else { return };
        let Some(watch) = self.begin() else { return };
        let name = session.file_name();
        let ImportSession { table, plan, checked, .. } = session;
        spawn_local(async move {
            let result = self.workspace.import(&name, table, plan, checked, options, &watch).await;
            if self.has_ended() {
                match result {
                    Ok(imported) => self.imported.set(Some(Arc::new(imported))),
                    Err(error) => self.import_failed(error),
                }
            }
        });
    }

    /// Clears the desk for another file.
    pub fn clear(self) {
        self.session.set(None);
        self.options.set(None);
        self.rehearsal.set(None);
        self.failure.set(None);
        self.imported.set(None);
        self.input.set_value(None);
    }

    fn ready(self) -> Option<(ImportSession, Options)> {
        self.session.get_untracked().zip(self.options.get_untracked())
    }

    fn work<F>(self, job: impl FnOnce(Watch) -> F)
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
                        if error != ImportFileError::Cancelled {
                            self.failure.set(Some(Failure::File(error)));
                        }
                    }
                }
            }
        });
    }

    /// Nothing else may go on.
    fn begin(self) -> Option<Watch> {
        if self.running.get_untracked() {
            return None;
        }
        self.running.set(true);
        self.pace.set(None);
        self.failure.set(None);
        let cancelled = Rc::new(Cell::new(false));
        self.cancelled.set_value(Rc::clone(&cancelled));
        let (begun, told) = (Cell::new(None::<(Step, f64)>), Cell::new(f64::NEG_INFINITY));
        let tell = move |progress: Progress| {
            let now = clock::timer();
            let since = begun.get().filter(|(step, _)| *step == progress.step).map(|(_, since)| since);
            if since.is_none() {
                begun.set(Some((progress.step, now)));
            } else if now - told.get() < TELL_EVERY {
                return;
            }
            told.set(now);
            let passed = since.map_or(0.0, |since| now - since);
            let rate = (passed >= PACE_AFTER).then(|| progress.done as f64 * 1_000.0 / passed);
            let _ = self.pace.try_set(Some(Pace { progress, rate }));
        };
        Some(Watch::new(tell, cancelled))
    }

    /// Says whether the page is still there to be told.
    fn has_ended(self) -> bool {
        self.running.try_set(false).is_none()
    }

    fn import_failed(self, error: ImportError) {
        if let ImportError::Commit(error) = error {
            self.failure.set(Some(Failure::Commit(error)));
        }
    }

    /// The choices that still make sense stay.
    fn adopt(self, session: ImportSession) {
        let locale = self.locale.get_untracked();
        let suggested = self.workspace.peek(|book| Options::suggest(book, &session.table, &session.plan));
        let labels = Labels {
            birthday: td_string!(locale, import.birthday).to_owned(),
            difference: td_string!(locale, import.difference).to_owned(),
        };
        let options = match self.options.get_untracked() {
            Some(before) => Options {
                key: if before.key.is_in(&session.plan) { before.key } else { suggested.key },
                customs: suggested.customs,
                labels,
                ..before
            },
            None => Options { labels, ..suggested },
        };
        let same = |before: &ImportSession| Rc::ptr_eq(&before.table, &session.table);
        if !self.session.with_untracked(|before| before.as_ref().is_some_and(same)) {
            self.file.update(|file| *file += 1);
        }
        self.options.set(Some(options));
        self.rehearsal.set(None);
        self.session.set(Some(session));
    }
}
