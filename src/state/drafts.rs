//! What is typed into forms and not saved yet, kept so that it outlives the form, the page and the browser.
//!
//! A draft belongs to this device: it is no change, in no history and in no backup. All of them are held in memory, so that one
//! knows at once whether there is one, and written when the typing pauses or the page goes out of sight. As long as something is
//! not written, the browser asks before it closes the page.

use std::collections::BTreeMap;

use leptos::{
    prelude::{
        Effect, GetUntracked, GetValue, LocalStorage, RwSignal, Set, SetValue, StoredValue, Update, UpdateValue, With,
        WithUntracked, WithValue, provide_context, use_context,
    },
    task::spawn_local,
};
use minicbor::{Decode, Encode};

use crate::{
    platform::{Guard, clock, leaving, pause},
    storage::StorageError,
};

use super::workspace::Workspace;

/// How long nothing has to be typed before it is written, in milliseconds.
const PAUSE: u32 = 400;
/// After so many pauses it is written even though the typing goes on.
const PATIENCE: u32 = 8;

/// What was typed, and when.
#[derive(Debug, Clone, PartialEq, Eq, Encode, Decode)]
pub struct Kept {
    /// The latest keystroke, UTC milliseconds.
    #[n(0)]
    pub at: u64,
    /// What the form makes of its content.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub content: Vec<u8>,
}

/// The drafts of this device. A name is a topic, such as `party/new`, and what tells two drafts of one topic apart.
#[derive(Clone, Copy)]
pub struct Drafts {
    workspace: Workspace,
    all: RwSignal<BTreeMap<String, Kept>>,
    /// Names whose draft is not on the disk as it is here, each with the number of the keystroke that changed it.
    unwritten: StoredValue<BTreeMap<String, u64>>,
    typed: StoredValue<u64>,
    /// The topic whose latest draft the next form takes up without asking.
    resumed: StoredValue<Option<String>>,
    is_waiting: StoredValue<bool>,
    /// Ends with the app.
    _guards: StoredValue<Guard, LocalStorage>,
}

impl Drafts {
    /// Reads the drafts as soon as the workspace is open, and hands them to every view below.
    pub fn start(workspace: Workspace) -> Self {
        let unwritten = StoredValue::new(BTreeMap::new());
        let asks = leaving::guard_unload(move || unwritten.with_value(|unwritten| !unwritten.is_empty()));
        let guards = StoredValue::new_local(asks);
        let drafts = Self {
            workspace,
            all: RwSignal::default(),
            unwritten,
            typed: StoredValue::new(0),
            resumed: StoredValue::new(None),
            is_waiting: StoredValue::new(false),
            _guards: guards,
        };
        let hides = leaving::on_hide(move || spawn_local(drafts.write()));
        guards.update_value(|guard| *guard = std::mem::take(guard).and(hides));
        Effect::new(move |was_ready: Option<bool>| {
            let is_ready = workspace.is_ready();
            if is_ready && was_ready != Some(true) {
                spawn_local(drafts.read());
            }
            is_ready
        });
        provide_context(drafts);
        drafts
    }

    /// The drafts of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app starts the drafts before it shows a view")
    }

    /// The latest draft of a topic but the one of that name; tells again when that changes.
    pub fn latest(self, topic: &str, but: Option<&str>) -> Option<(String, Kept)> {
        let is_of =
            |name: &str| name.strip_prefix(topic).is_some_and(|rest| rest.starts_with('/')) && Some(name) != but;
        self.all.with(|all| {
            let of_topic = all.iter().filter(|(name, _)| is_of(name));
            of_topic.max_by_key(|(_, kept)| kept.at).map(|(name, kept)| (name.clone(), kept.clone()))
        })
    }

    /// Whether there is a draft of that name.
    pub fn has(self, name: &str) -> bool {
        self.all.with_untracked(|all| all.contains_key(name))
    }

    /// Keeps what was typed just now.
    pub fn keep(self, name: &str, content: Vec<u8>) {
        let kept = Kept { at: clock::now(), content };
        self.all.update(|all| drop(all.insert(name.to_owned(), kept)));
        self.changed(name);
    }

    /// Forgets a draft; does nothing where there is none.
    pub fn forget(self, name: &str) {
        if self.has(name) {
            self.all.update(|all| drop(all.remove(name)));
            self.changed(name);
        }
    }

    /// Keeps a draft of a topic that the next form of the topic takes up without asking.
    pub fn hand_over(self, topic: &str, content: Vec<u8>) {
        self.keep(&format!("{topic}/{}", self.workspace.new_id::<Kept>(clock::now())), content);
        self.resumed.set_value(Some(topic.to_owned()));
    }

    /// Whether the latest draft of a topic is to be taken up without asking; told once.
    pub fn is_handed_over(self, topic: &str) -> bool {
        let is_it = self.resumed.with_value(|resumed| resumed.as_deref() == Some(topic));
        if is_it {
            self.resumed.set_value(None);
        }
        is_it
    }

    fn changed(self, name: &str) {
        self.typed.update_value(|typed| *typed += 1);
        let typed = self.typed.get_value();
        self.unwritten.update_value(|unwritten| {
            unwritten.insert(name.to_owned(), typed);
        });
        if !self.is_waiting.get_value() {
            self.is_waiting.set_value(true);
            spawn_local(self.write_at_a_pause());
        }
    }

    async fn write_at_a_pause(self) {
        for _ in 0..PATIENCE {
            let typed = self.typed.get_value();
            pause::sleep(PAUSE).await;
            if self.typed.get_value() == typed {
                break;
            }
        }
        self.is_waiting.set_value(false);
        self.write().await;
    }

    /// Writes what is not written. What cannot be written stays to be written, at the next keystroke or when the page hides.
    async fn write(self) {
        let asked = self.unwritten.get_value();
        if asked.is_empty() {
            return;
        }
        let bytes = |kept: &Kept| minicbor::to_vec(kept).expect("a vector takes every byte");
        let rows: Vec<_> =
            self.all.with_untracked(|all| asked.keys().map(|name| (name.clone(), all.get(name).map(bytes))).collect());
        if self.write_rows(&rows).await.is_ok() {
            self.unwritten.update_value(|unwritten| unwritten.retain(|name, typed| asked.get(name) != Some(typed)));
        }
    }

    async fn write_rows(self, rows: &[(String, Option<Vec<u8>>)]) -> Result<(), StorageError> {
        self.workspace.db()?.keep_drafts(rows).await
    }

    async fn read(self) {
        let Ok(db) = self.workspace.db() else { return };
        // A form without its drafts is still a form; why the store cannot be read is told elsewhere.
        let Ok(rows) = db.drafts().await else { return };
        let mut all = self.all.get_untracked();
        for (name, bytes) in rows {
            // One that a later version wrote is left to it.
            if let Ok(kept) = minicbor::decode(&bytes)
                && self.unwritten.with_value(|unwritten| !unwritten.contains_key(&name))
            {
                all.insert(name, kept);
            }
        }
        self.all.set(all);
    }
}
