//! Predicted next to actual, in groups: by the number of past orders, and by tenths of the score.

use super::super::rates::Rate;

/// One group.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Group {
    /// How many customers.
    pub n: u32,
    /// What was predicted, on average.
    pub predicted: f64,
    /// What came, on average.
    pub actual: f64,
    /// Wilson's 95 % interval of `actual` where it is a rate.
    pub interval: Option<(f64, f64)>,
}

/// Customers with 0, 1, 2, … and `last` or more repeat orders; a group that nobody is in is `None`.
#[must_use]
pub fn by_frequency(x: &[u32], predicted: &[f64], actual: &[f64], last: u32) -> Vec<Option<Group>> {
    let mut sums = vec![(0u32, 0.0, 0.0); last as usize + 1];
    for ((x, p), a) in x.iter().zip(predicted).zip(actual) {
        let group = &mut sums[(*x).min(last) as usize];
        *group = (group.0 + 1, group.1 + p, group.2 + a);
    }
    let mean = |(n, p, a): (u32, f64, f64)| {
        let count = f64::from(n);
        (n > 0).then(|| Group { n, predicted: p / count, actual: a / count, interval: None })
    };
    sums.into_iter().map(mean).collect()
}

/// Customers sorted by chance, equal ones as they stand, in so many parts of equal size, the larger ones first. Fewer customers than parts
/// make fewer parts.
#[must_use]
pub fn by_chance(chance: &[f64], happened: &[u8], parts: usize) -> Vec<Group> {
    let mut rows: Vec<(f64, bool)> = chance.iter().copied().zip(happened.iter().map(|yes| *yes > 0)).collect();
    rows.sort_by(|a, b| a.0.total_cmp(&b.0));
    let parts = parts.min(rows.len());
    let mut groups = Vec::with_capacity(parts);
    let mut rest = rows.as_slice();
    for part in 0..parts {
        let (these, others) = rest.split_at(rest.len().div_ceil(parts - part));
        rest = others;
        let rate = Rate::of(these.iter().map(|row| row.1));
        groups.push(Group {
            n: rate.cases,
            predicted: these.iter().map(|row| row.0).sum::<f64>() / these.len() as f64,
            actual: rate.value().unwrap_or(0.0),
            interval: rate.wilson(0.95),
        });
    }
    groups
}

/// How far groups are off on average, weighted by their size: the expected calibration error.
#[must_use]
pub fn off(groups: &[Group]) -> f64 {
    let n: f64 = groups.iter().map(|group| f64::from(group.n)).sum();
    let sum: f64 = groups.iter().map(|group| f64::from(group.n) * (group.predicted - group.actual).abs()).sum();
    if n > 0.0 { sum / n } else { 0.0 }
}
