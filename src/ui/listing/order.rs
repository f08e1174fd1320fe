//! All records in the order of some columns. It is kept, so that a filter has only to leave out, and worked out anew from the order
//! before: a sort that finds what is sorted already takes one look at each where little has changed.

use std::{cmp::Ordering, sync::Arc};

use crate::{
    analysis::{
        fold::fold,
        listing::{
            column::{Column, EMPTY, Words},
            field::Form,
            sorter::Sorter,
        },
    },
    platform::{
        format,
        pause::{Slice, yield_now},
    },
};

/// Above so many texts they are ordered by their letters alone: the browser's collation takes too long for a keystroke.
const COLLATED: usize = 8_000;
/// Above so many records whoever brings a sort about lets the browser in first.
const MANY: usize = 8_000;

/// One column of an order.
#[derive(Clone)]
pub struct By {
    /// Its values.
    pub column: Arc<Column>,
    /// Their form.
    pub form: Form,
    /// Largest first.
    pub descending: bool,
    /// By what stands together under a head, not by the value itself.
    pub grouped: bool,
}

/// All records in order, smallest first; what has no value comes last.
#[derive(Default)]
pub struct Order {
    by: Vec<By>,
    tag: &'static str,
    slots: Vec<u32>,
}

impl Order {
    /// The slots, in order.
    pub fn slots(&self) -> &[u32] {
        &self.slots
    }

    /// Whether it goes by the same values of the same records.
    fn is(&self, by: &[By], tag: &'static str, count: usize) -> bool {
        let same = |(a, b): (&By, &By)| {
            Arc::ptr_eq(&a.column, &b.column) && a.descending == b.descending && a.grouped == b.grouped
        };
        self.tag == tag && self.slots.len() == count && self.by.len() == by.len() && self.by.iter().zip(by).all(same)
    }

    /// Works the order out anew, with pauses; `everybody` are the slots that there are. `None` when `stale` says that nobody wants
    /// it any more.
    pub async fn renewed(
        before: &Arc<Self>,
        by: Vec<By>,
        tag: &'static str,
        everybody: Vec<u32>,
        stale: &impl Fn() -> bool,
    ) -> Option<Arc<Self>> {
        if before.is(&by, tag, everybody.len()) && before.holds(&everybody) {
            return Some(Arc::clone(before));
        }
        if everybody.len() > MANY {
            yield_now().await;
            if stale() {
                return None;
            }
        }
        let mut slice = Slice::new();
        let mut keys: Vec<Vec<i64>> = Vec::with_capacity(by.len());
        for by in &by {
            let ranks = match &*by.column {
                Column::Words(words) => Some(ranks(words, tag, &mut slice, stale).await?),
                Column::Whole(_) | Column::Amounts(_) => None,
            };
            keys.push(keys_of(by, ranks.as_deref()));
            slice.pause_if_used_up().await;
        }
        let compare = |a: u32, b: u32| {
            let by_key = keys.iter().map(|keys| keys[a as usize].cmp(&keys[b as usize]));
            by_key.fold(Ordering::Equal, Ordering::then).then(a.cmp(&b))
        };
        let mut sorter = Sorter::new(before.in_old_order(everybody), compare);
        while !sorter.step() {
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
        Some(Arc::new(Self { slots: sorter.into_items(), by, tag }))
    }

    /// Whether its slots are these.
    fn holds(&self, everybody: &[u32]) -> bool {
        let most = everybody.iter().max().map_or(0, |most| *most as usize + 1);
        let mut known = vec![false; most];
        self.slots.iter().for_each(|slot| {
            if let Some(known) = known.get_mut(*slot as usize) {
                *known = true;
            }
        });
        everybody.iter().all(|slot| known[*slot as usize])
    }

    /// Those who are still there in the order before, then the new ones.
    fn in_old_order(&self, everybody: Vec<u32>) -> Vec<u32> {
        let most = everybody.iter().max().map_or(0, |most| *most as usize + 1);
        let mut is_there = vec![false; most];
        everybody.iter().for_each(|slot| is_there[*slot as usize] = true);
        let mut slots: Vec<u32> = Vec::with_capacity(everybody.len());
        for slot in self.slots.iter().copied() {
            // Taken once: what is left over is new.
            if is_there.get_mut(slot as usize).is_some_and(std::mem::take) {
                slots.push(slot);
            }
        }
        slots.extend(everybody.into_iter().filter(|slot| is_there[*slot as usize]));
        slots
    }
}

/// What grows along the order, for every slot.
fn keys_of(by: &By, ranks: Option<&[u32]>) -> Vec<i64> {
    let key = |slot: u32| match &*by.column {
        Column::Whole(_) if by.grouped => by.column.group(by.form, slot),
        column => column.key(ranks, slot),
    };
    let turn = |key: i64| match key {
        EMPTY => i64::MAX,
        // `!` turns the order of numbers round.
        key if by.descending => !key,
        key => key,
    };
    (0..by.column.slots() as u32).map(|slot| turn(key(slot))).collect()
}

/// The place of every text among the others, by code.
async fn ranks(words: &Words, tag: &'static str, slice: &mut Slice, stale: &impl Fn() -> bool) -> Option<Vec<u32>> {
    let count = words.len();
    if count <= COLLATED {
        return Some(format::collator(tag).ranks(&words.entries().collect::<Vec<_>>()));
    }
    let mut folded: Vec<String> = Vec::with_capacity(count);
    for code in 0..count {
        folded.push(fold(words.entry(code as u32)));
        if code % 1_024 == 0 {
            slice.pause_if_used_up().await;
            if stale() {
                return None;
            }
        }
    }
    let compare = |a: u32, b: u32| folded[a as usize].cmp(&folded[b as usize]);
    let mut sorter = Sorter::new((0..count as u32).collect(), compare);
    while !sorter.step() {
        slice.pause_if_used_up().await;
        if stale() {
            return None;
        }
    }
    let mut ranks = vec![0; count];
    let order = sorter.into_items();
    let mut rank = 0;
    for (place, code) in order.iter().enumerate() {
        if place > 0 && folded[order[place - 1] as usize] != folded[*code as usize] {
            rank = place as u32;
        }
        ranks[*code as usize] = rank;
    }
    Some(ranks)
}
