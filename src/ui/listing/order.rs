//! Everybody in the order of a column. It is kept, so that a filter has only to leave out, and worked out anew from the order
//! before: the sort finds what is sorted already, and takes one look at each where little has changed.

use std::sync::Arc;

use crate::{
    analysis::columns::NO_DAY,
    domain::book::Book,
    platform::{
        format,
        pause::{Slice, yield_now},
    },
    state::{Answer, Texts, Workspace},
    ui::route::Sort,
};

/// Above so many customers names are ordered by their letters alone: the browser's collation takes too long for a keystroke.
const COLLATED: usize = 8_000;
/// How many are sorted between two looks at the clock.
const CHUNK: usize = 4_096;

/// What an order goes by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// The column.
    pub sort: Sort,
    /// The language, whose letters have an order.
    pub tag: &'static str,
}

/// Slots of all parties, smallest first; what has no value counts as the smallest.
#[derive(Debug, Clone, Default)]
pub struct Order {
    slots: Vec<u32>,
}

impl Order {
    /// The slots, in order.
    pub fn slots(&self) -> &[u32] {
        &self.slots
    }

    /// Works the order out anew, with pauses. `None` when `stale` says that nobody wants it any more.
    pub async fn renewed(
        &self,
        by: By,
        workspace: Workspace,
        answer: Arc<Answer>,
        texts: Arc<Texts>,
        stale: impl Fn() -> bool,
    ) -> Option<Self> {
        // Whoever brought this about has done enough for one turn.
        if workspace.peek(|book| book.parties.len()) > COLLATED {
            yield_now().await;
            if stale() {
                return None;
            }
        }
        let mut slots = workspace.peek(|book| self.everybody(book));
        if by.sort == Sort::Name && slots.len() <= COLLATED {
            workspace.peek(|book| collate(book, by.tag, &mut slots));
            return Some(Self { slots });
        }
        let keys = workspace.peek(|book| keys(book, &answer, by.sort));
        let compare = |a: &u32, b: &u32| {
            let (a, b) = (*a, *b);
            let first = match &keys {
                Some(keys) => keys[a as usize].cmp(&keys[b as usize]),
                None => texts.get(a).cmp(texts.get(b)),
            };
            first.then(a.cmp(&b))
        };
        let mut slice = Slice::new();
        // Sorted pieces, which the sort below only has to merge.
        for chunk in slots.chunks_mut(CHUNK) {
            chunk.sort_by(compare);
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
        slots.sort_by(compare);
        Some(Self { slots })
    }

    /// Everybody: those who are still there in the order before, then the new ones.
    fn everybody(&self, book: &Book) -> Vec<u32> {
        let mut known = vec![false; book.parties.slots()];
        let mut slots: Vec<u32> = Vec::with_capacity(book.parties.len());
        for slot in self.slots.iter().copied().filter(|slot| book.parties.at(*slot).is_some()) {
            known[slot as usize] = true;
            slots.push(slot);
        }
        slots.extend(book.parties.iter().map(|(slot, _)| slot).filter(|slot| !known[*slot as usize]));
        slots
    }
}

fn collate(book: &Book, tag: &str, slots: &mut Vec<u32>) {
    let names: Vec<&str> = slots.iter().map(|slot| book.parties.at(*slot).map_or("", |row| &row.data.name)).collect();
    let order = format::collator(tag).order(&names);
    *slots = order.into_iter().map(|place| slots[place as usize]).collect();
}

/// What grows with a column; the number of a class first where classes are what one looks for.
type Key = (u8, i64);

/// The key of every slot; `None` for names, which are compared by their texts.
fn keys(book: &Book, answer: &Answer, sort: Sort) -> Option<Vec<Key>> {
    let scores = &answer.classification;
    let value = |slot: u32| answer.value(slot).unwrap_or(i64::MIN);
    let key: &dyn Fn(u32) -> Key = match sort {
        Sort::Name => return None,
        Sort::Value => &|slot| (0, value(slot)),
        Sort::Class => &|slot| {
            let class = book.parties.at(slot).and_then(|row| answer.class(slot, &row.data));
            // Within a class the largest value comes first: `!` turns the order of numbers round.
            (class.map_or(u8::MAX, |class| class as u8), !value(slot))
        },
        Sort::Orders => &|slot| (0, scores.summary.orders.get(slot as usize).copied().unwrap_or(0).into()),
        Sort::LastOrder => &|slot| (0, scores.summary.last_order.get(slot as usize).copied().unwrap_or(NO_DAY).into()),
        Sort::Rhythm => &|slot| {
            // In thousandths of a usual gap.
            (0, scores.rhythm.usual(slot as usize).map_or(0, |usual| (usual.ratio * 1_000.0) as i64))
        },
    };
    Some((0..book.parties.slots() as u32).map(key).collect())
}
