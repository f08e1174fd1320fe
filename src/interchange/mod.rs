//! Bytes to records and back. Pure.

pub mod csv;
