//! Keys by which records are found again: the same for texts that people would call the same.

use std::borrow::Cow;

use super::options::Key;
use crate::unicode;

/// A name without regard to case, width and kinds of blanks.
pub(super) fn folded_name(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.'&".contains(&byte);
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    let folded: String = unicode::compatible(text).chars().flat_map(char::to_lowercase).collect();
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    Cow::Owned(key)
}

/// The digits of a phone number, without the zeros in front of a country's code.
pub(super) fn phone_digits(text: &str) -> String {
    let digits: String = unicode::compatible(text).chars().filter(char::is_ascii_digit).collect();
    digits.strip_prefix("00").map(str::to_owned).unwrap_or(digits)
}

/// What a value of a key is found by; empty for one that says nothing.
pub(super) fn folded(key: Key, text: &str) -> Cow<'_, str> {
    match key {
        Key::Reference => Cow::Borrowed(text.trim()),
        Key::Email => Cow::Owned(text.trim().to_lowercase()),
        Key::Phone => Cow::Owned(phone_digits(text)),
        Key::Name => folded_name(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_people_would_call_the_same_have_one_key() {
        assert_eq!(folded_name(" Ａnna  LEE\u{A0}"), "anna lee");
        assert_eq!(folded_name("王小明"), "王小明");
        assert_eq!(folded(Key::Phone, "+49 (30) 12-34"), folded(Key::Phone, "0049 30 １２３４"));
        assert_eq!(folded(Key::Email, " Ann@B.co"), "ann@b.co");
        assert_ne!(folded(Key::Reference, "a1"), folded(Key::Reference, "A1"));
    }
}
