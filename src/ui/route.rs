//! Addresses: a typed route, parsed from and shown as `#/…`, so that the app works under any path of any host, and from a file.
//! Filters, order and tab live in the address.

use std::{fmt, str::FromStr};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use uuid::Uuid;

use crate::domain::{
    deal::Deal, id::Id, order::Order, party::Party, product::Product, promise::Promise, record::Kind, task::Task,
};

use super::history_query::HistoryQuery;

pub use super::list_query::{ListQuery, Opened};

/// A screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Route {
    /// The list of customers and everybody else.
    Customers(ListQuery),
    /// The form for a new party.
    NewCustomer,
    /// One party.
    Customer(Id<Party>, Tab),
    /// All orders.
    Orders(ListQuery),
    /// One order, over the list.
    Order(Id<Order>),
    /// The products.
    Products(ListQuery),
    /// The form for a new product, over the list.
    NewProduct,
    /// One product, over the list.
    Product(Id<Product>),
    /// The board of deals, of a pipeline or of the first.
    Deals(Option<Uuid>),
    /// One deal, over the board.
    Deal(Id<Deal>),
    /// What there is to do today.
    Today,
    /// What is to be done.
    Tasks(ListQuery),
    /// One task, over the list.
    Task(Id<Task>),
    /// What was promised.
    Promises(ListQuery),
    /// One promise, over the list.
    Promise(Id<Promise>),
    /// What the numbers say.
    Insights(Insight),
    /// ABC classes.
    Abc,
    /// Recency, frequency, money.
    Rfm,
    /// Import, backup, restore, storage.
    Data(DataTab),
    /// Every change that was made.
    History(Box<HistoryQuery>),
    /// Preferences.
    Preferences,
    /// The first steps.
    Start(Step),
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

/// What insights show. ABC and RFM have addresses of their own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Insight {
    /// The few numbers that matter.
    #[default]
    Overview,
    /// What customers are worth.
    Value,
    /// Whether they come back.
    Retention,
    /// Who earns, who costs.
    Profit,
    /// What is bought together.
    Together,
    /// What customers say, and what they do.
    Loyalty,
    /// What stands out.
    Unusual,
    /// What is reached of what is wanted.
    Scorecard,
    /// How far all of it can be trusted.
    Trust,
}

/// A step of the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Step {
    /// Language, currency, time zone.
    #[default]
    Language,
    /// Import, demo, backup, or empty.
    Begin,
    /// Where the data lives, and what keeps it.
    Protect,
}

