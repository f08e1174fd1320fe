//! What was said is logged in one key, found again, corrected, and taken back.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};

use super::add;

#[tokio::test]
async fn a_contact_is_logged_by_one_key_corrected_found_and_undone() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "Ada Lovelace").await?;

    browser.press(Key::Escape).await?;
    browser.type_text("l").await?;
    browser.wait_for_text("What was said").await?;
    browser.assert_accessible().await?;
    browser.fill("What was said", "Wants a quote for the engine").await?;
    browser.fill("Minutes", "a while").await?;
    browser.screenshot("conversation-form").await?;
    browser.press_with(Key::Control, "s").await?;
    // The flaw stands at its field, and nothing else is lost.
    browser.wait_until("the flaw", "document.querySelector('dialog .field-invalid .field-error')").await?;
    browser.fill("Minutes", "12").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Phone · In touch").await?;
    browser.wait_for_text("Wants a quote for the engine").await?;
    browser.wait_for_text("12 min").await?;
    browser.screenshot("conversation-timeline").await?;

    // It is corrected where it stands, after a reload.
    browser.reload().await?;
    browser.wait_for_text("Wants a quote for the engine").await?;
    browser.click(Role::Button, "Phone · In touch").await?;
    browser.fill("With whom", "her brother").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("her brother").await?;

    // From anywhere: by what was said, to whom it was said to.
    browser.goto("#/customers").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    browser.press_with(Key::Control, "k").await?;
    browser.wait_until("the palette", "document.querySelector('dialog[open] input')").await?;
    browser.type_text("quote engine").await?;
    browser.wait_for_text("Phone: Wants a quote for the engine").await?;
    browser.screenshot("conversation-found").await?;
    browser.press(Key::Escape).await?;

    browser.goto(&format!("{page}/history")).await?;
    browser.wait_for_text("her brother").await?;
    browser.goto(&page).await?;
    browser.wait_for_text("her brother").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until_gone("her brother").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until_gone("Wants a quote for the engine").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_contact_is_logged_in_chinese_on_a_phone_at_night() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "王小明").await?;
    browser.goto("#/preferences").await?;
    browser.press_with(Key::Control, "k").await?;
    browser.wait_until("the palette", "document.querySelector('dialog[open] input')").await?;
    browser.type_text("繁體").await?;
    browser.wait_for_text("繁體中文").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("偏好設定").await?;
    browser.look(Look { width: 390, height: 800, dark: true }).await?;
    browser.goto(&page).await?;
    browser.click(Role::Button, "記錄聯絡").await?;
    browser.wait_for_text("談了什麼").await?;
    browser.assert_accessible().await?;
    browser.screenshot("conversation-form-zh-Hant").await?;
    browser.fill("談了什麼", "下週送貨").await?;
    browser.click(Role::Button, "儲存").await?;
    browser.wait_for_text("電話 · 已聯絡上").await?;
    let over: i64 = browser.eval("document.documentElement.scrollWidth - innerWidth").await?;
    assert!(over <= 0, "{over} px stick out");
    browser.screenshot("conversation-timeline-zh-Hant").await?;
    browser.assert_clean().await?;
    browser.close().await
}
