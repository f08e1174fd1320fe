//! Bytes to records and back. Pure.

pub mod backup;
pub mod csv;
pub mod import;
pub mod journal;
pub mod pages;
