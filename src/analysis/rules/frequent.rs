//! Sets of items that occur together in enough baskets.
//!
//! R. Agrawal and R. Srikant, "Fast Algorithms for Mining Association Rules" (VLDB 1994): no set is frequent unless all its parts
//! are. Pairs are counted in one table of all frequent items; larger sets by cutting lists of baskets (M. J. Zaki, "Scalable
//! Algorithms for Association Mining", IEEE TKDE 12, 2000).

use rustc_hash::FxHashMap;

use super::baskets::Baskets;

/// Up to so many frequent items pairs are counted in a square table (64 MB at the most); beyond, in a map.
const MOST_IN_TABLE: usize = 4_000;

const RARE: u32 = u32::MAX;

/// Frequent sets, items ascending within each: single items first, then pairs, and so on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Frequent {
    /// Baskets that were looked at.
    pub baskets: u32,
    /// The sets.
    pub sets: Vec<Vec<u32>>,
    /// In how many baskets each occurs.
    pub count: Vec<u32>,
}

impl Frequent {
    /// Sets in at least `support` of all baskets (a part of 1), of at most `longest` items. A set that never occurs is never
    /// frequent.
    #[must_use]
    pub fn new(baskets: &Baskets<'_>, support: f64, longest: usize) -> Self {
        let n = baskets.len();
        let mut found = Self { baskets: u32::try_from(n).unwrap_or(u32::MAX), ..Self::default() };
        let enough = |count: u32| count > 0 && f64::from(count) / n as f64 >= support;
        let (counts, twice) = singles(baskets);
        let kept: Vec<u32> = (0u32..).zip(&counts).filter(|(_, count)| enough(**count)).map(|(item, _)| item).collect();
        for item in kept.iter().filter(|_| longest > 0) {
            found.push(vec![*item], counts[*item as usize]);
        }
        if longest < 2 {
            return found;
        }
        let mut dense = vec![RARE; baskets.items()];
        kept.iter().zip(0..).for_each(|(item, place)| dense[*item as usize] = place);
        let mut pairs = pairs(baskets, &dense, kept.len(), twice);
        pairs.retain(|pair| enough(pair.2));
        pairs.sort_unstable();
        for (a, b, count) in &pairs {
            found.push(vec![kept[*a as usize], kept[*b as usize]], *count);
        }
        if longest > 2 && pairs.len() > 2 {
            let mut longer = Longer::new(baskets, &dense, twice, &pairs);
            longer.search(longest, &enough);
            longer.found.sort_by(|a, b| a.0.len().cmp(&b.0.len()).then_with(|| a.0.cmp(&b.0)));
            for (set, count) in longer.found {
                found.push(set.into_iter().map(|place| kept[place as usize]).collect(), count);
            }
        }
        found
    }

    fn push(&mut self, set: Vec<u32>, count: u32) {
        self.sets.push(set);
        self.count.push(count);
    }

    /// How many sets have one item, two, and so on.
    #[must_use]
    pub fn by_length(&self) -> Vec<u32> {
        let mut lengths = vec![0; self.sets.last().map_or(0, Vec::len)];
        self.sets.iter().for_each(|set| lengths[set.len() - 1] += 1);
        lengths
    }
}

/// In how many baskets each item lies, and whether one lies twice in any.
fn singles(baskets: &Baskets<'_>) -> (Vec<u32>, bool) {
    let mut counts = vec![0u32; baskets.items()];
    let mut last = vec![RARE; baskets.items()];
    let mut twice = false;
    for (number, basket) in (0u32..).zip(0..baskets.len()) {
        for item in baskets.lines(basket) {
            let last = &mut last[*item as usize];
            counts[*item as usize] += u32::from(*last != number);
            twice |= *last == number;
            *last = number;
        }
    }
    (counts, twice)
}

/// The frequent items of each basket, each once, handed over basket by basket. `twice` tells whether a line may repeat.
fn each_basket(baskets: &Baskets<'_>, dense: &[u32], kept: usize, twice: bool, mut look: impl FnMut(u32, &[u32])) {
    let mut last = vec![RARE; kept];
    let mut places = Vec::new();
    for (number, basket) in (0u32..).zip(0..baskets.len()) {
        places.clear();
        for item in baskets.lines(basket) {
            let place = dense[*item as usize];
            if place != RARE && (!twice || last[place as usize] != number) {
                if twice {
                    last[place as usize] = number;
                }
                places.push(place);
            }
        }
        if !places.is_empty() {
            look(number, &places);
        }
    }
}

