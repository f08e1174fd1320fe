//! Opening the database, and noticing that it was closed.

use std::cell::Cell;
use std::rc::Rc;

use futures_util::future::{Either, select};
use js_sys::{Array, Function, Promise, Reflect};
use rexie::TransactionMode;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Event, IdbDatabase, IdbFactory, IdbVersionChangeEvent};

use super::tx::Tx;
use super::{BrowserDb, tap};
use crate::storage::schema::{META, STORES, VERSION, declare};
use crate::storage::{Fault, Place, StorageError};

/// Who closed an open connection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClosedBy {
    /// Another tab opened a newer version of the database.
    NewerVersion,
    /// Another tab deletes the database.
    Deletion,
    /// The browser: its data was cleared by the user, or the disk failed.
    Browser,
}

impl BrowserDb {
    /// See [`Db::open`](crate::storage::Db::open).
    pub async fn open(name: &str, on_closed: impl FnOnce(ClosedBy) + 'static) -> Result<BrowserDb, StorageError> {
        tap::install()?;
        let opening = Box::pin(declare(name).build());
        // Polled after `opening`, so the request that it finds is that one's.
        let blocked = Box::pin(blocked());
        let rexie = match select(opening, blocked).await {
            Either::Left((opened, _)) => match opened.map_err(StorageError::from) {
                Ok(rexie) => rexie,
                Err(error) => return Err(explain(name, error).await),
            },
            Either::Right(((), opening)) => {
                // The request cannot be taken back. Should it succeed one day, nobody is waiting for it.
                spawn_local(async {
                    if let Ok(late) = opening.await {
                        late.close();
                    }
                });
                return Err(StorageError::Blocked);
            }
        };
        let found = rexie.store_names();
        if let Some(missing) = STORES.into_iter().find(|store| !found.iter().any(|found| found == store)) {
            rexie.close();
            return Err(StorageError::corrupt(Place::Store(missing), Fault::Missing));
        }
        let closed = Rc::new(Cell::new(false));
        // rexie keeps the connection to itself; any transaction of it knows it.
        let connection = Tx::begin(&rexie, &[META], TransactionMode::ReadOnly)?.connection();
        let watch = Watch::new(connection, Rc::clone(&closed), on_closed);
        Ok(BrowserDb { rexie, watch, generation: Cell::new(None), closed })
    }
}

/// Waits until the open request that was just made is told that another connection blocks it.
async fn blocked() {
    let request = tap::take_opening();
    let event = Promise::new(&mut |resolve: Function, _reject| {
        if let Some(request) = &request {
            request.set_onblocked(Some(&resolve));
        }
    });
    // This promise is never rejected.
    let _ = JsFuture::from(event).await;
}

/// Puts what an open request's failure means in place of its bare name.
async fn explain(name: &str, error: StorageError) -> StorageError {
    match error {
        StorageError::Other { name: ref kind, .. } if kind == "VersionError" => {
            let found = stored_version(name).await.unwrap_or(VERSION + 1);
            StorageError::Version { found, known: VERSION }
        }
        // What a private window of older browsers says.
        StorageError::Closed => StorageError::Unavailable("InvalidStateError".to_owned()),
        error => error,
    }
}

/// The version of a database, without opening it.
async fn stored_version(name: &str) -> Option<u32> {
    let factory: IdbFactory = Reflect::get(&js_sys::global(), &"indexedDB".into()).ok()?.dyn_into().ok()?;
    let databases: Function = Reflect::get(&factory, &"databases".into()).ok()?.dyn_into().ok()?;
    let promise: Promise = databases.call0(&factory).ok()?.dyn_into().ok()?;
    let list: Array = JsFuture::from(promise).await.ok()?.dyn_into().ok()?;
    let get = |entry: &JsValue, key: &str| Reflect::get(entry, &key.into()).ok();
    let entry =
        list.iter().find(|entry| get(entry, "name").and_then(|found| found.as_string()).as_deref() == Some(name))?;
    super::keys::read_number(&get(&entry, "version")?).and_then(|version| u32::try_from(version).ok())
}

/// Listens for the end of a connection.
pub struct Watch {
    connection: IdbDatabase,
    listener: Closure<dyn FnMut(Event)>,
}

const EVENTS: [&str; 2] = ["versionchange", "close"];

impl Watch {
    fn new(connection: IdbDatabase, closed: Rc<Cell<bool>>, on_closed: impl FnOnce(ClosedBy) + 'static) -> Watch {
        let mut on_closed = Some(on_closed);
        let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            let by = match event.dyn_ref::<IdbVersionChangeEvent>() {
                Some(change) if change.new_version().is_some() => ClosedBy::NewerVersion,
                Some(_) => ClosedBy::Deletion,
                None => ClosedBy::Browser,
            };
            // Closed before, by us: nobody needs to be told.
            if !closed.replace(true)
                && let Some(on_closed) = on_closed.take()
            {
                on_closed(by);
            }
        });
        for event in EVENTS {
            connection
                .add_event_listener_with_callback(event, listener.as_ref().unchecked_ref())
                .expect("a connection takes listeners");
        }
        Watch { connection, listener }
    }

    /// Closes the connection as soon as its running transactions have ended.
    pub fn close(&self) {
        self.connection.close();
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        for event in EVENTS {
            // Nothing depends on the success of the removal.
            let _ = self.connection.remove_event_listener_with_callback(event, self.listener.as_ref().unchecked_ref());
        }
        self.connection.close();
    }
}
