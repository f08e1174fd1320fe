//! Every field that a list of a kind can show, sort, filter, group and add up: the built-in ones, then the user's own.

use super::{
    dealings,
    field::{Choices, Facet, Field, Form, Read},
    orders, parties, products, promises, tasks,
};
use crate::domain::{book::Book, custom::CustomKind, record::Kind};

/// The fields of a kind of record.
#[derive(Debug, Clone)]
pub struct Catalogue {
    /// Of what.
    pub kind: Kind,
    fields: Vec<Field>,
}

impl Catalogue {
    /// The kinds that have a list.
    pub const KINDS: [Kind; 5] = [Kind::Party, Kind::Order, Kind::Product, Kind::Task, Kind::Promise];

    /// The fields of a kind as the book has them now.
    pub fn of(kind: Kind, book: &Book) -> Self {
        let fields = match kind {
            Kind::Party => parties::fields().into_iter().chain(dealings::fields()).chain(custom(book)).collect(),
            Kind::Order => orders::fields(),
            Kind::Product => products::fields(),
            Kind::Task => tasks::fields(),
            Kind::Promise => promises::fields(),
            _ => Vec::new(),
        };
        Self { kind, fields }
    }

    /// Every field, in the order in which they are offered.
    pub fn fields(&self) -> &[Field] {
        &self.fields
    }

    /// The field of a key; `None` where it was deleted, or comes from a later version.
    pub fn get(&self, key: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.key == key)
    }
}

fn custom(book: &Book) -> Vec<Field> {
    let mut rows: Vec<_> = book.fields.iter().map(|(_, row)| row).collect();
    rows.sort_by_key(|row| row.data.position);
    let field = |row: &crate::domain::record::Row<crate::domain::custom::CustomField>| {
        let (form, facet) = match row.data.kind {
            CustomKind::Text
            | CustomKind::LongText
            | CustomKind::Link
            | CustomKind::Email
            | CustomKind::Phone
            | CustomKind::PartialDate => (Form::Text, Facet::None),
            CustomKind::Number => (Form::Number, Facet::None),
            CustomKind::Money => (Form::Money, Facet::None),
            CustomKind::Date => (Form::Day, Facet::None),
            CustomKind::Choice => (Form::Choice, Facet::Values),
            CustomKind::Choices => (Form::Tags, Facet::Values),
            CustomKind::YesNo => (Form::YesNo, Facet::Values),
        };
        let own = row.data.kind == CustomKind::Choice;
        Field {
            key: Field::custom_key(row.id).into(),
            custom: Some(row.id),
            name: Some(row.data.name.clone()),
            choices: if own { Choices::Own(row.data.choices.clone()) } else { Choices::Free },
            editable: true,
            facet,
            summed: matches!(form, Form::Number | Form::Money),
            ..Field::new("", form, Some(14), Read::Custom)
        }
    };
    rows.into_iter().map(field).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn every_key_of_a_kind_is_its_own_and_can_be_typed() {
        let book = Book::default();
        for kind in Catalogue::KINDS {
            let catalogue = Catalogue::of(kind, &book);
            let keys: HashSet<_> = catalogue.fields().iter().map(|field| field.key.clone()).collect();
            assert_eq!(keys.len(), catalogue.fields().len());
            assert!(keys.iter().all(|key| key.bytes().all(|byte| byte.is_ascii_lowercase())));
            for field in catalogue.fields() {
                if let Some(then) = field.then {
                    assert!(catalogue.get(then.trim_start_matches('-')).is_some(), "{} then {then}", field.key);
                }
            }
        }
    }
}
