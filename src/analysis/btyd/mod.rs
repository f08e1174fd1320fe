//! Will they come back? Models of buying until one leaves ("buy till you die").
//!
//! ```text
//! known → repeats → bg (BG/NBD, MBG/NBD, MBG/CNBD-k) → bg_fit ← prior
//!                 ↘                                  ↘ bg_answers ← by_age, beta_mean
//!                   pareto → pareto_answers             pmf, next_order
//! spend, log_spend → clv
//! ```

pub mod bg;
pub mod bg_answers;
pub mod bg_fit;
pub mod clv;
pub mod known;
pub mod log_spend;
pub mod next_order;
pub mod pareto;
pub mod pareto_answers;
pub mod pmf;
pub mod prior;
pub mod repeats;
pub mod spend;

mod beta_mean;
mod by_age;
