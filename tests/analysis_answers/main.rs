//! Answers to the questions about groups, chances, baskets and opinions, against numbers that other libraries computed, and what
//! holds for every input.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../analysis_support/mod.rs"]
mod analysis_support;

mod anomaly;
mod cohort;
mod laws;
mod logistic;
mod profit;
mod rules;
mod scorecard;
mod support;
mod survey;
mod survival;
