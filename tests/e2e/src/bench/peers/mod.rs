//! Others beside Kith: a folder of programs that keep, search and list customers with well-known libraries, or with the browser alone.
//! They run in the same hour on the same machine, Kith takes in the very customers that they make up, and what is compared is ratios: a
//! slow or busy machine is slow and busy for all.
//!
//! - `folder`, `program` — finding, copying, installing, starting; `taken` — what they write down;
//! - `customers.mjs` — their customers as a file; `goal`, `goals`, `arithmetic` — what is compared with what, and how much is enough.

mod arithmetic;
mod folder;
mod goal;
mod goals;
mod program;
mod taken;

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::figure::Measurement;
use super::measure::Stock;
use super::options::Options;
use super::results::Results;
use super::run::{one_stock, say};
use super::table::figures;
use super::weight::Build;
use crate::{Failure, Result, Site};

pub use arithmetic::goals as arithmetic;
pub use folder::find as folder;
pub use goal::{Goal, table};

use goals::Sources;
use program::Programs;

/// Columns of their customers for which Kith has no field. And the company: Kith would make a customer of its own of each, and link them.
const CUSTOMS: [&str; 8] = ["company", "stage", "source", "owner", "since", "touched", "bought", "spent"];
/// What their list is asked for, key by key.
const WORDS: [&str; 5] = ["anderson", "meridian", "张伟", "lisbon", "dormant"];
/// More readings of the peers say no more.
const ROUNDS: usize = 3;

/// Kith and its peers with the same customers.
pub struct Comparison {
    results: Results,
    goals: Vec<Goal>,
}

impl Comparison {
    /// The figures of Kith with these customers, then the goals.
    pub fn table(&self) -> String {
        let figures = figures(&self.results, "Kith with the customers of the peers");
        format!("{figures}\n{}", table(&self.goals))
    }

    /// The same for programs.
    pub fn json(&self) -> Value {
        json!({ "figures": self.results.json(), "goals": self.goals.iter().map(Goal::json).collect::<Vec<_>>() })
    }
}

/// Runs the peers of a folder and Kith with as many customers as the largest workspace has.
///
/// # Errors
/// If a peer cannot be installed or does not run to its end. What goes wrong with Kith stands in its results.
pub async fn compare(site: &Site, options: &Options, folder: &Path, build: Option<&Build>) -> Result<Comparison> {
    let size = options.sizes.last().copied().unwrap_or_default();
    say(&format!("{size} customers: the peers"));
    let programs = Programs::install(folder)?;
    let taken = programs.results();
    if taken.is_dir() {
        fs::remove_dir_all(&taken).map_err(Failure::file(&taken))?;
    }
    let (rows, rounds) = (size.to_string(), options.runs.min(ROUNDS).to_string());
    programs.node("storage/run.mjs", &["--only", "libs,sqlite", "--rows", &rows, "--reps", &rounds])?;
    programs.node("search/run.mjs", &["--only", "concat", "--rows", &rows, "--passes", &rounds])?;
    programs.node("list/run.mjs", &["--only", "plain,aggrid", "--rows", &rows, "--reps", &rounds])?;

    say(&format!("{size} customers: Kith with those of the peers"));
    let made = tempfile::tempdir().map_err(Failure::file(std::env::temp_dir()))?;
    programs.node("customers.mjs", &[&rows, &made.path().to_string_lossy()])?;
    let results = kith(site, options, made.path(), size).await?;
    let sources = Sources {
        libraries: taken::read(&taken, "storage-libs.json")?,
        sqlite: taken::read(&taken, "storage-sqlite.json")?,
        searches: taken::read(&taken, "search.json")?,
        lists: taken::read(&taken, "list.json")?,
    };
    let goals = goals::goals(&results, size, &sources, build)?;
    Ok(Comparison { results, goals })
}

/// Measures Kith with the customers that lie in a folder.
async fn kith(site: &Site, options: &Options, made: &Path, size: usize) -> Result<Results> {
    let mut results = Results::new(&[size]);
    let stored = stock(made.join("stored.csv"), size);
    let wanted = [
        Measurement::Import,
        Measurement::Open,
        Measurement::Keystroke,
        Measurement::Scroll,
        Measurement::Visit,
        Measurement::Edit,
    ];
    one_stock(site, options, &wanted, stored, &mut results).await;
    // With longer notes, as their search has them.
    let path = made.join("queries.json");
    let text = fs::read_to_string(&path).map_err(Failure::file(&path))?;
    let queries = serde_json::from_str(&text)
        .map_err(|error| Failure::Peers(format!("queries.json cannot be read: {error}.")))?;
    let searched = Stock { queries, ..stock(made.join("searched.csv"), size) };
    one_stock(site, options, &[Measurement::Search], searched, &mut results).await;
    Ok(results)
}

fn stock(file: PathBuf, customers: usize) -> Stock {
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    Stock { file, customers, orders: 0, customs: owned(&CUSTOMS), words: owned(&WORDS), queries: Vec::new() }
}
