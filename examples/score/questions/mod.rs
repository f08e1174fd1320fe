//! The questions, one file each. A new one is a file with a `QUESTION` and a line here.

mod abc;
mod anomaly;
mod backtest;
mod bgbb;
mod btyd;
mod clv;
mod cohort;
mod edge;
mod intermittent;
mod km;
mod logistic;
mod models;
mod profit;
mod quadrants;
mod regularity;
mod retention;
mod rfm;
mod rules;
mod scorecard;
mod summary;
mod survey;
mod xyz;

use clap::Command;

use crate::input::Input;
use crate::options::Options;
use crate::output::Answer;
use crate::trouble::Trouble;

/// How a question is asked and answered.
pub struct Question {
    /// As typed.
    pub name: &'static str,
    /// One line for the help.
    pub about: &'static str,
    /// Adds its options.
    pub options: fn(Command) -> Command,
    /// Reads, asks the analysis, and shapes the answer.
    pub answer: fn(&Input, &Options<'_>) -> Result<Answer, Trouble>,
}

/// All of them, in the sequence of the help.
pub const QUESTIONS: &[Question] = &[
    rfm::QUESTION,
    abc::QUESTION,
    xyz::QUESTION,
    profit::QUESTION,
    cohort::QUESTION,
    logistic::QUESTION,
    km::QUESTION,
    rules::QUESTION,
    anomaly::QUESTION,
    survey::QUESTION,
    quadrants::QUESTION,
    scorecard::QUESTION,
    summary::QUESTION,
    btyd::QUESTION,
    clv::QUESTION,
    backtest::QUESTION,
    bgbb::QUESTION,
    regularity::QUESTION,
    intermittent::QUESTION,
    retention::QUESTION,
    edge::QUESTION,
];
