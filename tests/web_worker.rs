//! What travels between the page and the worker arrives as it was sent.
#![cfg(all(target_arch = "wasm32", feature = "web"))]
#![allow(clippy::unwrap_used, reason = "a test may panic; clippy knows only those of the standard harness")]

use chrono::NaiveDate;
use kith::{
    analysis::{abc::Cuts, classification::Classification},
    domain::{day, settings::Measure},
    state::{Asked, Carried, Columns, Parcel},
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
    let (contents, _) = parcel.message();
    let clone = js_sys::global();
    let clone = js_sys::Reflect::get(&clone, &"structuredClone".into()).unwrap();
    let contents = js_sys::Function::from(clone).call1(&JsValue::UNDEFINED, contents).unwrap();
    Parcel::arrived(&contents).unwrap().take()
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
fn what_is_no_parcel_is_refused() {
    assert!(Parcel::arrived(&JsValue::from("hello")).is_none());
    assert_eq!(sent::<Vec<u32>>(&vec![1, 2]), Some(vec![1, 2]));
    let mut parcel = Parcel::default();
    parcel.put(&1.5_f64);
    let mut arrived = Parcel::arrived(parcel.message().0).unwrap();
    assert_eq!(arrived.take::<u32>(), None, "another kind of number");
    assert_eq!(arrived.take::<u32>(), None, "nothing is left");
}
