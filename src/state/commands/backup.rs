//! The workspace as one file, and back.

use leptos::prelude::WithValue;

use crate::{
    domain::{
        book::{Stored, with_type},
        change::{Head, What},
        record::Kind,
    },
    interchange::{
        backup::{Backup, Entry, Fault, Mode, Plan, Planner, ReadError as Refused, Reader, WriteError, Writer},
        pages,
    },
    platform::{
        clock,
        files::{Blob, Builder, PieceError, ReadError, Source},
        pause::Slice,
    },
    state::{
        commit::{CommitError, Draft, Intent},
        watch::{Cancelled, Step, Watch},
        workspace::Workspace,
    },
    storage::{self, Meta, PageKey, StorageError, schema},
};

/// Records that are compared between two looks at the clock.
const RECORDS: u32 = 500;
/// Bytes of a file that are read at a time.
const PIECE: u64 = 256 << 10;
/// Heads of changes that are asked for at a time.
const HEADS: u32 = 500;

/// Bytes that are read between two looks at the clock.
const BITE: usize = 16 << 10;
/// What a file that was packed by gzip begins with.
const GZIP: [u8; 2] = [0x1F, 0x8B];

/// How a backup is to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupForm {
    /// With the history, and so with undo.
    pub history: bool,
    /// Packed by gzip, to about a tenth.
    pub packed: bool,
}

/// A backup that was written.
#[derive(Debug)]
pub struct WrittenBackup {
    /// The file.
    pub blob: Blob,
    /// Records for which it would be refused; the first hundred of them.
    pub faults: Vec<Fault>,
    /// Whether it is so large that it would be refused.
    pub too_large: bool,
}

/// Why a backup was not written, or not brought back. Nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// It was told to stop.
    #[error("cancelled")]
    Cancelled,
    /// The browser could not read the file.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A packed file is damaged, or ends in the middle.
    #[error("the packed file is damaged")]
    Packed,
    /// This browser cannot unpack.
    #[error("this browser cannot unpack")]
    NoPacking,
    /// The file is no sound backup.
    #[error(transparent)]
    Refused(#[from] Refused),
    /// A record of the workspace cannot stand in a backup.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The browser has no room for the file.
    #[error("the browser has no room for the file")]
    NoRoom,
    /// It could not be written to the store.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl From<Cancelled> for BackupError {
    fn from(Cancelled: Cancelled) -> Self {
        Self::Cancelled
    }
}

impl From<PieceError> for BackupError {
    fn from(error: PieceError) -> Self {
        match error {
            PieceError::Damaged => Self::Packed,
            PieceError::Read(error) => Self::Read(error),
        }
    }
}

impl From<StorageError> for BackupError {
    fn from(error: StorageError) -> Self {
        Self::Commit(error.into())
    }
}

/// What bringing a backup back came to.
#[derive(Debug, Clone, PartialEq)]
pub enum Restored {
    /// The workspace was empty and is now the backup's, history and all. The page has to be loaded anew.
    Adopted,
    /// The workspace became the backup's by one change; `None` when nothing differed.
    Changed(Option<Head>),
}

impl Workspace {
    /// Writes everything as one file in memory.
    ///
    /// # Errors
    /// [`BackupError`]
    pub async fn write_backup(self, form: BackupForm, watch: &Watch) -> Result<WrittenBackup, BackupError> {
        let mut written = self.write_plain(form.history, watch).await?;
        if form.packed {
            written.blob = pack(&written.blob, watch).await?;
        }
        Ok(written)
    }

    async fn write_plain(self, history: bool, watch: &Watch) -> Result<WrittenBackup, BackupError> {
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        self.catch_up_in_turn().await?;
        let db = self.db()?;
        let last = if history { self.seq() } else { 0 };
        let mut slice = Slice::new();
        let mut blob = Builder::new("application/json");
        let mut writer = self.peek(|book| Writer::new(book, clock::now(), history));
        let mut written = 0;
        let total = self.peek(|book| Kind::ALL.iter().map(|kind| book.count(*kind)).sum::<usize>()) * 120;
        while let Some(chunk) = self.peek(|book| writer.next_chunk(book))? {
            written += chunk.len();
            blob.push(&chunk);
            watch.pause(&mut slice, Step::Writing, written.min(total), total).await?;
        }
        let mut first = 1;
        while first <= last {
            let until = last.min(first + u64::from(HEADS) - 1);
            let heads = db.heads(Some(until + 1), HEADS).await.map_err(|error| unreadable(first, error))?;
            for head in heads.into_iter().rev().filter(|head| head.seq >= first) {
                let body = db.body(head.seq).await.map_err(|error| unreadable(head.seq, error))?.unwrap_or_default();
                writer.push_history(Entry { head: head.head, body });
                while let Some(chunk) = self.peek(|book| writer.next_chunk(book))? {
                    blob.push(&chunk);
                    watch.pause(&mut slice, Step::Writing, total, total).await?;
                }
            }
            first = until + 1;
        }
        let end = self.peek(|book| writer.finish(book))?;
        blob.push(&end.last);
        let blob = blob.finish().ok_or(BackupError::NoRoom)?;
        Ok(WrittenBackup { blob, faults: end.faults, too_large: end.too_large })
    }

