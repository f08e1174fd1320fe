//! The order of things: for each number of customers a workspace is made by an import, and everything else is measured on it.

use std::time::Instant;

use super::figure::Measurement;
use super::ledger;
use super::measure::{Bench, backup, build, classify, edit, import, keystroke, memory, open, restore};
use super::options::Options;
use super::results::{Readings, Results};
use super::weight::Build;
use crate::{Failure, Profile, Result, Site};

/// The same customers every time.
const SEED: u64 = 20_260_101;

/// Measures what the options ask for, and tells on standard error how far it is.
///
/// # Errors
/// If there is nothing to measure: no build, no browser, no room for files. What goes wrong with a measurement stands in the results.
pub async fn measure(options: &Options) -> Result<(Results, Option<Build>)> {
    let site = Site::start()?;
    let mut results = Results::new(&options.sizes);
    let weighed = if options.wants(Measurement::Build) {
        say("weighing the build");
        Some(build::measure(&site).await?)
    } else {
        None
    };
    if options.only != [Measurement::Build] {
        for size in &options.sizes {
            one_size(&site, options, *size, &mut results).await?;
        }
    }
    Ok((results, weighed))
}

async fn one_size(site: &Site, options: &Options, size: usize, results: &mut Results) -> Result<()> {
    let folder =
        tempfile::Builder::new().prefix("kith-bench-").tempdir().map_err(Failure::file(std::env::temp_dir()))?;
    let file = folder.path().join(format!("orders-{size}.csv"));
    say(&format!("{size} customers: writing the file of orders"));
    ledger::write(&file, size, SEED)?;
    let profiles = options.profiles.as_ref().map(|folder| folder.join(size.to_string()));
    let bench = Bench { site, options, size, file, profiles };

    let mut unwanted = Readings::default();
    let wanted = options.wants(Measurement::Import);
    let readings = if wanted { results.of(size) } else { &mut unwanted };
    let profile = match told(size, Measurement::Import, import::measure(&bench, readings)).await {
        Ok(profile) => profile,
        Err(failure) => {
            // The rest has nothing to work on.
            for measurement in &options.only {
                results.fail(size, *measurement, reason(Measurement::Import, &failure));
            }
            return Ok(());
        }
    };
    let done_already = [Measurement::Import, Measurement::Build];
    for measurement in options.only.iter().filter(|measurement| !done_already.contains(measurement)) {
        let readings = results.of(size);
        if let Err(failure) = told(size, *measurement, further(&bench, *measurement, &profile, readings)).await {
            results.fail(size, *measurement, reason(*measurement, &failure));
        }
    }
    Ok(())
}

async fn further(
    bench: &Bench<'_>,
    measurement: Measurement,
    profile: &Profile,
    readings: &mut Readings,
) -> Result<()> {
    match measurement {
        Measurement::Import | Measurement::Build => Ok(()),
        Measurement::Open => open::measure(bench, profile, readings).await,
        Measurement::Keystroke => keystroke::measure(bench, profile, readings).await,
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

fn say(text: &str) {
    eprintln!("{text}");
}
