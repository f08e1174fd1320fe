//! Work on a file that takes its time: what is being done, how far it has come, and whether it is still wanted.

use std::{cell::Cell, fmt, rc::Rc};

use crate::platform::pause::Slice;

/// What is being done with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Step {
    /// Its bytes are read; counted in bytes.
    Reading,
    /// The columns are looked at; counted in rows.
    Profiling,
    /// The cells are read; counted in rows.
    Checking,
    /// What it does to the book is worked out; counted in about rows.
    Planning,
    /// The change is written; not counted.
    Saving,
    /// A file is written; counted in about bytes.
    Writing,
    /// The file that was written is packed; not counted.
    Packing,
}

/// How far it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Progress {
    /// What is being done.
    pub step: Step,
    /// How much of it is done.
    pub done: u64,
    /// How much there is to do.
    pub total: u64,
}

/// It was told to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

/// Somebody who watches, and who may want it to stop.
#[derive(Clone)]
pub struct Watch {
    progress: Rc<dyn Fn(Progress)>,
    cancelled: Rc<Cell<bool>>,
}

impl Watch {
    /// Tells `progress` at each pause how far it is. Setting `cancelled` ends it at the next pause.
    pub fn new(progress: impl Fn(Progress) + 'static, cancelled: Rc<Cell<bool>>) -> Self {
        Self { progress: Rc::new(progress), cancelled }
    }

    /// Nobody watches.
    pub fn nobody() -> Self {
        Self::new(|_| (), Rc::default())
    }

    /// Tells how far it is, lets the browser in when the slice is used up, and says whether to go on.
    ///
    /// # Errors
    /// [`Cancelled`]
    pub(super) async fn pause(
        &self,
        slice: &mut Slice,
        step: Step,
        done: usize,
        total: usize,
    ) -> Result<(), Cancelled> {
        self.tell(step, done, total);
        slice.pause_if_used_up().await;
        if self.cancelled.get() { Err(Cancelled) } else { Ok(()) }
    }

    pub(super) fn tell(&self, step: Step, done: usize, total: usize) {
        (self.progress)(Progress { step, done: done as u64, total: total as u64 });
    }
}

impl fmt::Debug for Watch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Watch").field("cancelled", &self.cancelled).finish_non_exhaustive()
    }
}
