//! The database as the rest of the app sees it: in the browser, or in memory for tests.

use super::{
    Appended, BodyPart, BrowserDb, Checkpointed, ClosedBy, Entry, Head, Loaded, MemoryDb, Meta, PageKey, Piece,
    StorageError,
};

/// One connection to a workspace's database.
///
/// Every operation is one transaction. Writes are to be made one after the other: two appends at once, and the second
/// finds itself [`Appended::Behind`] the first.
pub enum Db {
    /// IndexedDB.
    Browser(BrowserDb),
    /// The same promises without a browser, for tests.
    Memory(MemoryDb),
}

/// The same call on either kind.
macro_rules! either {
    ($self:ident, $db:ident => $browser:expr, $memory:expr) => {
        match $self {
            Db::Browser($db) => $browser,
            Db::Memory($db) => $memory,
        }
    };
}

impl Db {
    /// Opens the database of this name, or creates it.
    ///
    /// `on_closed` is called once if the connection is closed by anyone but us; every later operation then fails with
    /// [`StorageError::Closed`].
    ///
    /// # Errors
    /// [`Version`](StorageError::Version) if a newer app wrote it, [`Blocked`](StorageError::Blocked) if another tab
    /// holds an older version open, [`Unavailable`](StorageError::Unavailable) without IndexedDB.
    pub async fn open(name: &str, on_closed: impl FnOnce(ClosedBy) + 'static) -> Result<Db, StorageError> {
        BrowserDb::open(name, on_closed).await.map(Db::Browser)
    }

    /// An empty database in memory.
    pub fn memory() -> Db {
        Db::Memory(MemoryDb::default())
    }

    /// Reads everything that opening a workspace needs, piece by piece, from one consistent snapshot, and returns the
    /// number of the last entry. Nothing can be appended before this has succeeded.
    ///
    /// Pages come a few at a time, so that no more than a few megabytes are held twice. An error from `each` ends the
    /// reading. `each` has to be quick and cannot wait for anything: the snapshot would end.
    ///
    /// # Errors
    /// [`Corrupt`](StorageError::Corrupt) names what is broken. [`Version`](StorageError::Version) if the content has a
    /// newer format.
    pub async fn read<E: From<StorageError>>(&self, each: impl FnMut(Piece) -> Result<(), E>) -> Result<u64, E> {
        either!(self, db => db.read(each).await, db.read(each))
    }

    /// [`Db::read`] for content that comfortably fits into memory at once.
    pub async fn load(&self) -> Result<Loaded, StorageError> {
        let mut loaded = Loaded::default();
        self.read::<StorageError>(|piece| {
            match piece {
                Piece::Start { meta, .. } => loaded.meta = meta,
                Piece::Page(key, bytes) => loaded.pages.push((key, bytes)),
                Piece::Entry(seq, entry) => loaded.tail.push((seq, entry)),
            }
            Ok(())
        })
        .await?;
        Ok(loaded)
    }

    /// Appends an entry to the journal if `last_seen` is still its last number, else writes nothing and returns what
    /// came in between.
    pub async fn append(&self, last_seen: u64, entry: &Entry) -> Result<Appended, StorageError> {
        either!(self, db => db.append(last_seen, entry).await, db.append(last_seen, entry))
    }

    /// All entries after this number, oldest first.
    pub async fn entries_after(&self, seq: u64) -> Result<Vec<(u64, Entry)>, StorageError> {
        either!(self, db => db.entries_after(seq).await, db.entries_after(seq))
    }

    /// Up to `limit` heads of the newest entries, or of those before a number, newest first. Fewer than `limit` mean
    /// that the beginning is reached.
    pub async fn heads(&self, before: Option<u64>, limit: u32) -> Result<Vec<Head>, StorageError> {
        either!(self, db => db.heads(before, limit).await, db.heads(before, limit))
    }

    /// The body of one entry; `None` if there is no such entry.
    pub async fn body(&self, seq: u64) -> Result<Option<Vec<u8>>, StorageError> {
        either!(self, db => db.body(seq).await, db.body(seq))
    }

    /// A part of the body of one entry, from 0 on: for bodies that are too long to be held at once. `None` if there is no such
    /// entry or no such part.
    pub async fn body_part(&self, seq: u64, part: u32) -> Result<Option<BodyPart>, StorageError> {
        either!(self, db => db.body_part(seq, part).await, db.body_part(seq, part))
    }

    /// Stores pages (`None` removes one) and meta, unless another tab has stored a later checkpoint.
    ///
    /// The pages have to be all that differ from the checkpoint that was read or last written here, as of the entry
    /// `meta.checkpoint`. They are taken from the iterator as they are written, so they can be encoded on the way.
    pub async fn checkpoint(
        &self,
        pages: impl IntoIterator<Item = (PageKey, Option<Vec<u8>>)>,
        meta: &Meta,
    ) -> Result<Checkpointed, StorageError> {
        either!(self, db => db.checkpoint(pages, meta).await, db.checkpoint(pages, meta))
    }

    /// What was typed into forms and not saved yet: each with its name, in the order of the names. Drafts are no part of the
    /// workspace's history and in no backup; they are erased with everything else.
    pub async fn drafts(&self) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
        either!(self, db => db.drafts().await, db.drafts())
    }

    /// Keeps drafts under their names, or removes those that are `None`.
    pub async fn keep_drafts(&self, drafts: &[(String, Option<Vec<u8>>)]) -> Result<(), StorageError> {
        either!(self, db => db.keep_drafts(drafts).await, db.keep_drafts(drafts))
    }

    /// Fills an empty database in one transaction; entries are numbered from 1 on. Other tabs are told
    /// [`Replaced`](StorageError::Replaced) at their next operation.
    ///
    /// # Errors
    /// [`NotEmpty`](StorageError::NotEmpty) if there is anything in the journal or the pages.
    pub async fn adopt(
        &self,
        pages: impl IntoIterator<Item = (PageKey, Vec<u8>)>,
        entries: impl IntoIterator<Item = Entry>,
        meta: &Meta,
    ) -> Result<(), StorageError> {
        either!(self, db => db.adopt(pages, entries, meta).await, db.adopt(pages, entries, meta))
    }

    /// Deletes everything in one transaction, broken or not. Other tabs are told
    /// [`Replaced`](StorageError::Replaced) at their next operation.
    pub async fn erase(&self) -> Result<(), StorageError> {
        either!(self, db => db.erase().await, db.erase())
    }

    /// Closes the connection once its running transactions have ended. Every later operation fails with
    /// [`Closed`](StorageError::Closed); `on_closed` is not called.
    pub fn close(&self) {
        either!(self, db => db.close(), db.close());
    }
}
