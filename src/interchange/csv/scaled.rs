//! An exact decimal number with as many digits after the mark as were written.

use super::number::NumberError;

/// `units / 10^scale`, without zeros at the end of the fraction; so equal numbers are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Scaled {
    units: i64,
    scale: u8,
}

/// What to do with more digits after the mark than are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rounding {
    /// Refuse the number, so that nothing is lost without a word. Zeros may go.
    #[default]
    Refuse,
    /// Round half away from zero, as invoices do.
    HalfAway,
}

impl Scaled {
    /// The most digits after the mark.
    pub const MAX_SCALE: u8 = 18;

    /// `units / 10^scale`; `None` when the fraction is finer than [`Self::MAX_SCALE`] digits or the number does not fit.
    pub fn new(units: i128, scale: u32) -> Option<Self> {
        let (mut units, mut scale) = (units, scale);
        while scale > 0 && units % 10 == 0 {
            units /= 10;
            scale -= 1;
        }
        let scale = u8::try_from(scale).ok().filter(|scale| *scale <= Self::MAX_SCALE)?;
        Some(Self { units: i64::try_from(units).ok()?, scale })
    }

    /// Digits after the mark that are not zero at the end.
    pub fn scale(self) -> u8 {
        self.scale
    }

    /// Whether it is below zero.
    pub fn is_negative(self) -> bool {
        self.units < 0
    }

    /// Whole units of `10^-digits`: with 2 the cents of an amount, with 4 the ten-thousandths of a quantity.
    pub fn to_units(self, digits: u8, rounding: Rounding) -> Result<i64, NumberError> {
        let power = |digits: u8| 10_i128.checked_pow(digits.into()).ok_or(NumberError::OutOfRange);
        let units = i128::from(self.units);
        let units = if digits >= self.scale {
            units.checked_mul(power(digits - self.scale)?).ok_or(NumberError::OutOfRange)?
        } else {
            let divisor = power(self.scale - digits)?;
            match rounding {
                // The last digit is no zero, so something would be lost.
                Rounding::Refuse => return Err(NumberError::TooFine { digits }),
                Rounding::HalfAway => (units + units.signum() * divisor / 2) / divisor,
            }
        };
        i64::try_from(units).map_err(|_| NumberError::OutOfRange)
    }

    /// The exact product; `None` when it does not fit.
    pub fn times(self, other: Self) -> Option<Self> {
        Self::new(i128::from(self.units) * i128::from(other.units), u32::from(self.scale) + u32::from(other.scale))
    }

    /// The same with the other sign.
    pub fn negated(self) -> Option<Self> {
        Some(Self { units: self.units.checked_neg()?, ..self })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scaled(units: i128, scale: u32) -> Scaled {
        Scaled::new(units, scale).unwrap()
    }

    #[test]
    fn digits_beyond_the_cent_are_refused_unless_rounding_was_asked_for() {
        let price = scaled(1_005, 3);
        assert_eq!(price.to_units(2, Rounding::Refuse), Err(NumberError::TooFine { digits: 2 }));
        assert_eq!(price.to_units(2, Rounding::HalfAway), Ok(101));
        assert_eq!(scaled(-1_005, 3).to_units(2, Rounding::HalfAway), Ok(-101));
        assert_eq!(scaled(1_004, 3).to_units(2, Rounding::HalfAway), Ok(100));
        assert_eq!(scaled(1_500, 3).to_units(2, Rounding::Refuse), Ok(150));
        assert_eq!(scaled(i128::from(i64::MAX), 0).to_units(2, Rounding::HalfAway), Err(NumberError::OutOfRange));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(Scaled::new(1, 19), None);
        assert_eq!(Scaled::new(i128::from(i64::MAX) + 1, 0), None);
        assert_eq!(scaled(15, 1).times(scaled(-2, 0)), Some(scaled(-3, 0)));
        assert_eq!(scaled(i128::from(i64::MAX), 0).times(scaled(i128::from(i64::MAX), 0)), None);
        assert_eq!(scaled(i128::from(i64::MIN), 0).negated(), None);
    }
}
