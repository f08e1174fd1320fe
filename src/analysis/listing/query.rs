//! What a list is asked for: words, filters, order, groups. A saved view holds the same.

use super::{filter::Filter, syntax};
use crate::domain::{record::Kind, view::View};

/// One column that an order goes by.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Sort {
    /// The key of its field.
    pub key: String,
    /// Largest first. What has no value comes last either way.
    pub descending: bool,
}

impl Sort {
    /// Reads a sort as addresses and views have it: `-value`.
    pub fn parse(text: &str) -> Option<Self> {
        let key = text.strip_prefix('-').unwrap_or(text);
        syntax::is_key(key).then(|| Self { key: key.to_owned(), descending: key.len() < text.len() })
    }
}

impl std::fmt::Display for Sort {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}{}", if self.descending { "-" } else { "" }, self.key)
    }
}

/// What a list is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Query {
    /// Words, each of which has to be found.
    pub words: String,
    /// Filters, all of which have to let through.
    pub filters: Vec<Filter>,
    /// The order, the first column counts most; none is the usual one.
    pub sorts: Vec<Sort>,
    /// The key of the field by which rows stand together.
    pub group: Option<String>,
}

impl Query {
    /// Everything that passes these filters.
    pub fn filtered(filters: impl IntoIterator<Item = Filter>) -> Self {
        Self { filters: filters.into_iter().collect(), ..Self::default() }
    }

    /// In the order of a column: `-value` has the largest first.
    pub fn by(self, sort: &str) -> Self {
        Self { sorts: Sort::parse(sort).into_iter().collect(), ..self }
    }

    /// What a view asks for. A filter that this version cannot read is left out.
    pub fn of(view: &View) -> Self {
        Self {
            words: view.words.clone(),
            filters: view.filters.iter().filter_map(|filter| syntax::filter(filter)).collect(),
            sorts: view.sort.iter().filter_map(|sort| Sort::parse(sort)).collect(),
            group: Some(view.group.clone()).filter(|group| syntax::is_key(group)),
        }
    }

    /// Has a view ask for the same.
    pub fn put_into(&self, view: &mut View) {
        view.words.clone_from(&self.words);
        view.filters = self.filters.iter().map(Filter::to_string).collect();
        view.sort = self.sorts.iter().map(Sort::to_string).collect();
        view.group = self.group.clone().unwrap_or_default();
    }

    /// Whether it leaves anything out.
    pub fn leaves_out(&self) -> bool {
        !self.words.trim().is_empty() || !self.filters.is_empty()
    }

    /// The order, the usual one of a kind where none is asked for.
    pub fn sorts_of(&self, kind: Kind) -> Vec<Sort> {
        if self.sorts.is_empty() { usual(kind).into_iter().collect() } else { self.sorts.clone() }
    }
}

/// The order in which a list stands until one is asked for.
pub fn usual(kind: Kind) -> Option<Sort> {
    Sort::parse(match kind {
        Kind::Order => "-day",
        Kind::Task => "due",
        Kind::Promise => "by",
        _ => "name",
    })
}

/// By what a list stands together until it is said.
pub fn usual_group(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Task => Some("turn"),
        Kind::Promise => Some("standing"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_view_holds_all_that_was_asked() {
        let query = Query {
            words: "tea".into(),
            filters: vec![Filter::any("class", ["a"]), Filter::any("tag", ["big fish"])],
            sorts: vec![Sort { key: "value".into(), descending: true }, Sort { key: "name".into(), descending: false }],
            group: Some("segment".into()),
        };
        let mut view = View::new(Kind::Party, "Best");
        query.put_into(&mut view);
        assert_eq!(Query::of(&view), query);
    }
}
