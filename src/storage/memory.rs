//! The database without a browser: the same promises, so that what rests on them can be tested natively.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Appended, BodyPart, Checkpointed, Entry, Fault, Head, Meta, PageKey, Piece, Place, StorageError};

/// The length of the parts of a body, in bytes.
const SHORT_PART: usize = 64;

/// What would be on the disk.
#[derive(Default, Clone)]
struct Disk {
    journal: Vec<Entry>,
    pages: BTreeMap<PageKey, Vec<u8>>,
    meta: Option<Meta>,
    drafts: BTreeMap<String, Vec<u8>>,
    generation: u64,
}

/// A connection to a database in memory. Its operations answer at once.
#[derive(Default)]
pub struct MemoryDb {
    disk: Rc<RefCell<Disk>>,
    generation: Cell<Option<u64>>,
    closed: Cell<bool>,
    failing: RefCell<Option<StorageError>>,
}

impl MemoryDb {
    /// Another connection to the same database, as another tab would have.
    pub fn another(&self) -> MemoryDb {
        MemoryDb { disk: Rc::clone(&self.disk), ..MemoryDb::default() }
    }

    /// Makes the next write fail with this error and leave nothing behind, as a full disk would.
    pub fn fail_next_write(&self, error: StorageError) {
        self.failing.replace(Some(error));
    }

    /// See [`Db::read`](super::Db::read).
    pub fn read<E: From<StorageError>>(&self, mut each: impl FnMut(Piece) -> Result<(), E>) -> Result<u64, E> {
        self.open()?;
        let disk = self.disk.borrow().clone();
        let checkpoint = disk.meta.as_ref().map_or(0, |meta| meta.checkpoint);
        let tail = disk.after(checkpoint)?;
        each(Piece::Start { meta: disk.meta, pages: disk.pages.keys().copied().collect() })?;
        disk.pages.into_iter().try_for_each(|(key, bytes)| each(Piece::Page(key, bytes)))?;
        let last = checkpoint + tail.len() as u64;
        tail.into_iter().try_for_each(|(seq, entry)| each(Piece::Entry(seq, entry)))?;
        self.generation.set(Some(disk.generation));
        Ok(last)
    }

    /// See [`Db::append`](super::Db::append).
    pub fn append(&self, last_seen: u64, entry: &Entry) -> Result<Appended, StorageError> {
        self.write(|disk| {
            self.same_generation(disk)?;
            let missed = disk.after(last_seen)?;
            if !missed.is_empty() {
                return Ok(Appended::Behind(missed));
            }
            disk.journal.push(entry.clone());
            Ok(Appended::Written(last_seen + 1))
        })
    }

    /// See [`Db::entries_after`](super::Db::entries_after).
    pub fn entries_after(&self, seq: u64) -> Result<Vec<(u64, Entry)>, StorageError> {
        self.open()?;
        let disk = self.disk.borrow();
        self.same_generation(&disk)?;
        disk.after(seq)
    }

    /// See [`Db::heads`](super::Db::heads).
    pub fn heads(&self, before: Option<u64>, limit: u32) -> Result<Vec<Head>, StorageError> {
        self.open()?;
        let journal = &self.disk.borrow().journal;
        let older = (1..).zip(journal).take_while(|(seq, _)| before.is_none_or(|before| *seq < before));
        let heads: Vec<_> = older
            .map(|(seq, entry)| Head { seq, head: entry.head.clone(), body_len: entry.body.len() as u64 })
            .collect();
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        Ok(heads.into_iter().rev().take(limit).collect())
    }

    /// See [`Db::body`](super::Db::body).
    pub fn body(&self, seq: u64) -> Result<Option<Vec<u8>>, StorageError> {
        self.open()?;
        let index = usize::try_from(seq).ok().and_then(|seq| seq.checked_sub(1));
        Ok(index.and_then(|index| Some(self.disk.borrow().journal.get(index)?.body.clone())))
    }

    /// See [`Db::body_part`](super::Db::body_part). The parts are short, so that whoever reads them meets their ends.
    pub fn body_part(&self, seq: u64, part: u32) -> Result<Option<BodyPart>, StorageError> {
        let Some(body) = self.body(seq)? else { return Ok(None) };
        let start = part as usize * SHORT_PART;
        let part = body.get(start..).filter(|rest| part == 0 || !rest.is_empty());
        Ok(part.map(|rest| BodyPart {
            bytes: rest[..rest.len().min(SHORT_PART)].to_vec(),
            is_last: rest.len() <= SHORT_PART,
        }))
    }

