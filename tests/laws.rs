//! The laws on which everything rests: a change is a value, and it has an inverse.

#![allow(clippy::unwrap_used, reason = "a test that cannot set its scene has failed")]

use chrono::NaiveDate;
use kith::{
    domain::{
        book::Book,
        change::{Op, inverse},
        deal::Deal,
        edit::{Edit, rebase, revert},
        id::Id,
        link::{Link, Tie},
        money::Currency,
        note::Note,
        order::{Line, Order},
        party::Party,
        pipeline::Pipeline,
        product::Product,
        promise::Promise,
        record::Kind,
        revert::Reverter,
        settings::Settings,
        survey::{Question, Survey},
        task::Task,
    },
    interchange::{journal, pages},
};
use proptest::prelude::*;
use uuid::Uuid;

/// One thing that a user does; parties are named by a small number so that the steps meet.
#[derive(Debug, Clone)]
enum Step {
    Add(u8, String),
    Rename(u8, String),
    Tag(u8, Vec<String>),
    Order(u8, u8, i64),
    Refund(u8, i64),
    Note(u8, u8, String),
    Survey(u8, u8, u8),
    Task(Option<u8>, u8, String),
    Promise(u8, u8, String),
    Deal(u8, u8, String),
    Tie(u8, u8),
    Product(u8, String),
    Cut(u32),
    Delete(u8),
}

fn step() -> impl Strategy<Value = Step> {
    let who = 0..6_u8;
    prop_oneof![
        (who.clone(), ".{1,12}").prop_map(|(a, b)| Step::Add(a, b)),
        (who.clone(), ".{1,12}").prop_map(|(a, b)| Step::Rename(a, b)),
        (who.clone(), prop::collection::vec("[a-z]{1,4}", 0..3)).prop_map(|(a, b)| Step::Tag(a, b)),
        (who.clone(), any::<u8>(), any::<i32>()).prop_map(|(a, b, c)| Step::Order(a, b, c.into())),
        (any::<u8>(), any::<i32>()).prop_map(|(a, b)| Step::Refund(a, b.into())),
        (who.clone(), any::<u8>(), ".{1,12}").prop_map(|(a, b, c)| Step::Note(a, b, c)),
        (who.clone(), any::<u8>(), 0..=10_u8).prop_map(|(a, b, c)| Step::Survey(a, b, c)),
        (prop::option::of(who.clone()), any::<u8>(), ".{1,12}").prop_map(|(a, b, c)| Step::Task(a, b, c)),
        (who.clone(), any::<u8>(), ".{1,12}").prop_map(|(a, b, c)| Step::Promise(a, b, c)),
        (who.clone(), any::<u8>(), ".{1,12}").prop_map(|(a, b, c)| Step::Deal(a, b, c)),
        (who.clone(), who.clone()).prop_map(|(a, b)| Step::Tie(a, b)),
        (any::<u8>(), ".{1,12}").prop_map(|(a, b)| Step::Product(a, b)),
        (1..9_000_u32).prop_map(Step::Cut),
        who.prop_map(Step::Delete),
    ]
}

fn id<T>(kind: u8, number: u8) -> Id<T> {
    Id::new(Uuid::from_u128((u128::from(kind) << 8) | u128::from(number) | (1 << 100)))
}

fn ops(book: &Book, step: &Step) -> Vec<Op> {
    let mut edit = Edit::of(book);
    let there = |who: &u8| book.get::<Party>(id(1, *who)).is_some();
    let possible = match step {
        Step::Order(who, ..) | Step::Note(who, ..) | Step::Survey(who, ..) => there(who),
        Step::Promise(who, ..) | Step::Deal(who, ..) => there(who),
        Step::Task(who, ..) => who.as_ref().is_none_or(there),
        Step::Tie(from, to) => there(from) && there(to),
        _ => true,
    };
    if !possible {
        return Vec::new();
    }
    match step.clone() {
        Step::Add(who, name) => edit.set(id(1, who), Party::customer(name)),
        Step::Rename(who, name) => edit.update::<Party>(id(1, who), |party| party.name = name),
        Step::Tag(who, tags) => edit.update::<Party>(id(1, who), |party| party.tags = tags),
        Step::Order(who, number, amount) => edit.set(
            id(4, number),
            Order::new(
                id(1, who),
                NaiveDate::from_ymd_opt(2024, 1, 1 + u32::from(number % 28)).unwrap(),
                Currency::EUR,
                vec![Line::of_amount(amount)],
            ),
        ),
        Step::Refund(number, amount) => {
            edit.update::<Order>(id(4, number), |order| order.lines.push(Line::of_amount(-amount)));
        }
        Step::Note(who, number, text) => {
            edit.set(id(5, number), Note { party: id(1, who), at: 1, text, pinned: false })
        }
        Step::Survey(who, number, answer) => edit.set(
            id(9, number),
            Survey {
                party: id(1, who),
                day: NaiveDate::from_ymd_opt(2024, 1, 1).unwrap(),
                question: Question::Nps,
                answer,
                channel: None,
                comment: String::new(),
            },
        ),
        Step::Task(who, number, title) => {
            edit.set(id(11, number), Task { party: who.map(|who| id(1, who)), ..Task::new(title) });
        }
        Step::Deal(who, number, title) => {
            let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
            let deal = Deal::new(id(1, who), &Pipeline::usual(), Currency::EUR, day);
            edit.set(id(13, number), Deal { title, ..deal });
        }
        Step::Promise(who, number, what) => {
            let day = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap();
            edit.set(id(12, number), Promise::new(id(1, who), what, day, day));
        }
        Step::Tie(from, to) => edit.set(
            id(2, from),
            Link { from: id(1, from), tie: Tie::WorksAt, to: id(1, to), role: String::new(), active: true },
        ),
        Step::Product(number, name) => edit.set(id(3, number), Product { name, ..Product::default() }),
        Step::Cut(cut) => edit.set(Settings::ID, Settings { cut_a: cut, ..book.settings() }),
        Step::Delete(who) => edit.delete_party(id(1, who)),
    }
    edit.finish()
}

