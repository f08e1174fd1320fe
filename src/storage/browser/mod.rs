//! The database in the browser.
//!
//! Here every operation of [`Db`](super::Db) is one transaction, put together from the rows' own modules.

mod bytes;
mod drafts;
mod journal;
mod keys;
mod meta;
mod open;
mod pages;
mod tap;
mod tx;

use std::cell::Cell;
use std::rc::Rc;

use futures_util::future::join;
use rexie::{Rexie, TransactionMode};

pub use self::open::ClosedBy;
use self::open::Watch;
use self::tx::Tx;
use super::schema::{JOURNAL, META, STORES};
use super::{Appended, BodyPart, Checkpointed, Entry, Fault, Head, Meta, PageKey, Piece, Place, StorageError};

/// An open connection to the database in the browser. Dropping it closes it.
pub struct BrowserDb {
    rexie: Rexie,
    watch: Watch,
    /// The generation that was read; `None` as long as nothing was.
    generation: Cell<Option<u64>>,
    closed: Rc<Cell<bool>>,
}

impl BrowserDb {
    /// See [`Db::read`](super::Db::read).
    pub async fn read<E: From<StorageError>>(&self, mut each: impl FnMut(Piece) -> Result<(), E>) -> Result<u64, E> {
        // The caller's own error ends the reading, but is no failure of the transaction.
        let read = async |tx: &Tx| Ok(read_all(tx, &mut each).await);
        let (generation, last) = self.transact(&STORES, TransactionMode::ReadOnly, read).await??;
        self.generation.set(Some(generation));
        Ok(last)
    }

    /// See [`Db::append`](super::Db::append).
    pub async fn append(&self, last_seen: u64, entry: &Entry) -> Result<Appended, StorageError> {
        self.transact(&[JOURNAL, META], TransactionMode::ReadWrite, async |tx| {
            // Asked together: between two questions the browser may do much else.
            let (generation, ends) = join(self.same_generation(tx), journal::ends_with(tx, last_seen)).await;
            generation?;
            match ends? {
                None => Err(missing(last_seen)),
                Some(false) => Ok(Appended::Behind(collect_after(tx, last_seen).await?)),
                Some(true) => {
                    journal::add(tx, last_seen + 1, entry).await?;
                    Ok(Appended::Written(last_seen + 1))
                }
            }
        })
        .await
    }

    /// See [`Db::entries_after`](super::Db::entries_after).
    pub async fn entries_after(&self, seq: u64) -> Result<Vec<(u64, Entry)>, StorageError> {
        self.transact(&[JOURNAL, META], TransactionMode::ReadOnly, async |tx| {
            self.same_generation(tx).await?;
            collect_after(tx, seq).await
        })
        .await
    }

    /// See [`Db::heads`](super::Db::heads).
    pub async fn heads(&self, before: Option<u64>, limit: u32) -> Result<Vec<Head>, StorageError> {
        self.transact(&[JOURNAL], TransactionMode::ReadOnly, async |tx| journal::heads(tx, before, limit).await).await
    }

    /// See [`Db::body`](super::Db::body).
    pub async fn body(&self, seq: u64) -> Result<Option<Vec<u8>>, StorageError> {
        self.transact(&[JOURNAL], TransactionMode::ReadOnly, async |tx| journal::body(tx, seq).await).await
    }

    /// See [`Db::body_part`](super::Db::body_part).
    pub async fn body_part(&self, seq: u64, part: u32) -> Result<Option<BodyPart>, StorageError> {
        self.transact(&[JOURNAL], TransactionMode::ReadOnly, async |tx| journal::body_part(tx, seq, part).await).await
    }

    /// See [`Db::checkpoint`](super::Db::checkpoint).
    pub async fn checkpoint(
        &self,
        pages: impl IntoIterator<Item = (PageKey, Option<Vec<u8>>)>,
        new: &Meta,
    ) -> Result<Checkpointed, StorageError> {
        self.transact(&STORES, TransactionMode::ReadWrite, async |tx| {
            self.same_generation(tx).await?;
            match meta::read(tx).await? {
                Some(stored) if stored.checkpoint > new.checkpoint => return Ok(Checkpointed::Superseded(stored)),
                _ => {}
            }
            if journal::ends_with(tx, new.checkpoint).await?.is_none() {
                return Err(missing(new.checkpoint));
            }
            pages::write(tx, pages).await?;
            meta::write(tx, new).await?;
            Ok(Checkpointed::Written)
        })
        .await
    }

