//! The book as columns: what `analysis` asks.
//!
//! A customer's number in every column is the slot of the party. Amounts are in the base currency, each at the rate of its
//! day; an order without a rate is left out and counted, so that the screen can say so.

use std::collections::BTreeMap;

use crate::{
    analysis::columns::{ColumnsError, Orders, UNKNOWN_COST},
    domain::{book::Book, day, flaw::Flaw, money::Currency, order::Order, settings::Settings},
};

/// Orders as columns, one row each.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ledger {
    /// How many slots parties have; every number in `customer` is below.
    pub customers: usize,
    /// The slot of the party.
    pub customer: Vec<u32>,
    /// The civil day.
    pub day: Vec<i32>,
    /// What was paid, minor units of the base currency; negative for a refund.
    pub amount: Vec<i64>,
    /// What it cost, or [`UNKNOWN_COST`].
    pub cost: Vec<i64>,
    /// Orders left out, by what was wrong.
    pub left_out: LeftOut,
}

/// Orders that no question can take into account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// No rate is known for their day, by currency.
    pub without_rate: BTreeMap<Currency, u32>,
    /// The amount in the base currency is beyond what can be stored.
    pub out_of_range: u32,
}

impl LeftOut {
    /// Whether every order is in.
    pub fn is_empty(&self) -> bool {
        self.without_rate.is_empty() && self.out_of_range == 0
    }
}

impl Ledger {
    /// An empty ledger with room for every order of the book.
    pub fn with_room(book: &Book) -> Self {
        let room = book.orders.len();
        Self {
            customers: book.parties.slots(),
            customer: Vec::with_capacity(room),
            day: Vec::with_capacity(room),
            amount: Vec::with_capacity(room),
            cost: Vec::with_capacity(room),
            left_out: LeftOut::default(),
        }
    }

    /// Enters the orders of one page of the book.
    pub fn enter_page(&mut self, book: &Book, settings: &Settings, number: u32) {
        let Some((_, rows)) = book.orders.page(number) else { return };
        for (_, row) in rows {
            self.enter(book, settings, &row.data);
        }
    }

    fn enter(&mut self, book: &Book, settings: &Settings, order: &Order) {
        let Some(slot) = book.parties.slot(order.party) else { return };
        let total = order.total();
        if total == 0 && order.refunds.is_some() {
            // A refund of nothing is neither a refund nor a free order.
            return;
        }
        let convert = |minor| settings.convert(minor, order.currency, order.day);
        match (convert(total), order.cost().map(convert).transpose()) {
            (Ok(amount), Ok(cost)) => {
                self.customer.push(slot);
                self.day.push(day::number(order.day));
                self.amount.push(amount);
                self.cost.push(cost.unwrap_or(UNKNOWN_COST));
            }
            (Err(Flaw::NoRate), _) | (_, Err(Flaw::NoRate)) => {
                *self.left_out.without_rate.entry(order.currency).or_default() += 1;
            }
            _ => self.left_out.out_of_range += 1,
        }
    }

    /// The columns as a question takes them.
    ///
    /// # Errors
    /// Never for a ledger filled from a book.
    pub fn orders(&self) -> Result<Orders<'_>, ColumnsError> {
        Orders::new(self.customers, &self.customer, &self.day, &self.amount)?.with_costs(&self.cost)
    }
}
