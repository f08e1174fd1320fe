//! The rows of the page store.

use futures_util::future::join;
use wasm_bindgen::JsValue;

use super::tx::Tx;
use super::{bytes, keys};
use crate::storage::schema::PAGES;
use crate::storage::{Fault, PageKey, Place, StorageError};

/// So many pages are asked for at once. They are worked through in one go, so that it takes less than the browser's patience, while the
/// next ones are on their way.
const AT_ONCE: usize = 4;

/// So many bytes are handed over before their writing is waited for, which bounds what the browser holds in flight.
const IN_FLIGHT: usize = 8 * 1024 * 1024;

/// The number of pages.
pub async fn count(tx: &Tx) -> Result<u32, StorageError> {
    Ok(tx.store(PAGES)?.count(None).await?)
}

/// The keys of all pages, in their order.
pub async fn keys(tx: &Tx) -> Result<Vec<PageKey>, StorageError> {
    let keys = tx.store(PAGES)?.get_all_keys(None, None).await?;
    let read = |key| keys::read_page(key).ok_or(StorageError::corrupt(Place::Store(PAGES), Fault::Key));
    keys.iter().map(read).collect()
}

/// Hands the pages of these keys over, which are all there are, in their order.
pub async fn each<E: From<StorageError>>(
    tx: &Tx,
    keys: &[PageKey],
    mut page: impl FnMut(PageKey, Vec<u8>) -> Result<(), E>,
) -> Result<(), E> {
    let store = tx.store(PAGES)?;
    let ask = async |batch: &[PageKey]| -> Result<Vec<JsValue>, StorageError> {
        let (Some(first), Some(last)) = (batch.first(), batch.last()) else { return Ok(Vec::new()) };
        Ok(store.get_all(Some(keys::pages(*first, *last)?), None).await?)
    };
    let mut batches = keys.chunks(AT_ONCE);
    let mut batch = batches.next().unwrap_or_default();
    let mut values = ask(batch).await?;
    while !batch.is_empty() {
        let next = batches.next().unwrap_or_default();
        // The question is put before the work begins, and the answer fetched after it.
        let work = async {
            for (key, value) in batch.iter().zip(values) {
                page(*key, bytes::open(Place::Page(*key), &value)?)?;
            }
            Ok::<_, E>(())
        };
        let (answer, worked) = join(ask(next), work).await;
        worked?;
        (batch, values) = (next, answer?);
    }
    Ok(())
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
