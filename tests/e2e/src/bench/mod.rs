//! `cargo xtask bench`: speed and size of the page as it is built, in a real browser.
//!
//! Everything is done as a user does it and timed by the page's own clock (`probe.js`), from the event of the mouse or the key to a task
//! after the next frame. Profiles are on disk: in private browsing IndexedDB lives in memory and looks far too fast.
//!
//! - `options`, `figure` — what can be measured; `ledger`, `random` — customers made up by seed;
//! - `page`, `process` — the page and its processes as a stopwatch sees them; `measure` — one file for each measurement;
//! - `run` — their order; `results`, `statistics`, `weight`, `table` — what came of it.

mod figure;
mod ledger;
mod measure;
mod options;
mod page;
mod process;
mod random;
mod results;
mod run;
mod statistics;
mod table;
mod weight;

use std::ffi::OsString;

use serde_json::json;

use crate::{Failure, Result};
use options::Options;

/// Measures, and prints the tables.
///
/// # Errors
/// If the arguments make no sense, or there is nothing to measure.
pub async fn bench(arguments: impl IntoIterator<Item = OsString>) -> Result<()> {
    let options = Options::parse(arguments)?;
    // Whoever names a build measures that one.
    if std::env::var_os("KITH_DIST").is_none() {
        xtask::run(["dist".into()])?;
    }
    let before = process::load();
    let (results, build) = run::measure(&options).await?;
    if results.figures().next().is_some() {
        println!("{}", table::figures(&results));
        if let Some(((before, cores), (after, _))) = before.zip(process::load()) {
            println!(
                "Programs that wanted one of {cores} cores, others' too: {before:.1} before, {after:.1} at the end.\n"
            );
        }
    }
    if let Some(build) = &build {
        println!("{}", build.table());
    }
    if let Some(path) = &options.json {
        let all = json!({ "figures": results.json(), "build": build.map(|build| build.json()) });
        std::fs::write(path, format!("{all:#}\n")).map_err(Failure::file(path))?;
    }
    Ok(())
}
