//! The main job: a file of orders comes in, everybody is classified, a backup goes out and comes back on another computer.

use std::path::{Path, PathBuf};

use e2e::{Browser, Key, Result, Role, Setup, Site};

fn fixture(name: &str) -> PathBuf {
    xtask::root().join("tests/fixtures/data").join(name)
}

async fn import(browser: &Browser, name: &str) -> Result<()> {
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    browser.upload("input[type=file]", &fixture(name)).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await
}

/// The sentences of the ABC page about its classes, as other programs worked them out for these files.
async fn classes_are(browser: &Browser, sentences: [&str; 3]) -> Result<()> {
    browser.goto("#/abc").await?;
    for sentence in sentences {
        browser.wait_for_text(sentence).await?;
    }
    Ok(())
}

/// What a backup holds, without the moment when it was saved and the checksum, which covers that moment.
fn contents(backup: &Path) -> String {
    let text = std::fs::read_to_string(backup).unwrap();
    let (start, end) = (text.find("\"counts\"").unwrap(), text.rfind("\"sha256\"").unwrap());
    text[start..end].to_owned()
}

/// Imports a file, reloads, saves a backup, and restores it in a browser that knows nothing.
async fn goes_out_and_comes_back(name: &str, classes: [&str; 3]) -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    import(&browser, name).await?;
    classes_are(&browser, classes).await?;
    browser.screenshot(&format!("abc-{name}")).await?;
    browser.reload().await?;
    browser.wait_for_app().await?;
    classes_are(&browser, classes).await?;
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
    classes_are(&other, classes).await?;
    other.goto("#/data").await?;
    other.click(Role::Button, "Save a backup").await?;
    let again = other.wait_for_download(".json").await?;
    assert!(contents(&backup).contains("\n\"history\":[\n"), "the history is in it");
    assert!(contents(&backup) == contents(&again), "records and history came back byte for byte");
    other.assert_clean().await?;
    other.close().await?;
    browser.close().await
}

#[tokio::test]
async fn orders_of_named_customers_go_out_and_come_back() -> Result<()> {
    let classes = ["A: 607 customers", "B: 228 customers", "C: 160 customers"];
    goes_out_and_comes_back("rfm_orders.csv", classes).await
}

#[tokio::test]
async fn orders_of_numbered_customers_go_out_and_come_back() -> Result<()> {
    let classes = ["A: 777 customers", "B: 804 customers", "C: 768 customers"];
    goes_out_and_comes_back("cdnow_transactions.csv", classes).await
}

#[tokio::test]
async fn lines_of_invoices_with_refunds_go_out_and_come_back() -> Result<()> {
    let classes = ["A: 44 customers", "B: 86 customers", "C: 119 customers"];
    goes_out_and_comes_back("online_retail_sample.csv", classes).await
}

#[tokio::test]
async fn an_import_is_undone_with_one_key_also_after_a_reload() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    import(&browser, "rfm_orders.csv").await?;
    browser.goto("#/customers").await?;
    browser.reload().await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Welcome to Kith").await?;
    browser.press_with(Key::Control, "y").await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    browser.close().await
}
