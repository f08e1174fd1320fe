//! What the screens of insights ask: several questions put together, and held back where the ground is too thin.
//!
//! An answer here holds only what may be said: where the ladder, a flag or the backtest forbids a number, its column is empty, so that
//! no screen can show it by mistake.

pub mod forecast;
pub mod hours;
pub mod loyalty;
pub mod movement;
pub mod outlook;
pub mod overview;
pub mod profitability;
pub mod retention;
pub mod scorecard;
pub mod steadiness;
pub mod together;
pub mod trial;
pub mod unusual;

use super::columns::Day;

/// Days of the year that ends on the as-of day.
pub const YEAR: Day = 365;
