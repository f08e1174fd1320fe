//! The demo comes, and goes again.

use crate::{
    demo::{self, Own, Wish},
    domain::{
        book::Book,
        change::{Head, What},
        edit::Conflict,
        record::Kind,
        settings::{Rate, Settings},
    },
};

use super::Done;
use crate::state::{
    answering::{DemoAsked, DemoMade, Topic},
    commit::{CommitError, Draft, Intent, decode_in_slices},
    scores::Scores,
    workspace::Workspace,
};

/// Why no demo came. Nothing was changed.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum DemoError {
    /// The worker that makes it cannot be had.
    #[error("the worker cannot be had")]
    NoWorker,
    /// It could not be written.
    #[error(transparent)]
    Commit(#[from] CommitError),
}

impl Workspace {
    /// Adds a demo as one change, by that name in the history.
    ///
    /// # Errors
    /// [`DemoError`]
    pub async fn add_demo(self, scores: Scores, wish: Wish, name: &str) -> Result<Option<Head>, DemoError> {
        let made = scores.analyst().ask_worker(Topic::Demo, &DemoAsked::new(&wish)).await;
        let made: DemoMade = made.ok_or(DemoError::NoWorker)?;
        let unreadable = |error: minicbor::decode::Error| CommitError::Unreadable(error.to_string());
        let mut ops = decode_in_slices(&made.ops).await.map_err(unreadable)?;
        let rates = made.rates().map_err(unreadable)?;
        let there =
            |book: &Book| ops.iter().map(|op| op.target()).find(|(kind, id)| book.encoded(*kind, *id).is_some());
        if let Some((kind, id)) = self.peek(there) {
            return Err(CommitError::from(Conflict::Exists(kind, id)).into());
        }
        let mut settings = self.peek(|book| book.settings());
        // Where a currency has rates already, they are the user's.
        let known = |code| settings.rates.iter().any(|rate| rate.currency == code);
        let fresh: Vec<Rate> = rates.into_iter().filter(|rate| !known(rate.currency)).collect();
        let with_rates = self.draft(|edit| {
            if settings.currency == wish.currency && !fresh.is_empty() {
                settings.rates.extend(fresh);
                edit.set(Settings::ID, settings);
            }
        });
        ops.extend(with_rates.ops);
        let intent = Intent::new(What::Import, Kind::Party, None, name);
        Ok(self.commit(intent, Draft { base: with_rates.base, ops }).await?)
    }

    /// Takes the demo out as one change. With `keep`, what the user added to demo parties stays, and they with it.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn remove_demo(self, keep: bool, name: &str) -> Done {
        let base = self.seq();
        let ops = self.peek(|book| demo::removal(book, keep)).ops;
        Ok(self.commit(Intent::new(What::Delete, Kind::Party, None, name), Draft { base, ops }).await?)
    }

    /// What of the user's own hangs on the demo.
    pub fn own_on_demo(self) -> Own {
        self.peek(demo::own_on)
    }
}
