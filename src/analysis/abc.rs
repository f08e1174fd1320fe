//! ABC: who brings most of the value.
//!
//! Customers are sorted by value, highest first. The total is the sum of the values above zero. A class follows from
//! the share of those who stand *strictly before*: A below the first cut, B below the second, else C. So who straddles a cut
//! goes up, equal values share a class, and somebody is always A. A value of zero or less is C; no value is no class.
//! Shares are compared as whole numbers, so 50 + 30 of 100 are 80 % exactly and the next one is B.
//!
//! Pareto's rule in inventories: H. Ford Dickie, "ABC Inventory Analysis Shoots for Dollars, Not Pennies" (1951).

use thiserror::Error;

use super::concentration::gini_of_ascending;
use super::money;
use super::ranking::{before, descending};
use super::values::Values;

/// Below this Gini coefficient customers are so alike that the classes say little.
pub const GINI_SAYS_LITTLE: f64 = 0.3;

const WHOLE: u16 = 10_000;

/// A class. The number is its code in [`Abc::class`], where 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Class {
    /// The few that bring most.
    A = 1,
    /// The middle.
    B = 2,
    /// The many that bring little, and those that cost.
    C = 3,
}

impl Class {
    /// In order of value.
    pub const ALL: [Self; 3] = [Self::A, Self::B, Self::C];

    /// The class of a code in a column; none for 0 and unknown codes.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        Self::ALL.into_iter().find(|class| *class as u8 == code)
    }
}

/// Why two numbers cannot be cuts.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum CutsError {
    /// The first cut is 0 %.
    #[error("the first cut must lie above 0 %")]
    FirstTooLow,
    /// The second does not lie above the first.
    #[error("the second cut must lie above the first")]
    OutOfOrder,
    /// The second is 100 % or more.
    #[error("the second cut must lie below 100 %")]
    SecondTooHigh,
}

/// Where A ends and where B ends, in hundredths of a percent of the total.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cuts {
    a: u16,
    b: u16,
}

impl Default for Cuts {
    /// 80 % and 95 %.
    fn default() -> Self {
        Self { a: 8_000, b: 9_500 }
    }
}

impl Cuts {
    /// Cuts in hundredths of a percent: 8,000 and 9,500 are the usual 80 % and 95 %.
    ///
    /// # Errors
    /// Unless 0 < `a` < `b` < 10,000.
    pub fn new(a: u16, b: u16) -> Result<Self, CutsError> {
        match (a, b) {
            (0, _) => Err(CutsError::FirstTooLow),
            (_, WHOLE..) => Err(CutsError::SecondTooHigh),
            _ if a >= b => Err(CutsError::OutOfOrder),
            _ => Ok(Self { a, b }),
        }
    }

    /// Where A ends, in hundredths of a percent.
    #[must_use]
    pub fn a(self) -> u16 {
        self.a
    }

    /// Where B ends, in hundredths of a percent.
    #[must_use]
    pub fn b(self) -> u16 {
        self.b
    }

    /// The same cuts in money. `before / total < cut / whole` exactly if `before` is below the cut's part of the total, rounded
    /// up to whole units.
    pub(super) fn of(self, total: i128) -> Borders {
        let whole = i128::from(WHOLE);
        let border = |cut: u16| (total * i128::from(cut) + whole - 1) / whole;
        Borders { a: border(self.a), b: border(self.b) }
    }
}

/// Cuts in money.
#[derive(Clone, Copy)]
pub(super) struct Borders {
    a: i128,
    b: i128,
}

impl Borders {
    /// The class of a value above zero with so much strictly before it.
    pub(super) fn class(self, before: i128) -> Class {
        if before < self.a {
            Class::A
        } else if before < self.b {
            Class::B
        } else {
            Class::C
        }
    }
}

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
