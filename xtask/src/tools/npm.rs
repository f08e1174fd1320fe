//! Packages from npm, into a folder of our own.

use std::path::PathBuf;

use super::own_folder;
use crate::Error;
use crate::process::Run;

/// Makes sure that a file of a package is there, and returns its path.
///
/// # Errors
/// If npm is missing or fails.
pub fn npm_file(package: &str, version: &str, file: &str) -> Result<PathBuf, Error> {
    let folder = own_folder(package, version)?;
    let path = folder.join("node_modules").join(file);
    if path.is_file() {
        return Ok(path);
    }
    let Ok(npm) = which::which("npm") else {
        return Err(Error::Missing(format!(
            "{package} is needed from npm. Install Node.js with npm (Debian: `apt-get install npm`)."
        )));
    };
    std::fs::create_dir_all(&folder).map_err(Error::file("made", &folder))?;
    Run::new(npm)
        .args(["install", "--no-audit", "--no-fund", "--no-save", "--ignore-scripts", "--loglevel=error"])
        .args(["--prefix".as_ref(), folder.as_os_str(), format!("{package}@{version}").as_ref()])
        .announced()?;
    if path.is_file() {
        Ok(path)
    } else {
        Err(Error::Missing(format!("npm's {package} {version} does not have {file}.")))
    }
}
