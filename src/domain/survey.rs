//! What a customer says of us: one answer to one question, on one day.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::{
    contact::Channel,
    flaw::{FieldError, Flaw, TEXT, length},
    id::Id,
    order::Order,
    party::Party,
    record::{Kind, Record},
};

/// What was asked. Each has a scale of its own; answers of two of them are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// How likely they are to recommend us (NPS): 0 to 10.
    #[n(0)]
    Nps,
    /// How satisfied they are (CSAT): 1 to 5.
    #[n(1)]
    Csat,
    /// How easy we made it (CES): 1 to 7, higher is easier.
    #[n(2)]
    Ces,
}

impl Question {
    /// Every question, in the order in which a form offers them.
    pub const ALL: [Self; 3] = [Self::Nps, Self::Csat, Self::Ces];

    /// The lowest answer and the highest.
    pub const fn ends(self) -> (u8, u8) {
        match self {
            Self::Nps => (0, 10),
            Self::Csat => (1, 5),
            Self::Ces => (1, 7),
        }
    }

    /// Every answer that can be given, the worst first.
    pub const fn scale(self) -> RangeInclusive<u8> {
        let (low, high) = self.ends();
        low..=high
    }

    /// What is wrong with an answer; none where it is on the scale.
    pub fn flaw(self, answer: u8) -> Option<Flaw> {
        let (low, high) = self.ends();
        (!self.scale().contains(&answer)).then_some(Flaw::OutOfScale { low, high })
    }
}

/// One answer of a customer.
#[derive(Debug, Clone, PartialEq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Whose.
    #[n(0)]
    pub party: Id<Party>,
    /// The civil day on which it was given, in the workspace's time zone.
    #[cbor(n(1), with = "super::cbor::day")]
    pub day: NaiveDate,
    /// What was asked.
    #[n(2)]
    pub question: Question,
    /// What was answered, on the scale of the question.
    #[n(3)]
    pub answer: u8,
    /// Over which channel; none where nobody wrote it down.
    #[n(4)]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<Channel>,
    /// What they said in their own words; may be empty.
    #[cbor(n(5), skip_if = "String::is_empty")]
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
}

impl Record for Survey {
    const KIND: Kind = Kind::Survey;
    const FIELDS: &'static [u32] = &[0, 1, 2, 3, 4, 5];

    fn title(&self) -> &str {
        self.comment.lines().next().unwrap_or_default()
    }
}

impl Survey {
    /// Everything that is wrong with it, by field; empty when it may be saved.
    pub fn flaws(&self) -> Vec<FieldError> {
        let is_day = Order::YEARS.contains(&self.day.year());
        [
            (!is_day).then_some(FieldError::of(1, Flaw::OutOfRange)),
            self.question.flaw(self.answer).map(|flaw| FieldError::of(3, flaw)),
            length(5, &self.comment, TEXT),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn survey(question: Question, answer: u8) -> Survey {
        Survey {
            party: Id::new(Uuid::from_u128(1)),
            day: NaiveDate::from_ymd_opt(2026, 3, 1).unwrap(),
            question,
            answer,
            channel: None,
            comment: String::new(),
        }
    }

    proptest! {
        #[test]
        fn an_answer_outside_of_its_scale_is_told_with_the_scale(question in prop::sample::select(Question::ALL.to_vec()), answer: u8) {
            let (low, high) = question.ends();
            let flaws = survey(question, answer).flaws();
            if (low..=high).contains(&answer) {
                prop_assert_eq!(flaws, []);
            } else {
                prop_assert_eq!(flaws, [FieldError::of(3, Flaw::OutOfScale { low, high })]);
            }
        }
    }

    #[test]
    fn the_scales_are_those_that_the_methods_have() {
        assert_eq!(Question::ALL.map(Question::ends), [(0, 10), (1, 5), (1, 7)]);
    }

    #[test]
    fn a_day_beyond_the_calendar_of_orders_is_told() {
        let day = NaiveDate::from_ymd_opt(99_999, 1, 1).unwrap();
        assert_eq!(Survey { day, ..survey(Question::Nps, 9) }.flaws(), [FieldError::of(1, Flaw::OutOfRange)]);
    }

    #[test]
    fn a_comment_without_end_is_told() {
        let long = Survey { comment: "x".repeat(TEXT + 1), ..survey(Question::Nps, 9) };
        assert_eq!(long.flaws(), [FieldError::of(5, Flaw::TooLong { max: TEXT })]);
    }
}
