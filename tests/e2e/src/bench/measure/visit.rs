//! From the list to the page of a customer by Enter, and back by the browser's button.

use std::time::Duration;

use serde_json::Value;
use thirtyfour::{By, Key};

use super::Bench;
use crate::bench::figure::Figure::{Visit, VisitFirst, VisitLongest, VisitSlow};
use crate::bench::results::Readings;
use crate::{Profile, Result};

const VISITS: usize = 20;
/// The row that the keys are at.
const ROW: &str = "document.querySelector('.table-row-active:not([hidden]) .table-link')";

/// Opens one customer after the other. The very first one may load the code of the page.
///
/// # Errors
/// If a page does not come.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let browser = bench.list(profile).await?;
    let page = bench.page(&browser);
    for visit in 0..=VISITS {
        // The list is built anew when one comes back.
        let rows = browser.driver().find(By::Css(".table-scroller")).await?;
        rows.send_keys(Key::Down).await?;
        page.after(async { Ok(()) }, "a row for the keys", ROW).await?;
        let (name, address): (String, String) =
            browser.eval(format!("[{ROW}.textContent.trim(), {ROW}.getAttribute('href')]")).await?;
        let there = format!(
            "kithProbe.text('h1') === {} && location.hash.startsWith('{address}') && !document.querySelector('.skeleton, .spinner')",
            Value::from(name)
        );
        let enter = async { Ok(rows.send_keys(Key::Enter).await?) };
        let seen = page.after(enter, "the customer's page", &there).await?;
        let pressed = page.acted("keydown").await?;
        if visit == 0 {
            readings.add(VisitFirst, seen - pressed);
        } else {
            readings.add(Visit, seen - pressed);
            readings.add(VisitSlow, seen - pressed);
            readings.add(VisitLongest, page.longest(pressed, seen + 500.0).await?);
        }
        let back = async { Ok(browser.driver().back().await?) };
        page.after(back, "the list", "kithProbe.rows()[0]?.querySelector('.table-link')").await?;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
    browser.close().await
}
