//! IndexedDB: journal, pages, meta. Bytes in, bytes out.
//!
//! Three object stores ([`schema`]) hold everything: a *journal* of changes that is only ever appended to, *pages* of
//! records as they were at the last checkpoint, and *meta*, which says which checkpoint that was. Opening a workspace is
//! reading meta, all pages and the journal's tail after the checkpoint.
//!
//! What belongs here: transactions, keys, checksums, and telling failures apart. What does not: what an entry or a page
//! means. This room never looks inside the bytes that it keeps.
//!
//! Promises:
//! - A write that returned `Ok` was committed with strict durability: it survives a power cut.
//! - A write that returned `Err` left nothing behind, except that the outcome of [`StorageError::Closed`] during the
//!   commit itself may be unknown.
//! - Nothing is written before the store was read ([`StorageError::NotLoaded`]), nor after another tab erased or
//!   replaced it ([`StorageError::Replaced`]).

mod answers;
mod browser;
mod db;
mod entry;
mod error;
mod frame;
mod memory;
mod meta;
mod place;
mod row;
pub mod schema;

pub use answers::{Appended, Checkpointed, Loaded, Piece};
pub use browser::{BrowserDb, ClosedBy};
pub use db::Db;
pub use entry::{BodyPart, Entry, Head, PageKey};
pub use error::StorageError;
pub use memory::MemoryDb;
pub use meta::Meta;
pub use place::{Fault, Place};
