//! The side of the page: who has a question gets its answer, from the worker if it is a long one, or one that the page cannot answer.

use std::fmt;

use crate::{analysis::classification::Classification, platform::errors};

use super::{
    line::{Line, Topic},
    parcel::Carried,
    question::Asked,
};

/// Customers and orders up to which the page answers by itself: a millisecond, which the way to the worker takes as well.
const SMALL: usize = 20_000;

/// Answers questions.
#[derive(Clone)]
pub struct Analyst(Line);

impl Default for Analyst {
    fn default() -> Self {
        Self(Line::new(|reason| errors::log(&format!("The worker is not asked any more: {reason}"))))
    }
}

impl fmt::Debug for Analyst {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Analyst").finish_non_exhaustive()
    }
}

impl Analyst {
    /// The answer. Where the worker cannot be had, the page works it out, and the console says why.
    pub async fn answer(&self, asked: Asked) -> Classification {
        if asked.size() > SMALL
            && !self.0.is_broken()
            && let Some(answer) = self.ask_worker(Topic::Scores, &asked).await
        {
            return answer;
        }
        asked.answer().expect("a ledger filled from a book has sound columns")
    }

    /// The worker's answer; `None` where it cannot be had, and the console says why.
    pub async fn ask_worker<A: Carried>(&self, topic: Topic, asked: &impl Carried) -> Option<A> {
        let answer = self.0.ask(topic, |parcel| parcel.put(asked)).await?.take();
        if answer.is_none() {
            self.0.give_up("the worker's answer cannot be read");
        }
        answer
    }
}
