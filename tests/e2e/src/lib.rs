//! Whole flows through a real browser, on the page as it is built.
//!
//! A flow is a test in `tests/`, named as a sentence:
//!
//! ```no_run
//! # async fn flow() -> e2e::Result<()> {
//! use e2e::{Browser, Role, Setup, Site};
//!
//! let site = Site::start()?;
//! let browser = Browser::open(&site, Setup { dark: true, locale: "zh-Hant-TW", ..Setup::default() }).await?;
//! browser.goto("#/customers").await?;
//! browser.click(Role::Button, "新增").await?;
//! browser.fill("姓名", "王小明").await?;
//! browser.wait_for_text("王小明").await?;
//! browser.screenshot("customers-zh-Hant-dark").await?;
//! browser.assert_clean().await?;
//! browser.close().await
//! # }
//! ```
//!
//! `KITH_DIST` names another folder than `dist/`; `KITH_AXE` is axe-core's script; `KITH_CHROMIUM` and `KITH_CHROMEDRIVER` name
//! other programs than those on the PATH. `cargo xtask test --only flows` sets what is needed.
//!
//! Every browser has a driver and a profile of its own, on disk: in private browsing IndexedDB lives in memory, and a test of
//! what is kept would prove nothing.

pub mod bench;

mod accessibility;
mod browser;
mod driver;
mod failure;
mod find;
mod profile;
mod site;
mod watch;

pub use accessibility::Violation as AccessibilityViolation;
pub use browser::{Browser, Look, Setup, to_be_looked_at};
pub use failure::{Failure, Result};
pub use find::Role;
pub use profile::Profile;
pub use site::{Site, built};
pub use thirtyfour::Key;
