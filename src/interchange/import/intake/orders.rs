//! Orders whose rows are all there: what becomes of each, and the operations for those that come in.

use crate::domain::{
    book::Book,
    edit::Edit,
    id::Id,
    order::{Line, Order},
};

use super::{super::summary::Skip, Intake};

impl Intake {
    /// Decides what becomes of an order.
    pub fn settle(&mut self, place: usize) {
        let bill = &mut self.bills[place];
        let is_spoiled = !bill.number.is_empty()
            && (self.spoiled_numbers.contains(&bill.number)
                || (!self.spoiled_orders.is_empty()
                    && self.spoiled_orders.contains(&(bill.person, bill.number.clone()))));
        if is_spoiled {
            bill.left = Some(Skip::OrderIncomplete);
        }
        if bill.left.is_none() {
            bill.balance(&self.options.labels.difference);
            let beyond = |amount: i64| amount.unsigned_abs() > Order::MAX_AMOUNT as u64;
            if bill.lines.iter().any(|line| beyond(line.amount)) {
                bill.left = Some(Skip::Error);
            }
        }
        if let Some(reason) = bill.left {
            self.summary.skip(reason, bill.rows);
            bill.lines = Vec::new();
            return;
        }
        let there = (!bill.number.is_empty()).then(|| self.known.numbered(bill.person, &bill.number, false)).flatten();
        bill.id = Some(there.map_or_else(|| (self.mint.id(self.now), false), |id| (id, true)));
        self.people.list[bill.person as usize].needed = true;
    }

    /// Works out the operation for a settled order.
    pub fn make_order(&mut self, book: &Book, place: usize) {
        let bill = &mut self.bills[place];
        let Some((id, _)) = bill.id else { return };
        let (person, rows, refunded) = (bill.person, bill.rows, bill.refunded.unwrap_or(0));
        let party = self.people.list[person as usize].id;
        let mut order = bill.order(party);
        let original = (order.total() < 0).then(|| self.original(person, &order.number)).flatten();
        order.refunds = original;
        let refund = (refunded > 0).then(|| Order {
            lines: vec![Line::of_amount(-refunded)],
            refunds: Some(id),
            note: "".into(),
            ..order.clone()
        });
        let outcome = self.put(book, person, id, order, false);
        match outcome {
            Ok(()) => self.summary.rows_taken += rows,
            Err(reason) => self.summary.skip(reason, rows),
        }
        let Some(mut refund) = refund else { return };
        let there = self.known.numbered(person, &refund.number, true).filter(|_| !refund.number.is_empty());
        if outcome == Err(Skip::NotThere) {
            return;
        }
        if refund.number.is_empty() && outcome.is_err() {
            // The order is one of several that look the same: which one it was is not known.
            refund.refunds = None;
        }
        let id = there.unwrap_or_else(|| self.mint.id(self.now));
        if self.put(book, person, id, refund, true).is_ok() && outcome.is_err() {
            // The row does come in, with the refund.
            self.summary.rows_taken += rows;
            self.summary.unskip(Skip::AlreadyThere, rows);
        }
    }

    /// The order that a refund takes back: the same customer's, with the number without the `C` in front.
    fn original(&self, person: u32, number: &str) -> Option<Id<Order>> {
        let number = number.strip_prefix(['C', 'c']).filter(|number| !number.is_empty())?;
        match self.places.get(&(person, number.into())) {
            Some(place) => self.bills[*place as usize].id.map(|(id, _)| id),
            None => self.known.numbered(person, number, false),
        }
    }

    /// Makes or changes an order, as far as that may be.
    fn put(&mut self, book: &Book, person: u32, id: Id<Order>, order: Order, is_extra: bool) -> Result<(), Skip> {
        let mode = self.options.mode;
        if let Some(row) = book.get(id) {
            if !mode.updates() {
                return Err(Skip::AlreadyThere);
            }
            let mut edit = Edit::of(book);
            let columns = if is_extra { self.columns.of_extra() } else { self.columns };
            let order = columns.enter(&row.data, order);
            let products: Vec<_> = order.lines.iter().filter_map(|line| line.product).collect();
            edit.set(id, order);
            let ops = edit.finish();
            if ops.is_empty() {
                return Err(Skip::AlreadyThere);
            }
            products.into_iter().for_each(|product| self.wares.need(product));
            self.orders.extend(ops);
            self.summary.orders_updated += 1;
            return Ok(());
        }
        let by_looks = order.number.is_empty() || !self.columns.number;
        if by_looks && self.known.has_another(person, &order) {
            return Err(Skip::AlreadyThere);
        }
        if !mode.creates() {
            return Err(Skip::NotThere);
        }
        self.summary.orders_created += 1;
        self.summary.lines += order.lines.len();
        self.summary.refunds += usize::from(order.is_refund());
        order.lines.iter().filter_map(|line| line.product).for_each(|product| self.wares.need(product));
        let mut edit = Edit::of(book);
        edit.create(id, order);
        self.orders.extend(edit.finish());
        Ok(())
    }
}