    /// See [`Db::drafts`](super::Db::drafts).
    pub async fn drafts(&self) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
        self.transact(&[META], TransactionMode::ReadOnly, async |tx| {
            self.same_generation(tx).await?;
            drafts::all(tx).await
        })
        .await
    }

    /// See [`Db::keep_drafts`](super::Db::keep_drafts).
    pub async fn keep_drafts(&self, drafts: &[(String, Option<Vec<u8>>)]) -> Result<(), StorageError> {
        self.transact(&[META], TransactionMode::ReadWrite, async |tx| {
            self.same_generation(tx).await?;
            drafts::write(tx, drafts).await
        })
        .await
    }

    /// See [`Db::adopt`](super::Db::adopt).
    pub async fn adopt(
        &self,
        pages: impl IntoIterator<Item = (PageKey, Vec<u8>)>,
        entries: impl IntoIterator<Item = Entry>,
        new: &Meta,
    ) -> Result<(), StorageError> {
        let generation = self
            .transact(&STORES, TransactionMode::ReadWrite, async |tx| {
                if !journal::is_empty(tx).await? || pages::count(tx).await? > 0 {
                    return Err(StorageError::NotEmpty);
                }
                for (seq, entry) in (1..).zip(entries) {
                    journal::add(tx, seq, &entry).await?;
                }
                if journal::ends_with(tx, new.checkpoint).await?.is_none() {
                    return Err(missing(new.checkpoint));
                }
                pages::write(tx, pages.into_iter().map(|(key, bytes)| (key, Some(bytes)))).await?;
                meta::write(tx, new).await?;
                let generation = meta::generation(tx).await? + 1;
                meta::write_generation(tx, generation).await?;
                Ok(generation)
            })
            .await?;
        self.generation.set(Some(generation));
        Ok(())
    }

    /// See [`Db::erase`](super::Db::erase).
    pub async fn erase(&self) -> Result<(), StorageError> {
        let generation = self
            .transact(&STORES, TransactionMode::ReadWrite, async |tx| {
                // Whatever is broken is erased all the same, the count itself included.
                let generation = meta::generation(tx).await.unwrap_or_default() + 1;
                for store in STORES {
                    tx.store(store)?.clear().await?;
                }
                meta::write_generation(tx, generation).await?;
                Ok(generation)
            })
            .await?;
        self.generation.set(Some(generation));
        Ok(())
    }

    /// See [`Db::close`](super::Db::close).
    pub fn close(&self) {
        self.closed.set(true);
        self.watch.close();
    }

    /// Fails if nothing was read yet, or if what was read is no longer what is stored.
    async fn same_generation(&self, tx: &Tx) -> Result<(), StorageError> {
        let read = self.generation.get().ok_or(StorageError::NotLoaded)?;
        if meta::generation(tx).await? == read { Ok(()) } else { Err(StorageError::Replaced) }
    }

    /// Runs `work` as one transaction: all of it is committed, or nothing.
    async fn transact<T>(
        &self,
        stores: &[&str],
        mode: TransactionMode,
        work: impl AsyncFnOnce(&Tx) -> Result<T, StorageError>,
    ) -> Result<T, StorageError> {
        if self.closed.get() {
            return Err(StorageError::Closed);
        }
        let tx = Tx::begin(&self.rexie, stores, mode)?;
        match work(&tx).await {
            Ok(value) => tx.commit().await.map(|()| value),
            Err(error) => Err(tx.abort(error).await),
        }
    }
}

/// Hands over everything, and returns the generation and the number of the last entry.
async fn read_all<E: From<StorageError>>(
    tx: &Tx,
    each: &mut impl FnMut(Piece) -> Result<(), E>,
) -> Result<(u64, u64), E> {
    let generation = meta::generation(tx).await?;
    let meta = meta::read(tx).await?;
    let checkpoint = meta.as_ref().map_or(0, |meta| meta.checkpoint);
    if journal::ends_with(tx, checkpoint).await?.is_none() {
        return Err(missing(checkpoint).into());
    }
    let keys = pages::keys(tx).await?;
    each(Piece::Start { meta, pages: keys.clone() })?;
    pages::each(tx, &keys, |key, bytes| each(Piece::Page(key, bytes))).await?;
    let last = journal::each_after(tx, checkpoint, |seq, entry| each(Piece::Entry(seq, entry))).await?;
    Ok((generation, last))
}

async fn collect_after(tx: &Tx, seq: u64) -> Result<Vec<(u64, Entry)>, StorageError> {
    let mut entries = Vec::new();
    journal::each_after::<StorageError>(tx, seq, |seq, entry| {
        entries.push((seq, entry));
        Ok(())
    })
    .await?;
    Ok(entries)
}

/// The journal has no such entry, although what was read or is to be written rests on it.
fn missing(seq: u64) -> StorageError {
    StorageError::corrupt(Place::Head(seq), Fault::Missing)
}
