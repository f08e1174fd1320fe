//! Repeat buying as the models take it: x, t_x and T as columns, checked once, equal customers counted once.
//!
//! A customer whose `x` repeat purchases ended at `t_x` of `T` units of time is, for every model here, the same as any other with these
//! three numbers (Fader, Hardie, Lee, "Counting Your Customers the Easy Way" (2005), section 2.3). The sequence of the rows
//! is lost on purpose: it cannot change an answer, not even by rounding.

use rustc_hash::FxHashMap;
use thiserror::Error;

/// Why columns cannot be repeat buying. `row` counts from zero.
#[derive(Clone, Copy, Debug, Error, PartialEq)]
pub enum RepeatsError {
    /// The columns are of different lengths.
    #[error("columns of {expected} and {found} rows do not fit together")]
    Length {
        /// Rows in the first column.
        expected: usize,
        /// Rows in the column that differs.
        found: usize,
    },
    /// A time that is not a number, below zero, or t_x past T.
    #[error("row {row} has the impossible times {t_x} of {age}")]
    Times {
        /// Where.
        row: usize,
        /// From the first to the last purchase.
        t_x: f64,
        /// From the first purchase to the end.
        age: f64,
    },
    /// Repeat purchases that took no time, or time between purchases that were not repeated.
    #[error("row {row} has {x} repeat purchases that ended after {t_x}")]
    Recency {
        /// Where.
        row: usize,
        /// Repeat purchases.
        x: u32,
        /// When the last one was.
        t_x: f64,
    },
    /// More rows than a `u32` can number.
    #[error("too many rows")]
    TooMany,
}

/// Checked repeat buying of many customers. Times are in any unit, the same everywhere: the parameters come out in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Repeats {
    /// For every customer the number of the group.
    pub(super) of: Vec<u32>,
    /// Customers in each group.
    pub(super) weight: Vec<f64>,
    /// Which of `counts` each group has. Ascending: groups with the same x stand together.
    pub(super) count: Vec<u32>,
    /// Which of `times` is t_x.
    pub(super) last: Vec<u32>,
    /// Which of `times` is T.
    pub(super) age: Vec<u32>,
    /// The different x, ascending.
    pub(super) counts: Vec<u32>,
    /// Customers with each of them.
    pub(super) counted: Vec<f64>,
    /// The different times, ascending.
    pub(super) times: Vec<f64>,
}

impl Repeats {
    /// Checks and groups. No rows are fine; T = 0 is fine.
    ///
    /// # Errors
    /// Columns of different length; a time below zero or not a number; t_x > T; x > 0 with t_x = 0, or x = 0 with t_x > 0.
    pub fn new(x: &[u32], t_x: &[f64], age: &[f64]) -> Result<Self, RepeatsError> {
        let n = x.len();
        if let Some(found) = [t_x.len(), age.len()].into_iter().find(|len| *len != n) {
            return Err(RepeatsError::Length { expected: n, found });
        }
        if u32::try_from(n).is_err() {
            return Err(RepeatsError::TooMany);
        }
        for (row, ((&x, &t_x), &age)) in x.iter().zip(t_x).zip(age).enumerate() {
            if !(age.is_finite() && (0.0..=age).contains(&t_x)) {
                return Err(RepeatsError::Times { row, t_x, age });
            }
            if (x > 0) != (t_x > 0.0) {
                return Err(RepeatsError::Recency { row, x, t_x });
            }
        }
        let (counts, count) = ranks(x.iter().copied(), |x| u64::from(*x), |x| Some(*x as usize));
        // Times are not negative, so their bits sort as they do; −0 is 0. Days are whole numbers and need no table of bits.
        let whole = |t: &f64| (t.fract() == 0.0 && *t < SMALL as f64).then_some(*t as usize);
        let (times, time) = ranks(t_x.iter().chain(age).map(|t| t + 0.0), |t| t.to_bits(), whole);
        let (last, age) = time.split_at(n);
        let mut order: Vec<u32> = (0..).take(n).collect();
        for (key, size) in [(last, times.len()), (age, times.len()), (&count[..], counts.len())] {
            order = counted_order(&order, key, size);
        }
        Ok(Self::grouped(&order, (&count, last, age), counts, times))
    }

    fn grouped(order: &[u32], (count, last, age): (&[u32], &[u32], &[u32]), counts: Vec<u32>, times: Vec<f64>) -> Self {
        let mut groups =
            Self { of: vec![0; order.len()], counted: vec![0.0; counts.len()], counts, times, ..Self::default() };
        let mut before = None;
        for &row in order {
            let row = row as usize;
            let key = (count[row], age[row], last[row]);
            if before != Some(key) {
                before = Some(key);
                groups.count.push(key.0);
                groups.age.push(key.1);
                groups.last.push(key.2);
                groups.weight.push(0.0);
            }
            groups.of[row] = (groups.weight.len() - 1) as u32;
            if let Some(weight) = groups.weight.last_mut() {
                *weight += 1.0;
            }
            groups.counted[key.0 as usize] += 1.0;
        }
        groups
    }

