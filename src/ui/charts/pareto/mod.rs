//! Few carry much: values by rank, their running sum, and the cuts between the grades.

mod chart;
mod curve;
mod cuts;
mod drawing;
mod handle;

pub use chart::{ParetoChart, ParetoText};
pub use curve::{ParetoBand, ParetoPoint};
pub use cuts::Cuts;
