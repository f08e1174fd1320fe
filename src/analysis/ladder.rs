//! How much may be said with so little data: facts, words or numbers, and what is missing for the next rung.
//!
//! A freelancer has 20 to 2,000 customers. Below the first border every model is a guess about a guess.

use super::btyd::bg::Bg;
use super::btyd::repeats::Repeats;
use super::fit::fitted::Fitted;

/// Customers and repeat orders needed for words.
pub const FOR_WORDS: (u32, u32) = (30, 20);
/// Customers and repeat orders needed for numbers.
pub const FOR_NUMBERS: (u32, u32) = (200, 100);
/// Median gaps a history has to cover before silence says anything.
pub const GAPS_NEEDED: f64 = 3.0;

const ALL_ALIVE: f64 = 0.99;
const ALL_ALIVE_SHARE: f64 = 0.95;
const NOBODY_LEAVES: f64 = 1e-3;

/// What may be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Rung {
    /// Days since the last order against the customer's own gap.
    Facts = 0,
    /// Low, medium, high, with ranges.
    Words = 1,
    /// Numbers.
    Numbers = 2,
}

/// What is missing for the next rung; nothing on the highest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// So many customers more.
    pub customers: u32,
    /// So many repeat orders more.
    pub repeats: u32,
    /// A backtest that is passed.
    pub backtest: bool,
}

/// Where a workspace stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// What may be said.
    pub rung: Rung,
    /// What is missing for more.
    pub missing: Missing,
}

impl Standing {
    /// From the customers who ever ordered, their repeat orders, and whether the last backtest was passed.
    #[must_use]
    pub fn new(customers: u32, repeats: u32, passed: bool) -> Self {
        let short = |(all, again): (u32, u32), backtest| Missing {
            customers: all.saturating_sub(customers),
            repeats: again.saturating_sub(repeats),
            backtest,
        };
        // "Above 200": the border itself still is below.
        let numbers = short((FOR_NUMBERS.0 + 1, FOR_NUMBERS.1), !passed);
        let words = short(FOR_WORDS, false);
        if words != Missing::default() {
            Self { rung: Rung::Facts, missing: words }
        } else if numbers != Missing::default() {
            Self { rung: Rung::Words, missing: numbers }
        } else {
            Self { rung: Rung::Numbers, missing: numbers }
        }
    }
}

/// Why a fit must not be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Flag {
    /// Nearly everybody seems to be there still: the model learned nothing about leaving.
    EverybodyAlive = 1,
    /// The chance to leave tends to zero.
    NobodyLeaves = 2,
    /// A parameter ran to the end of what is allowed.
    AtBound = 3,
    /// The search did not come to rest.
    NotSettled = 4,
    /// The history is shorter than three usual gaps: no evidence about leaving yet. A log that starts mid-life, or a high season, does that.
    ShortHistory = 5,
    /// Nobody has ordered twice.
    NobodyRepeats = 6,
}

impl Flag {
    /// In order of code.
    pub const ALL: [Self; 6] = [
        Self::EverybodyAlive,
        Self::NobodyLeaves,
        Self::AtBound,
        Self::NotSettled,
        Self::ShortHistory,
        Self::NobodyRepeats,
    ];
}

/// Everything that stands against a fit. `history` is how long the log is and `median_gap` the usual gap, both in the units of the model.
#[must_use]
pub fn flags(fitted: &Fitted<Bg>, repeats: &Repeats, history: f64, median_gap: Option<f64>) -> Vec<Flag> {
    let alive = fitted.model.p_alive(repeats);
    let surely: Vec<f64> = alive.iter().map(|p| f64::from(u8::from(*p >= ALL_ALIVE))).collect();
    let share = repeats.total(&surely) / repeats.customers().max(1) as f64;
    let model = &fitted.model;
    let all = [
        (share > ALL_ALIVE_SHARE).then_some(Flag::EverybodyAlive),
        (model.a < NOBODY_LEAVES || model.a / (model.a + model.b) < NOBODY_LEAVES).then_some(Flag::NobodyLeaves),
        fitted.at_bound.then_some(Flag::AtBound),
        (!fitted.settled).then_some(Flag::NotSettled),
        median_gap.filter(|gap| history < GAPS_NEEDED * gap).map(|_| Flag::ShortHistory),
        (repeats.purchases() == 0.0).then_some(Flag::NobodyRepeats),
    ];
    all.into_iter().flatten().collect()
}
