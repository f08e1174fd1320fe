//! What if: another way to classify is tried out, and kept under a name or used.

mod bar;
mod movers;
mod name;

pub use bar::ProfileBar;
pub use movers::{Mover, Movers, Moving};

use leptos::prelude::*;

use crate::{
    domain::{
        profile::{Method, Profile},
        record::Kind,
    },
    state::{Scores, Workspace},
};

/// What is tried out on a page, and what holds.
#[derive(Clone, Copy)]
pub struct WhatIf {
    trial: RwSignal<Option<Method>>,
    /// The profile that was chosen to be looked at.
    chosen: RwSignal<Option<String>>,
    /// What the page shows: what is tried out, else what holds.
    pub now: Memo<Method>,
    /// Whether that is something else than what holds.
    pub changed: Memo<bool>,
    profiles: Memo<Vec<Profile>>,
    in_use: Memo<Option<String>>,
}

impl WhatIf {
    /// Nothing is tried out yet.
    pub fn here() -> Self {
        let (scores, workspace) = (Scores::expect(), Workspace::expect());
        let trial = RwSignal::new(None::<Method>);
        let holds = Memo::new(move |_| scores.signal().with(|answer| answer.settings.method()));
        let now = Memo::new(move |_| trial.get().unwrap_or_else(|| holds.get()));
        Self {
            trial,
            chosen: RwSignal::new(None),
            now,
            changed: Memo::new(move |_| now.get() != holds.get()),
            profiles: Memo::new(move |_| workspace.read(&[Kind::Settings], |book| book.settings().profiles)),
            in_use: Memo::new(move |_| {
                workspace.read(&[Kind::Settings], |book| book.settings().profile_in_use().map(str::to_owned))
            }),
        }
    }

    /// Tries something else.
    pub fn try_out(self, change: impl FnOnce(&mut Method)) {
        let mut method = self.now.get_untracked();
        change(&mut method);
        self.trial.set(Some(method));
    }

    /// Looks at what holds again.
    pub fn reset(self) {
        self.trial.set(None);
        self.chosen.set(None);
    }

    fn profile(self, name: &str) -> Option<Profile> {
        self.profiles.with(|profiles| profiles.iter().find(|profile| profile.name == name).cloned())
    }

    /// The profile that is looked at, though it may have been changed since.
    fn named(self) -> Option<Profile> {
        let name = self.chosen.get().or_else(|| self.in_use.get())?;
        self.profile(&name)
    }

    /// The name of a profile that says what is looked at: the chosen one, else any.
    fn fitting(self) -> Option<String> {
        let now = self.now.get();
        let named = self.named().filter(|profile| profile.method == now);
        let any = || self.profiles.with(|profiles| profiles.iter().find(|profile| profile.method == now).cloned());
        named.or_else(any).map(|profile| profile.name)
    }
}
