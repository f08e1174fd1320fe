//! Programs we need: the one on the PATH if it is of the right version, else one installed into a folder of our own, so that
//! nothing of the user's is replaced.

mod axe;
mod browser;
mod cargo_tool;
mod npm;
mod rust;
mod wasm_opt;

use std::path::PathBuf;

pub use axe::axe;
pub use browser::{Browser, browser};
pub use cargo_tool::{trunk, wasm_bindgen, wasm_split};
pub use rust::{rust_component, rust_target};
pub use wasm_opt::WasmOpt;

use crate::{Error, project};

/// A program of a known version.
#[derive(Debug)]
pub struct Tool {
    /// Where it is.
    pub program: PathBuf,
    /// Its version, such as `0.21.14`.
    pub version: String,
}

/// `$CARGO_HOME/kith-tools/<name>-<version>`.
fn own_folder(name: &str, version: &str) -> Result<PathBuf, Error> {
    Ok(project::cargo_home()?.join("kith-tools").join(format!("{name}-{version}")))
}
