//! Answers to questions about everybody, off the page's thread when they take long.
//!
//! The same [`Asked`] is answered by the same code on both sides; how it travels is settled in [`parcel`].

mod answer;
mod page;
mod parcel;
mod question;
mod worker;

pub use page::Analyst;
pub use parcel::{Carried, Parcel};
pub use question::Asked;
pub use worker::serve;
