//! What is done with parties.

use crate::domain::{
    book::Book,
    change::What,
    class::{Class, Segment},
    flaw::{FieldError, Flaw},
    id::Id,
    party::Party,
    record::Kind,
};

use super::{Done, sound};
use crate::state::{commit::Intent, workspace::Workspace};

impl Workspace {
    /// Saves a party, a new one under a new id.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong, required custom fields among them.
    pub async fn save_party(self, id: Id<Party>, party: Party) -> Done {
        sound(self.peek(|book| flaws(book, &party)))?;
        let title = party.name.clone();
        self.save(id, party, title).await
    }

    /// Deletes a party with all that belongs to it.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_party(self, id: Id<Party>) -> Done {
        self.delete_parties(vec![id]).await
    }

    /// Deletes parties with all that belongs to them, as one change.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_parties(self, ids: Vec<Id<Party>>) -> Done {
        let subject = match ids.as_slice() {
            [id] => name(self, *id),
            _ => String::new(),
        };
        let record = (ids.len() == 1).then(|| ids[0].uuid());
        let what = if ids.len() == 1 { What::Delete } else { What::Bulk };
        self.make(Intent::new(what, Kind::Party, record, subject), |edit| {
            ids.into_iter().for_each(|id| edit.delete_party(id));
        })
        .await
    }

    /// Sets the ABC class by hand; `None` goes back to the computed one.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn set_abc(self, id: Id<Party>, class: Option<Class>) -> Done {
        let intent = Intent::new(What::Classify, Kind::Party, Some(id.uuid()), name(self, id));
        self.make(intent, |edit| edit.update::<Party>(id, |party| party.abc = class)).await
    }

    /// Sets the segment by hand; `None` goes back to the computed one.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn set_segment(self, id: Id<Party>, segment: Option<Segment>) -> Done {
        let intent = Intent::new(What::Classify, Kind::Party, Some(id.uuid()), name(self, id));
        self.make(intent, |edit| edit.update::<Party>(id, |party| party.segment = segment)).await
    }
}

fn name(workspace: Workspace, id: Id<Party>) -> String {
    workspace.peek(|book| book.get(id).map(|row| row.data.name.clone())).unwrap_or_default()
}

/// Everything that is wrong with a party, the custom fields looked at as they are defined.
pub fn flaws(book: &Book, party: &Party) -> Vec<FieldError> {
    let mut flaws = party.flaws();
    for (slot, field) in book.fields.iter() {
        let applies = field.data.roles.is_empty() || party.roles.iter().any(|role| field.data.roles.contains(role));
        let flaw = match party.custom.get(&field.id) {
            None if field.data.required && applies => Some(Flaw::Missing),
            Some(value) => value.flaw(field.data.kind),
            None => None,
        };
        flaws.extend(flaw.map(|flaw| FieldError::at(14, slot as usize, flaw)));
    }
    flaws
}
