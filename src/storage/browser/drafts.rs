//! The rows of drafts in the meta store: no store of their own, since a new store needs a new version of the database, which stops
//! every other tab.

use js_sys::Array;
use rexie::KeyRange;
use wasm_bindgen::{JsCast, JsValue};
use xxhash_rust::xxh64::xxh64;

use super::bytes;
use super::tx::Tx;
use crate::storage::schema::{DRAFT_ROW, META};
use crate::storage::{Place, StorageError};

/// Every draft with its name, in the order of the names. A damaged one is left out: nothing rests on it.
pub async fn all(tx: &Tx) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
    // An array is greater than every text, and one that goes on is greater than one that ends.
    let end = Array::of2(&DRAFT_ROW.into(), &Array::new());
    let range = KeyRange::bound(&Array::of1(&DRAFT_ROW.into()), &end, None, None)?;
    let rows = tx.store(META)?.scan(Some(range), None, None, None).await?;
    let draft = |(key, value): (JsValue, JsValue)| {
        let name = key.dyn_ref::<Array>()?.get(1).as_string()?;
        let bytes = bytes::open(place(&name), &value).ok()?;
        Some((name, bytes))
    };
    Ok(rows.into_iter().filter_map(draft).collect())
}

/// Writes drafts, or removes those that are `None`.
pub async fn write(tx: &Tx, drafts: &[(String, Option<Vec<u8>>)]) -> Result<(), StorageError> {
    let store = tx.store(META)?;
    for (name, bytes) in drafts {
        let key = Array::of2(&DRAFT_ROW.into(), &name.as_str().into()).into();
        match bytes {
            Some(bytes) => drop(store.put(&bytes::sealed(place(name), bytes)?, Some(&key)).await?),
            None => store.delete(key).await?,
        }
    }
    Ok(())
}

fn place(name: &str) -> Place {
    Place::Draft(xxh64(name.as_bytes(), 0))
}
