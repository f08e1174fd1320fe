//! The one door for writes.
//!
//! A change is worked out against the book, appended to the journal, and applied to the book only when the journal has it.
//! When another tab was faster, its changes are applied first and ours is brought up to date.

use leptos::{
    prelude::{UpdateValue, WithValue},
    task::spawn_local,
};
use uuid::Uuid;

use crate::{
    domain::{
        book::Unreadable,
        change::{Head, Op, Turn, What, counts},
        edit::{Conflict, rebase},
        record::Kind,
    },
    interchange::journal,
    platform::{clock, pause::Slice},
    storage::{Appended, Entry, StorageError},
};

use super::workspace::{Phase, Saving, Stop, Workspace};

/// What the user means to do, in the words of a history.
#[derive(Debug, Clone, PartialEq)]
pub struct Intent {
    /// What.
    pub what: What,
    /// On what: the name of a record or a file.
    pub subject: String,
    /// The kind of record that it is about.
    pub kind: Kind,
    /// The record that it is about, if it is one.
    pub record: Option<Uuid>,
    /// For its own sake, or to take another change back.
    pub turn: Turn,
}

impl Intent {
    /// An intention for its own sake.
    pub fn new(what: What, kind: Kind, record: Option<Uuid>, subject: impl Into<String>) -> Self {
        Self { what, subject: subject.into(), kind, record, turn: Turn::Do }
    }
}

/// Operations, and the number of the change up to which the book was known when they were worked out.
#[derive(Debug, Clone)]
pub struct Draft {
    /// The number of the last change that the book contained.
    pub base: u64,
    /// The operations.
    pub ops: Vec<Op>,
}

/// Why a change was not made. Nothing of it was kept.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum CommitError {
    /// The workspace is still being read, or can no longer be written.
    #[error("the workspace cannot be written now")]
    NotReady,
    /// Another tab did something that stands in the way.
    #[error(transparent)]
    Conflict(#[from] Conflict),
    /// The store refused.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// The journal holds something that cannot be read.
    #[error("the journal cannot be read: {0}")]
    Unreadable(String),
}

impl From<Unreadable> for CommitError {
    fn from(error: Unreadable) -> Self {
        Self::Unreadable(error.to_string())
    }
}

/// How many operations are worked off between two looks at the clock.
const BATCH: usize = 256;

impl Workspace {
    /// Makes a change. Returns its head when it is on the disk, `None` when there was nothing to do.
    ///
    /// # Errors
    /// [`CommitError`]; nothing of the change was kept.
    pub async fn commit(self, intent: Intent, draft: Draft) -> Result<Option<Head>, CommitError> {
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        let result = self.commit_in_turn(intent, draft).await;
        self.tell(&result);
        result
    }

    /// Shows what became of a write, and stops where going on makes no sense.
    pub(super) fn tell<T>(self, result: &Result<T, CommitError>) {
        match result {
            Ok(_) | Err(CommitError::NotReady | CommitError::Conflict(_)) => self.set_saving(Saving::Saved),
            Err(CommitError::Storage(error)) => {
                self.set_saving(Saving::Failed(error.clone()));
                if *error == StorageError::Replaced {
                    self.set_phase(Phase::Stopped(Stop::Replaced));
                }
            }
            Err(CommitError::Unreadable(cause)) => self.set_phase(Phase::Stopped(Stop::Broken(cause.clone()))),
        }
    }

