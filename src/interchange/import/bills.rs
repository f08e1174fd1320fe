//! The orders of the file while their lines come together, and the orders of the book that they may be.

use chrono::NaiveDate;
use rustc_hash::FxHashMap;
use uuid::Uuid;

use crate::{
    domain::{
        book::Book,
        day,
        id::Id,
        money::Currency,
        order::{Line, Order},
        party::Party,
    },
    interchange::csv::{Plan, Target},
};

use super::summary::Skip;

/// An order of the file.
#[derive(Debug)]
pub(super) struct Bill {
    pub person: u32,
    pub number: Box<str>,
    pub day: NaiveDate,
    pub minute: Option<u16>,
    pub currency: Currency,
    pub lines: Vec<Line>,
    /// Whether a row says what its line costs.
    pub priced: bool,
    pub total: Option<i64>,
    pub refunded: Option<i64>,
    pub note: String,
    /// Rows that are its lines.
    pub rows: usize,
    /// Why it does not come in.
    pub left: Option<Skip>,
    /// Its id, there or to be made; known once it is settled.
    pub id: Option<(Id<Order>, bool)>,
}

impl Bill {
    /// Makes the lines add up to the order's total: one line takes it, several get one more that makes up the difference.
    pub fn balance(&mut self, difference: &str) {
        let Some(total) = self.total else { return };
        if let ([line], false) = (self.lines.as_mut_slice(), self.priced) {
            (line.amount, line.discount) = (total, 0);
            return;
        }
        let missing = total.saturating_sub(self.lines.iter().fold(0_i64, |sum, line| sum.saturating_add(line.net())));
        if missing != 0 {
            // The cost of the order stays known where it was.
            let cost = self.lines.iter().all(|line| line.cost.is_some()).then_some(0);
            self.lines.push(Line { text: difference.into(), cost, ..Line::of_amount(missing) });
        }
    }

    /// The order, without the one that it takes back.
    pub fn order(&mut self, party: Id<Party>) -> Order {
        Order {
            number: self.number.clone(),
            minute: self.minute,
            note: std::mem::take(&mut self.note).into(),
            ..Order::new(party, self.day, self.currency, std::mem::take(&mut self.lines))
        }
    }
}

/// What an order without a number is found again by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Print {
    person: u32,
    day: i32,
    minute: Option<u16>,
    total: i64,
    currency: Currency,
    product: Option<Uuid>,
}

impl Print {
    fn of(person: u32, order: &Order) -> Self {
        let product = order.lines.first().and_then(|line| line.product).map(Id::uuid);
        let (day, minute, currency) = (day::number(order.day), order.minute, order.currency);
        Self { person, day, minute, total: order.total(), currency, product }
    }
}

/// The orders that the book has of the customers whom the file names.
#[derive(Debug, Default)]
pub(super) struct Known {
    /// By customer and number; refunds that bear the number of their order apart.
    numbers: FxHashMap<(u32, Box<str>, bool), Id<Order>>,
    /// How many have a print, and how many of those the file has named.
    prints: FxHashMap<Print, (u32, u32)>,
}

impl Known {
    /// Enters the orders of a customer. Of two with the same number the first one counts.
    pub fn enter(&mut self, book: &Book, person: u32, party: Id<Party>, numbered: bool) {
        for row in book.of::<Order>(party) {
            let order = &row.data;
            if !order.number.is_empty() {
                let original = order.refunds.and_then(|id| book.get(id));
                let is_of_it = original.is_some_and(|original| original.data.number == order.number);
                self.numbers.entry((person, order.number.clone(), is_of_it)).or_insert(row.id);
            }
            if order.number.is_empty() || !numbered {
                self.prints.entry(Print::of(person, order)).or_default().0 += 1;
            }
        }
    }

    /// The order of a number; with `refund` the one that takes a part of the order of that number back.
    pub fn numbered(&self, person: u32, number: &str, refund: bool) -> Option<Id<Order>> {
        self.numbers.get(&(person, number.into(), refund)).copied()
    }

    /// Whether the book has this order, when each of the same print in the file stands for another one of the book.
    pub fn has_another(&mut self, person: u32, order: &Order) -> bool {
        match self.prints.get_mut(&Print::of(person, order)) {
            Some((there, named)) if *named < *there => {
                *named += 1;
                true
            }
            _ => false,
        }
    }
}

/// Which fields of an order the file has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    product: bool,
    quantity: bool,
    price: bool,
    cost: bool,
    discount: bool,
    pub number: bool,
}

impl Columns {
    /// Those of a plan.
    pub fn of(plan: &Plan) -> Self {
        let has = |target: Target| plan.targets.contains(&target);
        Self {
            product: has(Target::ProductCode) || has(Target::ProductName),
            quantity: has(Target::Quantity),
            price: has(Target::UnitPrice),
            cost: has(Target::UnitCost),
            discount: has(Target::Discount),
            number: has(Target::OrderNumber),
        }
    }

    /// Those of a refund that is an amount and nothing else.
    pub fn of_extra(self) -> Self {
        Self { product: false, quantity: false, price: false, cost: false, discount: false, ..self }
    }

    /// The order that is there with what the file says of it; what the file has no column for stays.
    pub fn enter(self, old: &Order, mut new: Order) -> Order {
        new.minute = new.minute.or(old.minute.filter(|_| old.day == new.day));
        new.refunds = new.refunds.or(old.refunds);
        new.bill.clone_from(&old.bill);
        if new.note.is_empty() {
            new.note.clone_from(&old.note);
        }
        let totals_only = !(self.product || self.quantity || self.price);
        if totals_only && (old.total(), old.currency) == (new.total(), new.currency) {
            new.lines.clone_from(&old.lines);
        } else if old.lines.len() == new.lines.len() {
            for (new, old) in new.lines.iter_mut().zip(&old.lines) {
                self.enter_line(old, new);
            }
        }
        new
    }

    fn enter_line(self, old: &Line, new: &mut Line) {
        if !self.product && new.text.is_empty() {
            new.product = old.product;
            new.text.clone_from(&old.text);
        }
        if !self.quantity {
            new.quantity = old.quantity;
        }
        if !self.price && new.net() == old.net() {
            new.price = old.price;
        }
        if !self.cost {
            new.cost = old.cost;
        }
        if !self.discount && new.net() == old.net() {
            (new.amount, new.discount) = (old.amount, old.discount);
        }
    }
}
