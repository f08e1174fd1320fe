//! The changes that touched a party or what belongs to it (orders, notes, connections), newest first, read from the journal when
//! somebody asks for them.
//!
//! Heads are small and read in hundreds; a body is read only where its head does not rule out that the record is in it, and
//! taken apart with pauses, since an import may be a hundred megabytes long.

use std::collections::HashSet;

use uuid::Uuid;

use crate::{
    domain::{
        book::{Book, with_type},
        change::{Head, Op, Turn, What},
        fields::{FieldChange, Fields},
        id::Id,
        party::Party,
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
/// How many records of a change are told one by one.
const TOLD: usize = 5;

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

/// What a change did to one record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RecordChange {
    /// What kind of record.
    pub kind: Kind,
    /// Which.
    pub id: Uuid,
    /// What it did.
    pub touched: Touched,
}

/// One change, as far as it concerns a party.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PartyChange {
    /// Its number in the journal.
    pub seq: u64,
    /// When, where and what for.
    pub head: Head,
    /// What it did to the party and to what belongs to it.
    pub records: Vec<RecordChange>,
    /// How many more records of the party it touched: an import may bring thousands of orders.
    pub more: usize,
}

/// A part of a party's history.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PartyHistory {
    /// The changes, newest first.
    pub changes: Vec<PartyChange>,
    /// Where to go on for older ones; `None` when the beginning was reached.
    pub older: Option<u64>,
}

impl Workspace {
    /// The latest `limit` changes of a party, or those before the number of a change.
    ///
    /// # Errors
    /// [`CommitError::Storage`] when the journal cannot be reached, [`CommitError::Unreadable`] when it makes no sense.
    pub async fn history_of(
        self,
        party: Id<Party>,
        before: Option<u64>,
        limit: usize,
    ) -> Result<PartyHistory, CommitError> {
        let db = self.db()?;
        let concerned = self.peek(|book| Concerned::of(book, party));
        let (mut before, mut changes) = (before, Vec::new());
        loop {
            let heads = db.heads(before, HEADS).await?;
            let is_last = heads.len() < HEADS as usize;
            for found in heads {
                if changes.len() == limit {
                    return Ok(PartyHistory { changes, older: before });
                }
                let seq = found.seq;
                before = Some(seq);
                let head = journal::decode_head(&found.head).map_err(unreadable)?;
                if !concerned.may_touch(&head) {
                    continue;
                }
                let Some(body) = db.body(seq).await? else { continue };
                let (records, more) = concerned.find(&body).await.map_err(unreadable)?;
                if records.is_empty() {
                    continue;
                }
                let is_first = is_beginning(&head, &records);
                changes.push(PartyChange { seq, head, records, more });
                if is_first {
                    return Ok(PartyHistory { changes, older: None });
                }
            }
            if is_last {
                return Ok(PartyHistory { changes, older: None });
            }
        }
    }
}

/// A party and what belongs to it now. What belonged to it once is known by its naming the party.
struct Concerned {
    party: Uuid,
    records: HashSet<Uuid>,
}

impl Concerned {
    fn of(book: &Book, party: Id<Party>) -> Self {
        let orders = book.orders_of(party).iter().filter_map(|slot| book.orders.at(*slot)).map(|row| row.id.uuid());
        let notes = book.notes_of(party).iter().filter_map(|slot| book.notes.at(*slot)).map(|row| row.id.uuid());
        let links = book.links_of(party).iter().filter_map(|slot| book.links.at(*slot)).map(|row| row.id.uuid());
        let own = std::iter::once(party.uuid());
        Self { party: party.uuid(), records: own.chain(orders).chain(notes).chain(links).collect() }
    }

    /// Whether a change may touch any of it: not when it edits another record and touches nothing else.
    fn may_touch(&self, head: &Head) -> bool {
        let counts = head.counts;
        let touches = u64::from(counts.created) + u64::from(counts.updated) + u64::from(counts.deleted);
        let is_others = |record: Uuid| !self.records.contains(&record);
        let edits_another = head.what == What::Edit || head.kind == Kind::Party;
        touches > 1 || !(edits_another && head.record.is_some_and(is_others))
    }

    fn concerns(&self, op: &Op) -> bool {
        let names_party = |record: &[u8]| record.windows(16).any(|bytes| bytes == self.party.as_bytes());
        let (_, id) = op.target();
        self.records.contains(&id)
            || match op {
                Op::Create { record, .. } | Op::Delete { record, .. } => names_party(record),
                Op::Update { .. } => false,
            }
    }

    /// Looks them up in the operations of a change, where each is named once: the party first, and how many are not told.
    async fn find(&self, body: &[u8]) -> Result<(Vec<RecordChange>, usize), minicbor::decode::Error> {
        let mut slice = Slice::new();
        let mut reader = journal::OpReader::new(body)?;
        let (mut read, mut found, mut more) = (0_usize, Vec::new(), 0);
        while let Some(op) = reader.next_op()? {
            if self.concerns(&op) {
                let (kind, id) = op.target();
                if id == self.party {
                    found.insert(0, RecordChange { kind, id, touched: touched(op)? });
                } else if found.len() < TOLD {
                    found.push(RecordChange { kind, id, touched: touched(op)? });
                } else {
                    more += 1;
                }
            }
            read += 1;
            if read.is_multiple_of(BATCH) {
                slice.pause_if_used_up().await;
            }
        }
        Ok((found, more))
    }
}

fn unreadable(error: minicbor::decode::Error) -> CommitError {
    CommitError::Unreadable(error.to_string())
}

