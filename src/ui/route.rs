//! Addresses: a typed route, parsed from and shown as `#/…`, so that the app works under any path of any host, and from a file.
//! Filters, order and tab live in the address.

use std::{fmt, str::FromStr};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::domain::{
    class::{Class, Segment},
    id::Id,
    party::{Party, Role},
};

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The list of customers and everybody else.
    Customers(ListQuery),
    /// The form for a new party.
    NewCustomer,
    /// One party.
    Customer(Id<Party>, Tab),
    /// ABC classes.
    Abc,
    /// Recency, frequency, money.
    Rfm,
    /// Import, backup, restore, storage.
    Data(DataTab),
    /// Preferences.
    Preferences,
    /// An address that leads nowhere.
    NotFound,
}

/// What the customer's page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// Facts, classes, orders and notes.
    #[default]
    Overview,
    /// The form in which everything can be changed.
    Edit,
    /// All orders.
    Orders,
    /// What was changed, field by field.
    History,
}

/// What the data page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum DataTab {
    /// Everything at a glance.
    #[default]
    Overview,
    /// Bringing a file in.
    Import,
}

/// By what a list is ordered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// By name.
    #[default]
    Name,
    /// By ABC class and value.
    Class,
    /// By value: revenue or margin.
    Value,
    /// By the number of orders.
    Orders,
    /// By the day of the last order.
    LastOrder,
    /// By how late the customer is against the own rhythm.
    Rhythm,
}

/// What a list shows, and in what order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ListQuery {
    /// Words, each of which has to be found.
    pub text: String,
    /// One of these classes; none means any.
    pub classes: Vec<Class>,
    /// One of these segments; none means any.
    pub segments: Vec<Segment>,
    /// One cell of the grid: scores of recency and frequency.
    pub cell: Option<(u8, u8)>,
    /// One of these roles; none means any.
    pub roles: Vec<Role>,
    /// By what it is ordered.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub descending: bool,
}

const SORTS: [(Sort, &str); 6] = [
    (Sort::Name, "name"),
    (Sort::Class, "class"),
    (Sort::Value, "value"),
    (Sort::Orders, "orders"),
    (Sort::LastOrder, "last"),
    (Sort::Rhythm, "rhythm"),
];
const TABS: [(Tab, &str); 4] =
    [(Tab::Overview, ""), (Tab::Edit, "edit"), (Tab::Orders, "orders"), (Tab::History, "history")];
const CLASSES: [(Class, &str); 3] = [(Class::A, "a"), (Class::B, "b"), (Class::C, "c")];
const SEGMENTS: [(Segment, &str); 10] = [
    (Segment::Champion, "champions"),
    (Segment::Loyal, "loyal"),
    (Segment::PotentialLoyalist, "potential"),
    (Segment::New, "new"),
    (Segment::Promising, "promising"),
    (Segment::NeedAttention, "attention"),
    (Segment::AboutToSleep, "sleepy"),
    (Segment::AtRisk, "at-risk"),
    (Segment::CannotLose, "cannot-lose"),
    (Segment::Hibernating, "hibernating"),
];
const ROLES: [(Role, &str); 6] = [
    (Role::Customer, "customer"),
    (Role::Lead, "lead"),
    (Role::Supplier, "supplier"),
    (Role::Partner, "partner"),
    (Role::Colleague, "colleague"),
    (Role::Other, "other"),
];

fn word<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> &'static str {
    words.iter().find(|(known, _)| known == value).map_or("", |(_, word)| word)
}

fn value<T: Copy>(words: &[(T, &str)], text: &str) -> Option<T> {
    words.iter().find(|(_, word)| *word == text).map(|(value, _)| *value)
}

fn values<T: Copy>(words: &[(T, &str)], text: &str) -> Vec<T> {
    text.split('.').filter_map(|part| value(words, part)).collect()
}

fn listed<T: PartialEq>(words: &[(T, &'static str)], values: &[T]) -> String {
    values.iter().map(|value| word(words, value)).collect::<Vec<_>>().join(".")
}

impl fmt::Display for ListQuery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut pairs: Vec<(&str, String)> = Vec::new();
        let mut add = |key: &'static str, text: String| {
            if !text.is_empty() {
                pairs.push((key, text));
            }
        };
        add("q", encode(&self.text));
        add("class", listed(&CLASSES, &self.classes));
        add("segment", listed(&SEGMENTS, &self.segments));
        add("cell", self.cell.map_or_else(String::new, |(recency, frequency)| format!("{recency}.{frequency}")));
        add("role", listed(&ROLES, &self.roles));
        if self.sort != Sort::default() {
            add("sort", word(&SORTS, &self.sort).to_owned());
        }
        if self.descending {
            add("dir", "desc".to_owned());
        }
        for (index, (key, text)) in pairs.iter().enumerate() {
            write!(f, "{}{key}={text}", if index == 0 { '?' } else { '&' })?;
        }
        Ok(())
    }
}

