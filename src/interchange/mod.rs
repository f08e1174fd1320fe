//! Bytes to records and back. Pure.

pub mod journal;
pub mod pages;
