//! What the values of a field come to. Amounts of two currencies are never added up: each has its own total, and beside them
//! stands what they come to at the rates of their days, where every rate is known.

use super::column::{Column, EMPTY};
use crate::domain::money::{Currency, Money};

/// What the values of a field come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Total {
    /// How many have a value.
    pub values: u32,
    /// The sum of numbers, in ten-thousandths.
    pub number: i128,
    /// The sum of amounts in each currency, in minor units, largest count first.
    pub amounts: Vec<(Currency, i128)>,
    /// The sum in the base currency, each amount at the rate of its day; `None` where a rate is missing.
    pub base: Option<i128>,
}

/// Adds up one field, in as many steps as it takes.
#[derive(Debug, Clone, Default)]
pub struct Sum {
    values: u32,
    number: i128,
    amounts: Vec<(i128, u32)>,
    base: i128,
    without_rate: u32,
}

impl Sum {
    /// Adds some slots.
    pub fn add(&mut self, column: &Column, slots: impl Iterator<Item = u32>) {
        match column {
            Column::Whole(values) => {
                for value in slots.filter_map(|slot| values.get(slot as usize)).filter(|value| **value != EMPTY) {
                    self.number += i128::from(*value);
                    self.values += 1;
                }
            }
            Column::Amounts(amounts) => {
                self.amounts.resize(amounts.currencies().len().max(self.amounts.len()), (0, 0));
                for slot in slots.filter(|slot| amounts.minor(*slot) != EMPTY) {
                    let own = &mut self.amounts[amounts.currency(slot)];
                    *own = (own.0 + i128::from(amounts.minor(slot)), own.1 + 1);
                    self.values += 1;
                    match amounts.base(slot) {
                        EMPTY => self.without_rate += 1,
                        base => self.base += i128::from(base),
                    }
                }
            }
            Column::Words(_) => {}
        }
    }

    /// The total.
    pub fn finish(&self, column: &Column) -> Total {
        let mut amounts: Vec<(Currency, (i128, u32))> = match column {
            Column::Amounts(column) => column.currencies().iter().copied().zip(self.amounts.iter().copied()).collect(),
            _ => Vec::new(),
        };
        amounts.retain(|(_, (_, count))| *count > 0);
        amounts.sort_by_key(|(currency, (_, count))| (std::cmp::Reverse(*count), *currency));
        Total {
            values: self.values,
            number: self.number,
            amounts: amounts.into_iter().map(|(currency, (sum, _))| (currency, sum)).collect(),
            base: (self.without_rate == 0).then_some(self.base),
        }
    }
}

impl Total {
    /// The amounts that can be shown: a sum beyond what can be stored stands at the end of the range.
    pub fn money(&self) -> impl Iterator<Item = Money> + '_ {
        self.amounts.iter().map(|(currency, sum)| Money { minor: clamp(*sum), currency: *currency })
    }

    /// The sum in the base currency.
    pub fn base_minor(&self) -> Option<i64> {
        self.base.map(clamp)
    }
}

fn clamp(sum: i128) -> i64 {
    i64::try_from(sum).unwrap_or(if sum < 0 { i64::MIN + 1 } else { i64::MAX })
}
