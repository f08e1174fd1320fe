//! The places of the navigation.

use crate::ui::route::{DataTab, ListQuery, Route};

/// Where one is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// Everybody, or one.
    Customers,
    /// Classes.
    Abc,
    /// Scores.
    Rfm,
    /// What comes in and goes out.
    Data,
    /// What the user set.
    Preferences,
}

impl Place {
    /// The place of a route.
    pub(super) fn of(route: &Route) -> Option<Self> {
        Some(match route {
            Route::Customers(_) | Route::NewCustomer | Route::Customer(..) => Self::Customers,
            Route::Abc => Self::Abc,
            Route::Rfm => Self::Rfm,
            Route::Data(_) => Self::Data,
            Route::Preferences => Self::Preferences,
            Route::NotFound => return None,
        })
    }

    /// Where its link leads.
    pub(super) fn route(self) -> Route {
        match self {
            Self::Customers => Route::Customers(ListQuery::default()),
            Self::Abc => Route::Abc,
            Self::Rfm => Route::Rfm,
            Self::Data => Route::Data(DataTab::Overview),
            Self::Preferences => Route::Preferences,
        }
    }
}
