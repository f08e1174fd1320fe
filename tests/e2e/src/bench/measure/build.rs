//! The bytes of the build, and which of them a first visit loads.

use crate::bench::page::PROBE;
use crate::bench::weight::Build;
use crate::{Browser, Result, Setup, Site, built};

/// Weighs the build.
///
/// # Errors
/// If the page does not start.
pub async fn measure(site: &Site) -> Result<Build> {
    let browser = Browser::open_blank(site, Setup { before: Some(PROBE), ..Setup::default() }).await?;
    browser.goto("#/customers").await?;
    browser.wait_for_app().await?;
    let list = "performance.getEntries().filter((entry) => /^(resource|navigation)$/.test(entry.entryType))
        .map((entry) => new URL(entry.name).pathname)";
    let loaded: Vec<String> = browser.eval(list).await?;
    browser.close().await?;
    let mut names: Vec<String> = loaded.iter().map(|path| name(path)).collect();
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
