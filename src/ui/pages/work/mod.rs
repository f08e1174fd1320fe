//! What is to be done and what was promised: as lines of a customer's page and of lists, and the dialogs in which they are written.
//! The dialogs are there once for the whole app; a [`WorkDesk`] says which one is open.

mod add_task;
mod customer_promises;
mod customer_tasks;
mod desk;
mod lists;
mod promise_draft;
mod promise_form;
mod promise_line;
mod task_draft;
mod task_form;
mod task_line;
mod today_page;
mod when;

use leptos::prelude::*;

pub use customer_promises::{PromisesCard, ReliabilityLine};
pub use customer_tasks::TasksCard;
pub use desk::WorkDesk;
pub use lists::{PromisesPage, TasksPage};
pub use promise_line::PromiseEvent;
pub use task_line::TaskEvent;
pub use today_page::TodayPage;
pub use when::today;

use promise_form::PromiseForm;
use task_form::TaskForm;

/// The dialogs of tasks and promises.
#[component]
pub fn WorkForms() -> impl IntoView {
    view! {
        <TaskForm/>
        <PromiseForm/>
    }
}
