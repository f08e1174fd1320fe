//! The side of the worker: a question comes in, its answer goes out.

use wasm_bindgen::JsValue;

use crate::platform::{Guard, worker};

use super::{parcel::Parcel, question::Asked};

/// Answers every question of the page until dropped. To be called in a worker alone.
///
/// # Panics
/// When a message is not from this version of the page: the page hears of it as an error of the worker.
pub fn serve() -> Guard {
    worker::on_message(|message| {
        let answer = reply(&message);
        let (contents, transfer) = answer.message();
        worker::post(contents, transfer).expect("a parcel holds typed arrays, which can be sent");
    })
}

/// The number of the question, then its answer.
fn reply(message: &JsValue) -> Parcel {
    let mut parcel = Parcel::arrived(message).expect("the page sends parcels");
    let number: u32 = parcel.take().expect("a parcel begins with the number of the question");
    let asked: Asked = parcel.take().expect("a question follows");
    let mut reply = Parcel::default();
    reply.put(&number);
    reply.put(&asked.answer().expect("a ledger filled from a book has sound columns"));
    reply
}
