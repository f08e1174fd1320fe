//! How well a command fits what was typed, in whatever language it was typed.

use crate::{analysis::fold::fold, i18n::Locale, ui::commands::Command};

/// All languages, the one that is shown first.
fn languages(shown: Locale) -> impl Iterator<Item = Locale> {
    let others = [Locale::en, Locale::zh_Hant, Locale::zh_Hans].into_iter().filter(move |locale| *locale != shown);
    std::iter::once(shown).chain(others)
}

/// How well every word of `text` fits a command: the larger the better, `None` if one does not. Only what the command is called at
/// any time counts: "Undo: Added Ada" is not what one wants who looks for Ada.
pub fn rank(command: Command, shown: Locale, text: &str) -> Option<u32> {
    let own: Vec<(String, u32)> = languages(shown)
        .flat_map(|locale| {
            let weight = if locale == shown { 3 } else { 2 };
            [(fold(&command.label(locale)), weight), (fold(command.words(locale)), 1)]
        })
        .collect();
    let mut sum = 0;
    for word in fold(text).split_whitespace() {
        sum += own.iter().filter_map(|(text, weight)| Some(place(text, word)? * weight)).max()?;
    }
    Some(sum)
}

/// Where a word is found: at the very beginning, at the beginning of a word, inside one.
fn place(text: &str, word: &str) -> Option<u32> {
    // In a script without case, such as Chinese, every character may begin a word.
    let goes_on = |before: char| before.is_lowercase() || before.is_numeric();
    let begins = |at: usize| text[..at].chars().next_back().is_none_or(|before| !goes_on(before));
    Some(match text.find(word)? {
        0 => 4,
        _ if text.match_indices(word).any(|(at, _)| begins(at)) => 3,
        _ => 1,
    })
}

/// Whether a command fits so well that it is meant before any record: what it is called begins with what was typed. A single letter
/// says too little.
pub fn is_meant(command: Command, shown: Locale, text: &str) -> bool {
    let text = fold(text.trim());
    text.chars().count() > 1 && fold(&command.label(shown)).starts_with(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::{commands::Place, preferences::Theme};

    fn found(locale: Locale, text: &str) -> Vec<Command> {
        let mut found: Vec<(u32, Command)> =
            Command::ALL.into_iter().filter_map(|command| Some((rank(command, locale, text)?, command))).collect();
        found.sort_by_key(|(rank, _)| std::cmp::Reverse(*rank));
        found.into_iter().map(|(_, command)| command).collect()
    }

    #[test]
    fn a_command_is_found_by_the_words_of_every_language() {
        for locale in [Locale::en, Locale::zh_Hant, Locale::zh_Hans] {
            assert_eq!(found(locale, "new cust")[0], Command::NewCustomer);
            assert_eq!(found(locale, "DARK")[0], Command::Theme(Theme::Dark));
            assert_eq!(found(locale, "備份")[0], Command::SaveBackup);
            assert_eq!(found(locale, "导入")[0], Command::Go(Place::Import));
        }
    }

    #[test]
    fn what_begins_with_the_word_comes_first() {
        assert_eq!(found(Locale::en, "redo")[0], Command::Redo);
        assert_eq!(found(Locale::en, "csv"), [Command::Go(Place::Import)]);
        assert_eq!(found(Locale::en, "no such thing"), []);
    }

    #[test]
    fn only_a_command_whose_name_is_typed_comes_before_records() {
        assert!(is_meant(Command::Redo, Locale::en, "Red"));
        assert!(!is_meant(Command::Redo, Locale::en, "r"));
        assert!(!is_meant(Command::NewCustomer, Locale::en, "cust"));
        assert!(is_meant(Command::NewCustomer, Locale::zh_Hant, "新增"));
    }
}
