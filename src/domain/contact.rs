//! The ways to reach somebody.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

/// What an e-mail address, a phone number or a website is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Use {
    /// At work.
    #[default]
    #[n(0)]
    Work,
    /// At home.
    #[n(1)]
    Home,
    /// A phone that is carried.
    #[n(2)]
    Mobile,
    /// Bills go here.
    #[n(3)]
    Billing,
    /// Goods go here.
    #[n(4)]
    Delivery,
    /// Anything else.
    #[n(5)]
    Other,
}

impl Use {
    /// Every use, in the order in which a form offers them.
    pub const ALL: [Self; 6] = [Self::Work, Self::Home, Self::Mobile, Self::Billing, Self::Delivery, Self::Other];
}

/// An e-mail address, a phone number or a website, with what it is for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// What it is for.
    #[n(0)]
    pub used_for: Use,
    /// The address or number as people write it.
    #[n(1)]
    pub value: String,
}

/// A postal address. Every part may be empty, not all at once.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Encode, Decode, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Address {
    /// What it is for.
    #[n(0)]
    pub used_for: Use,
    /// Street, house number, further lines.
    #[n(1)]
    pub street: String,
    /// Town or city.
    #[n(2)]
    pub city: String,
    /// State, province, county.
    #[n(3)]
    pub region: String,
    /// Post code.
    #[n(4)]
    pub postcode: String,
    /// Country, as people write it.
    #[n(5)]
    pub country: String,
}

impl Address {
    /// Whether nothing is written in any part.
    pub fn is_empty(&self) -> bool {
        [&self.street, &self.city, &self.region, &self.postcode, &self.country].iter().all(|part| part.is_empty())
    }
}

/// A channel over which one talks with a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Encode, Decode, Serialize, Deserialize)]
#[cbor(index_only)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// Face to face.
    #[n(0)]
    InPerson,
    /// By phone.
    #[n(1)]
    Phone,
    /// By e-mail.
    #[n(2)]
    Email,
    /// By letter.
    #[n(3)]
    Letter,
    /// Over a website or shop.
    #[n(4)]
    Web,
    /// Over a messenger.
    #[n(5)]
    Chat,
    /// By text message.
    #[n(6)]
    Sms,
    /// By video call.
    #[n(7)]
    Video,
    /// Any other.
    #[n(8)]
    Other,
}

impl Channel {
    /// Every channel, in the order in which a form offers them.
    pub const ALL: [Self; 9] = [
        Self::InPerson,
        Self::Phone,
        Self::Email,
        Self::Letter,
        Self::Web,
        Self::Chat,
        Self::Sms,
        Self::Video,
        Self::Other,
    ];
}

/// Whether a text can be an e-mail address: one `@` with something before it and a domain behind it, no blanks.
/// The form of RFC 5321 is wider than any mail server takes; a typing error is what this has to find.
pub fn is_email(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    !local.is_empty()
        && !local.contains('@')
        && !text.chars().any(|c| c.is_whitespace() || c.is_control())
        && domain.split('.').all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
        && domain.contains('.')
        && text.len() <= 254
}

/// The address behind a website as it may be linked to: `https://` is put before a bare host. `None` for every other scheme
/// (`javascript:`, `data:`, `file:` …) and for texts that are no address: those are never linked.
pub fn web_address(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().any(|c| c.is_whitespace() || c.is_control() || "<>\"`{}|\\^".contains(c)) {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    let rest = match lower.find("://") {
        Some(at) if matches!(&lower[..at], "http" | "https") => &text[at + 3..],
        Some(_) => return None,
        None => text,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let (name, port) = host.split_once(':').unwrap_or((host, "1"));
    let sound = name.contains('.') && name.split('.').all(|label| !label.is_empty()) && !name.contains('@');
    if !sound || port.parse::<u16>().is_err() {
        return None;
    }
    Some(if rest.len() == text.len() { format!("https://{text}") } else { text.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_web_addresses_are_linked() {
        assert_eq!(web_address("example.com/a?b=1"), Some("https://example.com/a?b=1".into()));
        assert_eq!(web_address("HTTP://例子.tw"), Some("HTTP://例子.tw".into()));
        assert_eq!(web_address("example.com:8080"), Some("https://example.com:8080".into()));
        for bad in [
            "javascript:alert(1)",
            "JavaScript://example.com/%0aalert(1)",
            "data:text/html,x",
            "file:///etc",
            "x",
            "a b.c",
            "http://u@h.com",
            "java\nscript:x.y",
        ] {
            assert_eq!(web_address(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_mail_address_needs_a_name_and_a_domain() {
        for good in ["a@b.co", "o'neil+x@sub.example.com", "王@例子.tw"] {
            assert!(is_email(good), "{good}");
        }
        for bad in ["", "a", "a@b", "@b.co", "a@@b.co", "a b@c.de", "a@b..co", "a@-b.co"] {
            assert!(!is_email(bad), "{bad}");
        }
    }
}
