//! Opening a workspace: pages, then the journal's tail, then the history. Nothing is written before all of it was read.

use std::rc::Rc;

use leptos::prelude::UpdateValue;

use crate::{
    domain::{book::Book, history::History, record::Kind, table::PAGE},
    interchange::{journal, pages},
    storage::{ClosedBy, Db, Entry, PageKey, Piece, StorageError},
    sync::clock::Clock,
};

use super::workspace::{OpenError, Phase, Stop, Workspace};

/// How many changes of the past can be undone after a reload.
const REMEMBERED: u32 = 500;

/// What was read of a workspace.
#[derive(Default)]
struct Read {
    book: Book,
    device: Option<u64>,
    checkpoint: u64,
    tail: Vec<(u64, Entry)>,
}

impl Workspace {
    /// Opens the database of that name and reads it. How it went is told by [`Workspace::phase`].
    pub async fn open(self, name: &str) {
        let closed = move |by: ClosedBy| self.set_phase(Phase::Stopped(Stop::Closed(by)));
        let result = match Db::open(name, closed).await {
            Ok(db) => self.load(Rc::new(db)).await,
            Err(error) => Err(error.into()),
        };
        let opened = result.is_ok();
        self.set_phase(result.map_or_else(Phase::Failed, |()| Phase::Ready));
        if opened {
            self.listen(name);
            // What another tab wrote between the reading and now was announced to nobody here.
            let _ = self.catch_up().await;
        }
    }

    /// Reads a database that is open.
    pub(super) async fn load(self, db: Rc<Db>) -> Result<(), OpenError> {
        let read = self.read_all(&db).await?;
        let mut history = History::default();
        let mut clock = Clock::new(read.device.unwrap_or_else(|| self.device()));
        for head in db.heads(None, REMEMBERED).await?.into_iter().rev() {
            let seq = head.seq;
            let head = journal::decode_head(&head.head).map_err(|cause| unreadable(format!("change {seq}"), &cause))?;
            clock.observe(head.stamp);
            history.push(seq, &head);
        }
        let Read { mut book, checkpoint, tail, device } = read;
        let mut last = checkpoint;
        for (seq, entry) in tail {
            let ops = super::commit::decode_in_slices(&entry.body).await;
            for op in ops.map_err(|cause| unreadable(format!("change {seq}"), &cause))? {
                book.apply(&op, seq).map_err(|error| unreadable(format!("change {seq}"), &error))?;
            }
            last = seq;
        }
        self.core.update_value(|core| {
            core.book = book;
            core.history = history;
            core.clock = clock;
            core.db = Some(db);
            core.seq = last;
            core.checkpoint = checkpoint;
            core.device = device.unwrap_or(core.device);
        });
        self.touch(&Kind::ALL);
        Ok(())
    }

    async fn read_all(self, db: &Db) -> Result<Read, OpenError> {
        let mut read = Read::default();
        let (mut done, mut total) = (0, 0);
        db.read(|piece| {
            match piece {
                Piece::Start { meta, pages } => {
                    total = pages.len() as u32;
                    make_room(&mut read.book, &pages);
                    if let Some(meta) = meta {
                        read.device = Some(meta.device);
                        read.checkpoint = meta.checkpoint;
                    }
                }
                Piece::Page(key, bytes) => {
                    place(&mut read.book, key, &bytes)?;
                    done += 1;
                }
                Piece::Entry(seq, entry) => read.tail.push((seq, entry)),
            }
            self.set_phase(Phase::Opening { done, total });
            Ok::<_, OpenError>(())
        })
        .await?;
        Ok(read)
    }

    /// Deletes everything in the store, for a workspace that cannot be read any more. The page has to be loaded anew.
    ///
    /// # Errors
    /// What the store says.
    pub async fn erase(self, name: &str) -> Result<(), StorageError> {
        let db = Db::open(name, |_| ()).await?;
        db.erase().await?;
        db.close();
        Ok(())
    }
}

/// A table that grows bit by bit stops now and then to move all it has.
fn make_room(book: &mut Book, pages: &[PageKey]) {
    // What belongs to parties comes after them.
    for of_kind in pages.chunk_by(|a, b| a.kind == b.kind) {
        if let Some(kind) = Kind::from_number(of_kind[0].kind) {
            book.make_room(kind, of_kind.len() * PAGE);
        }
    }
}

fn place(book: &mut Book, key: PageKey, bytes: &[u8]) -> Result<(), OpenError> {
    let place = || format!("page {} of kind {}", key.number, key.kind);
    let kind = Kind::from_number(key.kind).ok_or_else(|| unreadable(place(), &"no such kind"))?;
    pages::decode(book, kind, key.number, bytes).map_err(|cause| unreadable(place(), &cause))
}

fn unreadable(place: String, cause: &dyn std::fmt::Display) -> OpenError {
    OpenError::Unreadable { place, cause: cause.to_string() }
}
