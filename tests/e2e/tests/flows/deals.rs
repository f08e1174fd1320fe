//! Deals: begun with a customer, carried over the board by menu, keys and dragging, won with an order, lost with a reason, undone.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};

use crate::insights::with_demo;

const WIDE: Look = Look { width: 1280, height: 900, dark: false };
const SMALL: Look = Look { width: 390, height: 844, dark: false };

/// The arrow to the right, as WebDriver writes it (WebDriver, section 15.4.2).
const RIGHT: &str = "\u{E014}";

/// The titles of the cards of a column.
fn cards(column: &str) -> String {
    format!(
        "[...document.querySelectorAll('.board-column')].find((one) => one.querySelector('h2').textContent === '{column}')
            .querySelectorAll('.board-card-title')"
    )
}

async fn stands_in(browser: &Browser, title: &str, column: &str) -> Result<()> {
    let script = format!("[...{}].some((card) => card.textContent === '{title}')", cards(column));
    browser.wait_until(&format!("{title} in {column}"), &script).await
}

/// Begins a deal with a new customer from the palette's command.
async fn begin(browser: &Browser, customer: &str, title: &str, amount: &str) -> Result<()> {
    browser.goto("#/customers/new").await?;
    browser.wait_for_app().await?;
    browser.fill("Name", customer).await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("the customer's page", "/^#.customers.[0-9a-f-]{36}$/.test(location.hash)").await?;
    browser.press(Key::Escape).await?;
    browser.type_text("b").await?;
    browser.wait_for_text("Competitors").await?;
    browser.fill("What", title).await?;
    browser.fill("Amount", amount).await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text(title).await
}

#[tokio::test]
async fn a_deal_goes_over_the_board_and_becomes_an_order() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.look(WIDE).await?;
    begin(&browser, "Ada Works", "A new website", "2500").await?;
    browser.goto("#/deals").await?;
    stands_in(&browser, "A new website", "Enquiry").await?;

    // By keys.
    browser.eval::<bool>("document.querySelector('.board-card-title').focus() ?? true").await?;
    browser.press_with(Key::Shift, RIGHT).await?;
    stands_in(&browser, "A new website", "Talks").await?;

    // By its menu.
    browser.click(Role::Button, "Actions for “A new website”").await?;
    browser.click(Role::Named("menuitem"), "Move to “Quote sent”").await?;
    stands_in(&browser, "A new website", "Quote sent").await?;

    // By dragging.
    let drag = "(() => {
        const card = document.querySelector('.board-card');
        const target = document.querySelectorAll('.board-column')[3];
        const data = new DataTransfer();
        card.dispatchEvent(new DragEvent('dragstart', { bubbles: true, dataTransfer: data }));
        target.dispatchEvent(new DragEvent('dragover', { bubbles: true, cancelable: true, dataTransfer: data }));
        target.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: data }));
        return true;
    })()";
    browser.eval::<bool>(drag).await?;
    stands_in(&browser, "A new website", "Negotiation").await?;
    browser.wait_for_text("€1,875.00").await?;
    browser.assert_accessible().await?;
    browser.screenshot("deals-board").await?;

    // Won: the deal ends and the order is there, in one change.
    browser.click(Role::Button, "Actions for “A new website”").await?;
    browser.click(Role::Named("menuitem"), "Won…").await?;
    browser.wait_for_text("Make an order of it (€2,500.00)").await?;
    browser.type_text("The samples").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("no card", "document.querySelector('.board-card') === null").await?;
    browser.wait_for_text("Won: 1 · Lost: 0").await?;
    browser.goto("#/orders").await?;
    browser.wait_for_text("€2,500.00").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Undone").await?;
    browser.goto("#/deals").await?;
    stands_in(&browser, "A new website", "Negotiation").await?;
    browser.goto("#/orders").await?;
    browser.wait_for_text("No orders yet").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_stage_with_deals_in_it_is_taken_away_and_nothing_is_lost() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.look(WIDE).await?;
    begin(&browser, "Ada Works", "A new website", "2500").await?;
    browser.goto("#/deals").await?;
    stands_in(&browser, "A new website", "Enquiry").await?;
    browser.click(Role::Button, "Arrange stages").await?;
    browser.wait_for_text("Name of the pipeline").await?;
    browser
        .eval::<bool>("document.querySelector('dialog[open] .repeated-entry [aria-label=Remove]').click() ?? true")
        .await?;
    browser.wait_for_text("Deals of “Enquiry” go to").await?;
    browser.screenshot("deals-arrange").await?;
    browser.assert_accessible().await?;
    browser.click(Role::Button, "Save").await?;
    stands_in(&browser, "A new website", "Talks").await?;
    let columns: i64 = browser.eval("document.querySelectorAll('.board-column').length").await?;
    assert_eq!(columns, 3);
    browser.press_with(Key::Control, "z").await?;
    stands_in(&browser, "A new website", "Enquiry").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn the_board_of_the_demo_is_readable_everywhere() -> Result<()> {
    let site = Site::start()?;
    for (language, tag, name) in [("en-GB", "en", "en"), ("zh-TW", "zh-Hant", "zh")] {
        let browser = with_demo(&site, language, tag).await?;
        for (look, width) in [(WIDE, "wide"), (SMALL, "small"), (Look { dark: true, ..WIDE }, "dark")] {
            browser.look(look).await?;
            browser.goto("#/deals").await?;
            browser.wait_until("cards", "document.querySelectorAll('.board-card').length > 3").await?;
            browser.screenshot(&format!("deals-demo-{name}-{width}")).await?;
            browser.assert_accessible().await?;
            let sticks_out: bool =
                browser.eval("document.documentElement.scrollWidth > document.documentElement.clientWidth").await?;
            assert!(!sticks_out, "{name} {width}");
        }
        browser.look(WIDE).await?;
        browser.eval::<bool>("document.querySelector('.board-card-title').click() ?? true").await?;
        browser.wait_until("the form", "document.querySelector('dialog[open] .field')").await?;
        browser.screenshot(&format!("deals-form-{name}")).await?;
        browser.assert_accessible().await?;
        browser.assert_clean().await?;
        browser.close().await?;
    }
    Ok(())
}
