//! What the user may decide when a file comes in, and what becomes of it.

use std::fs;
use std::path::Path;

use e2e::{Browser, Key, Result, Role, Setup, Site};
use thirtyfour::components::SelectElement;

/// Opens the page of import with a file.
async fn open(browser: &Browser, folder: &Path, name: &str, text: &str) -> Result<()> {
    let path = folder.join(name);
    fs::write(&path, text).unwrap();
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    browser.upload("input[type=file]", &path).await
}

async fn pick(browser: &Browser, label: &str, option: &str) -> Result<()> {
    let select = SelectElement::new(&browser.find(Role::ComboBox, label).await?).await?;
    Ok(select.select_by_visible_text(option).await?)
}

async fn import(browser: &Browser) -> Result<()> {
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await
}

/// Everything as it would be saved.
async fn backup(browser: &Browser) -> Result<String> {
    browser.goto("#/data").await?;
    browser.click(Role::Button, "Save a backup").await?;
    Ok(fs::read_to_string(browser.wait_for_download(".json").await?).unwrap())
}

#[tokio::test]
async fn new_customers_get_the_roles_and_fields_that_were_chosen() -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, Setup::default()).await?;
    open(&browser, folder.path(), "people.csv", "name,shoe,since\nAda,\"41,5\",13/02/2024\nBob,x,01/02/2024\n").await?;
    pick(&browser, "Column shoe is", "Custom field").await?;
    pick(&browser, "“shoe” goes into", "New field: Number").await?;
    pick(&browser, "Decimal mark of shoe", "Decimal comma 1.234,50").await?;
    pick(&browser, "Column since is", "Custom field").await?;
    pick(&browser, "“since” goes into", "New field: Date").await?;
    browser.find(Role::ComboBox, "Order of dates of since").await?;
    browser.click(Role::Checkbox, "Customer").await?;
    browser.click(Role::Checkbox, "Supplier").await?;
    browser.click(Role::Button, "Try it out first").await?;
    browser.wait_for_text("This is no number. Write digits").await?;
    import(&browser).await?;
    let saved = backup(&browser).await?;
    let ada = saved.lines().find(|line| line.contains("\"name\":\"Ada\"")).unwrap();
    for wanted in ["\"roles\":[\"supplier\"]", "{\"number\":\"41.5\"}", "{\"date\":\"2024-02-13\"}"] {
        assert!(ada.contains(wanted), "{ada}");
    }
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_table_that_was_understood_wrongly_is_put_right() -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, Setup::default()).await?;
    let unclosed = "name,city\nAda,London\n\"Byte,Ulm\nCleo,Linz\n";
    open(&browser, folder.path(), "marks.csv", unclosed).await?;
    browser.click(Role::Button, "Read quotation marks as text").await?;
    browser.wait_for_text("\"Byte").await?;
    let line = browser.find(Role::TextBox, "Table begins in line").await?;
    line.send_keys(Key::Backspace + "2" + Key::Enter).await?;
    browser.find(Role::ComboBox, "Column Ada is").await?;
    let line = browser.find(Role::TextBox, "Table begins in line").await?;
    line.send_keys(Key::Backspace + "99" + Key::Enter).await?;
    browser.wait_for_text("There is nothing from line 99 on. Enter an earlier line.").await?;
    let line = browser.find(Role::TextBox, "Table begins in line").await?;
    assert_eq!(line.prop("value").await?.as_deref(), Some("2"));
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_thousand_columns_are_shown_a_few_at_a_time() -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, Setup::default()).await?;
    let names: Vec<String> = (1..=999).map(|column| format!("column x{column}")).chain(["name".to_owned()]).collect();
    let row = vec!["x"; 1_000].join(",");
    open(&browser, folder.path(), "wide.csv", &format!("{}\n{}", names.join(","), format!("{row}\n").repeat(300)))
        .await?;
    browser.wait_for_text("1–16 of 1,000").await?;
    browser.click(Role::Button, "Next").await?;
    browser.find(Role::ComboBox, "Column column x17 is").await?;
    browser.click(Role::Checkbox, "Only columns that are imported").await?;
    browser.find(Role::ComboBox, "Column name is").await?;
    assert_eq!(browser.eval::<usize>("document.querySelectorAll('.import-head').length").await?, 1);
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn rows_with_problems_are_saved_corrected_and_imported() -> Result<()> {
    let site = Site::start()?;
    let folder = tempfile::tempdir().unwrap();
    let browser = Browser::open(&site, Setup::default()).await?;
    let orders = "order,customer,date,amount\n1,Ada,2024-01-01,1\n2,=cmd(),2024-01-02,2\n2,=cmd(),2024-02-30,3\n";
    open(&browser, folder.path(), "orders.csv", orders).await?;
    import(&browser).await?;
    browser.wait_for_text("There is no day 30 in month 2 of 2024.").await?;
    browser.click(Role::Button, "Save the rows with problems").await?;
    let saved = fs::read_to_string(browser.wait_for_download("-problems.csv").await?).unwrap();
    let rows: Vec<&str> = saved.lines().collect();
    assert_eq!(rows[0], "\u{FEFF}Line,\"What is wrong, and what to do\",order,customer,date,amount");
    assert_eq!(rows[1], "3,Another row of this order cannot be read.,2,'=cmd(),2024-01-02,2");
    assert!(rows[2].starts_with("4,date: There is no day 30 in month 2 of 2024.") && rows.len() == 3, "{rows:?}");
    browser.click(Role::Button, "Import another file").await?;
    open(&browser, folder.path(), "corrected.csv", &saved.replace("2024-02-30", "2024-02-29")).await?;
    browser.wait_for_text("Every row can be read.").await?;
    import(&browser).await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("=cmd()").await?;
    browser.assert_clean().await?;
    browser.close().await
}