impl ListQuery {
    /// Whether it leaves anybody out for anything but words.
    pub fn has_filter(&self) -> bool {
        let lists = self.classes.is_empty() && self.segments.is_empty() && self.roles.is_empty();
        !lists || self.cell.is_some()
    }

    fn parse(query: &str) -> Self {
        let mut parsed = Self::default();
        for (key, text) in query.split('&').filter_map(|pair| pair.split_once('=')) {
            match key {
                "q" => parsed.text = decode(text),
                "class" => parsed.classes = values(&CLASSES, text),
                "segment" => parsed.segments = values(&SEGMENTS, text),
                "cell" => {
                    let scores = text.split_once('.');
                    parsed.cell = scores.and_then(|(r, f)| Some((r.parse().ok()?, f.parse().ok()?)));
                }
                "role" => parsed.roles = values(&ROLES, text),
                "sort" => parsed.sort = value(&SORTS, text).unwrap_or_default(),
                "dir" => parsed.descending = text == "desc",
                _ => {}
            }
        }
        parsed
    }
}

/// All but letters, digits and what RFC 3986 (section 2.3) leaves as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// What is no encoding stays as it is.
fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customers(query) => write!(f, "#/customers{query}"),
            Self::NewCustomer => f.write_str("#/customers/new"),
            Self::Customer(id, Tab::Overview) => write!(f, "#/customers/{id}"),
            Self::Customer(id, tab) => write!(f, "#/customers/{id}/{}", word(&TABS, tab)),
            Self::Abc => f.write_str("#/abc"),
            Self::Rfm => f.write_str("#/rfm"),
            Self::Data(DataTab::Overview) => f.write_str("#/data"),
            Self::Data(DataTab::Import) => f.write_str("#/data/import"),
            Self::Preferences => f.write_str("#/preferences"),
            Self::NotFound => f.write_str("#/not-found"),
        }
    }
}

impl FromStr for Route {
    type Err = std::convert::Infallible;

    /// Reads the part of an address from `#` on; an empty one is the list of customers.
    fn from_str(hash: &str) -> Result<Self, Self::Err> {
        let path = hash.trim_start_matches('#').trim_start_matches('/');
        let (path, query) = path.split_once('?').unwrap_or((path, ""));
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        Ok(match parts.as_slice() {
            [] | ["customers"] => Self::Customers(ListQuery::parse(query)),
            ["customers", "new"] => Self::NewCustomer,
            ["customers", id] => id.parse().map_or(Self::NotFound, |id| Self::Customer(id, Tab::Overview)),
            ["customers", id, tab] => match (id.parse(), value(&TABS, tab)) {
                (Ok(id), Some(tab)) => Self::Customer(id, tab),
                _ => Self::NotFound,
            },
            ["abc"] => Self::Abc,
            ["rfm"] => Self::Rfm,
            ["data"] => Self::Data(DataTab::Overview),
            ["data", "import"] => Self::Data(DataTab::Import),
            ["preferences"] => Self::Preferences,
            _ => Self::NotFound,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn query() -> impl Strategy<Value = ListQuery> {
        let classes = prop::sample::subsequence(Class::ALL.to_vec(), 0..3);
        let segments = prop::sample::subsequence(Segment::ALL.to_vec(), 0..4);
        let roles = prop::sample::subsequence(Role::ALL.to_vec(), 0..4);
        let sort = prop::sample::select(SORTS.map(|(sort, _)| sort).to_vec());
        (".*", classes, segments, any::<Option<(u8, u8)>>(), roles, sort, any::<bool>()).prop_map(
            |(text, classes, segments, cell, roles, sort, descending)| ListQuery {
                text,
                classes,
                segments,
                cell,
                roles,
                sort,
                descending,
            },
        )
    }

    fn route() -> impl Strategy<Value = Route> {
        let tab = prop::sample::select(TABS.map(|(tab, _)| tab).to_vec());
        prop_oneof![
            query().prop_map(Route::Customers),
            Just(Route::NewCustomer),
            (any::<u128>(), tab).prop_map(|(id, tab)| Route::Customer(Id::new(Uuid::from_u128(id)), tab)),
            Just(Route::Abc),
            Just(Route::Rfm),
            Just(Route::Data(DataTab::Overview)),
            Just(Route::Data(DataTab::Import)),
            Just(Route::Preferences),
            Just(Route::NotFound),
        ]
    }

    proptest! {
        #[test]
        fn every_route_shown_as_an_address_leads_back_to_it(route in route()) {
            prop_assert_eq!(route.to_string().parse(), Ok(route));
        }

        #[test]
        fn any_address_leads_somewhere(hash in ".*") {
            let _ = hash.parse::<Route>();
        }
    }
}
