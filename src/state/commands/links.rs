//! What is done with ties between parties.

use crate::domain::{
    book::Book,
    flaw::{FieldError, Flaw},
    id::Id,
    link::Link,
    party::Party,
};

use super::{Done, sound};
use crate::state::workspace::Workspace;

impl Workspace {
    /// Saves a tie, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_link(self, id: Id<Link>, link: Link) -> Done {
        let mut flaws = link.flaws();
        for (number, end) in [(0, link.from), (2, link.to)] {
            if self.peek(|book| book.get(end).is_none()) {
                flaws.push(FieldError::of(number, Flaw::Dangling));
            }
        }
        sound(flaws)?;
        let title = self.peek(|book| title(book, &link));
        self.save(id, link, title).await
    }

    /// Deletes a tie.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_link(self, id: Id<Link>) -> Done {
        self.remove(id, title).await
    }
}

/// What the history calls a tie: its two ends.
fn title(book: &Book, link: &Link) -> String {
    let name = |party: Id<Party>| book.get(party).map(|row| row.data.name.clone()).unwrap_or_default();
    format!("{} – {}", name(link.from), name(link.to))
}
