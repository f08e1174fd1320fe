//! Whole flows through a browser, one file for each part of the app. One program, so that it is linked once.

#![allow(clippy::unwrap_used, reason = "a flow that cannot prepare itself has failed")]

mod bad_input;
mod forms;
mod import_choices;
mod keyboard;
mod main_job;
mod offline;
mod screens;
mod start;
mod tabs;
mod worker;

use std::path::{Path, PathBuf};

/// A copy of the built page that a test may change.
fn copy_of_the_build() -> e2e::Result<tempfile::TempDir> {
    let copy = tempfile::tempdir().expect("a temporary folder can be made");
    copy_folder(&e2e::built()?, copy.path());
    Ok(copy)
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (from, to) = (entry.as_ref().unwrap().path(), to.join(entry.as_ref().unwrap().file_name()));
        if from.is_dir() { copy_folder(&from, &to) } else { std::fs::copy(&from, &to).map(drop).unwrap() }
    }
}

/// The only file in a folder whose name begins and ends so.
fn file(folder: &Path, beginning: &str, ending: &str) -> PathBuf {
    let names = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let found: Vec<_> = names.filter(|name| name.starts_with(beginning) && name.ends_with(ending)).collect();
    assert_eq!(found.len(), 1, "{beginning}…{ending}: {found:?}");
    folder.join(&found[0])
}
