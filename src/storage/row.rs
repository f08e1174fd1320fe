//! The layout of a journal row: a head that can be read alone, and a body, inline or elsewhere in parts.
//!
//! ```text
//! seal 8 │ head length 4 │ body length 8 │ parts 4 │ head … │ seal 8 │ body …
//! └ covers ──────────────────────────────────────┘ └ only if parts = 0 ┘
//! ```
//!
//! Numbers are little endian. A body longer than [`INLINE_MAX`] is cut into parts of [`PART`] bytes, each sealed and kept
//! under a key of its own.

use super::frame::{SEAL, check, seal};
use super::{Entry, Fault, Place, StorageError};

/// The longest body that is kept in the row itself, in bytes.
pub const INLINE_MAX: usize = 256 * 1024;

/// The length of every part of a longer body but the last, in bytes.
pub const PART: usize = 4 * 1024 * 1024;

/// The length of what precedes the head.
pub const PREFIX: usize = SEAL + 16;

/// What a row's prefix says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// Length of the head, in bytes.
    pub head: usize,
    /// Length of the body, in bytes.
    pub body: u64,
    /// In how many parts the body is kept elsewhere; 0 if it follows the head.
    pub parts: u32,
}

impl Shape {
    /// The shape in which this entry is stored.
    pub fn of(entry: &Entry) -> Shape {
        let body = entry.body.len();
        let parts = if body <= INLINE_MAX { 0 } else { body.div_ceil(PART) };
        let parts = u32::try_from(parts).expect("a body fits into memory");
        Shape { head: entry.head.len(), body: body as u64, parts }
    }

    /// Reads a row's prefix. The answer is to be trusted only after [`Shape::head_of`] has checked the seal.
    pub fn read(seq: u64, row_len: usize, prefix: &[u8; PREFIX]) -> Result<Shape, StorageError> {
        let wrong = || StorageError::corrupt(Place::Head(seq), Fault::Length);
        let [.., h0, h1, h2, h3, b0, b1, b2, b3, b4, b5, b6, b7, p0, p1, p2, p3] = *prefix;
        let shape = Shape {
            head: usize::try_from(u32::from_le_bytes([h0, h1, h2, h3])).map_err(|_| wrong())?,
            body: u64::from_le_bytes([b0, b1, b2, b3, b4, b5, b6, b7]),
            parts: u32::from_le_bytes([p0, p1, p2, p3]),
        };
        let inline = if shape.parts == 0 { shape.body.saturating_add(SEAL as u64) } else { 0 };
        let expected = (PREFIX as u64 + shape.head as u64).saturating_add(inline);
        if expected == row_len as u64 { Ok(shape) } else { Err(wrong()) }
    }

    /// The row's prefix with its seal.
    pub fn prefix(self, seq: u64, head: &[u8]) -> Result<[u8; PREFIX], StorageError> {
        let head_len = u32::try_from(self.head).map_err(|_| StorageError::corrupt(Place::Head(seq), Fault::Length))?;
        let mut sealed = Vec::with_capacity(16 + head.len());
        sealed.extend_from_slice(&head_len.to_le_bytes());
        sealed.extend_from_slice(&self.body.to_le_bytes());
        sealed.extend_from_slice(&self.parts.to_le_bytes());
        sealed.extend_from_slice(head);
        let mut prefix = [0; PREFIX];
        prefix[..SEAL].copy_from_slice(&seal(Place::Head(seq), &sealed));
        prefix[SEAL..].copy_from_slice(&sealed[..16]);
        Ok(prefix)
    }

    /// The head from the row's first bytes (prefix and head), once the seal is found right.
    pub fn head_of(seq: u64, mut front: Vec<u8>) -> Result<Vec<u8>, StorageError> {
        check(Place::Head(seq), &front[..SEAL], &front[SEAL..])?;
        Ok(front.split_off(PREFIX))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};

    fn front(seq: u64, entry: &Entry) -> (Shape, Vec<u8>) {
        let shape = Shape::of(entry);
        let mut front = shape.prefix(seq, &entry.head).unwrap().to_vec();
        front.extend_from_slice(&entry.head);
        (shape, front)
    }

    fn row_len(shape: Shape) -> usize {
        PREFIX + shape.head + if shape.parts == 0 { SEAL + shape.body as usize } else { 0 }
    }

    proptest! {
        #[test]
        fn a_row_tells_its_head_and_the_length_of_its_body(
            seq in any::<u64>(), head in any::<Vec<u8>>(), body in 0..3 * INLINE_MAX,
        ) {
            let entry = Entry { head, body: vec![0; body] };
            let (shape, front) = front(seq, &entry);
            let prefix: [u8; PREFIX] = front[..PREFIX].try_into().unwrap();
            prop_assert_eq!(Shape::read(seq, row_len(shape), &prefix).unwrap(), shape);
            prop_assert_eq!(Shape::head_of(seq, front).unwrap(), entry.head);
        }

        #[test]
        fn any_damage_to_the_front_of_a_row_is_noticed(
            seq in any::<u64>(), head in any::<Vec<u8>>(), at in any::<u32>(), flip in 1..=255u8,
        ) {
            let (shape, mut front) = front(seq, &Entry { head, body: vec![1, 2, 3] });
            let at = at as usize % front.len();
            front[at] ^= flip;
            let prefix: [u8; PREFIX] = front[..PREFIX].try_into().unwrap();
            let read = Shape::read(seq, row_len(shape), &prefix);
            prop_assert!(read.is_err() || Shape::head_of(seq, front).is_err());
        }

        #[test]
        fn no_prefix_makes_it_panic(prefix in any::<[u8; PREFIX]>(), len in any::<usize>()) {
            let _ = Shape::read(1, len, &prefix);
        }
    }

    #[test]
    fn a_long_body_is_cut_into_parts() {
        let parts = |len| Shape::of(&Entry { head: vec![], body: vec![0; len] }).parts;
        assert_eq!(parts(INLINE_MAX), 0);
        assert_eq!(parts(INLINE_MAX + 1), 1);
        assert_eq!(parts(PART), 1);
        assert_eq!(parts(PART + 1), 2);
    }
}
