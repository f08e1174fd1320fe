//! Taking a change back, after others were made.

use std::{
    collections::{HashMap, HashSet},
    vec::IntoIter,
};

use uuid::Uuid;

use super::{
    book::Book,
    change::Op,
    edit::missing_owner,
    fields::FieldChange,
    id::Id,
    order::Order,
    party::Party,
    record::{Kind, Row},
};

/// What taking a change back comes to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reverted {
    /// What has to be done.
    pub ops: Vec<Op>,
    /// Records that were touched since and therefore stay as they are, in whole or in part.
    pub kept: Vec<(Kind, Uuid)>,
}

/// Takes a change back whose inverse is `inverse`. What was touched since stays: a field that has another value now, a record
/// that was changed since it was made, a party to which something was added. Taken back at once, nothing stays.
pub fn revert(book: &Book, inverse: Vec<Op>) -> Reverted {
    let mut reverter = Reverter::new(inverse);
    while reverter.step(book, 10_000) {}
    reverter.finish()
}

/// [`revert`] in slices, for a change of a million operations.
#[derive(Debug)]
pub struct Reverter {
    inverse: IntoIter<Op>,
    /// What of it still fits.
    ops: Vec<Op>,
    /// What of that stands in the end.
    standing: Vec<Op>,
    kept: HashSet<(Kind, Uuid)>,
    made: HashSet<Uuid>,
    going: HashSet<Uuid>,
    moves: HashMap<Uuid, Move>,
    /// Orders as they will be, when a product is to go.
    changed: HashMap<Uuid, Row<Order>>,
    stage: Stage,
    /// The place within the stage.
    at: usize,
}

/// What is being worked on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    /// Which operations still fit.
    Fitting,
    /// What is made and what goes.
    MadeAndGoing,
    /// Which records change their owners.
    Moving,
    /// Which parties have to stay.
    Parties,
    /// What orders will be.
    Changing,
    /// Which products have to stay.
    Products,
    /// Which operations stand.
    Standing,
    Done,
}

/// Where a record goes that changes its owners.
#[derive(Debug)]
enum Move {
    /// To these.
    To(Vec<Uuid>),
    /// One of them is not there, so that it stays where it is.
    Nowhere,
}

impl Reverter {
    /// Nothing is worked out yet.
    pub fn new(inverse: Vec<Op>) -> Self {
        Self {
            ops: Vec::with_capacity(inverse.len()),
            inverse: inverse.into_iter(),
            standing: Vec::new(),
            kept: HashSet::new(),
            made: HashSet::new(),
            going: HashSet::new(),
            moves: HashMap::new(),
            changed: HashMap::new(),
            stage: Stage::Fitting,
            at: 0,
        }
    }

    /// Does at most so many pieces of the work; `false` when all is done. The book has to be the same each time.
    pub fn step(&mut self, book: &Book, most: usize) -> bool {
        let from = self.at;
        let end = match self.stage {
            Stage::Fitting => from + self.inverse.len(),
            Stage::MadeAndGoing | Stage::Moving | Stage::Parties | Stage::Changing | Stage::Standing => self.ops.len(),
            Stage::Products => book.orders.slots(),
            Stage::Done => return false,
        };
        let to = end.min(from.saturating_add(most.max(1)));
        for place in from..to {
            match self.stage {
                Stage::Fitting => self.fit(book),
                Stage::MadeAndGoing => self.note(place),
                Stage::Moving => self.follow(book, place),
                Stage::Parties => self.keep_party(book, place),
                Stage::Changing => self.change(book, place),
                Stage::Products => self.keep_products(book, place),
                Stage::Standing => self.stand(book, place),
                Stage::Done => {}
            }
        }
        self.at = to;
        if to == end {
            self.advance();
        }
        self.stage != Stage::Done
    }

    fn advance(&mut self) {
        self.at = 0;
        self.stage = match self.stage {
            Stage::Fitting => Stage::MadeAndGoing,
            Stage::MadeAndGoing => Stage::Moving,
            Stage::Moving => Stage::Parties,
            Stage::Parties if self.ops.iter().any(|op| is_deleted(op, Kind::Product)) => Stage::Changing,
            Stage::Changing => Stage::Products,
            Stage::Parties | Stage::Products => Stage::Standing,
            Stage::Standing | Stage::Done => Stage::Done,
        };
    }

    /// What was worked out.
    pub fn finish(self) -> Reverted {
        let mut kept: Vec<_> = self.kept.into_iter().collect();
        kept.sort_unstable();
        Reverted { ops: self.standing, kept }
    }

