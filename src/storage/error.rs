//! Every way in which the database can fail, told apart because each asks for another answer.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use super::{Fault, Place};

/// Why the database did not do what it was asked to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StorageError {
    /// The disk, or the browser's share of it, is full. Nothing was written.
    #[error("no space left")]
    Quota,
    /// The connection is closed: by us, by the browser, or because another tab opened a newer version.
    #[error("the connection is closed")]
    Closed,
    /// Another tab holds the database open in an older version and does not let go. Ask to close it, then reload.
    #[error("another tab holds the database in an older version")]
    Blocked,
    /// The database was written by a newer version of the app.
    #[error("the database has version {found}, this app knows {known}")]
    Version {
        /// The version on the disk. Where the browser does not tell, the lowest that it can be.
        found: u32,
        /// The newest version that this app can read.
        known: u32,
    },
    /// Something stored is not what was written.
    #[error("{place}: {fault}")]
    Corrupt {
        /// Where.
        place: Place,
        /// What is wrong there.
        fault: Fault,
    },
    /// The transaction was rolled back; nothing was written. The browser's reason, which may be empty.
    #[error("the transaction was aborted: {0}")]
    Aborted(String),
    /// There is no IndexedDB here, or the browser denies it (private mode, blocked site data).
    #[error("IndexedDB is not available: {0}")]
    Unavailable(String),
    /// Another tab erased the database or put another in its place. Reload.
    #[error("the database was erased or replaced by another tab")]
    Replaced,
    /// A write came before the database was read. An empty book must never overwrite a full one.
    #[error("nothing may be written before the database was read")]
    NotLoaded,
    /// A restore found something in the journal or the pages.
    #[error("the database is not empty")]
    NotEmpty,
    /// Anything else that the browser reports, by the name of its exception.
    #[error("{name}: {message}")]
    Other {
        /// The name of the exception, such as `UnknownError`.
        name: String,
        /// The browser's text.
        message: String,
    },
}

impl StorageError {
    /// Shorthand for [`StorageError::Corrupt`].
    pub(super) fn corrupt(place: Place, fault: Fault) -> StorageError {
        StorageError::Corrupt { place, fault }
    }

    /// Reads an exception of the browser.
    ///
    /// `InvalidStateError` is what IndexedDB throws for a closed connection; the other meanings of that name (a
    /// transaction used after its end) cannot happen behind the wrapper.
    pub fn from_js(value: &JsValue) -> StorageError {
        let (name, message) = match value.dyn_ref::<DomException>() {
            Some(exception) => (exception.name(), exception.message()),
            None => match value.dyn_ref::<js_sys::Error>() {
                Some(error) => (String::from(error.name()), String::from(error.message())),
                None => ("unknown".to_owned(), format!("{value:?}")),
            },
        };
        StorageError::from_name(name, message)
    }

    /// Reads the name and message of an exception of the browser.
    pub fn from_name(name: String, message: String) -> StorageError {
        match name.as_str() {
            "QuotaExceededError" => StorageError::Quota,
            "InvalidStateError" => StorageError::Closed,
            "AbortError" => StorageError::Aborted(message),
            "SecurityError" => StorageError::Unavailable(message),
            _ => StorageError::Other { name, message },
        }
    }
}

impl From<rexie::Error> for StorageError {
    fn from(error: rexie::Error) -> StorageError {
        match error {
            rexie::Error::IdbError(error) => StorageError::from(error),
            other => StorageError::Aborted(other.to_string()),
        }
    }
}

impl From<idb::Error> for StorageError {
    fn from(error: idb::Error) -> StorageError {
        use idb::Error as E;
        match &error {
            E::DomException(exception) => StorageError::from_js(exception),
            E::IndexedDbNotFound(_) => StorageError::Unavailable(error.to_string()),
            E::AddFailed(value)
            | E::ClearFailed(value)
            | E::CountFailed(value)
            | E::DeleteFailed(value)
            | E::GetAllFailed(value)
            | E::GetAllKeysFailed(value)
            | E::GetFailed(value)
            | E::GetKeyFailed(value)
            | E::IndexedDbOpenFailed(value)
            | E::KeyRangeCreateFailed(value)
            | E::ObjectStoreNotFound(value)
            | E::OpenCursorFailed(value)
            | E::TransactionCommitError(value)
            | E::TransactionOpenFailed(value)
            | E::UpdateFailed(value) => StorageError::from_js(value),
            _ => StorageError::Other { name: "idb".to_owned(), message: error.to_string() },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_the_browser_are_told_apart() {
        let read = |name: &str| StorageError::from_name(name.to_owned(), "why".to_owned());
        assert_eq!(read("QuotaExceededError"), StorageError::Quota);
        assert_eq!(read("InvalidStateError"), StorageError::Closed);
        assert_eq!(read("AbortError"), StorageError::Aborted("why".to_owned()));
        assert_eq!(read("SecurityError"), StorageError::Unavailable("why".to_owned()));
        assert_eq!(
            read("UnknownError"),
            StorageError::Other { name: "UnknownError".to_owned(), message: "why".to_owned() }
        );
    }
}
