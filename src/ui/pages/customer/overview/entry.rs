//! The events of a customer's timeline, in their order.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::{book::Book, id::Id, note::Note, order::Order, party::Party};

/// One event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    /// An order or a refund.
    Order(Id<Order>),
    /// A note.
    Note(Id<Note>),
}

/// What stands in a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events {
    /// Notes that stay on top, newest first.
    pub pinned: Vec<Id<Note>>,
    /// Everything else, newest first; a note before an order of the same day.
    pub rest: Vec<Entry>,
}

impl Events {
    /// The events of a customer. `day_of` says on which civil day an instant lies.
    pub fn of(book: &Book, id: Id<Party>, day_of: impl Fn(u64) -> NaiveDate) -> Self {
        let notes = book.notes_of(id).iter().filter_map(|slot| book.notes.at(*slot));
        let mut pinned = Vec::new();
        let mut keyed = Vec::new();
        for row in notes {
            let note = &row.data;
            if note.pinned {
                pinned.push((note.at, row.id));
            } else {
                keyed.push(((day_of(note.at), 1, note.at), Entry::Note(row.id)));
            }
        }
        for slot in book.orders_of(id) {
            let Some(row) = book.orders.at(*slot) else { continue };
            // Two orders of one moment stand as they were entered.
            let moment = u64::from(row.data.minute.unwrap_or_default()) << 32 | u64::from(*slot);
            keyed.push(((row.data.day, 0, moment), Entry::Order(row.id)));
        }
        pinned.sort_unstable_by(|a, b| b.cmp(a));
        keyed.sort_unstable_by_key(|(key, _)| Reverse(*key));
        Self {
            pinned: pinned.into_iter().map(|(_, id)| id).collect(),
            rest: keyed.into_iter().map(|(_, entry)| entry).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{edit::Edit, money::Currency, order::Line};

    #[test]
    fn events_come_newest_first_and_pinned_notes_stay_on_top() {
        let ada: Id<Party> = Id::new(Uuid::from_u128(1));
        let mut book = Book::default();
        let mut edit = Edit::of(&book);
        edit.create(ada, Party::customer("Ada"));
        let note = |at, pinned| Note { party: ada, at, text: "x".into(), pinned };
        let day = 86_400_000;
        edit.create(Id::<Note>::new(Uuid::from_u128(10)), note(2 * day + 5, false));
        edit.create(Id::<Note>::new(Uuid::from_u128(11)), note(day, true));
        for (id, on, minute) in [(20, 2, Some(60)), (21, 2, Some(90)), (22, 3, None)] {
            let order = Order {
                party: ada,
                number: "".into(),
                day: crate::domain::day::from_number(on).unwrap(),
                minute,
                currency: Currency::EUR,
                lines: vec![Line::of_amount(1)],
                refunds: None,
                note: "".into(),
            };
            edit.create(Id::new(Uuid::from_u128(id)), order);
        }
        let ops = edit.finish();
        ops.iter().for_each(|op| book.apply(op, 1).unwrap());
        let day_of = |ms| crate::domain::day::from_number((ms / day) as i32).unwrap();
        let events = Events::of(&book, ada, day_of);
        let id = |n| Uuid::from_u128(n);
        assert_eq!(events.pinned, [Id::new(id(11))]);
        assert_eq!(
            events.rest,
            [
                Entry::Order(Id::new(id(22))),
                Entry::Note(Id::new(id(10))),
                Entry::Order(Id::new(id(21))),
                Entry::Order(Id::new(id(20))),
            ]
        );
    }
}
