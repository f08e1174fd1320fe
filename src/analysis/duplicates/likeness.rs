//! How alike two are, and why.

use strsim::osa_distance;

use super::Traits;

/// Why two are taken for one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Reason {
    /// The same reference.
    Reference,
    /// The same e-mail address.
    Email,
    /// The same phone number, written in whatever way.
    Phone,
    /// The same words in the name, in any order.
    SameName,
    /// Names that differ by a slip or two.
    SimilarName,
}

impl Reason {
    /// How sure it makes one, alone, in percent. People share a name and a switchboard, hardly ever an address.
    const fn weight(self) -> u32 {
        match self {
            Self::Reference => 95,
            Self::Email => 90,
            Self::Phone => 70,
            Self::SameName => 60,
            Self::SimilarName => 40,
        }
    }
}

/// Every reason, and how sure they make one together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    /// The strongest first. Never empty.
    pub reasons: Vec<Reason>,
    /// Percent, as if the reasons were independent of each other.
    pub score: u32,
}

/// Digits that two phone numbers have to share at their ends to be one.
pub(super) const LOCAL: usize = 7;

/// Compares two; `None` where nothing speaks for their being one.
pub fn compare(a: &Traits, b: &Traits) -> Option<Likeness> {
    let mut reasons = Vec::new();
    if !a.reference.is_empty() && a.reference == b.reference {
        reasons.push(Reason::Reference);
    }
    if a.emails.iter().any(|email| b.emails.contains(email)) {
        reasons.push(Reason::Email);
    }
    if a.phones.iter().any(|one| b.phones.iter().any(|other| is_same_phone(one, other))) {
        reasons.push(Reason::Phone);
    }
    reasons.extend(names(&a.words, &b.words));
    let doubt = reasons.iter().fold(100, |doubt, reason| doubt * (100 - reason.weight()) / 100);
    (!reasons.is_empty()).then_some(Likeness { reasons, score: 100 - doubt })
}

/// With and without the number of the country.
fn is_same_phone(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short == long || (short.len() >= LOCAL && long.ends_with(short))
}

fn names(a: &[String], b: &[String]) -> Option<Reason> {
    if a.is_empty() || b.is_empty() {
        return None;
    }
    if a == b {
        return Some(Reason::SameName);
    }
    let (a, b) = (a.join(" "), b.join(" "));
    // A sign of Chinese is a word: another one is another name.
    if !a.is_ascii() && !b.is_ascii() && [&a, &b].iter().any(|name| name.chars().any(is_sign)) {
        return None;
    }
    let letters = a.chars().count().min(b.chars().count());
    let slips = match letters {
        0..=4 => return None,
        5..=8 => 1,
        _ => 2,
    };
    // Longer by more than the slips: no need to look at the letters.
    let is_near = a.chars().count().abs_diff(b.chars().count()) <= slips && osa_distance(&a, &b) <= slips;
    is_near.then_some(Reason::SimilarName)
}

/// Whether a letter is a word of its own.
pub(super) const fn is_sign(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
