//! Lists: columns are arranged, rows are ticked, cells are changed where they stand.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};
use serde_json::json;

/// A browser with the list of 995 customers, at its first row.
async fn list(site: &Site, setup: Setup) -> Result<Browser> {
    let browser = Browser::open(site, setup).await?;
    browser.goto("#/data/import").await?;
    browser.wait_for_app().await?;
    browser.upload("input[type=file]", &xtask::root().join("tests/fixtures/data/rfm_orders.csv")).await?;
    browser.click(Role::Button, "Import").await?;
    browser.wait_for_text("The file was imported").await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    Ok(browser)
}

/// The heads of the columns, in their order.
async fn heads(browser: &Browser) -> Result<Vec<String>> {
    browser
        .eval("[...document.querySelectorAll('[role=columnheader]:not(.cell-tick):not(.cell-spared)')].map((head) => head.textContent.trim())")
        .await
}

async fn width(browser: &Browser, head: &str) -> Result<f64> {
    browser
        .eval(format!(
            "[...document.querySelectorAll('[role=columnheader]')].find((head) => head.textContent.trim() === {}).getBoundingClientRect().width",
            json!(head)
        ))
        .await
}

/// Gives the rows the focus.
pub async fn focus_rows(browser: &Browser) -> Result<()> {
    browser.eval::<bool>("(document.querySelector('[role=grid]').focus(), true)").await.map(drop)
}

/// Presses a key while another is held.
pub async fn press_held(browser: &Browser, held: Key, key: Key) -> Result<()> {
    let chain = browser.driver().action_chain().key_down(held.clone()).send_keys(key).key_up(held);
    Ok(chain.perform().await?)
}

/// Pastes a text where the focus is, as the keyboard does.
pub async fn paste(browser: &Browser, text: &str) -> Result<()> {
    let script = format!(
        "(() => {{
            const data = new DataTransfer();
            data.setData('text/plain', {});
            const event = new ClipboardEvent('paste', {{ clipboardData: data, bubbles: true, cancelable: true }});
            return document.activeElement.dispatchEvent(event) || true;
        }})()",
        json!(text)
    );
    browser.eval::<bool>(script).await.map(drop)
}

