//! Sealed bytes as `Uint8Array`s: copied once, straight between wasm's memory and the browser's.

use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

use crate::storage::frame::{SEAL, check, seal};
use crate::storage::{Fault, Place, StorageError};

/// The slices, one after the other.
pub fn join(slices: &[&[u8]]) -> Result<JsValue, StorageError> {
    let too_long = || StorageError::Other { name: "RangeError".to_owned(), message: "value too long".to_owned() };
    let len = slices.iter().map(|slice| slice.len()).sum::<usize>();
    let array = Uint8Array::new_with_length(u32::try_from(len).map_err(|_| too_long())?);
    let mut start = 0;
    for slice in slices {
        let end = start + u32::try_from(slice.len()).map_err(|_| too_long())?;
        array.subarray(start, end).copy_from(slice);
        start = end;
    }
    Ok(array.into())
}

/// The bytes with their seal, ready to be stored in this place.
pub fn sealed(place: Place, bytes: &[u8]) -> Result<JsValue, StorageError> {
    join(&[&seal(place, bytes), bytes])
}

/// The stored array.
pub fn array(place: Place, value: &JsValue) -> Result<&Uint8Array, StorageError> {
    value.dyn_ref().ok_or(StorageError::corrupt(place, Fault::NotBytes))
}

/// Copies `into.len()` bytes out of a stored array. The caller has made sure that they are there.
pub fn copy(array: &Uint8Array, start: usize, into: &mut [u8]) {
    let [start, end] = [start, start + into.len()].map(|at| u32::try_from(at).expect("an array's length fits u32"));
    array.subarray(start, end).copy_to(into);
}

/// Reads sealed bytes and checks them.
pub fn open(place: Place, value: &JsValue) -> Result<Vec<u8>, StorageError> {
    let array = array(place, value)?;
    let mut bytes = vec![0; payload(place, array)?];
    open_into(place, array, &mut bytes)?;
    Ok(bytes)
}

/// The number of bytes in a sealed array.
pub fn payload(place: Place, array: &Uint8Array) -> Result<usize, StorageError> {
    let len = usize::try_from(array.length()).expect("wasm's addresses have 32 bits");
    len.checked_sub(SEAL).ok_or(StorageError::corrupt(place, Fault::Length))
}

/// Reads sealed bytes into a slice of their length, [`payload`], and checks them.
pub fn open_into(place: Place, array: &Uint8Array, into: &mut [u8]) -> Result<(), StorageError> {
    let mut sealed = [0; SEAL];
    copy(array, 0, &mut sealed);
    copy(array, SEAL, into);
    check(place, &sealed, into)
}
