//! One cell, read as the field that its column fills.

use std::borrow::Cow;

use super::{
    currency::{self, Sign},
    date::{self, Form, When},
    fold::folded,
    number::{self, Mark, Number, NumberError},
    problem::Problem,
    target::{Reading, Target},
    text::{self, Clean, unguard_formula},
    time,
};
use crate::domain::{
    contact::{is_email, web_address},
    flaw::{LINE, TEXT},
};

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value<'t> {
    /// One text, clean and not empty.
    Text(Cow<'t, str>),
    /// Several texts, each clean and not empty, none twice.
    Texts(Vec<String>),
    /// A number.
    Number(Number),
    /// A day, perhaps with a time.
    When(When),
    /// Minutes after midnight.
    Minute(u16),
    /// A currency.
    Currency(Sign),
}

/// A cell that was read: what it holds, `None` when empty, and what has to be told all the same.
pub type Read<'t> = (Option<Value<'t>>, Option<Problem>);

/// Reads a cell as `target`, with the decimal mark and the form of dates of its column.
pub fn read<'t>(cell: &'t str, target: Target, mark: Mark, form: Form) -> Result<Read<'t>, Problem> {
    let reading = target.reading();
    if cell.trim().is_empty() || reading == Reading::Nothing {
        return Ok((None, None));
    }
    let value = match reading {
        Reading::Number => match number::parse(cell, mark)? {
            number if number.percent && target != Target::Discount => return Err(NumberError::NotANumber.into()),
            number => Value::Number(number),
        },
        Reading::Date => Value::When(date::parse(cell, form)?),
        Reading::Time => Value::Minute(minute(cell)?),
        Reading::Currency => Value::Currency(currency::parse(cell).ok_or(Problem::UnknownCurrency)?),
        Reading::Paragraph => return texts(text::paragraph(unguard_formula(cell)), TEXT),
        Reading::Line => return texts(text::line(unguard_formula(cell)), LINE),
        Reading::Several | Reading::Emails | Reading::Phones | Reading::Websites => return several(cell, reading),
        Reading::Nothing => return Ok((None, None)),
    };
    Ok((Some(value), None))
}

fn texts(clean: Clean<'_>, limit: usize) -> Result<Read<'_>, Problem> {
    let told = told(&clean);
    bounded(&clean.text, limit)?;
    Ok(((!clean.text.is_empty()).then_some(Value::Text(clean.text)), told))
}

fn told(clean: &Clean<'_>) -> Option<Problem> {
    match () {
        () if clean.lost => Some(Problem::LostCharacter),
        () if clean.invisible => Some(Problem::Invisible),
        () => None,
    }
}

fn bounded(text: &str, limit: usize) -> Result<(), Problem> {
    // No text has more characters than bytes.
    if text.len() <= limit {
        return Ok(());
    }
    let length = text.chars().count();
    if length > limit { Err(Problem::TextTooLong { length, limit }) } else { Ok(()) }
}

fn minute(cell: &str) -> Result<u16, Problem> {
    let text = folded(cell).to_lowercase();
    let (afternoon, text) = match () {
        () if text.starts_with("上午") => (Some(false), &text["上午".len()..]),
        () if text.starts_with("下午") => (Some(true), &text["下午".len()..]),
        () => (None, text.as_str()),
    };
    let (minute, _) = time::parse(text.trim_start(), afternoon)?;
    minute.ok_or(Problem::Date(date::DateError::NoSuchTime))
}

/// Several texts in one cell: Google separates by ` ::: `, others by semicolons, commas or lines.
fn several(cell: &str, reading: Reading) -> Result<Read<'_>, Problem> {
    let clean = text::paragraph(unguard_formula(cell));
    let told = told(&clean);
    let separators: &[char] = match reading {
        Reading::Phones => &[';', '\n', '；'],
        Reading::Websites => &['\n', ' ', '\t'],
        _ => &[';', ',', '|', '\n', '；', '，', '、'],
    };
    let mut found: Vec<String> = Vec::new();
    for part in clean.text.split(":::").flat_map(|part| part.split(separators)) {
        let part = part.trim();
        let part = match reading {
            Reading::Emails => email(part)?,
            Reading::Phones => phone(part)?,
            Reading::Websites => website(part)?,
            // Google writes `* myContacts` for its own groups.
            _ => part.trim_start_matches("* "),
        };
        bounded(part, LINE)?;
        if !part.is_empty() && !found.iter().any(|other| other == part) {
            found.push(part.to_owned());
        }
    }
    Ok(((!found.is_empty()).then_some(Value::Texts(found)), told))
}

