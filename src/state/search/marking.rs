//! Marks in what is on the screen: all texts that are asked for in one turn travel together.

use std::{cell::RefCell, ops::Range, rc::Rc};

use futures_channel::oneshot::{self, Sender};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    platform::pause,
    state::answering::{Line, Topic},
};

use super::{Search, librarian};

/// A text that waits for its marks.
struct Waiting {
    typed: String,
    text: String,
    sender: Sender<Vec<Range<usize>>>,
}

/// Those that wait for the next turn.
#[derive(Clone, Default)]
pub struct Marking(Rc<RefCell<Vec<Waiting>>>);

impl Search {
    /// Where in a text stands what was typed, as ranges of bytes, in order; nothing where the worker cannot be had.
    pub async fn marks(self, typed: String, text: String) -> Vec<Range<usize>> {
        let (Some(line), Some(marking)) = (self.line.try_get_value(), self.marking.try_get_value()) else {
            return Vec::new();
        };
        let (sender, answer) = oneshot::channel();
        let first = {
            let mut waiting = marking.0.borrow_mut();
            waiting.push(Waiting { typed, text, sender });
            waiting.len() == 1
        };
        if first {
            spawn_local(async move {
                pause::yield_now().await;
                let waiting = marking.0.take();
                mark(&line, waiting).await;
            });
        }
        answer.await.unwrap_or_default()
    }
}

async fn mark(line: &Line, mut waiting: Vec<Waiting>) {
    while let Some(typed) = waiting.first().map(|first| first.typed.clone()) {
        let (same, others) = waiting.into_iter().partition(|other| other.typed == typed);
        waiting = others;
        let (texts, senders): (Vec<_>, Vec<_>) =
            Vec::into_iter(same).map(|waiting: Waiting| (waiting.text, waiting.sender)).unzip();
        let asked = line.ask(Topic::Mark, |parcel| librarian::texts_to_mark(parcel, &typed, &texts));
        let Some(mut answer) = asked.await else { return };
        for sender in senders {
            // Who scrolled away is not there any more.
            let _ = sender.send(librarian::ranges(&mut answer).unwrap_or_default());
        }
    }
}
