//! The page starts, from anywhere, or says why it cannot.

use e2e::{Browser, Failure, Key, Result, Setup, Site};
use serde_json::json;

use crate::{copy_of_the_build, file};

#[tokio::test]
async fn the_page_starts_and_keeps_its_policy() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.wait_until_offline_ready().await?;
    browser.assert_clean().await?;
    browser.screenshot("start").await?;
    browser.close().await
}

#[tokio::test]
async fn the_page_starts_below_any_path() -> Result<()> {
    let site = Site::below("/some/sub/path/")?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.wait_until_offline_ready().await?;
    assert_eq!(browser.eval::<String>("location.pathname").await?, "/some/sub/path/");
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn the_browser_is_opened_as_asked() -> Result<()> {
    let site = Site::start()?;
    let setup =
        Setup { dark: true, locale: "zh-TW", time_zone: "Asia/Taipei", width: 360, height: 640, ..Setup::default() };
    let browser = Browser::open(&site, setup).await?;
    browser.wait_for_app().await?;
    let seen: serde_json::Value = browser
        .eval(
            "({ dark: matchMedia('(prefers-color-scheme: dark)').matches, locale: navigator.language, first: navigator.languages[0],
                zone: Intl.DateTimeFormat().resolvedOptions().timeZone, size: [innerWidth, innerHeight] })",
        )
        .await?;
    let wanted =
        json!({ "dark": true, "locale": "zh-TW", "first": "zh-TW", "zone": "Asia/Taipei", "size": [360, 640] });
    assert_eq!(seen, wanted);
    browser.close().await
}

#[tokio::test]
async fn what_must_not_happen_is_noticed() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let inline = "document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }))";
    browser.eval::<Option<bool>>(format!("{inline}, null")).await?;
    browser.eval::<Option<bool>>("fetch('http://example.org/').catch(() => null)").await?;
    let failure = browser.assert_clean().await.expect_err("the page broke its policy twice");
    let Failure::NotClean(account) = failure else { panic!("{failure}") };
    assert!(account.contains("script-src-elem refused inline"), "{account}");
    assert!(account.contains("connect-src refused http://example.org/"), "{account}");
    browser.close().await
}

#[tokio::test]
async fn a_browser_without_webassembly_is_told_so() -> Result<()> {
    let setup = Setup { before: Some("delete globalThis.WebAssembly"), locale: "zh-CN", ..Setup::default() };
    says_instead_of_starting(setup, "这个浏览器没有 WebAssembly").await
}

#[tokio::test]
async fn a_browser_without_a_store_is_told_so() -> Result<()> {
    let without =
        "Object.defineProperty(globalThis, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError') } })";
    let setup = Setup { before: Some(without), locale: "zh-HK", ..Setup::default() };
    says_instead_of_starting(setup, "瀏覽器不允許此網頁儲存資料").await
}

async fn says_instead_of_starting(setup: Setup, sentence: &str) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, setup).await?;
    browser.wait_for_text(sentence).await?;
    browser.close().await
}

#[tokio::test]
async fn a_missing_part_is_told() -> Result<()> {
    let build = copy_of_the_build()?;
    let modules = file(build.path(), "kith-", "");
    std::fs::remove_file(file(&modules, "kith_bg", ".wasm")).unwrap();
    let site = Site::of(build.path(), "/")?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_text("Kith could not start: a part of it is missing").await?;
    browser.close().await
}

#[tokio::test]
async fn a_part_that_does_not_come_is_told_and_tried_again() -> Result<()> {
    let build = copy_of_the_build()?;
    let modules = file(build.path(), "kith-", "");
    let parts = ["split_insights.wasm", "split_commands.wasm"].map(|name| modules.join(name));
    let kept = parts.each_ref().map(|part| std::fs::read(part).unwrap());
    parts.iter().for_each(|part| std::fs::remove_file(part).unwrap());
    let site = Site::of(build.path(), "/")?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/insights").await?;
    browser.wait_for_text("This screen could not be loaded").await?;
    browser.screenshot("part-missing-page").await?;
    browser.press_with(Key::Control, "k").await?;
    // The page says so already; the dialog's part is told beside it.
    let told = "document.querySelector('.toast-text')?.textContent.includes('Check the connection')";
    browser.wait_until("what is said of the palette", told).await?;
    browser.screenshot("part-missing-dialog").await?;
    for (part, bytes) in parts.iter().zip(kept) {
        std::fs::write(part, bytes).unwrap();
    }
    browser.press_with(Key::Control, "k").await?;
    browser.press_with(Key::Control, "k").await?;
    browser.wait_until("the palette", "document.querySelector('dialog[open]')").await?;
    browser.close().await
}

#[tokio::test]
async fn a_blocked_first_script_leaves_a_sentence() -> Result<()> {
    let build = copy_of_the_build()?;
    std::fs::remove_file(file(build.path(), "start-", ".js")).unwrap();
    let site = Site::of(build.path(), "/")?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_text("Kith has not started yet").await?;
    browser.close().await
}

#[tokio::test]
async fn a_browser_without_scripts_is_told_so() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open_blank(&site, Setup::default()).await?;
    browser.driver().cdp().send_raw("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.goto("").await?;
    browser.wait_for_text("请允许此网址运行脚本，然后重新加载").await?;
    assert!(!browser.text().await?.contains("Kith has not started yet"));
    browser.close().await
}
