//! Coming back the next day: a new browser process opens the workspace. The system has the files in memory still, as a laptop has that
//! was only closed.

use super::Bench;
use crate::bench::figure::Figure::{Open, OpenClasses, OpenLongest};
use crate::bench::idle::idle;
use crate::bench::results::Readings;
use crate::{Profile, Result};

/// Opens the list of customers.
///
/// # Errors
/// If it does not come.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let mut rounds = bench.rounds();
    loop {
        let browser = bench.browser(Some(profile)).await?;
        let page = bench.page(&browser);
        idle().await;
        browser.goto("#/customers").await?;
        // The page's time begins with the navigation.
        readings.add(Open, page.first("rows").await?);
        let last = page.first(bench.stock.last_shown()).await?;
        if bench.stock.orders > 0 {
            readings.add(OpenClasses, last);
        }
        readings.add(OpenLongest, page.longest(0.0, last).await?);
        page.has_all(&bench.stock).await?;
        page.quiet().await?;
        browser.close().await?;
        if !rounds.again() {
            return Ok(());
        }
    }
}
