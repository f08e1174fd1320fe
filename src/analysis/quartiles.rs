//! Quartiles of a handful of whole numbers.

/// First quartile, median and third quartile of sorted numbers, linear between neighbours (type 7 of Hyndman and Fan,
/// "Sample Quantiles in Statistical Packages", 1996: what R, NumPy and spreadsheets do). None of nothing.
pub fn quartiles(sorted: &[i32]) -> Option<[f64; 3]> {
    let last = sorted.len().checked_sub(1)?;
    Some([1, 2, 3].map(|quarter| {
        let (place, rest) = (last * quarter / 4, last * quarter % 4);
        let low = f64::from(sorted[place]);
        let high = f64::from(sorted[(place + 1).min(last)]);
        low + (high - low) * rest as f64 / 4.0
    }))
}

#[cfg(test)]
mod tests {
    use super::quartiles;

    #[test]
    fn quartiles_lie_between_neighbours() {
        assert_eq!(quartiles(&[]), None);
        assert_eq!(quartiles(&[7]), Some([7.0, 7.0, 7.0]));
        assert_eq!(quartiles(&[1, 2, 3, 10]), Some([1.75, 2.5, 4.75]));
        assert_eq!(quartiles(&[1, 2, 3, 4, 5]), Some([2.0, 3.0, 4.0]));
    }
}
