//! The side of the page: who has a question gets its answer, from the worker if it is a long one.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use futures_channel::oneshot::{self, Sender};
use wasm_bindgen::JsValue;

use crate::{
    analysis::classification::Classification,
    platform::{
        errors,
        worker::{Script, Worker},
        worker_script,
    },
};

use super::{parcel::Parcel, question::Asked};

/// Customers and orders up to which the page answers by itself: a millisecond, which the way to the worker takes as well.
const SMALL: usize = 20_000;

/// Answers questions.
#[derive(Debug, Clone, Default)]
pub struct Analyst(Rc<RefCell<Line>>);

/// The line to the worker.
#[derive(Debug, Default)]
struct Line {
    worker: Option<Worker>,
    /// Why the worker is not asked any more.
    broken: bool,
    number: u32,
    waiting: BTreeMap<u32, Sender<Classification>>,
}

impl Analyst {
    /// The answer. Where the worker cannot be had, the page works it out, and the console says why.
    pub async fn answer(&self, asked: Asked) -> Classification {
        if asked.size() > SMALL
            && let Some(answer) = self.ask_worker(&asked).await
        {
            return answer;
        }
        asked.answer().expect("a ledger filled from a book has sound columns")
    }

    async fn ask_worker(&self, asked: &Asked) -> Option<Classification> {
        let answer = {
            let mut line = self.0.borrow_mut();
            if line.broken {
                return None;
            }
            if line.worker.is_none() {
                match self.start() {
                    Ok(worker) => line.worker = Some(worker),
                    Err(reason) => return line.give_up(&reason),
                }
            }
            line.number += 1;
            let mut parcel = Parcel::default();
            parcel.put(&line.number);
            parcel.put(asked);
            let (contents, transfer) = parcel.message();
            let posted = line.worker.as_ref().expect("it was started above").post(contents, transfer);
            if let Err(reason) = posted {
                return line.give_up(&reason);
            }
            let (sender, answer) = oneshot::channel();
            let number = line.number;
            line.waiting.insert(number, sender);
            answer
        };
        // The sender is gone without an answer when the worker broke.
        answer.await.ok()
    }

    fn start(&self) -> Result<Worker, String> {
        let script = worker_script().ok_or("the page does not name the worker's script")?;
        let mut worker = Worker::start(&script, Script::Module)?;
        let line = Rc::downgrade(&self.0);
        worker.on_message({
            let line = line.clone();
            move |message| {
                let Some(line) = line.upgrade() else { return };
                line.borrow_mut().receive(&message);
            }
        });
        worker.on_error(move |reason| {
            let Some(line) = line.upgrade() else { return };
            line.borrow_mut().give_up(&reason);
        });
        Ok(worker)
    }
}

impl Line {
    fn receive(&mut self, message: &JsValue) {
        let Some((number, answer)) = unpack(message) else {
            self.give_up("the worker's answer cannot be read");
            return;
        };
        if let Some(sender) = self.waiting.remove(&number) {
            // Nobody may be waiting any more; then the answer is dropped.
            let _ = sender.send(answer);
        }
    }

    fn give_up(&mut self, reason: &str) -> Option<Classification> {
        errors::log(&format!("Scores are worked out on the page from now on: {reason}"));
        self.broken = true;
        self.waiting.clear();
        None
    }
}

fn unpack(message: &JsValue) -> Option<(u32, Classification)> {
    let mut parcel = Parcel::arrived(message)?;
    Some((parcel.take()?, parcel.take()?))
}
