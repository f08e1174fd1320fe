//! How much and how steadily: ABC beside XYZ.

use super::super::abc::{Abc, Cuts};
use super::super::columns::{Day, Orders};
use super::super::history::History;
use super::super::period::Period;
use super::super::summary::Summary;
use super::super::values::Values;
use super::super::xyz::{CUTS, Xyz};

/// Nine groups, and those without a steadiness.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Steadiness {
    /// Customers by ABC class and steadiness: A none, X, Y, Z, then B, then C.
    pub customers: Vec<u32>,
    /// What they bring together, minor units.
    pub value: Vec<i64>,
}

impl Steadiness {
    /// By calendar months. `margin` says by what ABC goes.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: Day, cuts: Cuts, margin: bool) -> Self {
        let history = History::new(orders, as_of);
        let summary = Summary::new(orders, &history);
        let values: Values = if margin { summary.margin(None) } else { summary.revenue() };
        let abc = Abc::new(&values, cuts);
        let class = Xyz::new(&history, Period::Month, CUTS).class;
        let (mut customers, mut sums) = (vec![0; 12], [0i128; 12]);
        for (customer, value) in values.known() {
            let letter = usize::from(abc.class[customer as usize]);
            let Some(row) = letter.checked_sub(1) else { continue };
            let place = row * 4 + usize::from(class[customer as usize]).min(3);
            customers[place] += 1;
            sums[place] += i128::from(value);
        }
        let value = sums.into_iter().map(|sum| i64::try_from(sum).unwrap_or(i64::MAX)).collect();
        Self { customers, value }
    }
}
