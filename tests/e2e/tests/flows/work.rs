//! What is to be done and what was promised: written down, ticked off, put off, kept, and taken back.

use e2e::{Browser, Key, Look, Result, Role, Setup, Site};

use super::add;

/// Enters a day as the browser's calendar does.
async fn enter_day(browser: &Browser, input: &str, day: &str) -> Result<()> {
    browser.css(input).await?;
    let enter = format!(
        "(() => {{ const input = document.querySelector('{input}'); input.value = '{day}'; input.dispatchEvent(new Event('change', {{ bubbles: true }})); }})()"
    );
    browser.eval::<()>(enter).await
}

#[tokio::test]
async fn a_task_is_added_by_enter_ticked_off_and_one_undo_takes_its_repetition_back() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "Ada Lovelace").await?;
    browser.fill("Add a task", "Send the offer").await?;
    browser.press(Key::Enter).await?;
    browser
        .wait_until("the task", "document.querySelector('.work-line')?.innerText.includes('Send the offer')")
        .await?;
    browser.assert_accessible().await?;

    // By key, with a rhythm; the customer is there already.
    browser.press(Key::Escape).await?;
    browser.eval::<()>("document.activeElement.blur()").await?;
    browser.type_text("t").await?;
    browser
        .wait_until("the form", "document.querySelector('dialog[open]')?.innerText.includes('Repeat every')")
        .await?;
    browser.assert_accessible().await?;
    browser.fill("What", "Count the sacks").await?;
    browser.fill("Checklist", "Weigh\n[x] Label").await?;
    browser.fill("Repeat every", "1").await?;
    browser.screenshot("task-form").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("two tasks", "document.querySelectorAll('.work-line').length === 2").await?;
    browser.wait_for_text("Every week").await?;
    browser.screenshot("tasks-of-a-customer").await?;

    // Ticked off: it stays for a moment, struck through, and its repetition is there.
    browser.eval::<()>(
        "[...document.querySelectorAll('.work-line')].find(line => line.innerText.includes('Count the sacks')).querySelector('input').click()",
    )
    .await?;
    browser.wait_until("the repetition", "document.querySelectorAll('.work-line').length === 3").await?;
    browser.wait_until("what was done", "document.querySelectorAll('.work-done').length === 1").await?;
    browser.wait_for_text("Task done:").await?;
    browser.press_with(Key::Control, "z").await?;
    browser
        .wait_until(
            "both as before",
            "document.querySelectorAll('.work-line').length === 2 && !document.querySelector('.work-done')",
        )
        .await?;

    // All tasks, in groups; one is ticked off there, found again by search, opened by its address.
    browser.type_text("gk").await?;
    browser.wait_for_text("No date").await?;
    browser.wait_for_text("Send the offer").await?;
    browser.assert_accessible().await?;
    browser.screenshot("tasks").await?;
    browser.click(Role::Link, "Send the offer").await?;
    browser.wait_until("its form", "document.querySelector('dialog[open]')").await?;
    browser.press(Key::Escape).await?;
    browser
        .wait_until("the list again", "location.hash.startsWith('#/tasks') && !/[0-9a-f]{8}-/.test(location.hash)")
        .await?;
    browser.press_with(Key::Control, "k").await?;
    browser.wait_until("the palette", "document.querySelector('dialog[open] input')").await?;
    browser.type_text("offer").await?;
    browser
        .wait_until("the task found", "document.querySelector('dialog[open]')?.innerText.includes('Send the offer')")
        .await?;
    browser.press(Key::Escape).await?;
    browser.goto(&page).await?;
    browser.wait_for_text("Send the offer").await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn a_promise_is_made_moved_kept_and_counts() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    add(&browser, "Ada Lovelace").await?;
    browser.eval::<()>("document.activeElement.blur()").await?;
    browser.type_text("p").await?;
    browser.wait_for_text("What was promised").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("both flaws", "document.querySelectorAll('dialog .field-invalid').length === 2").await?;
    browser.assert_accessible().await?;
    browser.fill("What was promised", "A sample of the new roast").await?;
    enter_day(&browser, "dialog input[type=date]", "2031-03-01").await?;
    browser.screenshot("promise-form").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_for_text("A sample of the new roast").await?;
    browser.assert_accessible().await?;

    browser.click(Role::Button, "New day").await?;
    enter_day(&browser, "main input[type=date]", "2031-04-02").await?;
    browser.wait_for_text("first by").await?;
    browser.click(Role::Button, "Kept").await?;
    browser.wait_for_text("Kept on time: 100% (1 of 1)").await?;
    browser.screenshot("promises-of-a-customer").await?;
    browser.goto("#/promises").await?;
    browser.wait_for_text("A sample of the new roast").await?;
    browser.assert_accessible().await?;
    browser.screenshot("promises").await?;
    browser.press_with(Key::Control, "z").await?;
    browser
        .wait_until(
            "open again",
            "document.querySelector('.table-row')?.closest('[role=grid],.table')?.innerText.includes('Open')",
        )
        .await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn tasks_are_written_in_chinese_on_a_phone_at_night() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "王小明").await?;
    browser.press_with(Key::Control, "k").await?;
    browser.wait_until("the palette", "document.querySelector('dialog[open] input')").await?;
    browser.type_text("简体").await?;
    browser.wait_for_text("简体中文").await?;
    browser.press(Key::Enter).await?;
    browser.look(Look { width: 360, height: 800, dark: true }).await?;
    browser.goto(&page).await?;
    browser.wait_for_text("承诺").await?;
    browser.fill("添加任务", "下周送货").await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the task", "document.querySelector('.work-line')?.innerText.includes('下周送货')").await?;
    browser.assert_accessible().await?;
    let over: i64 = browser.eval("document.documentElement.scrollWidth - innerWidth").await?;
    assert!(over <= 0, "{over} px stick out");
    browser.screenshot("tasks-of-a-customer-zh-Hans").await?;
    browser.goto("#/tasks").await?;
    browser.wait_for_text("下周送货").await?;
    browser.screenshot("tasks-zh-Hans").await?;
    browser.assert_accessible().await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn today_lists_what_is_due_and_is_content_when_it_is_done() -> Result<()> {
    let site = Site::start()?;
    let browser = Browser::open(&site, Setup::default()).await?;
    browser.wait_for_app().await?;
    let page = add(&browser, "Ada Lovelace").await?;
    browser.goto("#/today").await?;
    browser.wait_for_text("Nothing left for today").await?;
    browser.assert_accessible().await?;
    browser.goto(&page).await?;
    browser.fill("Add a task", "Send the offer").await?;
    browser.press(Key::Enter).await?;
    browser
        .wait_until("the task", "document.querySelector('.work-line')?.innerText.includes('Send the offer')")
        .await?;
    browser.goto("#/today").await?;
    browser.wait_for_text("Task for today").await?;
    browser.wait_for_text("Ada Lovelace").await?;
    browser.assert_accessible().await?;
    browser.screenshot("today").await?;
    browser.eval::<()>("document.querySelector('.work-matter input').click()").await?;
    browser.wait_for_text("Nothing left for today").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_for_text("Task for today").await?;
    browser.look(Look { width: 360, height: 800, dark: false }).await?;
    let over: i64 = browser.eval("document.documentElement.scrollWidth - document.documentElement.clientWidth").await?;
    assert!(over <= 0, "{over} px stick out");
    browser.screenshot("today-narrow").await?;
    browser.assert_clean().await?;
    browser.close().await
}
