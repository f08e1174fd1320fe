//! Whole changes through a store in memory.

use std::rc::Rc;

use futures_util::FutureExt;
use uuid::Uuid;

use super::*;
use crate::{
    domain::{
        book::Book,
        change::{Counts, Stamp, Turn, What, counts},
        edit::Edit,
        fields::Key,
        id::Id,
        note::Note,
        party::Party,
        record::Kind,
    },
    storage::{Db, Entry},
};

fn head(what: What, turn: Turn, record: Option<Uuid>, counts: Counts) -> Head {
    let stamp = Stamp { ms: 1, counter: 0, device: 1 };
    Head { stamp, what, turn, subject: String::new(), kind: Kind::Party, record, counts }
}

fn found(book: &Book, ops: &[Op], party: Id<Party>) -> Vec<RecordChange> {
    let db = Db::memory();
    let found = async {
        db.load().await.unwrap();
        db.append(0, &Entry { head: Vec::new(), body: journal::encode_ops(ops) }).await.unwrap();
        find(&Concern::new(book, About::Party(party)), Ops::new(Rc::new(db), 1)).await.unwrap().0
    };
    found.now_or_never().unwrap()
}

#[test]
fn a_change_of_another_record_alone_is_never_read() {
    let (own, other) = (Id::new(Uuid::from_u128(1)), Uuid::from_u128(2));
    let concerned = Concern::new(&Book::default(), About::Party(own));
    let one = Counts { updated: 1, ..Counts::default() };
    let many = Counts { updated: 2, ..Counts::default() };
    assert_eq!(concerned.judge(&head(What::Edit, Turn::Do, Some(other), one)), Verdict::Unwanted);
    assert_eq!(concerned.judge(&head(What::Delete, Turn::Do, Some(other), many)), Verdict::Open);
    assert_eq!(concerned.judge(&head(What::Edit, Turn::Do, Some(own.uuid()), one)), Verdict::Open);
    assert_eq!(concerned.judge(&head(What::Import, Turn::Do, None, one)), Verdict::Open);
    let order = Head { kind: Kind::Order, ..head(What::Delete, Turn::Do, Some(other), one) };
    assert_eq!(concerned.judge(&order), Verdict::Open, "it may have been an order of the party");
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
    let concern = Concern::new(&Book::default(), About::Party(Id::new(Uuid::nil())));
    let own = RecordChange { kind: Kind::Party, id: Uuid::nil(), title: None, touched: Touched::Created(Vec::new()) };
    let other = RecordChange { id: Uuid::max(), ..own.clone() };
    let one = Counts { created: 1, ..Counts::default() };
    let undo = Turn::Undo(Stamp { ms: 1, counter: 0, device: 1 });
    let is_beginning = |head: &Head, record: &RecordChange| concern.is_beginning(head, std::slice::from_ref(record));
    assert!(is_beginning(&head(What::Create, Turn::Do, None, one), &own));
    assert!(!is_beginning(&head(What::Create, Turn::Do, None, one), &other));
    assert!(!is_beginning(&head(What::Delete, undo, None, one), &own));
    assert!(!is_beginning(&head(What::Restore, Turn::Do, None, one), &own));
}

#[test]
fn a_kind_is_told_by_the_head_of_a_single_change_and_looked_for_in_the_others() {
    let concern = Concern::new(&Book::default(), About::Kind(Kind::Order));
    let one = Counts { updated: 1, ..Counts::default() };
    let edit = head(What::Edit, Turn::Do, None, one);
    assert_eq!(concern.judge(&edit), Verdict::Unwanted);
    assert_eq!(concern.judge(&Head { kind: Kind::Order, ..edit }), Verdict::Wanted);
    assert_eq!(concern.judge(&head(What::Import, Turn::Do, None, one)), Verdict::Open);
}

#[test]
fn a_long_change_is_looked_into_a_few_records_at_a_time() {
    let book = Book::default();
    let mut edit = Edit::of(&book);
    let ids: Vec<Id<Party>> = (1..=7).map(|number| Id::new(Uuid::from_u128(number))).collect();
    ids.iter().for_each(|id| edit.create(*id, Party::customer("Ada")));
    let made = edit.finish();
    let db = Db::memory();
    let read = async {
        db.load().await.unwrap();
        db.append(0, &Entry { head: Vec::new(), body: journal::encode_ops(&made) }).await.unwrap();
        let concern = Concern::new(&Book::default(), About::Everything);
        let mut inside = Inside { concern, ops: Ops::new(Rc::new(db), 1), ahead: None, is_begun: false };
        let mut pages = Vec::new();
        loop {
            let (records, more) = inside.next(3).await.unwrap();
            pages.push(records.iter().map(|record| record.id).collect::<Vec<_>>());
            if !more {
                return pages;
            }
        }
    };
    let pages = read.now_or_never().unwrap();
    assert_eq!(pages.iter().map(Vec::len).collect::<Vec<_>>(), [3, 3, 1]);
    assert_eq!(pages.concat(), ids.iter().map(|id| id.uuid()).collect::<Vec<_>>());
}
