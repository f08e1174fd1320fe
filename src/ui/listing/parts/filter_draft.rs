//! A filter while it is being put together: an operator in words, and what is typed beside it.

use crate::analysis::listing::{
    field::{Choices, Field, Form},
    filter::{Filter, Operand, Relation},
};

/// How a value is compared, as a form offers it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// The text contains it.
    Contains,
    /// The text does not.
    ContainsNot,
    /// Is this.
    Is,
    /// Is not this.
    IsNot,
    /// Is one of these.
    Any,
    /// Is none of these.
    NoneOf,
    /// Is smaller.
    Less,
    /// Is larger.
    More,
    /// Lies between two.
    Between,
    /// Is on that day.
    On,
    /// Is before that day.
    Before,
    /// Is after that day.
    After,
    /// Is in a period that has a name.
    Span,
    /// Is in the last so many days.
    Last,
    /// Is in the next so many days.
    Next,
    /// Is more than so many days ago.
    Older,
    /// Is empty.
    Empty,
    /// Is not empty.
    Filled,
}

/// What is typed beside an operator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// Nothing.
    Nothing,
    /// One value.
    One,
    /// Two values.
    Two,
    /// Any number of values.
    Several,
    /// A number of days.
    Days,
    /// The name of a period.
    Span,
}

impl Operator {
    /// Every operator, by its number.
    const ALL: [Self; 18] = [
        Self::Contains,
        Self::ContainsNot,
        Self::Is,
        Self::IsNot,
        Self::Any,
        Self::NoneOf,
        Self::Less,
        Self::More,
        Self::Between,
        Self::On,
        Self::Before,
        Self::After,
        Self::Span,
        Self::Last,
        Self::Next,
        Self::Older,
        Self::Empty,
        Self::Filled,
    ];

    /// The operators of a field, the usual one first.
    pub fn of(field: &Field) -> &'static [Self] {
        match field.form {
            Form::Text => &[Self::Contains, Self::ContainsNot, Self::Is, Self::IsNot, Self::Empty, Self::Filled],
            Form::Number | Form::Money => &[Self::More, Self::Less, Self::Between, Self::Is, Self::Empty, Self::Filled],
            Form::Day => &[
                Self::Last,
                Self::Older,
                Self::Next,
                Self::Span,
                Self::On,
                Self::Before,
                Self::After,
                Self::Between,
                Self::Empty,
                Self::Filled,
            ],
            Form::Choice | Form::Tags | Form::YesNo => &[Self::Any, Self::NoneOf, Self::Empty, Self::Filled],
        }
    }

    /// The operator of a number.
    pub fn from_number(number: usize) -> Option<Self> {
        Self::ALL.get(number).copied()
    }

    /// What is typed beside it.
    pub fn takes(self) -> Takes {
        match self {
            Self::Empty | Self::Filled => Takes::Nothing,
            Self::Any | Self::NoneOf => Takes::Several,
            Self::Between => Takes::Two,
            Self::Last | Self::Next | Self::Older => Takes::Days,
            Self::Span => Takes::Span,
            Self::Contains
            | Self::ContainsNot
            | Self::Is
            | Self::IsNot
            | Self::Less
            | Self::More
            | Self::On
            | Self::Before
            | Self::After => Takes::One,
        }
    }
}

/// A filter while it is being put together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The key of the field.
    pub key: String,
    /// How it is compared.
    pub operator: Operator,
    /// What it is compared with; a number of days, a period.
    pub first: String,
    /// The other end.
    pub second: String,
    /// Each of several.
    pub values: Vec<String>,
}

impl Draft {
    /// A new one on a field.
    pub fn new(field: &Field) -> Self {
        let operator = Operator::of(field).first().copied().unwrap_or(Operator::Contains);
        Self { key: field.key.to_string(), operator, first: String::new(), second: String::new(), values: Vec::new() }
    }

