//! The demo is a sound book that tells what it should, whatever seed made it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test may panic; clippy knows only those of the standard harness")]

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::NaiveDate;
use kith::{
    analysis::{
        classification::{Classification, Question},
        columns::Orders,
    },
    demo::{self, Language, Own, Records, Wish, is_demo},
    domain::{
        book::Book,
        change::{Op, inverse},
        contact::Channel,
        custom::CustomValue,
        day,
        edit::Edit,
        id::{Id, Mint},
        interaction::Interaction,
        link::{Link, Tie},
        money::Currency,
        note::Note,
        order::{Line, Order},
        party::{Party, Role},
        promise::Promise,
        record::Kind,
        settings::{Rate, Settings},
        survey::{Question as Asked, Survey},
        task::Task,
    },
};
use proptest::prelude::*;
use uuid::Uuid;

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn wish(seed: u64, language: Language, code: &str, customers: u32) -> Wish {
    Wish { seed, language, currency: currency(code), customers, today: NaiveDate::from_ymd_opt(2026, 3, 14).unwrap() }
}

fn wishes() -> impl Strategy<Value = Wish> {
    let languages = prop::sample::select(Language::ALL.to_vec());
    let currencies = prop::sample::select(Currency::all().collect::<Vec<_>>());
    let days = NaiveDate::from_ymd_opt(1980, 1, 1).unwrap();
    (any::<u64>(), languages, currencies, 0..200_u32, 0..80_000_u64).prop_map(
        move |(seed, language, currency, customers, day)| Wish {
            seed,
            language,
            currency,
            customers,
            today: days + chrono::Days::new(day),
        },
    )
}

fn ids(made: &Records) -> Vec<Uuid> {
    let mut ids: Vec<Uuid> = made.fields.iter().map(|(id, _)| id.uuid()).collect();
    ids.extend(made.parties.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.links.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.products.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.orders.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.notes.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.surveys.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.interactions.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.deals.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.tasks.iter().map(|(id, _)| id.uuid()));
    ids.extend(made.promises.iter().map(|(id, _)| id.uuid()));
    ids
}

fn settings(made: &Records, wish: &Wish) -> Settings {
    Settings { currency: wish.currency, rates: made.rates.clone(), ..Settings::default() }
}

fn classified(made: &Records, wish: &Wish) -> Classification {
    let slots: HashMap<Uuid, u32> =
        made.parties.iter().enumerate().map(|(at, (id, _))| (id.uuid(), at as u32)).collect();
    let settings = settings(made, wish);
    let base = |order: &Order| settings.convert(order.total(), order.currency, order.day).unwrap();
    let customer: Vec<u32> = made.orders.iter().map(|(_, order)| slots[&order.party.uuid()]).collect();
    let days: Vec<i32> = made.orders.iter().map(|(_, order)| day::number(order.day)).collect();
    let amounts: Vec<i64> = made.orders.iter().map(|(_, order)| base(order)).collect();
    let orders = Orders::new(made.parties.len(), &customer, &days, &amounts).unwrap();
    Classification::new(&orders, &Question { as_of: day::number(wish.today), ..Question::default() })
}

/// A book with the demo of a wish in it.
fn book_of(wish: &Wish) -> Book {
    let made = demo::make(wish);
    let settings = settings(&made, wish);
    let mut book = Book::default();
    let mut edit = Edit::of(&book);
    edit.create(Settings::ID, settings);
    let mut ops = edit.finish();
    ops.extend(made.ops());
    apply(&mut book, &ops, 1);
    book
}

fn apply(book: &mut Book, ops: &[Op], seq: u64) {
    ops.iter().for_each(|op| book.apply(op, seq).unwrap());
}

