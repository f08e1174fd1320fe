//! Several tabs on one workspace: a change made in one shows in the others at once.

use leptos::prelude::WithValue;

use super::{
    commit::CommitError,
    workspace::{Saving, Workspace},
};

impl Workspace {
    /// Applies what other tabs wrote since.
    ///
    /// # Errors
    /// [`CommitError`], when the journal cannot be read.
    pub async fn catch_up(self) -> Result<(), CommitError> {
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        self.catch_up_in_turn().await
    }

    pub(super) async fn catch_up_in_turn(self) -> Result<(), CommitError> {
        if !self.is_ready_now() {
            return Err(CommitError::NotReady);
        }
        let entries = self.db()?.entries_after(self.seq()).await?;
        self.follow(entries).await
    }

    pub(super) fn settled(self) {
        self.set_saving(Saving::Saved);
    }
}
