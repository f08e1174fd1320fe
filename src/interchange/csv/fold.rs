//! Characters of numbers and dates in one form, however they were typed: full-width digits and signs, dashes, kinds of blanks.

/// The plain character for one that means the same in a number or a date.
pub fn fold(c: char) -> char {
    match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '￥' => '¥',
        '￡' => '£',
        '\u{2212}' | '\u{2010}' | '\u{2011}' | '\u{2012}' | '\u{2013}' | '\u{2014}' => '-',
        '’' | '‘' | '´' | '\u{2BC}' => '\'',
        c if c.is_whitespace() => ' ',
        c => c,
    }
}

/// A text with every character folded and the blanks around it taken away.
pub fn folded(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control() && !super::text::is_invisible(*c)).map(fold).collect();
    let trimmed = text.trim();
    if trimmed.len() == text.len() { text } else { trimmed.to_owned() }
}
