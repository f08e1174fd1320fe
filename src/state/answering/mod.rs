//! Answers to questions about everybody, off the page's thread when they take long; and the line on which the search is asked.
//!
//! The same [`Asked`] is answered by the same code on both sides; how it travels is settled in [`parcel`].

mod answer;
mod demo;
mod insight;
mod line;
mod listening;
mod page;
mod parcel;
mod question;
mod worker;

pub use demo::{DemoAsked, DemoMade};
pub use insight::{LinesAsked, answer_insight, answer_profitability};
pub use line::{Line, Topic};
pub use listening::{AnswersAsked, FactsAsked, answer_loyalty, answer_scorecard};
pub use page::Analyst;
pub use parcel::{Carried, Parcel};
pub use question::Asked;
pub use worker::serve;
