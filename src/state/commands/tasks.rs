//! What is done with tasks.

use chrono::NaiveDate;

use crate::domain::{book::Book, change::What, id::Id, record::Kind, task::Task};

use super::{Done, sound};
use crate::state::{commit::Intent, workspace::Workspace};

impl Workspace {
    /// Saves a task, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_task(self, id: Id<Task>, task: Task) -> Done {
        sound(task.flaws())?;
        let title = task.title.clone();
        self.save(id, task, title).await
    }

    /// Ticks a task off at an instant, which is on `today`. What repeats is there again under the id `next`, by the same change, so that
    /// one undo takes both back. Nothing where it is gone, or done already.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn complete_task(self, id: Id<Task>, next: Id<Task>, at: u64, today: NaiveDate) -> Done {
        let found = self.peek(|book| {
            let task = book.get(id).map(|row| row.data.clone()).filter(Task::is_open)?;
            Some((task, follower(book, id).is_some()))
        });
        let Some((task, is_followed)) = found else { return Ok(None) };
        let intent = Intent::new(What::Edit, Kind::Task, Some(id.uuid()), task.title.clone());
        let (done, again) = task.complete(id, at, today);
        self.make(intent, |edit| {
            edit.set(id, done);
            // What was ticked off, opened again and ticked off again has its repetition.
            if let Some(again) = again.filter(|_| !is_followed) {
                edit.create(next, again);
            }
        })
        .await
    }

    /// Opens a task again. Its repetition goes, as long as that is open itself. Nothing where it is gone, or open.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn reopen_task(self, id: Id<Task>) -> Done {
        let found = self.peek(|book| {
            let task = book.get(id).map(|row| row.data.clone()).filter(|task| !task.is_open())?;
            let again = follower(book, id).filter(|again| book.get(*again).is_some_and(|row| row.data.is_open()));
            Some((task, again))
        });
        let Some((task, again)) = found else { return Ok(None) };
        let intent = Intent::new(What::Edit, Kind::Task, Some(id.uuid()), task.title.clone());
        self.make(intent, |edit| {
            edit.set(id, Task { done: None, ..task });
            if let Some(again) = again {
                edit.delete(again);
            }
        })
        .await
    }

    /// Puts a task off until a day; nothing where it is gone.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] where the day is none.
    pub async fn snooze_task(self, id: Id<Task>, until: NaiveDate) -> Done {
        let Some(task) = self.peek(|book| book.get(id).map(|row| row.data.clone())) else { return Ok(None) };
        self.save_task(id, task.snooze(until)).await
    }

    /// Deletes a task.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_task(self, id: Id<Task>) -> Done {
        self.remove(id, |_, task| task.title.clone()).await
    }
}

/// The repetition that a task has already.
fn follower(book: &Book, id: Id<Task>) -> Option<Id<Task>> {
    book.tasks.iter().find(|(_, row)| row.data.follows == Some(id)).map(|(_, row)| row.id)
}
