//! What is bought together.
//!
//! [`baskets`] groups lines, [`frequent`] counts which sets of items occur often enough, [`rule`] turns them into "who takes this
//! takes that", [`missing`] finds who does not yet.

pub mod baskets;
pub mod frequent;
pub mod missing;
pub mod rule;