/// Makes what a user makes: a customer of the own with an order and a value in a demo's field; and on demo customers an order, a note,
/// an answer, a conversation, a task, a promise, a tie, an edit; and a task that is nobody's.
fn add_own(book: &mut Book) -> Vec<(Kind, Uuid)> {
    let mut mint = Mint::new([1, 2, 3, 4, 5, 6]);
    let buyers: Vec<Id<Party>> = book.orders.iter().map(|(_, row)| row.data.party).take(40).collect();
    let product = book.products.iter().next().unwrap().1.id;
    let field = book.fields.iter().next().unwrap().1;
    let (field, choice) = (field.id, field.data.choices[0].clone());
    let bought = book.orders.iter().next().unwrap().1.clone();
    let mut edit = Edit::of(book);
    let own: Id<Party> = mint.id(5);
    let mut party = Party::customer("Mine");
    party.custom.insert(field, CustomValue::Choice(choice));
    edit.create(own, party);
    let order = |party, refunds| Order {
        party,
        number: "X".into(),
        lines: vec![Line { product: Some(product), ..Line::of_amount(-100) }],
        refunds,
        ..bought.data.clone()
    };
    let orders: [Id<Order>; 2] = [mint.id(5), mint.id(5)];
    edit.create(orders[0], order(own, None));
    edit.create(orders[1], order(bought.data.party, Some(bought.id)));
    let note: Id<Note> = mint.id(5);
    edit.create(note, Note { party: buyers[7], at: 0, text: "mine".into(), pinned: false });
    let answer: Id<Survey> = mint.id(5);
    let day = bought.data.day;
    let survey =
        Survey { party: buyers[9], day, question: Asked::Nps, answer: 9, channel: None, comment: "mine".into() };
    edit.create(answer, survey);
    edit.create(mint.id::<Interaction>(5), Interaction::touch(buyers[11], 1, Channel::Phone));
    edit.create(mint.id::<Task>(5), Task { party: Some(buyers[13]), ..Task::new("mine") });
    edit.create(mint.id::<Task>(5), Task::new("nobody's"));
    edit.create(mint.id::<Promise>(5), Promise::new(buyers[15], "mine", day, day));
    let link: Id<Link> = mint.id(5);
    edit.create(link, Link { from: own, tie: Tie::ReferredBy, to: buyers[20], role: String::new(), active: true });
    edit.update(buyers[30], |party: &mut Party| party.name.push('!'));
    let ops = edit.finish();
    apply(book, &ops, 2);
    let made = ops.iter().filter(|op| matches!(op, Op::Create { .. }));
    made.map(Op::target).collect()
}

