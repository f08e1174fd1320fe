//! Lists: filters as chips and as they are typed, counts, groups, totals, saved views.

use std::path::PathBuf;

use e2e::{Browser, Key, Result, Role, Setup, Site};

/// Two customers, three orders, two currencies; a view on a field that is not there.
const BACKUP: &str = r#"{"kith":2,"saved":"2026-03-01T09:30:00.000Z","records":{
"settings":[{"id":"00000000-0000-0000-0000-000000000000","currency":"EUR","time_zone":"UTC","measure":"revenue","cut_a":8000,"cut_b":9500,
"rates":[{"currency":"USD","from":"2020-01-01","rate":"0.5"}]}],
"custom-field":[],
"party":[
{"id":"01957000-0000-7000-8000-000000000001","name":"Ada","roles":["customer"],"tags":["vip","big fish"]},
{"id":"01957000-0000-7000-8000-000000000002","name":"Bob","roles":["lead"],"tags":["vip"]}],
"link":[],
"product":[{"id":"01957000-0000-7000-8000-000000000021","name":"Green tea","price":{"minor":500,"currency":"EUR"}}],
"order":[
{"id":"01957000-0000-7000-8000-000000000011","party":"01957000-0000-7000-8000-000000000001","number":"E-1","day":"2026-01-05","currency":"EUR",
"lines":[{"product":"01957000-0000-7000-8000-000000000021","quantity":"2","amount":1000}]},
{"id":"01957000-0000-7000-8000-000000000012","party":"01957000-0000-7000-8000-000000000001","number":"E-2","day":"2026-02-05","currency":"EUR",
"lines":[{"quantity":"1","amount":2345}]},
{"id":"01957000-0000-7000-8000-000000000013","party":"01957000-0000-7000-8000-000000000002","number":"U-1","day":"2026-02-07","currency":"USD",
"lines":[{"quantity":"1","amount":4000}]}],
"note":[],
"view":[{"id":"01957000-0000-7000-8000-000000000031","name":"Gone","of":"party","filters":["x0195700000007000800000000000ffff:blue"],
"pinned":true,"is_default":false,"position":0}]},
"history":null}"#;

async fn restored(site: &Site) -> Result<Browser> {
    let file = tempfile::Builder::new().suffix(".json").tempfile().unwrap();
    std::fs::write(file.path(), BACKUP).unwrap();
    let browser = Browser::open(site, Setup::default()).await?;
    browser.goto("#/data").await?;
    browser.wait_for_app().await?;
    browser.upload("input[type=file]", file.path()).await?;
    browser.click(Role::Button, "Restore: make the workspace what the backup is").await?;
    browser.wait_for_text("Ada").await?;
    Ok(browser)
}

async fn imported(site: &Site) -> Result<Browser> {
    let browser = Browser::open(site, Setup::default()).await?;
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    let file: PathBuf = xtask::root().join("tests/fixtures/data/rfm_orders.csv");
    browser.upload("input[type=file]", &file).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    Ok(browser)
}

/// The names in the rows that are shown.
async fn names(browser: &Browser) -> Result<Vec<String>> {
    browser
        .eval("[...document.querySelectorAll('.table-row:not([hidden]) .table-link')].map((link) => link.textContent)")
        .await
}

/// What the rail counts for a value.
async fn count_is(browser: &Browser, value: &str, count: &str) -> Result<()> {
    let find = format!(
        "[...document.querySelectorAll('.list-value')].some((one) => one.querySelector('.list-value-text').textContent === '{value}'
         && one.querySelector('.list-value-count').textContent === '{count}')"
    );
    browser.wait_until(&format!("{value}: {count}"), &find).await
}

