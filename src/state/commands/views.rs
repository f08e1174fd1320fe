//! What is done with views of lists.

use crate::domain::{book::Book, change::What, id::Id, record::Kind, view::View};

use super::{Done, sound};
use crate::state::{commit::Intent, workspace::Workspace};

impl Workspace {
    /// Saves a view, a new one under a new id and behind the others. Where it is the one that the list opens with, no other is.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_view(self, id: Id<View>, mut view: View) -> Done {
        sound(view.flaws())?;
        let (is_there, title) = (self.peek(|book| book.get(id).is_some()), view.name.clone());
        if !is_there {
            view.position =
                self.peek(|book| of_kind(book, view.of).map(|(_, other)| other.position + 1).max()).unwrap_or(0);
        }
        let others: Vec<Id<View>> = self.peek(|book| {
            let others = of_kind(book, view.of).filter(|(other, data)| *other != id && data.is_default);
            others.filter(|_| view.is_default).map(|(other, _)| other).collect()
        });
        let what = if is_there { What::Edit } else { What::Create };
        self.make(Intent::new(what, Kind::View, Some(id.uuid()), title), |edit| {
            edit.set(id, view);
            for other in others {
                edit.update(other, |view: &mut View| view.is_default = false);
            }
        })
        .await
    }

    /// Deletes a view.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_view(self, id: Id<View>) -> Done {
        self.remove(id, |_, view: &View| view.name.clone()).await
    }
}

fn of_kind(book: &Book, kind: Kind) -> impl Iterator<Item = (Id<View>, &View)> {
    book.views.iter().map(|(_, row)| (row.id, &row.data)).filter(move |(_, view)| view.of == kind)
}
