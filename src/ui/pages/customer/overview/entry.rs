//! The events of a customer's timeline, in their order.

use std::cmp::Reverse;

use chrono::NaiveDate;

use crate::domain::{
    book::Book,
    deal::Deal,
    id::Id,
    interaction::Interaction,
    note::Note,
    order::Order,
    party::Party,
    promise::{Promise, State},
    task::Task,
};

/// One event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Entry {
    /// An order or a refund.
    Order(Id<Order>),
    /// A note.
    Note(Id<Note>),
    /// A conversation.
    Talk(Id<Interaction>),
    /// A deal, on the day of its end, or of its beginning while it goes on.
    Deal(Id<Deal>),
    /// A task that was done.
    Task(Id<Task>),
    /// A promise: when it was made while it is open, else when it was kept or broken.
    Promise(Id<Promise>),
}

/// What stands in a timeline.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Events {
    /// Notes that stay on top, newest first.
    pub pinned: Vec<Id<Note>>,
    /// Everything else, newest first; what happened at a moment before an order of the same day.
    pub rest: Vec<Entry>,
}

impl Events {
    /// The events of a customer. `day_of` says on which civil day an instant lies.
    pub fn of(book: &Book, id: Id<Party>, day_of: impl Fn(u64) -> NaiveDate) -> Self {
        let notes = book.of::<Note>(id);
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
        for row in book.of::<Interaction>(id) {
            keyed.push(((day_of(row.data.at), 1, row.data.at), Entry::Talk(row.id)));
        }
        for slot in book.slots_of::<Deal>(id) {
            let Some(row) = book.deals.at(*slot) else { continue };
            let day = row.data.ended.unwrap_or(row.data.begun);
            keyed.push(((day, 0, u64::from(*slot)), Entry::Deal(row.id)));
        }
        for row in book.of::<Task>(id) {
            if let Some(done) = row.data.done {
                keyed.push(((day_of(done), 1, done), Entry::Task(row.id)));
            }
        }
        for row in book.of::<Promise>(id) {
            let day = match row.data.state {
                State::Open => row.data.made,
                State::Kept(on) | State::Broken(on) => on,
            };
            keyed.push(((day, 0, 0), Entry::Promise(row.id)));
        }
        for slot in book.slots_of::<Order>(id) {
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
                minute,
                ..Order::new(ada, crate::domain::day::from_number(on).unwrap(), Currency::EUR, vec![Line::of_amount(1)])
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
