//! The definition of a field while it is being typed.

use minicbor::{Decode, Encode};

use crate::domain::{
    custom::{CustomField, CustomKind},
    flaw::FieldError,
    id::Id,
    party::Role,
};

/// Choices that were renamed: what each was called, and what it is called now.
pub type Renamed = Vec<(String, String)>;

/// A choice: what it was called, and what it is called now.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct ChoiceDraft {
    /// As the field has it; none for a new one.
    #[n(0)]
    pub old: Option<String>,
    /// As it is typed.
    #[n(1)]
    pub text: String,
    /// Stays with it when it moves.
    #[n(2)]
    pub key: u32,
}

/// A field that is being made or changed.
#[derive(Debug, Clone, PartialEq, Encode, Decode)]
pub struct Definition {
    /// Which.
    #[n(0)]
    pub id: Id<CustomField>,
    /// The kind that it has; none for a new one.
    #[n(1)]
    pub old: Option<CustomKind>,
    /// What is typed, without the choices.
    #[n(2)]
    pub field: CustomField,
    /// The choices, in order.
    #[n(3)]
    pub choices: Vec<ChoiceDraft>,
}

impl Definition {
    /// A new field, behind the others.
    pub fn new(id: Id<CustomField>, position: u32) -> Self {
        Self { id, old: None, field: CustomField { position, ..CustomField::default() }, choices: Vec::new() }
    }

    /// A field as it is.
    pub fn of(id: Id<CustomField>, field: CustomField) -> Self {
        let choice = |(key, text): (usize, &String)| ChoiceDraft {
            old: Some(text.clone()),
            text: text.clone(),
            key: key as u32,
        };
        let choices = field.choices.iter().enumerate().map(choice).collect();
        Self { id, old: Some(field.kind), field, choices }
    }

    /// The kinds that it may have.
    pub fn kinds(&self) -> Vec<CustomKind> {
        let may = |kind: &CustomKind| self.old.is_none_or(|old| old.may_become(*kind));
        CustomKind::ALL.into_iter().filter(may).collect()
    }

    /// Adds a choice at the end.
    pub fn add_choice(&mut self) {
        let key = self.choices.iter().map(|choice| choice.key + 1).max().unwrap_or_default();
        self.choices.push(ChoiceDraft { key, ..ChoiceDraft::default() });
    }

    /// Adds or takes away a role, keeping the usual order.
    pub fn set_role(&mut self, role: Role, holds: bool) {
        let roles = &self.field.roles;
        let has = |other: &Role| if *other == role { holds } else { roles.contains(other) };
        self.field.roles = Role::ALL.into_iter().filter(has).collect();
    }

    /// The field as it is to be saved, and the choices that were renamed. Choices in which nothing stands are left out.
    ///
    /// # Errors
    /// Everything that is wrong; the index of a choice is its place among those in which something stands.
    pub fn parse(&self) -> Result<(CustomField, Renamed), Vec<FieldError>> {
        let trim = |text: &str| text.trim().to_owned();
        let has_choices = self.field.kind.has_choices();
        let choices = self.choices.iter().filter(|choice| has_choices && !choice.text.trim().is_empty());
        let field = CustomField {
            name: trim(&self.field.name),
            group: trim(&self.field.group),
            help: trim(&self.field.help),
            choices: choices.clone().map(|choice| trim(&choice.text)).collect(),
            ..self.field.clone()
        };
        let flaws = field.flaws();
        if !flaws.is_empty() {
            return Err(flaws);
        }
        let renamed = choices.filter_map(|choice| {
            let (old, new) = (choice.old.clone()?, trim(&choice.text));
            (old != new).then_some((old, new))
        });
        Ok((field, renamed.collect()))
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::flaw::Flaw;

    fn id() -> Id<CustomField> {
        Id::new(Uuid::from_u128(7))
    }

    fn size() -> Definition {
        let choices = ["S", "M", "L"].map(str::to_owned).to_vec();
        Definition::of(
            id(),
            CustomField { name: "Size".into(), kind: CustomKind::Choice, choices, ..CustomField::default() },
        )
    }

    #[test]
    fn a_choice_that_was_moved_is_no_renamed_one() {
        let mut definition = size();
        definition.choices.swap(0, 2);
        definition.choices[1].text = " Medium ".into();
        definition.add_choice();
        let (field, renamed) = definition.parse().unwrap();
        assert_eq!(field.choices, ["L", "Medium", "S"]);
        assert_eq!(renamed, [("M".to_owned(), "Medium".to_owned())]);
    }

    #[test]
    fn a_field_of_another_kind_has_no_choices_and_one_of_choices_needs_some() {
        let mut definition = size();
        definition.field.kind = CustomKind::Text;
        assert_eq!(definition.parse().unwrap().0.choices, [""; 0]);
        definition.field.kind = CustomKind::Choices;
        definition.choices.clear();
        assert_eq!(definition.parse(), Err(vec![FieldError::of(2, Flaw::Missing)]));
    }

    #[test]
    fn a_new_field_may_have_every_kind_and_an_old_one_those_that_it_may_become() {
        assert_eq!(Definition::new(id(), 0).kinds(), CustomKind::ALL);
        assert_eq!(size().kinds(), [CustomKind::Choice]);
    }
}
