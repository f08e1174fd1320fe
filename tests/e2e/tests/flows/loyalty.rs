//! What a customer answers is written down, counts on the page of loyalty, and is gone again when it is undone.

use e2e::{Browser, Key, Result, Role, Setup, Site};

use super::add;

#[tokio::test]
async fn an_answer_is_recorded_by_key_seen_in_insights_and_undone() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "Ada Lovelace").await?;
    browser.click(Role::Button, "Add order").await?;
    browser.fill("Amount", "120").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("€120.00").await?;
    browser.wait_for_text("Nobody asked yet").await?;

    // A form without an answer says so, next to where it belongs.
    browser.click(Role::Button, "Record an answer").await?;
    browser.wait_for_text("How satisfied are you with us?").await?;
    browser.assert_accessible().await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("the flaw", "document.querySelector('dialog .field-invalid .field-error')").await?;
    // The focus is where the flaw is: three keys from 1 to 4.
    for _ in 0..3 {
        browser.press(Key::Right).await?;
    }
    browser.fill("In their own words", "Quick and friendly").await?;
    browser.screenshot("loyalty-form").await?;
    browser.press_with(Key::Control, "s").await?;
    browser.wait_for_text("Quick and friendly").await?;
    browser.press(Key::Escape).await?;
    browser.wait_for_text("4 of 5").await?;
    browser.wait_for_text("Quick and friendly").await?;

    browser.goto("#/insights/loyalty").await?;
    browser.wait_for_text("Satisfaction and loyalty").await?;
    browser.wait_for_text("1 of 1 ever said how satisfied they are").await?;
    browser.assert_accessible().await?;

    browser.goto(&page).await?;
    browser.wait_for_text("Quick and friendly").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until_gone("Quick and friendly").await?;
    browser.goto("#/insights/loyalty").await?;
    browser.wait_for_text("Nobody was asked yet").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_target_is_set_reached_and_taken_back() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    add(&browser, "Ada Lovelace").await?;
    browser.click(Role::Button, "Add order").await?;
    browser.fill("Amount", "120").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("€120.00").await?;
    browser.goto("#/insights/scorecard").await?;
    browser.wait_for_text("Set targets below").await?;
    browser.click(Role::Button, "Set a target: Revenue").await?;
    browser.fill("Start", "0").await?;
    browser.fill("Target", "240").await?;
    browser.assert_accessible().await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("reached: 50").await?;
    browser.screenshot("scorecard-target").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until_gone("reached: 50").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn answers_of_a_file_come_in_once_and_what_is_wrong_is_told() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path = folder.path().join("answers.csv");
    let text = "Email,Name,Date,Question,Score,Channel,Comment\n\
                ada@example.com,Ada,2026-02-01,NPS,9,E-mail,Fine\n\
                bob@example.com,Bob,2026-02-02,CSAT,6,Phone,\n\
                cy@example.com,Cy,2026-02-03,CSAT,5,Phone,\n";
    std::fs::write(&path, text).unwrap();
    for created in ["Answers added", "There was nothing to import"] {
        browser.goto("#/data/import").await?;
        browser.upload("input[type=file]", &path).await?;
        browser.wait_for_text("Answers of customers").await?;
        browser.click(Role::Button, "Import").await?;
        browser.wait_for_text(created).await?;
        browser.wait_for_text("Give a whole number from 1 to 5").await?;
        browser.goto("#/customers").await?;
    }
    browser.goto("#/insights/loyalty").await?;
    browser.assert_clean().await?;
    browser.close().await
}
