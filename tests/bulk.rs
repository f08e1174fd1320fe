//! The same done to many records is one change, worked out in pieces, and can be taken back.

#![allow(clippy::unwrap_used, reason = "a test that cannot set its scene has failed")]

use kith::domain::{
    book::Book,
    bulk::{DeleteMany, Gaps, SetMany},
    change::{Op, inverse},
    class::Class,
    custom::{CustomField, CustomValue},
    edit::{Edit, revert},
    flaw::{FieldError, Flaw},
    id::Id,
    link::{Link, Tie},
    money::Currency,
    note::Note,
    order::{Line, Order},
    party::{Party, Role},
    product::Product,
    record::{Kind, Record},
    setting::{AddressPart, OrderSetting, PartySetting},
};
use proptest::prelude::*;
use uuid::Uuid;

fn id<T: Record>(number: u128) -> Id<T> {
    Id::new(Uuid::from_u128((u128::from(T::KIND.number()) << 64) | number | (1 << 100)))
}

fn apply(book: &mut Book, ops: &[Op]) {
    ops.iter().for_each(|op| book.apply(op, 1).unwrap());
}

/// So many parties in a ring of ties, each with a note and every other one with a tag.
fn book(parties: usize) -> Book {
    let mut book = Book::default();
    let mut edit = Edit::of(&book);
    for number in 0..parties as u128 {
        let tags = if number % 2 == 0 { vec!["even".to_owned()] } else { Vec::new() };
        edit.create(id(number), Party { tags, ..Party::customer(format!("Party {number}")) });
        edit.create(id(number), Note { party: id(number), at: 1, text: "x".into(), pinned: false });
    }
    for number in 0..parties as u128 {
        let to = id((number + 1) % parties as u128);
        edit.create(id(number), Link { from: id(number), tie: Tie::RelatedTo, to, role: String::new(), active: true });
    }
    let ops = edit.finish();
    apply(&mut book, &ops);
    book
}

/// Everything that the book holds, as bytes.
fn contents(book: &Book) -> Vec<(Kind, Uuid, Box<[u8]>)> {
    let parties = book.parties.iter().map(|(_, row)| row.name());
    let notes = book.notes.iter().map(|(_, row)| row.name());
    let links = book.links.iter().map(|(_, row)| row.name());
    let names: Vec<(Kind, Uuid)> = parties.chain(notes).chain(links).collect();
    let mut all: Vec<_> = names.into_iter().map(|(kind, id)| (kind, id, book.encoded(kind, id).unwrap())).collect();
    all.sort();
    all
}

fn check(_: &Book, party: &Party) -> Vec<FieldError> {
    party.flaws()
}

fn setting() -> impl Strategy<Value = PartySetting> {
    let text = || "[a-z]{0,4}";
    let tags = || prop::collection::vec("[a-c]", 0..3);
    let roles = || prop::sample::subsequence(Role::ALL.to_vec(), 0..4);
    prop_oneof![
        text().prop_map(PartySetting::Name),
        text().prop_map(PartySetting::Position),
        "([a-z]{1,3}@example.com)?".prop_map(PartySetting::Email),
        text().prop_map(|text| PartySetting::Address(AddressPart::City, text)),
        tags().prop_map(PartySetting::Tags),
        tags().prop_map(PartySetting::AddTags),
        tags().prop_map(PartySetting::RemoveTags),
        roles().prop_map(PartySetting::Roles),
        roles().prop_map(PartySetting::AddRoles),
        roles().prop_map(PartySetting::RemoveRoles),
        prop::option::of(prop::sample::select(Class::ALL.to_vec())).prop_map(PartySetting::Abc),
        prop::option::of(text()).prop_map(|text| PartySetting::Custom(id(1), text.map(CustomValue::Text))),
    ]
}

proptest! {
    #[test]
    fn a_bulk_edit_taken_back_leaves_the_book_as_it_was(
        parties in 1..12_usize,
        slots in prop::collection::vec(0..14_u32, 0..20),
        settings in prop::collection::vec(setting(), 1..4),
        pieces in 1..5_usize,
    ) {
        let mut book = book(parties);
        let before = contents(&book);
        let mut bulk = SetMany::all(&slots, settings, check);
        while bulk.step(&book, pieces) {}
        let (ops, refused) = bulk.finish();
        apply(&mut book, &ops);
        // What was refused is what would have become wrong; nothing wrong came in.
        prop_assert!(book.parties.iter().all(|(_, row)| row.data.flaws().is_empty()));
        prop_assert!(refused.iter().all(|refused| slots.contains(&refused.slot)));
        let back = revert(&book, inverse(ops));
        prop_assert!(back.kept.is_empty());
        apply(&mut book, &back.ops);
        prop_assert_eq!(contents(&book), before);
    }

    #[test]
    fn it_comes_to_the_same_in_pieces_of_any_size(
        slots in prop::collection::vec(0..10_u32, 0..12),
        setting in setting(),
        pieces in 1..5_usize,
    ) {
        let book = book(8);
        let run = |pieces| {
            let mut bulk = SetMany::all(&slots, vec![setting.clone()], check);
            while bulk.step(&book, pieces) {}
            bulk.finish()
        };
        prop_assert_eq!(run(pieces), run(usize::MAX / 2));
    }

    #[test]
    fn deleting_many_taken_back_leaves_the_book_as_it_was(
        parties in 1..10_usize,
        slots in prop::collection::vec(0..12_u32, 0..14),
        pieces in 1..6_usize,
    ) {
        let mut book = book(parties);
        let before = contents(&book);
        let mut bulk = DeleteMany::new(Kind::Party, &slots);
        while bulk.step(&book, pieces) {}
        let ops = bulk.finish();
        let mut targets: Vec<_> = ops.iter().map(Op::target).collect();
        let named = targets.len();
        targets.sort();
        targets.dedup();
        prop_assert_eq!(targets.len(), named, "each record is named once");
        apply(&mut book, &ops);
        prop_assert!(slots.iter().all(|slot| book.parties.at(*slot).is_none()));
        let back = revert(&book, inverse(ops));
        prop_assert!(back.kept.is_empty());
        apply(&mut book, &back.ops);
        prop_assert_eq!(contents(&book), before);
    }
}

