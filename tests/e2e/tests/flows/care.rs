//! How often somebody should hear from us: said for a class and for one customer, seen, answered by a contact; and who does not want to.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};

use super::add;

#[tokio::test]
async fn a_cadence_is_said_seen_and_met_by_a_contact_and_a_refusal_is_respected() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "Ada Lovelace").await?;

    // Bought once, long ago; a customer of class A, for there is no other.
    browser.goto(&format!("{page}/orders")).await?;
    browser.click(Role::Button, "Add order").await?;
    browser.wait_until("the form", "document.querySelector('dialog[open] input[type=date]')").await?;
    browser
        .eval::<()>("(() => { const input = document.querySelector('dialog[open] input[type=date]'); input.value = '2026-01-10'; input.dispatchEvent(new Event('change', { bubbles: true })); })()")
        .await?;
    browser.fill("Amount", "120").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("€120.00").await?;

    browser.goto("#/preferences").await?;
    browser.wait_for_text("How often customers hear from us").await?;
    browser.fill("Class A, days", "0").await?;
    browser.press(Key::Tab).await?;
    browser.wait_until("the flaw", "document.querySelector('main .field-invalid')").await?;
    browser.fill("Class A, days", "30").await?;
    browser.press(Key::Tab).await?;
    browser.wait_until_gone("out of range").await?;
    browser.wait_until("no flaw", "!document.querySelector('main .field-invalid')").await?;
    browser.fill("Tag", "press").await?;
    browser.fill("Days", "14").await?;
    browser.click(Role::Button, "Add tag").await?;
    browser.wait_for_text("press: every 14 days").await?;
    browser.assert_accessible().await?;
    browser.screenshot("cadence-preferences").await?;

    browser.goto(&page).await?;
    browser.wait_for_text("every 30 days").await?;
    browser.wait_for_text("Overdue").await?;
    browser.assert_accessible().await?;
    browser.screenshot("cadence-overdue").await?;
    browser.look(Look { width: 390, height: 844, dark: true }).await?;
    browser.screenshot("cadence-overdue-390-dark").await?;
    browser.look(Look { width: 1280, height: 900, dark: false }).await?;
    browser.goto("#/customers?f=pace:overdue").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    browser.goto("#/today").await?;
    browser.wait_for_text("Ada Lovelace").await?;

    // Logged: there is time again.
    browser.goto(&page).await?;
    browser.click(Role::Button, "Log a contact").await?;
    browser.wait_until("the form", "document.querySelector('dialog[open] form, dialog[open][class]')").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("In time").await?;

    // Who does not want to be contacted is not suggested, and is not one press away.
    browser.goto(&format!("{page}/edit")).await?;
    browser.wait_for_text("Contact every (days)").await?;
    browser.eval::<()>("[...document.querySelectorAll('main .check')].find(box => box.innerText.includes('Does not want to be contacted')).querySelector('input').click()").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until_gone("In time").await?;
    browser.wait_for_text("Does not want to be contacted").await?;
    browser.screenshot("cadence-refused").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("In time").await?;
    browser.assert_clean().await?;
    browser.close().await
}
