//! Finding records by what is written in them, while one types.
//!
//! The texts of a page of records come in ([`Texts`]) and are folded ([`leaf`], [`part`]). Which letters and pairs of letters a record
//! has at all rules most records out ([`grams`]); the rest is looked up in the folded texts themselves, so that whatever is written is
//! found. Every letter that is added only looks at what was found before ([`shelf`]). What a word means is settled in three places:
//! [`fold`] says which letters are the same, [`sound`] which Chinese characters a row of letters may stand for, [`near`] which words
//! are a slip of the finger apart.
//!
//! Nothing here knows what a record is; kinds are numbers, a record is its slot. The tables make this heavy: it belongs into the
//! worker.

mod engine;
mod fold;
mod grams;
mod han;
mod leaf;
mod marks;
mod near;
mod part;
mod query;
mod set;
mod shelf;
mod sound;
mod texts;
mod tier;

pub use engine::Engine;
pub use fold::fold;
pub use marks::marks;
pub use query::{Query, Word};
pub use texts::{Misfit, Texts, TextsBuilder};
