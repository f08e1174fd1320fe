//! Bytes to records and back. Pure.

pub mod backup;
pub mod csv;
pub mod journal;
pub mod pages;