/// Every record as bytes, by kind and id.
fn contents(book: &Book) -> BTreeMap<(Kind, Uuid), Box<[u8]>> {
    let mut names: Vec<(Kind, Uuid)> = Vec::new();
    names.extend(book.settings.iter().map(|(_, row)| row.name()));
    names.extend(book.fields.iter().map(|(_, row)| row.name()));
    names.extend(book.parties.iter().map(|(_, row)| row.name()));
    names.extend(book.links.iter().map(|(_, row)| row.name()));
    names.extend(book.products.iter().map(|(_, row)| row.name()));
    names.extend(book.orders.iter().map(|(_, row)| row.name()));
    names.extend(book.notes.iter().map(|(_, row)| row.name()));
    names.extend(book.interactions.iter().map(|(_, row)| row.name()));
    names.extend(book.tasks.iter().map(|(_, row)| row.name()));
    names.extend(book.deals.iter().map(|(_, row)| row.name()));
    names.extend(book.promises.iter().map(|(_, row)| row.name()));
    names.extend(book.surveys.iter().map(|(_, row)| row.name()));
    names.into_iter().map(|(kind, id)| ((kind, id), book.encoded(kind, id).unwrap())).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn a_demo_that_nobody_touched_goes_without_a_trace(wish in wishes(), keep: bool) {
        let mut book = book_of(&wish);
        prop_assert!(demo::is_here(&book));
        let removal = demo::removal(&book, keep);
        prop_assert!(removal.own.is_empty());
        apply(&mut book, &removal.ops, 2);
        prop_assert!(book.is_empty() && !demo::is_here(&book));
        prop_assert_eq!(book.settings(), Settings { currency: wish.currency, ..Settings::default() });
        apply(&mut book, &inverse(removal.ops), 3);
        prop_assert_eq!(contents(&book), contents(&book_of(&wish)));
    }

    #[test]
    fn what_the_user_made_stays_with_what_it_belongs_to(wish in wishes()) {
        let mut book = book_of(&wish);
        let own = add_own(&mut book);
        let before = contents(&book);
        let removal = demo::removal(&book, true);
        prop_assert_eq!(removal.own, Own { orders: 1, notes: 1, surveys: 1, interactions: 1, tasks: 1, promises: 1, deals: 0, links: 1 });
        apply(&mut book, &removal.ops, 3);
        prop_assert!(own.iter().all(|(kind, id)| book.encoded(*kind, *id).is_some()));
        prop_assert!(!demo::is_here(&book), "what is left is the user's");
        let left = contents(&book).into_keys().filter(|(_, id)| is_demo(*id));
        // Seven customers at the most, the product and the field that are used.
        prop_assert!(left.count() <= 9);
        prop_assert!(book.orders.iter().all(|(_, row)| row.data.refunds.is_none() && book.get(row.data.party).is_some()));
        prop_assert!(book.parties.iter().all(|(_, row)| row.data.custom.keys().all(|field| book.get(*field).is_some())));
        apply(&mut book, &inverse(removal.ops), 4);
        prop_assert_eq!(contents(&book), before);
    }

    #[test]
    fn all_that_hangs_on_the_demo_can_go_with_it(wish in wishes()) {
        let mut book = book_of(&wish);
        add_own(&mut book);
        let removal = demo::removal(&book, false);
        apply(&mut book, &removal.ops, 3);
        prop_assert!(!demo::is_here(&book));
        prop_assert!(book.parties.iter().all(|(_, row)| !is_demo(row.id.uuid())));
        prop_assert_eq!((book.parties.len(), book.orders.len(), book.notes.len(), book.links.len()), (1, 1, 0, 0));
        prop_assert_eq!((book.surveys.len(), book.tasks.len(), book.promises.len(), book.deals.len()), (0, 1, 0, 0), "a task of nobody stays");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn any_wish_gives_a_book_without_flaws(wish in wishes()) {
        let made = demo::make(&wish);
        let mut flaws = Vec::new();
        made.fields.iter().for_each(|(_, field)| flaws.extend(field.flaws()));
        made.parties.iter().for_each(|(_, party)| flaws.extend(party.flaws()));
        made.links.iter().for_each(|(_, link)| flaws.extend(link.flaws()));
        made.products.iter().for_each(|(_, product)| flaws.extend(product.flaws()));
        made.orders.iter().for_each(|(_, order)| flaws.extend(order.flaws()));
        made.notes.iter().for_each(|(_, note)| flaws.extend(note.flaws()));
        made.surveys.iter().for_each(|(_, survey)| flaws.extend(survey.flaws()));
        made.tasks.iter().for_each(|(_, task)| flaws.extend(task.flaws()));
        made.promises.iter().for_each(|(_, promise)| flaws.extend(promise.flaws()));
        flaws.extend(settings(&made, &wish).flaws());
        prop_assert_eq!(flaws, []);
    }

    #[test]
    fn ids_are_unique_and_known_for_the_demos(wish in wishes()) {
        let ids = ids(&demo::make(&wish));
        prop_assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
        prop_assert!(ids.iter().all(|id| is_demo(*id)));
    }

    #[test]
    fn what_is_referred_to_is_there(wish in wishes()) {
        let made = demo::make(&wish);
        let all: HashSet<Uuid> = ids(&made).into_iter().collect();
        prop_assert!(made.links.iter().all(|(_, link)| all.contains(&link.from.uuid()) && all.contains(&link.to.uuid())));
        prop_assert!(made.notes.iter().all(|(_, note)| all.contains(&note.party.uuid())));
        prop_assert!(made.surveys.iter().all(|(_, survey)| all.contains(&survey.party.uuid())));
        let fields: BTreeMap<_, _> = made.fields.iter().map(|(id, field)| (*id, field)).collect();
        for (_, party) in &made.parties {
            prop_assert!(party.custom.iter().all(|(id, value)| value.flaw(fields[id].kind).is_none()));
        }
        let bought: HashMap<_, _> = made.orders.iter().map(|(id, order)| (*id, order)).collect();
        for (_, order) in &made.orders {
            prop_assert!(all.contains(&order.party.uuid()));
            prop_assert!(order.lines.iter().all(|line| all.contains(&line.product.unwrap().uuid())));
            prop_assert_eq!(order.refunds.is_some(), order.is_refund());
            if let Some(first) = order.refunds {
                prop_assert!(bought[&first].day < order.day && bought[&first].party == order.party);
            }
        }
    }

    #[test]
    fn the_history_ends_before_today_and_is_three_years_long(wish in wishes()) {
        let made = demo::make(&wish);
        let days: Vec<NaiveDate> = made.orders.iter().map(|(_, order)| order.day).collect();
        prop_assert!(days.is_sorted());
        prop_assert!(days[days.len() - 1] < wish.today);
        prop_assert!((wish.today - days[days.len() - 1]).num_days() < 30);
        prop_assert!((wish.today - days[0]).num_days() <= 3 * 365);
        let morning = u64::try_from(day::number(wish.today)).unwrap() * 86_400_000;
        prop_assert!(made.notes.iter().all(|(_, note)| note.at < morning));
        let answered: Vec<NaiveDate> = made.surveys.iter().map(|(_, survey)| survey.day).collect();
        prop_assert!(answered.is_sorted() && answered.iter().all(|day| *day < wish.today));
    }

    #[test]
    fn every_order_has_a_rate_and_every_rate_is_known_again(wish in wishes()) {
        let made = demo::make(&wish);
        let settings = settings(&made, &wish);
        prop_assert!(made.orders.iter().all(|(_, order)| settings.rate(order.currency, order.day).is_some()));
        prop_assert!(made.rates.iter().all(|rate| demo::is_rate(wish.currency, rate)));
    }

    #[test]
    fn few_customers_bring_most(seed: u64, language in prop::sample::select(Language::ALL.to_vec()), customers in 60..160_u32) {
        let wish = wish(seed, language, "EUR", customers);
        let groups = classified(&demo::make(&wish), &wish).abc.groups;
        let all: u32 = groups.iter().map(|group| group.customers).sum();
        let share = groups[0].customers as u32 * 100 / all;
        prop_assert!((15..=25).contains(&share), "{share} % of {all} are A");
    }
}

#[test]
fn the_same_seed_makes_the_same_demo_and_another_one_another() {
    let first = demo::make(&wish(7, Language::ZhHant, "TWD", 90));
    assert_eq!(first, demo::make(&wish(7, Language::ZhHant, "TWD", 90)));
    assert_ne!(first.parties, demo::make(&wish(8, Language::ZhHant, "TWD", 90)).parties);
}

/// Guards what others rest on: changed on purpose, the numbers change with it.
#[test]
fn a_demo_has_something_of_everything() {
    for (language, code) in [(Language::En, "EUR"), (Language::ZhHant, "TWD"), (Language::ZhHans, "CNY")] {
        let wish = wish(1, language, code, 90);
        let made = demo::make(&wish);
        let of = |role| made.parties.iter().filter(|(_, party)| party.roles.contains(&role)).count();
        assert_eq!(of(Role::Customer), 90);
        for role in [Role::Lead, Role::Supplier, Role::Partner, Role::Colleague, Role::Other] {
            assert!(of(role) > 2, "{role:?}");
        }
        let orders = made.orders.len();
        assert!((400..1_600).contains(&orders), "{orders} orders");
        assert!(made.orders.iter().filter(|(_, order)| order.is_refund()).count() > 5);
        assert!(made.orders.iter().any(|(_, order)| order.currency != wish.currency));
        let days: Vec<_> = made.orders.iter().map(|(_, order)| (order.party, order.day)).collect();
        assert!(days.iter().collect::<HashSet<_>>().len() < days.len(), "somebody orders twice on a day");
        assert!(made.notes.len() > 80, "{} notes", made.notes.len());
        for question in Asked::ALL {
            let answers: Vec<u8> =
                made.surveys.iter().filter(|(_, one)| one.question == question).map(|(_, one)| one.answer).collect();
            assert!(answers.len() > 25, "{question:?}: {}", answers.len());
            assert!(answers.iter().collect::<HashSet<_>>().len() >= 4, "{question:?}: {answers:?}");
        }
        assert!(!made.notes.iter().any(|(_, note)| note.text.contains("{}")));
        assert!(made.parties.iter().any(|(_, party)| party.abc.is_some()));
        let segments: HashSet<u8> = classified(&made, &wish).rfm.segment.into_iter().collect();
        assert!(segments.len() > 8, "{segments:?}");
    }
}

#[test]
fn records_of_anybody_else_are_not_the_demos() {
    let mut mint = Mint::new([9, 8, 7, 6, 5, 4]);
    assert!((0..1_000).all(|at| !is_demo(mint.id::<()>(at).uuid())));
    assert!(!is_demo(Settings::ID.uuid()));
    let rate = Rate {
        currency: currency("USD"),
        from: NaiveDate::from_ymd_opt(2025, 1, 1).unwrap(),
        rate: "0.91".parse().unwrap(),
    };
    assert!(!demo::is_rate(Currency::EUR, &rate));
}

#[test]
fn addresses_and_numbers_reach_nobody() {
    for (language, code) in [
        (Language::En, "EUR"),
        (Language::En, "GBP"),
        (Language::En, "USD"),
        (Language::ZhHant, "TWD"),
        (Language::ZhHans, "CNY"),
    ] {
        for (_, party) in demo::make(&wish(3, language, code, 120)).parties {
            assert!(party.emails.iter().all(|email| email.value.ends_with(".example")), "{:?}", party.emails);
            assert!(party.websites.iter().all(|site| site.value.ends_with(".example")), "{:?}", party.websites);
            let kept = ["020 91", " 496 0", ") 555-01", ") 1555-", "-1555 "];
            assert!(
                party.phones.iter().all(|phone| kept.iter().any(|part| phone.value.contains(part))),
                "{:?}",
                party.phones
            );
        }
    }
}
