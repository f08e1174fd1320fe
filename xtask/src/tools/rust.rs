//! Parts of the Rust toolchain.

use std::path::Path;

use crate::Error;
use crate::process::Run;

/// Makes sure that a target's standard library is there.
///
/// # Errors
/// If it is not, and rustup cannot add it.
pub fn rust_target(target: &str) -> Result<(), Error> {
    let sysroot = Run::new("rustc").args(["--print", "sysroot"]).output().unwrap_or_default();
    if Path::new(&sysroot).join("lib/rustlib").join(target).join("lib").is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", target], &format!("the standard library for {target}"))
}

/// Makes sure that a component is there; `probe` is the cargo command that needs it.
///
/// # Errors
/// If it is not, and rustup cannot add it.
pub fn rust_component(component: &str, probe: &str) -> Result<(), Error> {
    match Run::cargo().args([probe, "--version"]).output() {
        Some(_) => Ok(()),
        None => rustup(&["component", "add", component], component),
    }
}

fn rustup(arguments: &[&str], what: &str) -> Result<(), Error> {
    Run::new("rustup").args(arguments).announced().map_err(|error| match error {
        Error::NotStarted { .. } => Error::Missing(format!(
            "Rust lacks {what}, and there is no rustup to add it. Install Rust by https://rustup.rs, or the package of your system."
        )),
        other => other,
    })
}
