//! What lies in memory when the list is open and nothing goes on, and on the disk.

use serde_json::{Value, json};

use super::Bench;
use crate::bench::figure::Figure::{Heap, Resident, Stored, Wasm};
use crate::bench::process::Family;
use crate::bench::results::Readings;
use crate::{Profile, Result};

/// Opens the list and weighs.
///
/// # Errors
/// If it does not come.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let mut rounds = bench.rounds();
    loop {
        let browser = bench.list(profile).await?;
        if let Some(bytes) = browser.eval::<Option<f64>>("kithProbe.memory()").await? {
            readings.add(Wasm, bytes);
        }
        let cdp = browser.driver().cdp();
        cdp.send_raw("Performance.enable", json!({})).await?;
        let metrics = cdp.send_raw("Performance.getMetrics", json!({})).await?;
        let mut metrics = metrics["metrics"].as_array().into_iter().flatten();
        let heap = metrics.find(|metric| metric["name"] == "JSHeapUsedSize");
        if let Some(bytes) = heap.and_then(|metric| metric["value"].as_f64()) {
            readings.add(Heap, bytes);
        }
        if let Some(bytes) = Family::of(&browser.profile().data()).resident() {
            readings.add(Resident, bytes as f64);
        }
        let estimate: Value = browser.eval("navigator.storage.estimate()").await?;
        let stored = estimate["usageDetails"]["indexedDB"].as_f64().or(estimate["usage"].as_f64());
        if let Some(bytes) = stored {
            readings.add(Stored, bytes);
        }
        browser.close().await?;
        if !rounds.again() {
            return Ok(());
        }
    }
}
