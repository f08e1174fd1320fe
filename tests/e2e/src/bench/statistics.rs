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
    fn growth_is_counted_for_ten_times_as_many() {
        assert_eq!(growth((1_000, 2.0), (10_000, 18.0)), Some(9.0));
        let tenfold = growth((1_000, 1.0), (100_000, 100.0)).unwrap();
        assert!((tenfold - 10.0).abs() < 1e-9, "{tenfold}");
        assert_eq!(growth((1_000, 0.0), (10_000, 5.0)), None);
        assert_eq!(growth((1_000, 5.0), (1_000, 5.0)), None);
    }
}
