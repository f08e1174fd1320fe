//! Quantities, unit prices and numbers of custom fields: exact, with four digits after the decimal mark.

use std::{fmt, str::FromStr};

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::money::Currency;

/// A number in ten-thousandths. Range: ±922,337,203,685,477.5807.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Encode, Decode)]
#[cbor(transparent)]
pub struct Decimal(#[n(0)] i64);

/// Why a text is no [`Decimal`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DecimalError {
    /// Something else than digits, one point and a sign.
    #[error("not a number")]
    NotANumber,
    /// More than four digits after the point.
    #[error("more than four digits after the point")]
    TooFine,
    /// Beyond ±922 trillion.
    #[error("out of range")]
    OutOfRange,
}

impl Decimal {
    /// Ten-thousandths in one.
    pub const SCALE: i64 = 10_000;
    /// One.
    pub const ONE: Self = Self(Self::SCALE);

    /// From ten-thousandths.
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// Ten-thousandths.
    pub const fn units(self) -> i64 {
        self.0
    }

    /// A whole number; `None` out of range.
    pub fn whole(number: i64) -> Option<Self> {
        number.checked_mul(Self::SCALE).map(Self)
    }

    /// `self` units at `price` each, in minor units of `currency`, rounded half away from zero; `None` out of range.
    pub fn times_price(self, price: Self, currency: Currency) -> Option<i64> {
        let product = i128::from(self.0) * i128::from(price.0) * i128::from(currency.scale());
        let scale = i128::from(Self::SCALE) * i128::from(Self::SCALE);
        let half = if product < 0 { -scale / 2 } else { scale / 2 };
        i64::try_from((product + half) / scale).ok()
    }

    /// The nearest `f64`, for charts and sorting, never for sums.
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / Self::SCALE as f64
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, rest) = (self.0.unsigned_abs() / 10_000, self.0.unsigned_abs() % 10_000);
        if rest == 0 {
            return write!(f, "{sign}{whole}");
        }
        write!(f, "{sign}{whole}.{}", format!("{rest:04}").trim_end_matches('0'))
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    /// Reads `-12.5`: a point as the decimal mark, no grouping. What people type is brought into this form at the edge.
    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        if (whole.is_empty() && fraction.is_empty())
            || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit())
        {
            return Err(DecimalError::NotANumber);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > 4 {
            return Err(DecimalError::TooFine);
        }
        let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().map_err(|_| DecimalError::OutOfRange)? };
        let fraction: i64 = format!("{fraction:0<4}").parse().map_err(|_| DecimalError::NotANumber)?;
        let units = whole.checked_mul(Self::SCALE).and_then(|units| units.checked_add(fraction));
        units.map(|units| Self(if negative { -units } else { units })).ok_or(DecimalError::OutOfRange)
    }
}

impl Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_number_written_out_reads_back_the_same(units: i64) {
            prop_assume!(units != i64::MIN);
            let number = Decimal::from_units(units);
            prop_assert_eq!(number.to_string().parse(), Ok(number));
        }
    }

    #[test]
    fn an_amount_is_rounded_half_away_from_zero() {
        let quantity: Decimal = "2".parse().unwrap();
        let price: Decimal = "14.665".parse().unwrap();
        assert_eq!(quantity.times_price(price, Currency::EUR), Some(2933));
        let price: Decimal = "0.0025".parse().unwrap();
        assert_eq!(quantity.times_price(price, Currency::EUR), Some(1));
        assert_eq!(Decimal::from_units(-20_000).times_price(price, Currency::EUR), Some(-1));
    }

    #[test]
    fn what_is_no_number_or_too_large_or_too_fine_is_told_apart() {
        assert_eq!("1e308".parse::<Decimal>(), Err(DecimalError::NotANumber));
        assert_eq!("".parse::<Decimal>(), Err(DecimalError::NotANumber));
        assert_eq!("99999999999999999999".parse::<Decimal>(), Err(DecimalError::OutOfRange));
        assert_eq!("922337203685478".parse::<Decimal>(), Err(DecimalError::OutOfRange));
        assert_eq!("0.00001".parse::<Decimal>(), Err(DecimalError::TooFine));
        assert_eq!("0.10000".parse::<Decimal>(), Ok(Decimal::from_units(1000)));
    }
}
