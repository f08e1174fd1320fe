//! What is compared of somebody, in a form in which the same is the same.

use crate::analysis::fold::fold;

/// Words for the form of a firm: the same firm is written with and without.
const FORMS: [&str; 26] = [
    "ab",
    "ag",
    "as",
    "bv",
    "co",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "kg",
    "kk",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "oy",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sas",
    "spa",
    "srl",
];
/// The same at the end of a Chinese name, the longer first.
const CHINESE_FORMS: [&str; 4] = ["股份有限公司", "有限責任公司", "有限责任公司", "有限公司"];

/// The traits of one.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traits {
    /// The words of the name, folded, in the order of the alphabet, without forms of firms and without initials.
    pub(super) words: Vec<String>,
    /// Folded.
    pub(super) emails: Vec<String>,
    /// Digits without what is dialled before them.
    pub(super) phones: Vec<String>,
    /// Folded; empty for none.
    pub(super) reference: String,
}

impl Traits {
    /// The traits of somebody of that name.
    pub fn new<'a>(
        name: &str,
        emails: impl IntoIterator<Item = &'a str>,
        phones: impl IntoIterator<Item = &'a str>,
        reference: &str,
    ) -> Self {
        Self {
            words: words(name),
            emails: emails.into_iter().map(|email| fold(email.trim())).filter(|email| email.contains('@')).collect(),
            phones: phones.into_iter().filter_map(phone).collect(),
            reference: fold(reference.trim()),
        }
    }

    /// Whether there is nothing to compare.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty() && self.emails.is_empty() && self.phones.is_empty() && self.reference.is_empty()
    }
}

/// The words that a name is told by.
fn words(name: &str) -> Vec<String> {
    let folded = fold(name);
    let all: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    // Left out only where a name of its own remains: a firm may be called "Co".
    let telling: Vec<&str> =
        all.iter().copied().filter(|word| word.chars().count() > 1 && !FORMS.contains(word)).collect();
    let kept = if telling.is_empty() { all } else { telling };
    let bare = |word: &str| {
        let cut = CHINESE_FORMS.iter().find_map(|form| word.strip_suffix(form)).filter(|rest| !rest.is_empty());
        cut.unwrap_or(word).to_owned()
    };
    let mut words: Vec<String> = kept.into_iter().map(bare).collect();
    words.sort_unstable();
    words
}

/// The digits that tell a phone: not those dialled to get out of a country or into another town.
fn phone(text: &str) -> Option<String> {
    let digits: String = fold(text).replace("(0)", "").chars().filter(char::is_ascii_digit).collect();
    let digits = digits.trim_start_matches('0');
    (digits.len() >= 5).then(|| digits.to_owned())
}
