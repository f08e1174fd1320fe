//! Waiting for rest, of the browser and then of the machine. For an idle core nobody waits longer than the peers do, and by the same rule:
//! a busy minute falls on nobody alone.

use std::fs;
use std::time::{Duration, Instant};

use super::page::{LIMIT as PATIENCE, Page};
use super::process::Family;
use crate::{Failure, Result};

/// The longest wait.
pub const LIMIT: Duration = Duration::from_secs(5);
/// Between two looks.
const EVERY: Duration = Duration::from_millis(400);
/// The share of all cores that has to be idle.
const ENOUGH: f64 = 0.6;

/// Within a second, at most so much processor time is quiet, in milliseconds.
const QUIET: u64 = 60;
/// So many quiet seconds in a row: the app itself begins to tidy up after two.
const QUIET_FOR: usize = 5;

impl Page<'_> {
    /// Waits until nothing goes on any more in all of the browser, and a moment for other programs, so that nothing disturbs what comes
    /// next. Returns when the browser came to rest, in the page's milliseconds.
    ///
    /// # Errors
    /// [`Failure::Late`] if it never rests.
    pub async fn quiet(&self) -> Result<f64> {
        let data = self.browser.profile().data();
        let start = Instant::now();
        let (mut used, mut calm, mut since) = (Family::of(&data).cpu(), 0, self.now().await?);
        while calm < QUIET_FOR {
            tokio::time::sleep(Duration::from_secs(1)).await;
            let now = Family::of(&data).cpu();
            // Where the system does not tell, a few seconds have to do.
            let spent = now.zip(used).map_or(0, |(now, used)| now.saturating_sub(used));
            used = now;
            if spent <= QUIET {
                calm += 1;
            } else {
                (calm, since) = (0, self.now().await?);
            }
            if start.elapsed() > PATIENCE {
                let what = "the browser to come to rest".to_owned();
                return Err(Failure::Late { seconds: PATIENCE.as_secs(), what, page: self.browser.account().await });
            }
        }
        idle().await;
        Ok(since)
    }
}

/// Waits until the cores were idle for most of a moment, or the limit is over. Where the system does not tell, nothing is waited for.
pub async fn idle() {
    let start = Instant::now();
    while let Some(before) = ticks() {
        tokio::time::sleep(EVERY).await;
        let Some(after) = ticks() else { return };
        let (idle, all) = (after.0.saturating_sub(before.0), after.1.saturating_sub(before.1));
        if idle as f64 >= ENOUGH * all as f64 || start.elapsed() > LIMIT {
            return;
        }
    }
}

/// Hundredths of a second since the start: of nothing to do, and altogether.
fn ticks() -> Option<(u64, u64)> {
    parse(fs::read_to_string("/proc/stat").ok()?.lines().next()?)
}

fn parse(line: &str) -> Option<(u64, u64)> {
    let numbers: Vec<u64> = line.strip_prefix("cpu ")?.split_whitespace().map_while(|word| word.parse().ok()).collect();
    Some((numbers.get(3)? + numbers.get(4)?, numbers.iter().sum()))
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn idle_time_is_that_of_doing_nothing_and_of_waiting_for_the_disk() {
        assert_eq!(parse("cpu  10 0 5 80 5 0 0 0 0 0"), Some((85, 100)));
        assert_eq!(parse("cpu0 1 2 3 4 5"), None);
    }
}