    /// See [`Db::checkpoint`](super::Db::checkpoint).
    pub fn checkpoint(
        &self,
        pages: impl IntoIterator<Item = (PageKey, Option<Vec<u8>>)>,
        new: &Meta,
    ) -> Result<Checkpointed, StorageError> {
        self.write(|disk| {
            self.same_generation(disk)?;
            if let Some(stored) = disk.meta.as_ref().filter(|stored| stored.checkpoint > new.checkpoint) {
                return Ok(Checkpointed::Superseded(stored.clone()));
            }
            disk.after(new.checkpoint)?;
            for (key, bytes) in pages {
                match bytes {
                    Some(bytes) => disk.pages.insert(key, bytes),
                    None => disk.pages.remove(&key),
                };
            }
            disk.meta = Some(new.clone());
            Ok(Checkpointed::Written)
        })
    }

    /// See [`Db::drafts`](super::Db::drafts).
    pub fn drafts(&self) -> Result<Vec<(String, Vec<u8>)>, StorageError> {
        self.open()?;
        let disk = self.disk.borrow();
        self.same_generation(&disk)?;
        Ok(disk.drafts.clone().into_iter().collect())
    }

    /// See [`Db::keep_drafts`](super::Db::keep_drafts).
    pub fn keep_drafts(&self, drafts: &[(String, Option<Vec<u8>>)]) -> Result<(), StorageError> {
        self.write(|disk| {
            self.same_generation(disk)?;
            for (name, bytes) in drafts {
                match bytes {
                    Some(bytes) => disk.drafts.insert(name.clone(), bytes.clone()),
                    None => disk.drafts.remove(name),
                };
            }
            Ok(())
        })
    }

    /// See [`Db::adopt`](super::Db::adopt).
    pub fn adopt(
        &self,
        pages: impl IntoIterator<Item = (PageKey, Vec<u8>)>,
        entries: impl IntoIterator<Item = Entry>,
        new: &Meta,
    ) -> Result<(), StorageError> {
        let generation = self.write(|disk| {
            if !disk.journal.is_empty() || !disk.pages.is_empty() {
                return Err(StorageError::NotEmpty);
            }
            disk.journal.extend(entries);
            disk.after(new.checkpoint)?;
            disk.pages.extend(pages);
            disk.meta = Some(new.clone());
            disk.generation += 1;
            Ok(disk.generation)
        })?;
        self.generation.set(Some(generation));
        Ok(())
    }

    /// See [`Db::erase`](super::Db::erase).
    pub fn erase(&self) -> Result<(), StorageError> {
        let generation = self.write(|disk| {
            *disk = Disk { generation: disk.generation + 1, ..Disk::default() };
            Ok(disk.generation)
        })?;
        self.generation.set(Some(generation));
        Ok(())
    }

    /// See [`Db::close`](super::Db::close).
    pub fn close(&self) {
        self.closed.set(true);
    }

    fn open(&self) -> Result<(), StorageError> {
        if self.closed.get() { Err(StorageError::Closed) } else { Ok(()) }
    }

    fn same_generation(&self, disk: &Disk) -> Result<(), StorageError> {
        let read = self.generation.get().ok_or(StorageError::NotLoaded)?;
        if disk.generation == read { Ok(()) } else { Err(StorageError::Replaced) }
    }

    /// Works on a copy of the disk, which takes its place only if all went well.
    fn write<T>(&self, work: impl FnOnce(&mut Disk) -> Result<T, StorageError>) -> Result<T, StorageError> {
        self.open()?;
        let mut disk = self.disk.borrow().clone();
        let done = work(&mut disk)?;
        if let Some(error) = self.failing.take() {
            return Err(error);
        }
        self.disk.replace(disk);
        Ok(done)
    }
}

impl Disk {
    fn after(&self, seq: u64) -> Result<Vec<(u64, Entry)>, StorageError> {
        let skip = usize::try_from(seq).ok().filter(|skip| *skip <= self.journal.len());
        let skip = skip.ok_or(StorageError::corrupt(Place::Head(seq), Fault::Missing))?;
        Ok((1..).zip(self.journal.iter().cloned()).skip(skip).collect())
    }
}
