//! `cargo xtask bench`.

use std::ffi::OsString;
use std::process::ExitCode;

use crate::process::Run;
use crate::{Error, build, dist_dir, tools};

/// Builds, and starts the bench program with the given arguments.
///
/// # Errors
/// If something is missing, or a measurement fails.
pub fn bench(arguments: &[OsString]) -> Result<ExitCode, Error> {
    let browser = tools::browser()?;
    build::release()?;
    Run::cargo()
        .args(["run", "--quiet", "--release", "--package", "e2e", "--bin", "bench", "--"])
        .args(arguments)
        .env("KITH_DIST", dist_dir())
        .env("KITH_CHROMIUM", browser.chromium)
        .env("KITH_CHROMEDRIVER", browser.chromedriver)
        .announced()?;
    Ok(ExitCode::SUCCESS)
}
