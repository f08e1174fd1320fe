//! Taking the demo out again: what came with it goes, whatever was done to it meanwhile; what the user made stays where it can.

use std::collections::HashSet;

use uuid::Uuid;

use crate::domain::{
    book::Book, change::Op, edit::Edit, id::Id, order::Order, party::Party, record::Kind, settings::Settings,
};

use super::{is_demo, is_rate};

/// How many records of the user's own hang on parties of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Own {
    /// Orders of demo customers.
    pub orders: usize,
    /// Notes on them.
    pub notes: usize,
    /// What they answered when asked.
    pub surveys: usize,
    /// Conversations with them.
    pub interactions: usize,
    /// Tasks for them.
    pub tasks: usize,
    /// Promises to them.
    pub promises: usize,
    /// Deals with them.
    pub deals: usize,
    /// Ties to them.
    pub links: usize,
}

impl Own {
    /// Whether there is none.
    pub fn is_empty(self) -> bool {
        self == Self::default()
    }
}

/// What taking the demo out comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Removal {
    /// What has to be done.
    pub ops: Vec<Op>,
    /// What of the user's own hangs on the demo: kept with the parties it belongs to, or gone with them.
    pub own: Own,
}

/// The kinds of record by which it changes whether a demo is there.
pub const KINDS: [Kind; 9] = [
    Kind::Party,
    Kind::Order,
    Kind::Note,
    Kind::Survey,
    Kind::Interaction,
    Kind::Task,
    Kind::Promise,
    Kind::Deal,
    Kind::Link,
];

/// Whether something of a demo is there that taking it out would take away. A party that stayed for the sake of what the user added to
/// it counts as the user's.
pub fn is_here(book: &Book) -> bool {
    book.parties.iter().filter(|(_, row)| is_demo(row.id.uuid())).any(|(_, row)| {
        let mut own = book.belongings(row.id).peekable();
        own.peek().is_none() || own.any(|(_, id)| is_demo(id))
    })
}

/// Works out how to take the demo out. With `keep`, what the user added to demo parties stays, and they with it; what else of the demo
/// they have goes. Without it, all of it goes.
pub fn removal(book: &Book, keep: bool) -> Removal {
    let (own, hung_on) = own(book);
    let stays = |party: Id<Party>| !is_demo(party.uuid()) || (keep && hung_on.contains(&party.uuid()));
    let mut edit = Edit::of(book);
    for (_, row) in book.notes.iter() {
        if is_demo(row.id.uuid()) || !stays(row.data.party) {
            edit.delete(row.id);
        }
    }
    for (_, row) in book.interactions.iter() {
        if is_demo(row.id.uuid()) || !stays(row.data.party) {
            edit.delete(row.id);
        }
    }
    for (_, row) in book.surveys.iter() {
        if is_demo(row.id.uuid()) || !stays(row.data.party) {
            edit.delete(row.id);
        }
    }
    for (_, row) in book.tasks.iter() {
        if is_demo(row.id.uuid()) || row.data.party.is_some_and(|party| !stays(party)) {
            edit.delete(row.id);
        }
    }
    for (_, row) in book.deals.iter() {
        if is_demo(row.id.uuid()) || !stays(row.data.party) {
            edit.delete(row.id);
        }
    }
    for (_, row) in book.promises.iter() {
        if is_demo(row.id.uuid()) || !stays(row.data.party) {
            edit.delete(row.id);
        }
    }
    let mut used = HashSet::new();
    let mut currencies = HashSet::new();
    for (_, row) in book.orders.iter() {
        if is_demo(row.id.uuid()) || !stays(row.data.party) {
            edit.delete(row.id);
            continue;
        }
        currencies.insert(row.data.currency);
        used.extend(row.data.lines.iter().filter_map(|line| line.product).map(Id::uuid));
        if row.data.refunds.is_some_and(|bought| is_demo(bought.uuid())) {
            edit.update(row.id, |order: &mut Order| order.refunds = None);
        }
    }
    for (_, row) in book.links.iter() {
        if is_demo(row.id.uuid()) || !stays(row.data.from) || !stays(row.data.to) {
            edit.delete(row.id);
        }
    }
    let own_parties = book.parties.iter().filter(|(_, row)| !is_demo(row.id.uuid()));
    let filled: HashSet<Uuid> = own_parties.flat_map(|(_, row)| row.data.custom.keys().map(|id| id.uuid())).collect();
    let field_goes = |id: Uuid| is_demo(id) && !filled.contains(&id);
    for (_, row) in book.parties.iter() {
        if !stays(row.id) {
            edit.delete(row.id);
        } else if row.data.custom.keys().any(|field| field_goes(field.uuid())) {
            edit.update(row.id, |party: &mut Party| party.custom.retain(|field, _| !field_goes(field.uuid())));
        }
    }
    for (_, row) in book.products.iter() {
        if is_demo(row.id.uuid()) && !used.contains(&row.id.uuid()) {
            edit.delete(row.id);
        }
    }
    for (_, row) in book.fields.iter() {
        if field_goes(row.id.uuid()) {
            edit.delete(row.id);
        }
    }
    edit.update(Settings::ID, |settings: &mut Settings| {
        let base = settings.currency;
        settings.rates.retain(|rate| currencies.contains(&rate.currency) || !is_rate(base, rate));
    });
    Removal { ops: edit.finish(), own }
}

/// How many records of the user's own hang on parties of the demo.
pub fn own_on(book: &Book) -> Own {
    own(book).0
}

/// What of the user's own hangs on demo parties, and on which.
fn own(book: &Book) -> (Own, HashSet<Uuid>) {
    let mut hung_on = HashSet::new();
    let (mut own, mut links) = (Own::default(), HashSet::new());
    for (_, row) in book.parties.iter().filter(|(_, row)| is_demo(row.id.uuid())) {
        for (kind, id) in book.belongings(row.id).filter(|(_, id)| !is_demo(*id)) {
            hung_on.insert(row.id.uuid());
            match kind {
                Kind::Order => own.orders += 1,
                Kind::Note => own.notes += 1,
                Kind::Survey => own.surveys += 1,
                Kind::Interaction => own.interactions += 1,
                Kind::Task => own.tasks += 1,
                Kind::Promise => own.promises += 1,
                Kind::Deal => own.deals += 1,
                // A tie between two of them counts once.
                _ => drop(links.insert(id)),
            }
        }
    }
    own.links = links.len();
    (own, hung_on)
}
