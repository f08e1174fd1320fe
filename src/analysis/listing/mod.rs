//! What a list of records shows: which fields there are, who passes a filter, in what order, in which groups, with what totals.
//!
//! Pure: a book, the scores and a day in; columns, slots and counts out. What belongs here: the catalogue of fields, filters and
//! their written form, the arithmetic over columns. What does not: words, addresses, pauses, and what is done to records.
//!
//! ```text
//! field → catalogue (party, order, product) → column
//! filter → syntax;  filter + column → check → mask → facets, totals, groups
//! ```

pub mod bought;
pub mod catalogue;
pub mod check;
pub mod column;
pub mod dealings;
pub mod facet;
pub mod field;
pub mod filter;
pub mod mask;
pub mod query;
pub mod sorter;
pub mod span;
pub mod syntax;
mod tasks;
pub mod totals;

mod orders;
pub mod parties;
pub mod products;
mod promises;
