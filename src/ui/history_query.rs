//! What the page of all changes shows, as its address has it.

use std::fmt;

use chrono::NaiveDate;
use uuid::Uuid;

use crate::domain::{
    change::{Head, Turn, What},
    record::Kind,
};

use super::route::{decode, encode};

/// How a change came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Origin {
    /// Somebody added a record.
    Add,
    /// Somebody changed one.
    Edit,
    /// Somebody deleted some.
    Delete,
    /// Several were changed at once.
    Bulk,
    /// A file was brought in.
    Import,
    /// A backup was brought back.
    Restore,
    /// A class was set by hand.
    Classify,
    /// The settings were changed.
    Settings,
    /// Another change was taken back, or made again.
    TakenBack,
}

impl Origin {
    /// All, as a menu has them.
    pub const ALL: [Self; 9] = [
        Self::Add,
        Self::Edit,
        Self::Delete,
        Self::Bulk,
        Self::Import,
        Self::Restore,
        Self::Classify,
        Self::Settings,
        Self::TakenBack,
    ];

    /// Where a change came from.
    pub fn of(head: &Head) -> Self {
        if head.turn != Turn::Do {
            return Self::TakenBack;
        }
        match head.what {
            What::Create => Self::Add,
            What::Edit => Self::Edit,
            What::Delete => Self::Delete,
            What::Import => Self::Import,
            What::Restore => Self::Restore,
            What::Classify => Self::Classify,
            What::Settings => Self::Settings,
            What::Bulk => Self::Bulk,
        }
    }

    /// Its word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Add => "add",
            Self::Edit => "edit",
            Self::Delete => "delete",
            Self::Bulk => "bulk",
            Self::Import => "import",
            Self::Restore => "restore",
            Self::Classify => "classify",
            Self::Settings => "settings",
            Self::TakenBack => "taken-back",
        }
    }

    /// The one of a word.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.word() == word)
    }
}

/// The word of a kind in the address.
pub const fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Party => "customer",
        Kind::Link => "connection",
        Kind::Product => "product",
        Kind::Order => "order",
        Kind::Note => "note",
        Kind::CustomField => "field",
        Kind::Settings => "settings",
        Kind::View => "view",
        Kind::Survey => "answer",
        Kind::Interaction => "conversation",
        Kind::Task => "task",
        Kind::Promise => "promise",
        Kind::Deal => "deal",
    }
}

/// The kind of a word.
pub fn kind_of_word(word: &str) -> Option<Kind> {
    Kind::ALL.into_iter().find(|kind| kind_word(*kind) == word)
}

/// Which changes are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HistoryQuery {
    /// Words in what was done, or to what.
    pub text: String,
    /// How it came about.
    pub origin: Option<Origin>,
    /// What kind of record it touched.
    pub kind: Option<Kind>,
    /// The one record it touched.
    pub record: Option<(Kind, Uuid)>,
    /// Not before this day.
    pub from: Option<NaiveDate>,
    /// Not after this day.
    pub until: Option<NaiveDate>,
}

impl HistoryQuery {
    /// All changes of one record.
    pub fn of_record(kind: Kind, id: Uuid) -> Self {
        Self { record: Some((kind, id)), ..Self::default() }
    }

    /// Whether it leaves anything out.
    pub fn has_filter(&self) -> bool {
        *self != Self::default()
    }

    pub(super) fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        for (key, text) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "q" => parsed.text = decode(text),
                "how" => parsed.origin = Origin::of_word(text),
                "kind" => parsed.kind = kind_of_word(text),
                "record" => {
                    parsed.record =
                        text.split_once('.').and_then(|(kind, id)| Some((kind_of_word(kind)?, id.parse().ok()?)));
                }
                "from" => parsed.from = text.parse().ok(),
                "until" => parsed.until = text.parse().ok(),
                _ => {}
            }
        }
        parsed
    }
}

impl fmt::Display for HistoryQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day = |day: Option<NaiveDate>| day.map_or_else(String::new, |day| day.to_string());
        let pairs = [
            ("q", encode(&self.text)),
            ("how", self.origin.map_or("", Origin::word).to_owned()),
            ("kind", self.kind.map_or("", kind_word).to_owned()),
            ("record", self.record.map_or_else(String::new, |(kind, id)| format!("{}.{id}", kind_word(kind)))),
            ("from", day(self.from)),
            ("until", day(self.until)),
        ];
        for (index, (key, text)) in pairs.iter().filter(|(_, text)| !text.is_empty()).enumerate() {
            write!(f, "{}{key}={text}", if index == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;

    use super::*;

    fn days() -> impl Strategy<Value = Option<NaiveDate>> {
        prop::option::of((0..40_000_i32).prop_map(|number| {
            let first = NaiveDate::from_ymd_opt(1970, 1, 1).expect("the epoch is a day");
            first + chrono::Days::new(u64::from(number.unsigned_abs()))
        }))
    }

    /// Any query.
    pub fn query() -> impl Strategy<Value = HistoryQuery> {
        let kind = || prop::sample::select(Kind::ALL.to_vec());
        let record = prop::option::of((kind(), any::<u128>().prop_map(Uuid::from_u128)));
        let origin = prop::option::of(prop::sample::select(Origin::ALL.to_vec()));
        (".*", origin, prop::option::of(kind()), record, days(), days()).prop_map(
            |(text, origin, kind, record, from, until)| HistoryQuery { text, origin, kind, record, from, until },
        )
    }
}
