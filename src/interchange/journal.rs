//! Changes as the journal keeps them: a small head, and the operations apart, since they may be many.

use minicbor::decode::Error as DecodeError;

use crate::domain::change::{Head, Op};

/// Writes the head of a change.
pub fn encode_head(head: &Head) -> Vec<u8> {
    minicbor::to_vec(head).expect("a vector takes every byte")
}

/// Reads the head of a change.
pub fn decode_head(bytes: &[u8]) -> Result<Head, DecodeError> {
    minicbor::decode(bytes)
}

/// Writes the operations of a change.
pub fn encode_ops(ops: &[Op]) -> Vec<u8> {
    minicbor::to_vec(ops).expect("a vector takes every byte")
}

/// Reads the operations of a change.
pub fn decode_ops(bytes: &[u8]) -> Result<Vec<Op>, DecodeError> {
    minicbor::decode(bytes)
}
