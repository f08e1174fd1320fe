//! Charts: read by keys, leading to those behind them, kept as files, printed.

use e2e::{Browser, Key, Look, Result, Role, Site};
use serde_json::{Value, json};

use crate::insights::with_demo;

const WIDE: Look = Look { width: 1280, height: 900, dark: false };

/// How many records the list says that it shows.
const LISTED: &str = "document.querySelector('h1 ~ .count, .page-heading .count').textContent.match(/\\d+/)[0]";

/// Keeps the first chart of the page and returns the bytes of the file; the file is gone afterwards, so that the next one gets its name.
async fn kept(browser: &Browser, entry: &str, name: &str) -> Result<Vec<u8>> {
    browser.click(Role::Button, "Save this chart").await?;
    browser.click(Role::Named("menuitem"), entry).await?;
    let path = browser.wait_for_download(name).await?;
    let bytes = std::fs::read(&path).unwrap();
    std::fs::remove_file(&path).unwrap();
    Ok(bytes)
}

/// Opens the menu of the first table of shaded cells, having brought it into sight.
async fn open_menu_of_the_grid(browser: &Browser) -> Result<()> {
    let script = "(() => {
        const figure = document.querySelector('.heat-grid').closest('figure');
        figure.scrollIntoView();
        figure.querySelector('button').click();
        return true;
    })()";
    browser.eval::<bool>(script).await.map(drop)
}

/// Whether the browser reads it as SVG; and how many elements of a name are in it.
async fn drawn(browser: &Browser, svg: &str, name: &str) -> Result<i64> {
    let script = format!(
        "(() => {{
            const parsed = new DOMParser().parseFromString({}, 'image/svg+xml');
            return parsed.querySelector('parsererror') ? -1 : parsed.querySelectorAll('{name}').length;
        }})()",
        Value::from(svg)
    );
    browser.eval(script).await
}

/// The size in the head of a PNG file.
fn size(png: &[u8]) -> (u32, u32) {
    assert_eq!(&png[..8], b"\x89PNG\r\n\x1a\n");
    let number = |at: usize| u32::from_be_bytes(png[at..at + 4].try_into().unwrap());
    (number(16), number(20))
}

