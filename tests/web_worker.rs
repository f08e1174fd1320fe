//! What travels between the page and the worker arrives as it was sent.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(clippy::unwrap_used, reason = "a test may panic; clippy knows only those of the standard harness")]

use chrono::NaiveDate;
mod insights_support;

use insights_support::{CDNOW, Known, digest};
use kith::{
    analysis::{
        abc::Cuts,
        classification::Classification,
        insights::{profitability::Profitability, together::Together},
        search::{Engine, Query, Texts, TextsBuilder},
    },
    demo::{Language, Wish},
    domain::{day, money::Currency, settings::Measure, table::PAGE},
    state::{
        AnswersAsked, Asked, Carried, Columns, DemoAsked, FactsAsked, Librarian, LinesAsked, Parcel, Topic,
        answer_insight, answer_loyalty, answer_profitability, answer_scorecard,
    },
};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

/// Orders, free ones and refunds of 40 customers, one of whom never ordered.
fn asked(measure: Measure) -> Asked {
    let rows = 0..1_000_u32;
    let start = day::number(NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
    let columns = Columns {
        customer: rows.clone().map(|row| row % 39).collect(),
        day: rows.clone().map(|row| start + i32::try_from(row * 7 % 600).unwrap()).collect(),
        amount: rows.clone().map(|row| i64::from(row % 39 * (row % 97)) * 100 - 9_000).collect(),
        cost: rows.map(|row| if row % 39 % 5 == 0 { i64::MIN } else { i64::from(row) }).collect(),
    };
    Asked::new(40, columns, measure, Cuts::default(), start + 500)
}

/// Sent and received, as a structured clone carries it to another thread.
fn sent<T: Carried>(thing: &T) -> Option<T> {
    let mut parcel = Parcel::default();
    parcel.put(thing);
    carried(&parcel).take()
}

/// A parcel as it arrives.
fn carried(parcel: &Parcel) -> Parcel {
    let (contents, _) = parcel.message();
    let clone = js_sys::global();
    let clone = js_sys::Reflect::get(&clone, &"structuredClone".into()).unwrap();
    let contents = js_sys::Function::from(clone).call1(&JsValue::UNDEFINED, contents).unwrap();
    Parcel::arrived(&contents).unwrap()
}

#[wasm_bindgen_test]
fn a_question_arrives_as_it_was_asked() {
    for measure in [Measure::Revenue, Measure::Margin] {
        let asked = asked(measure);
        assert_eq!(sent(&asked), Some(asked));
    }
}

#[wasm_bindgen_test]
fn an_answer_arrives_as_it_was_given() {
    for measure in [Measure::Revenue, Measure::Margin] {
        let answer = asked(measure).answer().unwrap();
        let Classification { summary, values, abc, rfm, rhythm, basis } = sent(&answer).unwrap();
        assert!(abc.groups.iter().all(|group| group.customers > 0), "all classes occur: {:?}", abc.groups);
        assert_eq!(summary, answer.summary);
        assert_eq!(values, answer.values);
        assert_eq!(abc, answer.abc);
        assert_eq!(rfm, answer.rfm);
        assert_eq!(rhythm, answer.rhythm);
        assert_eq!(basis, answer.basis);
    }
}

#[wasm_bindgen_test]
fn a_wish_and_its_demo_arrive() {
    let today = NaiveDate::from_ymd_opt(2024, 2, 29).unwrap();
    let wish = Wish { seed: u64::MAX, language: Language::ZhHans, currency: Currency::EUR, customers: 20, today };
    let asked = DemoAsked::new(&wish);
    assert_eq!(sent(&asked), Some(asked.clone()));
    let made = asked.answer().unwrap();
    assert!(!made.rates().unwrap().is_empty());
    assert_eq!(sent(&made), Some(made));
}

#[wasm_bindgen_test]
fn what_customers_said_and_what_it_comes_to_arrive() {
    let asked = asked(Measure::Revenue);
    let start = day::number(NaiveDate::from_ymd_opt(2024, 2, 29).unwrap());
    let rows = 0..120_u32;
    let answers = AnswersAsked {
        customer: rows.clone().map(|row| row % 38).collect(),
        day: rows.clone().map(|row| start + i32::try_from(row * 11 % 500).unwrap()).collect(),
        question: rows.clone().map(|row| (row % 3) as u8).collect(),
        answer: rows.map(|row| (1 + row % 5) as u8).collect(),
    };
    assert_eq!(sent(&answers), Some(answers.clone()));
    let facts = FactsAsked {
        contacted: vec![start; 40],
        first_sold: vec![start, i32::MIN],
        sold: vec![5, 0],
        sold_before: vec![0, 7],
        promises: vec![3, 5],
        promises_before: vec![0, 0],
    };
    assert_eq!(sent(&facts), Some(facts.clone()));
    // What is not known is no number, which is not itself; the written form is.
    let loyalty = answer_loyalty(&asked, &answers).unwrap();
    assert!(loyalty.customer.len() > 30 && loyalty.levels.iter().sum::<u32>() > 10);
    assert_eq!(sent(&loyalty).map(|sent| format!("{sent:?}")), Some(format!("{loyalty:?}")));
    let measured = answer_scorecard(&asked, &answers, &facts).unwrap();
    assert_eq!(sent(&measured).map(|sent| format!("{sent:?}")), Some(format!("{measured:?}")));
}

#[wasm_bindgen_test]
fn what_is_no_parcel_is_refused() {
    assert!(Parcel::arrived(&JsValue::from("hello")).is_none());
    assert_eq!(sent::<Vec<u32>>(&vec![1, 2]), Some(vec![1, 2]));
    let mut parcel = Parcel::default();
    parcel.put(&1.5_f64);
    let mut arrived = Parcel::arrived(parcel.message().0).unwrap();
    assert_eq!(arrived.take::<u32>(), None, "another kind of number");
    assert_eq!(arrived.take::<u32>(), None, "nothing is left");
}

/// Names in three scripts, one of them twice.
fn names() -> Texts {
    let mut texts = TextsBuilder::default();
    for name in ["Ada Lovelace", "王小明", "Ada King", "張偉國", "Ελένη", "Ada King"] {
        texts.field(name);
        (0..3).for_each(|_| texts.end_part());
    }
    texts.finish()
}

/// What the worker answers.
fn served(librarian: &mut Librarian, topic: Topic, put: impl FnOnce(&mut Parcel)) -> Parcel {
    let (mut question, mut reply) = (Parcel::default(), Parcel::default());
    put(&mut question);
    librarian.serve(topic, &mut carried(&question), &mut reply).unwrap();
    carried(&reply)
}

#[wasm_bindgen_test]
fn the_worker_finds_what_the_engine_finds() {
    let (mut librarian, mut engine) = (Librarian::default(), Engine::new(PAGE));
    engine.put(1, 0, &names());
    engine.prefer(1, vec![2, 0]);
    let (text, ends) = names().into_parts();
    served(&mut librarian, Topic::Texts, |parcel| {
        parcel.put(&1_u8);
        parcel.put(&0_u32);
        parcel.put(&text);
        parcel.put(&ends);
    });
    served(&mut librarian, Topic::Preferred, |parcel| {
        parcel.put(&1_u8);
        parcel.put(&vec![2_u32, 0]);
    });
    for (typed, found) in [
        ("ada", &[2_u32, 0, 5][..]),
        ("zwg", &[3]),
        ("张", &[3]),
        ("wxm", &[1]),
        ("ελενη", &[4]),
        ("-ada", &[4, 3, 1]),
        ("x", &[1]),
        ("0", &[]),
    ] {
        let mut answer = served(&mut librarian, Topic::Find, |parcel| {
            parcel.put(&typed.to_owned());
            parcel.put(&vec![1_u8, 2]);
        });
        assert_eq!(answer.take::<Vec<u32>>().unwrap(), found, "{typed}");
        assert_eq!(engine.find(1, &Query::parse(typed)), found, "{typed}");
        assert_eq!(answer.take::<Vec<u32>>(), Some(Vec::new()), "nothing is known of the other kind");
    }
    let mut answer = served(&mut librarian, Topic::Guess, |parcel| {
        parcel.put(&"lovlace".to_owned());
        parcel.put(&vec![1_u8]);
    });
    assert_eq!(answer.take::<Vec<u32>>(), Some(vec![0]));
}

#[wasm_bindgen_test]
fn marks_come_back_text_by_text() {
    let mut answer = served(&mut Librarian::default(), Topic::Mark, |parcel| {
        parcel.put(&"é 小".to_owned());
        parcel.put(&"Cafe王小明x".to_owned());
        parcel.put(&vec![4_u32, 13, 14]);
    });
    for ranges in [vec![3_u32, 4], vec![3, 6], Vec::new()] {
        assert_eq!(answer.take::<Vec<u32>>(), Some(ranges));
    }
}

#[wasm_bindgen_test]
fn a_message_that_does_not_fit_is_refused() {
    let mut parcel = Parcel::default();
    parcel.put(&1_u8);
    let refused = Librarian::default().serve(Topic::Find, &mut carried(&parcel), &mut Parcel::default());
    assert!(refused.is_none());
}

/// The log of CDNOW as the app has it: customers numbered as they come, amounts in cents.
fn cdnow() -> (usize, Columns) {
    let mut names: Vec<&str> = Vec::new();
    let mut columns = Columns::default();
    for line in include_str!("fixtures/data/cdnow_transactions.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let number = names.iter().rposition(|name| *name == cells[0]).unwrap_or_else(|| {
            names.push(cells[0]);
            names.len() - 1
        });
        columns.customer.push(u32::try_from(number).unwrap());
        columns.day.push(day::number(cells[1].parse().unwrap()));
        columns.amount.push((cells[3].parse::<f64>().unwrap() * 100.0).round() as i64);
        columns.cost.push(i64::MIN);
    }
    (names.len(), columns)
}

