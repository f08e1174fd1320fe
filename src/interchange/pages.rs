//! Pages: up to a thousand records of a kind, encoded together, as the store keeps them.
//!
//! A page is one CBOR array: the number of slots given out, then for each record its place in the page, its id and its fields.

use minicbor::{Decoder, Encoder, decode::Error as DecodeError};
use uuid::Uuid;

use crate::domain::{
    book::{Book, Stored, with_type},
    id::Id,
    record::{Kind, Row},
    table::PAGE,
};

/// Writes a page; `None` when the book has no page of that number.
pub fn encode(book: &Book, kind: Kind, number: u32) -> Option<Vec<u8>> {
    with_type!(kind, T => encode_of::<T>(book, number))
}

fn encode_of<T: Stored>(book: &Book, number: u32) -> Option<Vec<u8>> {
    let (slots, rows) = T::table(book).page(number)?;
    let rows: Vec<_> = rows.collect();
    let mut e = Encoder::new(Vec::with_capacity(rows.len() * 160));
    let infallible = "a vector takes every byte";
    e.array(1 + 3 * rows.len() as u64).expect(infallible);
    e.u32(slots as u32).expect(infallible);
    for (place, row) in rows {
        e.u32(place as u32).expect(infallible).bytes(row.id.uuid().as_bytes()).expect(infallible);
        row.encode_into(e.writer_mut());
    }
    Some(e.into_writer())
}

/// Puts the records of a page into the book, each into its slot.
///
/// # Errors
/// When the bytes are no page of that kind. The book may then hold a part of it; it is not to be used.
pub fn decode(book: &mut Book, kind: Kind, number: u32, bytes: &[u8]) -> Result<(), DecodeError> {
    with_type!(kind, T => decode_of::<T>(book, number, bytes))
}

fn decode_of<T: Stored>(book: &mut Book, number: u32, bytes: &[u8]) -> Result<(), DecodeError> {
    let mut d = Decoder::new(bytes);
    let count = d.array()?.ok_or_else(|| DecodeError::message("a page is an array of known length"))?;
    let slots = d.u32()? as usize;
    if slots > PAGE || count % 3 != 1 {
        return Err(DecodeError::message("a page has up to a thousand slots, and three items for each record"));
    }
    let first = number as usize * PAGE;
    for _ in 0..count / 3 {
        let place = d.u32()? as usize;
        if place >= slots {
            return Err(DecodeError::message("a record beyond the slots of its page"));
        }
        let id = Uuid::from_slice(d.bytes()?).map_err(|_| DecodeError::message("an id has sixteen bytes"))?;
        let row = Row::<T>::decode_next(Id::new(id), &mut d)?;
        book.place((first + place) as u32, row);
    }
    book.reserve::<T>(first + slots);
    Ok(())
}
