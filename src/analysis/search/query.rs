//! What is typed into a search: words that all have to be there, `"words in a row"`, and `-words` that must not be there.

use super::fold::fold;

/// More words than these say nothing more.
const MOST: usize = 32;

/// A word that is looked for, folded; with quotes it may have blanks in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Word {
    /// The letters.
    pub text: String,
    /// Whether it was put in quotes: it is then taken as it is written, neither as a sound nor as a slip.
    pub quoted: bool,
}

/// What is looked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Each of these has to be found.
    pub wanted: Vec<Word>,
    /// None of these may be found.
    pub unwanted: Vec<Word>,
}

impl Query {
    /// Reads what was typed. Whatever it is, it means something; a quote that is not closed ends with the text.
    pub fn parse(typed: &str) -> Self {
        let folded = fold(typed);
        let (mut query, mut rest) = (Self::default(), folded.trim_start());
        while !rest.is_empty() {
            let (minus, after) = match rest.strip_prefix('-') {
                Some(after) if !after.starts_with(' ') => (true, after),
                _ => (false, rest),
            };
            let (text, quoted, after) = match after.strip_prefix('"') {
                Some(after) => {
                    let (text, after) = after.split_once('"').unwrap_or((after, ""));
                    (text, true, after)
                }
                None => {
                    let (text, after) = after.split_once(' ').unwrap_or((after, ""));
                    (text, false, after)
                }
            };
            let word = Word { text: text.trim().to_owned(), quoted };
            // A minus alone may be the beginning of anything.
            let words = if minus { &mut query.unwanted } else { &mut query.wanted };
            let says_nothing = word.text.is_empty() || (word.text == "-" && !quoted);
            if !says_nothing && !words.contains(&word) && words.len() < MOST {
                words.push(word);
            }
            rest = after.trim_start();
        }
        query
    }

    /// Whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.wanted.is_empty() && self.unwanted.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(words: &[Word]) -> Vec<(&str, bool)> {
        words.iter().map(|word| (word.text.as_str(), word.quoted)).collect()
    }

    #[test]
    fn words_phrases_and_exclusions_are_told_apart() {
        let query = Query::parse("  Ada -Bob “Byte  Ltd” -\"New York\" x-y ada “open");
        assert_eq!(
            texts(&query.wanted),
            [("ada", false), ("byte  ltd", true), ("x-y", false), ("open", true)],
            "a word is asked for once"
        );
        assert_eq!(texts(&query.unwanted), [("bob", false), ("new york", true)]);
    }

    #[test]
    fn what_means_nothing_asks_nothing() {
        for typed in ["", "   ", "-", "\"", "\"\"", "- ", "-\"", "\u{301}", "\u{200d}", "\u{3000}"] {
            assert!(Query::parse(typed).is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn a_very_long_text_is_read() {
        assert_eq!(Query::parse(&"長".repeat(10_000)).wanted[0].text.chars().count(), 10_000);
        assert_eq!(Query::parse(&(0..10_000).map(|n| format!("{n} ")).collect::<String>()).wanted.len(), MOST);
    }
}
