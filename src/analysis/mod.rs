//! Questions about data. Pure: columns and a day in, answers out.
//!
//! Nothing here knows a record or the clock, nor, but for [`search`], a word; of `domain` only the names of the classes. Customers are numbers `0..n`, orders are columns
//! ([`columns::Orders`]), money is minor units of the base currency, a day is days since 1970-01-01 in the workspace's
//! time zone, and each answer is a struct of plain columns, so that it can travel from a worker to the page as typed
//! arrays. Words are made elsewhere from the numbers given here.
//!
//! What an answer rests on, bottom up:
//!
//! ```text
//! columns → history → summary → values → abc → curve; concentration, whale
//!                   ↘         ↘ rfm → segment, grid, rating
//!                     rhythm    basis
//! special → fit → btyd (will they come back, spend, value) → backtest → ladder (how much may be said)
//!               → bgbb, retention; history → regularity, holdout; intermittent
//! ```
//!
//! Beside them stand questions that rest on a history or on columns of their own: [`cohort`], [`xyz`], [`demand`], [`moves`], [`profit`], [`survival`]
//! (how long it lasts), [`logistic`] (how likely a yes is), [`rules`] (what is bought together), [`anomaly`] (what is unusual),
//! [`survey`] (what customers say), [`scorecard`]; [`rates`] and [`special`] serve several of them.
//!
//! [`insights`] puts questions together as the screens ask them, and holds back what may not be said.
//! [`classification`] asks all of it at once, [`explain`] says why one customer stands where it stands. [`listing`] alone looks
//! at records: what a list shows, filters, groups and adds up.

pub mod abc;
pub mod agenda;
pub mod anomaly;
pub mod backtest;
pub mod basis;
pub mod bgbb;
pub mod board;
pub mod btyd;
pub mod classification;
pub mod cohort;
pub mod columns;
pub mod concentration;
pub mod curve;
pub mod demand;
pub mod duplicates;
pub mod explain;
pub mod fit;
pub mod fold;
pub mod grid;
pub mod history;
pub mod holdout;
pub mod insights;
pub mod intermittent;
pub mod ladder;
pub mod listing;
pub mod logistic;
pub mod moves;
pub mod period;
pub mod profit;
pub mod rates;
pub mod rating;
pub mod regularity;
pub mod retention;
pub mod rfm;
pub mod rhythm;
pub mod rules;
pub mod scorecard;
pub mod search;
pub mod segment;
pub mod special;
pub mod summary;
pub mod survey;
pub mod survival;
pub mod turn;
pub mod values;
pub mod whale;
pub mod xyz;

mod cuts;
mod linear;
mod money;
mod quartiles;
mod ranking;
mod reach;
