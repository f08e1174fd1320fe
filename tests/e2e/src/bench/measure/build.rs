//! The bytes of the build, and which of them the screen of customers loads.

use std::time::Duration;

use crate::bench::page::{PROBE, Page};
use crate::bench::weight::Build;
use crate::{Browser, Failure, Result, Setup, Site, built};

/// What the page fetched in a first visit, its workers not: they come when the list is there.
const FETCHED: &str = "performance.getEntries().filter((entry) => /^(resource|navigation)$/.test(entry.entryType))
    .map((entry) => [new URL(entry.name).pathname, entry.startTime])";

/// Weighs the build. An empty workspace shows no list, so somebody comes in first; then the list is opened as on a first visit, with
/// nothing kept by the browser, and what the page asks for until the list is painted is counted.
///
/// # Errors
/// If the list does not come.
pub async fn measure(site: &Site) -> Result<Build> {
    let file = tempfile::Builder::new().suffix(".csv").tempfile().map_err(Failure::file(std::env::temp_dir()))?;
    std::fs::write(file.path(), "name,city\nAda,London\n").map_err(Failure::file(file.path()))?;
    let setup = Setup { before: Some(PROBE), ..Setup::default() };
    let browser = Browser::open_blank(site, setup.clone()).await?;
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    let page = Page::new(&browser, None);
    let ready = browser.upload("input[type=file]", file.path());
    page.after(ready, "the file to be checked", "kithProbe.button('Import')").await?;
    page.after(page.press("Import"), "the import", "kithProbe.text('.banner-success')").await?;
    let profile = browser.profile();
    browser.close().await?;

    let browser = Browser::open_blank(site, Setup { profile: Some(profile), ..setup }).await?;
    browser.goto("#/customers").await?;
    let page = Page::new(&browser, None);
    let painted = page.first("rows").await?;
    tokio::time::sleep(Duration::from_secs(2)).await;
    let loaded: Vec<(String, f64)> = browser.eval(FETCHED).await?;
    browser.close().await?;
    let before = loaded.iter().filter(|(_, started)| *started <= painted);
    let mut names: Vec<String> = before.map(|(path, _)| name(path)).collect();
    names.sort();
    names.dedup();
    Build::weigh(&built()?, names)
}

fn name(path: &str) -> String {
    let inside = path.trim_start_matches('/');
    if inside.is_empty() { "index.html".to_owned() } else { inside.to_owned() }
}

#[cfg(test)]
mod tests {
    #[test]
    fn an_address_names_a_file_of_the_build() {
        assert_eq!(super::name("/kith-1.js"), "kith-1.js");
        assert_eq!(super::name("/"), "index.html");
    }
}
