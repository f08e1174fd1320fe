//! `cargo xtask dist`, and the hook that Trunk calls while it builds.

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use crate::{Error, build};

/// Leaves the build in `dist/`.
///
/// # Errors
/// If it cannot be built.
pub fn dist() -> Result<ExitCode, Error> {
    build::release()?;
    Ok(ExitCode::SUCCESS)
}

/// Finishes the page that Trunk is putting together.
///
/// # Errors
/// If Trunk did not call us, or the page is not as expected.
pub fn post_build() -> Result<ExitCode, Error> {
    let folder = |name| {
        env::var_os(name)
            .map(PathBuf::from)
            .ok_or_else(|| Error::Usage("`post-build` is called by Trunk, see Trunk.toml.".to_owned()))
    };
    let is_release = env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    build::finish(&folder("TRUNK_STAGING_DIR")?, &folder("TRUNK_SOURCE_DIR")?, is_release)?;
    Ok(ExitCode::SUCCESS)
}
