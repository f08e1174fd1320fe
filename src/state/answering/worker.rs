//! The side of the worker: a question comes in, its answer goes out.

use wasm_bindgen::JsValue;

use crate::{
    platform::{Guard, worker},
    state::search::Librarian,
};

use super::{
    demo::DemoAsked,
    insight::{LinesAsked, answer_insight, answer_profitability},
    line::Topic,
    listening::{AnswersAsked, FactsAsked, answer_loyalty, answer_scorecard},
    parcel::Parcel,
    question::Asked,
};

/// Answers every question of the page until dropped. To be called in a worker alone.
///
/// # Panics
/// When a message is not from this version of the page: the page hears of it as an error of the worker.
pub fn serve() -> Guard {
    let mut librarian = Librarian::default();
    worker::on_message(move |message| {
        let Some(answer) = reply(&mut librarian, &message) else { return };
        let (contents, transfer) = answer.message();
        worker::post(contents, transfer).expect("a parcel holds typed arrays, which can be sent");
    })
}

/// Orders, and what was said.
fn both(parcel: &mut Parcel) -> (Asked, AnswersAsked) {
    (parcel.take().expect("a question follows"), parcel.take().expect("answers of customers follow"))
}

/// The number of the question, then its answer; `None` for what was only told.
fn reply(librarian: &mut Librarian, message: &JsValue) -> Option<Parcel> {
    let mut parcel = Parcel::arrived(message).expect("the page sends parcels");
    let topic: Topic = parcel.take().expect("a parcel begins with what it is about");
    let number: u32 = parcel.take().expect("the number of the question follows");
    let mut reply = Parcel::default();
    reply.put(&number);
    match topic {
        Topic::Scores => {
            let asked: Asked = parcel.take().expect("a question follows");
            reply.put(&asked.answer().expect("a ledger filled from a book has sound columns"));
        }
        Topic::Demo => {
            let asked: DemoAsked = parcel.take().expect("a wish follows");
            reply.put(&asked.answer().expect("the page knows languages, currencies and days"));
        }
        Topic::Outlook | Topic::Retention | Topic::Unusual | Topic::Overview | Topic::Steadiness | Topic::Movement => {
            let asked: Asked = parcel.take().expect("a question follows");
            let detail: i32 = parcel.take().expect("what it is about follows");
            answer_insight(topic, &asked, detail, &mut reply).expect("a ledger filled from a book has sound columns");
        }
        Topic::Profitability => {
            let asked: Asked = parcel.take().expect("a question follows");
            let minutes: Vec<u32> = parcel.take().expect("the time customers took follows");
            reply.put(&answer_profitability(&asked, &minutes).expect("a ledger filled from a book has sound columns"));
        }
        Topic::Loyalty => {
            let (asked, answers): (Asked, AnswersAsked) = both(&mut parcel);
            reply.put(&answer_loyalty(&asked, &answers).expect("a ledger filled from a book has sound columns"));
        }
        Topic::Scorecard => {
            let (asked, answers): (Asked, AnswersAsked) = both(&mut parcel);
            let facts: FactsAsked = parcel.take().expect("facts follow the answers");
            let measured = answer_scorecard(&asked, &answers, &facts);
            reply.put(&measured.expect("a ledger filled from a book has sound columns"));
        }
        Topic::Together => {
            let asked: LinesAsked = parcel.take().expect("lines follow");
            reply.put(&asked.answer().expect("lines read from a book name what is there"));
        }
        Topic::Texts | Topic::Preferred | Topic::Find | Topic::Guess | Topic::Mark => {
            librarian.serve(topic, &mut parcel, &mut reply).expect("the page sends what belongs to the topic");
        }
    }
    (number != 0).then_some(reply)
}
