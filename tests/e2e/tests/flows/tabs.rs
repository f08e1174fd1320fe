//! Several tabs on one workspace, and what happens when the browser stops keeping data.

use e2e::{Browser, Key, Result, Role, Setup, Site};

use super::add;
use serde_json::json;
use thirtyfour::WindowHandle;

use crate::table::focus_rows;

/// Two tabs of one browser on the same workspace.
struct Tabs {
    browser: Browser,
    first: WindowHandle,
    second: WindowHandle,
    _site: Site,
}

impl Tabs {
    async fn open() -> Result<Self> {
        let site = Site::start()?;
        let browser = Browser::open(&site, Setup::default()).await?;
        browser.wait_for_app().await?;
        let first = browser.driver().window().await?;
        let second = browser.driver().new_tab().await?;
        browser.driver().switch_to_window(second.clone()).await?;
        browser.goto("").await?;
        browser.wait_for_app().await?;
        Ok(Self { browser, first, second, _site: site })
    }

    /// Turns to a tab: from then on the one browser means this one.
    async fn at(&self, tab: &WindowHandle) -> Result<&Browser> {
        self.browser.driver().switch_to_window(tab.clone()).await?;
        Ok(&self.browser)
    }

    async fn first(&self) -> Result<&Browser> {
        self.at(&self.first).await
    }

    async fn second(&self) -> Result<&Browser> {
        self.at(&self.second).await
    }
}

#[tokio::test]
async fn a_change_in_one_tab_shows_in_the_other() -> Result<()> {
    let tabs = Tabs::open().await?;
    let address = add(tabs.first().await?, "Ada Lovelace").await?;
    let second = tabs.second().await?;
    second.wait_for_text("Ada Lovelace").await?;
    second.goto(&format!("{address}/edit")).await?;
    second.fill("Name", "Ada King").await?;
    second.click(Role::Button, "Save").await?;
    tabs.first().await?.wait_for_text("Ada King").await?;
    tabs.browser.assert_clean().await?;
    tabs.browser.close().await
}

#[tokio::test]
async fn edits_of_different_fields_in_two_tabs_both_survive() -> Result<()> {
    let tabs = Tabs::open().await?;
    let address = add(tabs.first().await?, "Grace Hopper").await?;
    let edit = format!("{address}/edit");
    // Both forms are open before either is saved.
    let first = tabs.first().await?;
    first.goto(&edit).await?;
    first.fill("Name", "Rear Admiral Hopper").await?;
    let second = tabs.second().await?;
    second.goto(&edit).await?;
    second.fill("About", "found the first bug").await?;
    tabs.first().await?.click(Role::Button, "Save").await?;
    tabs.second().await?.click(Role::Button, "Save").await?;
    for handle in [&tabs.first, &tabs.second] {
        let tab = tabs.at(handle).await?;
        tab.goto(&address).await?;
        tab.reload().await?;
        tab.wait_for_text("Rear Admiral Hopper").await?;
        tab.wait_for_text("found the first bug").await?;
    }
    tabs.browser.close().await
}

/// Opens the cell that the list is at, and writes over what stands there.
async fn type_into_cell(browser: &Browser, text: &str) -> Result<()> {
    browser.wait_until("the list", "document.querySelector('[role=grid]')").await?;
    focus_rows(browser).await?;
    browser.press(Key::F2).await?;
    browser.wait_until("the editor", "document.activeElement.closest('.table-editor')").await?;
    browser.press_with(Key::Control, "a").await?;
    browser.type_text(text).await?;
    holds(browser, text).await
}

/// Waits until a cell is open and holds this text.
async fn holds(browser: &Browser, text: &str) -> Result<()> {
    let typed = format!("document.querySelector('.table-editor input')?.value === {}", json!(text));
    browser.wait_until("what was typed in the editor", &typed).await
}

