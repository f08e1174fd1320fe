//! The order of things: for each number of customers a workspace is made by an import, and everything else is measured on it.

use std::time::Instant;

use super::figure::Measurement;
use super::ledger;
use super::measure::{
    Bench, Stock, arithmetic, backup, build, classify, edit, import, keystroke, memory, open, restore, scroll, search,
    visit,
};
use super::options::Options;
use super::peers::{self, Comparison};
use super::results::{Readings, Results};
use super::weight::Build;
use crate::{Failure, Profile, Result, Site};

/// The same customers every time.
const SEED: u64 = 20_260_101;

/// What came of it all.
pub struct Measured {
    /// The figures.
    pub results: Results,
    /// The bytes of the build, if they were asked for.
    pub build: Option<Build>,
    /// How others fare with the same customers, if there are any others.
    pub comparison: Option<Comparison>,
}

/// Measures what the options ask for, and tells on standard error how far it is.
///
/// # Errors
/// If there is nothing to measure: no build, no browser, no room for files. What goes wrong with a measurement stands in the results.
pub async fn measure(options: &Options) -> Result<Measured> {
    let mut results = Results::new(&options.sizes);
    if options.wants(Measurement::Arithmetic) {
        say("the arithmetic by itself");
        arithmetic::measure(options, &mut results).await?;
    }
    if !options.needs_build() {
        return Ok(Measured { results, build: None, comparison: None });
    }
    let site = Site::start()?;
    let build = if options.wants(Measurement::Build) {
        say("weighing the build");
        Some(build::measure(&site).await?)
    } else {
        None
    };
    let apart = [Measurement::Arithmetic, Measurement::Build, Measurement::Peers];
    let wanted: Vec<Measurement> = options.only.iter().copied().filter(|wanted| !apart.contains(wanted)).collect();
    if !wanted.is_empty() {
        for size in &options.sizes {
            one_size(&site, options, &wanted, *size, &mut results).await?;
        }
    }
    let comparison = match &options.peers {
        Some(folder) if options.wants(Measurement::Peers) => {
            Some(peers::compare(&site, options, folder, build.as_ref()).await?)
        }
        _ => None,
    };
    Ok(Measured { results, build, comparison })
}

async fn one_size(
    site: &Site,
    options: &Options,
    wanted: &[Measurement],
    size: usize,
    results: &mut Results,
) -> Result<()> {
    let folder =
        tempfile::Builder::new().prefix("kith-bench-").tempdir().map_err(Failure::file(std::env::temp_dir()))?;
    let file = folder.path().join(format!("orders-{size}.csv"));
    say(&format!("{size} customers: writing the file of orders"));
    ledger::write(&file, size, SEED)?;
    one_stock(site, options, wanted, Stock::of_ledger(file, size), results).await;
    Ok(())
}

/// Lets the customers come in, then measures what is wanted of the rest. What goes wrong stands in the results.
pub async fn one_stock(site: &Site, options: &Options, wanted: &[Measurement], stock: Stock, results: &mut Results) {
    let size = stock.customers;
    let profiles = options.profiles.as_ref().map(|folder| folder.join(size.to_string()));
    let bench = Bench { site, options, stock, once: !wanted.contains(&Measurement::Import), profiles };
    let mut unwanted = Readings::default();
    let readings = if bench.once { &mut unwanted } else { results.of(size) };
    let profile = match told(size, Measurement::Import, import::measure(&bench, readings)).await {
        Ok(profile) => profile,
        Err(failure) => {
            // The rest has nothing to work on.
            for measurement in wanted {
                results.fail(size, *measurement, reason(Measurement::Import, &failure));
            }
            return;
        }
    };
    for measurement in wanted.iter().filter(|measurement| **measurement != Measurement::Import) {
        let readings = results.of(size);
        if let Err(failure) = told(size, *measurement, further(&bench, *measurement, &profile, readings)).await {
            results.fail(size, *measurement, reason(*measurement, &failure));
        }
    }
}

async fn further(
    bench: &Bench<'_>,
    measurement: Measurement,
    profile: &Profile,
    readings: &mut Readings,
) -> Result<()> {
    match measurement {
        Measurement::Import | Measurement::Arithmetic | Measurement::Build | Measurement::Peers => Ok(()),
        Measurement::Open => open::measure(bench, profile, readings).await,
        Measurement::Keystroke => keystroke::measure(bench, profile, readings).await,
        Measurement::Search => search::measure(bench, profile, readings).await,
        Measurement::Scroll => scroll::measure(bench, profile, readings).await,
        Measurement::Visit => visit::measure(bench, profile, readings).await,
        Measurement::Edit => edit::measure(bench, profile, readings).await,
        Measurement::Classify => classify::measure(bench, profile, readings).await,
        Measurement::Memory => memory::measure(bench, profile, readings).await,
        Measurement::Backup => backup::measure(bench, profile, readings).await.map(drop),
        Measurement::Restore => {
            let file = match backup::kept(profile)? {
                Some(file) => file,
                None => backup::measure(bench, profile, &mut Readings::default()).await?,
            };
            restore::measure(bench, &file, readings).await
        }
    }
}

async fn told<T>(size: usize, measurement: Measurement, work: impl Future<Output = Result<T>>) -> Result<T> {
    let began = Instant::now();
    say(&format!("{size} customers: {}", measurement.name()));
    let result = work.await;
    match &result {
        Ok(_) => say(&format!("    done in {} s", began.elapsed().as_secs())),
        Err(failure) => say(&format!("    failed after {} s: {failure}", began.elapsed().as_secs())),
    }
    result
}

/// The first line is the sentence; what the page showed stands on standard error.
fn reason(measurement: Measurement, failure: &Failure) -> String {
    let text = failure.to_string();
    format!("{}: {}", measurement.name(), text.lines().next().unwrap_or_default())
}

/// Tells how far it is.
pub fn say(text: &str) {
    eprintln!("{text}");
}
