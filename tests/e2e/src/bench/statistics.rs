//! What is made of readings.

use super::figure::Summary;

/// One number for several readings; `None` without any.
pub fn summarise(readings: &[f64], how: Summary) -> Option<f64> {
    let mut sorted = readings.to_vec();
    sorted.sort_by(f64::total_cmp);
    match how {
        Summary::Median => quantile(&sorted, 0.5),
        Summary::Slow => quantile(&sorted, 0.95),
        Summary::Largest => sorted.last().copied(),
    }
}

/// Between two readings in proportion.
fn quantile(sorted: &[f64], share: f64) -> Option<f64> {
    let at = sorted.len().checked_sub(1)? as f64 * share;
    let (below, above) = (sorted[at.floor() as usize], sorted[at.ceil() as usize]);
    Some(below + (above - below) * at.fract())
}

/// Readings in three numbers: so one sees how far they lie apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    /// The smallest, where it is known.
    pub least: Option<f64>,
    /// The one in the middle.
    pub median: f64,
    /// The one that 95 of 100 do not exceed, where it is known.
    pub slow: Option<f64>,
}

impl Spread {
    /// Of readings; `None` without any.
    pub fn of(readings: &[f64]) -> Option<Self> {
        let least = readings.iter().copied().min_by(f64::total_cmp);
        let median = summarise(readings, Summary::Median)?;
        Some(Self { least, median, slow: summarise(readings, Summary::Slow) })
    }

    /// A single number that somebody states.
    pub fn stated(number: f64) -> Self {
        Self { least: None, median: number, slow: None }
    }
}

/// By what something is multiplied when there are ten times as many customers; `None` where that says nothing.
pub fn growth(smaller: (usize, f64), larger: (usize, f64)) -> Option<f64> {
    let decades = (larger.0 as f64 / smaller.0 as f64).log10();
    (smaller.1 > 0.0 && larger.1 > 0.0 && decades > 0.0).then(|| (larger.1 / smaller.1).powf(1.0 / decades))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readings_come_down_to_one_number() {
        let readings = [4.0, 1.0, 3.0, 2.0];
        assert_eq!(summarise(&readings, Summary::Median), Some(2.5));
        assert_eq!(summarise(&readings, Summary::Largest), Some(4.0));
        assert_eq!(summarise(&[7.0], Summary::Slow), Some(7.0));
        assert_eq!(summarise(&[], Summary::Median), None);
        let hundred: Vec<f64> = (0..=100).map(f64::from).collect();
        assert_eq!(summarise(&hundred, Summary::Slow), Some(95.0));
    }

    #[test]
    fn a_spread_has_the_least_the_middle_and_the_slow_one() {
        let spread = Spread { least: Some(1.0), median: 2.0, slow: Some(2.9) };
        assert_eq!(Spread::of(&[3.0, 1.0, 2.0]), Some(spread));
        assert_eq!(Spread::of(&[]), None);
    }

    #[test]
    fn growth_is_counted_for_ten_times_as_many() {
        assert_eq!(growth((1_000, 2.0), (10_000, 18.0)), Some(9.0));
        let tenfold = growth((1_000, 1.0), (100_000, 100.0)).unwrap();
        assert!((tenfold - 10.0).abs() < 1e-9, "{tenfold}");
        assert_eq!(growth((1_000, 0.0), (10_000, 5.0)), None);
        assert_eq!(growth((1_000, 5.0), (1_000, 5.0)), None);
    }
}