    /// A filter that is there, taken apart; what a form does not offer comes as near as it can.
    pub fn of(filter: &Filter, field: &Field) -> Self {
        let mut draft = Self::new(field);
        let text = |operand: &Operand| match operand {
            Operand::Value(text) => text.clone(),
            Operand::Range(..) | Operand::Nothing => String::new(),
        };
        draft.values = filter.operands.iter().map(text).filter(|text| !text.is_empty()).collect();
        draft.first = draft.values.first().cloned().unwrap_or_default();
        let days = |text: &str, before: &str| {
            text.strip_prefix(before).and_then(|rest| rest.strip_suffix('d')).map(str::to_owned)
        };
        let is_several = Operator::of(field).contains(&Operator::Any);
        draft.operator = match (filter.operands.first(), filter.relation) {
            (Some(Operand::Nothing), _) if filter.operands.len() == 1 => {
                if filter.negated {
                    Operator::Filled
                } else {
                    Operator::Empty
                }
            }
            (Some(Operand::Range(from, to)), _) if !is_several => {
                (draft.first, draft.second) = (from.clone(), to.clone());
                Operator::Between
            }
            _ if is_several => {
                if filter.negated {
                    Operator::NoneOf
                } else {
                    Operator::Any
                }
            }
            (Some(Operand::Value(text)), relation) if field.form == Form::Day => {
                let named = crate::analysis::listing::span::NAMED.contains(&text.as_str());
                let (operator, first) = match relation {
                    Relation::Less | Relation::AtMost if days(text, "").is_some() => (Operator::Last, days(text, "")),
                    Relation::More | Relation::AtLeast if days(text, "").is_some() => (Operator::Older, days(text, "")),
                    Relation::Less | Relation::AtMost => (Operator::Before, None),
                    Relation::More | Relation::AtLeast => (Operator::After, None),
                    _ if days(text, "last-").is_some() => (Operator::Last, days(text, "last-")),
                    _ if days(text, "next-").is_some() => (Operator::Next, days(text, "next-")),
                    _ if named => (Operator::Span, None),
                    _ => (Operator::On, None),
                };
                draft.first = first.unwrap_or_else(|| text.clone());
                operator
            }
            (_, Relation::Less | Relation::AtMost) => Operator::Less,
            (_, Relation::More | Relation::AtLeast) => Operator::More,
            (_, relation) if field.form == Form::Text => match (relation, filter.negated) {
                (Relation::Any, false) => Operator::Contains,
                (Relation::Any, true) => Operator::ContainsNot,
                (_, false) => Operator::Is,
                (_, true) => Operator::IsNot,
            },
            _ => Operator::Is,
        };
        draft
    }

    /// The filter; `None` as long as there is nothing to compare with.
    pub fn finish(&self, field: &Field) -> Option<Filter> {
        let (first, second) = (self.first.trim().to_owned(), self.second.trim().to_owned());
        let one = || (!first.is_empty()).then(|| vec![Operand::Value(first.clone())]);
        let (negated, relation) = match self.operator {
            Operator::ContainsNot | Operator::NoneOf | Operator::Filled => (true, Relation::Any),
            Operator::IsNot => (true, Relation::Exactly),
            Operator::Is if field.form == Form::Text => (false, Relation::Exactly),
            Operator::Less | Operator::Before => (false, Relation::Less),
            Operator::More | Operator::After | Operator::Older => (false, Relation::More),
            _ => (false, Relation::Any),
        };
        let operands = match self.operator {
            Operator::Empty | Operator::Filled => vec![Operand::Nothing],
            Operator::Between if first.is_empty() && second.is_empty() => return None,
            Operator::Between => vec![Operand::Range(first, second)],
            Operator::Any | Operator::NoneOf => {
                let values = self.values.iter().filter(|value| !value.trim().is_empty());
                values.map(|value| Operand::Value(value.trim().to_owned())).collect()
            }
            Operator::Last => vec![Operand::Value(format!("last-{}d", whole(&first)?))],
            Operator::Next => vec![Operand::Value(format!("next-{}d", whole(&first)?))],
            Operator::Older => vec![Operand::Value(format!("{}d", whole(&first)?))],
            _ => one()?,
        };
        (!operands.is_empty()).then(|| Filter { key: self.key.clone(), negated, relation, operands })
    }

    /// Whether the values are chosen from a list.
    pub fn has_list(field: &Field) -> bool {
        !matches!(field.choices, Choices::Free) || field.form == Form::YesNo
    }
}

fn whole(text: &str) -> Option<u32> {
    text.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        analysis::listing::{catalogue::Catalogue, syntax},
        domain::{book::Book, record::Kind},
    };

    #[test]
    fn a_filter_that_a_form_offers_comes_back_from_it_the_same() {
        let catalogue = Catalogue::of(Kind::Party, &Book::default());
        for text in [
            "name:tea",
            "-name:tea",
            "name=tea",
            "-name=tea",
            "class:a,b",
            "-tag:vip",
            "tag:none",
            "-tag:none",
            "value>1000",
            "value<5",
            "value:1..5",
            "value:5",
            "last:last-30d",
            "last>90d",
            "date:next-7d",
            "last:this-month",
            "last:2025-01-01",
            "last<2025-01-01",
            "last:2025-01-01..",
            "orders:3",
        ] {
            let filter = syntax::filter(text).unwrap();
            let field = catalogue.get(&filter.key).unwrap();
            let draft = Draft::of(&filter, field);
            assert!(Operator::of(field).contains(&draft.operator), "{text}");
            assert_eq!(draft.finish(field).map(|filter| filter.to_string()), Some(text.to_owned()));
        }
    }
}
