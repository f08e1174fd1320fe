//! A backup is brought back in a browser that knows nothing: read and previewed, then done, until the list is there.

use std::path::Path;

use super::Bench;
use crate::Result;
use crate::bench::figure::Figure::{RestoreLongest, RestoreRead, RestoreWrite};
use crate::bench::results::Readings;

const RESTORE: &str = "Restore: make the workspace";

/// Restores the file into fresh profiles.
///
/// # Errors
/// If it does not come to its end.
pub async fn measure(bench: &Bench<'_>, backup: &Path, readings: &mut Readings) -> Result<()> {
    let mut rounds = bench.rounds();
    loop {
        let browser = bench.browser(None).await?;
        browser.goto("#/data").await?;
        browser.wait_for_app().await?;
        let page = bench.page(&browser);
        page.quiet().await?;
        let choose = browser.upload("input[type=file]", backup);
        let shown = page.after(choose, "the preview of the backup", &format!("kithProbe.button('{RESTORE}')")).await?;
        let chosen = page.acted("change").await?;
        readings.add(RestoreRead, shown - chosen);
        readings.add(RestoreLongest, page.longest(chosen, shown).await?);

        // The page is loaded anew in between; only days tie its two clocks together.
        page.press(RESTORE).await?;
        let rows = page.first("rows").await?;
        let pressed: f64 = browser.eval("Number(sessionStorage.getItem('bench-clicked'))").await?;
        readings.add(RestoreWrite, page.origin().await? + rows - pressed);
        page.first(bench.stock.last_shown()).await?;
        page.has_all(&bench.stock).await?;
        browser.close().await?;
        if !rounds.again() {
            return Ok(());
        }
    }
}
