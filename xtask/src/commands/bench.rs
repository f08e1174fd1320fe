//! `cargo xtask bench`.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::process::Run;
use crate::{Error, tools};

/// Starts the bench program with the given arguments. It checks them before it has the page built.
///
/// # Errors
/// If something is missing, or a measurement fails.
pub fn bench(arguments: &[OsString]) -> Result<ExitCode, Error> {
    let browser = tools::browser()?;
    // Not optimised, as the flows are: what is measured is the page in the browser, not the program beside it.
    Run::cargo()
        .args(["run", "--quiet", "--package", "e2e", "--bin", "bench", "--"])
        .args(arguments)
        .env("KITH_CHROMIUM", browser.chromium)
        .env("KITH_CHROMEDRIVER", browser.chromedriver)
        .announced()?;
    Ok(ExitCode::SUCCESS)
}
