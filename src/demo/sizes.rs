//! How much the customers bring: few bring most. A log-normal distribution whose largest fifth has four fifths of the whole
//! (σ = 1.683), as a table of its quantiles, since logarithms are rounded differently on different machines.

/// The quantile in thousandths, and how much that customer brings against the one in the middle, in thousandths.
const QUANTILES: [(i64, i64); 24] = [
    (0, 20),
    (50, 63),
    (100, 116),
    (150, 175),
    (200, 243),
    (250, 321),
    (300, 414),
    (350, 523),
    (400, 653),
    (450, 809),
    (500, 1_000),
    (550, 1_236),
    (600, 1_532),
    (650, 1_912),
    (700, 2_417),
    (750, 3_112),
    (800, 4_122),
    (850, 5_722),
    (900, 8_645),
    (930, 11_990),
    (950, 15_930),
    (975, 27_100),
    (990, 50_100),
    (1_000, 79_500),
];

/// What the one in the middle brings in three years, cents of a euro.
const MIDDLE: i64 = 42_000;

/// What the customer of a rank brings, the first rank most, cents of a euro.
pub fn of(rank: u32, customers: u32) -> i64 {
    let place = (i64::from(customers - rank) * 2_000 - 1_000) / (2 * i64::from(customers));
    let above = QUANTILES.partition_point(|(quantile, _)| *quantile < place).clamp(1, QUANTILES.len() - 1);
    let ((from, low), (to, high)) = (QUANTILES[above - 1], QUANTILES[above]);
    MIDDLE * (low + (high - low) * (place - from) / (to - from)) / 1_000
}
