//! The first steps, the demo, and its going.

use e2e::{Browser, Key, Result, Role, Setup, Site};
use serde_json::Value;

/// The words of a language.
fn said(language: &str, file: &str, key: &str) -> String {
    let path = xtask::root().join("locales").join(language).join(file).with_extension("json");
    let words: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    words[key].as_str().unwrap().to_owned()
}

async fn chosen(browser: &Browser, label: &str) -> Result<String> {
    browser
        .eval(format!(
            "[...document.querySelectorAll('select')].find((one) => one.labels[0]?.textContent.includes('{label}'))?.value ?? ''"
        ))
        .await
}

/// From the welcome to the list of demo customers.
async fn through_the_steps(browser: &Browser, language: &str) -> Result<()> {
    browser.wait_for_text(&said(language, "welcome", "title")).await?;
    browser.assert_accessible().await?;
    browser.screenshot(&format!("start-{language}-1")).await?;
    browser.click(Role::Link, &said(language, "welcome", "next")).await?;
    browser.wait_for_text(&said(language, "welcome", "begin_title")).await?;
    browser.assert_accessible().await?;
    browser.screenshot(&format!("start-{language}-2")).await?;
    browser.click(Role::Button, &said(language, "demo", "action")).await?;
    browser.wait_for_text(&said(language, "welcome", "protect_title")).await?;
    browser.assert_accessible().await?;
    browser.screenshot(&format!("start-{language}-3")).await?;
    browser.click(Role::Button, &said(language, "welcome", "finish")).await?;
    browser.wait_for_text(&said(language, "demo", "here")).await
}

/// How many customers are in each class.
async fn classes(browser: &Browser) -> Result<Vec<u32>> {
    browser.goto("#/abc").await?;
    browser.wait_until("the classes", "document.querySelector('main svg')").await?;
    browser
        .eval("[...document.body.innerText.matchAll(/[ABC](?: 級| 类|)[:：]\\s*(\\d+)/g)].slice(0, 3).map((found) => +found[1])")
        .await
}

#[tokio::test]
async fn the_steps_lead_to_a_demo_that_goes_with_one_click_and_comes_back_by_undo() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup { time_zone: "Europe/London", ..Setup::default() }).await?;
    browser.wait_for_app().await?;
    browser.wait_for_text("Welcome to Kith").await?;
    assert_eq!(chosen(&browser, "Currency").await?, "GBP");
    assert_eq!(chosen(&browser, "Time zone").await?, "Europe/London");
    through_the_steps(&browser, "en").await?;
    browser.screenshot("demo-en-customers").await?;
    let classes = classes(&browser).await?;
    assert!(classes.len() == 3 && classes.iter().sum::<u32>() == 90, "{classes:?}");
    assert!((12..=24).contains(&classes[0]), "few bring most: {classes:?}");
    browser.screenshot("demo-en-abc").await?;

    // A customer of one's own stays when the demo goes.
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Ada Lovelace").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.reload().await?;
    browser.wait_for_text("Demo data: people, firms and orders are made up").await?;
    browser.click(Role::Button, "Remove the demo data").await?;
    browser.wait_until_gone("Demo data: people, firms and orders are made up").await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    let total = "document.querySelector('h1').parentElement.innerText";
    assert!(browser.eval::<String>(total).await?.contains('1'), "one customer is left");
    browser.reload().await?;
    browser.wait_for_text("Ada Lovelace").await?;
    assert!(!browser.text().await?.contains("Demo data: people, firms and orders are made up"));
    browser.screenshot("demo-en-gone").await?;

    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Demo data: people, firms and orders are made up").await?;
    browser.press_with(Key::Control, "y").await?;
    browser.wait_until_gone("Demo data: people, firms and orders are made up").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn what_was_added_to_a_demo_customer_is_asked_about_and_stays() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    through_the_steps(&browser, "en").await?;
    let customer: String = browser
        .eval("new Promise((found) => { const look = () => { const link = document.querySelector('main a[href*=\"#/customers/0\"]'); link ? found(link.hash) : setTimeout(look, 50); }; look(); })")
        .await?;
    browser.goto(&customer).await?;
    browser.wait_until("the line for a note", "document.querySelector('main textarea')").await?;
    browser.eval::<Option<bool>>("document.querySelector('main textarea').focus(), null").await?;
    browser.type_text("Called me back").await?;
    browser.press_with(Key::Control, "\u{e007}").await?;
    browser
        .wait_until("the note", "document.querySelector('.customer-timeline').innerText.includes('Called me back')")
        .await?;
    browser.click(Role::Button, "Remove the demo data").await?;
    browser.wait_for_text("You added to demo customers").await?;
    browser.wait_for_text("Notes: 1").await?;
    browser.assert_accessible().await?;
    browser.screenshot("demo-en-question").await?;
    browser.click(Role::Button, "Keep what I added").await?;
    browser.wait_until_gone("Demo data: people, firms and orders are made up").await?;
    browser.wait_for_text("Called me back").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn the_steps_are_gone_through_in_chinese_on_a_phone_at_night() -> Result<()> {
    let site = Site::start()?;
    let setup =
        Setup { dark: true, locale: "zh-TW", time_zone: "Asia/Taipei", width: 390, height: 800, ..Setup::default() };
    let browser = Browser::open(&site, setup).await?;
    browser.wait_for_app().await?;
    through_the_steps(&browser, "zh-Hant").await?;
    browser.screenshot("demo-zh-Hant-customers").await?;
    let classes = classes(&browser).await?;
    assert!(classes.len() == 3 && classes.iter().sum::<u32>() == 90, "{classes:?}");
    browser.screenshot("demo-zh-Hant-abc").await?;
    browser.click(Role::Button, &said("zh-Hant", "demo", "remove")).await?;
    browser.wait_until_gone(&said("zh-Hant", "demo", "here")).await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text(&said("zh-Hant", "welcome", "nobody_title")).await?;
    browser.assert_accessible().await?;
    browser.screenshot("demo-zh-Hant-nobody").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn the_start_can_be_skipped_and_seen_again() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_text("Welcome to Kith").await?;
    browser.click(Role::Button, "Skip the start").await?;
    browser.wait_for_text("No customers yet").await?;
    browser.reload().await?;
    browser.wait_for_text("No customers yet").await?;
    browser.goto("#/preferences").await?;
    browser.click(Role::Link, "See the first steps again").await?;
    browser.wait_for_text("Welcome to Kith").await?;
    browser.assert_clean().await?;
    browser.close().await
}
