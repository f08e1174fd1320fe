//! What customers said as contents of parcels, and the questions that rest on it.

use crate::analysis::{
    columns::{ColumnsError, Day},
    insights::{
        loyalty::{Loyalty, Opinion},
        scorecard::{Facts, Measured},
    },
    rates::Rate,
    survey::{answers::Answers, effort::Effort, promoters::Promoters, satisfaction::Satisfaction},
};

use super::{
    parcel::{Carried, Parcel, carried},
    question::Asked,
};

/// Answers of customers as columns: see [`Answers`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AnswersAsked {
    /// The slot of who answered.
    pub customer: Vec<u32>,
    /// When.
    pub day: Vec<Day>,
    /// What was asked, by its code.
    pub question: Vec<u8>,
    /// What was answered.
    pub answer: Vec<u8>,
}

impl AnswersAsked {
    fn answers(&self) -> Answers<'_> {
        Answers { customer: &self.customer, day: &self.day, question: &self.question, answer: &self.answer }
    }
}

/// What a scorecard has to know beside orders and answers: see [`Facts`].
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FactsAsked {
    /// The day on which we were last in touch with each customer.
    pub contacted: Vec<Day>,
    /// The day on which each product was first sold.
    pub first_sold: Vec<Day>,
    /// What each product brought in the year.
    pub sold: Vec<i64>,
    /// What each product brought in the year before.
    pub sold_before: Vec<i64>,
    /// Our promises of the year: kept on time, and all that count.
    pub promises: Vec<u32>,
    /// The same of the year before.
    pub promises_before: Vec<u32>,
}

/// Holds what customers say against what they do.
///
/// # Errors
/// Never for columns from a ledger.
pub fn answer_loyalty(asked: &Asked, answers: &AnswersAsked) -> Result<Loyalty, ColumnsError> {
    Ok(Loyalty::new(&asked.orders()?, &answers.answers(), asked.as_of()))
}

/// Measures what a scorecard shows.
///
/// # Errors
/// Never for columns from a ledger.
pub fn answer_scorecard(asked: &Asked, answers: &AnswersAsked, facts: &FactsAsked) -> Result<Measured, ColumnsError> {
    let FactsAsked { contacted, first_sold, sold, sold_before, promises, promises_before } = facts;
    let facts = Facts { contacted, first_sold, sold, sold_before, promises, promises_before };
    Ok(Measured::new(&asked.orders()?, &answers.answers(), &facts, asked.as_of()))
}

carried! {
    AnswersAsked { customer, day, question, answer }
    FactsAsked { contacted, first_sold, sold, sold_before, promises, promises_before }
    Rate { yes, cases }
    Promoters { answers, missing, promoters, passives, detractors }
    Satisfaction { top, mean }
    Effort { easy, mean }
    Opinion { promoters, satisfaction, effort, recommend, satisfied, easy }
    Loyalty {
        now, before, buyers, asked, by_chance, numbers, customer, satisfied, day, recommends, loyalty, still, repeats, net,
        came_back, levels, correlation,
    }
    Measured { now, before, cases }
}
