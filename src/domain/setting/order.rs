//! The fields of an order that can be set. What was bought, and by whom, is for the form of the order.

use chrono::NaiveDate;

use super::Setting;
use crate::domain::order::Order;

/// A field of an order, with its value.
#[derive(Debug, Clone, PartialEq)]
pub enum OrderSetting {
    /// The number under which it is known.
    Number(String),
    /// The day.
    Day(NaiveDate),
    /// What is worth knowing of it.
    Note(String),
}

impl Setting for OrderSetting {
    type Record = Order;

    fn apply(&self, order: &mut Order) {
        match self {
            Self::Number(text) => order.number = text.as_str().into(),
            Self::Day(day) => order.day = *day,
            Self::Note(text) => order.note = text.as_str().into(),
        }
    }
}
