//! The folder of peers: where it is, and a copy of it that may be written to.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::{env, fs};

use crate::{Failure, Result};

/// What lies in a copy and not in the folder.
const MADE: [&str; 4] = ["node_modules", "dist", "out", "results"];

/// The folder that was named, or the one that `KITH_PEERS` names, or the one that lies beside the repository, if there is one.
///
/// # Errors
/// [`Failure::Usage`] if one is named that holds no programs.
pub fn find(named: Option<PathBuf>) -> Result<Option<PathBuf>> {
    let holds_programs = |folder: &Path| folder.join("package.json").is_file() && folder.join("lib/data.mjs").is_file();
    let variable = env::var_os("KITH_PEERS").filter(|value| !value.is_empty()).map(PathBuf::from);
    if let Some(folder) = named.or(variable) {
        if holds_programs(&folder) {
            return Ok(Some(folder));
        }
        return Err(Failure::Usage(format!(
            "{} is no folder of peers: its package.json is missing.",
            folder.display()
        )));
    }
    let beside = xtask::root().join("../shared/bench");
    Ok(holds_programs(&beside).then_some(beside))
}

/// Copies the programs, not what they made. What was installed beside an earlier copy stays there.
///
/// # Errors
/// If a file cannot be read or written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to).map_err(Failure::file(to))?;
    for entry in fs::read_dir(from).map_err(Failure::file(from))? {
        let entry = entry.map_err(Failure::file(from))?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            if !MADE.iter().any(|made| OsStr::new(made) == entry.file_name()) {
                copy(&source, &target)?;
            }
        } else {
            // Not `fs::copy`, which would make a file that may only be read into another such.
            let content = fs::read(&source).map_err(Failure::file(&source))?;
            fs::write(&target, content).map_err(Failure::file(&target))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn programs_are_copied_and_what_they_made_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let (from, to) = (folder.path().join("a"), folder.path().join("b"));
        for inside in ["lib", "node_modules"] {
            fs::create_dir_all(from.join(inside)).unwrap();
            fs::write(from.join(inside).join("data.mjs"), "1").unwrap();
        }
        fs::write(from.join("package.json"), "{}").unwrap();
        copy(&from, &to).unwrap();
        copy(&from, &to).unwrap();
        assert!(to.join("lib/data.mjs").is_file() && !to.join("node_modules").exists());
        assert!(find(Some(to.clone())).unwrap().is_some());
        assert!(find(Some(to.join("lib"))).unwrap_err().to_string().contains("no folder of peers"));
    }
}
