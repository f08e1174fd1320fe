//! The rows of the journal, and the parts of long bodies.

use js_sys::Uint8Array;
use rexie::{Direction, Store};
use wasm_bindgen::JsValue;

use super::tx::Tx;
use super::{bytes, keys};
use crate::storage::frame::{SEAL, check, seal};
use crate::storage::row::{PART, PREFIX, Shape};
use crate::storage::schema::JOURNAL;
use crate::storage::{BodyPart, Entry, Fault, Head, Place, StorageError};

/// So many entries are asked for at once; a row holds at most [`INLINE_MAX`](crate::storage::row::INLINE_MAX) bytes of body.
const AT_ONCE: u32 = 64;

/// Whether the journal holds nothing at all, not even a stray part.
pub async fn is_empty(tx: &Tx) -> Result<bool, StorageError> {
    Ok(tx.store(JOURNAL)?.get_all_keys(None, Some(1)).await?.is_empty())
}

/// The number of the last entry; 0 if there is none.
pub async fn last(tx: &Tx) -> Result<u64, StorageError> {
    let newest = tx.store(JOURNAL)?.scan(Some(keys::from(1)?), Some(1), None, Some(Direction::Prev)).await?;
    newest.first().map_or(Ok(0), |(key, _)| read_number(key))
}

/// Whether the journal's last entry has this number. `None` if there is no such entry.
pub async fn ends_with(tx: &Tx, seq: u64) -> Result<Option<bool>, StorageError> {
    let from = tx.store(JOURNAL)?.get_all_keys(Some(keys::from(seq.max(1))?), Some(2)).await?;
    if seq == 0 {
        return Ok(Some(from.is_empty()));
    }
    let found = from.first().map(read_number).transpose()? == Some(seq);
    Ok(found.then_some(from.len() == 1))
}

/// Appends an entry under a number that is free.
pub async fn add(tx: &Tx, seq: u64, entry: &Entry) -> Result<(), StorageError> {
    let store = tx.store(JOURNAL)?;
    let shape = Shape::of(entry);
    let prefix = shape.prefix(seq, &entry.head)?;
    let row = if shape.parts == 0 {
        bytes::join(&[&prefix, &entry.head, &seal(Place::Body(seq), &entry.body), &entry.body])?
    } else {
        for (i, part) in (0..).zip(entry.body.chunks(PART)) {
            store.add(&bytes::sealed(Place::Part(seq, i), part)?, Some(&keys::part(seq, i))).await?;
        }
        bytes::join(&[&prefix, &entry.head])?
    };
    store.add(&row, Some(&keys::number(seq))).await?;
    Ok(())
}

/// Hands over every entry after this number, oldest first, and returns the last one's number. A gap is corruption.
pub async fn each_after<E: From<StorageError>>(
    tx: &Tx,
    seq: u64,
    mut each: impl FnMut(u64, Entry) -> Result<(), E>,
) -> Result<u64, E> {
    let store = tx.store(JOURNAL)?;
    let mut last = seq;
    loop {
        let range = Some(keys::from(last + 1)?);
        let found = store.get_all_keys(range.clone(), Some(AT_ONCE)).await.map_err(StorageError::from)?;
        let values = store.get_all(range, Some(AT_ONCE)).await.map_err(StorageError::from)?;
        if found.is_empty() {
            return Ok(last);
        }
        for (key, value) in found.iter().zip(values) {
            last += 1;
            if read_number(key)? != last {
                return Err(StorageError::corrupt(Place::Head(last), Fault::Missing).into());
            }
            let row = Row::read(last, &value)?;
            let body = row.body(&store).await?;
            each(last, Entry { head: row.head, body })?;
        }
    }
}

/// Up to `limit` heads of the newest entries, or of those before this number; newest first.
pub async fn heads(tx: &Tx, before: Option<u64>, limit: u32) -> Result<Vec<Head>, StorageError> {
    let end = last(tx).await? + 1;
    let before = before.map_or(end, |before| before.min(end));
    let first = before.saturating_sub(u64::from(limit)).max(1);
    if first >= before {
        return Ok(Vec::new());
    }
    let values = tx.store(JOURNAL)?.get_all(Some(keys::between(first, before)?), None).await?;
    // Numbers have no gaps: so many rows are these rows.
    if values.len() as u64 != before - first {
        return Err(StorageError::corrupt(Place::Store(JOURNAL), Fault::Missing));
    }
    let newest_first = values.iter().rev().zip((first..before).rev());
    newest_first
        .map(|(value, seq)| {
            let row = Row::read(seq, value)?;
            Ok(Head { seq, head: row.head, body_len: row.shape.body })
        })
        .collect()
}

