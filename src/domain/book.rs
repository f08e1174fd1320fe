//! The book: every record in memory, with the indexes that answer who belongs to whom. It changes by [`Op`]s alone.

use rustc_hash::FxHashMap;
use uuid::Uuid;

use super::{
    change::Op,
    custom::CustomField,
    deal::Deal,
    fields::Fields,
    id::Id,
    interaction::Interaction,
    link::Link,
    note::Note,
    order::Order,
    party::Party,
    product::Product,
    promise::Promise,
    record::{Kind, Record, Row},
    settings::Settings,
    survey::Survey,
    table::Table,
    task::Task,
    view::View,
};

/// Why an operation could not be applied: the journal or a page does not say what it should.
#[derive(Debug, thiserror::Error)]
#[error("{kind:?} {id} cannot be read: {cause}")]
pub struct Unreadable {
    /// The kind of the record.
    pub kind: Kind,
    /// Its id.
    pub id: Uuid,
    /// What the decoder says.
    pub cause: minicbor::decode::Error,
}

/// Every record, and who belongs to whom.
#[derive(Debug, Clone, Default)]
pub struct Book {
    /// People and organisations.
    pub parties: Table<Party>,
    /// Ties between them.
    pub links: Table<Link>,
    /// Products and services.
    pub products: Table<Product>,
    /// Orders and refunds.
    pub orders: Table<Order>,
    /// Notes.
    pub notes: Table<Note>,
    /// Definitions of custom fields.
    pub fields: Table<CustomField>,
    /// The settings: one record, or none as long as nothing was set.
    pub settings: Table<Settings>,
    /// Views of lists.
    pub views: Table<View>,
    /// What customers answered when asked.
    pub surveys: Table<Survey>,
    /// Conversations.
    pub interactions: Table<Interaction>,
    /// What is to be done.
    pub tasks: Table<Task>,
    /// What we promised.
    pub promises: Table<Promise>,
    /// Sales that are hoped for.
    pub deals: Table<Deal>,
    /// Slots of what belongs to a party, a map for each kind. Keyed by the party's id, not its slot: a page of orders may be read
    /// before its parties.
    belongs: [FxHashMap<Uuid, Vec<u32>>; Kind::ALL.len()],
}

/// Runs an expression with the type of a kind.
macro_rules! with_type {
    ($kind:expr, $T:ident => $body:expr) => {{
        use $crate::domain;
        use $crate::domain::record::Kind;
        match $kind {
            Kind::Party => {
                type $T = domain::party::Party;
                $body
            }
            Kind::Link => {
                type $T = domain::link::Link;
                $body
            }
            Kind::Product => {
                type $T = domain::product::Product;
                $body
            }
            Kind::Order => {
                type $T = domain::order::Order;
                $body
            }
            Kind::Note => {
                type $T = domain::note::Note;
                $body
            }
            Kind::CustomField => {
                type $T = domain::custom::CustomField;
                $body
            }
            Kind::Settings => {
                type $T = domain::settings::Settings;
                $body
            }
            Kind::View => {
                type $T = domain::view::View;
                $body
            }
            Kind::Survey => {
                type $T = domain::survey::Survey;
                $body
            }
            Kind::Interaction => {
                type $T = domain::interaction::Interaction;
                $body
            }
            Kind::Task => {
                type $T = domain::task::Task;
                $body
            }
            Kind::Promise => {
                type $T = domain::promise::Promise;
                $body
            }
            Kind::Deal => {
                type $T = domain::deal::Deal;
                $body
            }
        }
    }};
}

pub(crate) use with_type;

/// The table of a kind of record within the book.
pub trait Stored: Record {
    /// The table.
    fn table(book: &Book) -> &Table<Self>;
    /// The table, to write to.
    #[doc(hidden)]
    fn table_mut(book: &mut Book) -> &mut Table<Self>;
    /// The parties that it belongs to, with the index that says so.
    #[doc(hidden)]
    fn owners(&self) -> Vec<Uuid> {
        Vec::new()
    }
}

macro_rules! stored {
    ($($T:ty => $table:ident, $owners:expr;)*) => {$(
        impl Stored for $T {
            fn table(book: &Book) -> &Table<Self> {
                &book.$table
            }
            fn table_mut(book: &mut Book) -> &mut Table<Self> {
                &mut book.$table
            }
            fn owners(&self) -> Vec<Uuid> {
                let owners: fn(&Self) -> Vec<Uuid> = $owners;
                owners(self)
            }
        }
    )*};
}

