//! Finding somebody in the list, as one types.

use std::path::Path;

use e2e::{Browser, Key, Result, Role, Setup, Site};

/// One order for each of a few customers.
fn orders(folder: &Path) -> std::path::PathBuf {
    let names = ["Ada Lovelace", "Adam Smith", "Zoë Ärmel", "王小明", "張偉國", "Martin Meier", "Marten Groot"];
    let lines = names.map(|name| format!("{name},2025-03-04,10.00\n")).concat();
    let path = folder.join("orders.csv");
    std::fs::write(&path, format!("Customer,Date,Amount\n{lines}")).unwrap();
    path
}

async fn type_anew(browser: &Browser, typed: &str) -> Result<()> {
    let search = browser.css("input[type=search], input[inputmode=search]").await?;
    search.click().await?;
    search.send_keys(Key::Escape).await?;
    search.send_keys(typed).await?;
    Ok(())
}

async fn marks_are(browser: &Browser, marks: &[&str]) -> Result<()> {
    let marks = format!(
        "JSON.stringify([...document.querySelectorAll('mark')].filter(mark => mark.checkVisibility()).map(mark => mark.textContent).sort()) === JSON.stringify({marks:?})"
    );
    browser.wait_until("the marks", &marks).await
}

#[tokio::test]
async fn customers_are_found_as_one_types_in_every_script() -> Result<()> {
    let folder = tempfile::tempdir().unwrap();
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/data/import").await?;
    browser.upload("input[type=file]", &orders(folder.path())).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    for (typed, count, marks) in [
        ("ada", "2 of 7", &["Ada", "Ada"][..]),
        ("zoe arm", "1 of 7", &["Zoë", "Ärm"]),
        ("张伟", "1 of 7", &["張偉"]),
        ("wangxm", "1 of 7", &["王小明"]),
        ("martin", "1 of 7", &["Martin"]),
        ("a -ada", "3 of 7", &["Ä", "a", "a"]),
    ] {
        type_anew(&browser, typed).await?;
        browser.wait_for_text(count).await?;
        let mut sorted = marks.to_vec();
        sorted.sort_unstable();
        marks_are(&browser, &sorted).await?;
    }
    browser.screenshot("search-marks").await?;
    type_anew(&browser, "lovlace").await?;
    browser.wait_for_text("Nothing is spelled exactly like this; these come close.").await?;
    marks_are(&browser, &["Lovelace"]).await?;
    browser.screenshot("search-guess").await?;
    type_anew(&browser, "nobody").await?;
    browser.wait_for_text("Nothing matches").await?;
    type_anew(&browser, "").await?;
    browser.wait_for_text("Marten Groot").await?;
    browser.assert_accessible().await?;
    browser.assert_clean().await?;
    browser.close().await
}