/// The body of one entry; `None` if there is no such entry.
pub async fn body(tx: &Tx, seq: u64) -> Result<Option<Vec<u8>>, StorageError> {
    let store = tx.store(JOURNAL)?;
    match store.get(keys::number(seq)).await? {
        Some(value) => Ok(Some(Row::read(seq, &value)?.body(&store).await?)),
        None => Ok(None),
    }
}

/// A part of the body of one entry; `None` if there is no such entry or part.
pub async fn body_part(tx: &Tx, seq: u64, part: u32) -> Result<Option<BodyPart>, StorageError> {
    let store = tx.store(JOURNAL)?;
    let Some(value) = store.get(keys::number(seq)).await? else { return Ok(None) };
    let row = Row::read(seq, &value)?;
    let parts = row.shape.parts;
    if parts == 0 {
        let whole = if part == 0 { Some(row.body(&store).await?) } else { None };
        return Ok(whole.map(|bytes| BodyPart { bytes, is_last: true }));
    }
    if part >= parts {
        return Ok(None);
    }
    let place = Place::Part(seq, part);
    let value = store.get(keys::part(seq, part)).await?;
    let bytes = bytes::open(place, &value.ok_or(StorageError::corrupt(place, Fault::Missing))?)?;
    Ok(Some(BodyPart { bytes, is_last: part + 1 == parts }))
}

fn read_number(key: &JsValue) -> Result<u64, StorageError> {
    keys::read_number(key).ok_or(StorageError::corrupt(Place::Store(JOURNAL), Fault::Key))
}

/// A row whose head was read and checked; its body is still in the browser's memory, or on the disk.
struct Row<'a> {
    seq: u64,
    shape: Shape,
    head: Vec<u8>,
    array: &'a Uint8Array,
}

impl<'a> Row<'a> {
    fn read(seq: u64, value: &'a JsValue) -> Result<Row<'a>, StorageError> {
        let place = Place::Head(seq);
        let array = bytes::array(place, value)?;
        let len = SEAL + bytes::payload(place, array)?;
        let mut prefix = [0; PREFIX];
        if len < PREFIX {
            return Err(StorageError::corrupt(place, Fault::Length));
        }
        bytes::copy(array, 0, &mut prefix);
        let shape = Shape::read(seq, len, &prefix)?;
        let mut front = vec![0; PREFIX + shape.head];
        bytes::copy(array, 0, &mut front);
        Ok(Row { seq, shape, head: Shape::head_of(seq, front)?, array })
    }

    async fn body(&self, store: &Store) -> Result<Vec<u8>, StorageError> {
        let place = Place::Body(self.seq);
        let wrong = || StorageError::corrupt(place, Fault::Length);
        let mut body = vec![0; usize::try_from(self.shape.body).map_err(|_| wrong())?];
        if self.shape.parts == 0 {
            let mut sealed = [0; SEAL];
            bytes::copy(self.array, PREFIX + self.shape.head, &mut sealed);
            bytes::copy(self.array, PREFIX + self.shape.head + SEAL, &mut body);
            check(place, &sealed, &body)?;
            return Ok(body);
        }
        let mut rest = body.as_mut_slice();
        for i in 0..self.shape.parts {
            let place = Place::Part(self.seq, i);
            let value = store.get(keys::part(self.seq, i)).await?;
            let value = value.ok_or(StorageError::corrupt(place, Fault::Missing))?;
            let array = bytes::array(place, &value)?;
            let len = bytes::payload(place, array)?;
            let (part, behind) = rest.split_at_mut_checked(len).ok_or_else(wrong)?;
            bytes::open_into(place, array, part)?;
            rest = behind;
        }
        if rest.is_empty() { Ok(body) } else { Err(wrong()) }
    }
}
