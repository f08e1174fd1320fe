//! What is asked: orders as columns, and what the user set.

use crate::{
    analysis::{
        abc::Cuts,
        classification::{Classification, Measure, Question},
        columns::{ColumnsError, Day, Orders},
        rfm::Scale,
    },
    domain::settings,
    state::ledger::Columns,
};

use super::parcel::{Carried, Parcel, carried};

/// A question that owns its columns, so that it can be asked on another thread.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    customers: u32,
    customer: Vec<u32>,
    day: Vec<Day>,
    amount: Vec<i64>,
    cost: Vec<i64>,
    as_of: Day,
    by_margin: u8,
    cut_a: u32,
    cut_b: u32,
    scores: u8,
}

impl Asked {
    /// Asks about the orders of so many customers, as of a day.
    pub fn new(customers: usize, columns: Columns, measure: settings::Measure, cuts: Cuts, as_of: Day) -> Self {
        let by_margin = match measure {
            settings::Measure::Revenue => 0,
            settings::Measure::Margin => 1,
        };
        Self {
            // A party has a slot, and slots are numbered in u32.
            customers: u32::try_from(customers).unwrap_or(u32::MAX),
            customer: columns.customer,
            day: columns.day,
            amount: columns.amount,
            cost: columns.cost,
            as_of,
            by_margin,
            cut_a: cuts.a().into(),
            cut_b: cuts.b().into(),
            scores: Scale::default().top(),
        }
    }

    /// With another number of scores for RFM.
    #[must_use]
    pub fn scored(self, scale: Scale) -> Self {
        Self { scores: scale.top(), ..self }
    }

    /// Customers and orders together: what the work grows with.
    pub fn size(&self) -> usize {
        self.customers as usize + self.customer.len()
    }

    /// The orders, with what they cost.
    pub(super) fn orders(&self) -> Result<Orders<'_>, ColumnsError> {
        Orders::new(self.customers as usize, &self.customer, &self.day, &self.amount)?.with_costs(&self.cost)
    }

    /// The last day that exists.
    pub(super) fn as_of(&self) -> Day {
        self.as_of
    }

    /// Where ABC cuts.
    pub(super) fn cuts(&self) -> Cuts {
        let cut = |cut: u32| u16::try_from(cut).unwrap_or(u16::MAX);
        Cuts::new(cut(self.cut_a), cut(self.cut_b)).unwrap_or_default()
    }

    /// How many scores RFM has.
    pub(super) fn scale(&self) -> Scale {
        Scale::new(self.scores).unwrap_or_default()
    }

    /// What ABC goes by.
    pub(super) fn measure(&self) -> settings::Measure {
        if self.by_margin == 0 { settings::Measure::Revenue } else { settings::Measure::Margin }
    }

    /// Works out the answer.
    ///
    /// # Errors
    /// Never for columns from a ledger.
    pub fn answer(&self) -> Result<Classification, ColumnsError> {
        let measure = match self.measure() {
            settings::Measure::Revenue => Measure::Revenue,
            settings::Measure::Margin => Measure::Margin { cost_to_serve: None },
        };
        let question = Question { as_of: self.as_of, measure, cuts: self.cuts(), scale: self.scale() };
        Ok(Classification::new(&self.orders()?, &question))
    }
}

carried! {
    Asked { customers, customer, day, amount, cost, as_of, by_margin, cut_a, cut_b, scores }
}
