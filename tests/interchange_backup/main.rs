//! The backup: out as one file, and back as it was.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod books;
mod hostile;
mod restore;
mod round_trip;
mod sales;
#[cfg(not(target_arch = "wasm32"))]
mod schema;
