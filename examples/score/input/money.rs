//! Decimal numbers as whole units of their last place, exactly: no money goes through floating point.

/// A decimal: `units / 10^places`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decimal {
    pub units: i128,
    pub places: u32,
}

const MOST_PLACES: u32 = 12;

/// Reads `12`, `-7.5`, `+0.25`, `1e3`; none if it is not a number, or one that no money has.
pub fn parse(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i32>().ok()?),
        None => (text, 0),
    };
    let (sign, digits) = match mantissa.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, mantissa.strip_prefix('+').unwrap_or(mantissa)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut all = format!("{whole}{part}");
    if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut places = i32::try_from(part.len()).ok()? - exponent;
    while places > 0 && all.ends_with('0') {
        all.pop();
        places -= 1;
    }
    if all.trim_start_matches('0').is_empty() {
        return Some(Decimal { units: 0, places: 0 });
    }
    if all.len() > 30 || places < -18 {
        return None;
    }
    let mut units: i128 = all.parse().ok()?;
    // Digits past the twelfth place are what floating point left behind.
    while places > MOST_PLACES as i32 {
        units = (units + 5) / 10;
        places -= 1;
    }
    if places < 0 {
        units = units.checked_mul(10i128.checked_pow(places.unsigned_abs())?)?;
        places = 0;
    }
    Some(Decimal { units: sign * units, places: places.unsigned_abs() })
}

impl Decimal {
    pub fn times(self, other: Self) -> Option<Self> {
        Some(Self { units: self.units.checked_mul(other.units)?, places: self.places + other.places })
    }

    /// Units of a given place, rounded half away from zero where it has more.
    pub fn at(self, places: u32) -> Option<i128> {
        if places >= self.places {
            return self.units.checked_mul(10i128.checked_pow(places - self.places)?);
        }
        let divisor = 10i128.checked_pow(self.places - places)?;
        let half = divisor / 2 * self.units.signum();
        Some((self.units + half) / divisor)
    }
}

/// How many places a column needs, at most six: what is finer is rounded.
pub fn places(column: &[Decimal]) -> u32 {
    column.iter().map(|decimal| decimal.places).max().unwrap_or(0).clamp(2, 6)
}

/// Whole units of a column as a number again.
pub fn number(units: i64, places: u32) -> f64 {
    units as f64 / 10f64.powi(places as i32)
}
