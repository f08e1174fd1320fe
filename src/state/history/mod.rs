//! The changes that were made, newest first, read from the journal when somebody asks for them: all of them, those of a kind of
//! record, of one record, of a party with what belongs to it.
//!
//! `concern` decides which; `ops` reads what is in one; `touched` takes it apart. Heads are read in hundreds, and a change of a
//! million operations in parts and with pauses, so that nobody waits and nothing fills the memory.

mod concern;
mod ops;
#[cfg(test)]
mod tests;
mod touched;

use crate::{
    domain::change::{Head, Op},
    interchange::journal,
    platform::pause::Slice,
};

use super::{commit::CommitError, workspace::Workspace};
use concern::{Concern, Verdict};
use ops::Ops;

pub use concern::About;
pub use touched::{RecordChange, Touched};

/// How many heads are read at once.
const HEADS: u32 = 200;
/// How many operations are worked off between two looks at the clock.
const BATCH: usize = 64;
/// How many records of a change are told with it.
const TOLD: usize = 5;

/// One change, as far as it was asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastChange {
    /// Its number in the journal.
    pub seq: u64,
    /// When, where and what for.
    pub head: Head,
    /// What it did to the record or the party that was asked for, and to what belongs to it.
    pub records: Vec<RecordChange>,
    /// How many more of these it touched: an import may bring thousands of orders.
    pub more: usize,
}

/// A part of a history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Past {
    /// The changes, newest first.
    pub changes: Vec<PastChange>,
    /// Where to go on for older ones; `None` when the beginning was reached.
    pub older: Option<u64>,
}

/// What a filter says to the head of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sieve {
    /// It passes.
    Pass,
    /// It does not.
    Drop,
    /// Neither it nor any older one does.
    End,
}

impl Workspace {
    /// The latest `limit` changes, or those before the number of a change. `sieve` looks at heads; once `is_stale`, nobody wants
    /// to know any more, and what was found so far comes back.
    ///
    /// # Errors
    /// [`CommitError::Storage`] when the journal cannot be reached, [`CommitError::Unreadable`] when it makes no sense.
    pub async fn past(
        self,
        about: About,
        before: Option<u64>,
        limit: usize,
        sieve: &dyn Fn(&Head) -> Sieve,
        is_stale: &dyn Fn() -> bool,
    ) -> Result<Past, CommitError> {
        let db = self.db()?;
        let concern = self.peek(|book| Concern::new(book, about));
        let (mut before, mut changes) = (before, Vec::new());
        let mut slice = Slice::new();
        loop {
            let heads = db.heads(before, HEADS).await?;
            let is_last = heads.len() < HEADS as usize;
            for found in heads {
                if changes.len() == limit || is_stale() {
                    return Ok(Past { changes, older: before });
                }
                let seq = found.seq;
                before = Some(seq);
                let head = journal::decode_head(&found.head).map_err(unreadable)?;
                match sieve(&head) {
                    Sieve::Pass => {}
                    Sieve::Drop => continue,
                    Sieve::End => return Ok(Past { changes, older: None }),
                }
                let (records, more) = match concern.judge(&head) {
                    Verdict::Unwanted => continue,
                    Verdict::Wanted => (Vec::new(), 0),
                    Verdict::Open if concern.tells_records() => {
                        let found = find(&concern, Ops::new(db.clone(), seq)).await?;
                        if found.0.is_empty() {
                            continue;
                        }
                        found
                    }
                    Verdict::Open if !has_any(&concern, Ops::new(db.clone(), seq)).await? => continue,
                    Verdict::Open => (Vec::new(), 0),
                };
                let is_first = concern.is_beginning(&head, &records);
                changes.push(PastChange { seq, head, records, more });
                if is_first {
                    return Ok(Past { changes, older: None });
                }
            }
            if is_last {
                return Ok(Past { changes, older: None });
            }
            slice.pause_if_used_up().await;
        }
    }

    /// Looks into a change, a few records at a time.
    ///
    /// # Errors
    /// [`CommitError::Storage`] when there is no store.
    pub fn look_into(self, seq: u64, about: About) -> Result<Inside, CommitError> {
        let concern = self.peek(|book| Concern::new(book, about));
        Ok(Inside { concern, ops: Ops::new(self.db()?, seq), ahead: None, is_begun: false })
    }
}

/// What is inside of a change, record by record.
pub struct Inside {
    concern: Concern,
    ops: Ops,
    /// The one after those that were handed out.
    ahead: Option<Op>,
    is_begun: bool,
}

impl Inside {
    /// The next few records, and whether there are more.
    ///
    /// # Errors
    /// [`CommitError::Storage`] when the journal cannot be reached, [`CommitError::Unreadable`] when it makes no sense.
    pub async fn next(&mut self, limit: usize) -> Result<(Vec<RecordChange>, bool), CommitError> {
        if !self.is_begun {
            self.is_begun = true;
            self.ahead = self.next_op().await?;
        }
        let mut records = Vec::new();
        while records.len() < limit {
            let Some(op) = self.ahead.take() else { break };
            records.push(RecordChange::of(op).map_err(unreadable)?);
            self.ahead = self.next_op().await?;
        }
        Ok((records, self.ahead.is_some()))
    }

    async fn next_op(&mut self) -> Result<Option<Op>, CommitError> {
        next_of(&self.concern, &mut self.ops, &mut Slice::new()).await
    }
}

/// The next operation on a record that is asked for.
async fn next_of(concern: &Concern, ops: &mut Ops, slice: &mut Slice) -> Result<Option<Op>, CommitError> {
    let mut read = 0_usize;
    while let Some(op) = ops.next().await? {
        if concern.concerns(&op) {
            return Ok(Some(op));
        }
        read += 1;
        if read.is_multiple_of(BATCH) {
            slice.pause_if_used_up().await;
        }
    }
    Ok(None)
}

async fn has_any(concern: &Concern, mut ops: Ops) -> Result<bool, CommitError> {
    Ok(next_of(concern, &mut ops, &mut Slice::new()).await?.is_some())
}

/// What a change did to the records that are asked for: the party first, and how many are not told.
async fn find(concern: &Concern, mut ops: Ops) -> Result<(Vec<RecordChange>, usize), CommitError> {
    let (mut slice, mut found, mut more) = (Slice::new(), Vec::new(), 0_usize);
    while let Some(op) = next_of(concern, &mut ops, &mut slice).await? {
        if concern.is_first(op.target().1) {
            found.insert(0, RecordChange::of(op).map_err(unreadable)?);
        } else if found.len() < TOLD {
            found.push(RecordChange::of(op).map_err(unreadable)?);
        } else {
            more += 1;
            if more.is_multiple_of(BATCH) {
                slice.pause_if_used_up().await;
            }
        }
    }
    Ok((found, more))
}

fn unreadable(error: minicbor::decode::Error) -> CommitError {
    CommitError::Unreadable(error.to_string())
}
