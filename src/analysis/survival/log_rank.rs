//! Whether groups last equally long.
//!
//! N. Mantel (1966), R. Peto and J. Peto, "Asymptotically Efficient Rank Invariant Test Procedures", JRSS A 135 (1972).

use super::Spells;
use crate::analysis::linear::Cholesky;
use crate::analysis::special::chi_square;

/// The test of no difference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LogRank {
    /// The statistic.
    pub chi2: f64,
    /// Groups less one.
    pub df: u32,
    /// How likely a difference so large is by chance.
    pub p: f64,
}

/// Compares the groups `0..groups`, one number a row; rows of other groups are left out. None with fewer than two groups that
/// have rows, without an end, or where all ends come when only one group is left: nothing can be compared then.
#[must_use]
pub fn log_rank(spells: Spells<'_>, group: &[u32], groups: usize) -> Option<LogRank> {
    let mut left = vec![0.0; groups];
    let of = |row: u32| group.get(row as usize).map(|group| *group as usize).filter(|group| *group < groups);
    let rows: Vec<u32> = spells.sorted().into_iter().filter(|row| of(*row).is_some()).collect();
    rows.iter().filter_map(|row| of(*row)).for_each(|group| left[group] += 1.0);
    let there: Vec<usize> = (0..groups).filter(|group| left[*group] > 0.0).collect();
    // The last group follows from the others.
    let k = there.len().checked_sub(1).filter(|k| *k > 0)?;
    let (mut difference, mut variance) = (vec![0.0; k], vec![0.0; k * k]);
    for same in rows.chunk_by(|a, b| spells.time[*a as usize] == spells.time[*b as usize]) {
        let mut events = vec![0.0; groups];
        let mut gone = vec![0.0; groups];
        for (row, group) in same.iter().filter_map(|row| Some((*row, of(*row)?))) {
            events[group] += f64::from(u8::from(spells.ended[row as usize] > 0));
            gone[group] += 1.0;
        }
        let (d, n) = (events.iter().sum::<f64>(), left.iter().sum::<f64>());
        if d > 0.0 {
            let spread = if n > 1.0 { d * (n - d) / (n - 1.0) } else { 0.0 };
            for i in 0..k {
                let share = left[there[i]] / n;
                difference[i] += events[there[i]] - d * share;
                for j in 0..=i {
                    let same = f64::from(u8::from(i == j));
                    variance[i * k + j] += spread * share * (same - left[there[j]] / n);
                }
            }
        }
        left.iter_mut().zip(gone).for_each(|(left, gone)| *left -= gone);
    }
    let factor = Cholesky::of(&variance, k);
    if !factor.dependent.is_empty() {
        return None;
    }
    let chi2 = factor.forward(&difference).iter().map(|x| x * x).sum();
    let df = u32::try_from(k).ok()?;
    Some(LogRank { chi2, df, p: chi_square::above(chi2, df) })
}
