//! Typing into the search box of the list, key by key.
//!
//! The words are typed once to learn what the list shows for each beginning; then the time is taken from a key's event to the painted
//! list that was learned. So it does not matter how the list comes about, at once or later from elsewhere.

use std::time::Duration;

use serde_json::Value;
use thirtyfour::{Key, WebElement};

use super::Bench;
use crate::bench::figure::Figure::{Key as Painted, KeyLongest, KeySlow};
use crate::bench::page::Page;
use crate::bench::results::Readings;
use crate::{Browser, Failure, Profile, Result};

/// Where one types.
pub const BOX: &str = "input[aria-label='Search customers']";
/// How often all of it is typed against the clock: 95 of 100 says nothing about thirty.
const TIMES: usize = 3;

/// Types the words.
///
/// # Errors
/// If the list does not come to show what it showed the first time.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let browser = bench.list(profile).await?;
    let page = bench.page(&browser);
    let search = browser.css(BOX).await?;
    search.click().await?;
    let mut keys = Vec::new();
    for word in &bench.stock.words {
        for key in word.chars() {
            search.send_keys(key.to_string()).await?;
            keys.push((key, settled(&browser).await?));
        }
        clear(&browser, &search).await?;
        keys.push(('\n', String::new()));
    }
    let began = page.now().await?;
    for (key, shown) in std::iter::repeat_n(&keys, TIMES).flatten() {
        if *key == '\n' {
            clear(&browser, &search).await?;
        } else if let Some(time) = press(&browser, &page, &search, *key, shown).await? {
            readings.add(Painted, time);
            readings.add(KeySlow, time);
        }
    }
    readings.add(KeyLongest, page.longest(began, page.now().await?).await?);
    browser.close().await
}

/// `None` where the key changes nothing that could be waited for.
async fn press(browser: &Browser, page: &Page<'_>, search: &WebElement, key: char, shown: &str) -> Result<Option<f64>> {
    if list(browser).await? == shown {
        search.send_keys(key.to_string()).await?;
        settled(browser).await?;
        return Ok(None);
    }
    let condition = format!("kithProbe.list() === {}", Value::from(shown));
    let act = async { Ok(search.send_keys(key.to_string()).await?) };
    let at = page.after(act, &format!("the list after the key {key}"), &condition).await?;
    let time = at - page.acted("keydown").await?;
    // A person's pause between two keys.
    tokio::time::sleep(Duration::from_millis(120)).await;
    Ok(Some(time))
}

async fn clear(browser: &Browser, search: &WebElement) -> Result<()> {
    search.send_keys(Key::Escape).await?;
    settled(browser).await.map(drop)
}

async fn list(browser: &Browser) -> Result<String> {
    browser.eval("kithProbe.list()").await
}

/// What the list shows when it has not changed for a while.
async fn settled(browser: &Browser) -> Result<String> {
    let mut before = String::new();
    for _ in 0..400 {
        tokio::time::sleep(Duration::from_millis(150)).await;
        let now = list(browser).await?;
        if now == before {
            return Ok(now);
        }
        before = now;
    }
    Err(Failure::NotClean("The list of customers does not stop changing while nothing is typed.".to_owned()))
}
