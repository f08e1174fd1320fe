//! A file of orders comes in: chosen, checked, imported, and what the app does afterwards by itself.

use super::Bench;
use crate::bench::figure::Figure::{
    ImportBoth, ImportFile, ImportPeak, ImportQuiet, ImportQuietLongest, ImportRate, ImportRead, ImportReadLongest,
    ImportWrite, ImportWriteLongest,
};
use crate::bench::process::Family;
use crate::bench::results::Readings;
use crate::{Failure, Profile, Result};

/// Imports into fresh profiles and hands out the last one.
///
/// # Errors
/// If the import does not come to its end.
pub async fn measure(bench: &Bench<'_>, readings: &mut Readings) -> Result<Profile> {
    let bytes = std::fs::metadata(&bench.stock.file).map_err(Failure::file(&bench.stock.file))?.len();
    readings.add(ImportFile, bytes as f64);
    let mut rounds = bench.rounds();
    loop {
        let profile = once(bench, readings).await?;
        if bench.once || !rounds.again() {
            return Ok(profile);
        }
    }
}

async fn once(bench: &Bench<'_>, readings: &mut Readings) -> Result<Profile> {
    let browser = bench.browser(None).await?;
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    let page = bench.page(&browser);
    page.quiet().await?;

    let choose = browser.upload("input[type=file]", &bench.stock.file);
    let checked = page.after(choose, "the file to be checked", "kithProbe.button('Import')").await?;
    let chosen = page.acted("change").await?;
    readings.add(ImportRead, checked - chosen);
    readings.add(ImportReadLongest, page.longest(chosen, checked).await?);

    // What the user decides is not the app's time.
    for column in &bench.stock.customs {
        page.run(&format!("kithProbe.choose('Column {column} is', 'Custom field')")).await?;
        page.after(async { Ok(()) }, "the column to be taken", "kithProbe.button('Import')").await?;
    }

    let result = "kithProbe.text('.banner-success .banner-title') === 'The file was imported'";
    let imported = page.after(page.press("Import"), "the result of the import", result).await?;
    let pressed = page.acted("click").await?;
    readings.add(ImportWrite, imported - pressed);
    readings.add(ImportWriteLongest, page.longest(pressed, imported).await?);
    let both = checked - chosen + imported - pressed;
    readings.add(ImportBoth, both);
    readings.add(ImportRate, bench.stock.rows() as f64 / both * 1_000.0);

    // Scores, texts of the search, the checkpoint: without them the next measurement would not be of what lies there.
    let rest = page.quiet().await?;
    readings.add(ImportQuiet, (rest - imported).max(0.0));
    readings.add(ImportQuietLongest, page.longest(imported, rest + 1_000.0).await?);
    browser.goto("#/customers").await?;
    page.first(bench.stock.last_shown()).await?;
    page.has_all(&bench.stock).await?;
    if let Some(peak) = Family::of(&browser.profile().data()).peak() {
        readings.add(ImportPeak, peak as f64);
    }
    let profile = browser.profile();
    browser.close().await?;
    Ok(profile)
}
