//! The text of one value: from bytes to what it stands for, and if it stands for nothing, where exactly.

use base64::{Engine, prelude::BASE64_STANDARD};
use serde::de::DeserializeOwned;

use super::{
    diagnosis::diagnose,
    error::{Cause, ReadError},
    place::Position,
};

/// Reads a value whose text begins at `start`.
///
/// # Errors
/// With the place and the field of what is wrong; the list and the entry are for the caller to add.
pub(super) fn parse<T: DeserializeOwned>(text: &[u8], start: Position) -> Result<T, ReadError> {
    let text = utf8(text, start)?;
    serde_json::from_str(text).map_err(|_| {
        let (cause, place) = diagnose::<T>(text, start);
        cause.at(place)
    })
}

/// Reads bytes in Base64.
///
/// # Errors
/// As [`parse`].
pub(super) fn bytes(text: &[u8], start: Position) -> Result<Vec<u8>, ReadError> {
    let text: String = parse(text, start)?;
    BASE64_STANDARD.decode(text).map_err(|error| Cause::WrongType(error.to_string()).at(start.place()))
}

/// The text as characters.
///
/// # Errors
/// [`Cause::NotUtf8`] at the first byte that is none.
pub(super) fn utf8(text: &[u8], start: Position) -> Result<&str, ReadError> {
    std::str::from_utf8(text).map_err(|error| Cause::NotUtf8.at(start.behind(&text[..error.valid_up_to()]).place()))
}

/// A name that is not known, as far as it is worth showing.
pub(super) fn unknown(name: &[u8]) -> Cause {
    Cause::UnknownKey(String::from_utf8_lossy(name).chars().take(80).collect())
}

/// What stands where a list or an object has to.
pub(super) fn no_container() -> Cause {
    Cause::WrongType("a list or an object is expected".to_owned())
}