stored! {
    Party => parties, |_| Vec::new();
    Link => links, |link| vec![link.from.uuid(), link.to.uuid()];
    Product => products, |_| Vec::new();
    Order => orders, |order| vec![order.party.uuid()];
    Note => notes, |note| vec![note.party.uuid()];
    CustomField => fields, |_| Vec::new();
    Settings => settings, |_| Vec::new();
    View => views, |_| Vec::new();
    Survey => surveys, |survey| vec![survey.party.uuid()];
    Interaction => interactions, |interaction| vec![interaction.party.uuid()];
    Task => tasks, |task| task.party.map(Id::uuid).into_iter().collect();
    Promise => promises, |promise| vec![promise.party.uuid()];
    Deal => deals, |deal| vec![deal.party.uuid()];
}

impl Book {
    /// The record of an id.
    pub fn get<T: Stored>(&self, id: Id<T>) -> Option<&Row<T>> {
        T::table(self).get(id)
    }

    /// The settings, or the ones a new workspace starts with.
    pub fn settings(&self) -> Settings {
        self.settings.get(Settings::ID).map(|row| row.data.clone()).unwrap_or_default()
    }

    /// Whether nothing was ever entered; settings do not count.
    pub fn is_empty(&self) -> bool {
        self.parties.is_empty() && self.orders.is_empty() && self.products.is_empty() && self.fields.is_empty()
    }

    /// Slots of the records of a kind that belong to a party, in the order in which they were made.
    pub fn slots_of<T: Stored>(&self, party: Id<Party>) -> &[u32] {
        self.belongs[T::KIND.place()].get(&party.uuid()).map_or(&[], |slots| slots)
    }

    /// The records of a kind that belong to a party, in the order in which they were made. A tie belongs to both of its ends.
    pub fn of<T: Stored>(&self, party: Id<Party>) -> impl DoubleEndedIterator<Item = &Row<T>> {
        let table = T::table(self);
        self.slots_of::<T>(party).iter().filter_map(|slot| table.at(*slot))
    }

    /// The names of all that belongs to a party.
    pub fn belongings(&self, party: Id<Party>) -> impl Iterator<Item = (Kind, Uuid)> {
        Kind::OF_PARTY.into_iter().flat_map(move |kind| {
            let names: Vec<_> = with_type!(kind, T => self.of::<T>(party).map(Row::name).collect());
            names
        })
    }

    /// Makes room for the records that operations bring: a table that grows bit by bit stops now and then to move all it has.
    pub fn make_room_for(&mut self, ops: &[Op]) {
        for kind in [Kind::Party, Kind::Order] {
            let is_made = |op: &&Op| matches!(op, Op::Create { kind: made, .. } if *made == kind);
            self.make_room(kind, ops.iter().filter(is_made).count());
        }
    }

    /// Makes room for so many more records of a kind; for parties first, since what belongs to them needs no more room than they do.
    pub fn make_room(&mut self, kind: Kind, more: usize) {
        with_type!(kind, T => T::table_mut(self).make_room(more));
        if Kind::OF_PARTY.contains(&kind) {
            self.belongs[kind.place()].reserve(more.min(self.parties.room()));
        }
    }

    /// Applies one operation, the `seq`-th change of the journal.
    ///
    /// A change of a record that is not there does nothing: the journal is in order, so it can only have been deleted
    /// before, and the later word stands.
    ///
    /// # Errors
    /// [`Unreadable`] when a record does not have the form of its kind; the book is then as before.
    pub fn apply(&mut self, op: &Op, seq: u64) -> Result<(), Unreadable> {
        let (kind, id) = op.target();
        with_type!(kind, T => self.apply_to::<T>(Id::new(id), op, seq)).map_err(|cause| Unreadable { kind, id, cause })
    }

    fn apply_to<T: Stored>(&mut self, id: Id<T>, op: &Op, seq: u64) -> Result<(), minicbor::decode::Error> {
        match op {
            Op::Create { record, .. } => self.put(Row::<T>::decode(id, record)?, seq),
            Op::Update { fields, .. } => {
                if let Some(row) = T::table(self).get(id) {
                    let mut patched = row.fields();
                    patched.patch(fields);
                    self.put(Row::<T>::decode(id, &patched.join())?, seq);
                }
            }
            Op::Delete { .. } => {
                if let Some((slot, row)) = T::table_mut(self).remove(id, seq) {
                    self.detach(&row.data, slot);
                }
            }
        }
        Ok(())
    }

