//! A name made of its parts, in the order that its script has.

/// Given and family name as one: the family name first and unseparated in Chinese, Japanese and Korean.
pub fn full_name(given: &str, family: &str) -> String {
    let (given, family) = (given.trim(), family.trim());
    let is_wide = |text: &str| {
        text.chars().next().is_some_and(|first| matches!(first, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'))
    };
    if is_wide(family) && (given.is_empty() || is_wide(given)) {
        return format!("{family}{given}");
    }
    format!("{given} {family}").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::full_name;

    #[test]
    fn a_name_has_the_order_of_its_script() {
        assert_eq!(full_name("小明", "王"), "王小明");
        assert_eq!(full_name(" Ada ", "Lovelace"), "Ada Lovelace");
        assert_eq!(full_name("Ada", ""), "Ada");
        assert_eq!(full_name("", " "), "");
    }
}
