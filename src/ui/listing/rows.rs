//! The rows of a list: who passes, in order, under the heads of their groups.

use std::sync::Arc;

use super::{finding::Found, hits::Hits};

/// A group of rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// By what they stand together, as [`crate::analysis::listing::column::Column::group`] has it.
    pub value: i64,
    /// The place of its first row among all rows.
    pub start: u32,
    /// How many rows there are.
    pub count: u32,
}

/// Slots of those who pass filters and words, in order.
pub fn matching(found: &Found, hits: &Hits) -> Arc<[u32]> {
    let slots = found.order.slots().iter().copied().filter(|slot| found.mask.passes(*slot));
    match hits {
        Some(hits) => slots.filter(|slot| hits.get(*slot as usize) == Some(&true)).collect(),
        None => slots.collect(),
    }
}

/// The groups of rows that stand in the order of the groups.
pub fn heads(found: &Found, rows: &[u32]) -> Arc<[Head]> {
    let Some((field, column)) = &found.group else { return Arc::default() };
    let mut heads: Vec<Head> = Vec::new();
    for (place, slot) in (0_u32..).zip(rows) {
        let value = column.group(field.form, *slot);
        match heads.last_mut().filter(|head| head.value == value) {
            Some(head) => head.count += 1,
            None => heads.push(Head { value, start: place, count: 1 }),
        }
    }
    heads.into()
}
