//! `cargo xtask bench`: speed and size of the page as it is built, in a real browser.
//!
//! Everything is done as a user does it and timed by the page's own clock (`probe.js`), from the event of the mouse or the key to a task
//! after the next frame. Profiles are on disk: in private browsing IndexedDB lives in memory and looks far too fast.
//!
//! - `options`, `figure` — what can be measured; `ledger`, `random` — customers made up by seed;
//! - `page`, `process`, `idle` — the page, its processes and the machine as a stopwatch sees them; `measure` — one file for each measurement;
//! - `peers` — what others take for the same, and the goals;
//! - `run` — their order; `results`, `statistics`, `weight`, `table` — what came of it.

mod figure;
mod idle;
mod ledger;
mod measure;
mod options;
mod page;
mod peers;
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
use figure::Measurement;
use options::Options;

/// Measures, and prints the tables.
///
/// # Errors
/// If the arguments make no sense, or there is nothing to measure.
pub async fn bench(arguments: impl IntoIterator<Item = OsString>) -> Result<()> {
    let mut options = Options::parse(arguments)?;
    if options.wants(Measurement::Peers) || options.wants(Measurement::Arithmetic) {
        options.peers = if options.alone { None } else { peers::folder(options.peers)? };
        if options.peers.is_none() {
            println!("There is no folder of peers (--peers, KITH_PEERS): Kith is measured alone.");
        }
    }
    // Whoever names a build measures that one.
    if options.needs_build() && std::env::var_os("KITH_DIST").is_none() {
        xtask::run(["dist".into()])?;
    }
    let before = process::load();
    let run::Measured { results, build, comparison } = run::measure(&options).await?;
    let largest = options.sizes.last().copied().unwrap_or_default();
    let arithmetic = options.wants(Measurement::Arithmetic).then(|| peers::arithmetic(&results, largest));
    if results.figures().next().is_some() {
        println!("{}", table::figures(&results, "customers, with ten orders each"));
        if let Some(((before, cores), (after, _))) = before.zip(process::load()) {
            println!(
                "Programs that wanted one of {cores} cores, others' too: {before:.1} before, {after:.1} at the end.\n"
            );
        }
    }
    if let Some(goals) = &arithmetic {
        println!("{}", peers::table(goals));
    }
    if let Some(build) = &build {
        println!("{}", build.table());
    }
    if let Some(comparison) = &comparison {
        println!("{}", comparison.table());
    }
    if let Some(path) = &options.json {
        let all = json!({
            "figures": results.json(),
            "build": build.map(|build| build.json()),
            "arithmetic": arithmetic.map(|goals| goals.iter().map(peers::Goal::json).collect::<Vec<_>>()),
            "peers": comparison.map(|comparison| comparison.json()),
        });
        std::fs::write(path, format!("{all:#}\n")).map_err(Failure::file(path))?;
    }
    Ok(())
}
