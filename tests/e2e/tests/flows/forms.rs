//! What was typed is not lost, and what was done can be undone whenever one comes back.

use std::fs;
use std::path::PathBuf;

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};

use super::add;
use serde_json::{Value, json};
use thirtyfour::components::SelectElement;

/// What is true of the drafts on the disk, each as text in `drafts`.
fn drafts_are(condition: &str) -> String {
    format!(
        "new Promise((resolve, reject) => {{
            const request = indexedDB.open('kith');
            request.onerror = () => reject(request.error);
            request.onsuccess = () => {{
                const database = request.result;
                const store = database.transaction('meta').objectStore('meta');
                const [keys, values] = [store.getAllKeys(), store.getAll()];
                values.onsuccess = () => {{
                    database.close();
                    const rows = values.result.filter((_, index) => keys.result[index][0] === 'draft');
                    const drafts = rows.map((row) => new TextDecoder().decode(row));
                    resolve({condition});
                }};
            }};
        }})"
    )
}

/// Whether so many drafts are on the disk.
fn drafts(count: usize) -> String {
    drafts_are(&format!("drafts.length === {count}"))
}

/// Whether a draft with these words is on the disk.
fn is_kept(words: &str) -> String {
    drafts_are(&format!("drafts.some((draft) => draft.includes('{words}'))"))
}

async fn start() -> Result<(Site, Browser)> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    Ok((site, browser))
}

async fn value_of(browser: &Browser, label: &str) -> Result<String> {
    Ok(browser.find(Role::TextBox, label).await?.value().await?.unwrap_or_default())
}

/// Restores a backup with these records; everything else in it is empty.
async fn restore(browser: &Browser, fields: Vec<Value>, parties: Vec<Value>) -> Result<()> {
    let records = json!([fields, parties]);
    let [fields, parties] = [&records[0], &records[1]];
    let backup = format!(
        "{{\"kith\":1,\n\"saved\":\"2026-01-01T00:00:00Z\",\n\"records\":{{\"settings\":[],\"custom-field\":{fields},\"party\":{parties},\
         \"link\":[],\"product\":[],\"order\":[],\"note\":[]}}}}"
    );
    let folder = tempfile::tempdir().expect("a temporary folder can be made");
    let path: PathBuf = folder.path().join("backup.json");
    fs::write(&path, backup).unwrap();
    browser.goto("#/data").await?;
    browser.upload("input[type=file]", &path).await?;
    browser.click(Role::Button, "Restore: make the workspace what the backup is").await?;
    browser.wait_for_text("New customer").await
}

