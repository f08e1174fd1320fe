//! Unicode's normal forms (UAX #15). The page asks the browser, whose tables are there already; everything else — the worker, which
//! asks a million times, and whatever runs without a browser — has tables of its own. Both give the same answers.

#[cfg(all(target_arch = "wasm32", feature = "web"))]
pub mod browser;
pub mod tables;

use std::borrow::Cow;

#[cfg(all(target_arch = "wasm32", feature = "browser-unicode"))]
use browser as forms;
#[cfg(not(all(target_arch = "wasm32", feature = "browser-unicode")))]
use tables as forms;

/// One form for each letter: an accent that stands beside its letter becomes part of it (NFC).
#[must_use]
pub fn composed(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.chars().all(|c| c < '\u{300}' || is_plain(c)) { text } else { forms::composed(text) }
}

/// One form for what means the same: full width and half width, ligatures, numbers in circles (NFKC).
#[must_use]
pub fn compatible(text: &str) -> String {
    if text.chars().all(is_plain) { text.to_owned() } else { forms::compatible(text) }
}

/// Letters without their accents: taken apart (NFKD), and the marks left out.
#[must_use]
pub fn bare(text: &str) -> String {
    if text.chars().all(|c| c.is_ascii() || is_han(c)) { text.to_owned() } else { forms::bare(text) }
}

/// Characters that every normal form with composition leaves as they are, whatever stands beside them in a text of such alone.
fn is_plain(c: char) -> bool {
    c.is_ascii()
        || matches!(c, '\u{C0}'..='\u{131}' | '\u{3041}'..='\u{3096}' | '\u{30A1}'..='\u{30FA}' | '\u{AC00}'..='\u{D7A3}')
        || is_han(c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}')
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_for_plain_is_what_the_tables_leave_alone() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c) || *c < '\u{300}') {
            let text = c.to_string();
            assert_eq!(tables::composed(Cow::Borrowed(&text)), text, "{c:?}");
            // Beside a letter that takes accents, too.
            let beside = format!("e{c}e");
            assert_eq!(tables::composed(Cow::Borrowed(&beside)), beside, "{c:?}");
            if is_plain(c) {
                assert_eq!(tables::compatible(&beside), beside, "{c:?}");
            }
            if c.is_ascii() || is_han(c) {
                assert_eq!(tables::bare(&beside), beside, "{c:?}");
            }
        }
    }

    #[test]
    fn forms_are_those_of_the_standard() {
        assert_eq!(composed("Cafe\u{301}".into()), "Café");
        assert_eq!(compatible("ＡＢＣ１２３ ﬁ Ⅳ"), "ABC123 fi IV");
        assert_eq!(bare("Ångström Việt"), "Angstrom Viet");
        assert_eq!(composed("客戶".into()), "客戶");
    }
}
