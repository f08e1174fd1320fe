//! What one customer bought, as the questions of one customer want it.

use crate::{
    analysis::{columns::Day, history::Row},
    domain::{book::Book, day, id::Id, order::Order, party::Party, settings::Settings},
};

/// A customer's orders and refunds up to a day, sorted by day, in minor units of the base currency. Those without a rate are left out, as everywhere.
pub fn rows(book: &Book, settings: &Settings, party: Id<Party>, as_of: Day) -> Vec<Row> {
    let orders = book.of::<Order>(party).map(|row| &row.data);
    let row = |order: &Order| {
        let day = day::number(order.day);
        let amount = settings.convert(order.total(), order.currency, order.day).ok()?;
        (day <= as_of).then_some(Row { day, amount })
    };
    let mut rows: Vec<Row> = orders.filter_map(row).collect();
    rows.sort_unstable_by_key(|row| row.day);
    rows
}
