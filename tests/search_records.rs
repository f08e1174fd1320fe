//! Every record is found by what stands in it, and a page tells what changed.

#![cfg(feature = "web")]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use chrono::NaiveDate;
use kith::{
    analysis::search::{Engine, Query},
    domain::{
        book::Book,
        contact::{Address, Channel, Contact, Use},
        deal::Deal,
        edit::Edit,
        id::Id,
        interaction::Interaction,
        money::Currency,
        note::Note,
        order::{Line, Order},
        party::Party,
        pipeline::Pipeline,
        product::Product,
        promise::Promise,
        record::{Kind, Record},
        survey::{Question, Survey},
        table::PAGE,
        task::{Item, Task},
    },
    state::{Search, page_texts},
};
use uuid::Uuid;

fn id<T: Record>(number: u16) -> Id<T> {
    Id::new(Uuid::from_u128((u128::from(T::KIND.number()) << 16) | u128::from(number) | (1 << 100)))
}

fn contact(value: &str) -> Contact {
    Contact { used_for: Use::Work, value: value.to_owned() }
}

fn ada() -> Party {
    Party {
        reference: "K-1815".to_owned(),
        position: "Analyst".to_owned(),
        emails: vec![contact("ada@engine.example")],
        phones: vec![contact("+44 (0)20-7946")],
        websites: vec![contact("https://countess.example")],
        tags: vec!["重點客戶".to_owned()],
        addresses: vec![Address { city: "München".to_owned(), ..Address::default() }],
        about: "Likes poetical science.".to_owned(),
        ..Party::customer("Ada Lovelace")
    }
}

fn book() -> Book {
    let mut book = Book::default();
    let mut edit = Edit::of(&book);
    edit.create(id(1), Party::customer("Bob"));
    edit.create(id(2), ada());
    edit.create(id(1), Product { name: "Loom".to_owned(), code: "L-7".to_owned(), ..Product::default() });
    edit.create(id(1), Note { party: id(2), at: 0, text: "Asked about punched cards".to_owned(), pinned: false });
    let day = NaiveDate::from_ymd_opt(2026, 3, 6).unwrap();
    let comment = "A marvel, truly".to_owned();
    edit.create(id(1), Survey { party: id(2), day, question: Question::Nps, answer: 10, channel: None, comment });
    let summary = "Wants to see the mill".to_owned();
    edit.create(id(1), Interaction { summary, ..Interaction::touch(id(2), 0, Channel::Phone) });
    let checklist = vec![Item { text: "Gears".to_owned(), ticked: false }];
    edit.create(id(1), Task { checklist, body: "Brass only".to_owned(), ..Task::new("Order parts") });
    edit.create(id(1), Promise::new(id(2), "Show the plans", day, day));
    let deal = Deal::new(id(2), &Pipeline::usual(), Currency::EUR, day);
    let competitors = vec!["Globex".to_owned()];
    edit.create(id(1), Deal { title: "A lathe".to_owned(), reason: "Price".to_owned(), competitors, ..deal });
    let line = Line { text: "A thousand cards".into(), ..Line::of_amount(100) };
    edit.create(
        id(1),
        Order {
            number: "R-42".into(),
            note: "by hand".into(),
            ..Order::new(id(2), NaiveDate::from_ymd_opt(2026, 3, 5).unwrap(), Currency::EUR, vec![line])
        },
    );
    let change = edit.finish();
    apply(&mut book, &change);
    book
}

fn apply(book: &mut Book, ops: &[kith::domain::change::Op]) {
    ops.iter().for_each(|op| book.apply(op, 1).unwrap());
}

fn engine(book: &Book) -> Engine {
    let mut engine = Engine::new(PAGE);
    for kind in Search::KINDS {
        engine.put(kind.number(), 0, &page_texts(book, kind, 0));
    }
    engine
}

fn find(engine: &mut Engine, kind: Kind, typed: &str) -> Vec<u32> {
    engine.find(kind.number(), &Query::parse(typed))
}

#[test]
fn a_party_is_found_by_each_of_its_texts() {
    let mut engine = engine(&book());
    for typed in [
        "lovelace",
        "K-1815",
        "analyst",
        "ada@engine",
        "02079",
        "0)20-79",
        "countess",
        "重点",
        "zdkh",
        "munchen",
        "poetical",
        "ada poetical 重点 -bob",
    ] {
        assert_eq!(find(&mut engine, Kind::Party, typed), [1], "{typed}");
    }
    assert_eq!(find(&mut engine, Kind::Party, "-ada"), [0]);
}

#[test]
fn other_records_are_found_too() {
    let mut engine = engine(&book());
    for (kind, words) in [
        (Kind::Product, &["loom", "l-7"][..]),
        (Kind::Note, &["punched"]),
        (Kind::Survey, &["marvel"]),
        (Kind::Interaction, &["mill"]),
        (Kind::Task, &["order parts", "gears", "brass"]),
        (Kind::Promise, &["plans"]),
        (Kind::Deal, &["a lathe", "price", "globex"]),
        (Kind::Order, &["r-42", "thousand", "2026-03", "by hand"]),
    ] {
        for typed in words {
            assert_eq!(find(&mut engine, kind, typed), [0], "{typed}");
            let others = Search::KINDS.into_iter().filter(|other| *other != kind);
            others.for_each(|other| assert!(find(&mut engine, other, typed).is_empty(), "{typed} in {other:?}"));
        }
    }
}

#[test]
fn what_is_deleted_is_not_found() {
    let mut book = book();
    let mut edit = Edit::of(&book);
    edit.delete::<Note>(id(1));
    let ops = edit.finish();
    apply(&mut book, &ops);
    let mut engine = engine(&book);
    assert!(find(&mut engine, Kind::Note, "punched").is_empty());
    assert!(find(&mut engine, Kind::Note, "-x").is_empty());
}