    /// Reads a backup, packed or not, and checks every record of it. Nothing is changed.
    ///
    /// # Errors
    /// [`BackupError`]
    pub async fn read_backup(self, source: &Source, watch: &Watch) -> Result<Backup, BackupError> {
        let size = source.size();
        let mut reader = Reader::new(size)?;
        if source.read(0, 2).await? == GZIP {
            return read_packed(source, reader, watch).await;
        }
        let mut slice = Slice::new();
        let mut at = 0;
        while at < size {
            let end = size.min(at + PIECE);
            feed(&mut reader, &source.read(at, end).await?, &mut slice).await?;
            at = end;
            watch.pause(&mut slice, Step::Reading, at as usize, size as usize).await?;
        }
        Ok(reader.finish()?)
    }

    /// Works out what bringing a backup back would do. Nothing is changed.
    ///
    /// # Errors
    /// [`BackupError::Cancelled`]
    pub async fn plan_restore(self, backup: &Backup, mode: Mode, watch: &Watch) -> Result<(u64, Plan), BackupError> {
        let mut slice = Slice::new();
        loop {
            let base = self.seq();
            let mut planner = self.peek(|book| Planner::new(book, mode));
            while let Ok(true) = self.peek(|book| planner.step(book, &backup.book, RECORDS)) {
                watch.pause(&mut slice, Step::Planning, 0, 0).await?;
            }
            // `None`: the book changed meanwhile; compare anew.
            if let Some(plan) = planner.finish()
                && self.seq() == base
            {
                return Ok((base, plan));
            }
        }
    }

    /// Brings a backup back: into an empty store as it is, history and all; else as one change that can be undone.
    ///
    /// # Errors
    /// [`BackupError`]; nothing was changed.
    pub async fn restore(self, file: &str, backup: Backup, mode: Mode, watch: &Watch) -> Result<Restored, BackupError> {
        if self.seq() == 0 {
            self.adopt(backup).await?;
            return Ok(Restored::Adopted);
        }
        let (base, plan) = self.plan_restore(&backup, mode, watch).await?;
        let intent = Intent::new(What::Restore, Kind::Settings, None, file);
        Ok(Restored::Changed(self.commit(intent, Draft { base, ops: plan.ops }).await?))
    }

    async fn adopt(self, backup: Backup) -> Result<(), BackupError> {
        let entries = backup.history.unwrap_or_default();
        let meta = Meta {
            format: schema::VERSION,
            checkpoint: entries.len() as u64,
            device: self.device(),
            extra: Vec::new(),
        };
        let book = &backup.book;
        let keys = Kind::ALL.into_iter().flat_map(|kind| {
            let count = with_type!(kind, T => T::table(book).page_count());
            (0..count).map(move |number| (kind, number))
        });
        let pages = keys.filter_map(|(kind, number)| {
            Some((PageKey { kind: kind.number(), number }, pages::encode(book, kind, number)?))
        });
        let entries = entries.into_iter().map(|entry| storage::Entry { head: entry.head, body: entry.body });
        Ok(self.db()?.adopt(pages, entries, &meta).await?)
    }
}

/// A change of the journal that is damaged on the disk keeps the history from being saved, not the records.
fn unreadable(seq: u64, error: StorageError) -> BackupError {
    match error {
        StorageError::Corrupt { .. } => WriteError::Damaged { index: seq - 1, cause: error.to_string() }.into(),
        other => other.into(),
    }
}

async fn pack(blob: &Blob, watch: &Watch) -> Result<Blob, BackupError> {
    let pieces = blob.packed().ok_or(BackupError::NoPacking)?;
    let mut packed = Builder::new("application/gzip");
    let mut slice = Slice::new();
    while let Some(piece) = pieces.next().await? {
        packed.push(&piece);
        watch.pause(&mut slice, Step::Packing, 0, 0).await?;
    }
    packed.finish().ok_or(BackupError::NoRoom)
}

/// Reads what was packed, and no more than the file says that it holds nor than a backup may have: a few bytes can be packed such
/// that they become gigabytes.
async fn read_packed(source: &Source, mut reader: Reader, watch: &Watch) -> Result<Backup, BackupError> {
    let size = source.size();
    let end: [u8; 4] = source.read(size.saturating_sub(4), size).await?.try_into().map_err(|_| BackupError::Packed)?;
    let said = u32::from_le_bytes(end) as usize;
    let pieces = source.unpacked().ok_or(BackupError::NoPacking)?;
    let mut slice = Slice::new();
    let mut done = 0;
    while let Some(piece) = pieces.next().await? {
        done += piece.len();
        if done > said {
            return Err(BackupError::Packed);
        }
        feed(&mut reader, &piece, &mut slice).await?;
        watch.pause(&mut slice, Step::Reading, done, said).await?;
    }
    Ok(reader.finish()?)
}

/// Hands a piece to the reader in small bites, so that a look at the clock comes often enough.
async fn feed(reader: &mut Reader, piece: &[u8], slice: &mut Slice) -> Result<(), BackupError> {
    for bite in piece.chunks(BITE) {
        reader.feed(bite)?;
        slice.pause_if_used_up().await;
    }
    Ok(())
}
