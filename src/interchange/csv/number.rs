//! Numbers as people and programs write them: `1,234.56`, `1.234,56`, `1 234,56`, `1'234.56`, `(12.00)`, `12-`, `€ 12`, `１２％`.
//! Exact: no floating point anywhere. Which mark a column uses is found by `marks`.

use super::{
    currency::{self, Sign},
    fold::folded,
    scaled::Scaled,
};

/// The decimal mark. The other one, blanks and apostrophes may group digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Mark {
    /// `1,234.56`
    Point,
    /// `1.234,56`
    Comma,
}

impl Mark {
    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// A number with what stood around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// The value; of `12 %` it is 12.
    pub value: Scaled,
    /// The currency beside it.
    pub sign: Option<Sign>,
    /// Whether it is a percentage.
    pub percent: bool,
}

/// Why a text is no number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum NumberError {
    /// No number in any form.
    #[error("no number")]
    NotANumber,
    /// A number if the other mark were the decimal one. Remedy: change the decimal mark.
    #[error("a number with the other decimal mark")]
    OtherMark,
    /// Larger than can be stored: beyond ±9,223,372,036,854,775,807 without the decimal mark.
    #[error("out of range")]
    OutOfRange,
    /// More digits after the mark than are kept. Remedy: let them be rounded.
    #[error("more than {digits} digits after the decimal mark")]
    TooFine {
        /// How many are kept.
        digits: u8,
    },
}

/// Reads a number with the given decimal mark. An empty text is no number.
pub fn parse(text: &str, mark: Mark) -> Result<Number, NumberError> {
    if let Some(value) = plain(text) {
        return Ok(Number { value, sign: None, percent: false });
    }
    let text = folded(text);
    match read(&text, mark) {
        Err(NumberError::NotANumber) if read(&text, mark.other()).is_ok() => Err(NumberError::OtherMark),
        result => result,
    }
}

/// Reads a number with the point and with the comma as its decimal mark.
pub fn parse_both(text: &str) -> (Result<Number, NumberError>, Result<Number, NumberError>) {
    if let Some(value) = plain(text) {
        let number = Ok(Number { value, sign: None, percent: false });
        return (number, number);
    }
    let text = folded(text);
    (read(&text, Mark::Point), read(&text, Mark::Comma))
}

/// Most cells are a few digits and nothing else, the same with either mark.
fn plain(text: &str) -> Option<Scaled> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let short = (1..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !short { None } else { Scaled::new(text.parse::<i64>().ok()?.into(), 0) }
}

fn read(text: &str, mark: Mark) -> Result<Number, NumberError> {
    if !text.bytes().any(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    let mut body = text;
    let (mut sign, mut percent, mut signed, mut negative) = (None, false, false, false);
    loop {
        let before = body;
        body = body.trim();
        // `12,-` and `12.--` are whole amounts.
        for dash in [",-", ".-", ",--", ".--"] {
            body = body.strip_suffix(dash).filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit())).unwrap_or(body);
        }
        if !signed {
            let stripped = body
                .strip_prefix('(')
                .and_then(|rest| rest.strip_suffix(')'))
                .or_else(|| body.strip_prefix('-'))
                .or_else(|| body.strip_suffix('-'))
                .map(|rest| (rest, true))
                .or_else(|| body.strip_prefix('+').or_else(|| body.strip_suffix('+')).map(|rest| (rest, false)));
            if let Some((rest, minus)) = stripped {
                (body, negative, signed) = (rest, minus, true);
            }
        }
        // Digits on both sides: no sign is there to be looked for.
        let bare = |end: Option<u8>| end.is_some_and(|byte| byte.is_ascii_digit());
        if sign.is_none()
            && !(bare(body.bytes().next()) && bare(body.bytes().last()))
            && let Some((found, rest)) = currency::strip_prefix(body).or_else(|| currency::strip_suffix(body))
        {
            (sign, body) = (Some(found), rest);
        }
        if !percent && let Some(rest) = body.strip_suffix('%').or_else(|| body.strip_prefix('%')) {
            (percent, body) = (true, rest);
        }
        if body == before {
            break;
        }
    }
    let value = digits(body, mark)?;
    let value = if negative { value.negated().ok_or(NumberError::OutOfRange)? } else { value };
    Ok(Number { value, sign, percent })
}

/// Digits in groups, the mark, digits, perhaps an exponent.
fn digits(body: &str, mark: Mark) -> Result<Scaled, NumberError> {
    let (body, exponent) = match body.split_once(['e', 'E']) {
        Some((body, exponent)) => (body, self::exponent(exponent)?),
        None => (body, 0),
    };
    let (point, group) = match mark {
        Mark::Point => ('.', ','),
        Mark::Comma => (',', '.'),
    };
    let (whole, fraction) = body.split_once(point).unwrap_or((body, ""));
    let whole = ungrouped(whole, group).ok_or(NumberError::NotANumber)?;
    if !fraction.bytes().all(|byte| byte.is_ascii_digit()) || (whole.is_empty() && fraction.is_empty()) {
        return Err(NumberError::NotANumber);
    }
    let fraction = fraction.trim_end_matches('0');
    let mut units: i128 = 0;
    for digit in whole.bytes().chain(fraction.bytes()) {
        let next = units.checked_mul(10).and_then(|units| units.checked_add((digit - b'0').into()));
        units = next.ok_or(NumberError::OutOfRange)?;
    }
    let scale = fraction.len() as i64 - exponent;
    if units == 0 {
        return Scaled::new(0, 0).ok_or(NumberError::OutOfRange);
    }
    if scale < 0 {
        let power = u32::try_from(-scale).ok().and_then(|power| 10_i128.checked_pow(power));
        let units = power.and_then(|power| units.checked_mul(power)).ok_or(NumberError::OutOfRange)?;
        return Scaled::new(units, 0).ok_or(NumberError::OutOfRange);
    }
    let scale = u32::try_from(scale).map_err(|_| NumberError::OutOfRange)?;
    let whole_fits = 10_i128.checked_pow(scale).is_none_or(|power| i64::try_from(units / power).is_ok());
    Scaled::new(units, scale).ok_or(if whole_fits && scale > 0 {
        NumberError::TooFine { digits: Scaled::MAX_SCALE }
    } else {
        NumberError::OutOfRange
    })
}

fn exponent(text: &str) -> Result<i64, NumberError> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(NumberError::NotANumber);
    }
    text.parse::<i16>().map(i64::from).map_err(|_| NumberError::OutOfRange)
}

/// The digits before the mark without what groups them: three each, or two as in India, three at the end. `None` when the groups are
/// not sound.
fn ungrouped(whole: &str, group: char) -> Option<String> {
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(whole.to_owned());
    }
    let separator = whole.chars().find(|c| !c.is_ascii_digit())?;
    if ![group, ' ', '\''].contains(&separator) {
        return None;
    }
    let groups: Vec<&str> = whole.split(separator).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let sound = (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && last.len() == 3
        && (middle.iter().all(|group| group.len() == 3)
            || (first.len() < 3 && middle.iter().all(|group| group.len() == 2)))
        && groups.iter().all(|group| group.bytes().all(|byte| byte.is_ascii_digit()));
    sound.then(|| groups.concat())
}