#[tokio::test]
async fn of_one_cell_in_two_tabs_the_later_is_warned_and_both_stay_in_the_history() -> Result<()> {
    let tabs = Tabs::open().await?;
    let address = add(tabs.first().await?, "Annie Jump Cannon").await?;
    tabs.first().await?.goto("#/customers").await?;
    tabs.second().await?.goto("#/customers").await?;
    type_into_cell(tabs.first().await?, "Annie of the first").await?;
    type_into_cell(tabs.second().await?, "Annie of the second").await?;
    let first = tabs.first().await?;
    holds(first, "Annie of the first").await?;
    first.press(Key::Enter).await?;
    first.wait_until("the editor to close", "!document.querySelector('.table-editor')").await?;
    let second = tabs.second().await?;
    second.wait_for_text("Changed elsewhere meanwhile to: Annie of the first").await?;
    second.screenshot("tabs-one-cell").await?;
    second.press(Key::Enter).await?;
    second.wait_until("the editor to close", "!document.querySelector('.table-editor')").await?;
    tabs.first().await?.wait_for_text("Annie of the second").await?;
    let first = tabs.first().await?;
    first.goto(&format!("{address}/history")).await?;
    for name in ["Annie Jump Cannon", "Annie of the first", "Annie of the second"] {
        first.wait_for_text(name).await?;
    }
    tabs.browser.assert_clean().await?;
    tabs.browser.close().await
}

#[tokio::test]
async fn an_import_that_is_undone_during_an_edit_loses_nothing_silently() -> Result<()> {
    let tabs = Tabs::open().await?;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("orders.csv");
    std::fs::write(&file, "Customer,Date,Amount\nHypatia,2025-03-04,10.00\n").unwrap();
    let first = tabs.first().await?;
    first.goto("#/data/import").await?;
    first.upload("input[type=file]", &file).await?;
    first.click(Role::Button, "Import").await?;
    first.wait_for_text("The file was imported").await?;
    let second = tabs.second().await?;
    second.goto("#/customers").await?;
    second.wait_for_text("Hypatia").await?;
    type_into_cell(second, "Hypatia of Alexandria").await?;
    let first = tabs.first().await?;
    first.press_with(Key::Control, "z").await?;
    first.goto("#/customers").await?;
    first.wait_until_gone("Hypatia").await?;
    let second = tabs.second().await?;
    second.wait_for_text("“Hypatia of Alexandria” was not saved").await?;
    second.screenshot("tabs-import-undone").await?;
    tabs.browser.assert_clean().await?;
    tabs.browser.close().await
}

#[tokio::test]
async fn an_older_tab_stops_writing_and_says_so() -> Result<()> {
    let tabs = Tabs::open().await?;
    let address = add(tabs.first().await?, "Katherine Johnson").await?;
    tabs.first().await?.goto(&format!("{address}/edit")).await?;
    tabs.first().await?.fill("Name", "Nobody").await?;
    // A newer version of the app declares a higher version of the database.
    let second = tabs.second().await?;
    second.goto("icon.svg").await?;
    let opened = "new Promise((resolve, reject) => {
        const request = indexedDB.open('kith', 1000);
        request.onsuccess = () => { request.result.close(); resolve(true); };
        request.onerror = () => reject(request.error);
    })";
    assert!(second.eval::<bool>(opened).await?);
    let first = tabs.first().await?;
    first.wait_for_text("This tab does not write any more").await?;
    first.click(Role::Button, "Save").await?;
    first.wait_for_text("A newer version of Kith").await?;
    // The older version does not open what the newer one wrote, and says why.
    first.reload().await?;
    first.wait_for_text("The workspace could not be opened").await?;
    first.wait_for_text("format 1000").await?;
    tabs.browser.close().await
}

#[tokio::test]
async fn a_full_disk_is_said_and_nothing_is_shown_as_saved() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/data/import").await?;
    browser.upload("input[type=file]", &xtask::root().join("tests/fixtures/data/online_retail_sample.csv")).await?;
    browser.wait_for_text("4. Import").await?;
    let origin: String = browser.eval("location.origin").await?;
    let cdp = browser.driver().cdp();
    cdp.send_raw("Storage.overrideQuotaForOrigin", json!({ "origin": origin, "quotaSize": 1 })).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("storage is full").await?;
    assert!(browser.text().await?.contains("Not saved"));
    // Nothing of it is shown or kept, and it goes in as soon as there is room.
    cdp.send_raw("Storage.overrideQuotaForOrigin", json!({ "origin": origin })).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/abc").await?;
    browser.reload().await?;
    browser.wait_for_text("A: 44 customers").await?;
    browser.close().await
}
