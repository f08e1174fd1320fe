//! The places of the app: what the navigation leads to, the palette goes to and a key jumps to.

use crate::{
    i18n::{Locale, td_string},
    ui::{
        components::Icon,
        route::{DataTab, Insight, ListQuery, Route},
    },
};

/// Where one is, or wants to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Everybody, or one.
    Customers,
    /// All orders.
    Orders,
    /// What is sold.
    Products,
    /// What is being sold.
    Deals,
    /// What there is to do today.
    Today,
    /// What is to be done, and what was promised.
    Tasks,
    /// What the numbers say.
    Insights,
    /// Classes.
    Abc,
    /// Scores.
    Rfm,
    /// What comes in and goes out.
    Data,
    /// Bringing a file in.
    Import,
    /// Every change.
    History,
    /// What the user set.
    Preferences,
}

impl Place {
    /// The place of a route, as the navigation marks it.
    pub fn of(route: &Route) -> Option<Self> {
        Some(match route {
            Route::Customers(_) | Route::NewCustomer | Route::Customer(..) => Self::Customers,
            Route::Orders(_) | Route::Order(_) => Self::Orders,
            Route::Products(_) | Route::NewProduct | Route::Product(_) => Self::Products,
            Route::Deals(_) | Route::Deal(_) => Self::Deals,
            Route::Today => Self::Today,
            Route::Tasks(_) | Route::Task(_) | Route::Promises(_) | Route::Promise(_) => Self::Tasks,
            Route::Insights(_) => Self::Insights,
            Route::Abc => Self::Abc,
            Route::Rfm => Self::Rfm,
            Route::Data(_) => Self::Data,
            Route::History(_) => Self::History,
            Route::Preferences => Self::Preferences,
            Route::Start(_) | Route::NotFound => return None,
        })
    }

    /// Whether it is a place of its own in the navigation, or a part of another.
    pub fn in_navigation(self) -> Self {
        match self {
            Self::Abc | Self::Rfm => Self::Insights,
            other => other,
        }
    }

    /// Where its link leads.
    pub fn route(self) -> Route {
        match self {
            Self::Customers => Route::Customers(ListQuery::default()),
            Self::Orders => Route::Orders(ListQuery::default()),
            Self::Products => Route::Products(ListQuery::default()),
            Self::Deals => Route::Deals(None),
            Self::Today => Route::Today,
            Self::Tasks => Route::Tasks(ListQuery::default()),
            Self::Insights => Route::Insights(Insight::Overview),
            Self::Abc => Route::Abc,
            Self::Rfm => Route::Rfm,
            Self::Data => Route::Data(DataTab::Overview),
            Self::Import => Route::Data(DataTab::Import),
            Self::History => Route::History(Box::default()),
            Self::Preferences => Route::Preferences,
        }
    }

    /// What it is called.
    pub fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Customers => td_string!(locale, common.customers),
            Self::Orders => td_string!(locale, listing.orders_title),
            Self::Products => td_string!(locale, listing.products_title),
            Self::Deals => td_string!(locale, deals.title),
            Self::Today => td_string!(locale, work.today),
            Self::Tasks => td_string!(locale, work.tasks),
            Self::Insights => td_string!(locale, insights.title),
            Self::Abc => td_string!(locale, common.abc),
            Self::Rfm => td_string!(locale, common.rfm),
            Self::Data => td_string!(locale, common.data),
            Self::Import => td_string!(locale, commands.import),
            Self::History => td_string!(locale, history.title),
            Self::Preferences => td_string!(locale, common.preferences),
        }
    }

    /// Other words that one may look for it by.
    pub(super) fn words(self, locale: Locale) -> &'static str {
        match self {
            Self::Customers => td_string!(locale, commands.customers_words),
            Self::Orders => td_string!(locale, commands.orders_words),
            Self::Products => td_string!(locale, commands.products_words),
            Self::Deals => td_string!(locale, commands.deals_words),
            Self::Today => td_string!(locale, work.today_words),
            Self::Tasks => td_string!(locale, work.words),
            Self::Insights => td_string!(locale, insights.words),
            Self::Abc => td_string!(locale, commands.abc_words),
            Self::Rfm => td_string!(locale, commands.rfm_words),
            Self::Data => td_string!(locale, commands.data_words),
            Self::Import => td_string!(locale, commands.import_words),
            Self::History => td_string!(locale, commands.history_words),
            Self::Preferences => td_string!(locale, commands.preferences_words),
        }
    }

    /// What it is known by.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Customers => Icon::People,
            Self::Orders => Icon::Order,
            Self::Products => Icon::Product,
            Self::Deals => Icon::Deal,
            Self::Today => Icon::Sun,
            Self::Tasks => Icon::Task,
            Self::Insights => Icon::Trend,
            Self::Abc => Icon::Pareto,
            Self::Rfm => Icon::Grid,
            Self::Data => Icon::Data,
            Self::Import => Icon::Import,
            Self::History => Icon::Clock,
            Self::Preferences => Icon::Settings,
        }
    }
}
