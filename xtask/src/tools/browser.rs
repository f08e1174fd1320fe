//! Chromium and its driver.

use std::path::PathBuf;

use crate::Error;
use crate::process::Run;

/// Where Chromium and the driver of the same version are.
#[derive(Debug)]
pub struct Browser {
    /// Chromium or Chrome.
    pub chromium: PathBuf,
    /// The driver.
    pub chromedriver: PathBuf,
}

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
/// The fonts are for screens in Chinese.
const DEBIAN: [&str; 3] = ["chromium", "chromium-driver", "fonts-noto-cjk"];

/// Finds both on the PATH, or installs them on a Debian that is ours to change.
///
/// # Errors
/// If they are missing and cannot be installed, or their versions differ.
pub fn browser() -> Result<Browser, Error> {
    if find().is_none() && may_install() {
        let apt = || Run::new("apt-get").env("DEBIAN_FRONTEND", "noninteractive");
        apt().args(["update"]).announced()?;
        apt().args(["install", "--yes", "--no-install-recommends"]).args(DEBIAN).announced()?;
    }
    let found = find().ok_or_else(|| {
        Error::Missing(
            "Tests in a browser need Chromium (or Chrome) and its chromedriver on the PATH; on Debian: `apt-get install chromium chromium-driver fonts-noto-cjk`."
                .to_owned(),
        )
    })?;
    let major = |program: &PathBuf| major_in(&Run::new(program).args(["--version"]).output().unwrap_or_default());
    match (major(&found.chromium), major(&found.chromedriver)) {
        (Some(browser), Some(driver)) if browser == driver => Ok(found),
        (browser, driver) => Err(Error::Missing(format!(
            "{} is version {} and {} is version {}; install a chromedriver of the browser's version.",
            found.chromium.display(),
            browser.map_or("unknown".to_owned(), |major| major.to_string()),
            found.chromedriver.display(),
            driver.map_or("unknown".to_owned(), |major| major.to_string()),
        ))),
    }
}

fn find() -> Option<Browser> {
    let chromedriver = which::which("chromedriver").ok()?;
    let chromium = NAMES.iter().find_map(|name| which::which(name).ok())?;
    Some(Browser { chromium, chromedriver })
}

fn may_install() -> bool {
    let debian =
        std::fs::read_to_string("/etc/os-release").is_ok_and(|text| text.lines().any(|line| line == "ID=debian"));
    debian && Run::new("id").args(["-u"]).output().as_deref() == Some("0")
}

/// `Chromium 156.0.8078.79 built on …`, `ChromeDriver 156.0.8078.79 (…)`, `Google Chrome 156.0…`
fn major_in(said: &str) -> Option<u32> {
    said.split_whitespace().find_map(|word| word.split_once('.')?.0.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::major_in;

    #[test]
    fn the_major_version_is_read_from_all_of_them() {
        assert_eq!(major_in("Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)"), Some(156));
        assert_eq!(major_in("ChromeDriver 156.0.8078.79 (a21ce95c24ce3964416f09ae1862f53f319eb4d0)"), Some(156));
        assert_eq!(major_in("Google Chrome 99.0.1 "), Some(99));
        assert_eq!(major_in(""), None);
    }
}
