//! The workspace as views see it: the book, a revision for each kind of record, and how things stand with the store.

use std::rc::Rc;

use leptos::prelude::{
    Get, GetUntracked, LocalStorage, RwSignal, Set, StoredValue, Track, Update, UpdateValue, WithValue,
    provide_context, use_context,
};

use crate::{
    domain::{
        book::Book,
        change::{Head, Stamp},
        edit::Edit,
        history::{History, Step},
        id::{Id, Mint},
        record::Kind,
    },
    platform::channel::Channel,
    storage::{ClosedBy, Db, StorageError},
    sync::clock::Clock,
};

use super::commit::Draft;

/// How far the workspace has come.
#[derive(Debug, Clone, PartialEq)]
pub enum Phase {
    /// It is being read; nothing may be written.
    Opening {
        /// Pages read.
        done: u32,
        /// Pages there are.
        total: u32,
    },
    /// It can be read and written.
    Ready,
    /// It could not be opened; nothing was changed.
    Failed(OpenError),
    /// It was open, and can no longer be written.
    Stopped(Stop),
}

/// Why a workspace could not be opened.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum OpenError {
    /// The store said so.
    #[error(transparent)]
    Storage(#[from] StorageError),
    /// A page or a change can be read by the store but makes no sense.
    #[error("{place} cannot be read: {cause}")]
    Unreadable {
        /// Which.
        place: String,
        /// What the decoder says.
        cause: String,
    },
}

/// Why writing came to an end.
#[derive(Debug, Clone, PartialEq)]
pub enum Stop {
    /// Somebody closed the connection: a newer version in another tab, or the browser.
    Closed(ClosedBy),
    /// Another tab erased or replaced the workspace.
    Replaced,
    /// The journal holds something that cannot be read.
    Broken(String),
}

/// What became of the latest write.
#[derive(Debug, Clone, PartialEq)]
pub enum Saving {
    /// Everything is on the disk.
    Saved,
    /// A write is under way.
    Busy,
    /// The latest write failed; nothing of it was kept.
    Failed(StorageError),
}

/// What lies behind the signals.
pub(super) struct Core {
    pub book: Book,
    pub history: History,
    pub clock: Clock,
    pub mint: Mint,
    pub db: Option<Rc<Db>>,
    /// The number of the last change that the book contains.
    pub seq: u64,
    /// The number of the change up to which the pages are written.
    pub checkpoint: u64,
    /// Whether a checkpoint is waiting for a quiet moment.
    pub checkpoint_waits: bool,
    pub device: u64,
    /// Where the other tabs listen.
    pub channel: Option<Channel>,
    /// One write at a time; the others wait in line.
    pub writing: Rc<async_lock::Mutex<()>>,
}

/// A handle on the workspace: small, copied into every closure.
#[derive(Clone, Copy)]
pub struct Workspace {
    pub(super) core: StoredValue<Core, LocalStorage>,
    revisions: [RwSignal<u64>; Kind::ALL.len()],
    latest: RwSignal<Option<Head>>,
    phase: RwSignal<Phase>,
    saving: RwSignal<Saving>,
}

impl Workspace {
    /// An empty workspace that nothing was read into yet. `run` has to be random bytes, new at each start.
    pub fn new(run: [u8; 14]) -> Self {
        let [a, b, c, d, e, f, device @ ..] = run;
        let device = u64::from_le_bytes(device);
        let core = Core {
            book: Book::default(),
            history: History::default(),
            clock: Clock::new(device),
            mint: Mint::new([a, b, c, d, e, f]),
            db: None,
            seq: 0,
            checkpoint: 0,
            checkpoint_waits: false,
            device,
            channel: None,
            writing: Rc::default(),
        };
        Self {
            core: StoredValue::new_local(core),
            revisions: std::array::from_fn(|_| RwSignal::new(0)),
            latest: RwSignal::new(None),
            phase: RwSignal::new(Phase::Opening { done: 0, total: 0 }),
            saving: RwSignal::new(Saving::Saved),
        }
    }

