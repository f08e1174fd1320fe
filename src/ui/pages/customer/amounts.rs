//! Numbers and amounts between what people type and what is stored.

use crate::{
    domain::{
        decimal::{Decimal, DecimalError},
        flaw::Flaw,
        money::{Currency, Money},
    },
    i18n::Locale,
    platform::format,
    ui::words,
};

/// Brings a number as people type it into plain form (`-1234.5`); `None` for what is no number.
pub type ReadNumber<'a> = &'a dyn Fn(&str) -> Option<String>;

/// Reads a number.
pub fn decimal(text: &str, read: ReadNumber<'_>) -> Result<Decimal, Flaw> {
    let plain = read(text).ok_or(Flaw::NotANumber)?;
    plain.parse().map_err(|error| match error {
        DecimalError::NotANumber => Flaw::NotANumber,
        DecimalError::TooFine => Flaw::TooFine { digits: 4 },
        DecimalError::OutOfRange => Flaw::OutOfRange,
    })
}

/// Reads an amount into minor units of its currency.
pub fn minor(text: &str, currency: Currency, read: ReadNumber<'_>) -> Result<i64, Flaw> {
    let units = i128::from(decimal(text, read)?.units()) * i128::from(currency.scale());
    let scale = i128::from(Decimal::SCALE);
    if units % scale != 0 {
        return Err(Flaw::TooFine { digits: currency.exponent() });
    }
    i64::try_from(units / scale).map_err(|_| Flaw::OutOfRange)
}

/// An amount as it stands in an input: plain, with a point, all digits of the currency.
pub fn minor_text(minor: i64, currency: Currency) -> String {
    let exponent = usize::from(currency.exponent());
    let digits = format!("{:0>width$}", minor.unsigned_abs(), width = exponent + 1);
    let (whole, fraction) = digits.split_at(digits.len() - exponent);
    let sign = if minor < 0 { "-" } else { "" };
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// An amount as people read it.
pub fn money_text(locale: Locale, money: Money) -> String {
    format::money(words::tag(locale), money.minor, money.currency.code(), money.currency.exponent())
}

/// A whole number of days.
///
/// # Errors
/// [`Flaw::NotANumber`], [`Flaw::TooFine`] for parts of a day, [`Flaw::OutOfRange`] below zero and for more than fit.
pub fn days(text: &str, read: ReadNumber<'_>) -> Result<u16, Flaw> {
    let units = decimal(text, read)?.units();
    if units % Decimal::SCALE != 0 {
        return Err(Flaw::TooFine { digits: 0 });
    }
    u16::try_from(units / Decimal::SCALE).map_err(|_| Flaw::OutOfRange)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        Some(text.trim().to_owned()).filter(|text| !text.is_empty())
    }

    #[test]
    fn an_amount_shown_in_an_input_reads_back_the_same() {
        let yen = Currency::parse("JPY").unwrap();
        let dinar = Currency::parse("KWD").unwrap();
        for (amount, currency) in [(-5, Currency::EUR), (123_450, Currency::EUR), (1234, yen), (-1, dinar), (0, dinar)]
        {
            assert_eq!(minor(&minor_text(amount, currency), currency, &read), Ok(amount));
        }
    }

    #[test]
    fn too_fine_and_too_large_amounts_are_told_apart() {
        let yen = Currency::parse("JPY").unwrap();
        assert_eq!(minor("1.5", yen, &read), Err(Flaw::TooFine { digits: 0 }));
        assert_eq!(minor("1.234", Currency::EUR, &read), Err(Flaw::TooFine { digits: 2 }));
        assert_eq!(minor("1.23456", Currency::EUR, &read), Err(Flaw::TooFine { digits: 4 }));
        assert_eq!(minor("99999999999999999999", Currency::EUR, &read), Err(Flaw::OutOfRange));
        assert_eq!(minor("x", Currency::EUR, &read), Err(Flaw::NotANumber));
        assert_eq!(minor("", Currency::EUR, &read), Err(Flaw::NotANumber));
    }
}
