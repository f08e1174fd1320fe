//! Whether a row means a person or an organisation, and how names are put together.

use crate::domain::party::PartyKind;

use super::{
    super::{keys::folded_name, options::Kinds},
    Incoming,
};

impl Incoming {
    /// What kind of party it is, and where it works or what it is a part of.
    pub fn shape(&self, kinds: Kinds) -> (PartyKind, Option<&str>) {
        let elsewhere = (!self.name.is_empty()
            && !self.organisation.is_empty()
            && folded_name(&self.name) != folded_name(&self.organisation))
        .then_some(self.organisation.as_str());
        let is_person = !self.given.is_empty() || !self.family.is_empty();
        let kind = match kinds {
            Kinds::People => PartyKind::Person,
            Kinds::Organisations => PartyKind::Organisation,
            Kinds::Guess if is_person => PartyKind::Person,
            Kinds::Guess if is_firm(self.called().unwrap_or_default()) => PartyKind::Organisation,
            Kinds::Guess if elsewhere.is_none() && !self.organisation.is_empty() => PartyKind::Organisation,
            Kinds::Guess => PartyKind::Person,
        };
        (kind, elsewhere)
    }
}

/// Given and family name as they are spoken: in Chinese, Japanese and Korean writing the family first and without a blank.
pub(super) fn full_name(given: &str, family: &str) -> String {
    let east = |c: char| matches!(c, '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    match (given, family) {
        (name, "") | ("", name) => name.to_owned(),
        _ if family.chars().chain(given.chars()).all(east) => format!("{family}{given}"),
        _ => format!("{given} {family}"),
    }
}

/// Whether a name ends as firms' names do.
fn is_firm(name: &str) -> bool {
    const FORMS: [&str; 26] = [
        "gmbh",
        "ag",
        "kg",
        "ohg",
        "ug",
        "e.v.",
        "ltd",
        "ltd.",
        "limited",
        "inc",
        "inc.",
        "llc",
        "llp",
        "plc",
        "corp",
        "corp.",
        "corporation",
        "co.",
        "company",
        "s.a.",
        "sarl",
        "s.l.",
        "b.v.",
        "s.p.a.",
        "oy",
        "ab",
    ];
    const ENDS: [&str; 8] = ["公司", "有限合伙", "事務所", "事务所", "企業", "企业", "商行", "集團"];
    let name = folded_name(name);
    let last = name.rsplit_once(' ').map(|(_, last)| last);
    last.is_some_and(|last| FORMS.contains(&last)) || ENDS.iter().any(|end| name.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chinese_name_has_the_family_first() {
        assert_eq!(full_name("小明", "王"), "王小明");
        assert_eq!(full_name("Ann", "Lee"), "Ann Lee");
        assert_eq!(full_name("", "Lee"), "Lee");
    }

    #[test]
    fn firms_are_told_by_the_end_of_their_names() {
        for firm in ["Müller & Söhne GmbH", "ACME Inc.", "深圳市宏發科技有限公司"] {
            assert!(is_firm(firm), "{firm}");
        }
        for person in ["Inc", "Ann Lee", "王小明"] {
            assert!(!is_firm(person), "{person}");
        }
    }
}
