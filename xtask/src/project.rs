//! Where things are: this repository, its build folders, cargo's home, and the versions written in `Cargo.lock`.

use std::env;
use std::path::{Path, PathBuf};

use crate::Error;

/// The repository. Cargo names the folder at run time; the folder known at compile time may be another clone's when several
/// share a target folder.
pub fn root() -> PathBuf {
    let here = match env::var_os("CARGO_MANIFEST_DIR").map(PathBuf::from) {
        Some(folder) => folder,
        None => PathBuf::from(env!("CARGO_MANIFEST_DIR")),
    };
    let is_root = |folder: &&Path| folder.join("xtask/Cargo.toml").is_file() && folder.join("Cargo.lock").is_file();
    here.ancestors().find(is_root).unwrap_or(&here).to_path_buf()
}

/// Where the finished page is: `dist/` in the repository.
pub fn dist_dir() -> PathBuf {
    root().join("dist")
}

/// Cargo's target folder.
pub fn target_dir() -> PathBuf {
    match env::var_os("CARGO_TARGET_DIR") {
        Some(folder) => root().join(folder),
        None => root().join("target"),
    }
}

/// `$CARGO_HOME`, or `.cargo` in the user's home.
///
/// # Errors
/// If neither is known.
pub fn cargo_home() -> Result<PathBuf, Error> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .ok_or_else(|| Error::Missing("The home folder is not known. Set CARGO_HOME to a folder.".to_owned()))
}

/// The version of a package in `Cargo.lock`.
///
/// # Errors
/// If the file cannot be read or does not have the package.
pub fn locked_version(package: &str) -> Result<String, Error> {
    let path = root().join("Cargo.lock");
    let lock = std::fs::read_to_string(&path).map_err(Error::file("read", &path))?;
    version_in(&lock, package)
        .map(str::to_owned)
        .ok_or_else(|| Error::Build { path, reason: format!("it does not name {package}; run `cargo update -w`") })
}

/// Cargo writes a package's version on the line after its name.
fn version_in<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines();
    lines.find(|line| *line == name)?;
    lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn the_locked_version_is_that_of_the_very_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.80\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(version_in(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(version_in(lock, "wasm"), None);
    }

    #[test]
    fn the_repository_is_found() {
        assert!(super::root().join("index.html").is_file());
        assert!(super::locked_version("wasm-bindgen").is_ok());
    }
}
