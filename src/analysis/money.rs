//! Sums of money that cannot wrap: added in 128 bits, clamped once into the 64 of a column.

use super::values::NO_VALUE;

/// Into a column. A sum past ±9.2e18 minor units stops there; it never takes the value that stands for "none".
pub fn clamp(sum: i128) -> i64 {
    const LOWEST: i128 = NO_VALUE as i128 + 1;
    const HIGHEST: i128 = i64::MAX as i128;
    sum.clamp(LOWEST, HIGHEST) as i64
}

/// `part` of `whole` as a fraction; 0 of nothing is 0, so that no column ever holds a NaN.
pub fn share(part: i128, whole: i128) -> f64 {
    match (i64::try_from(part), i64::try_from(whole)) {
        (_, Ok(0)) => 0.0,
        // The same number as below; one instruction each instead of a routine.
        (Ok(part), Ok(whole)) => part as f64 / whole as f64,
        _ => part as f64 / whole as f64,
    }
}
