//! Prices: from cents of a euro to what would stand on a label elsewhere.

use crate::domain::{decimal::Decimal, money::Currency};

/// Roughly what a hundred euros are, in units of a currency. A demo's prices and rates need no more.
const HUNDRED_EUROS: [(&str, i64); 34] = [
    ("EUR", 100),
    ("USD", 110),
    ("GBP", 86),
    ("TWD", 3_500),
    ("CNY", 790),
    ("HKD", 860),
    ("JPY", 16_000),
    ("KRW", 150_000),
    ("SGD", 146),
    ("MYR", 490),
    ("THB", 3_800),
    ("VND", 2_800_000),
    ("IDR", 1_750_000),
    ("PHP", 6_200),
    ("INR", 9_300),
    ("AUD", 168),
    ("NZD", 183),
    ("CAD", 150),
    ("CHF", 95),
    ("SEK", 1_130),
    ("NOK", 1_170),
    ("DKK", 746),
    ("ISK", 15_000),
    ("PLN", 430),
    ("CZK", 2_500),
    ("HUF", 39_000),
    ("TRY", 3_800),
    ("ILS", 400),
    ("AED", 404),
    ("ZAR", 2_000),
    ("BRL", 600),
    ("MXN", 2_100),
    ("CLP", 103_000),
    ("MOP", 885),
];

/// Units of a currency for a hundred euros; a currency that is not listed counts as a euro.
pub fn hundred_euros(currency: Currency) -> i64 {
    HUNDRED_EUROS.iter().find(|(code, _)| *code == currency.code()).map_or(100, |(_, units)| *units)
}

/// Cents of a euro in minor units of a currency.
pub fn minor(cents: i64, currency: Currency) -> i64 {
    cents * hundred_euros(currency) * currency.scale() / 10_000
}

/// The price of goods that are worth so many cents, as it would stand on a label: no odd ends.
pub fn label(cents: i64, currency: Currency) -> i64 {
    let minor = minor(cents, currency);
    let scale = currency.scale();
    let step = match minor / scale {
        ..20 => (scale / 2).max(1),
        20..100 => scale,
        100..500 => 5 * scale,
        500..5_000 => 10 * scale,
        5_000..50_000 => 100 * scale,
        _ => 1_000 * scale,
    };
    ((minor + step / 2) / step).max(1) * step
}

/// An amount in major units.
pub fn major(minor: i64, currency: Currency) -> Decimal {
    Decimal::from_units(minor * (Decimal::SCALE / currency.scale()))
}
