//! Insights: what the numbers say, and the ways to those behind them.

use e2e::{Browser, Look, Result, Role, Setup, Site};

use crate::screens::words;

const LOOKS: [Look; 4] = [
    Look { width: 1280, height: 900, dark: false },
    Look { width: 1280, height: 900, dark: true },
    Look { width: 360, height: 780, dark: false },
    Look { width: 360, height: 780, dark: true },
];

/// Tabs, with a key of a word that is there once the answer is; of another namespace where it names one.
const TABS: [(&str, &str); 9] = [
    ("", "months_title"),
    ("/value", "ground"),
    ("/retention", "cohorts_title"),
    ("/profit", "losing_title"),
    ("/together", "baskets"),
    ("/loyalty", "loyalty.quadrants_title"),
    ("/unusual", "unusual_orders"),
    ("/scorecard", "scorecard.about"),
    ("/trust", "ground"),
];

/// Every tab, from all sides; `profit` is a key of what that tab says.
async fn every_tab(browser: &Browser, language: &str, name: &str, profit: &str) -> Result<()> {
    let mut wrong = Vec::new();
    for (tab, key) in TABS {
        let key = if tab == "/profit" { profit } else { key };
        // Who bought without being asked has nothing to show here.
        let key = if tab == "/loyalty" && name == "shop" { "loyalty.nobody_title" } else { key };
        let (space, key) = key.split_once('.').unwrap_or(("insights", key));
        browser.look(LOOKS[0]).await?;
        browser.goto(&format!("#/insights{tab}")).await?;
        browser.wait_for_text(words(language, space)[key].as_str().unwrap()).await?;
        for look in LOOKS {
            browser.look(look).await?;
            browser
                .eval::<bool>(
                    "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))",
                )
                .await?;
            let theme = if look.dark { "dark" } else { "light" };
            let tab = if tab.is_empty() { "overview" } else { &tab[1..] };
            // The whole page, not only what a window shows of it.
            let height: u32 = browser.eval("document.querySelector('main').scrollHeight + 80").await?;
            browser.look(Look { height: height.clamp(look.height, 4_000), ..look }).await?;
            browser.screenshot(&format!("insights-{name}-{language}-{tab}-{}-{theme}", look.width)).await?;
            let found = browser.accessibility_violations().await?;
            wrong.extend(found.iter().map(|rule| format!("{tab}, {look:?}: {} {:?}", rule.id, rule.elements)));
            let wide: bool = browser.eval("document.documentElement.scrollWidth > innerWidth").await?;
            if wide {
                wrong.push(format!("{tab}, {look:?}: sticks out"));
            }
            let text = browser.text().await?;
            for no in ["NaN", "Infinity", "undefined"] {
                assert!(!text.contains(no), "{tab}: {no}");
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    browser.look(LOOKS[0]).await
}

/// A browser with the demo in it.
pub async fn with_demo(site: &Site, locale: &'static str, language: &str) -> Result<Browser> {
    let browser = Browser::open(site, Setup { locale, ..Setup::default() }).await?;
    browser.wait_for_app().await?;
    browser.goto("#/start/begin").await?;
    browser.click(Role::Button, words(language, "demo")["action"].as_str().unwrap()).await?;
    browser.wait_for_text(words(language, "welcome")["protect_title"].as_str().unwrap()).await?;
    Ok(browser)
}

#[tokio::test]
async fn insights_of_a_demo_lead_to_those_behind_them() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "en-GB", "en").await?;
    every_tab(&browser, "en", "demo", "losing_title").await?;
    browser.goto("#/insights").await?;
    browser.wait_for_text("New customers").await?;
    let shown: u32 = browser
        .eval("+[...document.querySelectorAll('.stat')].find((stat) => stat.innerText.includes('New customers')).querySelector('.stat-value').firstChild.textContent")
        .await?;
    browser.click(Role::Link, "New customers").await?;
    browser.wait_until("the list", "location.hash.startsWith('#/customers?f=first')").await?;
    browser
        .wait_until(
            "as many rows",
            &format!("document.querySelector('h1 ~ .count, .page-heading .count').textContent.includes('{shown}')"),
        )
        .await?;
    // The customer's page says what is expected, and what to do.
    browser.goto("#/customers?f=class%3Aa&sort=-value").await?;
    browser.wait_until("the list", "document.querySelector('main a[href^=\"#/customers/0\"]')").await?;
    let customer: String = browser.eval("document.querySelector('main a[href^=\"#/customers/0\"]').hash").await?;
    browser.goto(&customer).await?;
    browser.wait_for_text("Outlook").await?;
    browser.wait_for_text("Why this").await?;
    browser.wait_until_gone("The outlook is being worked out").await?;
    for look in [LOOKS[0], LOOKS[3]] {
        browser.look(look).await?;
        let height: u32 = browser.eval("document.querySelector('main').scrollHeight + 80").await?;
        browser.look(Look { height: height.clamp(look.height, 4_000), ..look }).await?;
        browser.screenshot(&format!("insights-demo-en-customer-{}", look.width)).await?;
    }
    browser.look(LOOKS[0]).await?;
    browser.assert_accessible().await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn insights_speak_chinese() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "zh-TW", "zh-Hant").await?;
    every_tab(&browser, "zh-Hant", "demo", "losing_title").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn estimates_follow_the_day_and_are_held_against_what_came() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/data/import").await?;
    browser.upload("input[type=file]", &xtask::root().join("tests/fixtures/data/rfm_orders.csv")).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/insights/trust").await?;
    browser.wait_for_text("Orders that came").await?;
    // Of shoppers who are long gone nothing else can be said than as of their last day.
    browser.eval::<bool>("[...document.querySelectorAll('main button')].find((button) => button.innerText.startsWith('Classify as of')).click() ?? true").await?;
    browser
        .wait_until("a cut among their days", "/The records up to .* 200[2-6] were/.test(document.body.innerText)")
        .await?;
    browser.goto("#/insights/value").await?;
    browser.wait_for_text("Expected to bring most").await?;
    every_tab(&browser, "en", "shop", "no_costs_title").await?;
    browser.assert_clean().await?;
    browser.close().await
}
