//! Asks one question of the analysis about a file, from the command line:
//!
//! ```text
//! cargo run --release --no-default-features --example score -- <question> <input.csv> [options]
//! ```
//!
//! The answer goes to standard output as CSV or JSON, remarks to standard error. Bad input gets a sentence and exit code 2.
//! Nothing is worked out here: `kith::analysis` answers, this reads columns and writes them.

#[cfg(not(target_arch = "wasm32"))]
mod input;
#[cfg(not(target_arch = "wasm32"))]
mod options;
#[cfg(not(target_arch = "wasm32"))]
mod output;
#[cfg(not(target_arch = "wasm32"))]
mod questions;
#[cfg(not(target_arch = "wasm32"))]
mod run;
#[cfg(not(target_arch = "wasm32"))]
mod trouble;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    run::run()
}

/// A browser has no command line.
#[cfg(target_arch = "wasm32")]
fn main() {}
