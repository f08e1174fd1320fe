//! Numbers, money, days and names as the user's language writes, reads and orders them, through the browser's `Intl`.
//!
//! A locale is one of `en`, `zh-Hant`, `zh-Hans`, or any other tag that the browser knows. Text always comes back: where `Intl`
//! refuses (a currency that is none, an instant beyond its calendar), it is plain, never an error.

mod collation;
mod day;
mod list;
mod money;
mod number;
mod parse;

pub use collation::{Collator, collator};
pub use day::{ago, day, day_of_year, day_short, instant, month, month_short, weekday};
pub use list::list;
pub use money::{money, money_short};
pub use number::{bytes, decimal_text, integer, number, percent};
pub use parse::parse_number;
