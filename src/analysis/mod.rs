//! Questions about data. Pure: columns and a day in, answers out.
//!
//! Nothing here knows a customer's name, a record or the clock; of `domain` only the names of the classes. Customers are numbers `0..n`, orders are columns
//! ([`columns::Orders`]), money is minor units of the base currency, a day is days since 1970-01-01 in the workspace's
//! time zone, and each answer is a struct of plain columns, so that it can travel from a worker to the page as typed
//! arrays. Words are made elsewhere from the numbers given here.
//!
//! What an answer rests on, bottom up:
//!
//! ```text
//! columns → history → summary → values → abc → abc_moves, curve; concentration, whale
//!                   ↘         ↘ rfm → segment, grid
//!                     rhythm    basis
//! ```
//!
//! [`classification`] asks all of it at once, [`explain`] says why one customer stands where it stands.

pub mod abc;
pub mod abc_moves;
pub mod basis;
pub mod classification;
pub mod columns;
pub mod concentration;
pub mod curve;
pub mod explain;
pub mod fold;
pub mod grid;
pub mod history;
pub mod rfm;
pub mod rhythm;
pub mod segment;
pub mod summary;
pub mod values;
pub mod whale;

mod cuts;
mod money;
mod quartiles;
mod ranking;
mod reach;
