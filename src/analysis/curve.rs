//! Curves to be drawn: as few points as a screen shows, without losing a corner that matters.

use super::abc::Abc;

/// Fewer points than this lose the class borders.
pub const FEWEST_POINTS: usize = 8;

/// Points of a curve over customers, best first, from nobody to everybody.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Curve {
    /// How many customers.
    pub customers: Vec<u32>,
    /// What they hold together, as a fraction of the whole.
    pub share: Vec<f64>,
}

impl Curve {
    /// The Pareto curve of a classification in at most `most` points (at least [`FEWEST_POINTS`] are taken). Both ends and
    /// the last customer of each class are always among them.
    #[must_use]
    pub fn pareto(abc: &Abc, most: usize) -> Self {
        let mut ends = vec![0];
        for group in &abc.groups {
            ends.push(ends.last().copied().unwrap_or(0) + group.customers as usize);
        }
        let share = |place: usize| place.checked_sub(1).map_or(0.0, |i| abc.running[abc.order[i] as usize]);
        Self::thin(abc.order.len(), &ends, most, share)
    }

    /// Points `0..=last` thinned so that the rest lie evenly along the curve's length, sideways plus up: a steep start gets
    /// as many as a long tail. `keep` are points that stay, in ascending sequence.
    pub(super) fn thin(last: usize, keep: &[usize], most: usize, share: impl Fn(usize) -> f64) -> Self {
        let most = most.max(FEWEST_POINTS);
        let sideways = 1.0 / last.max(1) as f64;
        let length: f64 = (1..=last).map(|i| sideways + (share(i) - share(i - 1)).abs()).sum();
        let step = if last < most { 0.0 } else { length * (1.0 + 1e-9) / (most - keep.len()) as f64 };
        let mut curve = Self::default();
        let mut walked = 0.0;
        for i in 0..=last {
            if i > 0 {
                walked += sideways + (share(i) - share(i - 1)).abs();
            }
            if walked >= step || keep.binary_search(&i).is_ok() {
                walked = 0.0;
                curve.customers.push(u32::try_from(i).unwrap_or(u32::MAX));
                curve.share.push(share(i));
            }
        }
        curve
    }
}