    /// Takes the next operation as far as it still fits: records and fields that are as the change left them.
    fn fit(&mut self, book: &Book) {
        let Some(op) = self.inverse.next() else { return };
        let (kind, id) = op.target();
        match op {
            Op::Delete { ref record, .. } => match book.encoded(kind, id) {
                Some(now) if now == *record => self.ops.push(op),
                Some(_) => drop(self.kept.insert((kind, id))),
                None => {}
            },
            Op::Create { .. } if book.encoded(kind, id).is_some() => drop(self.kept.insert((kind, id))),
            Op::Create { .. } => self.ops.push(op),
            Op::Update { fields, .. } => {
                let Some(now) = book.split(kind, id) else {
                    self.kept.insert((kind, id));
                    return;
                };
                let total = fields.len();
                let same = |field: &FieldChange| now.get(field.key) == field.before.as_deref();
                let fields: Vec<FieldChange> = fields.into_iter().filter(same).collect();
                if fields.len() < total {
                    self.kept.insert((kind, id));
                }
                if !fields.is_empty() {
                    self.ops.push(Op::Update { kind, id, fields });
                }
            }
        }
    }

    fn note(&mut self, place: usize) {
        let op = &self.ops[place];
        let id = op.target().1;
        match op {
            Op::Create { .. } => drop(self.made.insert(id)),
            Op::Delete { .. } => drop(self.going.insert(id)),
            Op::Update { .. } => {}
        }
    }

    /// Notes where a record goes that changes its owners.
    fn follow(&mut self, book: &Book, place: usize) {
        let op = &self.ops[place];
        let Some(owners) = book.owners_after(op) else { return };
        let is_there = |owner: &Uuid| {
            self.made.contains(owner) || (!self.going.contains(owner) && book.get::<Party>(Id::new(*owner)).is_some())
        };
        let to = if owners.iter().all(is_there) { Move::To(owners) } else { Move::Nowhere };
        self.moves.insert(op.target().1, to);
    }

    /// A party to which something belongs that stays, stays too.
    fn keep_party(&mut self, book: &Book, place: usize) {
        let op = &self.ops[place];
        if !is_deleted(op, Kind::Party) {
            return;
        }
        let id = op.target().1;
        let leaves = |uuid: Uuid| match self.moves.get(&uuid) {
            Some(Move::To(owners)) => !owners.contains(&id),
            Some(Move::Nowhere) | None => false,
        };
        let stays = |(_, uuid): (Kind, Uuid)| !self.going.contains(&uuid) && !leaves(uuid);
        if book.belongings(Id::new(id)).any(stays) {
            self.going.remove(&id);
            self.kept.insert((Kind::Party, id));
        }
    }

    /// Notes what an order will be.
    fn change(&mut self, book: &Book, place: usize) {
        let op = &self.ops[place];
        let id = op.target().1;
        if matches!(self.moves.get(&id), Some(Move::Nowhere)) {
            return;
        }
        if let Some(order) = book.after::<Order>(op) {
            self.changed.insert(id, order);
        }
    }

    /// The products stay that an order names once everything was done.
    fn keep_products(&mut self, book: &Book, slot: usize) {
        let Some(row) = u32::try_from(slot).ok().and_then(|slot| book.orders.at(slot)) else { return };
        let id = row.id.uuid();
        if self.going.contains(&id) {
            return;
        }
        for product in self.changed.get(&id).unwrap_or(row).data.lines.iter().filter_map(|line| line.product) {
            if self.going.remove(&product.uuid()) {
                self.kept.insert((Kind::Product, product.uuid()));
            }
        }
    }

    /// Takes an operation over that stands in the end.
    fn stand(&mut self, book: &Book, place: usize) {
        let op = &mut self.ops[place];
        let stands = match op {
            Op::Create { .. } => missing_owner(book, op, &self.made).is_none(),
            Op::Update { id, .. } => !matches!(self.moves.get(id), Some(Move::Nowhere)),
            Op::Delete { id, .. } => self.going.contains(id),
        };
        if stands {
            let (kind, id) = op.target();
            // What is left in its place is not looked at any more.
            self.standing.push(std::mem::replace(op, Op::Update { kind, id, fields: Vec::new() }));
        } else {
            self.kept.insert(op.target());
        }
    }
}

fn is_deleted(op: &Op, wanted: Kind) -> bool {
    matches!(op, Op::Delete { kind, .. } if *kind == wanted)
}
