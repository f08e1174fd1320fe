//! Lists of orders and products: what stands in them is changed there, one cell or many records at once, and taken back.

use e2e::{Browser, Key, Result, Role, Setup, Site};

use super::table::{focus_rows, paste, press_held};

/// One customer; two orders and a refund of the first; three products, two of which are on orders.
const BACKUP: &str = r#"{"kith":2,"saved":"2026-03-01T09:30:00.000Z","records":{
"settings":[{"id":"00000000-0000-0000-0000-000000000000","currency":"EUR","time_zone":"UTC","measure":"revenue","cut_a":8000,"cut_b":9500,"rates":[]}],
"custom-field":[],
"party":[{"id":"01957000-0000-7000-8000-000000000001","name":"Ada","roles":["customer"]}],
"link":[],
"product":[
{"id":"01957000-0000-7000-8000-000000000021","name":"Assam","price":{"minor":500,"currency":"EUR"}},
{"id":"01957000-0000-7000-8000-000000000022","name":"Benifuki"},
{"id":"01957000-0000-7000-8000-000000000023","name":"Ceylon"}],
"order":[
{"id":"01957000-0000-7000-8000-000000000011","party":"01957000-0000-7000-8000-000000000001","number":"E-1","day":"2026-01-05","currency":"EUR",
"lines":[{"product":"01957000-0000-7000-8000-000000000021","quantity":"2","amount":1000}]},
{"id":"01957000-0000-7000-8000-000000000012","party":"01957000-0000-7000-8000-000000000001","number":"E-2","day":"2026-02-05","currency":"EUR",
"lines":[{"product":"01957000-0000-7000-8000-000000000022","quantity":"1","amount":2345}]},
{"id":"01957000-0000-7000-8000-000000000013","party":"01957000-0000-7000-8000-000000000001","number":"R-1","day":"2026-02-07","currency":"EUR",
"lines":[{"quantity":"-1","amount":-500}],"refunds":"01957000-0000-7000-8000-000000000011"}],
"note":[],"view":[]},
"history":null}"#;

/// A browser with the list at this address, once it shows the text.
async fn list(site: &Site, address: &str, text: &str) -> Result<Browser> {
    let file = tempfile::Builder::new().suffix(".json").tempfile().unwrap();
    std::fs::write(file.path(), BACKUP).unwrap();
    let browser = Browser::open(site, Setup::default()).await?;
    browser.goto("#/data").await?;
    browser.wait_for_app().await?;
    browser.upload("input[type=file]", file.path()).await?;
    browser.click(Role::Button, "Restore: make the workspace what the backup is").await?;
    browser.wait_for_text("Ada").await?;
    browser.goto(address).await?;
    browser.wait_for_text(text).await?;
    Ok(browser)
}

/// Goes to a cell of the first row by key and opens it.
async fn open_cell(browser: &Browser, place: usize) -> Result<()> {
    focus_rows(browser).await?;
    browser.press(Key::Home).await?;
    // From the line as a whole, wherever the keys were before.
    while browser.eval::<bool>("document.querySelector('.table-row > .cell[id]') !== null").await? {
        browser.press(Key::Left).await?;
    }
    for _ in 0..=place {
        browser.press(Key::Right).await?;
    }
    browser.press(Key::F2).await?;
    browser.wait_until("the editor", "document.activeElement.closest('.table-editor')").await
}

/// Confirms what the open dialog asks.
async fn confirm(browser: &Browser) -> Result<()> {
    browser.eval::<bool>("(document.querySelector('dialog[open] [type=submit]').click(), true)").await.map(drop)
}

