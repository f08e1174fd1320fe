//! One Chromium with one page.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde::de::DeserializeOwned;
use serde_json::json;
use thirtyfour::cdp::domains::runtime::Evaluate;
use thirtyfour::common::capabilities::chrome::ChromeCapabilities;
use thirtyfour::{ChromiumLikeCapabilities, DesiredCapabilities, LoggingPrefsLogLevel, WebDriver};

use crate::driver::Driver;
use crate::{Failure, Profile, Result, Site, watch};

/// How a browser is opened. The default is an English one with a light page of 1280 by 800 pixels.
#[derive(Clone)]
pub struct Setup {
    /// Pixels of the page from left to right.
    pub width: u32,
    /// Pixels of the page from top to bottom.
    pub height: u32,
    /// What the system prefers.
    pub dark: bool,
    /// The first of the browser's languages, as a BCP 47 tag.
    pub locale: &'static str,
    /// The time zone's name.
    pub time_zone: &'static str,
    /// An earlier browser's profile; otherwise a fresh one.
    pub profile: Option<Profile>,
    /// The name under which the page is opened. Anything but the default stands for a host in the network: it leads to this
    /// machine too, and counts as secure, as https would.
    pub host: &'static str,
    /// JavaScript to run in each page before its own.
    pub before: Option<&'static str>,
}

/// How a page is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Pixels of the page from left to right.
    pub width: u32,
    /// Pixels of the page from top to bottom.
    pub height: u32,
    /// What the system prefers.
    pub dark: bool,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            width: 1280,
            height: 800,
            dark: false,
            locale: "en-GB",
            time_zone: "UTC",
            profile: None,
            host: "127.0.0.1",
            before: None,
        }
    }
}

/// A browser that shows the page. Close it; if a test fails before, it is ended with it.
pub struct Browser {
    driver: WebDriver,
    // Dropped in this order: the driver is ended, then the profile goes.
    process: Driver,
    profile: Profile,
    url: String,
}

/// How long anything is waited for. No test depends on speed: this is for a machine that does other things as well, and for
/// Chromium, which takes half a minute to let an older service worker go.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

impl Browser {
    /// Opens the site's page.
    ///
    /// # Errors
    /// If Chromium or its driver cannot be started.
    pub async fn open(site: &Site, setup: Setup) -> Result<Self> {
        let browser = Self::open_blank(site, setup).await?;
        browser.goto("").await?;
        Ok(browser)
    }

    /// Opens a browser that has not gone to the page yet.
    ///
    /// # Errors
    /// If Chromium or its driver cannot be started.
    pub async fn open_blank(site: &Site, setup: Setup) -> Result<Self> {
        let url = site.url(setup.host);
        let profile = match &setup.profile {
            Some(profile) => profile.clone(),
            None => Profile::new()?,
        };
        let process = Driver::start(setup.locale)?;
        let driver = WebDriver::builder(process.url(), capabilities(&setup, &profile, site.port())?)
            .request_timeout(Duration::from_secs(300))
            .await?;
        let browser = Self { driver, process, profile, url };
        browser.emulate(&setup).await?;
        Ok(browser)
    }

    async fn emulate(&self, setup: &Setup) -> Result<()> {
        let cdp = self.driver.cdp();
        self.look(Look { width: setup.width, height: setup.height, dark: setup.dark }).await?;
        cdp.send_raw("Emulation.setTimezoneOverride", json!({ "timezoneId": setup.time_zone })).await?;
        let downloads = json!({ "behavior": "allow", "downloadPath": self.profile.downloads() });
        cdp.send_raw("Browser.setDownloadBehavior", downloads).await?;
        for script in std::iter::once(watch::SCRIPT).chain(setup.before) {
            cdp.page().add_script_to_evaluate_on_new_document(script).await?;
        }
        Ok(())
    }

