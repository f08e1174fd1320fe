//! What is done with promises.

use chrono::NaiveDate;

use crate::domain::{
    book::Book,
    id::Id,
    promise::{Promise, State},
};

use super::{Done, sound};
use crate::state::workspace::Workspace;

impl Workspace {
    /// Saves a promise, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_promise(self, id: Id<Promise>, promise: Promise) -> Done {
        sound(promise.flaws())?;
        let title = self.peek(|book| title(book, &promise));
        self.save(id, promise, title).await
    }

    /// Says what became of a promise; nothing where it is gone.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn settle_promise(self, id: Id<Promise>, state: State) -> Done {
        let Some(promise) = self.peek(|book| book.get(id).map(|row| row.data.clone())) else { return Ok(None) };
        self.save_promise(id, Promise { state, ..promise }).await
    }

    /// Agrees on another day, on `today`; nothing where the promise is gone.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] where the day is none.
    pub async fn renegotiate_promise(self, id: Id<Promise>, by: NaiveDate, today: NaiveDate) -> Done {
        let Some(promise) = self.peek(|book| book.get(id).map(|row| row.data.clone())) else { return Ok(None) };
        self.save_promise(id, promise.renegotiated(by, today)).await
    }

    /// Deletes a promise.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_promise(self, id: Id<Promise>) -> Done {
        self.remove(id, title).await
    }
}

/// The history calls a promise by the name of whom it was made to.
fn title(book: &Book, promise: &Promise) -> String {
    book.get(promise.party).map(|row| row.data.name.clone()).unwrap_or_default()
}
