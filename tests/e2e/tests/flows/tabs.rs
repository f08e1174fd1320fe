//! Several tabs on one workspace, and what happens when the browser stops keeping data.

use e2e::{Browser, Result, Role, Setup, Site};
use serde_json::json;
use thirtyfour::WindowHandle;

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

    async fn first(&self) -> Result<&Browser> {
        self.browser.driver().switch_to_window(self.first.clone()).await?;
        Ok(&self.browser)
    }

    async fn second(&self) -> Result<&Browser> {
        self.browser.driver().switch_to_window(self.second.clone()).await?;
        Ok(&self.browser)
    }
}

/// Adds a customer, and gives the address of the customer's page.
async fn add(browser: &Browser, name: &str) -> Result<String> {
    browser.goto("#/customers/new").await?;
    browser.fill("Name", name).await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("the customer's page", "/^#.customers.[0-9a-f-]{36}$/.test(location.hash)").await?;
    browser.eval("location.hash").await
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
    for tab in [tabs.first().await?, tabs.second().await?] {
        tab.goto(&address).await?;
        tab.reload().await?;
        tab.wait_for_text("Rear Admiral Hopper").await?;
        tab.wait_for_text("found the first bug").await?;
    }
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
