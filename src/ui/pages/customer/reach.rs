//! Links to reach somebody: only those that a mail program or a telephone will take, and nothing else is ever linked.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::domain::contact::is_email;

/// `mailto:` for an e-mail address; `None` for what is none.
pub fn mail_link(text: &str) -> Option<String> {
    is_email(text).then(|| format!("mailto:{}", utf8_percent_encode(text, ENCODED)))
}

/// `tel:` for a phone number as people write it; `None` without a digit. What follows a letter, such as an extension, is left out.
pub fn phone_link(text: &str) -> Option<String> {
    let written: String = text.chars().take_while(|c| !c.is_alphabetic()).collect();
    let plus = if written.trim_start().starts_with(['+', '＋']) { "+" } else { "" };
    // In `+886 (0)2 …` the zero is dialled only without the country's number.
    let written = if plus.is_empty() { written } else { written.replace("(0)", "") };
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty()).then(|| format!("tel:{plus}{digits}"))
}

/// All but what has no meaning of its own in an address (RFC 6068, section 2).
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b'@').remove(b'+');

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_can_be_added_to_a_mail_by_its_address() {
        assert_eq!(mail_link("ada+x@example.com").as_deref(), Some("mailto:ada+x@example.com"));
        assert_eq!(mail_link("a?bcc=b@example.com").as_deref(), Some("mailto:a%3Fbcc%3Db@example.com"));
        assert_eq!(mail_link("nobody"), None);
    }

    #[test]
    fn a_phone_number_is_dialled_by_its_digits() {
        assert_eq!(phone_link("+886 (0)2 1234-5678").as_deref(), Some("tel:+886212345678"));
        assert_eq!(phone_link("02 1234 ext. 5").as_deref(), Some("tel:021234"));
        assert_eq!(phone_link("ask Bob"), None);
    }
}
