//! One file for each measurement; each drives the app as a user would.

pub mod arithmetic;
pub mod backup;
pub mod build;
pub mod classify;
pub mod edit;
pub mod import;
pub mod keystroke;
pub mod memory;
pub mod open;
pub mod restore;
pub mod scroll;
pub mod search;
pub mod stock;
pub mod visit;

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::options::Options;
use super::page::{PROBE, Page};
pub use stock::Stock;

use crate::{Browser, Profile, Result, Setup, Site};

/// What every measurement for one number of customers needs.
pub struct Bench<'a> {
    /// The page. One for all, since its port belongs to what IndexedDB calls an origin.
    pub site: &'a Site,
    /// What was asked for.
    pub options: &'a Options,
    /// The customers.
    pub stock: Stock,
    /// They come in just once: it is not their coming in that is measured.
    pub once: bool,
    /// Where CPU profiles go.
    pub profiles: Option<PathBuf>,
}

impl Bench<'_> {
    /// A new browser process that has not gone to the page yet; with a profile, it comes back to a workspace.
    ///
    /// # Errors
    /// If it does not start.
    pub async fn browser(&self, profile: Option<&Profile>) -> Result<Browser> {
        let setup = Setup { profile: profile.cloned(), before: Some(PROBE), ..Setup::default() };
        Browser::open_blank(self.site, setup).await
    }

    /// A browser that shows the list of this workspace and has come to rest.
    ///
    /// # Errors
    /// If it does not start, or the list does not come.
    pub async fn list(&self, profile: &Profile) -> Result<Browser> {
        let browser = self.browser(Some(profile)).await?;
        browser.goto("#/customers").await?;
        let page = self.page(&browser);
        page.first(self.stock.last_shown()).await?;
        page.quiet().await?;
        Ok(browser)
    }

    /// Its page.
    pub fn page<'b>(&'b self, browser: &'b Browser) -> Page<'b> {
        Page::new(browser, self.profiles.as_deref())
    }

    /// As many rounds as are wished for, one at least, and none begun after a minute.
    pub fn rounds(&self) -> Rounds {
        self.up_to(self.options.runs)
    }

    /// Another number of rounds. Profiles are taken of one.
    pub fn up_to(&self, most: usize) -> Rounds {
        Rounds { left: if self.profiles.is_some() { 1 } else { most }, began: Instant::now() }
    }
}

/// Counts rounds.
pub struct Rounds {
    left: usize,
    began: Instant,
}

/// After this no further round is begun.
const ENOUGH: Duration = Duration::from_secs(60);

impl Rounds {
    /// One round is over; says whether there is another.
    pub fn again(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left > 0 && self.began.elapsed() < ENOUGH
    }
}
