//! Amounts of money, exact to the last minor unit.

use wasm_bindgen::JsValue;

use crate::platform::intl::{self, Value};

/// An amount in minor units of a currency (ISO 4217) that has `exponent` digits after the decimal mark: `€1,234.50`.
pub fn money(locale: &str, minor: i64, code: &str, exponent: u8) -> String {
    let digits = Value::Count(exponent);
    write(locale, minor, code, exponent, &[("minimumFractionDigits", digits), ("maximumFractionDigits", digits)])
}

/// An amount to three digits, for axes and tiles: `€1.23M`, `€123萬`.
pub fn money_short(locale: &str, minor: i64, code: &str, exponent: u8) -> String {
    let options = [("notation", Value::Text("compact")), ("maximumSignificantDigits", Value::Count(3))];
    write(locale, minor, code, exponent, &options)
}

fn write(locale: &str, minor: i64, code: &str, exponent: u8, options: &[(&str, Value<'_>)]) -> String {
    let plain = plain(minor, exponent);
    let mut all = vec![("style", Value::Text("currency")), ("currency", Value::Text(code))];
    all.extend_from_slice(options);
    // A string, not a number: `Intl` reads it exactly, while a number holds 15 digits.
    intl::format("NumberFormat", locale, &all, &JsValue::from_str(&plain)).unwrap_or_else(|| format!("{code} {plain}"))
}

/// The amount as a decimal number: `-0.05`.
fn plain(minor: i64, exponent: u8) -> String {
    let sign = if minor < 0 { "-" } else { "" };
    let exponent = usize::from(exponent);
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = exponent + 1);
    let (whole, fraction) = digits.split_at(digits.len() - exponent);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn minor_units_become_the_decimal_number_they_are() {
        assert_eq!(plain(-5, 2), "-0.05");
        assert_eq!(plain(0, 2), "0.00");
        assert_eq!(plain(123_450, 2), "1234.50");
        assert_eq!(plain(1234, 0), "1234");
        assert_eq!(plain(i64::MIN, 3), "-9223372036854775.808");
    }
}
