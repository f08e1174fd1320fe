//! The changes that touched one record, newest first, read from the journal when somebody asks for them.
//!
//! Heads are small and read in hundreds; a body is read only where its head does not rule out that the record is in it, and
//! taken apart with pauses, since an import may be a hundred megabytes long.

use uuid::Uuid;

use crate::{
    domain::{
        book::with_type,
        change::{Head, Op, Turn, What},
        fields::{FieldChange, Fields},
        record::{Kind, Record},
    },
    interchange::journal,
    platform::pause::Slice,
};

use super::{commit::CommitError, workspace::Workspace};

/// How many heads are read at once.
const HEADS: u32 = 200;
/// How many operations are worked off between two looks at the clock.
const BATCH: usize = 64;

/// What a change did to one record, field by field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Touched {
    /// It came into being; every field has only a value after.
    Created(Vec<FieldChange>),
    /// Some of its fields changed.
    Changed(Vec<FieldChange>),
    /// It went; every field has only a value before.
    Deleted(Vec<FieldChange>),
}

/// One change of one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChange {
    /// Its number in the journal.
    pub seq: u64,
    /// When, where and what for.
    pub head: Head,
    /// What it did to the record.
    pub touched: Touched,
}

/// A part of a record's history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RecordHistory {
    /// The changes, newest first.
    pub changes: Vec<RecordChange>,
    /// Where to go on for older ones; `None` when the beginning was reached.
    pub older: Option<u64>,
}

impl Workspace {
    /// The latest `limit` changes of a record, or those before the number of a change.
    ///
    /// # Errors
    /// [`CommitError::Storage`] when the journal cannot be reached, [`CommitError::Unreadable`] when it makes no sense.
    pub async fn history_of(
        self,
        kind: Kind,
        id: Uuid,
        before: Option<u64>,
        limit: usize,
    ) -> Result<RecordHistory, CommitError> {
        let db = self.db()?;
        let (mut before, mut changes) = (before, Vec::new());
        loop {
            let heads = db.heads(before, HEADS).await?;
            let is_last = heads.len() < HEADS as usize;
            for found in heads {
                if changes.len() == limit {
                    return Ok(RecordHistory { changes, older: before });
                }
                let seq = found.seq;
                before = Some(seq);
                let head = journal::decode_head(&found.head).map_err(unreadable)?;
                if !may_touch(&head, id) {
                    continue;
                }
                let Some(body) = db.body(seq).await? else { continue };
                let Some(touched) = find(&body, kind, id).await.map_err(unreadable)? else { continue };
                let is_first = is_beginning(&head, &touched);
                changes.push(RecordChange { seq, head, touched });
                if is_first {
                    return Ok(RecordHistory { changes, older: None });
                }
            }
            if is_last {
                return Ok(RecordHistory { changes, older: None });
            }
        }
    }
}

fn unreadable(error: minicbor::decode::Error) -> CommitError {
    CommitError::Unreadable(error.to_string())
}

/// Whether a change may name the record: not when it is about another one and touches nothing else.
fn may_touch(head: &Head, id: Uuid) -> bool {
    let counts = head.counts;
    let touches = u64::from(counts.created) + u64::from(counts.updated) + u64::from(counts.deleted);
    head.record.is_none_or(|record| record == id) || touches > 1
}

/// Whether nothing can have happened to the record before: it was made with a new id, not brought back.
fn is_beginning(head: &Head, touched: &Touched) -> bool {
    matches!(touched, Touched::Created(_)) && head.turn == Turn::Do && matches!(head.what, What::Create | What::Import)
}

/// Looks a record up in the operations of a change, where each is named once.
async fn find(body: &[u8], kind: Kind, id: Uuid) -> Result<Option<Touched>, minicbor::decode::Error> {
    let mut slice = Slice::new();
    let mut reader = journal::OpReader::new(body)?;
    let mut read = 0_usize;
    while let Some(op) = reader.next_op()? {
        if op.target() == (kind, id) {
            return touched(op).map(Some);
        }
        read += 1;
        if read.is_multiple_of(BATCH) {
            slice.pause_if_used_up().await;
        }
    }
    Ok(None)
}

