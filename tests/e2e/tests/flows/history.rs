//! What was done is told, found, looked into and taken back.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};
use thirtyfour::components::SelectElement;

async fn pick(browser: &Browser, label: &str, option: &str) -> Result<()> {
    let select = SelectElement::new(&browser.find(Role::ComboBox, label).await?).await?;
    Ok(select.select_by_visible_text(option).await?)
}

/// How many changes are shown.
const SHOWN: &str = "document.querySelectorAll('.history-change').length";

#[tokio::test]
async fn the_history_is_filtered_looked_into_and_a_change_taken_back() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/data/import").await?;
    browser.upload("input[type=file]", &xtask::root().join("tests/fixtures/data/rfm_orders.csv")).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Ada Lovelace").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.type_text("e").await?;
    browser.wait_until("the form", "location.hash.endsWith('/edit')").await?;
    browser.fill("Name", "Ada King").await?;
    browser.press_with(Key::Control, "\u{e007}").await?;
    browser.wait_until("the new name", "document.querySelector('h1')?.textContent === 'Ada King'").await?;
    // Undo says what it takes back, down to the field.
    browser.find(Role::Button, "Undo: Edited Ada King (Name)").await?;

    browser.type_text("gh").await?;
    browser.wait_until("three changes", &format!("{SHOWN} === 3")).await?;
    browser.screenshot("history").await?;
    browser.look(Look { width: 390, height: 800, dark: true }).await?;
    browser.screenshot("history-390-dark").await?;
    browser.look(Look { width: 1280, height: 800, dark: false }).await?;

    // A large change is looked into a few records at a time.
    browser.goto("#/history?how=import").await?;
    browser.wait_until("the import alone", &format!("{SHOWN} === 1")).await?;
    browser.click(Role::Button, "What changed").await?;
    browser.wait_until("ten records", "document.querySelectorAll('.history-fields').length === 10").await?;
    browser.click(Role::Button, "Show more records").await?;
    browser.wait_until("twenty records", "document.querySelectorAll('.history-fields').length === 20").await?;
    browser.screenshot("history-import").await?;
    let wrong = browser.accessibility_violations().await?;
    assert!(wrong.is_empty(), "{wrong:?}");

    // By words, by kind, by record.
    browser.goto("#/history").await?;
    browser.wait_until("three changes", &format!("{SHOWN} === 3")).await?;
    browser.fill("Search the history", "ada").await?;
    browser.wait_until("two changes", &format!("{SHOWN} === 2")).await?;
    pick(&browser, "How", "Added").await?;
    browser.wait_until("one change", &format!("{SHOWN} === 1")).await?;
    browser.fill("Search the history", "nothing like it").await?;
    browser.click(Role::Button, "Show everything").await?;
    browser.wait_until("three changes", &format!("{SHOWN} === 3")).await?;
    browser.goto("#/history?kind=order").await?;
    browser.wait_until("the import alone", &format!("{SHOWN} === 1")).await?;
    browser.goto("#/history?kind=product").await?;
    browser.wait_for_text("No change matches").await?;
    browser.goto("#/history?from=2999-01-01").await?;
    browser.wait_for_text("No change matches").await?;

    // One change is taken back, and that is undone.
    browser.goto("#/history?how=edit").await?;
    browser.wait_until("the edit", &format!("{SHOWN} === 1")).await?;
    browser.click(Role::Button, "What changed").await?;
    browser.wait_for_text("Name: Ada Lovelace → Ada King").await?;
    browser.click(Role::Link, "History of this record").await?;
    browser.wait_for_text("Only Ada King").await?;
    browser.wait_until("two changes", &format!("{SHOWN} === 2")).await?;
    browser.click(Role::Button, "Take back").await?;
    browser.wait_for_text("Only Ada Lovelace").await?;
    browser.wait_until("three changes", &format!("{SHOWN} === 3")).await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Only Ada King").await?;
    browser.press_with(Key::Control, "y").await?;
    browser.wait_for_text("Only Ada Lovelace").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn what_was_typed_stays_when_its_customer_is_undone() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Ada Lovelace").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.type_text("e").await?;
    browser.fill("Name", "Ada, Countess of Lovelace").await?;
    browser.click(Role::Button, "Undo: Added Ada Lovelace").await?;
    browser.wait_for_text("This customer is no longer there").await?;
    browser.screenshot("gone").await?;
    assert_eq!(browser.find(Role::TextBox, "Name").await?.value().await?.as_deref(), Some("Ada, Countess of Lovelace"));
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("the name", "document.querySelector('h1')?.textContent === 'Ada, Countess of Lovelace'").await?;
    browser.wait_until_gone("This customer is no longer there").await?;
    browser.assert_clean().await?;
    browser.close().await
}
