//! Rows that do not come in, and with them the orders that they are lines of: an order comes in whole or not at all.

use crate::{
    domain::book::Book,
    interchange::csv::{FileKind, Table, Target, check::read_row},
};

use super::{
    super::{cells::raw_line, people::Meant, person::Incoming, summary::Skip},
    Intake,
};

impl Intake {
    /// Leaves a row out that checking has something against.
    pub fn leave_out(&mut self, table: &Table, number: usize, reason: Skip) {
        self.summary.skip(reason, 1);
        // What has no number is whole by itself.
        if self.plan.kind == FileKind::Orders && self.columns.number {
            let row = read_row(table, &self.plan, number, &mut Vec::new());
            let rank = self.people.rank(&Incoming::read(&row, self.plan.kind));
            self.spoil_later(table, number, rank);
        }
    }

    /// The number of the order of a row, also of one that cannot be read as a whole.
    fn order_number(&self, table: &Table, row: usize) -> String {
        let column = self.plan.targets.iter().position(|target| *target == Target::OrderNumber);
        column.map(|column| raw_line(table.cell(row, column))).unwrap_or_default()
    }

    pub(super) fn spoil_later(&mut self, table: &Table, row: usize, rank: Option<usize>) {
        let order = self.order_number(table, row);
        match rank {
            _ if order.is_empty() => {}
            Some(rank) => self.spoiled[rank].push(row as u32),
            None => drop(self.spoiled_numbers.insert(order.into())),
        }
    }

    /// Leaves the order out to which a row belongs that does not come in: with that number, and the row's customer if it tells one.
    pub fn spoil(&mut self, book: &Book, table: &Table, rank: usize, place: usize) {
        let number = self.spoiled[rank][place] as usize;
        let order = self.order_number(table, number);
        let row = read_row(table, &self.plan, number, &mut Vec::new());
        match self.people.meant(book, &Incoming::read(&row, self.plan.kind)) {
            Meant::One(person) => drop(self.spoiled_orders.insert((person, order.into()))),
            Meant::Unknown => {}
            Meant::Nobody | Meant::Many(_) => drop(self.spoiled_numbers.insert(order.into())),
        }
    }
}
