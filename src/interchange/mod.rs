//! Bytes to records and back. Pure.

pub mod csv;
pub mod journal;
pub mod pages;
