//! The numbers behind the chart.

use crate::ui::components::Grade;

/// One point of the curve: those up to `rank`, largest first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ParetoPoint {
    /// The rank of the last one, from 1.
    pub rank: u32,
    /// The value of that one.
    pub value: f64,
    /// The share of the whole that all up to it hold, from 0 to 1.
    pub share: f64,
}

/// One grade in the chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ParetoBand {
    /// Which.
    pub grade: Grade,
    /// The rank of the last one in it, from 1; equal to the end of the grade before where it is empty.
    pub end: u32,
    /// How many and how much, for the legend.
    pub label: String,
    /// Where they are listed.
    pub href: String,
}

impl ParetoPoint {
    /// The points of a curve that is thinned already: ranks that rise, from 0 or 1, and the running share at each. `whole` is what all
    /// hold together. A point's value is the mean of those since the point before it.
    pub fn thinned(ranks: &[u32], shares: &[f64], whole: f64) -> Vec<Self> {
        let mut before = (0_u32, 0.0_f64);
        let point = |(rank, share): (&u32, &f64)| {
            let (from, held) = std::mem::replace(&mut before, (*rank, *share));
            let value = (share - held) * whole / f64::from(rank.checked_sub(from).filter(|count| *count > 0)?);
            Some(Self { rank: *rank, value, share: *share })
        };
        ranks.iter().zip(shares).filter_map(point).collect()
    }

    /// The curve of values that are sorted, largest first, with at most `most` points, the first and the last among them. Values that are
    /// not positive add nothing to the whole.
    pub fn curve(values: &[f64], most: usize) -> Vec<Self> {
        let whole: f64 = values.iter().filter(|value| **value > 0.0).sum();
        let count = values.len();
        let wanted = count.min(most.max(2));
        // The ranks that are kept, spread evenly: 1 and `count` are the first and the last.
        let kept = |index: usize| if wanted < 2 { 1 } else { 1 + index * (count - 1) / (wanted - 1) };
        let mut points = Vec::with_capacity(wanted);
        let mut sum = 0.0;
        for (index, value) in values.iter().enumerate() {
            sum += value.max(0.0);
            if points.len() < wanted && kept(points.len()) == index + 1 {
                let share = if whole > 0.0 { (sum / whole).min(1.0) } else { 0.0 };
                points.push(Self { rank: u32::try_from(index + 1).unwrap_or(u32::MAX), value: *value, share });
            }
        }
        points
    }
}

/// The point for a rank: the first that reaches it.
pub(super) fn point_at(points: &[ParetoPoint], rank: f64) -> Option<usize> {
    let found = points.partition_point(|point| f64::from(point.rank) < rank);
    (!points.is_empty()).then(|| found.min(points.len() - 1))
}

#[cfg(test)]
mod tests {
    use super::{ParetoPoint, point_at};

    #[test]
    fn a_short_curve_has_every_rank_and_ends_at_the_whole() {
        let curve = ParetoPoint::curve(&[60.0, 30.0, 10.0, 0.0, -5.0], 400);
        let ranks: Vec<u32> = curve.iter().map(|point| point.rank).collect();
        let shares: Vec<f64> = curve.iter().map(|point| point.share).collect();
        assert_eq!(ranks, [1, 2, 3, 4, 5]);
        assert_eq!(shares, [0.6, 0.9, 1.0, 1.0, 1.0]);
    }

    #[test]
    fn a_long_curve_is_thinned_and_keeps_its_ends() {
        let values: Vec<f64> = (1..=100_000).map(|rank| 1e6 / f64::from(rank)).collect();
        let curve = ParetoPoint::curve(&values, 400);
        assert_eq!(curve.len(), 400);
        assert_eq!(curve.first().map(|point| point.rank), Some(1));
        assert_eq!(curve.last().map(|point| point.rank), Some(100_000));
        assert!((curve.last().map_or(0.0, |point| point.share) - 1.0).abs() < 1e-9);
        assert!(curve.windows(2).all(|pair| pair[0].rank < pair[1].rank && pair[0].share <= pair[1].share));
    }

    #[test]
    fn no_values_and_no_positive_values_are_no_division_by_zero() {
        assert!(ParetoPoint::curve(&[], 400).is_empty());
        assert_eq!(ParetoPoint::curve(&[0.0, -1.0], 400).iter().map(|point| point.share).sum::<f64>(), 0.0);
        assert_eq!(ParetoPoint::curve(&[3.0], 1).len(), 1);
    }

    #[test]
    fn a_thinned_curve_has_the_mean_of_what_lies_between_its_points() {
        let curve = ParetoPoint::thinned(&[0, 1, 3, 7], &[0.0, 0.6, 0.8, 1.0], 1000.0);
        let expected = [(1, 600.0, 0.6), (3, 100.0, 0.8), (7, 50.0, 1.0)];
        assert_eq!(curve.len(), 3);
        for (point, (rank, value, share)) in curve.iter().zip(expected) {
            assert_eq!((point.rank, point.share), (rank, share));
            assert!((point.value - value).abs() < 1e-9);
        }
        assert!(ParetoPoint::thinned(&[0], &[0.0], 0.0).is_empty());
    }

    #[test]
    fn a_rank_finds_its_point() {
        let curve = ParetoPoint::curve(&[5.0; 10], 10);
        assert_eq!(point_at(&curve, 0.0), Some(0));
        assert_eq!(point_at(&curve, 3.2), Some(3));
        assert_eq!(point_at(&curve, 99.0), Some(9));
        assert_eq!(point_at(&[], 1.0), None);
    }
}
