//! Sorting in steps, so that a million records never hold the page: runs are sorted one by one, then merged pair by pair, each
//! step no longer than it is allowed to be.

use std::cmp::Ordering;

/// How many are sorted at once, and about how many a step merges.
const RUN: usize = 4_096;

/// A sort under way. What is sorted already costs one look at each.
pub struct Sorter<F> {
    compare: F,
    items: Vec<u32>,
    merged: Vec<u32>,
    /// How long the sorted runs are; 0 before there are any.
    width: usize,
    /// Where the next run is sorted, or what is merged: the beginning of the pair, and how far its halves were taken.
    at: usize,
    left: usize,
    right: usize,
}

impl<F: Fn(u32, u32) -> Ordering> Sorter<F> {
    /// Begins to sort.
    pub fn new(items: Vec<u32>, compare: F) -> Self {
        Self { compare, items, merged: Vec::new(), width: 0, at: 0, left: 0, right: 0 }
    }

    /// Goes on for about as long as it takes to look at a few thousand. `true` when all is sorted.
    pub fn step(&mut self) -> bool {
        if self.width == 0 {
            return self.sort_run();
        }
        let mut room = RUN * 4;
        while room > 0 {
            if self.width >= self.items.len() {
                return true;
            }
            room = self.merge(room);
        }
        false
    }

    fn sort_run(&mut self) -> bool {
        let end = (self.at + RUN).min(self.items.len());
        let compare = &self.compare;
        self.items[self.at..end].sort_by(|a, b| compare(*a, *b));
        self.at = end;
        if end == self.items.len() {
            self.width = RUN;
            self.merged.reserve(self.items.len());
            self.begin_pair(0);
        }
        self.width >= self.items.len()
    }

    fn begin_pair(&mut self, at: usize) {
        self.at = at;
        self.left = at;
        self.right = (at + self.width).min(self.items.len());
    }

    /// Merges up to `room` items of a pair of runs; gives the room that is left.
    fn merge(&mut self, mut room: usize) -> usize {
        let middle = (self.at + self.width).min(self.items.len());
        let end = (middle + self.width).min(self.items.len());
        let (items, compare) = (&self.items, &self.compare);
        let in_order =
            self.left == self.at && (middle == end || compare(items[middle - 1], items[middle]) != Ordering::Greater);
        if in_order {
            self.merged.extend_from_slice(&items[self.at..end]);
            (self.left, self.right) = (middle, end);
            room = room.saturating_sub((end - self.at) / 16 + 1);
        }
        while room > 0 && self.left < middle && self.right < end {
            let (a, b) = (items[self.left], items[self.right]);
            if compare(a, b) == Ordering::Greater {
                self.merged.push(b);
                self.right += 1;
            } else {
                self.merged.push(a);
                self.left += 1;
            }
            room -= 1;
        }
        if self.left < middle && self.right < end {
            return 0;
        }
        self.merged.extend_from_slice(&items[self.left..middle]);
        self.merged.extend_from_slice(&items[self.right..end]);
        if end == self.items.len() {
            std::mem::swap(&mut self.items, &mut self.merged);
            self.merged.clear();
            self.width *= 2;
            self.begin_pair(0);
        } else {
            self.begin_pair(end);
        }
        room.saturating_sub(1)
    }

    /// The items; sorted when the last step said so.
    pub fn into_items(self) -> Vec<u32> {
        self.items
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn sorted(keys: &[u8]) -> Vec<u32> {
        let compare = |a: u32, b: u32| keys[a as usize].cmp(&keys[b as usize]).then(a.cmp(&b));
        let mut sorter = Sorter::new((0..keys.len() as u32).collect(), compare);
        while !sorter.step() {}
        sorter.into_items()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(32))]
        #[test]
        fn any_number_of_records_comes_out_in_order(keys in prop::collection::vec(any::<u8>(), 0..40_000)) {
            let mut expected: Vec<u32> = (0..keys.len() as u32).collect();
            expected.sort_by_key(|item| (keys[*item as usize], *item));
            prop_assert_eq!(sorted(&keys), expected);
        }
    }

    #[test]
    fn what_is_sorted_already_stays() {
        let keys: Vec<u8> = (0..30_000_u32).map(|at| (at / 200) as u8).collect();
        assert_eq!(sorted(&keys), (0..30_000).collect::<Vec<u32>>());
        assert_eq!(sorted(&[]), Vec::<u32>::new());
    }
}