    /// Shows the page otherwise from now on.
    ///
    /// # Errors
    /// If the browser refuses.
    pub async fn look(&self, look: Look) -> Result<()> {
        let cdp = self.driver.cdp();
        let scheme = if look.dark { "dark" } else { "light" };
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        cdp.send_raw("Emulation.setEmulatedMedia", media).await?;
        let size = json!({ "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false });
        cdp.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
        Ok(())
    }

    /// Goes to an address below the page's, such as `""` or `"#/customers"`.
    ///
    /// # Errors
    /// If it cannot be loaded.
    pub async fn goto(&self, below: &str) -> Result<()> {
        Ok(self.driver.goto(format!("{}{below}", self.url)).await?)
    }

    /// Loads the page again.
    ///
    /// # Errors
    /// If it cannot be loaded.
    pub async fn reload(&self) -> Result<()> {
        Ok(self.driver.refresh().await?)
    }

    /// The page's address without what follows `#`.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// What it keeps on disk, to be opened again after it was closed.
    pub fn profile(&self) -> Profile {
        self.profile.clone()
    }

    /// The driver, for what has no helper here.
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// Evaluates an expression in the page, which may be a promise. The page's policy does not apply to it.
    ///
    /// # Errors
    /// If it throws, or gives something else than is asked for.
    pub async fn eval<T: DeserializeOwned>(&self, expression: impl Into<String>) -> Result<T> {
        let mut evaluate = Evaluate::new(expression);
        evaluate.return_by_value = Some(true);
        evaluate.await_promise = Some(true);
        let outcome = self.driver.cdp().send(evaluate).await?;
        if let Some(thrown) = outcome.exception_details {
            let more = thrown.exception.and_then(|exception| exception.description);
            return Err(Failure::Script(more.unwrap_or(thrown.text)));
        }
        let value = outcome.result.value.unwrap_or_default();
        serde_json::from_value(value).map_err(|error| Failure::Script(error.to_string()))
    }

    /// Waits until an expression is true, also across reloads.
    ///
    /// # Errors
    /// [`Failure::Late`] with what the page shows instead; what is waited for is named by `what`.
    pub async fn wait_until(&self, what: &str, expression: &str) -> Result<()> {
        let start = Instant::now();
        loop {
            // A promise that never settles is asked again, as is a page that was being replaced.
            let soon = format!("Promise.race([{expression}, new Promise((no) => setTimeout(no, 1000))]).then(Boolean)");
            if self.eval::<bool>(soon).await.unwrap_or(false) {
                return Ok(());
            }
            if start.elapsed() > PATIENCE {
                return Err(Failure::Late {
                    seconds: PATIENCE.as_secs(),
                    what: what.to_owned(),
                    page: self.account().await,
                });
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the app has taken over from the page's own first sentences.
    ///
    /// # Errors
    /// [`Failure::Late`] if it does not start.
    pub async fn wait_for_app(&self) -> Result<()> {
        self.wait_until(
            "the app to start",
            "document.body && !document.getElementById('start') && document.body.innerText.trim()",
        )
        .await
    }

    /// Waits until the page can be loaded without a network.
    ///
    /// # Errors
    /// [`Failure::Late`] if its files are not kept.
    pub async fn wait_until_offline_ready(&self) -> Result<()> {
        self.wait_until(
            "a copy for offline use",
            "navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller)",
        )
        .await
    }

    /// What can be read on the page.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn text(&self) -> Result<String> {
        self.eval("document.body.innerText").await
    }

    /// Keeps what is seen as `screens/<name>.png` in cargo's target folder.
    ///
    /// # Errors
    /// If it cannot be written.
    pub async fn screenshot(&self, name: &str) -> Result<PathBuf> {
        let path = to_be_looked_at(&format!("{name}.png"))?;
        self.driver.screenshot(&path).await?;
        Ok(path)
    }

    /// Waits for a file whose name ends so to be downloaded completely.
    ///
    /// # Errors
    /// If it does not come.
    pub async fn wait_for_download(&self, ending: &str) -> Result<PathBuf> {
        let start = Instant::now();
        let folder = self.profile.downloads();
        while start.elapsed() < PATIENCE {
            let entries = std::fs::read_dir(&folder).map_err(Failure::file(&folder))?;
            // Unfinished ones end in `.crdownload`.
            let mut paths = entries.flatten().map(|entry| entry.path());
            let found = paths.find(|path: &PathBuf| path.to_string_lossy().ends_with(ending));
            let size = |path: &PathBuf| std::fs::metadata(path).map_or(0, |data| data.len());
            let before = found.as_ref().map(size);
            tokio::time::sleep(Duration::from_millis(100)).await;
            // It may have its name a moment before it has all its bytes.
            if let Some(path) = found.filter(|path| before == Some(size(path)) && size(path) > 0) {
                return Ok(path);
            }
        }
        Err(Failure::Late {
            seconds: PATIENCE.as_secs(),
            what: format!("a download *{ending}"),
            page: self.account().await,
        })
    }

    /// Chooses a file in an `<input type=file>`.
    ///
    /// # Errors
    /// If there is no such input, or no such file.
    pub async fn upload(&self, css: &str, file: &Path) -> Result<()> {
        let file = file.canonicalize().map_err(Failure::file(file))?;
        Ok(self.css(css).await?.send_keys(file.to_string_lossy()).await?)
    }

    /// Ends the browser and waits until it is gone, so that its profile can be opened again.
    ///
    /// # Errors
    /// If the driver refuses.
    pub async fn close(self) -> Result<()> {
        Ok(self.driver.clone().quit().await?)
    }

    /// What there is to see, for a failure.
    pub(crate) async fn account(&self) -> String {
        let text = self.text().await.unwrap_or_else(|failure| failure.to_string());
        let complaints = self.complaints().await.unwrap_or_default();
        let screen = match self.screenshot(&format!("failure-{}", std::process::id())).await {
            Ok(path) => path.display().to_string(),
            Err(failure) => failure.to_string(),
        };
        format!("The page ({screen}) shows:\n{text}\nComplaints: {complaints:#?}")
    }
}

impl Drop for Browser {
    /// A test that fails drops its browser unclosed. thirtyfour would then wait for a runtime that waits for us.
    fn drop(&mut self) {
        if self.driver.clone().leak().is_ok() {
            self.process.end_session(&self.driver.session_id().to_string());
        }
    }
}

fn capabilities(setup: &Setup, profile: &Profile, port: u16) -> Result<ChromeCapabilities> {
    let mut wanted = DesiredCapabilities::chrome();
    if let Some(program) = std::env::var_os("KITH_CHROMIUM") {
        wanted.set_binary(&program.to_string_lossy())?;
    }
    let Setup { host, locale, .. } = setup;
    for flag in [
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--no-first-run",
        // Not a single name but ours leads anywhere, whatever page or browser would like to call.
        &format!("--host-resolver-rules=MAP {host} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
        &format!("--unsafely-treat-insecure-origin-as-secure=http://{host}:{port}"),
        &format!("--lang={locale}"),
        &format!("--accept-lang={locale}"),
        &format!("--window-size={},{}", setup.width, setup.height),
        &format!("--user-data-dir={}", profile.data().display()),
    ] {
        wanted.add_arg(flag)?;
    }
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(wanted)
}

/// Where a file for human eyes goes: `screens/` in cargo's target folder, which is made where it is missing.
///
/// # Errors
/// If the folder cannot be made.
pub fn to_be_looked_at(name: &str) -> Result<PathBuf> {
    let folder = xtask::target_dir().join("screens");
    std::fs::create_dir_all(&folder).map_err(Failure::file(&folder))?;
    Ok(folder.join(name))
}
