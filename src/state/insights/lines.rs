//! The lines of orders as columns, read with pauses.

use crate::{
    domain::{book::Book, day, order::Order},
    platform::pause::Slice,
    state::{answering::LinesAsked, workspace::Workspace},
};

/// Every order up to a day that names products, refunds and what came back left out. `None` when `stale` says that nobody wants it.
pub(super) async fn lines(workspace: Workspace, as_of: i32, stale: impl Fn() -> bool) -> Option<LinesAsked> {
    let mut slice = Slice::new();
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let (mut asked, pages) = workspace.peek(|book| {
        let (customers, items) = (count(book.parties.slots()), count(book.products.slots()));
        (LinesAsked { customers, items, ..LinesAsked::default() }, book.orders.page_count())
    });
    for page in 0..pages {
        workspace.peek(|book| {
            let rows = book.orders.page(page).into_iter().flat_map(|(_, rows)| rows);
            rows.filter(|(_, row)| day::number(row.data.day) <= as_of)
                .for_each(|(_, row)| enter(&mut asked, book, &row.data));
        });
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    Some(asked)
}

fn enter(asked: &mut LinesAsked, book: &Book, order: &Order) {
    let Some(buyer) = book.parties.slot(order.party).filter(|_| order.refunds.is_none()) else { return };
    let number = asked.buyer.len() as u32;
    let before = asked.item.len();
    for line in order.lines.iter().filter(|line| line.net() >= 0) {
        // A customer or product that came meanwhile is not counted among those asked about.
        let slot = line.product.and_then(|id| book.products.slot(id)).filter(|slot| *slot < asked.items);
        asked.item.extend(slot.filter(|_| buyer < asked.customers));
    }
    if asked.item.len() > before {
        asked.order.resize(asked.item.len(), number);
        asked.buyer.push(buyer);
    }
}