/// `a@b.co`, `mailto:a@b.co`, `Ann Lee <a@b.co>`.
fn email(part: &str) -> Result<&str, Problem> {
    let inner = part.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(part).trim();
    let inner = inner.strip_prefix("mailto:").unwrap_or(inner);
    if inner.is_empty() || is_email(inner) { Ok(inner) } else { Err(Problem::NotAnEmail) }
}

/// Three digits at least, signs that people put between them, and at most the letters of an extension.
fn phone(part: &str) -> Result<&str, Problem> {
    let part = part.strip_prefix("tel:").unwrap_or(part);
    let digits = part.chars().filter(|c| c.is_numeric()).count();
    let letters: String = part.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    // `4.91515E+12` is what a spreadsheet makes of a number: digits are lost.
    let mangled = letters == "e" && part.contains(['.', ',']);
    let extension =
        ["", "x", "ext", "extension", "dw", "p", "w", "轉", "转", "分機", "分机"].contains(&letters.as_str());
    if part.is_empty() || (extension && !mangled && (3..=30).contains(&digits)) {
        Ok(part)
    } else {
        Err(Problem::NotAPhone)
    }
}

fn website(part: &str) -> Result<&str, Problem> {
    if part.is_empty() || web_address(part).is_some() {
        return Ok(part);
    }
    let scheme = part.split_once(':').map(|(scheme, _)| scheme);
    let named = scheme.is_some_and(|scheme| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
            && !["http", "https"].contains(&scheme.to_ascii_lowercase().as_str())
    });
    Err(if named { Problem::UnsafeAddress } else { Problem::NotAWebAddress })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(cell: &str, target: Target) -> Result<Vec<String>, Problem> {
        match read(cell, target, Mark::Point, Form::Ymd)?.0 {
            Some(Value::Texts(texts)) => Ok(texts),
            Some(Value::Text(text)) => Ok(vec![text.into_owned()]),
            _ => Ok(Vec::new()),
        }
    }

    #[test]
    fn several_values_in_one_cell_are_told_apart() {
        assert_eq!(texts("a@b.co ::: c@d.co", Target::Email), Ok(vec!["a@b.co".into(), "c@d.co".into()]));
        assert_eq!(
            texts("Ann Lee <a@b.co>; mailto:c@d.co,", Target::Email),
            Ok(vec!["a@b.co".into(), "c@d.co".into()])
        );
        assert_eq!(texts("* myContacts ::: Berlin", Target::Tag), Ok(vec!["myContacts".into(), "Berlin".into()]));
        assert_eq!(texts("vip, new、vip", Target::Tag), Ok(vec!["vip".into(), "new".into()]));
        assert_eq!(texts(" ::: ", Target::Phone), Ok(vec![]));
    }

    #[test]
    fn an_address_that_is_none_is_refused() {
        for cell in ["ann", "a@b", "a@b.co; x"] {
            assert_eq!(texts(cell, Target::Email), Err(Problem::NotAnEmail), "{cell}");
        }
        for cell in ["ann", "12", "4.91515E+12", "=cmd()"] {
            assert_eq!(texts(cell, Target::Phone), Err(Problem::NotAPhone), "{cell}");
        }
        for cell in ["+49 (30) 123-456", "'+49 30 12", "02-2345-6789 轉 12", "555-0100 x12", "０２１２３４"] {
            assert!(texts(cell, Target::Phone).is_ok(), "{cell}");
        }
        for cell in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            "java\u{200B}script:alert(1)",
        ] {
            assert_eq!(texts(cell, Target::Website), Err(Problem::UnsafeAddress), "{cell}");
        }
        assert_eq!(texts("example", Target::Website), Err(Problem::NotAWebAddress));
        assert!(texts("example.com", Target::Website).is_ok());
    }

    #[test]
    fn a_formula_is_text_like_any_other() {
        assert_eq!(texts("=cmd()", Target::Note), Ok(vec!["=cmd()".into()]));
        assert_eq!(texts("'=cmd()", Target::CustomerName), Ok(vec!["=cmd()".into()]));
    }

    #[test]
    fn what_was_taken_out_or_lost_before_is_told() {
        let told = |cell: &str| read(cell, Target::CustomerName, Mark::Point, Form::Ymd).unwrap().1;
        assert_eq!(told("pay\u{200B}pal"), Some(Problem::Invisible));
        assert_eq!(told("M\u{FFFD}ller"), Some(Problem::LostCharacter));
        assert_eq!(told("Müller"), None);
        let long = read(&"x".repeat(1001), Target::CustomerName, Mark::Point, Form::Ymd).map(|_| ());
        assert_eq!(long, Err(Problem::TextTooLong { length: 1001, limit: 1000 }));
    }
}
