//! The project's commands. A library as well, because the flows in a browser (`tests/e2e`) use its server and its search for
//! Chromium.
//!
//! - `cli` — what was typed; `commands` — one file for each command; `build` — what Trunk does not do for us;
//! - `tools` — programs that are found, or installed into a folder of their own; `server` — a folder over HTTP;
//! - `process`, `project`, `error` — starting programs, finding folders, failing with a sentence.
//!
//! What does not belong here: anything about customers. This crate never depends on `kith`.

mod build;
mod cli;
mod commands;
mod error;
mod process;
mod project;
mod server;
pub mod tools;

use std::ffi::OsString;
use std::process::ExitCode;

pub use build::{arithmetic, list_for_offline_use};
pub use cli::Command;
pub use error::Error;
pub use project::{dist_dir, root, target_dir};
pub use server::Server;

/// Does what the arguments (without the program's name) ask for.
///
/// # Errors
/// A sentence that says what could not be done and what to do about it.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> Result<ExitCode, Error> {
    match cli::parse(arguments)? {
        Command::Help(text) => {
            println!("{text}");
            Ok(ExitCode::SUCCESS)
        }
        Command::Serve { port } => commands::serve(port),
        Command::Test(wish) => commands::test(&wish),
        Command::Bench(arguments) => commands::bench(&arguments),
        Command::Dist => commands::dist(),
        Command::PostBuild => commands::post_build(),
    }
}