    /// [`Self::commit`] for one who has the turn to write.
    pub(super) async fn commit_in_turn(self, intent: Intent, draft: Draft) -> Result<Option<Head>, CommitError> {
        if !self.is_ready_now() {
            return Err(CommitError::NotReady);
        }
        self.set_saving(Saving::Busy);
        let db = self.db()?;
        let Draft { mut base, mut ops } = draft;
        loop {
            let seq = self.seq();
            if base != seq {
                ops = self.peek(|book| rebase(book, ops))?;
                base = seq;
            }
            if ops.is_empty() {
                return Ok(None);
            }
            let head = self.head(&intent, &ops);
            let entry = Entry { head: journal::encode_head(&head), body: encode_in_slices(&ops).await };
            match db.append(seq, &entry).await? {
                Appended::Written(seq) => {
                    drop(entry);
                    self.apply(seq, &head, &ops).await?;
                    self.announce(seq);
                    self.checkpoint_soon();
                    spawn_local(give_back(ops));
                    return Ok(Some(head));
                }
                Appended::Behind(entries) => self.follow(entries).await?,
            }
        }
    }

    fn head(self, intent: &Intent, ops: &[Op]) -> Head {
        let mut stamp = None;
        self.core.update_value(|core| stamp = Some(core.clock.tick(clock::now())));
        Head {
            stamp: stamp.expect("the value was updated just now"),
            what: intent.what,
            turn: intent.turn,
            subject: intent.subject.clone(),
            kind: intent.kind,
            record: intent.record,
            counts: counts(ops),
        }
    }

    /// Applies changes that other tabs wrote.
    pub(super) async fn follow(self, entries: Vec<(u64, Entry)>) -> Result<(), CommitError> {
        for (seq, entry) in entries {
            let unreadable = |error: minicbor::decode::Error| CommitError::Unreadable(error.to_string());
            let head = journal::decode_head(&entry.head).map_err(unreadable)?;
            let ops = decode_in_slices(&entry.body).await.map_err(unreadable)?;
            self.apply(seq, &head, &ops).await?;
        }
        Ok(())
    }

    /// Applies a change that the journal has. Views hear of it once, when all of it is there.
    async fn apply(self, seq: u64, head: &Head, ops: &[Op]) -> Result<(), CommitError> {
        let mut slice = Slice::new();
        let mut kinds = Vec::new();
        self.core.update_value(|core| core.book.make_room_for(ops));
        for batch in ops.chunks(BATCH) {
            let mut result = Ok(());
            self.core.update_value(|core| result = batch.iter().try_for_each(|op| core.book.apply(op, seq)));
            result?;
            for (kind, _) in batch.iter().map(Op::target) {
                if !kinds.contains(&kind) {
                    kinds.push(kind);
                }
            }
            slice.pause_if_used_up().await;
        }
        self.core.update_value(|core| {
            core.seq = seq;
            core.clock.observe(head.stamp);
            core.history.push(seq, head);
        });
        self.touch(&kinds);
        self.set_latest(head.clone());
        Ok(())
    }
}

/// Writes operations as [`journal::encode_ops`] does, with pauses.
async fn encode_in_slices(ops: &[Op]) -> Vec<u8> {
    let mut slice = Slice::new();
    let mut bytes = journal::begin_ops(ops.len());
    bytes.reserve(ops.iter().map(Op::size_hint).sum());
    for batch in ops.chunks(BATCH) {
        batch.iter().for_each(|op| journal::encode_op(op, &mut bytes));
        slice.pause_if_used_up().await;
    }
    bytes
}

/// Gives operations back to memory, with pauses: there may be a million.
async fn give_back(mut ops: Vec<Op>) {
    let mut slice = Slice::new();
    while !ops.is_empty() {
        ops.truncate(ops.len().saturating_sub(BATCH));
        slice.pause_if_used_up().await;
    }
}

/// Reads operations as [`journal::decode_ops`] does, with pauses.
pub(super) async fn decode_in_slices(bytes: &[u8]) -> Result<Vec<Op>, minicbor::decode::Error> {
    let mut slice = Slice::new();
    let mut reader = journal::OpReader::new(bytes)?;
    let mut ops = Vec::with_capacity(reader.remaining().min(1 << 20));
    while let Some(op) = reader.next_op()? {
        ops.push(op);
        if ops.len() % BATCH == 0 {
            slice.pause_if_used_up().await;
        }
    }
    Ok(ops)
}
