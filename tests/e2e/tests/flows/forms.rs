//! What was typed is not lost without a word, and what was done can be undone whenever one comes back.

use e2e::{Browser, Result, Role, Setup, Site};

#[tokio::test]
async fn a_link_does_not_lead_away_from_what_was_typed_without_asking() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Ada Lovelace").await?;
    browser.click(Role::Link, "ABC").await?;
    browser.wait_for_text("Leave without saving?").await?;
    browser.click(Role::Button, "Go on editing").await?;
    assert_eq!(browser.find(Role::TextBox, "Name").await?.value().await?.as_deref(), Some("Ada Lovelace"));
    browser.click(Role::Link, "ABC").await?;
    browser.click(Role::Button, "Leave").await?;
    browser.wait_for_text("Nobody to classify yet").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn undo_is_offered_after_a_reload() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Ada Lovelace").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.reload().await?;
    browser.click(Role::Button, "Undo: Added Ada Lovelace").await?;
    browser.wait_for_text("This customer is not here").await?;
    browser.click(Role::Button, "Redo: Added Ada Lovelace").await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.assert_clean().await?;
    browser.close().await
}
