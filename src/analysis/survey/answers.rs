//! Answers of customers as columns, and which of them counts: of each customer the latest, so that nobody is heard twice.

use super::{NO_ANSWER, Scale};
use crate::analysis::columns::{Day, NO_DAY};

/// What was asked. The number is the code in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Asked {
    /// Would you recommend us.
    Recommend = 0,
    /// How satisfied are you.
    Satisfied = 1,
    /// We made it easy.
    Easy = 2,
}

impl Asked {
    /// The answers that it allows.
    #[must_use]
    pub const fn scale(self) -> Scale {
        match self {
            Self::Recommend => Scale::RECOMMEND,
            Self::Satisfied => Scale::SATISFIED,
            Self::Easy => Scale::EASY,
        }
    }
}

/// Answers, one row each, in any sequence; the shortest column decides. The sequence never changes a result.
#[derive(Clone, Copy, Debug, Default)]
pub struct Answers<'a> {
    /// Numbers of the customers.
    pub customer: &'a [u32],
    /// When they answered.
    pub day: &'a [Day],
    /// Code of what was [`Asked`].
    pub question: &'a [u8],
    /// What they answered.
    pub answer: &'a [u8],
}

/// The latest answer of each customer, one entry a customer.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Latest {
    /// The answer, or [`NO_ANSWER`].
    pub answer: Vec<u8>,
    /// When, or [`NO_DAY`].
    pub day: Vec<Day>,
}

impl Answers<'_> {
    /// The latest answers of `customers` customers to a question between two days, both with it. Of two of one day the lower one
    /// counts. What names nobody, or lies outside of the scale, does not.
    #[must_use]
    pub fn latest(&self, customers: usize, question: Asked, from: Day, to: Day) -> Latest {
        let mut latest = Latest { answer: vec![NO_ANSWER; customers], day: vec![NO_DAY; customers] };
        let scale = question.scale();
        let rows = self.customer.iter().zip(self.day).zip(self.question).zip(self.answer);
        for (((customer, day), asked), answer) in rows {
            let counts = *asked == question as u8 && (from..=to).contains(day) && scale.has(*answer);
            let place = *customer as usize;
            if !counts || place >= customers {
                continue;
            }
            let (known, when) = (&mut latest.answer[place], &mut latest.day[place]);
            if *day > *when || (*day == *when && *answer < *known) {
                (*known, *when) = (*answer, *day);
            }
        }
        latest
    }
}

impl Latest {
    /// The answers that were given.
    #[must_use]
    pub fn given(&self) -> Vec<u8> {
        super::given(&self.answer).collect()
    }
}
