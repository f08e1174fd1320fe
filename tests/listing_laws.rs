//! Laws of lists: a filter lets through exactly what it says, counts count what would be there, totals never mix currencies.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic; clippy knows only those of the standard harness")]

use chrono::NaiveDate;
use kith::{
    analysis::{
        classification::Classification,
        listing::{
            catalogue::Catalogue,
            check::{Check, Fault},
            column::Column,
            facet::Tally,
            field::{Field, Source},
            filter::{Filter, Operand},
            mask::Mask,
            products::Sales,
            syntax,
            totals::Sum,
        },
    },
    domain::{
        book::Book,
        custom::{CustomField, CustomKind, CustomValue},
        edit::Edit,
        id::Id,
        money::{Currency, Money},
        order::{Line, Order},
        party::{Party, Role},
        record::Kind,
        settings::{Rate, Settings},
    },
};
use proptest::{prelude::*, sample::select};
use uuid::Uuid;

fn today() -> NaiveDate {
    "2026-03-31".parse().unwrap()
}

fn uuid(kind: u128, number: usize) -> Uuid {
    Uuid::from_u128((kind << 64) | number as u128)
}

fn size() -> Id<CustomField> {
    Id::new(uuid(6, 1))
}

fn book(parties: &[Party], orders: &[(usize, i64, &str, i64)]) -> Book {
    let mut book = Book::default();
    let mut edit = Edit::of(&book);
    let field = CustomField { name: "Size".into(), kind: CustomKind::Money, ..CustomField::default() };
    edit.set(size(), field);
    for (number, party) in parties.iter().enumerate() {
        edit.create(Id::new(uuid(1, number)), party.clone());
    }
    for (number, (party, day, currency, amount)) in orders.iter().enumerate() {
        let order = Order {
            number: number.to_string().into(),
            ..Order::new(
                Id::new(uuid(1, *party)),
                today() - chrono::Duration::days(*day),
                Currency::parse(currency).unwrap(),
                vec![Line::of_amount(*amount)],
            )
        };
        edit.create(Id::new(uuid(4, number)), order);
    }
    edit.finish().iter().for_each(|op| book.apply(op, 1).unwrap());
    book
}

fn settings() -> Settings {
    let usd = Currency::parse("USD").unwrap();
    let rate = Rate { currency: usd, from: "2020-01-01".parse().unwrap(), rate: "0.5".parse().unwrap() };
    Settings { rates: vec![rate], ..Settings::default() }
}

struct List {
    kind: Kind,
    catalogue: Catalogue,
    book: Book,
}

impl List {
    fn new(kind: Kind, book: Book) -> Self {
        Self { kind, catalogue: Catalogue::of(kind, &book), book }
    }

    fn slots(&self) -> u32 {
        if self.kind == Kind::Order { self.book.orders.slots() as u32 } else { self.book.parties.slots() as u32 }
    }

    fn column(&self, field: &Field) -> Column {
        let (scores, sales, settings) = (Classification::default(), Sales::default(), settings());
        let source =
            Source { book: &self.book, scores: &scores, sales: &sales, settings: &settings, today: today(), ahead: 0 };
        let mut column = Column::of(field);
        column.resize(self.slots() as usize);
        (0..self.slots().div_ceil(1_000)).for_each(|page| column.read_page(field, self.kind, &source, page));
        column
    }

    fn check(&self, filter: &Filter) -> Result<(Check, Column), Fault> {
        let field = self.catalogue.get(&filter.key).ok_or_else(|| Fault::NoField(filter.key.clone()))?;
        let mut check = Check::new(filter, field, today())?;
        let column = self.column(field);
        while !check.prepare(&column, 3) {}
        Ok((check, column))
    }

    /// Who passes.
    fn passing(&self, typed: &str) -> Vec<u32> {
        let (check, column) = self.check(&syntax::filter(typed).unwrap()).unwrap();
        (0..self.slots()).filter(|slot| check.passes(&column, *slot)).collect()
    }
}

