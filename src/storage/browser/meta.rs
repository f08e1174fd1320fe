//! The rows of the meta store.

use wasm_bindgen::JsValue;

use super::bytes;
use super::tx::Tx;
use crate::storage::schema::{GENERATION_ROW, META, META_ROW};
use crate::storage::{Fault, Meta, Place, StorageError};

/// The meta row; `None` before the first checkpoint.
pub async fn read(tx: &Tx) -> Result<Option<Meta>, StorageError> {
    let value = tx.store(META)?.get(META_ROW.into()).await?;
    value.map(|value| Meta::from_bytes(&bytes::open(Place::Meta, &value)?)).transpose()
}

/// Replaces the meta row.
pub async fn write(tx: &Tx, meta: &Meta) -> Result<(), StorageError> {
    put(tx, META_ROW, Place::Meta, &meta.to_bytes()).await
}

/// How often the database was erased or replaced.
pub async fn generation(tx: &Tx) -> Result<u64, StorageError> {
    let Some(value) = tx.store(META)?.get(GENERATION_ROW.into()).await? else { return Ok(0) };
    let bytes = bytes::open(Place::Generation, &value)?;
    let bytes = bytes.try_into().map_err(|_| StorageError::corrupt(Place::Generation, Fault::Length))?;
    Ok(u64::from_le_bytes(bytes))
}

/// Counts one more; every tab that has read the former content is told so at its next transaction.
pub async fn write_generation(tx: &Tx, generation: u64) -> Result<(), StorageError> {
    put(tx, GENERATION_ROW, Place::Generation, &generation.to_le_bytes()).await
}

async fn put(tx: &Tx, row: &str, place: Place, value: &[u8]) -> Result<(), StorageError> {
    tx.store(META)?.put(&bytes::sealed(place, value)?, Some(&JsValue::from(row))).await?;
    Ok(())
}