#[tokio::test]
async fn what_was_typed_outlives_a_reload_and_ends_with_saving() -> Result<()> {
    let (_site, browser) = start().await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Ada Lovelace").await?;
    browser.fill("About", "likes tea").await?;
    browser.wait_until("the draft to be kept", &is_kept("likes tea")).await?;
    browser.reload().await?;
    browser.wait_for_text("You had begun this on").await?;
    browser.screenshot("draft-offered").await?;
    assert_eq!(value_of(&browser, "Name").await?, "", "it is offered, not forced on anyone");
    browser.click(Role::Button, "Continue").await?;
    assert_eq!(value_of(&browser, "Name").await?, "Ada Lovelace");
    assert_eq!(value_of(&browser, "About").await?, "likes tea");
    browser.wait_until_gone("You had begun this on").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("likes tea").await?;
    browser.wait_until("the draft to be removed", &drafts(0)).await?;
    browser.goto("#/customers/new").await?;
    browser.find(Role::TextBox, "Name").await?;
    assert!(!browser.text().await?.contains("You had begun this on"));
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_link_leads_away_and_what_was_typed_is_offered_again_or_discarded() -> Result<()> {
    let (_site, browser) = start().await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Ada Lovelace").await?;
    browser.click(Role::Link, "Insights").await?;
    browser.wait_for_text("Nobody to classify yet").await?;
    browser.wait_for_text("Kept as a draft").await?;
    browser.driver().back().await?;
    browser.wait_for_text("You had begun this on").await?;
    // Somebody else is typed first; what was begun waits.
    browser.fill("Name", "Grace Hopper").await?;
    browser.wait_until("both to be kept", &is_kept("Grace Hopper")).await?;
    browser.wait_until("both to be kept", &is_kept("Ada Lovelace")).await?;
    browser.wait_for_text("Ada Lovelace").await?;
    browser.find(Role::Button, "Continue").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.goto("#/customers/new").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    browser.click(Role::Button, "Discard").await?;
    browser.wait_until_gone("You had begun this on").await?;
    browser.wait_until("no draft", &drafts(0)).await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_draft_of_a_customer_who_was_deleted_meanwhile_says_so_and_can_be_saved() -> Result<()> {
    let (_site, browser) = start().await?;
    let address = add(&browser, "Ada Lovelace").await?;
    let first = browser.driver().window().await?;
    browser.goto(&format!("{address}/edit")).await?;
    browser.fill("About", "likes tea").await?;
    browser.wait_until("the draft to be kept", &is_kept("likes tea")).await?;
    let second = browser.driver().new_tab().await?;
    browser.driver().switch_to_window(second).await?;
    browser.goto(&address).await?;
    browser.wait_for_text("Nothing is known yet").await?;
    browser.click(Role::Button, "More").await?;
    browser.click(Role::Named("menuitem"), "Delete this customer").await?;
    browser.click(Role::Button, "Delete").await?;
    browser.driver().switch_to_window(first).await?;
    browser.wait_for_text("What you have typed is still here: saving adds the customer again").await?;
    browser.screenshot("draft-of-deleted").await?;
    assert_eq!(value_of(&browser, "Name").await?, "Ada Lovelace");
    assert_eq!(value_of(&browser, "About").await?, "likes tea");
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("likes tea").await?;
    browser.wait_until("no draft", &drafts(0)).await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn orders_and_notes_that_were_begun_are_offered_again() -> Result<()> {
    let (_site, browser) = start().await?;
    let address = add(&browser, "Ada Lovelace").await?;
    browser.fill("Add note", "called about the tea").await?;
    browser.click(Role::Button, "Add order").await?;
    browser.wait_until("the dialog", "document.querySelector('dialog[open]')").await?;
    browser.fill("Order number", "R-77").await?;
    browser.wait_until("the note to be kept", &is_kept("about the tea")).await?;
    browser.wait_until("the order to be kept", &is_kept("R-77")).await?;
    browser.reload().await?;
    browser.wait_for_text("called about the tea").await?;
    browser.click(Role::Button, "Continue").await?;
    assert_eq!(value_of(&browser, "Add note").await?, "called about the tea");
    browser.press_with(Key::Control, "s").await?;
    browser.wait_for_text("called about the tea").await?;
    browser.click(Role::Button, "Add order").await?;
    browser.click(Role::Button, "Continue").await?;
    assert_eq!(value_of(&browser, "Order number").await?, "R-77");
    // What is wrong is told at once, with a way to it; Ctrl+S saves and stays.
    browser.press_with(Key::Control, "s").await?;
    browser.wait_for_text("To correct: 1").await?;
    browser.click(Role::Button, "Amount: Please fill this in.").await?;
    browser.type_text("12").await?;
    browser.press_with(Key::Control, "s").await?;
    browser
        .wait_until(
            "the order to be there to edit",
            "document.querySelector('dialog[open] h2')?.textContent === 'Edit order'",
        )
        .await?;
    browser.press(Key::Escape).await?;
    browser.wait_until("the dialog to close", "!document.querySelector('dialog[open]')").await?;
    browser.wait_until("no draft", &drafts(0)).await?;
    browser.goto(&address).await?;
    browser.wait_for_text("R-77").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn everything_wrong_is_told_at_once_and_each_leads_to_its_input() -> Result<()> {
    let (_site, browser) = start().await?;
    browser.goto("#/customers/new").await?;
    browser.find(Role::TextBox, "Name").await?;
    for (group, label, text) in
        [("E-mail", "E-mail", "nobody"), ("Phone", "Phone", "none"), ("Important dates", "Day", "31")]
    {
        let add = format!(
            "[...document.querySelectorAll('fieldset')].find((set) => set.querySelector('legend').textContent === '{group}')\
             .querySelector('.repeated-add button').click()"
        );
        browser.eval::<Value>(add).await?;
        browser.fill(label, text).await?;
    }
    browser.fill("Month", "4").await?;
    browser.press_with(Key::Control, "s").await?;
    browser.wait_for_text("To correct: 5").await?;
    browser.screenshot("errors-1280").await?;
    let focused = "document.activeElement.labels?.[0]?.textContent";
    browser.wait_until("the first to have the focus", &format!("{focused} === 'Name'")).await?;
    // The day is wrong, not the year.
    browser.click(Role::Button, "Day: There is no such date.").await?;
    browser.wait_until("the day to have the focus", &format!("{focused} === 'Day'")).await?;
    let invalid: Vec<String> = browser
        .eval("[...document.querySelectorAll('[aria-invalid=true]')].map((input) => input.labels[0].textContent)")
        .await?;
    assert_eq!(invalid, ["Name", "E-mail", "Phone", "What", "Day"]);
    browser.fill("Day", "30").await?;
    browser.wait_for_text("To correct: 4").await?;
    for look in [Look { width: 390, height: 844, dark: false }, Look { width: 390, height: 844, dark: true }] {
        browser.look(look).await?;
        browser.screenshot(&format!("errors-{}-{}", look.width, look.dark)).await?;
    }
    let found = browser.accessibility_violations().await?;
    assert!(found.is_empty(), "{:?}", found.iter().map(|rule| (&rule.id, &rule.elements)).collect::<Vec<_>>());
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn somebody_who_is_here_already_is_told_of_while_one_types() -> Result<()> {
    let (_site, browser) = start().await?;
    let id = "0196f0e0-0000-7000-8000-000000000001";
    let ada = json!({ "id": id, "name": "Ada Lovelace", "roles": ["customer"],
        "phones": [{ "used_for": "work", "value": "+44 20 7946 0958" }] });
    restore(&browser, Vec::new(), vec![ada]).await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "Lovelcae Ada").await?;
    browser.wait_for_text("This looks like somebody who is here already").await?;
    browser.wait_for_text("similar name").await?;
    browser.screenshot("alike-1280").await?;
    browser.click(Role::Button, "Not the same").await?;
    browser.wait_until_gone("This looks like somebody").await?;
    browser.goto("#/abc").await?;
    browser.goto("#/customers/new").await?;
    browser.fill("Name", "A. King").await?;
    browser.fill("About", "likes tea").await?;
    let add = "[...document.querySelectorAll('fieldset')].find((set) => set.querySelector('legend').textContent === 'Phone')\
               .querySelector('.repeated-add button').click()";
    browser.eval::<Value>(add).await?;
    browser.fill("Phone", "020 7946-0958").await?;
    browser.wait_for_text("same phone").await?;
    let found = browser.accessibility_violations().await?;
    assert!(found.is_empty(), "{:?}", found.iter().map(|rule| (&rule.id, &rule.elements)).collect::<Vec<_>>());
    // Going on with the one who is here brings along what was typed.
    browser.click(Role::Button, "Use this one").await?;
    browser.wait_until("the form of the other", &format!("location.hash === '#/customers/{id}/edit'")).await?;
    browser
        .wait_until(
            "what was typed",
            "[...document.querySelectorAll('textarea')].some((area) => area.value === 'likes tea')",
        )
        .await?;
    assert_eq!(value_of(&browser, "Name").await?, "Ada Lovelace");
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("likes tea").await?;
    browser.assert_clean().await?;
    browser.close().await
}

/// The kinds of field: the word, what is typed, and what the page shows.
const KINDS: [(&str, &str, &str); 9] = [
    ("Text", "green tea", "green tea"),
    ("Long text", "first line", "first line"),
    ("Number", "12.5", "12.5"),
    ("Link", "example.com/ada", "example.com/ada"),
    ("E-mail", "ada@example.com", "ada@example.com"),
    ("Phone", "020 7946", "020 7946"),
    ("Date", "2024-02-29", "29 Feb 2024"),
    ("Choice", "large", "large"),
    ("Yes or no", "Yes", "Yes"),
];

/// Chooses an option of the select of that name.
async fn choose(browser: &Browser, name: &str, option: &str) -> Result<()> {
    let select = browser.find(Role::ComboBox, name).await?;
    Ok(SelectElement::new(&select).await?.select_by_visible_text(option).await?)
}

#[tokio::test]
async fn a_field_of_every_kind_goes_through_form_page_and_backup() -> Result<()> {
    let (_site, browser) = start().await?;
    browser.goto("#/preferences").await?;
    let several = ["Money", "Date, in part", "Several choices"];
    for kind in KINDS.map(|(kind, ..)| kind).into_iter().chain(several) {
        browser.click(Role::Button, "Add a field").await?;
        browser.fill("Name", &format!("My {kind}")).await?;
        choose(&browser, "Kind", kind).await?;
        if matches!(kind, "Choice" | "Several choices") {
            browser.fill("Choice", "large").await?;
            browser.click(Role::Button, "Add a choice").await?;
            browser.type_text("small").await?;
        }
        let group = browser.find(Role::ComboBox, "Group").await?;
        group.send_keys(if kind == "Text" { "" } else { "Details" }).await?;
        browser.fill("Help text", "As it is known").await?;
        // Enter, as the driver calls it.
        browser.press_with(Key::Control, "\u{E007}").await?;
        browser.wait_until("the dialog to close", "!document.querySelector('dialog[open]')").await?;
        browser.wait_for_text(&format!("My {kind}")).await?;
    }
    browser.screenshot("fields-preferences").await?;

    let address = add(&browser, "Ada Lovelace").await?;
    browser.goto(&format!("{address}/edit")).await?;
    browser.wait_for_text("My Several choices").await?;
    for (kind, typed, _) in KINDS {
        let name = format!("My {kind}");
        match kind {
            "Choice" | "Yes or no" => choose(&browser, &name, typed).await?,
            "Date" => {
                let set = format!(
                    "(() => {{ const input = document.querySelector('.field input[type=date]'); input.value = '{typed}';
                     input.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
                );
                browser.eval::<Value>(set).await?;
            }
            _ => browser.fill(&name, typed).await?,
        }
    }
    browser.fill("My Money", "19.99").await?;
    browser.fill("Month", "2").await?;
    browser.fill("Day", "29").await?;
    browser.click(Role::Checkbox, "small").await?;
    browser.click(Role::Checkbox, "large").await?;
    browser.screenshot("fields-form").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("Details").await?;
    for text in KINDS.map(|(.., shown)| shown).into_iter().chain(["€19.99", "29 February", "large and small"]) {
        browser.wait_for_text(text).await?;
    }
    browser.screenshot("fields-page").await?;

    // A renamed choice is renamed where it was chosen.
    browser.goto("#/preferences").await?;
    browser.click(Role::Button, "Edit: My Several choices").await?;
    browser.fill("Choice", "huge").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("the dialog to close", "!document.querySelector('dialog[open]')").await?;
    browser.goto(&address).await?;
    browser.wait_for_text("huge and small").await?;

    browser.goto("#/data").await?;
    browser.click(Role::Button, "Save a backup").await?;
    let backup = browser.wait_for_download(".json").await?;
    browser.goto("#/preferences").await?;
    browser.click(Role::Button, "Delete: My Text").await?;
    browser.wait_for_text("its value on customers: 1").await?;
    browser.click(Role::Button, "Delete").await?;
    browser.wait_until_gone("My Text").await?;
    browser.goto("#/data").await?;
    browser.upload("input[type=file]", &backup).await?;
    browser.click(Role::Button, "Restore: make the workspace what the backup is").await?;
    browser.wait_until_gone("Restore: make the workspace what the backup is").await?;
    browser.goto(&address).await?;
    for text in ["green tea", "€19.99", "29 February", "huge and small"] {
        browser.wait_for_text(text).await?;
    }
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn two_hundred_fields_are_found_by_name_and_open_where_something_is_wrong() -> Result<()> {
    let (_site, browser) = start().await?;
    let field = |number: u32| {
        json!({ "id": format!("0196f0e0-0000-7000-8000-{number:012x}"), "name": format!("Field {number}"), "kind": "text",
            "position": number, "required": number == 137, "group": format!("Group {}", number / 20) })
    };
    let ada = json!({ "id": "0196f0e0-0000-7000-8000-0000ffffffff", "name": "Ada Lovelace", "roles": ["customer"] });
    restore(&browser, (0..200).map(field).collect(), vec![ada]).await?;
    browser.goto("#/customers/0196f0e0-0000-7000-8000-0000ffffffff/edit").await?;
    browser.wait_for_text("Group 9").await?;
    browser.screenshot("fields-200").await?;
    assert!(!browser.text().await?.contains("Field 42"), "groups are closed");
    browser.fill("About", "tea").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("To correct: 1").await?;
    browser
        .wait_until(
            "its input to have the focus",
            "document.activeElement.labels?.[0]?.textContent.startsWith('Field 137')",
        )
        .await?;
    browser.type_text("known").await?;
    let sought = browser.find(Role::TextBox, "Find a field").await?;
    sought.send_keys("field 42").await?;
    browser.fill("Field 42", "found").await?;
    browser.wait_until("one group alone", "document.querySelectorAll('.customer-form details').length === 1").await?;
    for look in [Look { width: 390, height: 844, dark: true }, Look { width: 1280, height: 800, dark: false }] {
        browser.look(look).await?;
        browser.screenshot(&format!("fields-sought-{}", look.width)).await?;
    }
    let found = browser.accessibility_violations().await?;
    assert!(found.is_empty(), "{:?}", found.iter().map(|rule| (&rule.id, &rule.elements)).collect::<Vec<_>>());
    browser.press_with(Key::Control, "s").await?;
    browser.goto("#/customers/0196f0e0-0000-7000-8000-0000ffffffff").await?;
    browser.wait_for_text("found").await?;
    browser.wait_for_text("Group 6").await?;
    browser.goto("#/preferences").await?;
    browser.wait_for_text("Field 199").await?;
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
