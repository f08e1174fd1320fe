//! One question of insights and what it was answered.

use std::sync::Arc;

use leptos::prelude::*;

/// What a question is asked for: the number of the scores' answer, and the detail of the topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    pub number: u64,
    pub detail: i32,
}

/// How it stands with a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nobody has asked.
    Unasked,
    /// A newer answer is on its way.
    Busy,
    /// What is there is the newest.
    Answered,
    /// The worker cannot be had.
    Failed,
}

/// The latest answer to a question, and how it stands with the next.
pub struct Told<T: 'static> {
    pub(super) answer: RwSignal<Option<Arc<T>>>,
    pub(super) course: Course,
}

impl<T> Clone for Told<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Told<T> {}

/// How it stands with a question, whatever it is about.
#[derive(Clone, Copy)]
pub(super) struct Course {
    pub standing: RwSignal<Standing>,
    pub wanted: StoredValue<Option<Stamp>>,
    pub running: StoredValue<bool>,
}

impl<T: Send + Sync> Told<T> {
    pub(super) fn new() -> Self {
        let course = Course {
            standing: RwSignal::new(Standing::Unasked),
            wanted: StoredValue::new(None),
            running: StoredValue::new(false),
        };
        Self { answer: RwSignal::new(None), course }
    }

    /// The latest answer; none before the first.
    pub fn answer(self) -> Option<Arc<T>> {
        self.answer.get()
    }

    /// How it stands with the next one.
    pub fn standing(self) -> Standing {
        self.course.standing.get()
    }
}
