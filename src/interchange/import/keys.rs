//! Keys by which records are found again: the same for texts that people would call the same.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

/// A name without regard to case, width and kinds of blanks.
pub(super) fn folded_name(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"-.'&".contains(&byte);
    if text.bytes().all(plain) {
        return Cow::Borrowed(text);
    }
    let folded: String = text.nfkc().flat_map(char::to_lowercase).collect();
    let mut key = String::with_capacity(folded.len());
    for word in folded.split_whitespace() {
        if !key.is_empty() {
            key.push(' ');
        }
        key.push_str(word);
    }
    Cow::Owned(key)
}
