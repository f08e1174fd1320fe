//! Numbers as people type them.

use crate::platform::intl::{self, Value};

/// The characters by which a language sets off the fraction of a number and its thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Marks {
    decimal: char,
    group: char,
}

/// Reads a number as people type it in a locale into plain form: `1,234.50` becomes `1234.50`, `－５` becomes `-5`.
///
/// Thousands may be set off as the language does it or by spaces, in threes. Where a language has the comma as its decimal mark, a
/// point is read as one too unless it could set off thousands: `1234.5` is clear in German, `1.234` is 1234. `None` for anything
/// else, also for `12,5` in English: better to ask than to make 125 of it.
pub fn parse_number(locale: &str, text: &str) -> Option<String> {
    read(text, marks(locale))
}

fn marks(locale: &str) -> Marks {
    if !cfg!(target_arch = "wasm32") {
        // Nobody is there to be asked: tests without a browser type as in English.
        return Marks { decimal: '.', group: ',' };
    }
    // Five digits before the mark: some languages begin to set off thousands only there.
    let parts = intl::parts("NumberFormat", locale, &[("useGrouping", Value::Flag(true))], &12345.5.into());
    let mark = |kind| parts.iter().flatten().find(|(found, _)| found == kind)?.1.chars().next();
    Marks { decimal: mark("decimal").unwrap_or('.'), group: mark("group").unwrap_or(',') }
}

fn read(text: &str, marks: Marks) -> Option<String> {
    let text: String = text.chars().filter(|char| !is_invisible(*char)).map(narrow).collect();
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text).trim_start()),
    };
    let (whole, fraction) = split(digits, marks).or_else(|| split(digits, Marks { decimal: '.', group: ' ' }))?;
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") })
}

/// The digits before and after the mark; either may be none.
fn split(text: &str, marks: Marks) -> Option<(String, &str)> {
    let (whole, fraction) = text.split_once(narrow(marks.decimal)).unwrap_or((text, ""));
    let whole = ungroup(whole, narrow(marks.group)).or_else(|| ungroup(whole, ' '))?;
    is_digits(fraction).then_some((whole, fraction))
}

fn ungroup(whole: &str, group: char) -> Option<String> {
    let groups: Vec<&str> = whole.split(group).collect();
    let in_threes =
        groups.len() == 1 || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|digits| digits.len() == 3));
    (in_threes && groups.iter().all(|digits| is_digits(digits))).then(|| groups.concat())
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Characters as an input method types them become those of a plain keyboard: full width, the Chinese full stop, the real minus,
/// and all kinds of spaces and apostrophes.
fn narrow(char: char) -> char {
    match char {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(char as u32 - 0xFEE0).unwrap_or(char),
        '。' => '.',
        '\u{2212}' => '-',
        '’' => '\'',
        char if char.is_whitespace() => ' ',
        char => char,
    }
}

/// Marks of direction and of no width, which come along when text is copied.
fn is_invisible(char: char) -> bool {
    matches!(char, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{61C}' | '\u{FEFF}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ENGLISH: Marks = Marks { decimal: '.', group: ',' };
    const GERMAN: Marks = Marks { decimal: ',', group: '.' };
    const FRENCH: Marks = Marks { decimal: ',', group: '\u{202F}' };
    const SWISS: Marks = Marks { decimal: '.', group: '’' };

    fn reads(marks: Marks, text: &str) -> Option<String> {
        read(text, marks)
    }

    #[test]
    fn a_number_is_read_as_its_language_writes_it() {
        assert_eq!(reads(ENGLISH, "1,234.50").as_deref(), Some("1234.50"));
        assert_eq!(reads(GERMAN, "1.234,50").as_deref(), Some("1234.50"));
        assert_eq!(reads(FRENCH, "1 234,5").as_deref(), Some("1234.5"));
        assert_eq!(reads(FRENCH, "1\u{202F}234,5").as_deref(), Some("1234.5"));
        assert_eq!(reads(SWISS, "1'234.5").as_deref(), Some("1234.5"));
        assert_eq!(reads(ENGLISH, " + 007.10 ").as_deref(), Some("7.10"));
        assert_eq!(reads(ENGLISH, ".5").as_deref(), Some("0.5"));
        assert_eq!(reads(ENGLISH, "5.").as_deref(), Some("5"));
    }

    #[test]
    fn a_number_typed_by_an_input_method_is_read() {
        assert_eq!(reads(ENGLISH, "－１，２３４．５").as_deref(), Some("-1234.5"));
        assert_eq!(reads(ENGLISH, "\u{2212}5。5\u{200E}").as_deref(), Some("-5.5"));
    }

    #[test]
    fn a_point_is_a_decimal_mark_where_it_cannot_set_off_thousands() {
        assert_eq!(reads(GERMAN, "1234.5").as_deref(), Some("1234.5"));
        assert_eq!(reads(GERMAN, "0.5").as_deref(), Some("0.5"));
        assert_eq!(reads(GERMAN, "1.234").as_deref(), Some("1234"));
    }

    #[test]
    fn what_could_mean_two_things_or_nothing_is_not_read() {
        for text in [
            "", "-", ".", ",", "12,5", "1,23", "1,2345", ",123", "1,,234", "1.2.3", "1.5,000", "1e5", "½", "--5", "5-",
            "1 2",
        ] {
            assert_eq!(reads(ENGLISH, text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_number_written_in_groups_reads_back_the_same(whole: u64, fraction in "[0-9]{0,6}", negative: bool, marks in 0..4_usize) {
            let marks = [ENGLISH, GERMAN, FRENCH, SWISS][marks];
            let digits = whole.to_string();
            let mut written = String::from(if negative { "-" } else { "" });
            for (index, digit) in digits.char_indices() {
                if index > 0 && (digits.len() - index) % 3 == 0 {
                    written.push(marks.group);
                }
                written.push(digit);
            }
            let mut plain = format!("{}{digits}", if negative { "-" } else { "" });
            if !fraction.is_empty() {
                written.extend([marks.decimal]);
                written.push_str(&fraction);
                plain.extend(['.']);
                plain.push_str(&fraction);
            }
            prop_assert_eq!(read(&written, marks), Some(plain));
        }

        #[test]
        fn no_text_makes_it_panic(text: String) {
            for marks in [ENGLISH, GERMAN, FRENCH, SWISS] {
                if let Some(plain) = read(&text, marks) {
                    prop_assert!(plain.parse::<f64>().is_ok());
                }
            }
        }
    }
}
