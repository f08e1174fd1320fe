//! ABC: who brings most of the value.
//!
//! Customers are sorted by value, highest first. The total is the sum of the values above zero. A class follows from
//! the share of those who stand *strictly before*: A below the first cut, B below the second, else C. So who straddles a cut
//! goes up, equal values share a class, and who brings most is A, however low the cut. A value of zero or less is C; no
//! value is no class.
//! Shares are compared as whole numbers, so 50 + 30 of 100 are 80 % exactly and the next one is B.
//!
//! Pareto's rule in inventories: H. Ford Dickie, "ABC Inventory Analysis Shoots for Dollars, Not Pennies" (1951).

pub use super::cuts::{Cuts, CutsError};
pub use crate::domain::class::Class;

use super::concentration::gini_of_ascending;
use super::money;
use super::ranking::{before, descending};
use super::values::Values;

/// Below this Gini coefficient customers are so alike that the classes say little.
pub const GINI_SAYS_LITTLE: f64 = 0.3;

/// The customers of one class.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Group {
    /// How many.
    pub customers: u32,
    /// What they bring together, minor units; below zero in C is possible.
    pub value: i64,
    /// The part of the total that their values above zero make; 0 if there is no total.
    pub share: f64,
}

/// One entry a customer in every column but `order`.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Abc {
    /// Code of the [`Class`], 0 for none.
    pub class: Vec<u8>,
    /// Place from 1 up, shared by equal values; 0 for none.
    pub rank: Vec<u32>,
    /// Part of the total; 0 for values of zero and less, and for none.
    pub share: Vec<f64>,
    /// Share of those strictly before: what the class follows from.
    pub before: Vec<f64>,
    /// Running share along `order`, this customer included: what a Pareto chart draws.
    pub running: Vec<f64>,
    /// Those who have a value, highest first, equal values by number.
    pub order: Vec<u32>,
    /// Sum of the values above zero, minor units.
    pub total: i64,
    /// A, B, C.
    pub groups: [Group; 3],
    /// Gini coefficient of the values above zero; none if there are none.
    pub gini: Option<f64>,
}

impl Abc {
    /// Classifies.
    #[must_use]
    pub fn new(values: &Values, cuts: Cuts) -> Self {
        let sorted = descending(values.known().map(|(i, v)| (v, i)).collect());
        let positive = &sorted[..sorted.partition_point(|row| row.0 > 0)];
        let total = positive.iter().map(|row| i128::from(row.0)).sum();
        let n = values.len();
        let mut abc = Self {
            class: vec![0; n],
            rank: vec![0; n],
            share: vec![0.0; n],
            before: vec![0.0; n],
            running: vec![0.0; n],
            order: sorted.iter().map(|row| row.1).collect(),
            total: money::clamp(total),
            groups: [Group::default(); 3],
            gini: gini_of_ascending(positive.iter().rev().map(|row| row.0)),
        };
        let borders = cuts.of(total);
        let (mut running, mut block) = (0i128, 0i128);
        let mut groups = [(0i128, 0i128); 3];
        for (place, (customer, first)) in before(&sorted).enumerate() {
            let (c, value) = (customer as usize, sorted[place].0);
            if place == first as usize {
                block = running;
            }
            let worth = i128::from(value.max(0));
            running += worth;
            let class = if value > 0 { borders.class(block) } else { Class::C };
            abc.class[c] = class as u8;
            abc.rank[c] = first + 1;
            abc.share[c] = money::share(worth, total);
            abc.before[c] = money::share(block, total);
            abc.running[c] = money::share(running, total);
            let group = class as usize - 1;
            abc.groups[group].customers += 1;
            groups[group].0 += i128::from(value);
            groups[group].1 += worth;
        }
        for (group, (value, worth)) in abc.groups.iter_mut().zip(groups) {
            group.value = money::clamp(value);
            group.share = money::share(worth, total);
        }
        abc
    }

    /// The class of one customer.
    #[must_use]
    pub fn class_of(&self, customer: usize) -> Option<Class> {
        self.class.get(customer).and_then(|code| Class::from_code(*code))
    }

    /// Customers are so alike, or so few bring anything, that the classes say little.
    #[must_use]
    pub fn says_little(&self) -> bool {
        self.gini.is_none_or(|gini| gini < GINI_SAYS_LITTLE)
    }
}
