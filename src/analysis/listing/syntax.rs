//! Filters as people type them and addresses and saved views keep them: `tag:vip class:a,b last<30d value>1000 -role:lead`.
//!
//! - `key:a,b` is one of them (a text contains one of them), `key=a` to the letter, `key<1`, `<=`, `>`, `>=`;
//! - `a..b` is a range, with an open end `a..`; `none` is no value; `no:key` and `has:key` are other ways to say so;
//! - `-` before it turns it round; `"…"` holds what has blanks, commas or other signs, with `\"` and `\\` inside.
//!
//! Whatever is no filter is a word to be found: `word`, `"a phrase"`, `-word`.

use std::fmt;

use super::filter::{Filter, Operand, Relation};

/// The word for no value.
const NOTHING: &str = "none";

/// A part of what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Term {
    /// Words for the search, as they were typed.
    Word(String),
    /// A filter.
    Filter(Filter),
}

/// Whether a value can stand without quotes.
fn is_bare(text: &str) -> bool {
    !text.is_empty()
        && text != NOTHING
        && !text.contains("..")
        && !text.starts_with('.')
        && !text.ends_with('.')
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"\\,:=<>，：“”".contains(c))
}

fn write_value(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    if is_bare(text) {
        return f.write_str(text);
    }
    write!(f, "\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

impl fmt::Display for Operand {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(text) => write_value(f, text),
            Self::Range(from, to) => {
                for (index, end) in [from, to].into_iter().enumerate() {
                    if index == 1 {
                        f.write_str("..")?;
                    }
                    if !end.is_empty() {
                        write_value(f, end)?;
                    }
                }
                Ok(())
            }
            Self::Nothing => f.write_str(NOTHING),
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}{}", if self.negated { "-" } else { "" }, self.key, self.relation.sign())?;
        for (index, operand) in self.operands.iter().enumerate() {
            if index > 0 {
                f.write_str(",")?;
            }
            write!(f, "{operand}")?;
        }
        Ok(())
    }
}

/// Whether a text can be the key of a field, whether or not there is one.
pub fn is_key(text: &str) -> bool {
    !text.is_empty()
        && !text.starts_with('-')
        && !text.contains(|c: char| c.is_whitespace() || c.is_control() || "\"\\,:=<>.，：“”".contains(c))
}

/// Reads one filter, as an address or a saved view has it. `None` when it is none.
pub fn filter(text: &str) -> Option<Filter> {
    let (filter, rest) = parse(text, |key| is_key(key).then(|| key.to_owned()))?;
    rest.trim().is_empty().then_some(filter)
}

/// Takes what is typed apart. `key` says which field a name means: one that it does not know is a word like any other.
pub fn terms(text: &str, key: impl Fn(&str) -> Option<String>) -> Vec<Term> {
    let mut terms = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let (term, after) = match parse(rest, &key) {
            Some((filter, after)) => (Term::Filter(filter), after),
            None => {
                let end = word_end(rest);
                (Term::Word(rest[..end].to_owned()), &rest[end..])
            }
        };
        terms.push(term);
        rest = after.trim_start();
    }
    terms
}

/// Whether a word is the beginning of a filter that is not typed to its end: `class:`, `tag:"big`.
pub fn is_begun(word: &str, key: impl Fn(&str) -> Option<String>) -> bool {
    let body = word.strip_prefix('-').unwrap_or(word);
    let sign = body.find(|c: char| ":=<>：".contains(c));
    sign.is_some_and(|at| matches!(&body[..at], "no" | "has") || key(&body[..at]).is_some())
}

/// Where a word ends: at a blank that is not within quotes.
fn word_end(text: &str) -> usize {
    let mut quoted = false;
    for (at, c) in text.char_indices() {
        match c {
            '"' | '“' | '”' => quoted = !quoted,
            _ if c.is_whitespace() && !quoted => return at,
            _ => {}
        }
    }
    text.len()
}

/// Reads a filter at the beginning of a text, and gives what comes after.
fn parse(text: &str, field: impl Fn(&str) -> Option<String>) -> Option<(Filter, &str)> {
    let (negated, body) = match text.strip_prefix('-') {
        Some(body) => (true, body),
        None => (false, text),
    };
    let at = body.find(|c: char| ":=<>：".contains(c) || c.is_whitespace())?;
    let name = &body[..at];
    let (relation, after) = relation(&body[at..])?;
    // `no:tag` and `has:tag` name the field behind the sign.
    if let ("no" | "has", Relation::Any) = (name, relation) {
        let end = after.find(char::is_whitespace).unwrap_or(after.len());
        let filter = Filter {
            key: field(&after[..end])?,
            negated: negated != (name == "has"),
            relation,
            operands: vec![Operand::Nothing],
        };
        return Some((filter, &after[end..]));
    }
    let key = field(name)?;
    let mut operands = Vec::new();
    let mut rest = after;
    loop {
        let (next, after) = operand(rest)?;
        operands.push(next);
        rest = after;
        match rest.strip_prefix([',', '，']) {
            Some(more) => rest = more,
            None if rest.is_empty() || rest.starts_with(char::is_whitespace) => break,
            None => return None,
        }
    }
    Some((Filter { key, negated, relation, operands }, rest))
}

fn relation(text: &str) -> Option<(Relation, &str)> {
    if let Some(rest) = text.strip_prefix('：') {
        return Some((Relation::Any, rest));
    }
    Relation::SIGNS.into_iter().find_map(|(relation, sign)| Some((relation, text.strip_prefix(sign)?)))
}

