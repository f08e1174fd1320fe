//! Where in a text the words of a search stand, to be marked where it is shown.

use std::ops::Range;

use memchr::memmem::Finder;

use super::{fold::fold_with_origins, near::Near, query::Query, sound::Heard};

/// The parts of a text, as ranges of its bytes, in which the words that are wanted stand as they are written, else as they sound,
/// else but for a slip. In order, none touching another.
pub fn marks(text: &str, query: &Query) -> Vec<Range<usize>> {
    let (folded, origins) = fold_with_origins(text);
    let mut marks: Vec<Range<usize>> = Vec::new();
    for word in &query.wanted {
        let length = word.text.len();
        let mut found: Vec<(usize, usize)> =
            Finder::new(word.text.as_bytes()).find_iter(folded.as_bytes()).map(|at| (at, at + length)).collect();
        if found.is_empty() && !word.quoted {
            found = Heard::new(&word.text).map_or_else(Vec::new, |mut heard| heard.ranges(&folded));
        }
        if found.is_empty() && !word.quoted {
            found = Near::new(&word.text).map_or_else(Vec::new, |near| near.words(&folded).collect());
        }
        // A character of which a part was found is found.
        marks.extend(found.into_iter().filter(|(from, to)| from < to).map(|(from, to)| {
            let last = origins[to - 1];
            let end = origins[to..].iter().find(|origin| **origin > last);
            origins[from]..end.copied().unwrap_or(text.len())
        }));
    }
    marks.sort_unstable_by_key(|mark| (mark.start, mark.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for mark in marks {
        match apart.last_mut() {
            Some(last) if mark.start <= last.end => last.end = last.end.max(mark.end),
            _ => apart.push(mark),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn marked(text: &str, typed: &str) -> Vec<String> {
        marks(text, &Query::parse(typed)).into_iter().map(|range| text[range].to_owned()).collect()
    }

    #[test]
    fn hits_are_marked_in_the_text_as_it_was_written() {
        assert_eq!(marked("Straße 5", "strasse"), ["Straße"]);
        assert_eq!(marked("Straße", "s"), ["S", "ß"]);
        assert_eq!(marked("Cafe\u{301} ＣＡＦＥ", "café"), ["Cafe\u{301}", "ＣＡＦＥ"]);
        assert_eq!(marked("㈱東京", "株"), ["㈱"]);
        assert_eq!(marked("臺灣大學", "台湾"), ["臺灣"]);
        assert_eq!(marked("王小明 Wang", "wxm"), ["王小明"]);
        assert_eq!(marked("Ada Lovelace", "lovlace -ada"), ["Lovelace"]);
        assert_eq!(marked("Ada Lovelace", "ada love vela"), ["Ada", "Lovela"]);
        assert!(marked("", "x").is_empty() && marked("x", "").is_empty());
    }

    proptest! {
        #[test]
        fn marks_are_parts_of_the_text_in_order(text in any::<String>(), typed in any::<String>()) {
            let marks = marks(&text, &Query::parse(&typed));
            prop_assert!(marks.iter().all(|mark| mark.start < mark.end && text.get(mark.clone()).is_some()));
            prop_assert!(marks.is_sorted_by(|a, b| a.end < b.start));
        }
    }
}
