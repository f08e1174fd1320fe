//! Without a network, and from one version to the next.

use std::path::Path;

use e2e::{Browser, Result, Setup, Site};

use crate::copy_of_the_build;

/// A host in the network, unlike this machine, is not asked before the copy is used.
const HOST: &str = "kith.test";
const IS_SECOND: &str = "document.querySelector('meta[name=second]')";

#[tokio::test]
async fn the_page_starts_again_without_a_server() -> Result<()> {
    for host in ["127.0.0.1", HOST] {
        let site = Site::below("/some/sub/path/")?;
        let browser = Browser::open(&site, Setup { host, ..Setup::default() }).await?;
        browser.wait_for_app().await?;
        browser.wait_until_offline_ready().await?;
        drop(site);
        browser.reload().await?;
        browser.wait_for_app().await?;
        browser.goto("index.html#/").await?;
        browser.wait_for_app().await?;
        assert_eq!(browser.policy_violations().await?, Vec::<String>::new());
        browser.close().await?;
    }
    Ok(())
}

/// Makes the folder another version: the page changes, and with it the list.
fn make_second(build: &Path) -> Result<()> {
    let index = build.join("index.html");
    let html = std::fs::read_to_string(&index).unwrap();
    std::fs::write(&index, html.replace("</head>", "<meta name=\"second\"></head>")).unwrap();
    Ok(xtask::list_for_offline_use(build, &xtask::root())?)
}

async fn with_a_second_version_waiting(build: &Path) -> Result<(Site, Browser)> {
    let site = Site::of(build, "/")?;
    let browser = Browser::open(&site, Setup { host: HOST, ..Setup::default() }).await?;
    browser.wait_for_app().await?;
    browser.wait_until_offline_ready().await?;
    make_second(build)?;
    browser.reload().await?;
    browser.wait_for_app().await?;
    assert!(!browser.eval::<bool>(format!("!!{IS_SECOND}")).await?, "the copy comes first");
    browser.wait_until("the newer version to wait", "document.documentElement.dataset.update === 'ready'").await?;
    Ok((site, browser))
}

#[tokio::test]
async fn a_newer_version_waits_until_the_page_asks() -> Result<()> {
    let build = copy_of_the_build()?;
    let (_site, browser) = with_a_second_version_waiting(build.path()).await?;
    browser.eval::<bool>("dispatchEvent(new Event('kith-update-now'))").await?;
    browser.wait_until("the newer version", IS_SECOND).await?;
    browser.wait_for_app().await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_newer_version_takes_over_when_the_last_tab_is_closed() -> Result<()> {
    let build = copy_of_the_build()?;
    let (site, browser) = with_a_second_version_waiting(build.path()).await?;
    let profile = Some(browser.profile());
    browser.close().await?;
    let browser = Browser::open(&site, Setup { host: HOST, profile, ..Setup::default() }).await?;
    browser.wait_until("the newer version", IS_SECOND).await?;
    browser.wait_for_app().await?;
    browser.close().await
}

#[tokio::test]
async fn another_tab_is_not_pulled_along_but_told() -> Result<()> {
    let build = copy_of_the_build()?;
    let (_site, browser) = with_a_second_version_waiting(build.path()).await?;
    let first = browser.driver().window().await?;
    let second = browser.driver().new_tab().await?;
    browser.driver().switch_to_window(second).await?;
    browser.goto("").await?;
    browser.wait_for_app().await?;
    assert!(!browser.eval::<bool>(format!("!!{IS_SECOND}")).await?, "two tabs: the older version stays");
    browser.eval::<bool>("dispatchEvent(new Event('kith-update-now'))").await?;
    browser.wait_until("the newer version", IS_SECOND).await?;
    browser.driver().switch_to_window(first).await?;
    browser.wait_until("the word", "document.documentElement.dataset.update === 'taken'").await?;
    assert!(!browser.eval::<bool>(format!("!!{IS_SECOND}")).await?, "nobody reloads this tab but its user");
    let kept = "fetch(document.querySelector('meta[name=kith-app]').dataset.wasm).then((answer) => answer.ok)";
    std::fs::remove_dir_all(build.path()).unwrap();
    assert!(browser.eval::<bool>(kept).await?, "what the older version has not loaded yet is still there");
    browser.close().await
}

#[tokio::test]
async fn a_rebuilt_page_on_this_machine_shows_at_once() -> Result<()> {
    let build = copy_of_the_build()?;
    let site = Site::of(build.path(), "/")?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.wait_until_offline_ready().await?;
    make_second(build.path())?;
    browser.reload().await?;
    browser.wait_until("the newer version", IS_SECOND).await?;
    browser.wait_for_app().await?;
    browser.close().await
}
