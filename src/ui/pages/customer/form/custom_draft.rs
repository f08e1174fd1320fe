//! The value of a custom field while it is being typed.

use crate::{
    domain::{
        book::Book,
        custom::{CustomField, CustomKind, CustomValue},
        flaw::{Flaw, LINE, TEXT},
        id::Id,
        money::{Currency, Money},
    },
    ui::pages::customer::{
        amounts::{ReadNumber, decimal, minor, minor_text},
        wrong::Place,
    },
};

/// The definition of a custom field, with its id and slot.
#[derive(Debug, Clone, PartialEq)]
pub struct Definition {
    /// Its slot, by which flaws name it.
    pub slot: u32,
    /// Its id.
    pub id: Id<CustomField>,
    /// What it takes.
    pub field: CustomField,
}

impl Definition {
    /// Every definition, in the order that the user gave them.
    pub fn all(book: &Book) -> Vec<Self> {
        let mut all: Vec<Self> =
            book.fields.iter().map(|(slot, row)| Self { slot, id: row.id, field: row.data.clone() }).collect();
        all.sort_by_key(|definition| (definition.field.position, definition.slot));
        all
    }

    /// The place of its input.
    pub fn place(&self) -> Place {
        Place::entry(14, self.slot as usize, 0)
    }
}

/// What is typed, whatever the kind: a day as `YYYY-MM-DD`, yes and no as [`YES`] and [`NO`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CustomDraft {
    /// The text.
    pub text: String,
    /// The currency of an amount, where one was chosen.
    pub currency: Option<Currency>,
}

/// Yes, as a choice says it to the code.
pub const YES: &str = "yes";
/// No, likewise.
pub const NO: &str = "no";

impl CustomDraft {
    /// The draft of a value.
    pub fn of(value: &CustomValue) -> Self {
        let text = match value {
            CustomValue::Text(text) | CustomValue::Choice(text) => text.clone(),
            CustomValue::Number(number) => number.to_string(),
            CustomValue::Money(money) => minor_text(money.minor, money.currency),
            CustomValue::Date(day) => day.to_string(),
            CustomValue::YesNo(yes) => if *yes { YES } else { NO }.to_owned(),
        };
        let currency = if let CustomValue::Money(money) = value { Some(money.currency) } else { None };
        Self { text, currency }
    }

    /// Reads the value; `None` where nothing was typed.
    ///
    /// # Errors
    /// What is wrong with it, or [`Flaw::Missing`] where it must not stay empty.
    pub fn parse(&self, field: &CustomField, read: ReadNumber<'_>) -> Result<Option<CustomValue>, Flaw> {
        let text = self.text.trim();
        if text.is_empty() {
            return if field.required { Err(Flaw::Missing) } else { Ok(None) };
        }
        Ok(Some(match field.kind {
            CustomKind::Text if text.chars().count() > TEXT => return Err(Flaw::TooLong { max: TEXT }),
            CustomKind::Choice if text.chars().count() > LINE => return Err(Flaw::TooLong { max: LINE }),
            CustomKind::Text => CustomValue::Text(text.to_owned()),
            CustomKind::Number => CustomValue::Number(decimal(text, read)?),
            CustomKind::Money => {
                let currency = self.currency.ok_or(Flaw::NotACurrency)?;
                CustomValue::Money(Money { minor: minor(text, currency, read)?, currency })
            }
            CustomKind::Date => CustomValue::Date(text.parse().map_err(|_| Flaw::NotADate)?),
            // Not held against the list: a choice that was renamed leaves its old values.
            CustomKind::Choice => CustomValue::Choice(text.to_owned()),
            CustomKind::YesNo if text == YES => CustomValue::YesNo(true),
            CustomKind::YesNo if text == NO => CustomValue::YesNo(false),
            CustomKind::YesNo => return Err(Flaw::NotAChoice),
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn a_value_of_every_kind_reads_back_the_same() {
        let values = [
            CustomValue::Text("x".into()),
            CustomValue::Number("-1.5".parse().unwrap()),
            CustomValue::Money(Money { minor: 1999, currency: Currency::EUR }),
            CustomValue::Date("2024-02-29".parse().unwrap()),
            CustomValue::Choice("gone".into()),
            CustomValue::YesNo(false),
        ];
        for value in values {
            let field = CustomField { kind: value.kind(), ..CustomField::default() };
            assert_eq!(CustomDraft::of(&value).parse(&field, &read), Ok(Some(value)));
        }
    }

    #[test]
    fn an_empty_value_is_wrong_only_where_it_is_required() {
        let field = CustomField { kind: CustomKind::Money, ..CustomField::default() };
        assert_eq!(CustomDraft::default().parse(&field, &read), Ok(None));
        let field = CustomField { required: true, ..field };
        assert_eq!(CustomDraft::default().parse(&field, &read), Err(Flaw::Missing));
        let typed = CustomDraft { text: "5".into(), currency: None };
        assert_eq!(typed.parse(&field, &read), Err(Flaw::NotACurrency));
    }
}
