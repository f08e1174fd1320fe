//! Numbers as sentences want them, in the language and the currency of the moment.

use leptos::prelude::*;

use crate::{
    domain::{day, money::Currency, record::Kind},
    i18n::{Locale, use_i18n},
    platform::format,
    state::{Scores, Workspace},
    ui::{
        route::{Route, Tab},
        words,
    },
};

/// How things are said, and where those that they are about are found.
#[derive(Clone, Copy)]
pub struct Say {
    /// The language.
    pub locale: Locale,
    /// The base currency.
    pub currency: Currency,
    /// Classes and scores.
    pub scores: Scores,
    /// The records.
    pub workspace: Workspace,
}

impl Say {
    /// As things are now, anew when the language or the currency changes.
    pub fn here() -> Memo<Self> {
        let i18n = use_i18n();
        let (scores, workspace) = (Scores::expect(), Workspace::expect());
        let currency = Memo::new(move |_| scores.signal().with(|answer| answer.settings.currency));
        Memo::new_with_compare(
            move |_| Self { locale: i18n.get_locale(), currency: currency.get(), scores, workspace },
            |a, b| a.map(|a| (a.locale, a.currency)) != b.map(|b| (b.locale, b.currency)),
        )
    }

    fn tag(self) -> &'static str {
        words::tag(self.locale)
    }

    /// An amount, exactly.
    pub fn money(self, minor: i64) -> String {
        format::money(self.tag(), minor, self.currency.code(), self.currency.exponent())
    }

    /// An amount in three digits, as estimates deserve.
    pub fn about(self, minor: f64) -> String {
        format::money_short(self.tag(), minor as i64, self.currency.code(), self.currency.exponent())
    }

    /// From one amount to another.
    pub fn about_range(self, low: f64, high: f64) -> String {
        format!("{} – {}", self.about(low), self.about(high))
    }

    /// A whole number.
    pub fn integer(self, number: impl Into<i64>) -> String {
        format::integer(self.tag(), number.into())
    }

    /// A number with so many digits after the decimal mark.
    pub fn number(self, value: f64, digits: u8) -> String {
        format::number(self.tag(), value, digits)
    }

    /// From one number of orders to another: whole above ten, with a digit below.
    pub fn count_range(self, low: f64, high: f64) -> String {
        let digits = u8::from(high < 10.0);
        format!("{} – {}", self.number(low, digits), self.number(high, digits))
    }

    /// A share of one, in whole percent.
    pub fn percent(self, share: f64) -> String {
        format::percent(self.tag(), share, 0)
    }

    /// By which part something differs from before, with its sign; none where there was nothing before.
    pub fn change(self, now: f64, before: f64) -> Option<String> {
        (before > 0.0).then(|| {
            let share = now / before - 1.0;
            let sign = if share > 0.0 { "+" } else { "" };
            format!("{sign}{}", self.percent(share))
        })
    }

    /// A civil day by its number.
    pub fn day(self, number: i32) -> String {
        day::from_number(number).map_or_else(String::new, |day| format::day(self.tag(), day))
    }

    /// The month of a day by its number.
    pub fn month(self, number: i32) -> String {
        day::from_number(number).map_or_else(String::new, |day| format::month_short(self.tag(), day))
    }

    /// The name of a customer, and where the page about them is; none where there is nobody any more.
    pub fn who(self, slot: u32) -> Option<(String, String)> {
        self.workspace.read(&[Kind::Party], |book| {
            let row = book.parties.at(slot)?;
            Some((row.data.name.clone(), Route::Customer(row.id, Tab::Overview).to_string()))
        })
    }

    /// The name of a product, and where it is found.
    pub fn what(self, slot: u32) -> Option<(String, String)> {
        self.workspace.read(&[Kind::Product], |book| {
            let row = book.products.at(slot)?;
            Some((row.data.name.clone(), Route::Product(row.id).to_string()))
        })
    }
}
