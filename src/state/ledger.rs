//! The book as columns: what `analysis` asks.
//!
//! A customer's number in every column is the slot of the party. Amounts are in the base currency, each at the rate of its
//! day; an order without a rate is left out and counted, so that the screen can say so. The columns are kept page by page, and
//! only pages that were touched are read anew.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    analysis::columns::UNKNOWN_COST,
    domain::{
        book::Book,
        day,
        flaw::Flaw,
        money::Currency,
        order::Order,
        settings::{Rate, Settings},
    },
};

/// Orders as columns, one row each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Columns {
    /// The slot of the party.
    pub customer: Vec<u32>,
    /// The civil day.
    pub day: Vec<i32>,
    /// What was paid, minor units of the base currency; negative for a refund.
    pub amount: Vec<i64>,
    /// What it cost, or [`UNKNOWN_COST`].
    pub cost: Vec<i64>,
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

/// The orders of one page of the book.
#[derive(Debug, Default)]
struct Page {
    columns: Columns,
    left_out: LeftOut,
}

/// The orders of the whole book.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    pages: Vec<Arc<Page>>,
    /// The change up to which the pages are true; 0 before they were read at all.
    seq: u64,
    /// What the amounts were converted into, and by which rates.
    converted: Option<(Currency, Vec<Rate>)>,
}

impl Ledger {
    /// Brings the ledger up to the change `seq` of the book, and says which of its pages have to be entered for that.
    pub fn renew(&mut self, book: &Book, settings: &Settings, seq: u64) -> Vec<u32> {
        // What was read from the store was touched by no change: the first time every page is new.
        let converted = Some((settings.currency, settings.rates.clone()));
        let is_new = self.seq == 0 || self.converted != converted;
        let touched = book.orders.touched_after(self.seq).collect();
        let count = book.orders.page_count();
        let stale = if is_new { (0..count).collect() } else { touched };
        self.pages.resize(count as usize, Arc::default());
        (self.seq, self.converted) = (seq, converted);
        stale
    }

    /// Enters the orders of one page of the book.
    pub fn enter_page(&mut self, book: &Book, settings: &Settings, number: u32) {
        let Some((slots, rows)) = book.orders.page(number) else { return };
        let mut page = Page { columns: Columns::with_room(slots), left_out: LeftOut::default() };
        rows.for_each(|(_, row)| page.enter(book, settings, &row.data));
        self.pages[number as usize] = Arc::new(page);
    }

    /// Every order that can be taken into account.
    pub fn columns(&self) -> Columns {
        let mut all = Columns::with_room(self.pages.iter().map(|page| page.columns.day.len()).sum());
        for Page { columns, .. } in self.pages.iter().map(Arc::as_ref) {
            all.customer.extend_from_slice(&columns.customer);
            all.day.extend_from_slice(&columns.day);
            all.amount.extend_from_slice(&columns.amount);
            all.cost.extend_from_slice(&columns.cost);
        }
        all
    }

    /// Every order that cannot.
    pub fn left_out(&self) -> LeftOut {
        let mut all = LeftOut::default();
        for Page { left_out, .. } in self.pages.iter().map(Arc::as_ref) {
            all.out_of_range += left_out.out_of_range;
            for (currency, count) in &left_out.without_rate {
                *all.without_rate.entry(*currency).or_default() += count;
            }
        }
        all
    }
}

impl Columns {
    fn with_room(room: usize) -> Self {
        Self {
            customer: Vec::with_capacity(room),
            day: Vec::with_capacity(room),
            amount: Vec::with_capacity(room),
            cost: Vec::with_capacity(room),
        }
    }
}

impl Page {
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
                self.columns.customer.push(slot);
                self.columns.day.push(day::number(order.day));
                self.columns.amount.push(amount);
                self.columns.cost.push(cost.unwrap_or(UNKNOWN_COST));
            }
            (Err(Flaw::NoRate), _) | (_, Err(Flaw::NoRate)) => {
                *self.left_out.without_rate.entry(order.currency).or_default() += 1;
            }
            _ => self.left_out.out_of_range += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{edit::Edit, id::Id, order::Line, party::Party};

    fn order(party: Id<Party>, currency: &str, amount: i64) -> Order {
        Order::new(
            party,
            "2025-05-01".parse().unwrap(),
            Currency::parse(currency).unwrap(),
            vec![Line::of_amount(amount)],
        )
    }

    fn whole(book: &Book, settings: &Settings) -> Ledger {
        let mut ledger = Ledger::default();
        for page in ledger.renew(book, settings, 1) {
            ledger.enter_page(book, settings, page);
        }
        ledger
    }

    #[test]
    fn only_what_was_touched_is_read_anew_and_it_comes_to_the_same() {
        let (ada, settings) = (Id::new(Uuid::from_u128(1)), Settings::default());
        let id = |number: u128| Id::<Order>::new(Uuid::from_u128(100 + number));
        let mut book = Book::default();
        let mut edit = Edit::of(&book);
        edit.create(ada, Party::customer("Ada"));
        (0..2_500).for_each(|number| edit.create(id(number), order(ada, "EUR", number as i64)));
        edit.finish().iter().for_each(|op| book.apply(op, 1).unwrap());
        let mut ledger = whole(&book, &settings);
        assert_eq!(ledger.columns().amount, (0..2_500).collect::<Vec<_>>());

        let mut edit = Edit::of(&book);
        edit.delete(id(0));
        edit.update(id(2_400), |order: &mut Order| order.lines[0].amount = -7);
        edit.create(id(2_500), order(ada, "JPY", 1));
        edit.finish().iter().for_each(|op| book.apply(op, 2).unwrap());
        let stale = ledger.renew(&book, &settings, 2);
        assert_eq!(stale, [0, 2]);
        stale.into_iter().for_each(|page| ledger.enter_page(&book, &settings, page));
        assert_eq!(ledger.columns(), whole(&book, &settings).columns());
        assert_eq!(ledger.left_out().without_rate.values().sum::<u32>(), 1);
        assert_eq!(ledger.renew(&book, &settings, 2), Vec::<u32>::new());

        let dollars = Settings { currency: Currency::parse("USD").unwrap(), ..settings };
        assert_eq!(ledger.renew(&book, &dollars, 2), [0, 1, 2], "other rates, other amounts");
    }

    #[test]
    fn a_refund_of_nothing_is_no_order() {
        let (ada, settings) = (Id::new(Uuid::from_u128(1)), Settings::default());
        let mut book = Book::default();
        let mut edit = Edit::of(&book);
        edit.create(ada, Party::customer("Ada"));
        let free = order(ada, "EUR", 0);
        let refund = Order { refunds: Some(Id::new(Uuid::from_u128(2))), ..free.clone() };
        edit.create(Id::new(Uuid::from_u128(2)), free);
        edit.create(Id::new(Uuid::from_u128(3)), refund);
        edit.finish().iter().for_each(|op| book.apply(op, 1).unwrap());
        assert_eq!(whole(&book, &settings).columns().amount, [0]);
    }
}