#[tokio::test]
async fn a_filter_is_typed_or_pressed_and_is_the_same_chip() -> Result<()> {
    let site = Site::start()?;
    let browser = imported(&site).await?;
    browser.screenshot("lists-customers").await?;
    count_is(&browser, "A", "607").await?;
    count_is(&browser, "C", "160").await?;
    browser.fill("Search customers", "class:a ").await?;
    browser.wait_for_text("607 of 995").await?;
    browser.find(Role::Button, "ABC class: A").await?;
    let hash: String = browser.eval("location.hash").await?;
    assert_eq!(hash, "#/customers?f=class:a");
    // The counts of a field go on counting what its own filter leaves out; those of others do not.
    count_is(&browser, "C", "160").await?;
    count_is(&browser, "Customer", "607").await?;
    browser
        .eval::<bool>("[...document.querySelectorAll('.list-value')].find((one) => one.textContent.startsWith('B')).click() ?? true")
        .await?;
    browser.wait_for_text("835 of 995").await?;
    browser.find(Role::Button, "ABC class: A or B").await?;
    browser.screenshot("lists-filtered").await?;
    // Words and filters together, and a filter that was not typed to its end is no word.
    browser.fill("Search customers", "abbey class:").await?;
    browser.wait_for_text("1 of 995").await?;
    browser.fill("Search customers", "-abbey").await?;
    browser.wait_for_text("834 of 995").await?;
    browser.reload().await?;
    browser.wait_for_text("834 of 995").await?;
    browser.click(Role::Button, "Remove this filter").await?;
    browser.wait_for_text("994 of 995").await?;
    // By a form.
    browser.click(Role::Button, "Clear search").await?;
    browser.wait_for_text("995").await?;
    browser.click(Role::Button, "Filter").await?;
    browser.wait_until("the dialog", "document.querySelector('dialog[open]')").await?;
    browser.fill("Value", "Abbey").await?;
    browser.screenshot("lists-filter-dialog").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("1 of 995").await?;
    browser.find(Role::Button, "Name: Abbey").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_view_is_kept_over_a_reload_and_in_a_backup() -> Result<()> {
    let site = Site::start()?;
    let browser = imported(&site).await?;
    browser.goto("#/customers?f=class:a&sort=-value").await?;
    browser.wait_for_text("607 of 995").await?;
    browser.click(Role::Button, "Save as view").await?;
    browser.wait_until("the dialog", "document.querySelector('dialog[open]')").await?;
    browser.fill("Name of the view", "Best of all").await?;
    browser.press(Key::Enter).await?;
    browser.find(Role::Link, "Best of all").await?;
    browser.wait_until("the address of the view", "location.hash.includes('view=')").await?;
    browser.screenshot("lists-view").await?;
    browser.reload().await?;
    browser.wait_for_text("607 of 995").await?;
    let first = names(&browser).await?;
    browser.click(Role::Link, "All").await?;
    browser.wait_until_gone("607 of 995").await?;
    browser.click(Role::Link, "Best of all").await?;
    browser.wait_for_text("607 of 995").await?;
    assert_eq!(names(&browser).await?.first(), first.first());
    // Changed, and kept.
    browser.fill("Search customers", "role:customer ").await?;
    browser.find(Role::Button, "Roles: Customer").await?;
    browser.click(Role::Button, "Update view").await?;
    browser.wait_until("the view as it was saved", "location.hash.includes('view=')").await?;
    browser.goto("#/data").await?;
    browser.click(Role::Button, "Save a backup").await?;
    let backup = browser.wait_for_download(".json").await?;
    browser.assert_clean().await?;
    let other = Browser::open(&site, Setup::default()).await?;
    other.goto("#/data").await?;
    other.wait_for_app().await?;
    other.upload("input[type=file]", &backup).await?;
    other.click(Role::Button, "Restore: make the workspace what the backup is").await?;
    other.wait_for_text("New customer").await?;
    other.goto("#/customers").await?;
    other.click(Role::Link, "Best of all").await?;
    other.wait_for_text("607 of 995").await?;
    other.find(Role::Button, "Roles: Customer").await?;
    other.assert_clean().await?;
    other.close().await?;
    browser.close().await
}

#[tokio::test]
async fn a_view_on_a_field_that_is_gone_opens_and_says_so() -> Result<()> {
    let site = Site::start()?;
    let browser = restored(&site).await?;
    browser.click(Role::Link, "Gone").await?;
    browser.wait_for_text("This field is not there any more").await?;
    assert_eq!(names(&browser).await?, ["Ada", "Bob"]);
    browser.screenshot("lists-broken").await?;
    browser.click(Role::Button, "Remove this filter").await?;
    browser.wait_until_gone("This field is not there any more").await?;
    browser.click(Role::Button, "Update view").await?;
    browser.wait_until("the view as it was saved", "location.hash.includes('view=')").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn amounts_of_two_currencies_are_never_one_sum() -> Result<()> {
    let site = Site::start()?;
    let browser = restored(&site).await?;
    browser.goto("#/orders").await?;
    browser.wait_for_text("U-1").await?;
    for text in ["€33.45", "US$40.00", "≈ €53.45", "Each currency for itself"] {
        browser.wait_for_text(text).await?;
    }
    browser.screenshot("lists-orders").await?;
    browser.goto("#/orders?group=currency").await?;
    browser.wait_for_text("Amount: US$40.00").await?;
    browser.screenshot("lists-groups").await?;
    browser.goto("#/orders?f=tag:%22big%20fish%22").await?;
    browser.wait_for_text("2 of 3").await?;
    browser.click(Role::Link, "Ada").await?;
    browser.wait_until("the order", "document.querySelector('dialog[open]')").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("the list", "location.hash.startsWith('#/orders?')").await?;
    browser.goto("#/products").await?;
    browser.wait_for_text("Green tea").await?;
    browser.wait_for_text("€10.00").await?;
    browser.screenshot("lists-products").await?;
    browser.click(Role::Link, "New product").await?;
    browser.wait_until("the form", "document.querySelector('dialog[open]')").await?;
    browser.fill("Name", "Black tea").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("Black tea").await?;
    browser.assert_clean().await?;
    browser.close().await
}