/// One operand, and what comes after.
fn operand(text: &str) -> Option<(Operand, &str)> {
    let (from, after) = value(text)?;
    if let Some(rest) = after.strip_prefix("..") {
        let (to, rest) = value(rest)?;
        return (from.is_some() || to.is_some())
            .then(|| (Operand::Range(from.unwrap_or_default().0, to.unwrap_or_default().0), rest));
    }
    let Value(text, quoted) = from?;
    Some((if text == NOTHING && !quoted { Operand::Nothing } else { Operand::Value(text) }, after))
}

/// A value, and whether it stood in quotes.
#[derive(Default)]
struct Value(String, bool);

/// A value if there is one, and what comes after; `None` when quotes are not closed.
fn value(text: &str) -> Option<(Option<Value>, &str)> {
    if let Some(rest) = text.strip_prefix(['"', '“', '”']) {
        let plain = text.starts_with('"');
        let mut value = String::new();
        let mut chars = rest.char_indices();
        while let Some((at, c)) = chars.next() {
            match c {
                '"' => return Some((Some(Value(value, true)), &rest[at + 1..])),
                '“' | '”' if !plain => return Some((Some(Value(value, true)), &rest[at + c.len_utf8()..])),
                '\\' => value.push(chars.next()?.1),
                _ => value.push(c),
            }
        }
        return None;
    }
    let mut end =
        text.find(|c: char| c.is_whitespace() || c.is_control() || "\"\\,:=<>，：“”".contains(c)).unwrap_or(text.len());
    end = text[..end].find("..").unwrap_or(end);
    Some(((end > 0).then(|| Value(text[..end].to_owned(), false)), &text[end..]))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn known(key: &str) -> Option<String> {
        ["tag", "class", "last", "value", "role", "about"].contains(&key).then(|| key.to_owned())
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof![
            2 => ".{1,10}",
            1 => prop::sample::select(vec!["none", "a..b", "..", ".", "-1", "\"", "\\", "\\\"", "a,b", "30d", "", "大 魚", "“a”", "a："])
                .prop_map(str::to_owned)
        ]
    }

    fn operand() -> impl Strategy<Value = Operand> {
        prop_oneof![
            3 => text().prop_map(Operand::Value),
            1 => (text(), text()).prop_filter("one end", |(from, to)| !from.is_empty() || !to.is_empty())
                .prop_map(|(from, to)| Operand::Range(from, to)),
            1 => Just(Operand::Nothing),
        ]
    }

    fn any_filter() -> impl Strategy<Value = Filter> {
        let relation = prop::sample::select(Relation::SIGNS.map(|(relation, _)| relation).to_vec());
        let key = prop::sample::select(vec!["tag", "class", "last", "value"]);
        (key, any::<bool>(), relation, prop::collection::vec(operand(), 1..4))
            .prop_map(|(key, negated, relation, operands)| Filter { key: key.to_owned(), negated, relation, operands })
    }

    proptest! {
        #[test]
        fn a_filter_that_is_written_reads_as_the_same(first in any_filter(), second in any_filter()) {
            prop_assert_eq!(filter(&first.to_string()), Some(first.clone()));
            let both = format!("word {first} {second} -\"a phrase\"");
            let expected = vec![
                Term::Word("word".into()),
                Term::Filter(first),
                Term::Filter(second),
                Term::Word("-\"a phrase\"".into()),
            ];
            prop_assert_eq!(terms(&both, known), expected);
        }

        #[test]
        fn whatever_is_typed_is_taken_apart_and_no_word_is_lost(text in ".*") {
            let words = terms(&text, |_| None);
            let typed: String = text.split_whitespace().collect();
            let kept: String = words.iter().map(|term| match term {
                Term::Word(word) => word.split_whitespace().collect::<String>(),
                Term::Filter(filter) => filter.to_string(),
            }).collect();
            prop_assert_eq!(typed, kept);
            let _ = terms(&text, |key| is_key(key).then(|| key.to_owned()));
        }
    }

    fn one(text: &str) -> Filter {
        match terms(text, known).as_slice() {
            [Term::Filter(filter)] => filter.clone(),
            other => panic!("{text}: {other:?}"),
        }
    }

    #[test]
    fn what_people_type_means_what_they_mean() {
        assert_eq!(one("tag:vip"), Filter::any("tag", ["vip"]));
        assert_eq!(one("class:a,b"), Filter::any("class", ["a", "b"]));
        assert_eq!(one("tag:\"big fish\""), Filter::any("tag", ["big fish"]));
        assert_eq!(one("tag：“大 魚”，vip"), Filter::any("tag", ["大 魚", "vip"]));
        assert_eq!(one("no:tag").to_string(), "tag:none");
        assert_eq!(one("has:tag").to_string(), "-tag:none");
        assert_eq!(one("value:10..20.5").operands, [Operand::Range("10".into(), "20.5".into())]);
        assert_eq!(one("value:10..").operands, [Operand::Range("10".into(), String::new())]);
        assert_eq!(one("last<30d").relation, Relation::Less);
        assert_eq!(one("value>=1000").relation, Relation::AtLeast);
        assert!(one("-class:c").negated);
    }

    #[test]
    fn a_filter_that_is_being_typed_is_known_by_its_field() {
        assert!(["class:", "tag:\"big", "-tag:", "value>", "no:"].into_iter().all(|word| is_begun(word, known)));
        assert!(["tag", "-tag", "10:30", "https://example.com"].into_iter().all(|word| !is_begun(word, known)));
    }

    #[test]
    fn what_names_no_field_is_a_word() {
        for text in
            ["https://example.com", "10:30", "a:b", "tag:", "tag:\"open", "x<3", "-word", "\"tag:vip now\"", "tag"]
        {
            assert_eq!(terms(text, known), [Term::Word(text.to_owned())], "{text}");
        }
    }
}
