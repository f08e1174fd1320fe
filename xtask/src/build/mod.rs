//! The page: what has to happen around Trunk, and what it does not do.
//!
//! - `arithmetic` — the questions about data by themselves, for the bench
//! - `release` — from sources to `dist/`, skipped when nothing has changed; `stamp` — how that is known
//! - `finish` — Trunk's hook: `split`, `worker`, `offline` and `page` each change or check one thing in Trunk's output

mod arithmetic;
mod digest;
mod finish;
mod offline;
mod page;
mod release;
mod split;
mod stamp;
mod worker;

pub use arithmetic::arithmetic;
pub use digest::short_hash;
pub use finish::{finish, list_for_offline_use};
pub use release::release;
