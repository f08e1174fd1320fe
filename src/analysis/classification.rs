//! Everything the customer list, the ABC page and the RFM page show, asked at once: one request, one answer.

use super::abc::Abc;
use super::basis::Basis;
use super::columns::{Day, Orders};
use super::cuts::Cuts;
use super::history::History;
use super::rfm::{Rfm, Scale};
use super::rhythm::Rhythm;
use super::summary::Summary;
use super::values::Values;

/// What customers are classified by.
#[derive(Clone, Copy, Debug, Default)]
pub enum Measure<'a> {
    /// Orders net of refunds.
    #[default]
    Revenue,
    /// Revenue less the cost of goods, and less the cost to serve where it is given: minor units, one entry a customer.
    Margin {
        /// Time and other expenses, in minor units.
        cost_to_serve: Option<&'a [i64]>,
    },
    /// Worked out elsewhere: an hourly rate, a lifetime value.
    Given(&'a Values),
}

/// What the user may set.
#[derive(Clone, Copy, Debug, Default)]
pub struct Question<'a> {
    /// The last day that exists.
    pub as_of: Day,
    /// What ABC goes by.
    pub measure: Measure<'a>,
    /// Where ABC cuts.
    pub cuts: Cuts,
    /// How many scores RFM has.
    pub scale: Scale,
}

/// The answer. Each part is one entry a customer.
#[derive(Clone, Debug, Default)]
pub struct Classification {
    /// Counts, days and money.
    pub summary: Summary,
    /// What ABC went by.
    pub values: Values,
    /// Classes.
    pub abc: Abc,
    /// Scores and segments.
    pub rfm: Rfm,
    /// The own rhythm.
    pub rhythm: Rhythm,
    /// What all of it rests on.
    pub basis: Basis,
}

impl Classification {
    /// Classifies and scores everybody.
    #[must_use]
    pub fn new(orders: &Orders<'_>, question: &Question<'_>) -> Self {
        let history = History::new(orders, question.as_of);
        let summary = Summary::new(orders, &history);
        let values = match question.measure {
            Measure::Revenue => summary.revenue(),
            Measure::Margin { cost_to_serve } => summary.margin(cost_to_serve),
            Measure::Given(values) => values.clone(),
        };
        Self {
            abc: Abc::new(&values, question.cuts),
            rfm: Rfm::new(&summary, question.scale),
            rhythm: Rhythm::new(&history),
            basis: Basis::new(&summary),
            summary,
            values,
        }
    }
}