fn apply(book: &mut Book, ops: &[Op], seq: u64) {
    for op in ops {
        book.apply(op, seq).unwrap();
    }
}

/// Everything that can be asked of a book, whatever slots its records have.
fn contents(book: &Book) -> Vec<(Kind, Uuid, Vec<u8>)> {
    let mut all = Vec::new();
    all.extend(book.parties.iter().map(|(_, row)| (Kind::Party, row.id.uuid(), row.encode().into())));
    all.extend(book.links.iter().map(|(_, row)| (Kind::Link, row.id.uuid(), row.encode().into())));
    all.extend(book.products.iter().map(|(_, row)| (Kind::Product, row.id.uuid(), row.encode().into())));
    all.extend(book.orders.iter().map(|(_, row)| (Kind::Order, row.id.uuid(), row.encode().into())));
    all.extend(book.notes.iter().map(|(_, row)| (Kind::Note, row.id.uuid(), row.encode().into())));
    all.extend(book.views.iter().map(|(_, row)| (Kind::View, row.id.uuid(), row.encode().into())));
    all.extend(book.surveys.iter().map(|(_, row)| (Kind::Survey, row.id.uuid(), row.encode().into())));
    all.extend(book.tasks.iter().map(|(_, row)| (Kind::Task, row.id.uuid(), row.encode().into())));
    all.extend(book.deals.iter().map(|(_, row)| (Kind::Deal, row.id.uuid(), row.encode().into())));
    all.extend(book.promises.iter().map(|(_, row)| (Kind::Promise, row.id.uuid(), row.encode().into())));
    all.extend(book.settings.iter().map(|(_, row)| (Kind::Settings, row.id.uuid(), row.encode().into())));
    for (_, row) in book.parties.iter() {
        let mut owned: Vec<Uuid> = book.belongings(row.id).map(|(_, id)| id).collect();
        owned.sort();
        all.extend(owned.iter().map(|record| (Kind::Party, row.id.uuid(), record.as_bytes().to_vec())));
    }
    all.sort();
    all
}

fn book_of(steps: &[Step]) -> Book {
    let mut book = Book::default();
    for (seq, step) in steps.iter().enumerate() {
        let ops = ops(&book, step);
        apply(&mut book, &ops, seq as u64 + 1);
    }
    book
}

