//! axe-core, which finds accessibility violations on a page.

use std::path::PathBuf;

use super::npm::npm_file;
use crate::Error;

/// Rules change with the version; a newer one is a change to this project, seen in a commit.
const AXE: &str = "4.14.1";

/// The script to put into a page.
///
/// # Errors
/// If it is not there and npm cannot install it.
pub fn axe() -> Result<PathBuf, Error> {
    npm_file("axe-core", AXE, "axe-core/axe.min.js")
}
