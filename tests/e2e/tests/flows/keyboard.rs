//! By keyboard alone: what is to be used can be reached, it is seen where one is, and a key does what a click does.

use e2e::{Browser, Failure, Key, Result, Setup, Site};

/// What has the focus: its name, as far as it can be read, and whether one sees that it has it.
const FOCUS: &str = "(() => {
    const at = document.activeElement;
    const label = at.labels?.[0]?.textContent || at.getAttribute('aria-label') || at.textContent || at.localName;
    const ringed = (element) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
        return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
    };
    const ring = ringed(at) || ringed(at.parentElement) || ringed(at.closest('[role=row], label') ?? at);
    return [label.trim(), ring];
})()";

/// Goes on by Tab until something with this name has the focus; everything on the way has to show that it has it.
async fn tab_to(browser: &Browser, name: &str) -> Result<()> {
    let mut passed = Vec::new();
    for _ in 0..60 {
        browser.press(Key::Tab).await?;
        let (label, ring): (String, bool) = browser.eval(FOCUS).await?;
        assert!(ring || label == "body", "the focus on “{label}” is not seen");
        if label == name {
            return Ok(());
        }
        passed.push(label);
    }
    Err(Failure::NotClean(format!("Tab does not lead to “{name}”, only to {passed:?}")))
}

#[tokio::test]
async fn a_customer_is_added_found_and_taken_back_by_key() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_text("Welcome to Kith").await?;
    tab_to(&browser, "Next").await?;
    browser.press(Key::Enter).await?;
    browser.wait_for_text("How do you want to begin?").await?;
    tab_to(&browser, "Add a customer").await?;
    browser.press(Key::Enter).await?;
    browser
        .wait_until("the name to be asked", "document.activeElement.labels?.[0]?.textContent.includes('Name')")
        .await?;
    browser.type_text("Ada Lovelace").await?;
    browser.press_with(Key::Control, "\u{e007}").await?;
    browser.wait_for_text("Nothing is known yet").await?;

    tab_to(&browser, "Add order").await?;
    browser.press(Key::Enter).await?;
    browser
        .wait_until("the dialog", "document.querySelector('dialog[open]')?.contains(document.activeElement)")
        .await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("the dialog to close", "!document.querySelector('dialog[open]')").await?;
    let (label, _): (String, bool) = browser.eval(FOCUS).await?;
    assert_eq!(label, "Add order", "the focus comes back to what opened the dialog");

    browser.goto("#/customers").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    browser.type_text("/").await?;
    browser.wait_until("the search", "document.activeElement.inputMode === 'search'").await?;
    browser.type_text("love").await?;
    browser.wait_until("the filter in the address", "location.hash.includes('q=love')").await?;
    browser.press(Key::Enter).await?;
    browser.goto("#/customers").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    // In the search, the key would belong to what was typed there.
    browser.press(Key::Tab).await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Welcome to Kith").await?;
    browser.assert_clean().await?;
    browser.close().await
}
