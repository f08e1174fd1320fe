//! What is done with the definitions of custom fields.

use crate::domain::{
    change::What,
    custom::CustomField,
    flaw::{FieldError, Flaw},
    id::Id,
    party::Party,
    record::{Kind, Record},
};

use super::{Done, sound};
use crate::state::{commit::Intent, workspace::Workspace};

impl Workspace {
    /// Saves the definition of a field, a new one under a new id and behind the others. `renamed` are choices with what they are
    /// called now: whoever has one of them keeps it under its new name.
    ///
    /// # Errors
    /// [`super::CommandError::Flaws`] with every field that is wrong; a kind that the field may not become is one.
    pub async fn save_field(self, id: Id<CustomField>, field: CustomField, renamed: Vec<(String, String)>) -> Done {
        let mut flaws = field.flaws();
        let old = self.peek(|book| book.get(id).map(|row| row.data.kind));
        if old.is_some_and(|old| !old.may_become(field.kind)) {
            flaws.push(FieldError::of(1, Flaw::NotAChoice));
        }
        sound(flaws)?;
        let what = if old.is_some() { What::Edit } else { What::Create };
        let intent = Intent::new(what, Kind::CustomField, Some(id.uuid()), field.name.clone());
        let having = if renamed.is_empty() { Vec::new() } else { self.having(id) };
        self.make(intent, |edit| {
            edit.set(id, field);
            for party in having {
                edit.update(party, |party: &mut Party| {
                    if let Some(value) = party.custom.get_mut(&id) {
                        value.rename_choices(&renamed);
                    }
                });
            }
        })
        .await
    }

    /// Who has a value of the field.
    pub fn having(self, id: Id<CustomField>) -> Vec<Id<Party>> {
        self.peek(|book| {
            let having = book.parties.iter().filter(|(_, row)| row.data.custom.contains_key(&id));
            having.map(|(_, row)| row.id).collect()
        })
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
        let having = self.having(id);
        self.make(Intent::new(What::Delete, Kind::CustomField, Some(id.uuid()), title), |edit| {
            for party in having {
                edit.update(party, |party: &mut Party| drop(party.custom.remove(&id)));
            }
            edit.delete(id);
        })
        .await
    }
}
