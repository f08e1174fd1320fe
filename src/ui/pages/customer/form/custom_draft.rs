//! The value of a custom field while it is being typed.

use minicbor::{Decode, Encode};

use crate::{
    domain::{
        book::Book,
        custom::{CustomField, CustomKind, CustomValue},
        flaw::{Flaw, LINE},
        id::Id,
        money::{Currency, Money},
    },
    ui::pages::customer::{
        amounts::{ReadNumber, decimal, minor, minor_text},
        wrong::{Place, Wrong},
    },
};

use super::date_parts::DateParts;

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

    /// What tells it from others and from what it was before it was changed.
    pub fn key(&self) -> (Id<CustomField>, Vec<u8>) {
        (self.id, minicbor::to_vec(&self.field).expect("a vector takes every byte"))
    }

    /// The place of its input; of one of its inputs, where it has several.
    pub fn place(&self, part: u8) -> Place {
        Place::entry(14, self.slot as usize, part)
    }
}

/// What is typed, whatever the kind: a day as `YYYY-MM-DD`, yes and no as [`YES`] and [`NO`].
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct CustomDraft {
    /// The text.
    #[n(0)]
    pub text: String,
    /// The currency of an amount, where one was chosen.
    #[n(1)]
    pub currency: Option<Currency>,
    /// The choices that are ticked.
    #[n(2)]
    pub chosen: Vec<String>,
    /// The parts of a date.
    #[n(3)]
    pub date: DateParts,
}

/// Yes, as a choice says it to the code.
pub const YES: &str = "yes";
/// No, likewise.
pub const NO: &str = "no";

impl CustomDraft {
    /// The draft of a value.
    pub fn of(value: &CustomValue) -> Self {
        let of_text = |text: String| Self { text, ..Self::default() };
        match value {
            CustomValue::Text(text) | CustomValue::Choice(text) => of_text(text.clone()),
            CustomValue::Number(number) => of_text(number.to_string()),
            CustomValue::Money(money) => {
                let text = minor_text(money.minor, money.currency);
                Self { text, currency: Some(money.currency), ..Self::default() }
            }
            CustomValue::Date(day) => of_text(day.to_string()),
            CustomValue::YesNo(yes) => of_text(if *yes { YES } else { NO }.to_owned()),
            CustomValue::Choices(chosen) => Self { chosen: chosen.clone(), ..Self::default() },
            CustomValue::PartialDate(date) => Self { date: DateParts::of(*date), ..Self::default() },
        }
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty() && self.chosen.is_empty() && self.date.is_blank()
    }

    /// Ticks a choice or takes the tick away; they stay in the order of the definition, those that are none any more behind.
    pub fn tick(&mut self, choice: &str, ticked: bool, known: &[String]) {
        self.chosen.retain(|other| other != choice);
        if ticked {
            self.chosen.push(choice.to_owned());
        }
        self.chosen.sort_by_key(|choice| known.iter().position(|known| known == choice).unwrap_or(known.len()));
    }

    /// Reads the value; `None` where nothing was typed.
    ///
    /// # Errors
    /// What is wrong with which input of the field; [`Flaw::Missing`] where it must not stay empty.
    pub fn parse(&self, definition: &Definition, read: ReadNumber<'_>) -> Result<Option<CustomValue>, Wrong> {
        let kind = definition.field.kind;
        let wrong = |flaw| definition.place(0).is(flaw);
        if self.is_blank() {
            let part = u8::from(kind == CustomKind::PartialDate);
            return if definition.field.required { Err(definition.place(part).is(Flaw::Missing)) } else { Ok(None) };
        }
        let value = match kind {
            CustomKind::PartialDate => self.date.parse().map(CustomValue::PartialDate),
            _ => self.value(kind, read).map_err(|flaw| (0, flaw)),
        };
        let value = value.map_err(|(part, flaw)| definition.place(part).is(flaw))?;
        match value.flaw(kind) {
            None => Ok(Some(value)),
            Some(flaw) => Err(wrong(flaw)),
        }
    }

