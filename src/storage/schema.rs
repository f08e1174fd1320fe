//! The object stores, declared once and forever.
//!
//! At a version bump every store that is not declared here is deleted with all that it holds: never take one out.

use rexie::{ObjectStore, Rexie, RexieBuilder};

/// The version of the database, and of the format of what it holds. A newer one is refused, never guessed at.
pub const VERSION: u32 = 1;

/// Changes, under their number; the parts of a long body under `[number, part]`.
pub const JOURNAL: &str = "journal";

/// Records as of the checkpoint, under `[kind, number]`.
pub const PAGES: &str = "pages";

/// Rows by name: [`META_ROW`] and [`GENERATION_ROW`]; drafts under `[DRAFT_ROW, name]`.
pub const META: &str = "meta";

/// The row of [`META`] that holds the [`Meta`](super::Meta).
pub const META_ROW: &str = "meta";

/// The row of [`META`] that counts how often the database was erased or replaced.
pub const GENERATION_ROW: &str = "generation";

/// The first part of the keys of [`META`] under which drafts are kept.
pub const DRAFT_ROW: &str = "draft";

/// All object stores.
pub const STORES: [&str; 3] = [JOURNAL, PAGES, META];

/// Declares the database. No store has a key path, a key generator or an index: keys are ours.
pub(super) fn declare(name: &str) -> RexieBuilder {
    STORES.iter().fold(Rexie::builder(name).version(VERSION), |database, store| {
        database.add_object_store(ObjectStore::new(store))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A store that vanishes from the list is deleted from every user's disk. Stores may be added, with a new version.
    #[test]
    fn the_stores_of_version_1_are_pinned() {
        assert_eq!(VERSION, 1);
        assert_eq!(STORES, ["journal", "pages", "meta"]);
        assert_eq!((META_ROW, GENERATION_ROW, DRAFT_ROW), ("meta", "generation", "draft"));
    }
}
