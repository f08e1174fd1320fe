//! Changes as the journal keeps them: a small head, and the operations apart, since they may be many.

use minicbor::{Decoder, Encoder, decode::Error as DecodeError};

use crate::domain::change::{Head, Op};

/// Writes the head of a change.
pub fn encode_head(head: &Head) -> Vec<u8> {
    minicbor::to_vec(head).expect("a vector takes every byte")
}

/// Reads the head of a change.
///
/// # Errors
/// When the bytes are no head.
pub fn decode_head(bytes: &[u8]) -> Result<Head, DecodeError> {
    minicbor::decode(bytes)
}

/// Writes the operations of a change.
pub fn encode_ops(ops: &[Op]) -> Vec<u8> {
    let mut bytes = begin_ops(ops.len());
    ops.iter().for_each(|op| encode_op(op, &mut bytes));
    bytes
}

/// Begins a list of that many operations; each is then written by [`encode_op`]. For lists so long that whoever writes them
/// has to pause in between.
pub fn begin_ops(count: usize) -> Vec<u8> {
    let mut e = Encoder::new(Vec::new());
    e.array(count as u64).expect("a vector takes every byte");
    e.into_writer()
}

/// Writes the next operation of a list.
pub fn encode_op(op: &Op, bytes: &mut Vec<u8>) {
    minicbor::encode(op, bytes).expect("a vector takes every byte");
}

/// Reads the operations of a change.
///
/// # Errors
/// When the bytes are no list of operations.
pub fn decode_ops(bytes: &[u8]) -> Result<Vec<Op>, DecodeError> {
    let mut reader = OpReader::new(bytes)?;
    let mut ops = Vec::new();
    while let Some(op) = reader.next_op()? {
        ops.push(op);
    }
    Ok(ops)
}

/// Reads operations one by one, for lists so long that whoever reads them has to pause in between.
#[derive(Debug)]
pub struct OpReader<'b> {
    d: Decoder<'b>,
    remaining: u64,
}

impl<'b> OpReader<'b> {
    /// Reads the beginning of a list.
    ///
    /// # Errors
    /// When the bytes are no list.
    pub fn new(bytes: &'b [u8]) -> Result<Self, DecodeError> {
        let mut d = Decoder::new(bytes);
        let remaining = d.array()?.ok_or_else(|| DecodeError::message("a list of operations has a known length"))?;
        Ok(Self { d, remaining })
    }

    /// How many operations are still to come, as the list says.
    pub fn remaining(&self) -> usize {
        self.remaining as usize
    }

    /// The next operation, `None` after the last.
    ///
    /// # Errors
    /// When the bytes are no operation.
    pub fn next_op(&mut self) -> Result<Option<Op>, DecodeError> {
        if self.remaining == 0 {
            return Ok(None);
        }
        self.remaining -= 1;
        self.d.decode().map(Some)
    }
}
