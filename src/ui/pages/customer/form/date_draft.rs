//! A day to remember while it is being typed.

use minicbor::{Decode, Encode};

use crate::domain::party::ImportantDate;

use super::date_parts::DateParts;

/// What happens on it, and its parts.
#[derive(Debug, Clone, PartialEq, Eq, Default, Encode, Decode)]
pub struct DateDraft {
    /// What happens on it.
    #[n(0)]
    pub label: String,
    /// When.
    #[n(1)]
    pub parts: DateParts,
}

impl DateDraft {
    /// The draft of a day to remember.
    pub fn of(date: &ImportantDate) -> Self {
        Self { label: date.label.clone(), parts: DateParts::of(date.date) }
    }

    /// Whether nothing was typed.
    pub fn is_blank(&self) -> bool {
        self.label.trim().is_empty() && self.parts.is_blank()
    }
}
