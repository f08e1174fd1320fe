//! What is done with answers of customers.

use crate::domain::{book::Book, id::Id, survey::Survey};

use super::{Done, sound};
use crate::state::workspace::Workspace;

impl Workspace {
    /// Saves an answer, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_survey(self, id: Id<Survey>, survey: Survey) -> Done {
        sound(survey.flaws())?;
        let title = self.peek(|book| whose(book, &survey));
        self.save(id, survey, title).await
    }

    /// Deletes an answer.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_survey(self, id: Id<Survey>) -> Done {
        self.remove(id, whose).await
    }
}

/// The history calls an answer by the name of who gave it.
fn whose(book: &Book, survey: &Survey) -> String {
    book.get(survey.party).map(|row| row.data.name.clone()).unwrap_or_default()
}
