//! What a list shows, as a part of an address: `?q=tea&f=class:a&f=last%3C30d&sort=-value&group=segment&view=…`.
//!
//! Addresses of earlier versions (`class=a.b`, `segment=…`, `cell=5.4`, `role=…`, `sort=value&dir=desc`) go on leading where they led.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::{
    analysis::listing::{
        filter::Filter,
        query::{Query, Sort},
        syntax,
    },
    domain::{id::Id, view::View},
};

use super::route::decode;

/// The view that a list was opened with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// As it was saved: the address asks for nothing else.
    AsSaved(Id<View>),
    /// And then changed.
    Changed(Id<View>),
    /// None, not even the one that the list opens with.
    None,
}

/// What a list shows, and the view that it came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListQuery {
    /// What is asked for; nothing while the view says it.
    pub asked: Query,
    /// The view; `None` for the one that the list opens with, if there is one.
    pub view: Option<Opened>,
}

impl From<Query> for ListQuery {
    fn from(asked: Query) -> Self {
        Self { asked, view: None }
    }
}

impl ListQuery {
    /// The records that have one value in a field: `("class", "a")`.
    pub fn having<'a>(values: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        Query::filtered(values.into_iter().map(|(key, value)| Filter::any(key, [value]))).into()
    }

    /// In the order of a column: `-value` has the largest first.
    pub fn by(self, sort: &str) -> Self {
        Self { asked: self.asked.by(sort), ..self }
    }

    /// A view as it was saved.
    pub fn of_view(id: Id<View>) -> Self {
        Self { asked: Query::default(), view: Some(Opened::AsSaved(id)) }
    }

    /// Everything, whatever the list opens with.
    pub fn everything() -> Self {
        Self { asked: Query::default(), view: Some(Opened::None) }
    }

    /// Reads what stands behind the `?` of an address; what makes no sense is left out.
    pub fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        let asked = &mut parsed.asked;
        let mut turned = false;
        for (key, text) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            let text = decode(text);
            match key {
                "q" => asked.words = text,
                "f" => asked.filters.extend(syntax::filter(&text)),
                "class" | "segment" | "role" => {
                    let values = text.split('.').filter(|value| !value.is_empty());
                    let filter = Filter::any(key, values);
                    asked.filters.extend((!filter.operands.is_empty()).then_some(filter));
                }
                "cell" => {
                    if let Some((recency, frequency)) = text.split_once('.') {
                        let scores = [("recency", recency), ("frequency", frequency)];
                        let scores = scores.into_iter().filter(|(_, score)| score.parse::<u8>().is_ok());
                        asked.filters.extend(scores.map(|(key, score)| Filter::any(key, [score])));
                    }
                }
                "sort" => asked.sorts = text.split(',').filter_map(Sort::parse).collect(),
                "dir" => turned = text == "desc",
                "group" => asked.group = Some(text).filter(|key| syntax::is_key(key)),
                "view" if text == "all" => parsed.view = Some(Opened::None),
                "view" => parsed.view = text.parse().ok().map(Opened::AsSaved),
                "from" => parsed.view = text.parse().ok().map(Opened::Changed),
                _ => {}
            }
        }
        if let Some(first) = asked.sorts.first_mut().filter(|_| turned) {
            first.descending = true;
        }
        parsed
    }
}

impl fmt::Display for ListQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let asked = &self.asked;
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let sorts = asked.sorts.iter().map(Sort::to_string).collect::<Vec<_>>().join(",");
        pairs.push(("q", asked.words.clone()));
        pairs.extend(asked.filters.iter().map(|filter| ("f", filter.to_string())));
        pairs.push(("sort", sorts));
        pairs.push(("group", asked.group.clone().unwrap_or_default()));
        pairs.extend(self.view.map(|view| match view {
            Opened::AsSaved(id) => ("view", id.to_string()),
            Opened::Changed(id) => ("from", id.to_string()),
            Opened::None => ("view", "all".to_owned()),
        }));
        pairs.retain(|(_, text)| !text.is_empty());
        for (index, (key, text)) in pairs.iter().enumerate() {
            write!(f, "{}{key}={}", if index == 0 { '?' } else { '&' }, utf8_percent_encode(text, ENCODED))?;
        }
        Ok(())
    }
}

/// All but letters, digits, and what a fragment may hold and people can read (RFC 3986, sections 2.3 and 3.5).
const ENCODED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':').remove(b',').remove(b'/');

#[cfg(test)]
pub(super) mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;
    use crate::analysis::listing::filter::{Operand, Relation};

    fn operand() -> impl Strategy<Value = Operand> {
        let end = || prop_oneof![".{1,6}", Just(String::new())];
        prop_oneof![
            ".{0,8}".prop_map(Operand::Value),
            (end(), end())
                .prop_filter("one end", |(from, to)| !from.is_empty() || !to.is_empty())
                .prop_map(|(from, to)| Operand::Range(from, to)),
            Just(Operand::Nothing),
        ]
    }

    fn filter() -> impl Strategy<Value = Filter> {
        let relation = prop::sample::select(Relation::SIGNS.map(|(relation, _)| relation).to_vec());
        ("[a-z]{1,8}", any::<bool>(), relation, prop::collection::vec(operand(), 1..3))
            // These two are other ways to write a filter, and no field has such a key.
            .prop_filter("no sugar", |(key, ..)| key != "no" && key != "has")
            .prop_map(|(key, negated, relation, operands)| Filter { key, negated, relation, operands })
    }

    pub fn query() -> impl Strategy<Value = ListQuery> {
        let sort = ("[a-z]{1,8}", any::<bool>()).prop_map(|(key, descending)| Sort { key, descending });
        let id = any::<u128>().prop_map(|number| Id::<View>::new(Uuid::from_u128(number)));
        let view = prop_oneof![
            Just(None),
            Just(Some(Opened::None)),
            id.clone().prop_map(|id| Some(Opened::AsSaved(id))),
            id.prop_map(|id| Some(Opened::Changed(id))),
        ];
        let lists = (prop::collection::vec(filter(), 0..3), prop::collection::vec(sort, 0..3));
        (".*", lists, prop::option::of("[a-z]{1,8}"), view).prop_map(|(words, (filters, sorts), group, view)| {
            ListQuery { asked: Query { words, filters, sorts, group }, view }
        })
    }

    #[test]
    fn addresses_of_earlier_versions_lead_where_they_led() {
        let old = ListQuery::parse("q=tea&class=a.b&segment=at-risk&role=lead&cell=5.4&sort=value&dir=desc");
        let filters: Vec<String> = old.asked.filters.iter().map(Filter::to_string).collect();
        assert_eq!(filters, ["class:a,b", "segment:at-risk", "role:lead", "recency:5", "frequency:4"]);
        assert_eq!((old.asked.words.as_str(), old.asked.sorts[0].to_string().as_str()), ("tea", "-value"));
    }

    #[test]
    fn an_address_can_be_read() {
        let query = Query::filtered([Filter::any("class", ["a", "b"])]).by("-value");
        assert_eq!(ListQuery::from(query).to_string(), "?f=class:a,b&sort=-value");
    }
}
