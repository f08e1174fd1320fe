//! The page: what has to happen around Trunk, and what it does not do.
//!
//! - `release` — from sources to `dist/`, skipped when nothing has changed; `stamp` — how that is known
//! - `finish` — Trunk's hook: `worker`, `offline` and `page` each change or check one thing in Trunk's output

mod digest;
mod finish;
mod offline;
mod page;
mod release;
mod stamp;
mod worker;

pub use digest::short_hash;
pub use finish::{finish, list_for_offline_use};
pub use release::release;
