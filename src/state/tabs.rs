//! Several tabs on one workspace: a change made in one shows in the others at once.

use leptos::{
    prelude::{UpdateValue, WithValue},
    task::spawn_local,
};

use crate::platform::channel::Channel;

use super::{commit::CommitError, workspace::Workspace};

impl Workspace {
    /// Listens to the other tabs that have the database of that name open.
    pub(super) fn listen(self, name: &str) {
        let heard = move |_: String| {
            spawn_local(async move {
                // What went wrong is shown where it matters: the phase says that nothing is written any more.
                let _ = self.catch_up().await;
            });
        };
        let channel = Channel::open(name, heard);
        self.core.update_value(|core| core.channel = channel);
    }

    /// Tells the other tabs that the journal has grown.
    pub(super) fn announce(self, seq: u64) {
        self.core.with_value(|core| {
            if let Some(channel) = &core.channel {
                channel.post(&seq.to_string());
            }
        });
    }

    /// Applies what other tabs wrote since.
    ///
    /// # Errors
    /// [`CommitError`], when the journal cannot be read.
    pub async fn catch_up(self) -> Result<(), CommitError> {
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        let result = self.catch_up_in_turn().await;
        self.tell(&result);
        result
    }

    pub(super) async fn catch_up_in_turn(self) -> Result<(), CommitError> {
        if !self.is_ready_now() {
            return Err(CommitError::NotReady);
        }
        let entries = self.db()?.entries_after(self.seq()).await?;
        self.follow(entries).await
    }
}
