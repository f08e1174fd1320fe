//! Every screen, in every language, both themes, wide and narrow: nothing that axe-core objects to, nothing that sticks out.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};
use serde_json::Value;

const LOOKS: [Look; 4] = [
    Look { width: 1280, height: 800, dark: false },
    Look { width: 1280, height: 800, dark: true },
    Look { width: 360, height: 740, dark: false },
    Look { width: 360, height: 740, dark: true },
];

/// The words of a language, as the app has them.
pub fn words(language: &str, file: &str) -> Value {
    let path = xtask::root().join("locales").join(language).join(format!("{file}.json"));
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

/// Looks at what is shown now from all sides, and notes what is wrong.
async fn look(browser: &Browser, name: &str, wrong: &mut Vec<String>) -> Result<()> {
    for look in LOOKS {
        browser.look(look).await?;
        // Two frames: what follows the size has been drawn anew.
        browser
            .eval::<bool>("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))")
            .await?;
        let theme = if look.dark { "dark" } else { "light" };
        browser.screenshot(&format!("{name}-{}-{theme}", look.width)).await?;
        let found = browser.accessibility_violations().await?;
        wrong.extend(found.iter().map(|rule| format!("{name}, {look:?}: {} {:?}", rule.id, rule.elements)));
        let sticks_out: Vec<String> = browser
            .eval(
                "document.documentElement.scrollWidth <= innerWidth ? [] : [...document.querySelectorAll('body *')]
                   .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
                   .map((element) => `${element.localName}.${element.className}`).slice(0, 8)",
            )
            .await?;
        if !sticks_out.is_empty() {
            wrong.push(format!("{name}, {look:?}: sticks out: {sticks_out:?}"));
        }
    }
    Ok(())
}

async fn every_screen(locale: &'static str, language: &str) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup { locale, ..Setup::default() }).await?;
    browser.wait_for_app().await?;
    let mut wrong = Vec::new();
    let said = |file: &str, key: &str| words(language, file)[key].as_str().unwrap().to_owned();
    browser.wait_for_text(&said("welcome", "title")).await?;
    look(&browser, &format!("{language}-welcome"), &mut wrong).await?;

    browser.goto("#/data/import").await?;
    browser.wait_for_text(&said("import", "drop_label")).await?;
    look(&browser, &format!("{language}-import-empty"), &mut wrong).await?;
    browser.upload("input[type=file]", &xtask::root().join("tests/fixtures/data/rfm_orders.csv")).await?;
    browser.wait_for_text(&said("import", "step_import")).await?;
    look(&browser, &format!("{language}-import-checked"), &mut wrong).await?;
    browser.click(Role::Button, &said("import", "import_action")).await?;
    browser.wait_for_text(&said("import", "done")).await?;
    look(&browser, &format!("{language}-import-done"), &mut wrong).await?;

    browser.goto("#/customers").await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    look(&browser, &format!("{language}-customers"), &mut wrong).await?;
    let customer: String = browser
        .eval("[...document.querySelectorAll('main a')].find((link) => link.textContent.includes('Abbey')).hash")
        .await?;
    for (name, address, text) in [
        ("customers-a", "#/customers?class=a&sort=value&dir=desc".to_owned(), "995".to_owned()),
        ("customers-none", "#/customers?q=nobody+at+all".to_owned(), said("listing", "nothing_found")),
        ("new-customer", "#/customers/new".to_owned(), said("customer", "section_who")),
        ("customer", customer.clone(), said("customer", "standing")),
        ("customer-edit", format!("{customer}/edit"), said("customer", "section_who")),
        ("customer-orders", format!("{customer}/orders"), said("customer", "add_order")),
        ("customer-history", format!("{customer}/history"), said("history", "take_back")),
        ("orders", "#/orders?group=class".to_owned(), said("listing", "totals")),
        ("products", "#/products".to_owned(), said("listing", "no_products")),
        ("abc", "#/abc".to_owned(), said("abc", "chart_title")),
        ("rfm", "#/rfm".to_owned(), said("rfm", "title")),
        ("insights", "#/insights".to_owned(), said("insights", "months_title")),
        ("insights-value", "#/insights/value".to_owned(), said("insights", "ground")),
        ("data", "#/data".to_owned(), said("data", "backup_text")),
        ("history", "#/history".to_owned(), said("history", "details")),
        ("preferences", "#/preferences".to_owned(), said("common", "theme")),
        ("start", "#/start".to_owned(), said("welcome", "language_text")),
        ("start-begin", "#/start/begin".to_owned(), said("welcome", "begin_title")),
        ("start-protect", "#/start/protect".to_owned(), said("welcome", "protect_title")),
        ("missing", "#/customers/00000000-0000-7000-8000-000000000000".to_owned(), said("customer", "missing_title")),
        ("not-found", "#/nowhere".to_owned(), said("common", "not_found")),
    ] {
        browser.goto(&address).await?;
        browser.wait_for_text(&text).await?;
        look(&browser, &format!("{language}-{name}"), &mut wrong).await?;
    }
    // What opens over a page.
    browser.goto(&customer).await?;
    for (name, label) in [("order", said("customer", "add_order")), ("connection", said("common", "add"))] {
        browser.click(Role::Button, &label).await?;
        browser.wait_until("the dialog", "document.querySelector('dialog[open]')").await?;
        look(&browser, &format!("{language}-dialog-{name}"), &mut wrong).await?;
        browser.press(Key::Escape).await?;
        browser.wait_until("the dialog to close", "!document.querySelector('dialog[open]')").await?;
    }
    // On a phone the navigation has a button of that name too.
    browser.look(LOOKS[0]).await?;
    browser.click(Role::Button, &said("common", "more")).await?;
    look(&browser, &format!("{language}-menu"), &mut wrong).await?;
    browser.click(Role::Named("menuitem"), &said("customer", "delete_action")).await?;
    browser.wait_until("the question", "document.querySelector('dialog[open]')").await?;
    look(&browser, &format!("{language}-dialog-delete"), &mut wrong).await?;
    browser.assert_clean().await?;
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    browser.close().await
}

#[tokio::test]
async fn every_screen_is_sound_in_english() -> Result<()> {
    every_screen("en-GB", "en").await
}

#[tokio::test]
async fn every_screen_is_sound_in_traditional_chinese() -> Result<()> {
    every_screen("zh-TW", "zh-Hant").await
}

#[tokio::test]
async fn every_screen_is_sound_in_simplified_chinese() -> Result<()> {
    every_screen("zh-CN", "zh-Hans").await
}
