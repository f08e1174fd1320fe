//! Keys of the object stores, to and from JavaScript.
//!
//! The journal's numbers and the `[number, part]` keys of long bodies share a store. IndexedDB sorts all numbers before
//! all arrays, so a range of numbers never touches the parts.

use js_sys::Array;
use rexie::KeyRange;
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::{PageKey, StorageError};

/// The largest number that JavaScript's numbers hold exactly.
const MAX_SAFE: f64 = 9_007_199_254_740_991.0;

/// The key of a journal entry's row.
#[expect(clippy::cast_precision_loss, reason = "a journal of 2^53 entries cannot come to be")]
pub fn number(seq: u64) -> JsValue {
    JsValue::from_f64(seq as f64)
}

/// The number in a journal row's key.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked to be a whole number in range")]
pub fn read_number(key: &JsValue) -> Option<u64> {
    key.as_f64().filter(|n| n.fract() == 0.0 && (0.0..=MAX_SAFE).contains(n)).map(|n| n as u64)
}

/// The key of a part of a long body.
pub fn part(seq: u64, part: u32) -> JsValue {
    Array::of2(&number(seq), &part.into()).into()
}

/// The key of a page.
pub fn page(key: PageKey) -> JsValue {
    Array::of2(&key.kind.into(), &key.number.into()).into()
}

/// The name in a page's key.
pub fn read_page(key: &JsValue) -> Option<PageKey> {
    let key: &Array = key.dyn_ref()?;
    let [kind, number] = [read_number(&key.get(0))?, read_number(&key.get(1))?];
    let page = PageKey { kind: u8::try_from(kind).ok()?, number: u32::try_from(number).ok()? };
    (key.length() == 2).then_some(page)
}

/// All journal rows from this number on.
pub fn from(seq: u64) -> Result<KeyRange, StorageError> {
    Ok(KeyRange::bound(&number(seq), &JsValue::from_f64(f64::INFINITY), None, None)?)
}

/// The journal rows from the first number up to, and without, the second.
pub fn between(seq: u64, end: u64) -> Result<KeyRange, StorageError> {
    Ok(KeyRange::bound(&number(seq), &number(end), None, Some(true))?)
}

/// The pages from one to another, both with them.
pub fn pages(first: PageKey, last: PageKey) -> Result<KeyRange, StorageError> {
    Ok(KeyRange::bound(&page(first), &page(last), None, None)?)
}
