//! The fields of an order that can be changed in a list: those that no other rests on.

use super::{
    Reading, RecordField,
    reading::{day, flat},
};
use crate::{
    domain::{book::Book, flaw::Flaw, money::Currency, order::Order, record::Kind, setting::OrderSetting},
    i18n::Locale,
    ui::{components::CellKind, words},
};

/// A field of an order that can be changed in a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OrderField {
    /// The day.
    Day,
    /// The number on the invoice.
    Number,
    /// Whatever is worth knowing.
    Note,
}

/// The fields with the keys of their columns and the numbers of the record's fields.
const PLAIN: [(OrderField, &str, u32); 3] =
    [(OrderField::Day, "day", 2), (OrderField::Number, "number", 1), (OrderField::Note, "note", 7)];

impl OrderField {
    fn entry(self) -> (&'static str, u32) {
        PLAIN.iter().find(|(field, ..)| *field == self).map_or(("", u32::MAX), |(_, key, number)| (key, *number))
    }
}

impl RecordField for OrderField {
    type Setting = OrderSetting;

    fn all(_: &Book) -> Vec<Self> {
        PLAIN.map(|(field, ..)| field).to_vec()
    }

    fn of_key(_: &Book, key: &str) -> Option<Self> {
        PLAIN.into_iter().find(|(_, known, _)| *known == key).map(|(field, ..)| field)
    }

    fn fits_a_cell(&self) -> bool {
        true
    }

    fn key(&self) -> String {
        self.entry().0.to_owned()
    }

    fn label(&self, locale: Locale) -> String {
        words::field_name(locale, Kind::Order, self.entry().1).to_owned()
    }

    fn may_be_empty(&self) -> bool {
        *self != Self::Day
    }

    fn kind(&self, _: Locale, _: Currency, _: &[String]) -> CellKind {
        if *self == Self::Day { CellKind::Day } else { CellKind::Text }
    }

    fn text(&self, _: Locale, order: &Order) -> String {
        match self {
            Self::Day => order.day.to_string(),
            Self::Number => order.number.to_string(),
            Self::Note => order.note.to_string(),
        }
    }

    fn shown(&self, locale: Locale, order: &Order) -> String {
        match self {
            Self::Day => crate::platform::format::day(words::tag(locale), order.day),
            _ => self.text(locale, order),
        }
    }

    fn setting(&self, text: &str, Reading { pasted, .. }: Reading) -> Result<OrderSetting, Flaw> {
        Ok(match self {
            Self::Day if text.trim().is_empty() => return Err(Flaw::Missing),
            Self::Day => OrderSetting::Day(day(text).ok_or(Flaw::NotADate)?),
            Self::Number => OrderSetting::Number(flat(text, pasted)),
            Self::Note => OrderSetting::Note(text.trim().to_owned()),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{
        id::Id,
        order::Line,
        setting::{AnySetting, Setting},
    };

    const READING: Reading = Reading { locale: Locale::en, currency: Currency::EUR, pasted: false };

    fn order() -> Order {
        Order {
            number: "E-1".into(),
            note: "two\nlines".into(),
            ..Order::new(
                Id::new(uuid::Uuid::from_u128(1)),
                chrono::NaiveDate::from_ymd_opt(2026, 1, 5).unwrap(),
                Currency::EUR,
                vec![Line::of_amount(100)],
            )
        }
    }

    #[test]
    fn what_stands_in_a_field_reads_back_the_same() {
        for (field, ..) in PLAIN {
            let mut again = order();
            field.setting(&field.text(Locale::en, &order()), READING).unwrap().apply(&mut again);
            assert_eq!(again, order(), "{field:?}");
        }
    }

    #[test]
    fn each_field_is_found_by_the_key_of_its_column() {
        let book = Book::default();
        for (field, key, _) in PLAIN {
            assert_eq!(field.key(), key);
            assert_eq!(OrderField::of_key(&book, key), Some(field));
        }
        for key in ["amount", "customer", "product"] {
            assert_eq!(OrderField::of_key(&book, key), None, "{key} is worked out or is somebody else's");
        }
    }

    #[test]
    fn a_day_must_be_one_and_is_never_taken_away() {
        let new_year = chrono::NaiveDate::from_ymd_opt(2026, 1, 2).unwrap();
        assert_eq!(OrderField::Day.setting("2026/1/2", READING), Ok(OrderSetting::Day(new_year)));
        assert_eq!(OrderField::Day.setting("2026-02-30", READING), Err(Flaw::NotADate));
        assert_eq!(OrderField::Day.setting(" ", READING), Err(Flaw::Missing));
        assert_eq!(OrderField::Day.cleared(), None);
        assert_eq!(OrderField::Number.cleared(), Some(OrderSetting::Number(String::new())));
    }

    #[test]
    fn a_number_from_a_spreadsheet_stands_on_one_line() {
        let read = |pasted| OrderField::Number.setting(" E\n7 ", Reading { pasted, ..READING });
        assert_eq!(read(true), Ok(OrderSetting::Number("E 7".into())));
        assert_eq!(read(false), Ok(OrderSetting::Number("E\n7".into())));
    }

    #[test]
    fn a_setting_is_only_for_its_own_kind_of_record() {
        let setting = AnySetting::from(OrderSetting::Number("E-2".into()));
        assert_eq!(OrderSetting::try_from(setting.clone()), Ok(OrderSetting::Number("E-2".into())));
        assert_eq!(crate::domain::setting::ProductSetting::try_from(setting.clone()), Err(setting));
    }
}
