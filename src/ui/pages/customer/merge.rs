//! Bringing what was typed into a form together with what another tab changed meanwhile: each field that was edited here is
//! taken from the form, every other one stays as it is now.

use crate::domain::record::{Record, Row};

/// `ours` grew out of `base`; `now` is what stands in the book. What cannot be brought together is as the form has it.
pub fn merged<T: Record>(base: &T, ours: T, now: &Row<T>) -> T {
    if now.data == *base {
        return ours;
    }
    let edited = now.with(base.clone()).fields().diff(&now.with(ours.clone()).fields());
    let mut fields = now.fields();
    fields.patch(&edited);
    Row::decode(now.id, &fields.join()).map_or(ours, |row| row.data)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{class::Class, id::Id, party::Party};

    #[test]
    fn edits_of_different_fields_in_two_tabs_both_survive() {
        let base = Party::customer("Ada");
        let ours = Party { about: "Likes tea".into(), ..base.clone() };
        let theirs = Party { name: "Ada Lovelace".into(), abc: Some(Class::A), ..base.clone() };
        let now = Row::new(Id::new(Uuid::from_u128(1)), theirs.clone());
        assert_eq!(merged(&base, ours, &now), Party { about: "Likes tea".into(), ..theirs });
    }

    #[test]
    fn the_form_wins_where_both_edited_the_same_field() {
        let base = Party::customer("Ada");
        let ours = Party::customer("Ada L.");
        let now = Row::new(Id::new(Uuid::from_u128(1)), Party::customer("A. Lovelace"));
        assert_eq!(merged(&base, ours, &now).name, "Ada L.");
    }
}
