//! What belongs to a party has its party, whatever changes cross.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use kith::domain::{
    book::Book,
    change::{Op, inverse},
    contact::Channel,
    edit::{Conflict, Edit, rebase, revert},
    id::Id,
    interaction::Interaction,
    money::Currency,
    note::Note,
    order::{Line, Order},
    party::Party,
    product::Product,
    promise::Promise,
    record::{Kind, Record},
    survey::{Question, Survey},
    task::Task,
};
use uuid::Uuid;

fn id<T: Record>(number: u8) -> Id<T> {
    Id::new(Uuid::from_u128((u128::from(T::KIND.number()) << 8) | u128::from(number) | (1 << 100)))
}

fn order(party: u8) -> Order {
    Order::new(
        id(party),
        chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap(),
        Currency::EUR,
        vec![Line::of_amount(100)],
    )
}

fn ops(book: &Book, make: impl FnOnce(&mut Edit<'_>)) -> Vec<Op> {
    let mut edit = Edit::of(book);
    make(&mut edit);
    edit.finish()
}

fn apply(book: &mut Book, ops: &[Op]) {
    ops.iter().for_each(|op| book.apply(op, 1).unwrap());
}

/// Two parties; the first has an order.
fn book() -> Book {
    let mut book = Book::default();
    let made = ops(&book, |edit| {
        edit.create(id(1), Party::customer("Ada"));
        edit.create(id(2), Party::customer("Byte"));
        edit.create(id(1), order(1));
    });
    apply(&mut book, &made);
    book
}

#[test]
fn a_party_made_by_the_change_that_moved_an_order_to_it_goes_when_the_change_is_taken_back() {
    let mut book = book();
    let before = book.encoded(Kind::Order, id::<Order>(1).uuid());
    let done = ops(&book, |edit| {
        edit.create(id(3), Party::customer("Carol"));
        edit.update::<Order>(id(1), |order| order.party = id(3));
    });
    apply(&mut book, &done);
    let back = revert(&book, inverse(done));
    assert!(back.kept.is_empty());
    apply(&mut book, &back.ops);
    assert!(book.get::<Party>(id(3)).is_none());
    assert_eq!(book.encoded(Kind::Order, id::<Order>(1).uuid()), before);
}

#[test]
fn a_product_made_by_the_change_that_put_it_on_an_order_goes_when_the_change_is_taken_back() {
    let mut book = book();
    let done = ops(&book, |edit| {
        edit.create(id(1), Product { name: "Tea".into(), ..Product::default() });
        edit.update::<Order>(id(1), |order| order.lines[0].product = Some(id(1)));
    });
    apply(&mut book, &done);
    let back = revert(&book, inverse(done));
    assert!(back.kept.is_empty());
    apply(&mut book, &back.ops);
    assert!(book.products.is_empty());
}

#[test]
fn an_order_stays_where_it_is_when_its_former_party_is_gone() {
    let mut book = book();
    let done = ops(&book, |edit| edit.update::<Order>(id(1), |order| order.party = id(2)));
    apply(&mut book, &done);
    let deleted = ops(&book, |edit| edit.delete_party(id(1)));
    apply(&mut book, &deleted);
    let back = revert(&book, inverse(done));
    assert_eq!((back.ops, back.kept), (vec![], vec![(Kind::Order, id::<Order>(1).uuid())]));
}

#[test]
fn a_party_made_by_a_change_stays_when_its_order_cannot_go_back() {
    let mut book = book();
    let done = ops(&book, |edit| {
        edit.create(id(3), Party::customer("Carol"));
        edit.update::<Order>(id(1), |order| order.party = id(3));
    });
    apply(&mut book, &done);
    let deleted = ops(&book, |edit| edit.delete_party(id(1)));
    apply(&mut book, &deleted);
    let back = revert(&book, inverse(done));
    assert_eq!(back.ops, vec![]);
    assert_eq!(back.kept, [(Kind::Party, id::<Party>(3).uuid()), (Kind::Order, id::<Order>(1).uuid())]);
}

#[test]
fn a_party_to_which_something_was_added_meanwhile_is_not_deleted() {
    let mut book = book();
    let mine = ops(&book, |edit| edit.delete_party(id(1)));
    let note = Note { party: id(1), at: 1, text: "Call back".into(), pinned: false };
    let theirs = ops(&book, |edit| edit.create(id(1), note));
    apply(&mut book, &theirs);
    assert_eq!(rebase(&book, mine), Err(Conflict::Exists(Kind::Note, id::<Note>(1).uuid())));
}

#[test]
fn an_order_is_not_moved_to_a_party_that_was_deleted_meanwhile() {
    let mut book = book();
    let mine = ops(&book, |edit| edit.update::<Order>(id(1), |order| order.party = id(2)));
    let theirs = ops(&book, |edit| edit.delete_party(id(2)));
    apply(&mut book, &theirs);
    assert_eq!(rebase(&book, mine), Err(Conflict::Gone(Kind::Party, id::<Party>(2).uuid())));
}

#[test]
fn a_conversation_goes_with_its_party_and_stands_in_the_way_of_who_did_not_know_of_it() {
    let mut book = book();
    let mine = ops(&book, |edit| edit.delete_party(id(1)));
    let talk = Interaction::touch(id(1), 1, Channel::Phone);
    let theirs = ops(&book, |edit| edit.create(id(1), talk.clone()));
    apply(&mut book, &theirs);
    assert_eq!(rebase(&book, mine), Err(Conflict::Exists(Kind::Interaction, id::<Interaction>(1).uuid())));
    let deleted = ops(&book, |edit| edit.delete_party(id(1)));
    apply(&mut book, &deleted);
    assert!(book.interactions.is_empty() && book.belongings(id(1)).next().is_none());
    apply(&mut book, &inverse(deleted));
    assert_eq!(book.of::<Interaction>(id(1)).map(|row| &row.data).collect::<Vec<_>>(), [&talk]);
}

#[test]
fn tasks_and_promises_go_with_their_party_and_a_task_of_nobody_stays() {
    let mut book = book();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap();
    let made = ops(&book, |edit| {
        edit.create(id(1), Task { party: Some(id(1)), ..Task::new("Call") });
        edit.create(id(2), Task::new("Tidy up"));
        edit.create(id(1), Promise::new(id(1), "A sample", day, day));
    });
    apply(&mut book, &made);
    let deleted = ops(&book, |edit| edit.delete_party(id(1)));
    apply(&mut book, &deleted);
    assert_eq!((book.tasks.len(), book.promises.len()), (1, 0));
    apply(&mut book, &inverse(deleted));
    assert_eq!((book.of::<Task>(id(1)).count(), book.of::<Promise>(id(1)).count()), (1, 1));
    // A task given to nobody belongs to nobody, and goes with nobody.
    let freed = ops(&book, |edit| edit.update::<Task>(id(1), |task| task.party = None));
    apply(&mut book, &freed);
    assert_eq!(book.of::<Task>(id(1)).count(), 0);
}

fn answer(party: u8) -> Survey {
    let day = chrono::NaiveDate::from_ymd_opt(2026, 2, 1).unwrap();
    Survey { party: id(party), day, question: Question::Nps, answer: 9, channel: None, comment: "Fine".into() }
}

#[test]
fn what_a_party_answered_goes_with_it_and_comes_back_with_it() {
    let mut book = book();
    let asked = ops(&book, |edit| edit.create(id(1), answer(1)));
    apply(&mut book, &asked);
    let deleted = ops(&book, |edit| edit.delete_party(id(1)));
    apply(&mut book, &deleted);
    assert!(book.surveys.is_empty() && book.slots_of::<Survey>(id(1)).is_empty());
    apply(&mut book, &inverse(deleted));
    assert_eq!(book.get::<Survey>(id(1)).map(|row| &row.data), Some(&answer(1)));
    assert_eq!(book.slots_of::<Survey>(id(1)).len(), 1);
}

#[test]
fn a_party_that_answered_meanwhile_is_not_deleted() {
    let mut book = book();
    let mine = ops(&book, |edit| edit.delete_party(id(1)));
    let theirs = ops(&book, |edit| edit.create(id(1), answer(1)));
    apply(&mut book, &theirs);
    assert_eq!(rebase(&book, mine), Err(Conflict::Exists(Kind::Survey, id::<Survey>(1).uuid())));
}

#[test]
fn an_answer_moved_to_another_party_belongs_to_that_one() {
    let mut book = book();
    let asked = ops(&book, |edit| edit.create(id(1), answer(1)));
    apply(&mut book, &asked);
    let moved = ops(&book, |edit| edit.update::<Survey>(id(1), |survey| survey.party = id(2)));
    apply(&mut book, &moved);
    assert_eq!((book.slots_of::<Survey>(id(1)).len(), book.slots_of::<Survey>(id(2)).len()), (0, 1));
}
