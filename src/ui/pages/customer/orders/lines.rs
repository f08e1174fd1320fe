//! The lines of an order in one line of text.

use crate::domain::{
    book::Book,
    decimal::Decimal,
    order::{Line, Order},
};

/// More lines than these are counted, not named.
const MOST: usize = 4;

/// What was ordered: "2 × Coffee, Filter, … +3".
pub fn summary(book: &Book, order: &Order) -> String {
    let named = order.lines.iter().take(MOST).filter_map(|line| named(book, line)).collect::<Vec<_>>().join(", ");
    match order.lines.len().checked_sub(MOST) {
        Some(more) if more > 0 => format!("{named}, … +{more}"),
        _ => named,
    }
}

fn named(book: &Book, line: &Line) -> Option<String> {
    let product = line.product.and_then(|id| book.get(id)).map(|row| row.data.name.as_str());
    let name = if line.text.is_empty() { product? } else { &*line.text };
    Some(if line.quantity == Decimal::ONE { name.to_owned() } else { format!("{} × {name}", line.quantity) })
}