#[tokio::test]
async fn orders_are_changed_and_deleted_in_their_list_and_it_is_undone() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, "#/orders?sort=day", "E-2").await?;
    // The number, where it stands.
    open_cell(&browser, 2).await?;
    browser.type_text("F-777").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("F-777").await?;
    browser.wait_until("the editor to close", "!document.querySelector('.table-editor')").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until_gone("F-777").await?;
    // A note for two orders at once.
    focus_rows(&browser).await?;
    browser.press(Key::Home).await?;
    press_held(&browser, Key::Shift, Key::Down).await?;
    browser.wait_for_text("Selected: 2").await?;
    let tags: bool = browser.eval("document.querySelector('.bulk-actions').textContent.includes('Tag')").await?;
    assert!(!tags, "orders have no tags");
    browser.click(Role::Button, "Change a field").await?;
    browser.wait_for_text("Change orders: 2").await?;
    browser.find(Role::ComboBox, "Field").await?.send_keys("Note").await?;
    browser.fill("Value", "paid late").await?;
    browser.wait_for_text("empty → paid late").await?;
    browser.screenshot("orders-bulk").await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.click(Role::Button, "Change 2").await?;
    browser.wait_for_text("Changed “Note” (records: 2)").await?;
    focus_rows(&browser).await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Undone: Changed “Note” (records: 2)").await?;
    // Deleting says what stays behind.
    browser.click(Role::Button, "Delete").await?;
    browser.wait_for_text("Delete orders: 2?").await?;
    browser.wait_for_text("Refunds of these orders that stay: 1.").await?;
    browser.screenshot("orders-delete").await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    confirm(&browser).await?;
    browser.wait_until_gone("E-2").await?;
    assert!(browser.text().await?.contains("R-1"));
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("E-2").await?;
    // A click beside what can be changed opens the order.
    let amount = browser.css(".table-row:not([hidden]) .cell-corner").await?;
    browser.driver().action_chain().click_element(&amount).perform().await?;
    browser.wait_until("the order", "document.querySelector('dialog[open]') && location.hash.includes('0011')").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn products_are_filled_priced_and_deleted_in_their_list_and_it_is_undone() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, "#/products?sort=name", "Benifuki").await?;
    // A block of a spreadsheet: names and codes.
    focus_rows(&browser).await?;
    browser.press(Key::Home).await?;
    browser.press(Key::Right).await?;
    paste(&browser, "Alpha\tA-1\nBeta\tB-1\n").await?;
    browser.wait_for_text("Fill several cells?").await?;
    browser.click(Role::Button, "Fill 4 cells").await?;
    browser.wait_for_text("Changed records: 2").await?;
    browser.wait_for_text("B-1").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Benifuki").await?;
    // The price, where it stands: what is no amount is refused.
    open_cell(&browser, 3).await?;
    browser.type_text("dear").await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the flaw", "document.querySelector('.table-editor .field-error')").await?;
    browser.screenshot("products-price-refused").await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.press_with(Key::Control, "a").await?;
    browser.type_text("7.25").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("7.25").await?;
    browser.wait_until("the editor to close", "!document.querySelector('.table-editor')").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until_gone("7.25").await?;
    // Goods become work, all at once.
    browser.click(Role::Checkbox, "Select those in sight").await?;
    browser.wait_for_text("Selected: 3").await?;
    browser.click(Role::Button, "Change a field").await?;
    browser.wait_for_text("Change products: 3").await?;
    browser.find(Role::ComboBox, "Field").await?.send_keys("Kind").await?;
    browser.find(Role::ComboBox, "Value").await?.send_keys("Service").await?;
    browser.wait_for_text("Product → Service").await?;
    browser.click(Role::Button, "Change 3").await?;
    browser.wait_for_text("Changed “Kind” (records: 3)").await?;
    focus_rows(&browser).await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Undone: Changed “Kind” (records: 3)").await?;
    // All of them go, and the page with them; undo brings them back.
    browser.click(Role::Button, "Delete").await?;
    browser.wait_for_text("Delete products: 3?").await?;
    browser.wait_for_text("Orders with these products: 2.").await?;
    browser.screenshot("products-delete").await?;
    confirm(&browser).await?;
    browser.wait_until_gone("Benifuki").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Benifuki").await?;
    browser.assert_clean().await?;
    browser.close().await
}
