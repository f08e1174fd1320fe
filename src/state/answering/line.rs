//! The page's line to a worker: messages go out, answers come back under the number of their question.

use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

use futures_channel::oneshot::{self, Sender};
use js_sys::Array;
use wasm_bindgen::JsValue;

use crate::platform::{
    worker::{Script, Worker},
    worker_script,
};

use super::parcel::{Carried, Parcel};

/// What a message is about, the first thing in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Classes and scores.
    Scores = 0,
    /// Texts of a page of records, to be searched.
    Texts = 1,
    /// Who comes first among those found equally well.
    Preferred = 2,
    /// What is looked for.
    Find = 3,
    /// What is looked for, mistyped.
    Guess = 4,
    /// Where words stand in texts.
    Mark = 5,
    /// The records of a demo.
    Demo = 6,
    /// Who comes back, and what it is worth.
    Outlook = 7,
    /// Cohorts, and how long the second order takes.
    Retention = 8,
    /// Who earns, who costs.
    Profitability = 9,
    /// What is bought together.
    Together = 10,
    /// What stands out.
    Unusual = 11,
    /// The few numbers that matter.
    Overview = 12,
    /// How steadily customers buy.
    Steadiness = 13,
    /// Who moved between two days.
    Movement = 14,
    /// What customers say, and what they do.
    Loyalty = 15,
    /// What a scorecard measures.
    Scorecard = 16,
}

impl Topic {
    const ALL: [Self; 17] = [
        Self::Scores,
        Self::Texts,
        Self::Preferred,
        Self::Find,
        Self::Guess,
        Self::Mark,
        Self::Demo,
        Self::Outlook,
        Self::Retention,
        Self::Profitability,
        Self::Together,
        Self::Unusual,
        Self::Overview,
        Self::Steadiness,
        Self::Movement,
        Self::Loyalty,
        Self::Scorecard,
    ];
}

impl Carried for Topic {
    fn put(&self, parcel: &mut Parcel) {
        (*self as u8).put(parcel);
    }

    fn take(parcel: &mut Parcel) -> Option<Self> {
        Self::ALL.get(usize::from(parcel.take::<u8>()?)).copied()
    }
}

/// Who is told why a line broke.
type Told = Rc<dyn Fn(&str)>;

/// A worker of its own, started by the first message.
#[derive(Clone, Default)]
pub struct Line(Rc<RefCell<State>>);

#[derive(Default)]
struct State {
    worker: Option<Worker>,
    /// Why the worker is not asked any more.
    broken: Option<String>,
    on_break: Option<Told>,
    number: u32,
    waiting: BTreeMap<u32, Sender<Parcel>>,
}

impl Line {
    /// A line that tells, once, why it broke.
    pub fn new(on_break: impl Fn(&str) + 'static) -> Self {
        let line = Self::default();
        line.0.borrow_mut().on_break = Some(Rc::new(on_break));
        line
    }

    /// Whether nothing more will come over it.
    pub fn is_broken(&self) -> bool {
        self.0.borrow().broken.is_some()
    }

    /// Tells the worker something that is not answered.
    pub fn tell(&self, topic: Topic, put: impl FnOnce(&mut Parcel)) {
        self.post(topic, 0, put);
    }

    /// Asks the worker; `None` when it cannot be had or breaks before it answers.
    pub async fn ask(&self, topic: Topic, put: impl FnOnce(&mut Parcel)) -> Option<Parcel> {
        let (sender, answer) = oneshot::channel();
        let number = {
            let mut state = self.0.borrow_mut();
            state.number += 1;
            let number = state.number;
            state.waiting.insert(number, sender);
            number
        };
        self.post(topic, number, put);
        // The sender is gone without an answer when the worker broke.
        answer.await.ok()
    }

    fn post(&self, topic: Topic, number: u32, put: impl FnOnce(&mut Parcel)) {
        let mut parcel = Parcel::default();
        parcel.put(&topic);
        parcel.put(&number);
        put(&mut parcel);
        let (contents, transfer) = parcel.message();
        if let Err(reason) = self.send(contents, transfer) {
            self.give_up(&reason);
        }
    }

    fn send(&self, contents: &JsValue, transfer: &Array) -> Result<(), String> {
        let mut state = self.0.borrow_mut();
        if let Some(reason) = &state.broken {
            return Err(reason.clone());
        }
        if state.worker.is_none() {
            state.worker = Some(self.start()?);
        }
        state.worker.as_ref().expect("it was started above").post(contents, transfer)
    }

    fn start(&self) -> Result<Worker, String> {
        let script = worker_script().ok_or("the page does not name the worker's script")?;
        let mut worker = Worker::start(&script, Script::Module)?;
        let line = Rc::downgrade(&self.0);
        worker.on_message({
            let line = line.clone();
            move |message| {
                let Some(line) = line.upgrade().map(Self) else { return };
                line.receive(&message);
            }
        });
        worker.on_error(move |reason| {
            let Some(line) = line.upgrade().map(Self) else { return };
            line.give_up(&reason);
        });
        Ok(worker)
    }

    fn receive(&self, message: &JsValue) {
        let arrived = Parcel::arrived(message).and_then(|mut parcel| Some((parcel.take::<u32>()?, parcel)));
        let Some((number, answer)) = arrived else {
            self.give_up("the worker's answer cannot be read");
            return;
        };
        let sender = self.0.borrow_mut().waiting.remove(&number);
        if let Some(sender) = sender {
            // Nobody may be waiting any more; then the answer is dropped.
            let _ = sender.send(answer);
        }
    }

    /// Stops the worker, whatever it is doing; who waits, waits no longer, and the next message starts another.
    pub fn restart(&self) {
        let (worker, waiting) = {
            let mut state = self.0.borrow_mut();
            (state.worker.take(), std::mem::take(&mut state.waiting))
        };
        drop((worker, waiting));
    }

    /// Nothing comes over the line any more; who waits, waits no longer.
    pub fn give_up(&self, reason: &str) {
        let (waiting, on_break) = {
            let mut state = self.0.borrow_mut();
            let first = state.broken.is_none();
            state.broken.get_or_insert_with(|| reason.to_owned());
            (std::mem::take(&mut state.waiting), state.on_break.clone().filter(|_| first))
        };
        drop(waiting);
        if let Some(on_break) = on_break {
            on_break(reason);
        }
    }
}
