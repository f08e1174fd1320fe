//! Tools that cargo can install.

use std::path::{Path, PathBuf};

use super::{Tool, own_folder};
use crate::process::Run;
use crate::{Error, project};

/// 0.22 needs a newer compiler than the one we support.
const TRUNK: &str = "0.21.14";
/// Fits the macro `wasm_split_helpers` that Leptos hands on.
const WASM_SPLIT: &str = "0.2.4";

/// Trunk, which puts the page together.
///
/// # Errors
/// If it is not there and cannot be installed.
pub fn trunk() -> Result<Tool, Error> {
    // `rustls` lets it download wasm-opt; what is left out asks for news at every start.
    let how = ["--locked", "--no-default-features", "--features", "rustls"];
    cargo_tool("trunk", TRUNK, &["trunk"], &how)
}

/// `wasm-bindgen` with its test runner beside it: exactly the version the code is compiled with, or its output does not fit.
///
/// # Errors
/// If it is not there and cannot be installed.
pub fn wasm_bindgen() -> Result<Tool, Error> {
    // Not `--locked`: what its lock file names is not available in every registry mirror, and newer patches serve as well.
    cargo_tool(
        "wasm-bindgen-cli",
        &project::locked_version("wasm-bindgen")?,
        &["wasm-bindgen", "wasm-bindgen-test-runner"],
        &[],
    )
}

/// The tool that cuts a module into parts. It does not tell its version, so only one that was installed here is used.
///
/// # Errors
/// If it is not there and cannot be installed.
pub fn wasm_split() -> Result<PathBuf, Error> {
    let package = "wasm_split_cli_support";
    let own = own_folder(package, WASM_SPLIT)?;
    let program = executable(&own.join("bin"), "wasm-split-cli");
    if !program.is_file() {
        install(package, WASM_SPLIT, &["--locked", "--features", "build-binary"], &own)?;
    }
    Ok(program)
}

/// Finds or installs a package whose programs lie in one folder; the first is returned.
fn cargo_tool(package: &str, version: &str, programs: &[&str], how: &[&str]) -> Result<Tool, Error> {
    let own = own_folder(package, version)?;
    let first = programs[0];
    let usual = [
        which::which(first).ok().and_then(|path| path.parent().map(Path::to_path_buf)),
        Some(project::cargo_home()?.join("bin")),
    ];
    let folders = usual.into_iter().flatten().chain([own.join("bin")]);
    let mut fitting = folders.filter(|folder| programs.iter().all(|program| has(folder, program, version)));
    let program = match fitting.next() {
        Some(folder) => executable(&folder, first),
        None => {
            install(package, version, how, &own)?;
            executable(&own.join("bin"), first)
        }
    };
    Ok(Tool { program, version: version.to_owned() })
}

fn install(package: &str, version: &str, how: &[&str], own: &Path) -> Result<(), Error> {
    println!("{package} {version} is installed into {}; this takes some minutes, once.", own.display());
    std::fs::create_dir_all(own).map_err(Error::file("made", own))?;
    Run::cargo()
        .args(["install", package, "--version", version])
        .args(how)
        .args(["--root".as_ref(), own.as_os_str()])
        // Not into the project's target folder, and not with its settings.
        .without_env("CARGO_TARGET_DIR")
        .in_dir(own)
        .announced()
}

fn executable(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// `<name> <version>` is the first line, with the commit behind it in some builds.
fn has(folder: &Path, name: &str, version: &str) -> bool {
    let said = Run::new(executable(folder, name)).args(["--version"]).output().unwrap_or_default();
    said.split_whitespace().nth(1) == Some(version)
}
