//! Which letters are the same: case, accents, width, the shape of quotes and dashes, and Traditional or Simplified do not matter.
//!
//! A text is folded character by character, whatever stands beside it. So a part of a text folds to a part of the folded text,
//! which is why everything that is written is found, and each folded letter knows the character that it came from.

use unicode_normalization::char::{canonical_combining_class, decompose_compatible};

use super::han;

/// The folded text. It holds no control characters, and no blanks but spaces.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// Appends the folded text.
pub fn fold_into(text: &str, folded: &mut String) {
    for c in text.chars() {
        fold_char(c, folded);
    }
}

/// The folded text, and for each of its bytes where the character began that it came from; with the length of the text at the end.
pub fn fold_with_origins(text: &str) -> (String, Vec<usize>) {
    let (mut folded, mut origins) = (String::with_capacity(text.len()), Vec::with_capacity(text.len() + 1));
    for (at, c) in text.char_indices() {
        fold_char(c, &mut folded);
        origins.resize(folded.len(), at);
    }
    origins.push(text.len());
    (folded, origins)
}

fn fold_char(c: char, folded: &mut String) {
    match c {
        ' '..='~' => folded.push(c.to_ascii_lowercase()),
        '\0'..='\u{a0}' => folded.push(' '),
        '\u{3400}'..='\u{9fff}' => folded.push(han::simplified(c)),
        _ => decompose_compatible(c, |part| fold_part(part, folded)),
    }
}

fn fold_part(part: char, folded: &mut String) {
    match part {
        '\u{3400}'..='\u{9fff}' => folded.push(han::simplified(part)),
        _ if part.is_whitespace() || part.is_control() => folded.push(' '),
        _ if canonical_combining_class(part) != 0 || is_unseen(part) => {}
        _ => part.to_lowercase().filter(|c| canonical_combining_class(*c) == 0).for_each(|c| match plain(c) {
            Some(plain) => folded.push_str(plain),
            None => folded.push(c),
        }),
    }
}

/// What leaves no mark on the screen: joiners, marks of direction, choices of a glyph.
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Letters that Unicode does not take apart but people do, and signs that keyboards have in one form only.
fn plain(c: char) -> Option<&'static str> {
    Some(match c {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "th",
        'ħ' => "h",
        'ı' => "i",
        'ς' => "σ",
        '‘' | '’' | '‚' | '′' | 'ʼ' => "'",
        '“' | '”' | '„' | '″' | '«' | '»' => "\"",
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => "-",
        '。' => ".",
        '、' => ",",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn case_accents_and_width_do_not_matter() {
        assert_eq!(fold("Café ＡＢＣ Ⅳ ﬁne"), "cafe abc iv fine");
        assert_eq!(fold("Cafe\u{301}"), "cafe");
        assert_eq!(fold("Ærø Straße ŁÓDŹ İstanbul ΣΊΣΥΦΟΣ"), "aero strasse lodz istanbul σισυφοσ");
        assert_eq!(fold("客戶１２３\u{3000}\t\n"), "客户123   ");
        assert_eq!(fold("O’Brien “x” – y"), "o'brien \"x\" - y");
        assert_eq!(fold("👩\u{200d}🔬\u{fe0f}"), "👩🔬");
    }

    #[test]
    fn traditional_and_simplified_are_the_same() {
        for (traditional, simplified) in
            [("臺灣知識庫", "台湾知识库"), ("張偉國", "张伟国"), ("乾燥機", "干燥机"), ("軟體開發", "软体开发")]
        {
            assert_eq!(fold(traditional), fold(simplified));
        }
    }

    #[test]
    fn every_folded_byte_knows_where_it_came_from() {
        let (folded, origins) = fold_with_origins("ß後É");
        assert_eq!(folded, "ss后e");
        assert_eq!(origins, [0, 0, 2, 2, 2, 5, 7]);
    }

    proptest! {
        #[test]
        fn parts_fold_to_parts(a in any::<String>(), b in any::<String>()) {
            prop_assert_eq!(fold(&format!("{a}{b}")), fold(&a) + &fold(&b));
        }

        #[test]
        fn what_is_folded_stays_as_it_is(text in any::<String>()) {
            let folded = fold(&text);
            prop_assert!(!folded.chars().any(char::is_control));
            prop_assert_eq!(fold(&folded), folded);
        }

        #[test]
        fn origins_lead_to_characters(text in any::<String>()) {
            let (folded, origins) = fold_with_origins(&text);
            prop_assert_eq!(&folded, &fold(&text));
            prop_assert_eq!(origins.len(), folded.len() + 1);
            prop_assert!(origins.is_sorted() && origins.iter().all(|at| text.is_char_boundary(*at)));
        }
    }
}
