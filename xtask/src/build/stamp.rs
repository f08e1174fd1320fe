//! Whether `dist/` is up to date. Cargo knows that for the two modules; the rest of the page is a handful of small files, compared
//! by content.

use std::path::{Path, PathBuf};

use super::digest::short_hash;
use super::finish::files_below;
use crate::{Error, dist_dir, root, target_dir};

/// What goes into the page beside Rust: the hook that finishes it counts too.
const INPUTS: [&str; 8] =
    ["index.html", "Trunk.toml", "start", "style", "public", "xtask/src", "xtask/Cargo.toml", ".cargo/config.toml"];

/// Two hashes: of what went in and of what came out.
#[derive(PartialEq)]
pub struct Stamp {
    inputs: String,
    outputs: String,
}

impl Stamp {
    /// Hashes the inputs: the files, the modules as cargo left them, and the tools' versions.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub fn of(modules: &[PathBuf], tools: &str) -> Result<Self, Error> {
        let mut paths = Vec::new();
        for input in INPUTS.map(|input| root().join(input)) {
            if input.is_dir() { paths.extend(files_below(&input)?) } else { paths.push(input) }
        }
        let inputs = hash_of(paths.iter().chain(modules), &root(), tools)?;
        Ok(Self { inputs, outputs: hash_of(&files_in_dist()?, &dist_dir(), "")? })
    }

    /// Whether `dist/` is what was built from these inputs.
    pub fn is_current(&self) -> bool {
        std::fs::read_to_string(place()).is_ok_and(|kept| kept == format!("{}\n{}\n", self.inputs, self.outputs))
    }

    /// Remembers the inputs with what is in `dist/` now.
    ///
    /// # Errors
    /// If a file cannot be read or written.
    pub fn keep(mut self) -> Result<(), Error> {
        self.outputs = hash_of(&files_in_dist()?, &dist_dir(), "")?;
        let place = place();
        if let Some(folder) = place.parent() {
            std::fs::create_dir_all(folder).map_err(Error::file("made", folder))?;
        }
        std::fs::write(&place, format!("{}\n{}\n", self.inputs, self.outputs)).map_err(Error::file("written", place))
    }
}

/// Not in `dist/`: that folder is published as it is.
fn place() -> PathBuf {
    let clone = short_hash([root().as_os_str().as_encoded_bytes()]);
    target_dir().join("xtask").join(format!("dist-{clone}.stamp"))
}

fn files_in_dist() -> Result<Vec<PathBuf>, Error> {
    let dist = dist_dir();
    if dist.is_dir() { files_below(&dist) } else { Ok(Vec::new()) }
}

fn hash_of<'a>(paths: impl IntoIterator<Item = &'a PathBuf>, base: &Path, more: &str) -> Result<String, Error> {
    let mut parts = vec![more.as_bytes().to_vec()];
    for path in paths {
        parts.push(path.strip_prefix(base).unwrap_or(path).as_os_str().as_encoded_bytes().to_vec());
        parts.push(std::fs::read(path).map_err(Error::file("read", path))?);
    }
    Ok(short_hash(parts))
}
