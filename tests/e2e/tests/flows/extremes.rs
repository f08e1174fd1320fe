//! Names and numbers of customers that nobody plans for.

use std::fmt::Write;
use std::path::PathBuf;

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};
use serde_json::json;

use crate::table::focus_rows;

/// Written from right to left, both ways at once, in pictures, with marks on marks, in letters far out, without a space.
const NAMES: [&str; 6] = [
    "شركة النور للتجارة",
    "Café שלום 客戶 ltd.",
    "👩\u{200D}👩\u{200D}👧\u{200D}👦 Ferngården 🇹🇼",
    "Z\u{351}\u{36B}\u{343}a\u{30F}\u{30A}l\u{36E}\u{33F}go",
    "𠮷野家 𝒻𝒶𝓃𝒸𝓎",
    "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];

/// Brings a table of orders in.
async fn import(browser: &Browser, table: &str) -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let path: PathBuf = folder.path().join("orders.csv");
    std::fs::write(&path, table).unwrap();
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    browser.upload("input[type=file]", &path).await?;
    browser.click(Role::Button, "Import").await
}

async fn search(browser: &Browser, typed: &str) -> Result<()> {
    let search = browser.css("input[type=search], input[inputmode=search]").await?;
    search.click().await?;
    search.send_keys(Key::Escape).await?;
    // The driver types no letter beyond the first plane, and no sign that cannot be seen.
    let script = format!(
        "(() => {{
            const box = document.activeElement;
            box.value = {};
            return box.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
        }})()",
        json!(typed)
    );
    browser.eval::<bool>(script).await.map(drop)
}

/// Nothing sticks out of the window sideways.
async fn assert_fits(browser: &Browser, place: &str) -> Result<()> {
    let over: i64 = browser.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth").await?;
    assert!(over <= 0, "{place}: {over} px stick out");
    Ok(())
}

#[tokio::test]
async fn names_of_every_script_are_listed_found_and_opened() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    let long = "very ".repeat(199);
    let mut table = String::from("Customer,Date,Amount\n");
    for name in NAMES.iter().copied().chain([long.as_str()]) {
        writeln!(table, "{name},2025-03-04,10.00").unwrap();
    }
    import(&browser, &table).await?;
    browser.wait_for_text("The file was imported").await?;
    for width in [1280, 360] {
        browser.look(Look { width, height: 800, dark: width < 400 }).await?;
        browser.goto("#/customers").await?;
        browser.wait_for_text("Ferngården").await?;
        assert_fits(&browser, "the list").await?;
        browser.screenshot(&format!("extremes-list-{width}")).await?;
        for name in NAMES {
            browser.goto("#/customers").await?;
            search(&browser, name).await?;
            browser.wait_for_text("1 of 7").await?;
            let open = format!(
                "(() => {{ const link = [...document.querySelectorAll('.table-link')].find((link) => link.checkVisibility() && link.textContent === {}.normalize());
                   link?.click(); return !!link; }})()",
                json!(name)
            );
            browser.wait_until(&format!("the link of {name}"), &open).await?;
            browser.wait_until("the customer's page", "/[0-9a-f-]{36}/.test(location.hash)").await?;
            let heading = format!(
                "[...document.querySelectorAll('h1, h2')].some((one) => one.textContent.includes({}.normalize()))",
                json!(name)
            );
            browser.wait_until(&format!("the heading {name}"), &heading).await?;
            assert_fits(&browser, name).await?;
        }
        browser.goto("#/customers").await?;
        search(&browser, "very very").await?;
        browser.wait_for_text("1 of 7").await?;
        browser.css(".table-row:not([hidden]) .table-link").await?.click().await?;
        browser.wait_until("the customer's page", "/[0-9a-f-]{36}/.test(location.hash)").await?;
        assert_fits(&browser, "a long name").await?;
        browser.screenshot(&format!("extremes-long-{width}")).await?;
    }
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_name_of_ten_thousand_characters_is_refused_wherever_it_comes_in() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    let endless = "長".repeat(10_000);
    import(&browser, &format!("Customer,Date,Amount\n{endless},2025-03-04,10.00\nAda,2025-03-04,10.00\n")).await?;
    browser.wait_for_text("The text has 10,000 characters; the field takes 1,000.").await?;
    browser.screenshot("extremes-endless-import").await?;
    browser.goto("#/customers/new").await?;
    browser.css("form input").await?;
    let typed = format!(
        "(() => {{
            const box = document.querySelector('form input[type=text]');
            box.focus();
            box.value = {};
            return box.dispatchEvent(new InputEvent('input', {{ bubbles: true }}));
        }})()",
        json!(endless)
    );
    browser.eval::<bool>(typed).await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("At most 1,000 characters").await?;
    assert_fits(&browser, "the form").await?;
    browser.screenshot("extremes-endless-form").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_hundred_thousand_of_one_name_are_listed_found_and_told_apart() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    let mut table = String::from("Customer number,Customer,Date,Amount\n");
    for number in 0..100_000 {
        writeln!(table, "{number},Alex Wang,2025-03-{:02},{}.00", 1 + number % 28, 1 + number % 97).unwrap();
    }
    import(&browser, &table).await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("100,000").await?;
    search(&browser, "alex nobody").await?;
    browser.wait_for_text("Nothing matches").await?;
    search(&browser, "alex").await?;
    browser.wait_until_gone("Nothing matches").await?;
    browser.wait_until("marks", "[...document.querySelectorAll('mark')].some((mark) => mark.checkVisibility() && mark.textContent === 'Alex')").await?;
    search(&browser, "").await?;
    // A form that looks for look-alikes finds as many, and shows a few.
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Alex Wang").await?;
    browser.wait_for_text("This looks like somebody who is here already").await?;
    browser.screenshot("extremes-one-name").await?;
    let shown: u32 = browser.eval("document.querySelectorAll('form a[href*=\"customers/\"]').length").await?;
    assert!((1..=20).contains(&shown), "{shown} look-alikes are shown");
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_filter_that_leaves_nobody_says_so_and_one_that_leaves_all_is_told_too() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    import(&browser, "Customer,Date,Amount\nAda,2025-03-04,10.00\nBob,2025-03-04,20.00\n").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("Ada").await?;
    search(&browser, "orders>5 ").await?;
    browser.wait_for_text("Nothing matches").await?;
    browser.goto("#/customers").await?;
    search(&browser, "orders>0 ").await?;
    browser.wait_for_text("Ada").await?;
    browser.screenshot("extremes-filter-all").await?;
    browser.goto("#/customers").await?;
    search(&browser, "orders>5 ").await?;
    browser.wait_for_text("Nothing matches").await?;
    browser.assert_accessible().await?;
    focus_rows(&browser).await?;
    browser.press_with(Key::Control, "a").await?;
    assert!(!browser.text().await?.contains("Selected"), "nobody can be ticked");
    browser.assert_clean().await?;
    browser.close().await
}