/// What the worker answers to a question of insights, as it arrives.
fn insight<T: Carried>(topic: Topic, asked: &Asked, detail: i32) -> T {
    let mut reply = Parcel::default();
    answer_insight(topic, &sent(asked).unwrap(), detail, &mut reply).unwrap();
    carried(&reply).take().unwrap()
}

#[wasm_bindgen_test]
fn the_worker_answers_insights_as_they_are_answered_outside_of_the_browser() {
    let (customers, columns) = cdnow();
    let end = day::number("1997-09-30".parse().unwrap());
    let asked = Asked::new(customers, columns, Measure::Revenue, Cuts::default(), end);
    let found: Known = digest(
        &insight(Topic::Outlook, &asked, 0),
        &insight(Topic::Retention, &asked, 0),
        &insight(Topic::Overview, &asked, 90),
        &insight(Topic::Unusual, &asked, 0),
        &insight(Topic::Steadiness, &asked, 0),
    );
    let near = |found: f64, expected: f64| (found - expected).abs() <= 1e-9 * expected;
    assert!(near(found.alive, CDNOW.alive) && near(found.year, CDNOW.year), "{found:?}");
    assert!(near(found.worth, CDNOW.worth) && near(found.back, CDNOW.back), "{found:?}");
    assert_eq!(
        (found.buyers, found.revenue, found.unusual, found.steady),
        (CDNOW.buyers, CDNOW.revenue, CDNOW.unusual, CDNOW.steady)
    );
}

#[wasm_bindgen_test]
fn answers_with_parts_that_may_be_missing_arrive_as_they_were_given() {
    for measure in [Measure::Revenue, Measure::Margin] {
        let asked = asked(measure);
        let found = answer_profitability(&sent(&asked).unwrap(), &[90]).unwrap();
        assert_eq!((found.hours.customers, found.hours.minutes), (1, 90));
        assert_eq!(sent::<Profitability>(&found), Some(found.clone()));
        assert!(found.known < found.customers, "some costs are not known");
    }
    let lines = LinesAsked { customers: 2, items: 3, buyer: vec![0, 1], order: vec![0, 0, 1], item: vec![0, 2, 1] };
    assert_eq!(sent(&lines), Some(lines.clone()));
    let together = lines.answer().unwrap();
    assert_eq!(sent::<Together>(&together), Some(together.clone()));
    assert_eq!((together.baskets, together.mixed), (2, 1));
}