fn party() -> impl Strategy<Value = Party> {
    let tags = prop::collection::vec(select(vec!["vip", "big fish", "Café"]), 0..3);
    let roles = select(vec![vec![], vec![Role::Customer], vec![Role::Customer, Role::Lead]]);
    let money = prop::option::of((0..5_000_i64, select(vec!["EUR", "JPY"])));
    ("[A-Za-zäöü ]{1,8}", tags, roles, money).prop_map(|(name, mut tags, roles, money)| {
        tags.sort_unstable();
        tags.dedup();
        let value = |(minor, code)| CustomValue::Money(Money { minor, currency: Currency::parse(code).unwrap() });
        Party {
            name,
            tags: tags.into_iter().map(str::to_owned).collect(),
            roles,
            custom: money.map(value).map(|value| (size(), value)).into_iter().collect(),
            ..Party::default()
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_filter_lets_through_what_it_says_and_its_negation_the_rest(parties in prop::collection::vec(party(), 1..40)) {
        let list = List::new(Kind::Party, book(&parties, &[]));
        let slots = |wanted: &dyn Fn(&Party) -> bool| -> Vec<u32> {
            (0..).zip(&parties).filter(|(_, party)| wanted(party)).map(|(slot, _)| slot).collect()
        };
        let has = |party: &Party, tag: &str| party.tags.iter().any(|own| own == tag);
        prop_assert_eq!(list.passing("tag:VIP"), slots(&|party| has(party, "vip")));
        prop_assert_eq!(list.passing("tag:\"big fish\",cafe"), slots(&|party| has(party, "big fish") || has(party, "Café")));
        prop_assert_eq!(list.passing("tag:none,vip"), slots(&|party| party.tags.is_empty() || has(party, "vip")));
        prop_assert_eq!(list.passing("role:lead"), slots(&|party| party.roles.contains(&Role::Lead)));
        prop_assert_eq!(list.passing("name:A"), slots(&|party| party.name.to_lowercase().replace('ä', "a").contains('a')));
        let size = format!("x{}", size().uuid().simple());
        let of = |party: &Party| party.custom.values().next().map(|value| match value {
            CustomValue::Money(money) => (money.minor as f64 / money.currency.scale() as f64, money.currency.code().to_owned()),
            other => panic!("{other:?}"),
        });
        prop_assert_eq!(list.passing(&format!("{size}>12.5")), slots(&|party| of(party).is_some_and(|(major, _)| major > 12.5)));
        prop_assert_eq!(
            list.passing(&format!("{size}:10eur..20eur")),
            slots(&|party| of(party).is_some_and(|(major, code)| code == "EUR" && (10.0..=20.0).contains(&major)))
        );
        prop_assert_eq!(list.passing(&format!("{size}:none")), slots(&|party| party.custom.is_empty()));
        for typed in ["tag:vip", "name:a", "role:none", "kind:person", &format!("{size}<3")] {
            let mut all = [list.passing(typed), list.passing(&format!("-{typed}"))].concat();
            all.sort_unstable();
            prop_assert_eq!(all, (0..list.slots()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_rail_counts_what_would_be_there_without_the_filter_of_its_field(parties in prop::collection::vec(party(), 1..40)) {
        let list = List::new(Kind::Party, book(&parties, &[]));
        let filters = ["tag:vip", "role:customer"].map(|typed| syntax::filter(typed).unwrap());
        let mut mask = Mask::new(list.slots() as usize);
        for filter in &filters {
            let (check, column) = list.check(filter).unwrap();
            mask.add(&filter.key, &check, &column, 0..list.slots() as usize);
        }
        let field = list.catalogue.get("tag").unwrap();
        let column = list.column(field);
        let mut tally = Tally::new(field, today());
        let passes = mask.passes_but("tag");
        tally.add(field, &column, (0..list.slots()).filter(|slot| passes(*slot)));
        for count in tally.finish(field, &column) {
            let wanted = |party: &&Party| party.roles.contains(&Role::Customer) && match &count.operand {
                Operand::Value(tag) => party.tags.contains(tag),
                _ => party.tags.is_empty(),
            };
            prop_assert_eq!(count.records as usize, parties.iter().filter(wanted).count());
        }
    }

    #[test]
    fn amounts_of_two_currencies_are_added_up_apart(amounts in prop::collection::vec((-9_000..9_000_i64, select(vec!["EUR", "USD", "JPY"])), 1..30)) {
        let orders: Vec<_> = amounts.iter().map(|(amount, code)| (0, 1, *code, *amount)).collect();
        let list = List::new(Kind::Order, book(&[Party::customer("Ada")], &orders));
        let column = list.column(list.catalogue.get("amount").unwrap());
        let mut sum = Sum::default();
        sum.add(&column, 0..list.slots());
        let total = sum.finish(&column);
        for (currency, sum) in &total.amounts {
            let own = amounts.iter().filter(|(_, code)| *code == currency.code()).map(|(amount, _)| i128::from(*amount));
            prop_assert_eq!(*sum, own.sum::<i128>());
        }
        let no_rate = amounts.iter().any(|(_, code)| *code == "JPY");
        prop_assert_eq!(total.base.is_none(), no_rate, "a sum without a rate would be wrong");
    }
}

#[test]
fn days_are_near_or_far_from_today() {
    let orders: Vec<_> = [0, 1, 29, 30, 31, 90, 400, -5].map(|day| (0, day, "EUR", 1)).into();
    let list = List::new(Kind::Order, book(&[Party::customer("Ada")], &orders));
    assert_eq!(list.passing("day<30d"), [0, 1, 2]);
    assert_eq!(list.passing("day:last-30d"), [0, 1, 2]);
    assert_eq!(list.passing("day>30d"), [4, 5, 6]);
    assert_eq!(list.passing("day:31d..90d"), [4, 5]);
    assert_eq!(list.passing("day:366d.."), [6]);
    assert_eq!(list.passing("day:next-7d"), [0, 7]);
    assert_eq!(list.passing("day<this-month"), [4, 5, 6]);
    assert_eq!(list.passing("day:this-month"), [0, 1, 2, 3]);
    assert_eq!(list.passing("day:2026"), [0, 1, 2, 3, 4, 7]);
    assert_eq!(list.passing("day>=2026-03-31"), [0, 7]);
}

#[test]
fn what_makes_no_sense_is_a_fault_and_not_a_filter() {
    let list = List::new(Kind::Party, book(&[Party::customer("Ada")], &[]));
    for typed in ["gone:1", "value>abc", "class:z", "name<3", "last:soon", "value:5xyz", "orders<none", "kind:1..2"] {
        assert!(list.check(&syntax::filter(typed).unwrap()).is_err(), "{typed}");
    }
}