impl Step {
    /// Every step, in their order.
    pub const ALL: [Self; 3] = [Self::Language, Self::Begin, Self::Protect];
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

const TABS: [(Tab, &str); 4] =
    [(Tab::Overview, ""), (Tab::Edit, "edit"), (Tab::Orders, "orders"), (Tab::History, "history")];
const INSIGHTS: [(Insight, &str); 9] = [
    (Insight::Overview, ""),
    (Insight::Value, "value"),
    (Insight::Retention, "retention"),
    (Insight::Profit, "profit"),
    (Insight::Together, "together"),
    (Insight::Loyalty, "loyalty"),
    (Insight::Unusual, "unusual"),
    (Insight::Scorecard, "scorecard"),
    (Insight::Trust, "trust"),
];

const STEPS: [(Step, &str); 3] = [(Step::Language, ""), (Step::Begin, "begin"), (Step::Protect, "protect")];

fn word<T: PartialEq>(words: &[(T, &'static str)], value: &T) -> &'static str {
    words.iter().find(|(known, _)| known == value).map_or("", |(_, word)| word)
}

fn value<T: Copy>(words: &[(T, &str)], text: &str) -> Option<T> {
    words.iter().find(|(_, word)| *word == text).map(|(value, _)| *value)
}

impl Route {
    /// The list of a kind of record; customers for kinds that have none.
    pub fn list(kind: Kind, query: ListQuery) -> Self {
        match kind {
            Kind::Order => Self::Orders(query),
            Kind::Product => Self::Products(query),
            Kind::Task => Self::Tasks(query),
            Kind::Promise => Self::Promises(query),
            _ => Self::Customers(query),
        }
    }

    /// Which list it is, and what it is asked for.
    pub fn as_list(&self) -> Option<(Kind, &ListQuery)> {
        match self {
            Self::Customers(query) => Some((Kind::Party, query)),
            Self::Orders(query) => Some((Kind::Order, query)),
            Self::Products(query) => Some((Kind::Product, query)),
            Self::Tasks(query) => Some((Kind::Task, query)),
            Self::Promises(query) => Some((Kind::Promise, query)),
            _ => None,
        }
    }
}

/// All but letters, digits and what RFC 3986 (section 2.3) leaves as it is.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'~');

pub(super) fn encode(text: &str) -> String {
    utf8_percent_encode(text, ENCODED).to_string()
}

/// What is no encoding stays as it is.
pub(super) fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

impl fmt::Display for Route {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Customers(query) => write!(f, "#/customers{query}"),
            Self::NewCustomer => f.write_str("#/customers/new"),
            Self::Customer(id, Tab::Overview) => write!(f, "#/customers/{id}"),
            Self::Customer(id, tab) => write!(f, "#/customers/{id}/{}", word(&TABS, tab)),
            Self::Orders(query) => write!(f, "#/orders{query}"),
            Self::Order(id) => write!(f, "#/orders/{id}"),
            Self::Products(query) => write!(f, "#/products{query}"),
            Self::NewProduct => f.write_str("#/products/new"),
            Self::Product(id) => write!(f, "#/products/{id}"),
            Self::Deals(None) => f.write_str("#/deals"),
            Self::Deals(Some(pipeline)) => write!(f, "#/deals?pipeline={pipeline}"),
            Self::Deal(id) => write!(f, "#/deals/{id}"),
            Self::Today => f.write_str("#/today"),
            Self::Tasks(query) => write!(f, "#/tasks{query}"),
            Self::Task(id) => write!(f, "#/tasks/{id}"),
            Self::Promises(query) => write!(f, "#/promises{query}"),
            Self::Promise(id) => write!(f, "#/promises/{id}"),
            Self::Insights(Insight::Overview) => f.write_str("#/insights"),
            Self::Insights(tab) => write!(f, "#/insights/{}", word(&INSIGHTS, tab)),
            Self::Abc => f.write_str("#/abc"),
            Self::Rfm => f.write_str("#/rfm"),
            Self::Data(DataTab::Overview) => f.write_str("#/data"),
            Self::Data(DataTab::Import) => f.write_str("#/data/import"),
            Self::History(query) => write!(f, "#/history{query}"),
            Self::Preferences => f.write_str("#/preferences"),
            Self::Start(Step::Language) => f.write_str("#/start"),
            Self::Start(step) => write!(f, "#/start/{}", word(&STEPS, step)),
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
            ["orders"] => Self::Orders(ListQuery::parse(query)),
            ["orders", id] => id.parse().map_or(Self::NotFound, Self::Order),
            ["products"] => Self::Products(ListQuery::parse(query)),
            ["products", "new"] => Self::NewProduct,
            ["products", id] => id.parse().map_or(Self::NotFound, Self::Product),
            ["deals"] => Self::Deals(query.strip_prefix("pipeline=").and_then(|id| id.parse().ok())),
            ["deals", id] => id.parse().map_or(Self::NotFound, Self::Deal),
            ["today"] => Self::Today,
            ["tasks"] => Self::Tasks(ListQuery::parse(query)),
            ["tasks", id] => id.parse().map_or(Self::NotFound, Self::Task),
            ["promises"] => Self::Promises(ListQuery::parse(query)),
            ["promises", id] => id.parse().map_or(Self::NotFound, Self::Promise),
            ["insights"] => Self::Insights(Insight::Overview),
            ["abc"] | ["insights", "abc"] => Self::Abc,
            ["rfm"] | ["insights", "rfm"] => Self::Rfm,
            ["insights", tab] => value(&INSIGHTS, tab).map_or(Self::NotFound, Self::Insights),
            ["data"] => Self::Data(DataTab::Overview),
            ["data", "import"] => Self::Data(DataTab::Import),
            ["history"] => Self::History(Box::new(HistoryQuery::parse(query))),
            ["preferences"] => Self::Preferences,
            ["start"] => Self::Start(Step::Language),
            ["start", step] => value(&STEPS, step).map_or(Self::NotFound, Self::Start),
            _ => Self::NotFound,
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ui::{history_query::tests::query as history, list_query::tests::query};

    fn route() -> impl Strategy<Value = Route> {
        let tab = prop::sample::select(TABS.map(|(tab, _)| tab).to_vec());
        prop_oneof![
            query().prop_map(Route::Customers),
            query().prop_map(Route::Orders),
            query().prop_map(Route::Products),
            query().prop_map(Route::Tasks),
            query().prop_map(Route::Promises),
            any::<u128>().prop_map(|id| Route::Task(Id::new(Uuid::from_u128(id)))),
            any::<u128>().prop_map(|id| Route::Promise(Id::new(Uuid::from_u128(id)))),
            any::<u128>().prop_map(|id| Route::Order(Id::new(Uuid::from_u128(id)))),
            any::<u128>().prop_map(|id| Route::Product(Id::new(Uuid::from_u128(id)))),
            any::<u128>().prop_map(|id| Route::Deal(Id::new(Uuid::from_u128(id)))),
            prop::option::of(any::<u128>()).prop_map(|id| Route::Deals(id.map(Uuid::from_u128))),
            Just(Route::NewProduct),
            Just(Route::NewCustomer),
            (any::<u128>(), tab).prop_map(|(id, tab)| Route::Customer(Id::new(Uuid::from_u128(id)), tab)),
            prop::sample::select(INSIGHTS.map(|(tab, _)| tab).to_vec()).prop_map(Route::Insights),
            Just(Route::Today),
            Just(Route::Abc),
            Just(Route::Rfm),
            Just(Route::Data(DataTab::Overview)),
            Just(Route::Data(DataTab::Import)),
            history().prop_map(|query| Route::History(Box::new(query))),
            Just(Route::Preferences),
            prop::sample::select(Step::ALL.to_vec()).prop_map(Route::Start),
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