#[tokio::test]
async fn a_chart_is_kept_as_a_picture_a_drawing_and_numbers() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "en-GB", "en").await?;
    browser.look(WIDE).await?;
    browser.goto("#/insights").await?;
    browser.wait_for_text("Revenue by month").await?;
    let bars: i64 = browser.eval("document.querySelectorAll('.bar-shape').length").await?;

    let svg = String::from_utf8(kept(&browser, "Drawing (SVG)", "Revenue by month.svg").await?).unwrap();
    assert_eq!(drawn(&browser, &svg, "svg > rect").await?, bars + 1, "a ground, and a shape for each bar: {svg}");
    for text in ["Revenue by month", "Orders net of refunds", "Revenue, EUR", "#ffffff"] {
        assert!(svg.contains(text), "{text}: {svg}");
    }
    assert!(!svg.contains("class=") && !svg.contains("var("), "{svg}");

    let (width, height) = size(&kept(&browser, "Picture (PNG)", "Revenue by month.png").await?);
    let whole: f64 = browser.eval("document.querySelector('.chart').getBoundingClientRect().width").await?;
    assert!(f64::from(width) > whole * 1.9 && f64::from(width) < whole * 2.2 && height > 400, "{width} × {height}");

    let csv = String::from_utf8(kept(&browser, "Numbers (CSV)", "Revenue by month.csv").await?).unwrap();
    let lines: Vec<&str> = csv.trim_start_matches('\u{FEFF}').lines().collect();
    assert_eq!(lines[0], "Month,Revenue,Orders");
    assert_eq!(lines.len() as i64, bars + 1);

    // What prints does not depend on the theme of the screen.
    browser.look(Look { dark: true, ..WIDE }).await?;
    let dark = String::from_utf8(kept(&browser, "Drawing (SVG)", "Revenue by month.svg").await?).unwrap();
    assert_eq!(dark, svg);
    let png = kept(&browser, "Picture (PNG)", "Revenue by month.png").await?;
    std::fs::write(e2e::to_be_looked_at("kept-bars-from-dark.png")?, png).unwrap();
    browser.look(WIDE).await?;

    // A table of shaded cells is a picture too.
    browser.goto("#/rfm").await?;
    browser.wait_for_text("Recency and frequency").await?;
    open_menu_of_the_grid(&browser).await?;
    browser.click(Role::Named("menuitem"), "Drawing (SVG)").await?;
    let svg = std::fs::read_to_string(browser.wait_for_download("Recency and frequency.svg").await?).unwrap();
    assert!(drawn(&browser, &svg, "rect").await? > 25, "{svg}");
    assert!(svg.contains("Champions"));
    std::fs::write(e2e::to_be_looked_at("kept-grid.svg")?, svg).unwrap();
    open_menu_of_the_grid(&browser).await?;
    browser.click(Role::Named("menuitem"), "Numbers (CSV)").await?;
    let csv = std::fs::read_to_string(browser.wait_for_download("Recency and frequency.csv").await?).unwrap();
    assert!(csv.starts_with("\u{FEFF}Recency,Frequency,Customers,Value,Segment\r\n5,1,"), "{csv}");
    assert_eq!(csv.lines().count(), 26);
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn enter_on_a_point_lists_those_behind_it() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "en-GB", "en").await?;
    browser.look(WIDE).await?;
    let focus = |chart: usize| format!("document.querySelectorAll('.chart-reader')[{chart}].focus() ?? true");
    let said = "document.activeElement.getAttribute('aria-valuetext')";

    browser.goto("#/insights").await?;
    browser.wait_for_text("Revenue by month").await?;
    browser.eval::<bool>(focus(0)).await?;
    browser.press(Key::Right).await?;
    let month: String = browser.eval(said).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the orders", "location.hash.startsWith('#/orders?f=day')").await?;
    browser.wait_until("some of them", &format!("+{LISTED} > 0")).await?;
    let year = month.split(':').next().unwrap().chars().filter(char::is_ascii_digit).collect::<String>();
    assert!(browser.eval::<String>("location.hash").await?.contains(&format!("day:{year}-")), "{month}");

    // The best so many of the Pareto curve.
    browser.goto("#/abc").await?;
    browser.wait_for_text("Value by rank").await?;
    browser.eval::<bool>(focus(0)).await?;
    for _ in 0..4 {
        browser.press(Key::Right).await?;
    }
    let best: String = browser.eval(said).await?;
    let rank: String = best.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    browser.screenshot("charts-pareto-read").await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the customers", "location.hash.startsWith('#/customers?f=revenue')").await?;
    browser.wait_until(&format!("as many: {best}"), &format!("{LISTED} === '{rank}'")).await?;

    // A cell of ABC beside XYZ leads to as many as it says.
    browser.goto("#/abc").await?;
    browser.wait_for_text("ABC and XYZ").await?;
    let cell = "[...document.querySelectorAll('a.heat')].find((cell) => cell.hash.includes('steadiness'))";
    browser.wait_until("the grid", &format!("!!{cell}")).await?;
    let count: String = browser.eval(format!("{cell}.querySelector('.heat-main').textContent")).await?;
    browser.eval::<bool>(format!("{cell}.focus() ?? true")).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the list", "location.hash.includes('steadiness')").await?;
    browser.wait_until(&format!("as many: {count}"), &format!("{LISTED} === '{count}'")).await?;

    // A bar of the overall score too.
    browser.goto("#/rfm").await?;
    browser.wait_for_text("Customers by overall score").await?;
    browser.eval::<bool>(focus(0)).await?;
    browser.press(Key::End).await?;
    let score: String = browser.eval(said).await?;
    browser.press(Key::Enter).await?;
    browser.wait_until("the list", "location.hash.includes('rfm')&&location.hash.startsWith('#/customers')").await?;
    let count: String = score.split("customers: ").nth(1).unwrap().chars().take_while(char::is_ascii_digit).collect();
    browser.wait_until(&format!("as many: {score}"), &format!("{LISTED} === '{count}'")).await?;
    browser.assert_clean().await?;
    browser.close().await
}

#[tokio::test]
async fn on_paper_charts_are_light_whole_and_with_their_numbers() -> Result<()> {
    let site = Site::start()?;
    let browser = with_demo(&site, "en-GB", "en").await?;
    browser.look(Look { dark: true, ..WIDE }).await?;
    browser.goto("#/insights/retention").await?;
    browser.wait_for_text("How soon the second order comes").await?;
    let media = json!({ "media": "print", "features": [{ "name": "prefers-color-scheme", "value": "dark" }] });
    browser.driver().cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    browser
        .wait_until(
            "the numbers",
            "document.querySelector('.chart-numbers .plain-table').getBoundingClientRect().height > 50",
        )
        .await?;
    let ground: String = browser.eval("getComputedStyle(document.body).backgroundColor").await?;
    assert_eq!(ground, "rgb(255, 255, 255)");
    let menus: i64 = browser
        .eval("[...document.querySelectorAll('.chart-keep')].filter((menu) => menu.getBoundingClientRect().height > 0).length")
        .await?;
    assert_eq!(menus, 0);
    let pages = json!({ "printBackground": false, "preferCSSPageSize": true });
    let pdf = browser.driver().cdp().send_raw("Page.printToPDF", pages).await?;
    assert!(pdf["data"].as_str().is_some_and(|data| data.len() > 10_000));
    browser.look(Look { width: 800, height: 2_400, dark: true }).await?;
    let media = json!({ "media": "print" });
    browser.driver().cdp().send_raw("Emulation.setEmulatedMedia", media).await?;
    browser.screenshot("charts-print").await?;
    browser.close().await
}
