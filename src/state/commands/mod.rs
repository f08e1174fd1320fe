//! Intentions: each turns into one change.
//!
//! A command checks what it is given, works the change out against the book, and commits it. It returns when the change is
//! on the disk.

mod backup;
mod bulk;
mod customs;
mod deals;
mod demo;
mod import;
mod interactions;
mod links;
mod notes;
mod orders;
mod parties;
mod profiles;
mod promises;
mod settings;
mod surveys;
mod tasks;
mod views;

pub use backup::{BackupError, BackupForm, Restored, WrittenBackup};
pub use bulk::{BulkDone, BulkError, Checked, Many};
pub use deals::End;
pub use demo::DemoError;
pub use import::{ImportError, Imported};

use crate::domain::{
    book::{Book, Stored},
    change::{Head, What},
    edit::Edit,
    flaw::FieldError,
    id::Id,
};

use super::{
    commit::{CommitError, Intent},
    workspace::Workspace,
};

/// Why a command did nothing.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CommandError {
    /// Something about the record is wrong; each flaw with its field.
    #[error("{} fields are wrong", .0.len())]
    Flaws(Vec<FieldError>),
    /// It could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

/// What became of a command: the head of its change, or `None` when there was nothing to do.
pub type Done = Result<Option<Head>, CommandError>;

/// Passes a record on that has no flaw.
fn sound(flaws: Vec<FieldError>) -> Result<(), CommandError> {
    if flaws.is_empty() { Ok(()) } else { Err(CommandError::Flaws(flaws)) }
}

impl Workspace {
    /// Works a change out and commits it.
    async fn make(self, intent: Intent, make: impl FnOnce(&mut Edit<'_>)) -> Done {
        Ok(self.commit(intent, self.draft(make)).await?)
    }

    /// Sets a record of any kind, or makes it where there is none; `title` is what the history calls it.
    async fn save<T: Stored>(self, id: Id<T>, data: T, title: String) -> Done {
        let what = if self.peek(|book| book.get(id).is_some()) { What::Edit } else { What::Create };
        self.make(Intent::new(what, T::KIND, Some(id.uuid()), title), |edit| edit.set(id, data)).await
    }

    /// Deletes a record of any kind to which nothing belongs.
    async fn remove<T: Stored>(self, id: Id<T>, title: impl FnOnce(&Book, &T) -> String) -> Done {
        let title = self.peek(|book| book.get(id).map(|row| title(book, &row.data)));
        let Some(title) = title else { return Ok(None) };
        self.make(Intent::new(What::Delete, T::KIND, Some(id.uuid()), title), |edit| edit.delete(id)).await
    }
}
