//! Text as a search sees it: case, accents and width do not matter.

use crate::unicode;

/// Folds a text: compatibility forms to plain ones (full width, ligatures), letters without their marks, small letters.
/// Two texts that a reader would call the same word fold to the same text; what is found in the folded text is in the text.
#[must_use]
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    let small: String = unicode::bare(text).chars().flat_map(char::to_lowercase).collect();
    unicode::compatible(&small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_width_do_not_matter() {
        assert_eq!(fold("Café ＡＢＣ Ⅳ"), "cafe abc iv");
        assert_eq!(fold("Ærø Straße"), "ærø straße");
        assert_eq!(fold("客戶１２３"), "客戶123");
    }
}