    fn value(&self, kind: CustomKind, read: ReadNumber<'_>) -> Result<CustomValue, Flaw> {
        let text = self.text.trim();
        Ok(match kind {
            CustomKind::Choice if text.chars().count() > LINE => return Err(Flaw::TooLong { max: LINE }),
            CustomKind::Text | CustomKind::LongText | CustomKind::Link | CustomKind::Email | CustomKind::Phone => {
                CustomValue::Text(text.to_owned())
            }
            CustomKind::Number => CustomValue::Number(decimal(text, read)?),
            CustomKind::Money => {
                let currency = self.currency.ok_or(Flaw::NotACurrency)?;
                CustomValue::Money(Money { minor: minor(text, currency, read)?, currency })
            }
            CustomKind::Date => CustomValue::Date(text.parse().map_err(|_| Flaw::NotADate)?),
            // Not held against the list: a choice that was taken away leaves its old values.
            CustomKind::Choice => CustomValue::Choice(text.to_owned()),
            CustomKind::Choices => CustomValue::Choices(self.chosen.clone()),
            CustomKind::YesNo if text == YES => CustomValue::YesNo(true),
            CustomKind::YesNo if text == NO => CustomValue::YesNo(false),
            CustomKind::YesNo => return Err(Flaw::NotAChoice),
            CustomKind::PartialDate => return Err(Flaw::NotADate),
        })
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::day::PartialDate;

    fn read(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    fn definition(kind: CustomKind, required: bool) -> Definition {
        let field = CustomField { kind, required, ..CustomField::default() };
        Definition { slot: 3, id: Id::new(Uuid::from_u128(7)), field }
    }

    #[test]
    fn a_value_of_every_kind_reads_back_the_same() {
        for kind in CustomKind::ALL {
            let value = match kind {
                CustomKind::Text => CustomValue::Text("x".into()),
                CustomKind::LongText => CustomValue::Text("x\ny".into()),
                CustomKind::Number => CustomValue::Number("-1.5".parse().unwrap()),
                CustomKind::Money => CustomValue::Money(Money { minor: 1999, currency: Currency::EUR }),
                CustomKind::Date => CustomValue::Date("2024-02-29".parse().unwrap()),
                CustomKind::Choice => CustomValue::Choice("gone".into()),
                CustomKind::YesNo => CustomValue::YesNo(false),
                CustomKind::Choices => CustomValue::Choices(vec!["a".into(), "gone".into()]),
                CustomKind::Link => CustomValue::Text("example.com".into()),
                CustomKind::Email => CustomValue::Text("a@b.co".into()),
                CustomKind::Phone => CustomValue::Text("+1 2".into()),
                CustomKind::PartialDate => CustomValue::PartialDate(PartialDate::new(None, Some(2), Some(29)).unwrap()),
            };
            assert_eq!(CustomDraft::of(&value).parse(&definition(kind, true), &read), Ok(Some(value)), "{kind:?}");
        }
    }

    #[test]
    fn an_empty_value_is_wrong_only_where_it_is_required() {
        for kind in CustomKind::ALL {
            assert_eq!(CustomDraft::default().parse(&definition(kind, false), &read), Ok(None));
            let missing = CustomDraft::default().parse(&definition(kind, true), &read).unwrap_err();
            assert_eq!((missing.flaw, missing.place.index), (Flaw::Missing, Some(3)));
        }
        let typed = CustomDraft { text: "5".into(), ..CustomDraft::default() };
        let money = definition(CustomKind::Money, false);
        assert_eq!(typed.parse(&money, &read), Err(money.place(0).is(Flaw::NotACurrency)));
    }

    #[test]
    fn ticked_choices_stay_in_the_order_of_the_definition() {
        let known = ["a", "b", "c"].map(str::to_owned);
        let mut draft = CustomDraft { chosen: vec!["gone".into()], ..CustomDraft::default() };
        draft.tick("c", true, &known);
        draft.tick("a", true, &known);
        draft.tick("a", true, &known);
        assert_eq!(draft.chosen, ["a", "c", "gone"]);
        draft.tick("c", false, &known);
        assert_eq!(draft.chosen, ["a", "gone"]);
    }
}
