//! Long work on a file, as its card shows it.

use std::{cell::Cell, rc::Rc};

use leptos::prelude::*;

use crate::{
    i18n::{t_string, use_i18n},
    state::{Progress as Done, Step, Watch},
    ui::{components::Progress, pages::import::step_name},
};

/// Long work as a view shows it: how far it is, and the way to stop it.
#[derive(Clone, Copy)]
pub struct Work {
    done: RwSignal<Option<Done>>,
    cancelled: StoredValue<Rc<Cell<bool>>, LocalStorage>,
}

impl Work {
    /// Nothing goes on.
    pub fn new() -> Self {
        let work = Self { done: RwSignal::new(None), cancelled: StoredValue::new_local(Rc::default()) };
        on_cleanup(move || work.cancel());
        work
    }

    /// Begins, and says who watches.
    pub fn begin(self) -> Watch {
        let cancelled = Rc::default();
        self.cancelled.set_value(Rc::clone(&cancelled));
        self.done.set(Some(Done { step: Step::Reading, done: 0, total: 0 }));
        // The page may be gone when the news comes.
        let tell = move |done| {
            let _ = self.done.try_set(Some(done));
        };
        Watch::new(tell, cancelled)
    }

    /// It is over.
    pub fn end(self) {
        let _ = self.done.try_set(None);
    }

    /// Whether something goes on.
    pub fn is_busy(self) -> bool {
        self.done.with(Option::is_some)
    }

    /// Stops it at its next pause.
    pub fn cancel(self) {
        let _ = self.cancelled.try_with_value(|cancelled| cancelled.set(true));
    }
}

/// How far it is.
#[component]
pub fn WorkView(
    /// The work.
    work: Work,
) -> impl IntoView {
    let i18n = use_i18n();
    let label = Signal::derive(move || {
        let step = work.done.with(|done| done.map_or(Step::Reading, |done| done.step));
        step_name(i18n.get_locale(), step)
    });
    let value = Signal::derive(move || {
        let done = work.done.get()?;
        (done.total > 0).then(|| done.done as f64 / done.total as f64)
    });
    view! {
        <Show when=move || work.is_busy()>
            <Progress
                label
                value
                cancel_label=Signal::derive(move || t_string!(i18n, common.cancel).to_string())
                on_cancel=Callback::new(move |()| work.cancel())
            />
        </Show>
    }
}
