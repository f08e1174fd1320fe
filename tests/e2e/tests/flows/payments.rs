//! The payment of an order: kept track of, overdue, on Today, paid by one press, and taken back.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};

use super::add;

/// Enters a day as the browser's calendar does.
async fn enter_day(browser: &Browser, place: usize, day: &str) -> Result<()> {
    let enter = format!(
        "(() => {{ const input = document.querySelectorAll('dialog[open] input[type=date]')[{place}]; input.value = '{day}'; input.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    );
    browser.eval::<()>(enter).await
}

#[tokio::test]
async fn an_overdue_payment_is_seen_everywhere_and_paid_by_one_press() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "Ada Lovelace").await?;
    browser.goto(&format!("{page}/orders")).await?;
    browser.click(Role::Button, "Add order").await?;
    browser.wait_until("the form", "document.querySelector('dialog[open] input[type=date]')").await?;
    enter_day(&browser, 0, "2026-01-10").await?;
    browser.fill("Order number", "R-7").await?;
    browser.fill("Amount", "120").await?;
    browser.eval::<()>("[...document.querySelectorAll('dialog[open] .check')].find(box => box.innerText.includes('Keep track of the payment')).querySelector('input').click()").await?;
    browser
        .wait_until("the due day", "document.querySelectorAll('dialog[open] input[type=date]').length === 2")
        .await?;
    enter_day(&browser, 1, "2026-01-24").await?;

    // A payment without day and amount is told where it is wrong; another day and a part of the money are taken.
    browser.eval::<()>("[...document.querySelectorAll('dialog[open] .repeated-add button')].at(-1).click()").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("both flaws", "document.querySelectorAll('dialog .field-invalid').length === 2").await?;
    browser.assert_accessible().await?;
    enter_day(&browser, 2, "2026-01-20").await?;
    browser
        .eval::<()>("(() => { const all = [...document.querySelectorAll('dialog[open] .repeated-entry')]; all.at(-1).querySelector('input:not([type=date])').focus(); })()")
        .await?;
    browser.type_text("20").await?;
    browser.screenshot("payments-form").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Overdue, days:").await?;
    browser.wait_for_text("Still to be paid in EUR").await?;
    browser.assert_accessible().await?;
    browser.screenshot("payments-of-a-customer").await?;

    // Today says so, and takes the answer.
    browser.goto("#/today").await?;
    browser.wait_for_text("Payment overdue, days:").await?;
    browser.wait_for_text("€100.00 still to be paid").await?;
    browser.assert_accessible().await?;
    browser.screenshot("payments-today").await?;
    browser.look(Look { width: 390, height: 844, dark: false }).await?;
    browser.screenshot("payments-today-390").await?;
    browser.look(Look { width: 1280, height: 900, dark: false }).await?;
    browser.click(Role::Button, "Paid").await?;
    browser.wait_until_gone("Payment overdue").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Payment overdue, days:").await?;

    // The list of orders finds it.
    browser.goto("#/orders?f=payment:late").await?;
    browser.wait_for_text("R-7").await?;
    browser.goto("#/orders?f=payment:paid").await?;
    browser.wait_until_gone("R-7").await?;
    browser.assert_clean().await?;
    browser.close().await
}