proptest! {
    #[test]
    fn undoing_any_change_restores_the_book(steps in prop::collection::vec(step(), 0..30), last in step()) {
        let mut book = book_of(&steps);
        let before = contents(&book);
        let done = ops(&book, &last);
        apply(&mut book, &done, 100);
        let after = contents(&book);
        let undo = revert(&book, inverse(done));
        prop_assert!(undo.kept.is_empty());
        apply(&mut book, &undo.ops, 101);
        prop_assert_eq!(contents(&book), before);
        let redo = revert(&book, inverse(undo.ops));
        prop_assert!(redo.kept.is_empty());
        apply(&mut book, &redo.ops, 102);
        prop_assert_eq!(contents(&book), after);
    }

    #[test]
    fn undoing_every_change_in_turn_leads_back_to_nothing(steps in prop::collection::vec(step(), 0..30)) {
        let mut book = Book::default();
        let mut done = Vec::new();
        for (seq, step) in steps.iter().enumerate() {
            let ops = ops(&book, step);
            apply(&mut book, &ops, seq as u64 + 1);
            done.push(ops);
        }
        for ops in done.into_iter().rev() {
            let undo = revert(&book, inverse(ops));
            prop_assert!(undo.kept.is_empty());
            apply(&mut book, &undo.ops, 99);
        }
        prop_assert!(contents(&book).is_empty());
    }

    #[test]
    fn a_change_written_to_the_journal_reads_back_the_same(steps in prop::collection::vec(step(), 0..10), last in step()) {
        let book = book_of(&steps);
        let done = ops(&book, &last);
        prop_assert_eq!(journal::decode_ops(&journal::encode_ops(&done)).unwrap(), done);
    }

    #[test]
    fn a_book_written_as_pages_reads_back_the_same_slot_for_slot(steps in prop::collection::vec(step(), 0..40)) {
        let book = book_of(&steps);
        let mut read = Book::default();
        // Orders before parties: no order of loading is the right one.
        for kind in Kind::ALL.into_iter().rev() {
            let mut number = 0;
            while let Some(bytes) = pages::encode(&book, kind, number) {
                pages::decode(&mut read, kind, number, &bytes).unwrap();
                number += 1;
            }
        }
        prop_assert_eq!(contents(&read), contents(&book));
        for (slot, row) in book.orders.iter() {
            prop_assert_eq!(read.orders.slot(row.id), Some(slot));
        }
        prop_assert_eq!(read.orders.slots(), book.orders.slots());
    }

    #[test]
    fn edits_of_different_fields_made_side_by_side_both_survive(name in ".{1,9}", tag in "[a-z]{1,5}") {
        let mut book = book_of(&[Step::Add(1, "Ada".into())]);
        let mine = ops(&book, &Step::Rename(1, name.clone()));
        let theirs = ops(&book, &Step::Tag(1, vec![tag.clone()]));
        apply(&mut book, &theirs, 2);
        let mine = rebase(&book, mine).unwrap();
        apply(&mut book, &mine, 3);
        let party = &book.get::<Party>(id(1, 1)).unwrap().data;
        prop_assert_eq!((&party.name, &party.tags), (&name, &vec![tag]));
    }

    #[test]
    fn taking_an_earlier_change_back_leaves_what_was_done_since(steps in prop::collection::vec(step(), 1..20), at in any::<prop::sample::Index>()) {
        let mut book = Book::default();
        let mut done = Vec::new();
        for (seq, step) in steps.iter().enumerate() {
            let ops = ops(&book, step);
            apply(&mut book, &ops, seq as u64 + 1);
            done.push(ops);
        }
        let mut slowly = Reverter::new(inverse(done[at.index(done.len())].clone()));
        while slowly.step(&book, 1) {}
        let taken = revert(&book, inverse(done[at.index(done.len())].clone()));
        prop_assert_eq!(&slowly.finish(), &taken);
        apply(&mut book, &taken.ops, 99);
        // Nothing hangs in the air: what belongs to a party has its party.
        for (_, row) in book.orders.iter() {
            prop_assert!(book.get(row.data.party).is_some());
        }
        for (_, row) in book.surveys.iter() {
            prop_assert!(book.get(row.data.party).is_some());
        }
        for (_, row) in book.links.iter() {
            prop_assert!(book.get(row.data.from).is_some() && book.get(row.data.to).is_some());
        }
    }

    #[test]
    fn no_bytes_make_a_page_or_a_change_panic(bytes: Vec<u8>) {
        for kind in Kind::ALL {
            let _ = pages::decode(&mut Book::default(), kind, 0, &bytes);
        }
        let _ = journal::decode_ops(&bytes);
        let _ = journal::decode_head(&bytes);
    }
}

#[test]
fn a_field_of_a_later_version_is_kept() {
    // A party of a later version: field 900 is not known here.
    let mut bytes = minicbor::to_vec(Party::customer("Ada")).unwrap();
    let mut d = minicbor::Decoder::new(&bytes);
    let count = d.map().unwrap().unwrap();
    let rest = bytes.split_off(d.position());
    let mut e = minicbor::Encoder::new(Vec::new());
    e.map(count + 1).unwrap();
    e.writer_mut().extend_from_slice(&rest);
    e.u32(900).unwrap().str("later").unwrap();
    let record: Box<[u8]> = e.into_writer().into();

    let mut book = Book::default();
    let party: Id<Party> = id(1, 1);
    book.apply(&Op::Create { kind: Kind::Party, id: party.uuid(), record: record.clone() }, 1).unwrap();
    let rename = ops(&book, &Step::Rename(1, "Grace".into()));
    apply(&mut book, &rename, 2);
    let back = inverse(rename);
    apply(&mut book, &back, 3);
    assert_eq!(book.encoded(Kind::Party, party.uuid()), Some(record));
    let page = pages::encode(&book, Kind::Party, 0).unwrap();
    let mut read = Book::default();
    pages::decode(&mut read, Kind::Party, 0, &page).unwrap();
    assert_eq!(contents(&read), contents(&book));
}
