//! Numbers as people write them.

use kith::{
    domain::money::Currency,
    interchange::csv::{
        currency::Sign,
        number::{Mark, NumberError, parse},
        scaled::Scaled,
    },
};
use proptest::prelude::*;

fn scaled(units: i128, scale: u32) -> Scaled {
    Scaled::new(units, scale).unwrap()
}

#[test]
fn every_convention_means_the_same_amount() {
    let amount = scaled(123_456, 2);
    for text in [
        "1234.56",
        "1,234.56",
        "1 234.56",
        "1'234.56",
        "1’234.56",
        "1\u{A0}234.56",
        "1\u{202F}234.56",
        "$1,234.56",
        "USD 1,234.56",
        "1,234.56 USD",
        "+1234.56",
        "NT$1,234.56",
        "NT$ 1,234.56",
        "￥1,234.56",
        "１２３４．５６",
        "１，２３４．５６",
        "1234.5600",
        " 1234.56\t",
        "US$1,234.56",
        "1.23456E3",
        "123456e-2",
        "(USD 1234.56)",
        "-$1,234.56",
        "1,234.56-",
        "($1,234.56)",
        "−1234.56",
        "$-1234.56",
        "1,234.56元",
        "R$ 1,234.56",
        "\u{202A}1,234.56\u{202C}",
    ] {
        let number = parse(text, Mark::Point).unwrap_or_else(|error| panic!("{text}: {error}")).value;
        let negative = text.contains(['-', '(', '−']) && !text.contains('e');
        assert_eq!(number, if negative { amount.negated().unwrap() } else { amount }, "{text}");
    }
    for text in [
        "1234,56",
        "1.234,56",
        "1 234,56",
        "1'234,56",
        "€ 1.234,56",
        "1.234,56 €",
        "1.234,56 EUR",
        "kr 1.234,56",
        "1 234,56 zł",
    ] {
        assert_eq!(parse(text, Mark::Comma).map(|number| number.value), Ok(amount), "{text}");
    }
    for (text, value) in
        [("12,-", 12), ("12,--", 12), ("CHF 12.–", 12), ("1,23,45,678", 12_345_678), ("0", 0), ("-0", 0), ("007", 7)]
    {
        let mark = if text.contains(",-") { Mark::Comma } else { Mark::Point };
        assert_eq!(parse(text, mark).map(|number| number.value), Ok(scaled(value, 0)), "{text}");
    }
    assert_eq!(parse(".5", Mark::Point).map(|number| number.value), Ok(scaled(5, 1)));
    assert_eq!(parse("5.", Mark::Point).map(|number| number.value), Ok(scaled(5, 0)));
}

#[test]
fn what_stands_beside_a_number_is_kept() {
    let number = parse("12,5 %", Mark::Comma).unwrap();
    assert!(number.percent && number.sign.is_none());
    assert_eq!(parse("12 €", Mark::Point).unwrap().sign, Some(Sign::Currency(Currency::EUR)));
    assert_eq!(parse("HK$12", Mark::Point).unwrap().sign, Currency::parse("HKD").map(Sign::Currency));
    assert_eq!(parse("$12", Mark::Point).unwrap().sign, Some(Sign::Shared("$")));
    assert_eq!(parse("¥12", Mark::Point).unwrap().sign, Some(Sign::Shared("¥")));
    assert_eq!(parse("人民币12元", Mark::Point), Err(NumberError::NotANumber));
}

#[test]
fn what_is_no_number_is_told_apart_from_the_other_mark_and_from_what_is_too_large() {
    use NumberError::{NotANumber, OtherMark, OutOfRange, TooFine};
    for (text, error) in [
        ("", NotANumber),
        ("abc", NotANumber),
        ("12a", NotANumber),
        ("1.2.3.4", NotANumber),
        ("1,2,3", NotANumber),
        ("12 34", NotANumber),
        ("--5", NotANumber),
        ("-", NotANumber),
        ("€", NotANumber),
        (".", NotANumber),
        ("()", NotANumber),
        ("1e", NotANumber),
        ("NaN", NotANumber),
        ("inf", NotANumber),
        ("0x10", NotANumber),
        ("=1+1", NotANumber),
        ("2024-01-31", NotANumber),
        ("1.234,56", OtherMark),
        ("0,5", OtherMark),
        ("1e308", OutOfRange),
        ("-1e308", OutOfRange),
        ("1e99999", OutOfRange),
        ("9223372036854775808", OutOfRange),
        ("1234567890123456789012345678901234567890", OutOfRange),
        ("0.1000000000000000055511151231257827", TooFine { digits: 18 }),
        ("1e-19", TooFine { digits: 18 }),
    ] {
        assert_eq!(parse(text, Mark::Point), Err(error), "{text}");
    }
    assert_eq!(parse("9223372036854775807", Mark::Point).map(|n| n.value), Ok(scaled(i128::from(i64::MAX), 0)));
    assert_eq!(parse("0e99999", Mark::Point), Err(OutOfRange));
    assert_eq!(parse("0e300", Mark::Point).map(|n| n.value), Ok(scaled(0, 0)));
}

/// A number written in one of the conventions.
fn written(units: i64, scale: u8, mark: Mark, group: Option<char>, minus: u8) -> String {
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = usize::from(scale) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(scale));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at) % 3 == 0 {
            grouped.extend(group);
        }
        grouped.push(digit);
    }
    if scale > 0 {
        grouped.push(if mark == Mark::Point { '.' } else { ',' });
        grouped.push_str(fraction);
    }
    match (units < 0, minus) {
        (false, _) => grouped,
        (true, 0) => format!("-{grouped}"),
        (true, 1) => format!("({grouped})"),
        (true, 2) => format!("{grouped}-"),
        (true, _) => format!("\u{2212}{grouped}"),
    }
}

proptest! {
    #[test]
    fn a_number_written_in_any_convention_reads_back_exactly(
        units: i64, scale in 0..=18_u8, comma: bool, group in 0..5_usize, minus in 0..4_u8,
        around in prop::sample::select(vec!["{}", "€ {}", "{} EUR", "NT${}", " {}\u{A0}", "{} ¥"]),
    ) {
        prop_assume!(units != i64::MIN);
        let mark = if comma { Mark::Comma } else { Mark::Point };
        let group = [None, Some(' '), Some('\''), Some('\u{202F}'), Some(if comma { '.' } else { ',' })][group];
        let text = around.replace("{}", &written(units, scale, mark, group, minus));
        let number = parse(&text, mark).map(|number| number.value);
        prop_assert_eq!(number, Ok(scaled(units.into(), scale.into())), "{}", text);
    }

    #[test]
    fn no_text_is_read_as_two_numbers_without_being_told_apart(text in "[0-9.,' ()€$%eE+-]{0,14}") {
        // Reading never panics, and a number with both marks is the same one or has a mark in it.
        if let (Ok(point), Ok(comma)) = (parse(&text, Mark::Point), parse(&text, Mark::Comma)) {
            prop_assert!(point == comma || text.contains(['.', ',']), "{}", text);
        }
    }
}