/// Places (lower first) and count of every pair that occurs.
fn pairs(baskets: &Baskets<'_>, dense: &[u32], kept: usize, twice: bool) -> Vec<(u32, u32, u32)> {
    if kept > MOST_IN_TABLE {
        let mut counts: FxHashMap<(u32, u32), u32> = FxHashMap::default();
        each_basket(baskets, dense, kept, twice, |_, places| {
            for (i, a) in places.iter().enumerate() {
                for b in &places[..i] {
                    *counts.entry((*a.min(b), *a.max(b))).or_default() += 1;
                }
            }
        });
        return counts.into_iter().map(|((a, b), count)| (a, b, count)).collect();
    }
    // Counted in whichever sequence the two came; both are added up in the end.
    let mut table = vec![0u32; kept * kept];
    each_basket(baskets, dense, kept, twice, |_, places| {
        for (i, a) in places.iter().enumerate() {
            let row = &mut table[*a as usize * kept..][..kept];
            places[..i].iter().for_each(|b| row[*b as usize] += 1);
        }
    });
    let mut found = Vec::new();
    for (a, low) in (0..kept).zip(0u32..) {
        for (b, high) in (a + 1..kept).zip(low + 1..) {
            let count = table[a * kept + b] + table[b * kept + a];
            if count > 0 {
                found.push((low, high, count));
            }
        }
    }
    found
}

/// Sets of three and more, by places.
struct Longer {
    /// For each place the higher ones that it makes a frequent pair with, ascending.
    partners: Vec<Vec<u32>>,
    /// For each place its baskets, ascending.
    holders: Vec<Vec<u32>>,
    found: Vec<(Vec<u32>, u32)>,
}

impl Longer {
    fn new(baskets: &Baskets<'_>, dense: &[u32], twice: bool, pairs: &[(u32, u32, u32)]) -> Self {
        let kept = dense.iter().filter(|place| **place != RARE).count();
        let mut partners = vec![Vec::new(); kept];
        let mut paired = vec![false; kept];
        for (a, b, _) in pairs {
            partners[*a as usize].push(*b);
            paired[*a as usize] = true;
            paired[*b as usize] = true;
        }
        let mut holders = vec![Vec::new(); kept];
        each_basket(baskets, dense, kept, twice, |number, places| {
            for place in places.iter().filter(|place| paired[**place as usize]) {
                holders[*place as usize].push(number);
            }
        });
        Self { partners, holders, found: Vec::new() }
    }

    fn search(&mut self, longest: usize, enough: &impl Fn(u32) -> bool) {
        for (a, place) in (0..self.partners.len()).zip(0u32..) {
            let holders = std::mem::take(&mut self.holders[a]);
            let partners = self.partners[a].clone();
            self.extend(&mut vec![place], &holders, &partners, longest, enough);
            self.holders[a] = holders;
        }
    }

    /// Adds each candidate to the set; candidates of what results are the later ones that also pair with the one added.
    fn extend(
        &mut self,
        set: &mut Vec<u32>,
        holders: &[u32],
        candidates: &[u32],
        longest: usize,
        enough: &impl Fn(u32) -> bool,
    ) {
        for (i, next) in candidates.iter().enumerate() {
            let pairs = &self.partners[*next as usize];
            let left: Vec<u32> =
                candidates[i + 1..].iter().filter(|c| pairs.binary_search(c).is_ok()).copied().collect();
            // Pairs are known; nothing has to be cut unless something can follow.
            if set.len() == 1 && left.is_empty() {
                continue;
            }
            let both = cut(holders, &self.holders[*next as usize]);
            let count = u32::try_from(both.len()).unwrap_or(u32::MAX);
            if !enough(count) {
                continue;
            }
            set.push(*next);
            if set.len() > 2 {
                self.found.push((set.clone(), count));
            }
            if set.len() < longest && !left.is_empty() {
                self.extend(set, &both, &left, longest, enough);
            }
            set.pop();
        }
    }
}

/// What is in both of two ascending lists.
fn cut(a: &[u32], b: &[u32]) -> Vec<u32> {
    let mut both = Vec::with_capacity(a.len().min(b.len()));
    let mut rest = b.iter().peekable();
    for x in a {
        while rest.next_if(|y| *y < x).is_some() {}
        if rest.peek() == Some(&x) {
            both.push(*x);
        }
    }
    both
}
