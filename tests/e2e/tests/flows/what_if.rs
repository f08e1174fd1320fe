//! What if: another way to classify is tried out, kept, used, found again, and taken back.

use e2e::{Browser, Key, Look, Result, Role, Site};
use thirtyfour::components::SelectElement;

use crate::{insights::with_demo, screens::words};

const WIDE: Look = Look { width: 1280, height: 900, dark: false };

/// Looks at the whole page from all sides, and notes what is wrong.
async fn all_sides(browser: &Browser, name: &str) -> Result<()> {
    for (width, dark) in [(1280, false), (1280, true), (390, false), (390, true)] {
        let look = Look { width, height: 844, dark };
        browser.look(look).await?;
        let height: u32 = browser.eval("document.querySelector('main').scrollHeight + 80").await?;
        browser.look(Look { height: height.clamp(844, 4_500), ..look }).await?;
        let theme = if dark { "dark" } else { "light" };
        browser.screenshot(&format!("what-if-{name}-{width}-{theme}")).await?;
        let found = browser.accessibility_violations().await?;
        assert!(
            found.is_empty(),
            "{name}, {width}: {:?}",
            found.iter().map(|rule| (&rule.id, &rule.elements)).collect::<Vec<_>>()
        );
        let wide: bool = browser.eval("document.documentElement.scrollWidth > innerWidth").await?;
        assert!(!wide, "{name}, {width}: sticks out");
    }
    browser.look(WIDE).await
}

/// Reads what the chosen entry of the profiles says.
const CHOSEN: &str = "document.querySelector('main select[aria-label=\"Profile\"]')?.selectedOptions[0]?.textContent";

#[tokio::test]
async fn a_profile_is_tried_out_kept_used_and_taken_back() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "en-GB", "en").await?;
    browser.look(WIDE).await?;
    browser.goto("#/abc").await?;
    browser.wait_for_text("A up to 80%").await?;
    browser.eval::<bool>("document.querySelector('.pareto-handle-a').focus() ?? true").await?;
    browser.press(Key::PageDown).await?;
    browser.press(Key::PageDown).await?;
    browser.wait_for_text("Would change class").await?;
    browser.wait_for_text("A up to 70%").await?;
    // The number field says the same, and refuses what makes no sense.
    browser.fill("Class A up to", "99").await?;
    browser.press(Key::Tab).await?;
    browser.wait_for_text(words("en", "errors")["not_rising"].as_str().unwrap()).await?;
    browser.fill("Class A up to", "72.5").await?;
    browser.press(Key::Tab).await?;
    browser.wait_for_text("A up to 72.50%").await?;
    browser.fill("Class A up to", "70").await?;
    browser.press(Key::Tab).await?;
    browser.wait_for_text("A up to 70%").await?;
    all_sides(&browser, "abc-en").await?;

    browser.click(Role::Button, "Save as profile").await?;
    browser.fill("Name", "Strict").await?;
    browser.click(Role::Button, "Save").await?;
    browser.wait_until("the profile", &format!("{CHOSEN} === 'Strict'")).await?;
    browser.click(Role::Button, "Use this").await?;
    browser.wait_until("it holds", &format!("{CHOSEN} === 'Strict (in use)'")).await?;

    browser.reload().await?;
    browser.wait_for_app().await?;
    browser.wait_until("it still holds", &format!("{CHOSEN} === 'Strict (in use)'")).await?;
    browser.wait_for_text("A up to 70%").await?;

    // The history says what became of it, and one press takes it back.
    browser.goto("#/history").await?;
    browser.wait_for_text("Changed the settings").await?;
    browser.goto("#/abc").await?;
    browser.wait_until("it still holds", &format!("{CHOSEN} === 'Strict (in use)'")).await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until("it does not hold any more", &format!("{CHOSEN} === 'No profile'")).await?;
    browser.wait_for_text("A up to 80%").await?;
    browser.press_with(Key::Control, "z").await?;
    browser.wait_until("it is gone", &format!("{CHOSEN} === undefined")).await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn weights_and_scores_are_dragged_and_show_who_moves() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "zh-TW", "zh-Hant").await?;
    browser.look(WIDE).await?;
    let said = |file: &str, key: &str| words("zh-Hant", file)[key].as_str().unwrap().to_owned();
    browser.goto("#/rfm").await?;
    browser.wait_for_text(&said("rfm", "overall_title")).await?;
    let slider = |place: usize| format!("document.querySelectorAll('input[type=range]')[{place}].focus() ?? true");
    browser.eval::<bool>(slider(2)).await?;
    for _ in 0..6 {
        browser.press(Key::Right).await?;
    }
    browser.wait_for_text(&said("rfm", "moved_score")).await?;
    // One move alone.
    let select = SelectElement::new(&browser.find(Role::ComboBox, &said("profiles", "which_move")).await?).await?;
    select.select_by_index(1).await?;
    browser
        .wait_until(
            "one move alone",
            "new Set([...document.querySelectorAll('.linked-table tbody tr')].map((row) => row.children[1].textContent)).size === 1",
        )
        .await?;
    all_sides(&browser, "rfm-zh").await?;
    browser.eval::<bool>(slider(3)).await?;
    browser.press(Key::Left).await?;
    browser.wait_for_text(&said("rfm", "moved_segment")).await?;
    browser.screenshot("what-if-rfm-scale").await?;
    browser.click(Role::Button, &said("common", "reset")).await?;
    browser.wait_until_gone(&said("rfm", "moved_segment")).await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn who_moved_between_two_days_is_named_and_filtered() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "en-GB", "en").await?;
    browser.look(WIDE).await?;
    browser.goto("#/insights").await?;
    browser.wait_for_text("Who moved since").await?;
    browser.eval::<bool>("[...document.querySelectorAll('.segment')].find((one) => one.textContent.includes('Segment')).click() ?? true").await?;
    browser.wait_for_text("Show those who move").await?;
    let select = SelectElement::new(&browser.find(Role::ComboBox, "Show those who move").await?).await?;
    select.select_by_index(1).await?;
    let moves = "[...document.querySelectorAll('.linked-table')].at(-1).querySelectorAll('tbody tr')";
    browser
        .wait_until(
            "one move alone",
            &format!("new Set([...{moves}].map((row) => row.children[1].textContent)).size === 1"),
        )
        .await?;
    let link: bool = browser.eval(format!("!!{moves}[0].querySelector('a[href^=\"#/customers/\"]')")).await?;
    assert!(link);
    let before: String = browser
        .eval("[...document.querySelectorAll('h2')].find((one) => one.textContent.includes('Who moved')).textContent")
        .await?;
    // The one control rules the other day as well.
    let day = "document.querySelector('main input[type=date]')";
    browser
        .eval::<bool>(format!(
            "({day}.value = '2026-06-30', {day}.dispatchEvent(new Event('change', {{ bubbles: true }})))"
        ))
        .await?;
    browser.wait_until_gone(&before).await?;
    browser.wait_for_text("Who moved since").await?;
    all_sides(&browser, "movement-en").await?;
    browser.assert_clean().await?;
    browser.close().await
}
