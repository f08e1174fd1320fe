//! binaryen's optimiser for WebAssembly.

use std::path::PathBuf;

use super::npm::npm_file;
use crate::Error;
use crate::process::Run;

/// Older ones do not know what rustc emits today; Debian 12 has 108.
const OLDEST: u32 = 120;
/// npm's package, tried with what rustc emits.
const BINARYEN: &str = "132.0.0";

/// A `wasm-opt` that can be used.
#[derive(Debug)]
pub struct WasmOpt {
    /// Where it is.
    pub program: PathBuf,
    /// binaryen's version.
    pub version: u32,
}

impl WasmOpt {
    /// The one on the PATH, or the one we installed before.
    pub fn find() -> Option<Self> {
        let own = super::own_folder("binaryen", BINARYEN).ok().map(|folder| folder.join("node_modules/.bin/wasm-opt"));
        which::which("wasm-opt").ok().into_iter().chain(own).find_map(Self::checked)
    }

    /// Installs npm's.
    ///
    /// # Errors
    /// If npm is missing or fails, or what it installs does not run.
    pub fn from_npm() -> Result<Self, Error> {
        let program = npm_file("binaryen", BINARYEN, ".bin/wasm-opt")?;
        Self::checked(program)
            .ok_or_else(|| Error::Missing("npm's wasm-opt does not run; it needs Node.js 18 or newer.".to_owned()))
    }

    fn checked(program: PathBuf) -> Option<Self> {
        let version = version_in(&Run::new(&program).args(["--version"]).output()?)?;
        (version >= OLDEST).then_some(Self { program, version })
    }
}

/// `wasm-opt version 132 (version_132)`
fn version_in(said: &str) -> Option<u32> {
    said.strip_prefix("wasm-opt version ")?.split_whitespace().next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::version_in;

    #[test]
    fn both_ways_of_telling_the_version_are_read() {
        assert_eq!(version_in("wasm-opt version 132 (version_132)"), Some(132));
        assert_eq!(version_in("wasm-opt version 108"), Some(108));
        assert_eq!(version_in("command not found"), None);
    }
}
