//! What is done with the definitions of custom fields.

use crate::domain::{
    change::What,
    custom::CustomField,
    id::Id,
    party::Party,
    record::{Kind, Record},
};

use super::{Done, sound};
use crate::state::{commit::Intent, workspace::Workspace};

impl Workspace {
    /// Saves the definition of a field, a new one under a new id and behind the others.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong.
    pub async fn save_field(self, id: Id<CustomField>, field: CustomField) -> Done {
        sound(field.flaws())?;
        let title = field.name.clone();
        self.save(id, field, title).await
    }

    /// Puts the definitions into this order.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn order_fields(self, ids: Vec<Id<CustomField>>) -> Done {
        self.make(Intent::new(What::Bulk, Kind::CustomField, None, ""), |edit| {
            for (position, id) in ids.into_iter().enumerate() {
                edit.update(id, |field: &mut CustomField| field.position = position as u32);
            }
        })
        .await
    }

    /// Deletes the definition of a field, and with it its value on every party.
    ///
    /// # Errors
    /// [`super::CommandError::Commit`]
    pub async fn delete_field(self, id: Id<CustomField>) -> Done {
        let Some(title) = self.peek(|book| book.get(id).map(|row| row.data.title().to_owned())) else {
            return Ok(None);
        };
        let having: Vec<Id<Party>> = self.peek(|book| {
            let having = book.parties.iter().filter(|(_, row)| row.data.custom.contains_key(&id));
            having.map(|(_, row)| row.id).collect()
        });
        self.make(Intent::new(What::Delete, Kind::CustomField, Some(id.uuid()), title), |edit| {
            for party in having {
                edit.update(party, |party: &mut Party| drop(party.custom.remove(&id)));
            }
            edit.delete(id);
        })
        .await
    }
}
