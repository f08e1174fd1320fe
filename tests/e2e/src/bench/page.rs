//! The page as a stopwatch sees it: something is done, something can be seen, and the times of both are the page's own.

use std::path::Path;
use std::time::{Duration, Instant};

use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::{By, WebElement};

use super::process::Family;
use crate::{Browser, Failure, Result};

/// What runs in the page before its own scripts.
pub const PROBE: &str = include_str!("probe.js");

/// How long anything is waited for: twenty times what is hoped for at the largest size.
const LIMIT: Duration = Duration::from_secs(900);
/// Between two looks. Each costs the page a tenth of a millisecond.
const EVERY: Duration = Duration::from_millis(40);
/// Within a second, at most so much processor time is quiet, in milliseconds.
const QUIET: u64 = 60;
/// So many quiet seconds in a row: the app itself begins to tidy up after two.
const QUIET_FOR: usize = 5;

/// A page that is watched.
pub struct Page<'a> {
    browser: &'a Browser,
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
        if self.profiles.is_some() {
            let cdp = self.browser.driver().cdp();
            cdp.send_raw("Profiler.enable", json!({})).await?;
            cdp.send_raw("Profiler.setSamplingInterval", json!({ "interval": 500 })).await?;
            cdp.send_raw("Profiler.start", json!({})).await?;
        }
        action.await?;
        let seen: Seen = self.poll(what, "kithProbe.waits.it").await?;
        self.keep_profile(what).await?;
        seen.at(what)
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

    /// Makes sure that what lies there is what was made up: so many customers, each with as many orders. A workspace that has lost some is
    /// quick, and its times are worth nothing.
    ///
    /// # Errors
    /// [`Failure::NotClean`] with what is there instead.
    pub async fn has_all(&self, customers: usize, orders: usize) -> Result<()> {
        let (count, bought): (String, Vec<String>) =
            self.browser.eval("[kithProbe.text('.page-heading .count'), kithProbe.orders()]").await?;
        let digits: String = count.chars().filter(char::is_ascii_digit).collect();
        if digits == customers.to_string() && bought.iter().all(|bought| *bought == orders.to_string()) {
            return Ok(());
        }
        let bought = bought.join(", ");
        Err(Failure::NotClean(format!(
            "The list should have {customers} customers with {orders} orders each, and has {count}; those shown have {bought}."
        )))
    }

    /// Evaluates a statement.
    ///
    /// # Errors
    /// If it throws.
    pub async fn run(&self, statement: &str) -> Result<()> {
        self.browser.eval::<Value>(format!("void ({statement})")).await.map(drop)
    }

    /// Waits until nothing goes on any more in all of the browser, so that nothing disturbs what comes next. Returns when that began,
    /// in the page's milliseconds.
    ///
    /// # Errors
    /// [`Failure::Late`] if it never rests.
    pub async fn quiet(&self) -> Result<f64> {
        let data = self.browser.profile().data();
        let start = Instant::now();
        let (mut used, mut calm, mut since) = (Family::of(&data).cpu(), 0, self.now().await?);
        while calm < QUIET_FOR {
            tokio::time::sleep(Duration::from_secs(1)).await;
            let now = Family::of(&data).cpu();
            // Where the system does not tell, a few seconds have to do.
            let spent = now.zip(used).map_or(0, |(now, used)| now.saturating_sub(used));
            used = now;
            if spent <= QUIET {
                calm += 1;
            } else {
                (calm, since) = (0, self.now().await?);
            }
            if start.elapsed() > LIMIT {
                let what = "the browser to come to rest".to_owned();
                return Err(Failure::Late { seconds: LIMIT.as_secs(), what, page: self.browser.account().await });
            }
        }
        Ok(since)
    }

    async fn keep_profile(&self, what: &str) -> Result<()> {
        let Some(folder) = self.profiles else { return Ok(()) };
        let taken = self.browser.driver().cdp().send_raw("Profiler.stop", json!({})).await?;
        std::fs::create_dir_all(folder).map_err(Failure::file(folder))?;
        let path = folder.join(format!("{}.cpuprofile", what.replace(|c: char| !c.is_alphanumeric(), "-")));
        std::fs::write(&path, taken["profile"].to_string()).map_err(Failure::file(path))
    }
}
