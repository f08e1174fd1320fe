//! The built page, served.

use std::path::{Path, PathBuf};

use xtask::Server;

use crate::{Failure, Result};

/// A folder on a free port of this machine, until it is dropped.
pub struct Site {
    server: Server,
    base: String,
}

impl Site {
    /// The built page at `/`.
    ///
    /// # Errors
    /// If it is not built.
    pub fn start() -> Result<Self> {
        Self::below("/")
    }

    /// The built page below a path that begins and ends with a slash.
    ///
    /// # Errors
    /// If it is not built.
    pub fn below(base: &str) -> Result<Self> {
        Self::of(&built()?, base)
    }

    /// Any folder.
    ///
    /// # Errors
    /// If no port can be had.
    pub fn of(folder: &Path, base: &str) -> Result<Self> {
        Ok(Self { server: Server::start(folder, base)?, base: base.to_owned() })
    }

    /// The page's address, as a host name may hide the machine.
    pub(crate) fn url(&self, host: &str) -> String {
        format!("http://{host}:{}{}", self.server.port(), self.base)
    }

    /// The port: with the host, what makes an origin and so a store.
    pub fn port(&self) -> u16 {
        self.server.port()
    }
}

/// The folder with the built page: `KITH_DIST`, or `dist/`.
///
/// # Errors
/// [`Failure::NotBuilt`].
pub fn built() -> Result<PathBuf> {
    let folder = std::env::var_os("KITH_DIST").map_or_else(xtask::dist_dir, PathBuf::from);
    if folder.join("index.html").is_file() { Ok(folder) } else { Err(Failure::NotBuilt(folder)) }
}