/// Whether nothing can have happened to the party before: it was made with a new id, not brought back.
fn is_beginning(head: &Head, records: &[RecordChange]) -> bool {
    let is_made =
        records.iter().any(|record| record.kind == Kind::Party && matches!(record.touched, Touched::Created(_)));
    is_made && head.turn == Turn::Do && matches!(head.what, What::Create | What::Import)
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
        note::Note,
    };

    fn head(what: What, turn: Turn, record: Option<Uuid>, counts: Counts) -> Head {
        let stamp = Stamp { ms: 1, counter: 0, device: 1 };
        Head { stamp, what, turn, subject: String::new(), kind: Kind::Party, record, counts }
    }

    fn found(book: &Book, ops: &[Op], party: Id<Party>) -> Vec<RecordChange> {
        let body = journal::encode_ops(ops);
        Concerned::of(book, party).find(&body).now_or_never().unwrap().unwrap().0
    }

    #[test]
    fn a_change_of_another_record_alone_is_never_read() {
        let (own, other) = (Id::new(Uuid::from_u128(1)), Uuid::from_u128(2));
        let concerned = Concerned::of(&Book::default(), own);
        let one = Counts { updated: 1, ..Counts::default() };
        let many = Counts { updated: 2, ..Counts::default() };
        assert!(!concerned.may_touch(&head(What::Edit, Turn::Do, Some(other), one)));
        assert!(concerned.may_touch(&head(What::Delete, Turn::Do, Some(other), many)));
        assert!(concerned.may_touch(&head(What::Edit, Turn::Do, Some(own.uuid()), one)));
        assert!(concerned.may_touch(&head(What::Import, Turn::Do, None, one)));
        let order = Head { kind: Kind::Order, ..head(What::Delete, Turn::Do, Some(other), one) };
        assert!(concerned.may_touch(&order), "it may have been an order of the party");
    }

    #[test]
    fn what_a_change_did_to_a_party_is_told_field_by_field() {
        let (ada, bob) = (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)));
        let mut book = Book::default();
        let mut edit = Edit::of(&book);
        edit.create(bob, Party::customer("Bob"));
        edit.create(ada, Party::customer("Ada"));
        let made = edit.finish();
        let [RecordChange { touched: Touched::Created(fields), .. }] = &found(&book, &made, ada)[..] else {
            panic!("it was made")
        };
        assert!(fields.iter().all(|field| field.before.is_none()));
        assert!(fields.iter().any(|field| field.after.as_deref() == Some(&*minicbor::to_vec("Ada").unwrap())));
        made.iter().for_each(|op| book.apply(op, 1).unwrap());

        let mut edit = Edit::of(&book);
        edit.update(ada, |party: &mut Party| party.name = "Ada L.".into());
        let changed = edit.finish();
        let [RecordChange { touched: Touched::Changed(fields), .. }] = &found(&book, &changed, ada)[..] else {
            panic!("it was changed")
        };
        assert_eq!(fields.iter().map(|field| field.key).collect::<Vec<_>>(), [Key::field(1)]);
        assert_eq!(found(&book, &changed, bob), []);
        changed.iter().for_each(|op| book.apply(op, 2).unwrap());

        let mut edit = Edit::of(&book);
        edit.delete_party(ada);
        let deleted = edit.finish();
        assert_eq!(counts(&deleted).deleted, 1);
        let [RecordChange { touched: Touched::Deleted(fields), .. }] = &found(&book, &deleted, ada)[..] else {
            panic!("it was deleted")
        };
        assert!(fields.iter().all(|field| field.after.is_none()));
    }

    #[test]
    fn what_belongs_or_belonged_to_a_party_is_told_with_it() {
        let (ada, bob) = (Id::new(Uuid::from_u128(1)), Id::new(Uuid::from_u128(2)));
        let (hers, his) = (Id::new(Uuid::from_u128(3)), Id::new(Uuid::from_u128(4)));
        let note = |party| Note { party, at: 1, text: "tea".into(), pinned: false };
        let mut book = Book::default();
        let mut edit = Edit::of(&book);
        edit.create(ada, Party::customer("Ada"));
        edit.create(bob, Party::customer("Bob"));
        edit.create(hers, note(ada));
        edit.create(his, note(bob));
        let made = edit.finish();
        let ids = |records: Vec<RecordChange>| records.into_iter().map(|record| record.id).collect::<Vec<_>>();
        made.iter().for_each(|op| book.apply(op, 1).unwrap());
        assert_eq!(ids(found(&book, &made, ada)), [ada.uuid(), hers.uuid()]);

        let mut edit = Edit::of(&book);
        edit.delete(hers);
        let deleted = edit.finish();
        deleted.iter().for_each(|op| book.apply(op, 2).unwrap());
        assert_eq!(ids(found(&book, &deleted, ada)), [hers.uuid()], "it is not in the book any more");
        assert_eq!(ids(found(&book, &made, ada)), [ada.uuid(), hers.uuid()]);
        assert_eq!(found(&book, &deleted, bob), []);
    }

    #[test]
    fn a_party_that_was_brought_back_has_an_earlier_history() {
        let made = [RecordChange { kind: Kind::Party, id: Uuid::nil(), touched: Touched::Created(Vec::new()) }];
        let order = [RecordChange { kind: Kind::Order, ..made[0].clone() }];
        let one = Counts { created: 1, ..Counts::default() };
        let undo = Turn::Undo(Stamp { ms: 1, counter: 0, device: 1 });
        assert!(is_beginning(&head(What::Create, Turn::Do, None, one), &made));
        assert!(!is_beginning(&head(What::Create, Turn::Do, None, one), &order));
        assert!(!is_beginning(&head(What::Delete, undo, None, one), &made));
        assert!(!is_beginning(&head(What::Restore, Turn::Do, None, one), &made));
    }
}
