//! The page as a stopwatch sees it: something is done, something can be seen, and the times of both are the page's own.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use crate::{Browser, Failure, Result};

/// What runs in the page before its own scripts.
pub const PROBE: &str = concat!(include_str!("probe.js"), include_str!("taps.js"), include_str!("drills.js"));

/// How long anything is waited for: many times what is hoped for at the largest size.
pub const LIMIT: Duration = Duration::from_secs(300);
/// Between two looks. Each costs the page a tenth of a millisecond.
const EVERY: Duration = Duration::from_millis(40);
/// A page that is watched.
pub struct Page<'a> {
    pub(super) browser: &'a Browser,
    profiles: Option<&'a Path>,
}

/// What a wait in the page came to.
#[derive(Deserialize)]
struct Seen {
    /// When it was painted.
    at: f64,
    /// What the page says is wrong; empty if nothing is.
    complaint: String,
}

impl Seen {
    fn at(self, what: &str) -> Result<f64> {
        if self.complaint.is_empty() {
            return Ok(self.at);
        }
        Err(Failure::NotClean(format!("While waiting for {what} the page said: “{}”", self.complaint)))
    }
}

impl<'a> Page<'a> {
    /// The page of this browser, which was opened with [`PROBE`]. CPU profiles go into the folder, if there is one.
    pub fn new(browser: &'a Browser, profiles: Option<&'a Path>) -> Self {
        Self { browser, profiles }
    }

    /// Does something and waits until a condition, in JavaScript, holds and is painted. Returns when, in the page's milliseconds.
    ///
    /// # Errors
    /// [`Failure::Late`] if it does not come, [`Failure::NotClean`] if the page complains.
    pub async fn after(&self, action: impl Future<Output = Result<()>>, what: &str, condition: &str) -> Result<f64> {
        self.run(&format!("kithProbe.wait('it', () => {condition})")).await?;
        let doing = async {
            action.await?;
            self.poll::<Seen>(what, "kithProbe.waits.it").await
        };
        self.profiled(what, doing).await?.at(what)
    }

    /// Does something, with a CPU profile of it if profiles are wanted.
    ///
    /// # Errors
    /// If it fails, or the profile cannot be written.
    pub async fn profiled<T>(&self, what: &str, doing: impl Future<Output = Result<T>>) -> Result<T> {
        let Some(folder) = self.profiles else { return doing.await };
        let cdp = self.browser.driver().cdp();
        cdp.send_raw("Profiler.enable", json!({})).await?;
        cdp.send_raw("Profiler.setSamplingInterval", json!({ "interval": 500 })).await?;
        cdp.send_raw("Profiler.start", json!({})).await?;
        let done = doing.await?;
        let taken = cdp.send_raw("Profiler.stop", json!({})).await?;
        std::fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        let path = folder.join(format!("{}.cpuprofile", what.replace(|c: char| !c.is_alphanumeric(), "-")));
        std::fs::write(&path, taken["profile"].to_string()).map_err(Failure::file(path))?;
        Ok(done)
    }

    /// Waits for what every page notes by itself: when the list's first `rows` were painted, when the `classes` in them.
    ///
    /// # Errors
    /// [`Failure::Late`] if it does not come, [`Failure::NotClean`] if the page complains.
    pub async fn first(&self, thing: &str) -> Result<f64> {
        let what = format!("the list's first {thing}");
        self.poll::<Seen>(&what, &format!("kithProbe.first.{thing}")).await?.at(&what)
    }

    /// Asks again and again until an expression is not null any more, also across a reload.
    ///
    /// # Errors
    /// [`Failure::Late`] if it stays so.
    async fn poll<T: serde::de::DeserializeOwned>(&self, what: &str, expression: &str) -> Result<T> {
        let start = Instant::now();
        let expression = format!("globalThis.kithProbe ? {expression} ?? null : null");
        let mut refused = 0;
        loop {
            match self.browser.eval::<Option<T>>(expression.as_str()).await {
                Ok(Some(value)) => return Ok(value),
                Ok(None) => refused = 0,
                // Between two documents there is nobody to ask; a page that has died stays silent.
                Err(failure) if refused == 50 => return Err(failure),
                Err(_) => refused += 1,
            }
            if start.elapsed() > LIMIT {
                let page = self.browser.account().await;
                return Err(Failure::Late { seconds: LIMIT.as_secs(), what: what.to_owned(), page });
            }
            tokio::time::sleep(EVERY).await;
        }
    }

    /// When the user last did this (`click`, `change`, `keydown`), in the page's milliseconds.
    ///
    /// # Errors
    /// If it has never happened.
    pub async fn acted(&self, kind: &str) -> Result<f64> {
        self.browser.eval(format!("kithProbe.acted.{kind}")).await
    }

    /// The longest task on the main thread between two times; 0 if all were shorter than 50 ms.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn longest(&self, from: f64, to: f64) -> Result<f64> {
        // The browser tells of a task after it.
        tokio::time::sleep(Duration::from_millis(200)).await;
        self.browser.eval(format!("kithProbe.longest({from}, {to})")).await
    }

    /// The page's time now.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn now(&self) -> Result<f64> {
        self.browser.eval("performance.now()").await
    }

    /// When the page's time began, in milliseconds since 1970.
    ///
    /// # Errors
    /// If there is no page.
    pub async fn origin(&self) -> Result<f64> {
        self.browser.eval("performance.timeOrigin").await
    }

    /// Clicks the button whose text begins so, as the mouse does.
    ///
    /// # Errors
    /// If there is none, or it cannot be clicked.
    pub async fn press(&self, label: &str) -> Result<()> {
        self.click(&format!("//button[starts-with(normalize-space(.), '{label}')]")).await
    }

    /// Clicks an element by its XPath. Not by the accessibility tree: asking for that changes what the page costs.
    ///
    /// # Errors
    /// If there is none, or it cannot be clicked.
    pub async fn click(&self, xpath: &str) -> Result<()> {
        Ok(self.find(xpath).await?.click().await?)
    }

    /// Waits for an element by its XPath.
    ///
    /// # Errors
    /// [`Failure::Late`] if it does not come.
    pub async fn find(&self, xpath: &str) -> Result<WebElement> {
        let start = Instant::now();
        loop {
            if let Ok(element) = self.browser.driver().find(By::XPath(xpath)).await {
                return Ok(element);
            }
            if start.elapsed() > LIMIT {
                let page = self.browser.account().await;
                return Err(Failure::Late { seconds: LIMIT.as_secs(), what: xpath.to_owned(), page });
            }
            tokio::time::sleep(EVERY).await;
        }
    }

    /// Evaluates a statement.
    ///
    /// # Errors
    /// If it throws.
    pub async fn run(&self, statement: &str) -> Result<()> {
        self.browser.eval::<Value>(format!("void ({statement})")).await.map(drop)
    }
}