    /// How many customers there are.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.of.len()
    }

    /// How many repeat purchases they made.
    #[must_use]
    pub fn purchases(&self) -> f64 {
        self.counts.iter().zip(&self.counted).map(|(x, n)| f64::from(*x) * n).sum()
    }

    /// The mean of T, the unit of time of the prior; 0 for nobody, or if nobody has a past.
    #[must_use]
    pub fn mean_age(&self) -> f64 {
        let sum: f64 = self.weight.iter().zip(&self.age).map(|(w, t)| w * self.times[*t as usize]).sum();
        if self.of.is_empty() { 0.0 } else { sum / self.of.len() as f64 }
    }

    /// How many different customers there are: the length of a column by group.
    #[must_use]
    pub fn groups(&self) -> usize {
        self.weight.len()
    }

    /// A column by group as a column by customer.
    #[must_use]
    pub fn spread<T: Copy>(&self, by_group: &[T]) -> Vec<T> {
        self.of.iter().map(|group| by_group[*group as usize]).collect()
    }

    /// The sum over customers of a column by group.
    #[must_use]
    pub fn total(&self, by_group: &[f64]) -> f64 {
        by_group.iter().zip(&self.weight).map(|(v, w)| v * w).sum()
    }

    /// x, t_x and T of every group.
    pub(super) fn triples(&self) -> impl Iterator<Item = (f64, f64, f64)> + '_ {
        let time = |i: &u32| self.times[*i as usize];
        let columns = self.count.iter().zip(&self.last).zip(&self.age);
        columns.map(move |((x, l), t)| (f64::from(self.counts[*x as usize]), time(l), time(t)))
    }

    /// A function of time, once for every different time.
    pub(super) fn at_times(&self, f: impl Fn(f64) -> f64) -> Vec<f64> {
        self.times.iter().map(|t| f(*t)).collect()
    }

    /// A function of x, once for every different x.
    pub(super) fn at_counts<T>(&self, f: impl Fn(f64) -> T) -> Vec<T> {
        self.counts.iter().map(|x| f(f64::from(*x))).collect()
    }
}

/// Whole numbers below this are looked up in a plain table.
const SMALL: usize = 1 << 20;

/// The different values, ascending, and for every row which of them it has. `small` gives those that are small whole numbers.
fn ranks<T: Copy>(
    values: impl Iterator<Item = T> + Clone,
    key: impl Fn(&T) -> u64,
    small: impl Fn(&T) -> Option<usize>,
) -> (Vec<T>, Vec<u32>) {
    let highest = values.clone().try_fold(0, |top, v| small(&v).filter(|v| *v < SMALL).map(|v| v.max(top)));
    if let Some(highest) = highest {
        let mut table = vec![None; highest + 1];
        for value in values.clone() {
            table[small(&value).unwrap_or(0)] = Some(value);
        }
        let different: Vec<T> = table.iter().flatten().copied().collect();
        let mut rank = vec![0; table.len()];
        let there = (0..table.len()).filter(|v| table[*v].is_some());
        for (r, v) in (0..).zip(there) {
            rank[v] = r;
        }
        return (different, values.map(|value| rank[small(&value).unwrap_or(0)]).collect());
    }
    let mut place: FxHashMap<u64, u32> = FxHashMap::default();
    let mut different = Vec::new();
    let seen: Vec<u32> = values
        .map(|value| {
            *place.entry(key(&value)).or_insert_with(|| {
                different.push(value);
                (different.len() - 1) as u32
            })
        })
        .collect();
    let mut order: Vec<u32> = (0..).take(different.len()).collect();
    order.sort_unstable_by_key(|i| key(&different[*i as usize]));
    let mut rank = vec![0; different.len()];
    for (r, i) in (0..).zip(&order) {
        rank[*i as usize] = r;
    }
    let sorted = order.iter().map(|i| different[*i as usize]).collect();
    (sorted, seen.into_iter().map(|i| rank[i as usize]).collect())
}

/// `order` sorted by `key`, equal ones staying as they are: one pass of a radix sort.
fn counted_order(order: &[u32], key: &[u32], size: usize) -> Vec<u32> {
    let mut start = vec![0u32; size + 1];
    for k in key {
        start[*k as usize + 1] += 1;
    }
    for i in 1..start.len() {
        start[i] += start[i - 1];
    }
    let mut sorted = vec![0; order.len()];
    for row in order {
        let place = &mut start[key[*row as usize] as usize];
        sorted[*place as usize] = *row;
        *place += 1;
    }
    sorted
}
