//! Numbers without a currency.

use wasm_bindgen::JsValue;

use crate::platform::intl::{self, Value};

/// What stands for a number that is none.
const NOTHING: &str = "–";
/// No `-0`, which a small negative number rounds to.
const SIGN: (&str, Value<'_>) = ("signDisplay", Value::Text("negative"));
/// The most digits after the decimal mark that every browser takes.
const MOST_DIGITS: u8 = 20;

/// With just so many digits after the decimal mark: `1,234.50`. A dash for what is no finite number.
pub fn number(locale: &str, value: f64, digits: u8) -> String {
    let text = || format!("{value:.*}", usize::from(digits));
    fixed(locale, value, digits, &[]).unwrap_or_else(text)
}

/// A share of one with just so many digits after the decimal mark: `0.256` is `25.6%` with one. A dash for what is no finite
/// number.
pub fn percent(locale: &str, share: f64, digits: u8) -> String {
    let text = || format!("{:.*}%", usize::from(digits), share * 100.0);
    fixed(locale, share, digits, &[("style", Value::Text("percent"))]).unwrap_or_else(text)
}

/// A whole number, exact however large: `1,234`.
pub fn integer(locale: &str, value: i64) -> String {
    decimal_text(locale, &value.to_string())
}

/// A number given as `-1234.5` with all of its digits: `-1,234.5`. What is no such number comes back as it is.
pub fn decimal_text(locale: &str, text: &str) -> String {
    if !is_plain(text) {
        return text.to_owned();
    }
    let options = [SIGN, ("maximumFractionDigits", Value::Count(MOST_DIGITS))];
    // A string, not a number: `Intl` reads it exactly, while a number holds 15 digits.
    intl::format("NumberFormat", locale, &options, &JsValue::from_str(text)).unwrap_or_else(|| text.to_owned())
}

/// A size in bytes, to three digits, in steps of a thousand: `12.3 MB`.
pub fn bytes(locale: &str, bytes: u64) -> String {
    const UNITS: [&str; 5] = ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"];
    let mut size = bytes as f64;
    let mut unit = 0;
    // 999.5 kB would be rounded to 1,000 kB.
    while size >= 999.5 && unit + 1 < UNITS.len() {
        size /= 1000.0;
        unit += 1;
    }
    let options = [
        ("style", Value::Text("unit")),
        ("unit", Value::Text(UNITS[unit])),
        ("unitDisplay", Value::Text(if unit == 0 { "long" } else { "short" })),
        ("maximumSignificantDigits", Value::Count(3)),
    ];
    intl::format("NumberFormat", locale, &options, &JsValue::from_f64(size))
        .unwrap_or_else(|| format!("{size:.1} {}", UNITS[unit]))
}

fn fixed(locale: &str, value: f64, digits: u8, more: &[(&str, Value<'_>)]) -> Option<String> {
    if !value.is_finite() {
        return Some(NOTHING.to_owned());
    }
    let digits = Value::Count(digits.min(MOST_DIGITS));
    let mut options = vec![SIGN, ("minimumFractionDigits", digits), ("maximumFractionDigits", digits)];
    options.extend_from_slice(more);
    intl::format("NumberFormat", locale, &options, &JsValue::from_f64(value))
}

/// Digits with at most one point and a minus in front; anything else `Intl` would make zero or `NaN` of.
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    [whole, fraction].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use super::is_plain;

    #[test]
    fn only_plain_decimals_are_handed_on() {
        assert!(["0", "-1234.5", "007"].into_iter().all(is_plain));
        assert!(!["", "-", "1e5", ".5", "5.", "1.2.3", "Infinity", "0x10", " 1", "١"].into_iter().any(is_plain));
    }
}
