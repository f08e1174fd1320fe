//! What is asked: orders as columns, and what the user set.

use crate::{
    analysis::{
        abc::Cuts,
        classification::{Classification, Measure, Question},
        columns::{ColumnsError, Day, Orders},
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
        }
    }

    /// Customers and orders together: what the work grows with.
    pub fn size(&self) -> usize {
        self.customers as usize + self.customer.len()
    }

    /// Works out the answer.
    ///
    /// # Errors
    /// Never for columns from a ledger.
    pub fn answer(&self) -> Result<Classification, ColumnsError> {
        let orders = Orders::new(self.customers as usize, &self.customer, &self.day, &self.amount)?;
        let cut = |cut: u32| u16::try_from(cut).unwrap_or(u16::MAX);
        let question = Question {
            as_of: self.as_of,
            measure: if self.by_margin == 0 { Measure::Revenue } else { Measure::Margin { cost_to_serve: None } },
            cuts: Cuts::new(cut(self.cut_a), cut(self.cut_b)).unwrap_or_default(),
            ..Question::default()
        };
        Ok(Classification::new(&orders.with_costs(&self.cost)?, &question))
    }
}

carried! {
    Asked { customers, customer, day, amount, cost, as_of, by_margin, cut_a, cut_b }
}
