//! The peers' programs: installed from npm, started one after the other.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::folder;
use crate::bench::idle::LIMIT;
use crate::{Failure, Result};

/// Writes the customers for Kith.
const CUSTOMERS: &str = include_str!("customers.mjs");

/// A copy of the folder, ready to run.
pub struct Programs {
    folder: PathBuf,
    profiles: tempfile::TempDir,
}

impl Programs {
    /// Copies the folder into cargo's target folder and installs what the programs need.
    ///
    /// # Errors
    /// If Node.js is missing, or npm cannot install, as a sentence.
    pub fn install(from: &Path) -> Result<Self> {
        let folder = xtask::target_dir().join("peers");
        folder::copy(from, &folder)?;
        let script = folder.join("customers.mjs");
        std::fs::write(&script, CUSTOMERS).map_err(Failure::file(script))?;
        // Beside Kith's own profiles: all write to the same disk.
        let profiles =
            tempfile::Builder::new().prefix("kith-peers-").tempdir().map_err(Failure::file(std::env::temp_dir()))?;
        let programs = Self { folder, profiles };
        let install = ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"];
        programs.start("npm", &install).map_err(|failure| {
            Failure::Peers(format!("{failure} The peers need Node.js and npm; --no-peers measures Kith alone."))
        })?;
        Ok(programs)
    }

    /// Where the results of the programs go.
    pub fn results(&self) -> PathBuf {
        self.folder.join("results")
    }

    /// Runs one of the programs to its end; what it prints goes to standard error.
    ///
    /// # Errors
    /// [`Failure::Peers`] if it cannot be started or fails.
    pub fn node(&self, script: &str, arguments: &[&str]) -> Result<()> {
        self.start("node", &[&[script], arguments].concat())
    }

    fn start(&self, program: &str, arguments: &[&str]) -> Result<()> {
        let shown = || format!("{program} {}", arguments.join(" "));
        let mut command = Command::new(program);
        command.args(arguments).current_dir(&self.folder).stdin(Stdio::null()).stdout(std::io::stderr());
        command.env("BENCH_PROFILES", self.profiles.path()).env("BENCH_RESULTS", self.results());
        command.env("QUIET_MS", LIMIT.as_millis().to_string());
        if let Some(chromium) = std::env::var_os("KITH_CHROMIUM") {
            command.env("CHROMIUM", chromium);
        }
        let status = command.status();
        let status = status.map_err(|error| Failure::Peers(format!("“{}” cannot be started: {error}.", shown())))?;
        if status.success() { Ok(()) } else { Err(Failure::Peers(format!("“{}” failed: {status}.", shown()))) }
    }
}
