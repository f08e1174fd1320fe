//! Cells of text: blanks around, control and invisible characters, one form for each letter (NFC), and cells that a spreadsheet
//! would run as a formula.
//!
//! What nobody sees is taken out: zero-width characters and the marks that turn the direction of writing can make two names look
//! alike that are not, and no name needs them. The two joiners stay between letters beyond ASCII, where emoji and Indic and Persian
//! writing need them.

use std::borrow::Cow;

use crate::unicode::composed;

/// A text made clean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clean<'a> {
    /// The text; the cell itself where nothing had to be done.
    pub text: Cow<'a, str>,
    /// Whether invisible characters were taken out.
    pub invisible: bool,
    /// Whether it holds U+FFFD: the program that wrote the file had lost a letter.
    pub lost: bool,
}

/// A text of one line: line breaks and tabs become blanks.
pub fn line(cell: &str) -> Clean<'_> {
    clean(cell, false)
}

/// A text of several lines: line breaks become `\n`, tabs stay.
pub fn paragraph(cell: &str) -> Clean<'_> {
    clean(cell, true)
}

fn clean(cell: &str, breaks: bool) -> Clean<'_> {
    if cell.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
        return Clean { text: Cow::Borrowed(cell.trim_ascii()), invisible: false, lost: false };
    }
    let mut text = String::with_capacity(cell.len());
    let (mut invisible, mut lost) = (false, false);
    let mut before = None;
    let letters = composed(Cow::Borrowed(cell));
    let mut rest = letters.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => continue,
            '\r' | '\n' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => {
                text.push(if breaks { '\n' } else { ' ' });
            }
            '\t' => text.push(if breaks { '\t' } else { ' ' }),
            '\u{200C}' | '\u{200D}' if joins(before) && joins(rest.peek().copied()) => text.push(c),
            c if c.is_control() => {}
            c if is_invisible(c) => invisible |= !matches!(c, '\u{FEFF}' | '\u{AD}'),
            c => {
                lost |= c == char::REPLACEMENT_CHARACTER;
                text.push(c);
            }
        }
        before = Some(c);
    }
    // An accent may stand beside its letter only now.
    let text = composed(Cow::Owned(text));
    let trimmed = text.trim();
    let text = if trimmed == cell { Cow::Borrowed(cell) } else { Cow::Owned(trimmed.to_owned()) };
    Clean { text, invisible, lost }
}

fn joins(c: Option<char>) -> bool {
    c.is_some_and(|c| !c.is_ascii() && !c.is_whitespace() && !c.is_control() && !is_invisible(c))
}

/// Characters that take no place and are no part of a letter: zero width, direction of writing, tags, soft hyphen.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

/// A cell for a file that a spreadsheet may open: one that would run as a formula gets an apostrophe in front, as OWASP advises.
/// Numbers, dates and phone numbers stay as they are. [`unguard_formula`] is the inverse.
pub fn guard_formula(cell: &str) -> Cow<'_, str> {
    if is_formula(cell) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// Takes away the apostrophe of [`guard_formula`].
pub fn unguard_formula(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest,
        _ => cell,
    }
}

/// Whether a spreadsheet would run the cell, or would after taking away apostrophes.
fn is_formula(cell: &str) -> bool {
    let bare = cell.trim_start_matches('\'');
    let begins = bare.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠', '\u{FEFF}']);
    begins && !bare.strip_prefix(['+', '-']).is_some_and(is_number_like)
}

/// Digits and what stands between them in amounts, dates and phone numbers.
fn is_number_like(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit() || c == '(')
        && text.bytes().all(|b| b.is_ascii_digit() || b" .,()-/".contains(&b))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_nobody_sees_is_taken_out_of_a_line() {
        let cases = [
            ("  Ann \t", "Ann", false),
            ("\u{A0}Ann\u{3000}Lee\u{FEFF}", "Ann\u{3000}Lee", false),
            ("A\0nn\u{7}", "Ann", false),
            ("\u{202E}nnA\u{202C}", "nnA", true),
            ("pay\u{200B}pal", "paypal", true),
            ("Cafe\u{301}", "Caf\u{E9}", false),
            ("a\r\nb\u{2028}c", "a b c", false),
            ("👩\u{200D}💻", "👩\u{200D}💻", false),
            ("می\u{200C}خواهم", "می\u{200C}خواهم", false),
            ("a\u{200D}b", "ab", true),
            ("\u{80}\u{200C}é", "é", true),
            ("=cmd()", "=cmd()", false),
        ];
        for (cell, expected, invisible) in cases {
            let clean = line(cell);
            assert_eq!((clean.text.as_ref(), clean.invisible), (expected, invisible), "{cell:?}");
        }
        assert!(line("M\u{FFFD}ller").lost);
        assert_eq!(paragraph("\na\r\n\r\n\tb\rc\n").text, "a\n\n\tb\nc");
    }

    #[test]
    fn only_formulas_are_guarded() {
        for formula in ["=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd()", "-2+3+cmd|' '!A0", "\t=1", "＝1+1", "'=1", "-A1"] {
            assert_eq!(guard_formula(formula), format!("'{formula}"));
        }
        for plain in ["", "-12.50", "+49 (30) 123-456", "a=b", "'quoted'", "O'Neil", "−5", "-1.234,56"] {
            assert_eq!(guard_formula(plain), plain);
        }
    }

    proptest! {
        #[test]
        fn a_guarded_cell_comes_back_as_it_was(cell in "['=+@a1-]{0,5}.{0,6}") {
            let guarded = guard_formula(&cell);
            prop_assert_eq!(unguard_formula(&guarded), &cell);
        }

        #[test]
        fn cleaning_twice_is_cleaning_once(cell in ".{0,12}", turned in "[\u{200B}-\u{200F}\u{202A}-\u{202E}a\u{301}\u{FEFF}é]{0,8}") {
            let cell = cell + &turned;
            for clean in [line, paragraph] {
                let once = clean(&cell).text.into_owned();
                let twice = clean(&once);
                prop_assert_eq!(twice.text.as_ref(), once.as_str());
            }
        }
    }
}
