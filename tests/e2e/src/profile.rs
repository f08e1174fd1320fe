//! What a browser keeps on disk.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::{Failure, Result};

/// A browser's folder, fresh, and gone with the last clone. Opening a second browser with it, after the first was closed, is
/// coming back the next day.
#[derive(Clone)]
pub struct Profile {
    folder: Arc<tempfile::TempDir>,
}

impl Profile {
    /// An empty one.
    ///
    /// # Errors
    /// If there is no place for temporary files.
    pub fn new() -> Result<Self> {
        let folder =
            tempfile::Builder::new().prefix("kith-profile-").tempdir().map_err(Failure::file(std::env::temp_dir()))?;
        std::fs::create_dir(folder.path().join("downloads")).map_err(Failure::file(folder.path()))?;
        Ok(Self { folder: Arc::new(folder) })
    }

    /// Where Chromium keeps everything.
    pub fn data(&self) -> PathBuf {
        self.folder.path().join("chromium")
    }

    /// Where downloads go.
    pub fn downloads(&self) -> PathBuf {
        self.folder.path().join("downloads")
    }

    /// The folder of both.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }
}
