//! Where and when the demo plays.

use chrono::{Days, NaiveDate};

use crate::domain::{
    day,
    id::{Id, Mint},
    money::Currency,
};

use super::{Language, Wish, dice::Dice, mark, places::Country, words::Words};

/// How many days the history has.
const DAYS: u64 = 3 * 365;

/// What every generator has to know, and the source of ids.
#[derive(Debug)]
pub struct Scene {
    seed: u64,
    pub language: Language,
    pub words: &'static Words,
    pub country: Country,
    pub currency: Currency,
    pub second: Currency,
    /// The first day of the history.
    pub first: NaiveDate,
    /// The day after the history ends.
    pub today: NaiveDate,
    mint: Mint,
}

impl Scene {
    pub fn new(wish: &Wish) -> Self {
        let bound = |year| NaiveDate::from_ymd_opt(year, 1, 1).expect("a year of the calendar");
        let today = wish.today.clamp(bound(1980), bound(2200));
        Self {
            seed: wish.seed,
            language: wish.language,
            words: Words::of(wish.language),
            country: Country::of(wish.language, wish.currency),
            currency: wish.currency,
            second: second_currency(wish.currency),
            first: today - Days::new(DAYS),
            today,
            mint: mark::mint(),
        }
    }

    /// Dice of a generator.
    pub fn dice(&self, generator: &str) -> Dice {
        Dice::new(self.seed, generator)
    }

    /// The next id. All are of one moment of today, another one for another seed: two demos share no id.
    pub fn id<T>(&mut self) -> Id<T> {
        self.mint.id(millisecond(self.today, 0) + self.seed % 86_400_000)
    }

    /// A day so many days before the end; the day before today at the latest, the first one at the earliest.
    pub fn ago(&self, days: i64) -> NaiveDate {
        self.today - Days::new(days.clamp(1, DAYS as i64).unsigned_abs())
    }

    /// How many days before today.
    pub fn days_since(&self, day: NaiveDate) -> i64 {
        (self.today - day).num_days()
    }
}

/// Milliseconds since 1970 at so many minutes of a day in UTC.
pub fn millisecond(of: NaiveDate, minute: u16) -> u64 {
    u64::try_from(day::number(of)).unwrap_or_default() * 86_400_000 + u64::from(minute) * 60_000
}

/// The currency in which the demo's customers abroad pay.
pub fn second_currency(first: Currency) -> Currency {
    let second = match first.code() {
        "USD" | "GBP" | "CHF" | "SEK" | "NOK" | "DKK" | "PLN" | "CZK" => "EUR",
        _ => "USD",
    };
    Currency::parse(second).expect("a code of the list")
}
