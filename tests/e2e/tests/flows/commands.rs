//! Everything at hand: the palette, the keys, what was looked at last.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};

/// What is marked in the palette.
const MARKED: &str = "document.querySelector('.finder [aria-selected=true] .finder-text')?.textContent";

/// Adds a customer by the form.
async fn add(browser: &Browser, labels: [&str; 2], name: &str) -> Result<()> {
    browser.goto("#/customers/new").await?;
    browser.fill(labels[0], name).await?;
    browser.click(Role::Button, labels[1]).await?;
    browser.wait_until("the customer's page", "/^#\\/customers\\/[0-9a-f-]{36}$/.test(location.hash)").await
}

/// Opens the palette and types into it.
async fn ask(browser: &Browser, text: &str) -> Result<()> {
    browser.press_with(Key::Control, "k").await?;
    browser.wait_until("the palette", "document.activeElement.role === 'combobox'").await?;
    browser.type_text(text).await
}

/// Waits until the palette marks this, and takes it.
async fn take(browser: &Browser, name: &str) -> Result<()> {
    browser.wait_until(&format!("“{name}” to be marked"), &format!("{MARKED} === {name:?}")).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the palette to close", "!document.querySelector('dialog[open]')").await
}

#[tokio::test]
async fn records_screens_and_actions_are_found_by_key_alone() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    add(&browser, ["Name", "Save"], "Ada Lovelace").await?;
    add(&browser, ["Name", "Save"], "Grace Hopper").await?;
    browser.goto("#/abc").await?;
    browser.wait_for_text("Nobody to classify yet").await?;

    ask(&browser, "lovel").await?;
    browser.screenshot("palette-record").await?;
    take(&browser, "Ada Lovelace").await?;
    browser.wait_for_text("Nothing is known yet").await?;
    ask(&browser, "rfm").await?;
    take(&browser, "RFM").await?;
    browser.wait_until("the scores", "location.hash === '#/rfm'").await?;

    // What was looked at last comes first, before anything is typed.
    ask(&browser, "").await?;
    browser.wait_until("the recents", &format!("{MARKED} === 'Ada Lovelace'")).await?;
    browser.screenshot("palette-empty").await?;
    browser.press(Key::Down).await?;
    take(&browser, "Grace Hopper").await?;
    browser.wait_until("her page", "document.querySelector('h1')?.textContent === 'Grace Hopper'").await?;

    // An action that needs a customer asks for whom.
    browser.goto("#/abc").await?;
    browser.wait_for_text("Nobody to classify yet").await?;
    ask(&browser, "new order").await?;
    browser.wait_until("the action", &format!("{MARKED}?.startsWith('New order')")).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("whom", "document.activeElement.placeholder === 'For which customer?'").await?;
    browser.type_text("ada").await?;
    browser.screenshot("palette-whom").await?;
    browser.wait_until("her", &format!("{MARKED} === 'New order for Ada Lovelace'")).await?;
    browser.press(Key::Enter).await?;
    browser.find(Role::Dialog, "Add order").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("no dialog", "!document.querySelector('dialog[open]')").await?;

    // A day that is typed is a day.
    ask(&browser, "2025-12-31").await?;
    take(&browser, "As of 31 Dec 2025").await?;
    browser.wait_for_text("what came later does not count").await?;
    ask(&browser, "as of today").await?;
    take(&browser, "As of today again").await?;
    browser.wait_until_gone("what came later does not count").await?;

    // What fits nothing says so, and Escape leads back to where one was.
    ask(&browser, "no such thing at all").await?;
    browser.wait_for_text("Nothing is called").await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("the palette to close", "!document.querySelector('dialog[open]')").await?;
    ask(&browser, "dark").await?;
    take(&browser, "Theme: Dark").await?;
    browser.wait_until("the theme", "document.documentElement.dataset.theme === 'dark'").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_chinese_palette_understands_both_languages() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup { locale: "zh-TW", ..Setup::default() }).await?;
    browser.wait_for_app().await?;
    add(&browser, ["名稱", "儲存"], "王小明").await?;
    browser.goto("#/abc").await?;
    ask(&browser, "小明").await?;
    take(&browser, "王小明").await?;
    ask(&browser, "import").await?;
    take(&browser, "匯入檔案").await?;
    browser.wait_until("the import", "location.hash === '#/data/import'").await?;
    ask(&browser, "異動").await?;
    browser.screenshot("palette-zh").await?;
    take(&browser, "異動紀錄").await?;
    browser.wait_for_text("新增 王小明").await?;
    browser.screenshot("history-zh").await?;

    // While an input method composes, nothing is taken and nothing is closed.
    ask(&browser, "").await?;
    browser
        .driver()
        .cdp()
        .send_raw(
            "Input.imeSetComposition",
            serde_json::json!({ "text": "ㄨㄤ", "selectionStart": 2, "selectionEnd": 2 }),
        )
        .await?;
    let before: String = browser.eval("location.hash").await?;
    browser
        .eval::<bool>(
            "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }))",
        )
        .await?;
    assert!(browser.eval::<bool>("!!document.querySelector('dialog.finder[open]')").await?);
    assert_eq!(browser.eval::<String>("location.hash").await?, before);
    browser.driver().cdp().send_raw("Input.insertText", serde_json::json!({ "text": "王" })).await?;
    take(&browser, "王小明").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn keys_lead_anywhere_and_never_into_what_is_typed() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    add(&browser, ["Name", "Save"], "Ada Lovelace").await?;
    add(&browser, ["Name", "Save"], "Grace Hopper").await?;
    let leads = async |keys: &str, hash: &str| -> Result<()> {
        browser.type_text(keys).await?;
        browser.wait_until(hash, &format!("location.hash.startsWith({hash:?})")).await
    };
    leads("ga", "#/abc").await?;
    leads("gr", "#/rfm").await?;
    leads("gd", "#/data").await?;
    leads("gi", "#/data/import").await?;
    leads("gh", "#/history").await?;
    leads("gp", "#/preferences").await?;
    leads("gc", "#/customers").await?;
    browser.wait_for_text("Grace Hopper").await?;
    browser.type_text("/").await?;
    browser.wait_until("the search", "document.activeElement.inputMode === 'search'").await?;
    // These are letters here.
    browser.type_text("gan?").await?;
    browser.wait_until("what was typed", "document.activeElement.value === 'gan?'").await?;
    browser.press(Key::Escape).await?;
    browser.press(Key::Tab).await?;

    // From one customer to the next in the order of the list, and back.
    browser.wait_for_text("Ada Lovelace").await?;
    browser.click(Role::Link, "Ada Lovelace").await?;
    browser.wait_until("Ada", "document.querySelector('h1')?.textContent === 'Ada Lovelace'").await?;
    browser.type_text("j").await?;
    browser.wait_until("Grace", "document.querySelector('h1')?.textContent === 'Grace Hopper'").await?;
    browser.press_with(Key::Alt, "\u{e013}").await?;
    browser.wait_until("Ada", "document.querySelector('h1')?.textContent === 'Ada Lovelace'").await?;
    browser.type_text("m").await?;
    browser.wait_until("the note", "document.activeElement.localName === 'textarea'").await?;
    browser.type_text("e?").await?;
    browser.wait_until("what was typed", "document.activeElement.value === 'e?'").await?;
    browser.eval::<()>("document.activeElement.blur()").await?;
    browser.type_text("e").await?;
    browser.wait_until("the form", "location.hash.endsWith('/edit')").await?;
    leads("n", "#/customers/new").await?;

    browser.eval::<()>("document.activeElement.blur()").await?;
    browser.type_text("?").await?;
    browser.find(Role::Dialog, "Keyboard shortcuts").await?;
    let still = "document.querySelector('dialog[open]').getAnimations().length === 0";
    browser.wait_until("the sheet to stand still", still).await?;
    browser.screenshot("sheet").await?;
    assert_eq!(browser.accessibility_violations().await?.len(), 0);
    browser.look(Look { width: 390, height: 800, dark: true }).await?;
    browser.screenshot("sheet-390-dark").await?;
    browser.look(Look { width: 1280, height: 800, dark: false }).await?;
    // Turned off, a letter is nothing; a chord stays.
    browser.css("dialog[open] .switch-box").await?.click().await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("the sheet to close", "!document.querySelector('dialog[open]')").await?;
    browser.type_text("ga").await?;
    ask(&browser, "lovelace").await?;
    take(&browser, "Ada Lovelace").await?;
    browser.wait_until("Ada", "document.querySelector('h1')?.textContent === 'Ada Lovelace'").await?;
    browser.reload().await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.type_text("e").await?;
    ask(&browser, "keys").await?;
    let hash: String = browser.eval("location.hash").await?;
    assert!(!hash.ends_with("/edit"), "it stays turned off after a reload");
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn the_palette_is_sound_from_all_sides() -> Result<()> {
    for (locale, labels) in [("en-GB", ["Name", "Save"]), ("zh-CN", ["名称", "保存"])] {
        let site = Site::start()?;
        let browser = Browser::open(&site, Setup { locale, ..Setup::default() }).await?;
        browser.wait_for_app().await?;
        add(&browser, labels, "Ada Lovelace").await?;
        for look in [(1280, false), (1280, true), (390, false), (390, true)] {
            let (width, dark) = look;
            browser.look(Look { width, height: 800, dark }).await?;
            for text in ["", "a", "no such thing"] {
                ask(&browser, text).await?;
                browser.wait_until("the answer", "!!document.querySelector('.finder-item, .finder-empty')").await?;
                // Half faded in, nothing has its colours yet.
                let still = "document.querySelector('dialog[open]').getAnimations().length === 0";
                browser.wait_until("the palette to stand still", still).await?;
                let wrong = browser.accessibility_violations().await?;
                assert!(wrong.is_empty(), "{locale} {look:?} “{text}”: {wrong:?}");
                browser.screenshot(&format!("palette-{locale}-{width}-{dark}-{}", text.len())).await?;
                browser.press(Key::Escape).await?;
                browser.wait_until("the palette to close", "!document.querySelector('dialog[open]')").await?;
            }
        }
        browser.assert_clean().await?;
        browser.close().await?;
    }
    Ok(())
}
