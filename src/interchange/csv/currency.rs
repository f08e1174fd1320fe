//! Signs of currencies around an amount.

use crate::domain::money::Currency;

/// What stood beside an amount.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sign {
    /// One currency alone.
    Currency(Currency),
    /// A sign that several currencies share, such as `$` or `¥`; the user has to say which. [`candidates`] lists them.
    Shared(&'static str),
}

/// Signs of one currency. Where one begins with another, the longer stands first.
const SIGNS: &[(&str, &str)] = &[
    ("NT$", "TWD"),
    ("HK$", "HKD"),
    ("US$", "USD"),
    ("AU$", "AUD"),
    ("A$", "AUD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("NZ$", "NZD"),
    ("MX$", "MXN"),
    ("S$", "SGD"),
    ("R$", "BRL"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₩", "KRW"),
    ("₹", "INR"),
    ("₽", "RUB"),
    ("₺", "TRY"),
    ("₫", "VND"),
    ("฿", "THB"),
    ("₪", "ILS"),
    ("₱", "PHP"),
    ("₴", "UAH"),
    ("₦", "NGN"),
    ("zł", "PLN"),
    ("Kč", "CZK"),
    ("Ft", "HUF"),
    ("SFr.", "CHF"),
    ("Fr.", "CHF"),
    ("EURO", "EUR"),
    ("Euro", "EUR"),
    ("euro", "EUR"),
    ("RMB", "CNY"),
    ("NTD", "TWD"),
    ("人民币", "CNY"),
    ("人民幣", "CNY"),
    ("新台币", "TWD"),
    ("新台幣", "TWD"),
    ("新臺幣", "TWD"),
    ("台币", "TWD"),
    ("台幣", "TWD"),
    ("臺幣", "TWD"),
    ("港币", "HKD"),
    ("港幣", "HKD"),
    ("港元", "HKD"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("歐元", "EUR"),
    ("英镑", "GBP"),
    ("英鎊", "GBP"),
    ("日元", "JPY"),
    ("日圓", "JPY"),
    ("円", "JPY"),
];

/// Signs that several currencies share, and which, the likeliest first.
const SHARED: &[(&str, &[&str])] = &[
    ("$", &["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "TWD", "MXN"]),
    ("¥", &["CNY", "JPY"]),
    ("元", &["CNY", "TWD", "HKD"]),
    ("圆", &["CNY"]),
    ("圓", &["TWD", "HKD", "JPY"]),
    ("kr.", &["DKK", "SEK", "NOK", "ISK"]),
    ("kr", &["SEK", "NOK", "DKK", "ISK"]),
    ("Rs.", &["INR", "LKR"]),
    ("Rs", &["INR", "LKR"]),
];

/// The currencies that share a sign, the likeliest first; none for a sign that is not shared.
pub fn candidates(sign: &str) -> impl Iterator<Item = Currency> {
    let codes = SHARED.iter().find(|(shared, _)| *shared == sign).map_or(&[][..], |(_, codes)| codes);
    codes.iter().filter_map(|code| Currency::parse(code))
}

/// A whole cell that names a currency: a code or a sign, in any case.
pub fn parse(cell: &str) -> Option<Sign> {
    let cell = super::fold::folded(cell);
    if let Some(currency) = Currency::parse(&cell) {
        return Some(Sign::Currency(currency));
    }
    strip_prefix(&cell).filter(|(_, rest)| rest.is_empty()).map(|(sign, _)| sign)
}

/// Takes a sign or a code off the beginning of a folded text.
pub(super) fn strip_prefix(text: &str) -> Option<(Sign, &str)> {
    strip(
        text,
        |text, sign| text.strip_prefix(sign),
        |text| text.split_at_checked(3).filter(|(_, rest)| !rest.starts_with(|c: char| c.is_alphabetic())),
    )
}

/// Takes a sign or a code off the end of a folded text.
pub(super) fn strip_suffix(text: &str) -> Option<(Sign, &str)> {
    strip(
        text,
        |text, sign| text.strip_suffix(sign),
        |text| {
            let (rest, code) = text.split_at_checked(text.len().checked_sub(3)?)?;
            (!rest.ends_with(|c: char| c.is_alphabetic())).then_some((code, rest))
        },
    )
}

fn strip<'a>(
    text: &'a str,
    off: impl Fn(&'a str, &str) -> Option<&'a str>,
    code: impl Fn(&'a str) -> Option<(&'a str, &'a str)>,
) -> Option<(Sign, &'a str)> {
    // Looked up only where the sign is there: this runs for every cell.
    if let Some((code, rest)) = SIGNS.iter().find_map(|(sign, code)| Some((code, off(text, sign)?))) {
        return Currency::parse(code).map(|currency| (Sign::Currency(currency), rest));
    }
    if let Some(found) = SHARED.iter().find_map(|(sign, _)| Some((Sign::Shared(sign), off(text, sign)?))) {
        return Some(found);
    }
    let (code, rest) = code(text).filter(|(code, _)| code.bytes().all(|byte| byte.is_ascii_alphabetic()))?;
    Currency::parse(code).map(|currency| (Sign::Currency(currency), rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_behind_a_sign_is_a_currency() {
        for code in SIGNS.iter().map(|(_, code)| code).chain(SHARED.iter().flat_map(|(_, codes)| codes.iter())) {
            assert!(Currency::parse(code).is_some(), "{code}");
        }
    }

    #[test]
    fn a_cell_with_a_code_or_a_sign_names_a_currency() {
        assert_eq!(parse(" eur "), Some(Sign::Currency(Currency::EUR)));
        assert_eq!(parse("€"), Some(Sign::Currency(Currency::EUR)));
        assert_eq!(parse("￥"), Some(Sign::Shared("¥")));
        assert_eq!(parse("$"), Some(Sign::Shared("$")));
        assert_eq!(parse("新臺幣"), Currency::parse("TWD").map(Sign::Currency));
        for none in ["", "abc", "12", "EUR 12", "x€"] {
            assert_eq!(parse(none), None, "{none}");
        }
        assert!(candidates("$").count() > 3 && candidates("€").count() == 0);
    }
}
