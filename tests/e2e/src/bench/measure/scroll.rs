//! Scrolling: so many frames, each a fixed way further, once slowly and once fast.

use super::Bench;
use crate::bench::figure::Figure::{ScrollFast, ScrollFrame, ScrollSlow};
use crate::bench::results::Readings;
use crate::{Profile, Result};

/// Frames of one run, as in the list benchmark of the peers.
const FRAMES: u32 = 240;
/// What a screen shows in a second.
const RATE: f64 = 60.0;

/// Scrolls the list of customers.
///
/// # Errors
/// If there is none.
pub async fn measure(bench: &Bench<'_>, profile: &Profile, readings: &mut Readings) -> Result<()> {
    let browser = bench.list(profile).await?;
    let page = bench.page(&browser);
    let mut rounds = bench.rounds();
    loop {
        for (figure, pixels) in [(ScrollSlow, 120), (ScrollFast, 900)] {
            let drill = browser.eval::<Vec<f64>>(format!("kithProbe.scroll({FRAMES}, {pixels})"));
            let times = page.profiled(&format!("scroll {pixels}"), drill).await?;
            readings.add(figure, rate(dropped(&times)));
            times.iter().for_each(|time| readings.add(ScrollFrame, *time));
        }
        if !rounds.again() {
            return browser.close().await;
        }
        page.quiet().await?;
    }
}

/// How many frames were not shown in time.
fn dropped(times: &[f64]) -> f64 {
    times.iter().map(|time| ((time * RATE / 1_000.0).round() - 1.0).max(0.0)).sum()
}

/// Frames a second of a run in which so many were not shown in time.
pub fn rate(dropped: f64) -> f64 {
    let frames = f64::from(FRAMES);
    RATE * frames / (frames + dropped)
}

#[cfg(test)]
mod tests {
    use super::{dropped, rate};

    #[test]
    fn frames_that_come_late_lower_the_rate() {
        assert_eq!(dropped(&[16.6, 16.7, 16.8, 8.0]), 0.0);
        assert_eq!(dropped(&[16.7, 33.4, 50.1]), 3.0);
        assert_eq!(rate(0.0), 60.0);
        assert_eq!(rate(240.0), 30.0);
    }
}
