//! Everybody is classified and scored as of another day, to and fro between today and the latest order.

use super::Bench;
use crate::bench::figure::Figure::{Classify, ClassifyLongest};
use crate::bench::results::Readings;
use crate::{Profile, Result};

const PAIRS: usize = 5;

/// Presses the two buttons that change the day. The page offers "as of the latest" exactly while its answer is of a much later day, so
/// the offer tells which answer is shown.
///
/// # Errors
/// If no answer comes.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let browser = bench.browser(Some(profile)).await?;
    browser.goto("#/abc").await?;
    let page = bench.page(&browser);
    page.find("//button[starts-with(normalize-space(.), 'Classify as of')]").await?;
    page.quiet().await?;
    let mut rounds = bench.up_to(PAIRS);
    loop {
        for (button, answered) in
            [("Classify as of", "!kithProbe.button('Classify as of')"), ("Today", "kithProbe.button('Classify as of')")]
        {
            let what = format!("the scores after pressing {button}");
            let painted = page.after(page.press(button), &what, answered).await?;
            let pressed = page.acted("click").await?;
            readings.add(Classify, painted - pressed);
            readings.add(ClassifyLongest, page.longest(pressed, painted + 500.0).await?);
        }
        if !rounds.again() {
            return browser.close().await;
        }
    }
}
