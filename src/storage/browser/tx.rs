//! One transaction, from its opening to a known end.
//!
//! rexie tells that a commit failed, but not why; `Transaction::done` even tells `Ok` for an aborted one. Here the
//! transaction's own `complete` and `abort` events decide, and its own `error` gives the reason: under a full quota the
//! requests succeed and only the end says no.
//!
//! Inside a transaction await nothing but its requests: IndexedDB commits by itself as soon as it runs out of them.

use js_sys::{Function, Promise};
use rexie::{Rexie, Store, Transaction, TransactionMode};
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, IdbDatabase, IdbTransaction};

use super::tap;
use crate::storage::StorageError;

/// A running transaction. Dropped without an end, it is rolled back.
pub struct Tx {
    rexie: Option<Transaction>,
    raw: IdbTransaction,
    ended: Promise,
}

impl Tx {
    /// Opens a transaction over these stores.
    pub fn begin(database: &Rexie, stores: &[&str], mode: TransactionMode) -> Result<Tx, StorageError> {
        let rexie = database.transaction(stores, mode)?;
        let raw = tap::take_transaction().expect("the tap is installed before a database is opened");
        // Both ends resolve: a rejection that nobody waits for would be reported as an error of the page.
        let ended = Promise::new(&mut |resolve: Function, _reject| {
            for event in ["complete", "abort"] {
                raw.add_event_listener_with_callback(event, &resolve).expect("a transaction takes listeners");
            }
        });
        Ok(Tx { rexie: Some(rexie), raw, ended })
    }

    /// One of the transaction's stores.
    pub fn store(&self, name: &str) -> Result<Store, StorageError> {
        Ok(self.rexie.as_ref().expect("only its end takes the transaction away").store(name)?)
    }

    /// The connection that the transaction runs on.
    pub fn connection(&self) -> IdbDatabase {
        self.raw.db()
    }

    /// Ends the transaction; `Ok` means that everything is on the disk.
    pub async fn commit(mut self) -> Result<(), StorageError> {
        let rexie = self.rexie.take().expect("a transaction ends once");
        match rexie.commit().await {
            Ok(()) => Ok(()),
            Err(error) => self.end(error.into()).await,
        }
    }

    /// Rolls the transaction back because of an error, and returns it, or the better one that the browser gives.
    pub async fn abort(mut self, because: StorageError) -> StorageError {
        self.rexie = None;
        // Refused if the failed request has aborted it already.
        let _ = self.raw.abort();
        match self.end(because.clone()).await {
            Ok(()) => because,
            Err(error) => error,
        }
    }

    /// Waits for the end and reads its reason.
    async fn end(&self, because: StorageError) -> Result<(), StorageError> {
        // rexie's handlers went with its future; an event that finds them gone would be reported as an error.
        self.raw.set_onabort(None);
        self.raw.set_oncomplete(None);
        self.raw.set_onerror(None);
        let event = JsFuture::from(self.ended.clone()).await.map_err(|error| StorageError::from_js(&error))?;
        if event.dyn_ref::<Event>().is_some_and(|event| event.type_() == "complete") {
            return Ok(());
        }
        // Without a reason the abort was our own. `AbortError` is what the requests that did no harm are told.
        Err(match (self.raw.error().map(|error| StorageError::from_js(&error)), because) {
            (None | Some(StorageError::Aborted(_)), because) => because,
            (Some(reason), _) => reason,
        })
    }
}

impl Drop for Tx {
    fn drop(&mut self) {
        if self.rexie.is_some() {
            // Refused if it has ended already, which is as good.
            let _ = self.raw.abort();
        }
    }
}
