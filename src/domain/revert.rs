//! Taking a change back, after others were made.

use std::collections::{HashMap, HashSet};

use uuid::Uuid;

use super::{
    book::Book,
    change::Op,
    edit::{belongings, created, missing_owner},
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
    let mut kept = HashSet::new();
    let ops = untouched(book, inverse, &mut kept);
    let made = created(&ops);
    let mut going = deleted(&ops);
    let moves = moves(book, &ops, &made, &going);
    keep_owners(book, &ops, &moves, &mut going, &mut kept);
    let stands = |op: &Op| match op {
        Op::Create { .. } => missing_owner(book, op, &made).is_none(),
        Op::Update { id, .. } => !matches!(moves.get(id), Some(Move::Nowhere)),
        Op::Delete { id, .. } => going.contains(id),
    };
    let (ops, dropped): (Vec<Op>, Vec<Op>) = ops.into_iter().partition(stands);
    kept.extend(dropped.iter().map(Op::target));
    let mut kept: Vec<_> = kept.into_iter().collect();
    kept.sort_unstable();
    Reverted { ops, kept }
}

/// What of an inverse still fits: records and fields that are as the change left them.
fn untouched(book: &Book, inverse: Vec<Op>, kept: &mut HashSet<(Kind, Uuid)>) -> Vec<Op> {
    let mut ops = Vec::with_capacity(inverse.len());
    for op in inverse {
        let (kind, id) = op.target();
        match op {
            Op::Delete { ref record, .. } => match book.encoded(kind, id) {
                Some(now) if now == *record => ops.push(op),
                Some(_) => drop(kept.insert((kind, id))),
                None => {}
            },
            Op::Create { .. } if book.encoded(kind, id).is_some() => drop(kept.insert((kind, id))),
            Op::Create { .. } => ops.push(op),
            Op::Update { fields, .. } => {
                let Some(now) = book.split(kind, id) else {
                    kept.insert((kind, id));
                    continue;
                };
                let total = fields.len();
                let same = |field: &FieldChange| now.get(field.key) == field.before.as_deref();
                let fields: Vec<FieldChange> = fields.into_iter().filter(same).collect();
                if fields.len() < total {
                    kept.insert((kind, id));
                }
                if !fields.is_empty() {
                    ops.push(Op::Update { kind, id, fields });
                }
            }
        }
    }
    ops
}

fn deleted(ops: &[Op]) -> HashSet<Uuid> {
    ops.iter().filter(|op| matches!(op, Op::Delete { .. })).map(|op| op.target().1).collect()
}

/// Where a record goes that changes its owners.
enum Move {
    /// To these.
    To(Vec<Uuid>),
    /// One of them is not there, so that it stays where it is.
    Nowhere,
}

/// The records that change their owners.
fn moves(book: &Book, ops: &[Op], made: &HashSet<Uuid>, going: &HashSet<Uuid>) -> HashMap<Uuid, Move> {
    let is_there =
        |owner: &Uuid| made.contains(owner) || (!going.contains(owner) && book.get::<Party>(Id::new(*owner)).is_some());
    let moved = |op: &Op| {
        let owners = book.owners_after(op)?;
        let to = if owners.iter().all(is_there) { Move::To(owners) } else { Move::Nowhere };
        Some((op.target().1, to))
    };
    ops.iter().filter_map(moved).collect()
}

/// A party to which something belongs that stays, and a product that an order names which stays, stay too.
fn keep_owners(
    book: &Book,
    ops: &[Op],
    moves: &HashMap<Uuid, Move>,
    going: &mut HashSet<Uuid>,
    kept: &mut HashSet<(Kind, Uuid)>,
) {
    let deletes = |wanted: Kind| {
        ops.iter().filter_map(move |op| match op {
            Op::Delete { kind, id, .. } if *kind == wanted => Some(*id),
            _ => None,
        })
    };
    for id in deletes(Kind::Party) {
        let party = Id::new(id);
        let leaves = |uuid: Uuid| match moves.get(&uuid) {
            Some(Move::To(owners)) => !owners.contains(&id),
            Some(Move::Nowhere) | None => false,
        };
        let stays = |(_, uuid): (Kind, Uuid)| !going.contains(&uuid) && !leaves(uuid);
        if belongings(book, party).any(stays) {
            going.remove(&id);
            kept.insert((Kind::Party, id));
        }
    }
    if deletes(Kind::Product).next().is_some() {
        keep_products(book, ops, moves, going, kept);
    }
}

/// A product stays that an order names once everything was done.
fn keep_products(
    book: &Book,
    ops: &[Op],
    moves: &HashMap<Uuid, Move>,
    going: &mut HashSet<Uuid>,
    kept: &mut HashSet<(Kind, Uuid)>,
) {
    let changes = |op: &Op| {
        let id = op.target().1;
        let order = if matches!(moves.get(&id), Some(Move::Nowhere)) { None } else { book.after::<Order>(op) };
        order.map(|order| (id, order))
    };
    let changed: HashMap<Uuid, Row<Order>> = ops.iter().filter_map(changes).collect();
    for (_, row) in book.orders.iter() {
        let id = row.id.uuid();
        if going.contains(&id) {
            continue;
        }
        for product in changed.get(&id).unwrap_or(row).data.lines.iter().filter_map(|line| line.product) {
            if going.remove(&product.uuid()) {
                kept.insert((Kind::Product, product.uuid()));
            }
        }
    }
}