#[tokio::test]
async fn columns_are_moved_widened_hidden_and_brought_back() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, Setup::default()).await?;
    assert_eq!(heads(&browser).await?[..3], ["Name", "ABC class", "Segment"]);
    // By key, and the head that was moved keeps the focus.
    browser.eval::<bool>("(document.querySelector('[role=columnheader] .table-sort').focus(), true)").await?;
    press_held(&browser, Key::Alt, Key::Right).await?;
    browser.wait_until("the name to be second", "document.activeElement.closest('[aria-colindex=\"3\"]')").await?;
    assert_eq!(heads(&browser).await?[..2], ["ABC class", "Name"]);
    let before = width(&browser, "Name").await?;
    press_held(&browser, Key::Shift, Key::Right).await?;
    browser
        .wait_until(
            "a wider column",
            &format!(
                "document.activeElement.closest('[role=columnheader]').getBoundingClientRect().width > {}",
                before + 8.0
            ),
        )
        .await?;
    // By mouse: the edge is drawn, and a double click makes the column as wide as what stands in it.
    let edge = browser.css("[aria-colindex='3'] .table-edge").await?;
    browser.driver().action_chain().click_and_hold_element(&edge).move_by_offset(-80, 0).release().perform().await?;
    let narrow = width(&browser, "Name").await?;
    assert!(narrow < before, "{narrow} of {before}");
    let edge = browser.css("[aria-colindex='3'] .table-edge").await?;
    browser.driver().action_chain().double_click_element(&edge).perform().await?;
    browser
        .wait_until("names that fit", "[...document.querySelectorAll('.table-link > span, .table-link')].every((name) => name.scrollWidth <= name.clientWidth + 1)")
        .await?;
    // A head is dragged before another.
    let (from, to) =
        (browser.css("[aria-colindex='3'] .table-sort").await?, browser.css("[aria-colindex='2'] .table-sort").await?);
    browser.driver().action_chain().drag_and_drop_element(&from, &to).perform().await?;
    browser
        .wait_until(
            "the name to be first",
            "document.querySelector('[role=columnheader][aria-colindex=\"2\"]').textContent.includes('Name')",
        )
        .await?;
    // Chosen from the menu.
    browser.click(Role::Button, "Columns").await?;
    browser.click(Role::Checkbox, "Segment").await?;
    browser.click(Role::Checkbox, "City").await?;
    let found = heads(&browser).await?;
    assert!(!found.contains(&"Segment".to_owned()) && found.last().is_some_and(|last| last == "City"), "{found:?}");
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.screenshot("table-columns").await?;
    browser.click(Role::Button, "Usual columns").await?;
    browser.press(Key::Escape).await?;
    assert_eq!(heads(&browser).await?[..3], ["Name", "ABC class", "Segment"]);
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn everybody_in_the_list_is_tagged_at_once_and_it_is_undone() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, Setup::default()).await?;
    browser.click(Role::Checkbox, "Select those in sight").await?;
    browser.wait_for_text("Selected: 1").await?;
    browser.click(Role::Button, "Select all 995 in the list").await?;
    browser.wait_for_text("Selected: 995").await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.screenshot("table-selected").await?;
    browser.click(Role::Button, "Tag").await?;
    // A line with suggestions.
    browser.find(Role::ComboBox, "Value").await?.send_keys("fair").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("empty → fair").await?;
    browser.screenshot("table-bulk-tag").await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.click(Role::Button, "Change 995").await?;
    browser.wait_for_text("Changed “Tags” (records: 995)").await?;
    focus_rows(&browser).await?;
    browser.press(Key::Escape).await?;
    browser.wait_until_gone("Selected: 995").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Undone: Changed “Tags” (records: 995)").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_range_is_ticked_by_key_and_deleted_and_comes_back() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, Setup::default()).await?;
    focus_rows(&browser).await?;
    press_held(&browser, Key::Shift, Key::Down).await?;
    press_held(&browser, Key::Shift, Key::Down).await?;
    browser.wait_for_text("Selected: 3").await?;
    press_held(&browser, Key::Shift, Key::Up).await?;
    browser.wait_for_text("Selected: 2").await?;
    browser.click(Role::Button, "Delete").await?;
    browser.wait_for_text("Delete customers: 2?").await?;
    browser.eval::<bool>("(document.querySelector('dialog[open] [type=submit]').click(), true)").await?;
    browser.wait_until_gone("Abbey O'Reilly").await?;
    browser.wait_for_text("993").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_cell_is_changed_where_it_stands_and_undone() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, Setup::default()).await?;
    focus_rows(&browser).await?;
    // The name: an empty one is refused at the cell.
    browser.press(Key::F2).await?;
    browser.wait_until("the editor", "document.activeElement.closest('.table-editor')").await?;
    browser.press(Key::Backspace).await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("Please fill this in.").await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.screenshot("table-cell-refused").await?;
    browser.type_text("Abbey Road").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("Abbey Road").await?;
    browser.wait_until("the editor to close", "!document.querySelector('.table-editor')").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    // The class by hand, from a cell that is gone to by key; Escape leaves it as it is.
    focus_rows(&browser).await?;
    browser.press(Key::Right).await?;
    browser.press(Key::Right).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the editor", "document.activeElement.localName === 'select'").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("the rows to have the focus", "document.activeElement.matches('[role=grid]')").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_block_of_a_spreadsheet_fills_cells_after_a_question_and_all_or_none() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, Setup::default()).await?;
    focus_rows(&browser).await?;
    browser.press(Key::Home).await?;
    browser.press(Key::F2).await?;
    browser.wait_until("the editor", "document.activeElement.closest('.table-editor')").await?;
    paste(&browser, "Zoë One\tZ\nZoë Two\tB\n").await?;
    browser.wait_for_text("Fill several cells?").await?;
    // There is no class Z: nothing at all is written.
    browser.wait_for_text("“Z”").await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.screenshot("table-paste-wrong").await?;
    browser.click(Role::Button, "Cancel").await?;
    browser.wait_until("the dialog to close", "!document.querySelector('dialog[open]')").await?;
    assert!(browser.text().await?.contains("Abbey O'Reilly"));
    focus_rows(&browser).await?;
    paste(&browser, "Aaa One\tA\nAaa Two\tB\n").await?;
    browser.click(Role::Button, "Fill 4 cells").await?;
    browser.wait_for_text("Aaa Two").await?;
    browser.wait_for_text("Changed records: 2").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Abbey O'Reilly").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_customer_is_seen_beside_the_list_on_a_wide_window() -> Result<()> {
    let site = Site::start()?;
    let browser = list(&site, Setup { width: 1680, height: 1000, ..Setup::default() }).await?;
    focus_rows(&browser).await?;
    browser.press(Key::Space).await?;
    browser.wait_until("the pane", "document.querySelector('.preview')?.textContent.includes('Abbey')").await?;
    browser.wait_until("the address", "location.hash.includes('show=')").await?;
    let first: String = browser.eval("location.hash").await?;
    browser.press(Key::Down).await?;
    browser.wait_until("the next one", &format!("location.hash !== {}", json!(first))).await?;
    assert!(browser.accessibility_violations().await?.is_empty());
    browser.screenshot("table-beside").await?;
    // The address brings it back.
    browser.reload().await?;
    browser.wait_until("the pane", "document.querySelector('.preview-name')?.textContent").await?;
    browser.click(Role::Button, "Close").await?;
    browser
        .wait_until("the pane to go", "!document.querySelector('.preview') && !location.hash.includes('show=')")
        .await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn on_a_phone_what_can_be_done_is_at_the_thumb() -> Result<()> {
    let site = Site::start()?;
    for (locale, language, dark) in [("en-GB", "en", false), ("zh-TW", "zh-Hant", true)] {
        let browser = Browser::open(&site, Setup { locale, ..Setup::default() }).await?;
        let said = |file: &str, key: &str| super::screens::words(language, file)[key].as_str().unwrap().to_owned();
        browser.goto("#/data/import").await?;
        browser.wait_for_app().await?;
        browser.upload("input[type=file]", &xtask::root().join("tests/fixtures/data/rfm_orders.csv")).await?;
        browser.click(Role::Button, &said("import", "import_action")).await?;
        browser.wait_for_text(&said("import", "done")).await?;
        browser.look(Look { width: 390, height: 844, dark }).await?;
        browser.goto("#/customers").await?;
        browser.wait_for_text("Abbey O'Reilly").await?;
        browser.eval::<bool>("(document.querySelectorAll('.table-row .check-box')[1].click(), true)").await?;
        browser.wait_until("the bar", "document.querySelector('.bulk-open')").await?;
        let below = browser
            .eval::<bool>("document.querySelector('.bulk-actions').getBoundingClientRect().top > innerHeight / 2");
        assert!(below.await?, "the actions are in the lower half");
        browser.screenshot(&format!("table-phone-{language}")).await?;
        assert!(browser.accessibility_violations().await?.is_empty());
        browser.assert_clean().await?;
        browser.close().await?;
    }
    Ok(())
}
