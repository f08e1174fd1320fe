//! The search itself: from the question to the worker's answer with all hits, as the page hears it, the way there and back included. The
//! page shows nothing of it, so that only the search is measured; [`super::keystroke`] measures what the user sees.

use serde_json::Value;
use thirtyfour::By;

use super::Bench;
use super::keystroke::BOX;
use crate::bench::figure::Figure::{Search, SearchSlow};
use crate::bench::results::Readings;
use crate::{Profile, Result};

/// Asks everything of the stock.
///
/// # Errors
/// If the page asks nothing when something is typed.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let browser = bench.list(profile).await?;
    let page = bench.page(&browser);
    // How a question looks is learned from the page.
    let search = browser.driver().find(By::Css(BOX)).await?;
    let key = async { Ok(search.send_keys("e").await?) };
    page.after(key, "the page to ask", "kithProbe.asked()").await?;
    page.quiet().await?;
    let texts = Value::from(bench.stock.queries.clone());
    let mut rounds = bench.rounds();
    loop {
        for time in browser.eval::<Vec<f64>>(format!("kithProbe.search({texts})")).await? {
            readings.add(Search, time);
            readings.add(SearchSlow, time);
        }
        if !rounds.again() {
            return browser.close().await;
        }
    }
}

/// What is asked while words are typed: every beginning of each.
pub fn beginnings(words: &[String]) -> Vec<String> {
    let ends = |word: &String| word.char_indices().map(|(at, letter)| at + letter.len_utf8()).collect::<Vec<_>>();
    words.iter().flat_map(|word| ends(word).into_iter().map(|end| word[..end].to_owned())).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_beginning_is_asked() {
        assert_eq!(super::beginnings(&["ab".into(), "林雨".into()]), ["a", "ab", "林", "林雨"]);
    }
}