    /// Hands the workspace to every view below.
    pub fn provide(self) {
        provide_context(self);
    }

    /// The workspace of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app provides a workspace before it shows a view")
    }

    /// Asks the book, and again whenever a record of one of `kinds` changes.
    pub fn read<R>(self, kinds: &[Kind], ask: impl FnOnce(&Book) -> R) -> R {
        for kind in kinds {
            self.revision(*kind).track();
        }
        self.peek(ask)
    }

    /// Asks the book once.
    pub fn peek<R>(self, ask: impl FnOnce(&Book) -> R) -> R {
        self.core.with_value(|core| ask(&core.book))
    }

    /// Rises whenever a record of that kind changes.
    pub fn revision(self, kind: Kind) -> RwSignal<u64> {
        self.revisions[usize::from(kind.number()) - 1]
    }

    pub(super) fn touch(self, kinds: &[Kind]) {
        for kind in kinds {
            self.revision(*kind).update(|revision| *revision += 1);
        }
    }

    /// How far the workspace has come.
    pub fn phase(self) -> Phase {
        self.phase.get()
    }

    pub(super) fn set_phase(self, phase: Phase) {
        self.phase.set(phase);
    }

    /// Whether records can be written.
    pub fn is_ready(self) -> bool {
        matches!(self.phase.get(), Phase::Ready)
    }

    pub(super) fn is_ready_now(self) -> bool {
        matches!(self.phase.get_untracked(), Phase::Ready)
    }

    /// What became of the latest write.
    pub fn saving(self) -> Saving {
        self.saving.get()
    }

    pub(super) fn set_saving(self, saving: Saving) {
        self.saving.set(saving);
    }

    /// The history grows with each change, and is there from the moment when the workspace was opened.
    fn track_history(self) {
        self.latest.track();
        self.phase.track();
    }

    /// The head of the change that an undo would take back.
    pub fn undoable(self) -> Option<Head> {
        self.next_undo().map(|step| step.origin)
    }

    /// What an undo would take back, with its place in the journal.
    pub fn next_undo(self) -> Option<Step> {
        self.track_history();
        self.core.with_value(|core| core.history.undo().cloned())
    }

    /// The head of the change that a redo would bring back.
    pub fn redoable(self) -> Option<Head> {
        self.next_redo().map(|step| step.origin)
    }

    /// What a redo would bring back, with the place of its undo in the journal.
    pub fn next_redo(self) -> Option<Step> {
        self.track_history();
        self.core.with_value(|core| core.history.redo().cloned())
    }

    /// The head of the latest change, made here or in another tab.
    pub fn latest(self) -> Option<Head> {
        self.latest.get()
    }

    pub(super) fn set_latest(self, head: Head) {
        self.latest.set(Some(head));
    }

    /// A new id.
    pub fn new_id<T>(self, now: u64) -> Id<T> {
        let mut id = None;
        self.core.update_value(|core| id = Some(core.mint.id(now)));
        id.expect("the value was updated just now")
    }

    /// Works out a change against the book as it is now.
    pub fn draft(self, make: impl FnOnce(&mut Edit<'_>)) -> Draft {
        self.core.with_value(|core| {
            let mut edit = Edit::of(&core.book);
            make(&mut edit);
            Draft { base: core.seq, ops: edit.finish() }
        })
    }

    /// The number of the last change that the book contains.
    pub fn seq(self) -> u64 {
        self.core.with_value(|core| core.seq)
    }

    /// This device, as it stands in the stamps of changes.
    pub(super) fn device(self) -> u64 {
        self.core.with_value(|core| core.device)
    }

    /// Whether a change was made on this device.
    pub fn is_own(self, stamp: Stamp) -> bool {
        stamp.device == self.device()
    }

    pub(super) fn db(self) -> Result<Rc<Db>, StorageError> {
        self.core.with_value(|core| core.db.clone()).ok_or(StorageError::NotLoaded)
    }
}
