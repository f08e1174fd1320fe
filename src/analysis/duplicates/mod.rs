//! Who may be in the base twice: the same e-mail address, phone number, reference or name, or a name that differs by a slip.
//!
//! [`Traits`] is what is compared of one of them, [`compare`] says how alike two are and why, and [`Index`] finds those worth
//! comparing without looking at everybody. Numbers are the caller's, who also tells what lies behind one.

mod index;
mod likeness;
mod traits;

pub use index::{Index, Match, Pair};
pub use likeness::{Likeness, Reason, compare};
pub use traits::Traits;

#[cfg(test)]
mod tests;
