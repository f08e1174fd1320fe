//! What is done with notes.

use crate::domain::{id::Id, note::Note, record::Record};

use super::{Done, sound};
use crate::state::workspace::Workspace;

impl Workspace {
    /// Saves a note, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_note(self, id: Id<Note>, note: Note) -> Done {
        sound(note.flaws())?;
        let title = self.peek(|book| book.get(note.party).map(|row| row.data.name.clone())).unwrap_or_default();
        self.save(id, note, title).await
    }

    /// Deletes a note.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_note(self, id: Id<Note>) -> Done {
        self.remove(id, |book, note| {
            book.get(note.party).map_or_else(|| note.title().to_owned(), |row| row.data.name.clone())
        })
        .await
    }
}
