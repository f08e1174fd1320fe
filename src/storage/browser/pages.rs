//! The rows of the page store.

use wasm_bindgen::JsValue;

use super::tx::Tx;
use super::{bytes, keys};
use crate::storage::schema::PAGES;
use crate::storage::{Fault, PageKey, Place, StorageError};

/// So many pages are asked for at once. Between two askings the browser may paint; more would only hold more memory.
const AT_ONCE: u32 = 16;

/// So many bytes are handed over before their writing is waited for, which bounds what the browser holds in flight.
const IN_FLIGHT: usize = 8 * 1024 * 1024;

/// The number of pages.
pub async fn count(tx: &Tx) -> Result<u32, StorageError> {
    Ok(tx.store(PAGES)?.count(None).await?)
}

/// Hands every page over, in the order of the keys, a few at a time.
pub async fn each<E: From<StorageError>>(
    tx: &Tx,
    mut page: impl FnMut(PageKey, Vec<u8>) -> Result<(), E>,
) -> Result<(), E> {
    let store = tx.store(PAGES)?;
    let mut range = None;
    loop {
        let keys = store.get_all_keys(range.clone(), Some(AT_ONCE)).await.map_err(StorageError::from)?;
        let values = store.get_all(range, Some(AT_ONCE)).await.map_err(StorageError::from)?;
        let Some(last) = keys.last() else { return Ok(()) };
        range = Some(keys::after(last)?);
        for (key, value) in keys.iter().zip(values) {
            let key = keys::read_page(key).ok_or(StorageError::corrupt(Place::Store(PAGES), Fault::Key))?;
            page(key, bytes::open(Place::Page(key), &value)?)?;
        }
    }
}

/// Writes pages, or removes those that are `None`.
pub async fn write(tx: &Tx, pages: impl IntoIterator<Item = (PageKey, Option<Vec<u8>>)>) -> Result<(), StorageError> {
    let store = tx.store(PAGES)?;
    let mut waiting: Vec<(JsValue, Option<JsValue>)> = Vec::new();
    let mut in_flight = 0;
    for (key, bytes) in pages {
        let Some(bytes) = bytes else {
            store.delete(keys::page(key)).await?;
            continue;
        };
        waiting.push((bytes::sealed(Place::Page(key), &bytes)?, Some(keys::page(key))));
        in_flight += bytes.len();
        if in_flight >= IN_FLIGHT {
            store.put_all(waiting.drain(..)).await?;
            in_flight = 0;
        }
    }
    store.put_all(waiting.into_iter()).await?;
    Ok(())
}
