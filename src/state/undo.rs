//! Undo, redo, and taking back any change of the history.

use leptos::prelude::WithValue;

use crate::{
    domain::{
        change::{Head, Stamp, Turn, inverse},
        history::Step,
        revert::Reverter,
    },
    interchange::journal,
    platform::pause::Slice,
};

use super::{
    commit::{CommitError, Draft, Intent, decode_in_slices},
    workspace::Workspace,
};

/// Pieces of work between two looks at the clock.
const PIECES: usize = 500;

/// What taking a change back came to.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenBack {
    /// The change that was taken back.
    pub origin: Head,
    /// How many records stayed as they are, since they were touched afterwards.
    pub kept: usize,
}

/// What became of the wish to take a change back.
#[derive(Debug, Clone, PartialEq)]
pub enum Taken {
    /// It was taken back.
    Back(TakenBack),
    /// There is none.
    Nothing,
    /// While the wish waited (for an import to be written, for another tab), this change was made: nothing was taken back.
    Overtaken(Head),
}

impl Workspace {
    /// Takes back the latest change that stands, as of the moment of asking.
    ///
    /// # Errors
    /// [`CommitError`]; everything is then as before.
    pub async fn undo(self) -> Result<Taken, CommitError> {
        let wanted = self.core.with_value(|core| core.history.undo().map(|step| step.seq));
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        self.catch_up_in_turn().await?;
        if let Some(step) = self.core.with_value(|core| core.history.overtaken(wanted).cloned()) {
            return Ok(Taken::Overtaken(step.origin));
        }
        let Some(step) = self.core.with_value(|core| core.history.undo().cloned()) else { return Ok(Taken::Nothing) };
        let turn = Turn::Undo(step.origin.stamp);
        let result = self.take_back(step, turn).await;
        self.tell(&result);
        result
    }

    /// Takes back the latest undo.
    ///
    /// # Errors
    /// [`CommitError`]; everything is then as before.
    pub async fn redo(self) -> Result<Taken, CommitError> {
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        self.catch_up_in_turn().await?;
        let Some(step) = self.core.with_value(|core| core.history.redo().cloned()) else { return Ok(Taken::Nothing) };
        let turn = Turn::Redo(step.origin.stamp);
        let result = self.take_back(step, turn).await;
        self.tell(&result);
        result
    }

    /// Takes back any change of the journal, whatever was done since; what was touched since stays. [`Taken::Nothing`] when
    /// the journal does not have it.
    ///
    /// # Errors
    /// [`CommitError`]; everything is then as before.
    pub async fn revert(self, stamp: Stamp) -> Result<Taken, CommitError> {
        let writing = self.core.with_value(|core| core.writing.clone());
        let _turn = writing.lock().await;
        self.catch_up_in_turn().await?;
        let Some(step) = self.find(stamp).await? else { return Ok(Taken::Nothing) };
        let result = self.take_back(step, Turn::Revert(stamp)).await;
        self.tell(&result);
        result
    }

    async fn take_back(self, step: Step, turn: Turn) -> Result<Taken, CommitError> {
        let Some(body) = self.db()?.body(step.seq).await? else { return Ok(Taken::Nothing) };
        let unreadable = |error: minicbor::decode::Error| CommitError::Unreadable(error.to_string());
        let ops = decode_in_slices(&body).await.map_err(unreadable)?;
        drop(body);
        let base = self.seq();
        let mut reverter = Reverter::new(inverse(ops));
        let mut slice = Slice::new();
        // Nothing is written meanwhile: the turn to write is ours.
        while self.peek(|book| reverter.step(book, PIECES)) {
            slice.pause_if_used_up().await;
        }
        let reverted = reverter.finish();
        let Head { what, subject, kind, record, .. } = step.origin.clone();
        let intent = Intent { what, subject, kind, record, turn };
        self.commit_in_turn(intent, Draft { base, ops: reverted.ops }).await?;
        Ok(Taken::Back(TakenBack { origin: step.origin, kept: reverted.kept.len() }))
    }

    /// Looks a change up in the journal, newest first.
    async fn find(self, stamp: Stamp) -> Result<Option<Step>, CommitError> {
        let db = self.db()?;
        let mut before = None;
        loop {
            let heads = db.heads(before, 500).await?;
            for found in &heads {
                let head =
                    journal::decode_head(&found.head).map_err(|error| CommitError::Unreadable(error.to_string()))?;
                if head.stamp == stamp {
                    return Ok(Some(Step { seq: found.seq, origin: head, is_fresh: true }));
                }
            }
            match heads.last() {
                Some(last) if heads.len() == 500 => before = Some(last.seq),
                _ => return Ok(None),
            }
        }
    }
}
