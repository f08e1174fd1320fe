//! Which task or promise is being written.

use leptos::prelude::*;

use crate::{
    domain::{id::Id, party::Party, promise::Promise, task::Task},
    ui::pages::customer::pad::{Job, OpenJob},
};

/// A handle on it, for the whole app.
#[derive(Clone, Copy)]
pub struct WorkDesk {
    /// The task whose form is open.
    pub task: OpenJob<Task>,
    /// The promise whose form is open.
    pub promise: OpenJob<Promise>,
    /// For whom a new one is.
    whom: RwSignal<Option<Id<Party>>>,
}

impl WorkDesk {
    /// Hands an empty desk to the views below.
    pub fn start() -> Self {
        let desk = Self { task: RwSignal::new(None), promise: RwSignal::new(None), whom: RwSignal::new(None) };
        provide_context(desk);
        desk
    }

    /// The desk of the views above.
    pub fn expect() -> Self {
        use_context().expect("the shell lays out a desk before it shows a page")
    }

    /// Whether a dialog is wanted.
    pub fn is_wanted(self) -> Signal<bool> {
        Signal::derive(move || self.task.with(Option::is_some) || self.promise.with(Option::is_some))
    }

    /// For whom a new one is.
    pub(super) fn whom(self) -> Option<Id<Party>> {
        self.whom.get_untracked()
    }

    /// Opens the form of a new task, for a customer or for nobody in particular.
    pub fn new_task(self, party: Option<Id<Party>>) {
        self.whom.set(party);
        self.task.set(Some(Job::New));
    }

    /// Opens the form of a task.
    pub fn edit_task(self, task: Id<Task>) {
        self.task.set(Some(Job::Edit(task)));
    }

    /// Opens the form of a new promise to a customer.
    pub fn new_promise(self, party: Id<Party>) {
        self.whom.set(Some(party));
        self.promise.set(Some(Job::New));
    }

    /// Opens the form of a promise.
    pub fn edit_promise(self, promise: Id<Promise>) {
        self.promise.set(Some(Job::Edit(promise)));
    }
}