fn touched(op: Op) -> Result<Touched, minicbor::decode::Error> {
    let empty = Fields::default();
    Ok(match op {
        Op::Update { fields, .. } => Touched::Changed(fields),
        Op::Create { kind, record, .. } => Touched::Created(empty.diff(&split(kind, &record)?)),
        Op::Delete { kind, record, .. } => Touched::Deleted(split(kind, &record)?.diff(&empty)),
    })
}

fn split(kind: Kind, record: &[u8]) -> Result<Fields, minicbor::decode::Error> {
    with_type!(kind, T => Fields::split(record, T::CUSTOM))
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;
    use crate::domain::{
        book::Book,
        change::{Counts, Stamp, counts},
        edit::Edit,
        fields::Key,
        id::Id,
        party::Party,
    };

    fn head(what: What, turn: Turn, record: Option<Uuid>, counts: Counts) -> Head {
        let stamp = Stamp { ms: 1, counter: 0, device: 1 };
        Head { stamp, what, turn, subject: String::new(), kind: Kind::Party, record, counts }
    }

    fn found(ops: &[Op], id: Id<Party>) -> Option<Touched> {
        let body = journal::encode_ops(ops);
        find(&body, Kind::Party, id.uuid()).now_or_never().unwrap().unwrap()
    }

    #[test]
    fn a_change_of_another_record_alone_is_never_read() {
        let (own, other) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let one = Counts { updated: 1, ..Counts::default() };
        let many = Counts { updated: 2, ..Counts::default() };
        assert!(!may_touch(&head(What::Edit, Turn::Do, Some(other), one), own));
        assert!(may_touch(&head(What::Delete, Turn::Do, Some(other), many), own));
        assert!(may_touch(&head(What::Edit, Turn::Do, Some(own), one), own));
        assert!(may_touch(&head(What::Import, Turn::Do, None, one), own));
    }

    #[test]
    fn what_a_change_did_to_a_record_is_told_field_by_field() {
        let (ada, bob) = (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)));
        let mut book = Book::default();
        let mut edit = Edit::of(&book);
        edit.create(bob, Party::customer("Bob"));
        edit.create(ada, Party::customer("Ada"));
        let made = edit.finish();
        let Some(Touched::Created(fields)) = found(&made, ada) else { panic!("it was made") };
        assert!(fields.iter().all(|field| field.before.is_none()));
        assert!(fields.iter().any(|field| field.after.as_deref() == Some(&*minicbor::to_vec("Ada").unwrap())));
        made.iter().for_each(|op| book.apply(op, 1).unwrap());

        let mut edit = Edit::of(&book);
        edit.update(ada, |party: &mut Party| party.name = "Ada L.".into());
        let changed = edit.finish();
        let Some(Touched::Changed(fields)) = found(&changed, ada) else { panic!("it was changed") };
        assert_eq!(fields.iter().map(|field| field.key).collect::<Vec<_>>(), [Key::field(1)]);
        assert_eq!(found(&changed, bob), None);
        changed.iter().for_each(|op| book.apply(op, 2).unwrap());

        let mut edit = Edit::of(&book);
        edit.delete_party(ada);
        let deleted = edit.finish();
        assert_eq!(counts(&deleted).deleted, 1);
        let Some(Touched::Deleted(fields)) = found(&deleted, ada) else { panic!("it was deleted") };
        assert!(fields.iter().all(|field| field.after.is_none()));
    }

    #[test]
    fn a_record_that_was_brought_back_has_an_earlier_history() {
        let made = Touched::Created(Vec::new());
        let one = Counts { created: 1, ..Counts::default() };
        let undo = Turn::Undo(Stamp { ms: 1, counter: 0, device: 1 });
        assert!(is_beginning(&head(What::Create, Turn::Do, None, one), &made));
        assert!(!is_beginning(&head(What::Delete, undo, None, one), &made));
        assert!(!is_beginning(&head(What::Restore, Turn::Do, None, one), &made));
    }
}