#[test]
fn what_is_wrong_already_does_not_stand_in_the_way_of_something_else() {
    fn needs_a_birthplace(book: &Book, party: &Party) -> Vec<FieldError> {
        let missing = !party.custom.contains_key(&id::<CustomField>(1));
        let mut flaws = check(book, party);
        flaws.extend(missing.then_some(FieldError::at(14, 0, Flaw::Missing)));
        flaws
    }
    let book = book(3);
    let mut bulk = SetMany::all(&[0, 1, 2], vec![PartySetting::AddTags(vec!["vip".into()])], needs_a_birthplace);
    while bulk.step(&book, 2) {}
    let (ops, refused) = bulk.finish();
    assert_eq!((ops.len(), refused.len()), (3, 0));
    let mut bulk = SetMany::all(&[0], vec![PartySetting::Name(String::new())], needs_a_birthplace);
    while bulk.step(&book, 2) {}
    let (ops, refused) = bulk.finish();
    assert!(ops.is_empty());
    assert_eq!(refused[0].flaws, [FieldError::of(1, Flaw::Missing)]);
}

#[test]
fn cells_that_were_pasted_go_each_to_its_record() {
    let mut book = book(3);
    let pairs = vec![
        (2, PartySetting::Name("Third".into())),
        (0, PartySetting::Name("First".into())),
        (2, PartySetting::Position("Baker".into())),
    ];
    let mut bulk = SetMany::each(pairs, check);
    while bulk.step(&book, 1) {}
    let (ops, _) = bulk.finish();
    assert_eq!(ops.len(), 2);
    apply(&mut book, &ops);
    let at = |slot| &book.parties.at(slot).unwrap().data;
    assert_eq!((at(0).name.as_str(), at(1).name.as_str()), ("First", "Party 1"));
    assert_eq!((at(2).name.as_str(), at(2).position.as_str()), ("Third", "Baker"));
}

/// One product in two of three orders; the second is a refund of the first, the third one of itself that nobody meant.
fn sold() -> Book {
    let mut book = book(1);
    let mut edit = Edit::of(&book);
    edit.create(id(0), Product { name: "Tea".into(), ..Product::default() });
    for (number, product, refunds) in
        [(0, Some(id(0)), None), (1, Some(id(0)), Some(id::<Order>(0))), (2, None, Some(id(2)))]
    {
        let line = Line { product, ..Line::of_amount(100) };
        let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap();
        let (party, number, currency) = (id(0), id::<Order>(number), Currency::EUR);
        let text = |text: &str| text.into();
        edit.create(number, Order { number: text("E"), refunds, ..Order::new(party, day, currency, vec![line]) });
    }
    let ops = edit.finish();
    apply(&mut book, &ops);
    book
}

#[test]
fn what_deleting_leaves_with_a_gap_is_counted() {
    let book = sold();
    let count = |kind, slots: &[u32]| {
        let mut gaps = Gaps::new(&book, kind, slots);
        while gaps.step(&book) {}
        gaps.count()
    };
    assert_eq!(count(Kind::Product, &[0]), 2);
    assert_eq!(count(Kind::Order, &[0]), 1, "its refund stays");
    assert_eq!(count(Kind::Order, &[0, 1]), 0, "its refund goes as well");
    assert_eq!(count(Kind::Order, &[1, 2]), 0, "nothing points to them but themselves");
    assert_eq!(count(Kind::Product, &[7]), 0, "there is no such product");
}

#[test]
fn orders_and_products_that_were_deleted_come_back_with_what_pointed_to_them() {
    for (kind, slots) in [(Kind::Order, [0, 2]), (Kind::Product, [0, 0])] {
        let mut book = sold();
        let all = |book: &Book| {
            let orders = book.orders.iter().map(|(_, row)| row.encode());
            orders.chain(book.products.iter().map(|(_, row)| row.encode())).collect::<std::collections::BTreeSet<_>>()
        };
        let before = all(&book);
        let mut bulk = DeleteMany::new(kind, &slots);
        while bulk.step(&book, 1) {}
        let ops = bulk.finish();
        apply(&mut book, &ops);
        assert!(slots.iter().all(|slot| book.id_at(kind, *slot).is_none()));
        let back = revert(&book, inverse(ops));
        apply(&mut book, &back.ops);
        assert_eq!(all(&book), before);
    }
}

#[test]
fn a_day_beyond_those_that_an_order_may_have_is_refused() {
    let book = sold();
    let day = |year| OrderSetting::Day(chrono::NaiveDate::from_ymd_opt(year, 3, 1).unwrap());
    let run = |setting| {
        let mut bulk = SetMany::all(&[0, 1], vec![setting], |_, order: &Order| order.flaws());
        while bulk.step(&book, 1) {}
        bulk.finish()
    };
    assert_eq!(run(day(2026)).0.len(), 2);
    let (ops, refused) = run(day(2900));
    assert!(ops.is_empty());
    assert_eq!(refused[0].flaws, [FieldError::of(2, Flaw::OutOfRange)]);
}
