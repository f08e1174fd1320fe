//! What is done with conversations.

use crate::domain::{book::Book, id::Id, interaction::Interaction};

use super::{Done, sound};
use crate::state::workspace::Workspace;

impl Workspace {
    /// Saves a conversation, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_interaction(self, id: Id<Interaction>, interaction: Interaction) -> Done {
        sound(interaction.flaws())?;
        let title = self.peek(|book| with_whom(book, &interaction));
        self.save(id, interaction, title).await
    }

    /// Deletes a conversation.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_interaction(self, id: Id<Interaction>) -> Done {
        self.remove(id, with_whom).await
    }
}

/// The history calls a conversation by the name of whom it was with.
fn with_whom(book: &Book, interaction: &Interaction) -> String {
    book.get(interaction.party).map(|row| row.data.name.clone()).unwrap_or_default()
}