    /// Puts a record into the next slot, or over the one of the same id, as the `seq`-th change of the journal does.
    pub(crate) fn put<T: Stored>(&mut self, row: Row<T>, seq: u64) {
        let owners = row.data.owners();
        let (slot, old) = T::table_mut(self).put(row, seq);
        if let Some(old) = old {
            if old.data.owners() == owners {
                return;
            }
            self.detach(&old.data, slot);
        }
        self.attach::<T>(owners, slot);
    }

    /// Puts a record where a page has it.
    pub(crate) fn place<T: Stored>(&mut self, slot: u32, row: Row<T>) {
        let owners = row.data.owners();
        T::table_mut(self).place(slot, row);
        self.attach::<T>(owners, slot);
    }

    /// Gives out the slots of a page that are empty.
    pub(crate) fn reserve<T: Stored>(&mut self, slots: usize) {
        T::table_mut(self).reserve(slots);
    }

    fn attach<T: Stored>(&mut self, owners: Vec<Uuid>, slot: u32) {
        let index = &mut self.belongs[T::KIND.place()];
        for owner in owners {
            let slots = index.entry(owner).or_default();
            // In rising order, whatever the order of loading: the same book has the same indexes.
            let at = slots.partition_point(|other| *other < slot);
            if slots.get(at) != Some(&slot) {
                slots.insert(at, slot);
            }
        }
    }

    fn detach<T: Stored>(&mut self, data: &T, slot: u32) {
        let index = &mut self.belongs[T::KIND.place()];
        for owner in data.owners() {
            if let Some(slots) = index.get_mut(&owner) {
                slots.retain(|other| *other != slot);
                if slots.is_empty() {
                    index.remove(&owner);
                }
            }
        }
    }

    /// The record of a kind and an id as bytes; `None` when it is not there.
    pub fn encoded(&self, kind: Kind, id: Uuid) -> Option<Box<[u8]>> {
        with_type!(kind, T => T::table(self).get(Id::new(id)).map(Row::encode))
    }

    /// The record of a kind and an id as fields; `None` when it is not there.
    pub fn split(&self, kind: Kind, id: Uuid) -> Option<Fields> {
        with_type!(kind, T => T::table(self).get(Id::new(id)).map(Row::fields))
    }

    /// The parties to which the record belongs that an operation makes.
    pub(super) fn owners_of(&self, op: &Op) -> Vec<Uuid> {
        let Op::Create { kind, id, record } = op else { return Vec::new() };
        with_type!(kind, T => Row::<T>::decode(Id::new(*id), record).map(|row| row.data.owners())).unwrap_or_default()
    }

    /// The number of the latest change that touched a record since the book was read; 0 when there was none. Whoever goes
    /// through the book in several steps sees by it whether it is still the same book.
    pub fn touched(&self) -> u64 {
        let of_kind = |kind| with_type!(kind, T => T::table(self).touched());
        Kind::ALL.into_iter().map(of_kind).max().unwrap_or_default()
    }

    /// The record that an update changes, as it will be; `None` when it is of another kind, or not there.
    pub(super) fn after<T: Stored>(&self, op: &Op) -> Option<Row<T>> {
        let Op::Update { kind, id, fields } = op else { return None };
        let row = if *kind == T::KIND { self.get::<T>(Id::new(*id))? } else { return None };
        let mut patched = row.fields();
        patched.patch(fields);
        Row::decode(row.id, &patched.join()).ok()
    }

    /// The parties to which a record belongs once an update has changed it; `None` when they stay the same ones.
    pub(super) fn owners_after(&self, op: &Op) -> Option<Vec<Uuid>> {
        fn of<T: Stored>(book: &Book, op: &Op) -> Option<Vec<Uuid>> {
            let owners = book.after::<T>(op)?.data.owners();
            (book.get::<T>(Id::new(op.target().1))?.data.owners() != owners).then_some(owners)
        }
        with_type!(op.target().0, T => of::<T>(self, op))
    }

    /// The record of a kind in a slot.
    pub fn id_at(&self, kind: Kind, slot: u32) -> Option<Uuid> {
        with_type!(kind, T => T::table(self).at(slot).map(|row| row.id.uuid()))
    }

    /// How many records of a kind there are.
    pub fn count(&self, kind: Kind) -> usize {
        with_type!(kind, T => T::table(self).len())
    }
}
