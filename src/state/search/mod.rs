//! The search as views see it: a thin handle. The engine and its tables live in a worker of their own ([`librarian`]), which gets
//! the texts of every page that changed ([`keeping`]) and answers with slots ([`hits`]).

mod hits;
mod keeping;
mod librarian;
mod marking;
mod page_texts;

use leptos::{prelude::*, task::spawn_local};

use crate::domain::record::Kind;

use super::{
    answering::{Line, Topic},
    workspace::Workspace,
};

pub use hits::Hits;
pub use librarian::Librarian;
pub use page_texts::page_texts;

use marking::Marking;

/// The search.
#[derive(Clone, Copy)]
pub struct Search {
    line: StoredValue<Line, LocalStorage>,
    marking: StoredValue<Marking, LocalStorage>,
    /// Rises whenever the worker knows of more; 0 as long as it does not know everything.
    known: RwSignal<u64>,
    problem: RwSignal<Option<String>>,
}

impl Search {
    /// The kinds of record that can be found.
    pub const KINDS: [Kind; 9] = [
        Kind::Party,
        Kind::Product,
        Kind::Order,
        Kind::Note,
        Kind::Survey,
        Kind::Interaction,
        Kind::Task,
        Kind::Promise,
        Kind::Deal,
    ];

    /// Keeps the worker informed from now on, and hands the search to every view below.
    pub fn start(workspace: Workspace) -> Self {
        let problem = RwSignal::new(None);
        let line = Line::new(move |reason| problem.set(Some(reason.to_owned())));
        let search = Self {
            line: StoredValue::new_local(line),
            marking: StoredValue::new_local(Marking::default()),
            known: RwSignal::new(0),
            problem,
        };
        search.keep(workspace);
        provide_context(search);
        search
    }

    /// The search of the views above.
    pub fn expect() -> Self {
        use_context().expect("the app starts the search before it shows a view")
    }

    /// Whether everything there is can be found; right after the start the worker still reads.
    pub fn is_ready(self) -> bool {
        self.known.get() > 0
    }

    /// Why nothing can be found any more, in the browser's words.
    pub fn problem(self) -> Option<String> {
        self.problem.get()
    }

    /// What is found for a text that changes, in records that change; the newest question wins, and until it is answered the answer
    /// before stands. First come those in which it stands as typed, a moment later those in which something was mistyped.
    pub fn follow(self, text: Signal<String>, kinds: &'static [Kind]) -> ReadSignal<Hits> {
        let hits = RwSignal::new(Hits::default());
        let asked = StoredValue::new(0_u64);
        Effect::new(move |_| {
            let (text, known) = (text.get(), self.known.get());
            let own = asked.with_value(|asked| asked + 1);
            asked.set_value(own);
            if text.trim().is_empty() {
                if hits.with_untracked(|hits| !hits.is_for("")) {
                    hits.set(Hits::default());
                }
                return;
            }
            if known == 0 {
                return;
            }
            let is_stale = move || asked.try_with_value(|asked| *asked != own).unwrap_or(true);
            spawn_local(async move {
                let Some(found) = self.ask(&text, kinds).await else { return };
                if is_stale() {
                    return;
                }
                hits.set(found.clone());
                let Some(found) = self.guess(found).await else { return };
                if !is_stale() && found.has_guesses() {
                    hits.set(found);
                }
            });
        });
        hits.read_only()
    }

    /// Where a text stands as typed, in records of these kinds as they are known now. `None` when the worker cannot be had.
    pub async fn ask(self, text: &str, kinds: &[Kind]) -> Option<Hits> {
        let line = self.line.try_get_value()?;
        let mut answer = line.ask(Topic::Find, |parcel| librarian::question(parcel, text, kinds)).await?;
        Some(Hits::found(text, librarian::slots(&mut answer, kinds)?))
    }

    /// What was found, with those added in which something was mistyped.
    pub async fn guess(self, found: Hits) -> Option<Hits> {
        let line = self.line.try_get_value()?;
        let kinds = found.kinds();
        let mut answer = line.ask(Topic::Guess, |parcel| librarian::question(parcel, found.text(), &kinds)).await?;
        Some(found.with_guesses(librarian::slots(&mut answer, &kinds)?))
    }
}
