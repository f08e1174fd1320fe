//! Trunk's hook after a build, run in the folder where the page is put together.

use std::path::{Path, PathBuf};

use super::{offline, page, split, worker};
use crate::Error;

/// Finishes the page in Trunk's staging folder. The order matters: names first, then the check, then the list of what is there.
///
/// # Errors
/// If a file cannot be read or written, or Trunk's output is not what we rely on.
pub fn finish(staging: &Path, sources: &Path, is_release: bool) -> Result<(), Error> {
    let index = staging.join("index.html");
    let html = read(&index)?;
    let loader = read(&sources.join("start/worker_loader.js"))?;
    let html = split::cut(staging, &html, is_release)?;
    let html = worker::name_by_content(staging, &html, &loader)?;
    let html = page::without_ignored_integrity(&html);
    page::check(&html).map_err(|reason| Error::Build { path: index.clone(), reason })?;
    write(&index, &html)?;
    list_for_offline_use(staging, sources)
}

/// Writes the service worker for what is in the folder now.
///
/// # Errors
/// If a file cannot be read or written.
pub fn list_for_offline_use(folder: &Path, sources: &Path) -> Result<(), Error> {
    let template = sources.join("public/sw.js");
    let script = offline::fill_in(&read(&template)?, &offline::files(folder)?)
        .map_err(|reason| Error::Build { path: template, reason })?;
    write(&folder.join("sw.js"), &script)
}

/// Every file below a folder, sorted.
///
/// # Errors
/// If a folder cannot be read.
pub fn files_below(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).map_err(Error::file("read", &folder))? {
            let path = entry.map_err(Error::file("read", &folder))?.path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    Ok(files)
}

/// The whole file as text.
///
/// # Errors
/// If it cannot be read.
pub fn read(path: &Path) -> Result<String, Error> {
    std::fs::read_to_string(path).map_err(Error::file("read", path))
}

/// Replaces the file.
///
/// # Errors
/// If it cannot be written.
pub fn write(path: &Path, content: &str) -> Result<(), Error> {
    std::fs::write(path, content).map_err(Error::file("written", path))
}
