//! A face for a name: initials on one of eight quiet hues, made here, asked of nobody.

use leptos::prelude::*;

const HUE_CLASSES: [&str; 8] = [
    "avatar avatar-0",
    "avatar avatar-1",
    "avatar avatar-2",
    "avatar avatar-3",
    "avatar avatar-4",
    "avatar avatar-5",
    "avatar avatar-6",
    "avatar avatar-7",
];

/// Whether the letter is a whole word or syllable: then one is enough.
const fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The initials of a name: the first letters of the first and last word, or the first character of a Chinese, Japanese or Korean name.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphanumeric()));
    let Some(first) = words.next() else { return String::new() };
    let last = if is_wide(first) { None } else { words.next_back().filter(|letter| !is_wide(*letter)) };
    first.to_uppercase().chain(last.into_iter().flat_map(char::to_uppercase)).collect()
}

/// Which hue a name has: the same one every time (FNV-1a, its bits mixed once more so that similar names differ).
fn hue_class(name: &str) -> &'static str {
    let hash = name.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    let mixed = (hash ^ (hash >> 15)).wrapping_mul(0x2c1b_3c6d);
    HUE_CLASSES[(mixed >> 24) as usize % HUE_CLASSES.len()]
}

/// All classes as one text: where the hue changes, those set one by one would be lost.
fn avatar_class(name: &str, large: bool, square: bool) -> String {
    let size = if large { " avatar-large" } else { "" };
    let shape = if square { " avatar-square" } else { "" };
    [hue_class(name), size, shape].concat()
}

/// Initials on a hue. It repeats the name that stands beside it and so is hidden from screen readers.
#[component]
pub fn Avatar(
    /// Whose.
    #[prop(into)]
    name: Signal<String>,
    /// Twice the size, for the head of a page.
    #[prop(optional)]
    large: bool,
    /// A rounded square, for what is not a person.
    #[prop(optional, into)]
    square: Signal<bool>,
) -> impl IntoView {
    view! {
        <span
            class=move || name.with(|name| avatar_class(name, large, square.get()))
            aria-hidden="true"
        >
            {move || name.with(|name| initials(name))}
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::{hue_class, initials};

    #[test]
    fn initials_follow_the_script_of_the_name() {
        assert_eq!(initials("Ada Lovelace"), "AL");
        assert_eq!(initials("  jean-luc  van der berg "), "JB");
        assert_eq!(initials("王小明"), "王");
        assert_eq!(initials("(株) 山田"), "株");
        assert_eq!(initials("Straße"), "S");
        assert_eq!(initials("ßeta"), "SS");
        assert_eq!(initials(" — "), "");
    }

    #[test]
    fn a_name_keeps_its_hue() {
        assert_eq!(hue_class("王小明"), hue_class("王小明"));
        let hues: std::collections::HashSet<_> = (0..64).map(|n| hue_class(&format!("name {n}"))).collect();
        assert_eq!(hues.len(), 8);
    }
}
