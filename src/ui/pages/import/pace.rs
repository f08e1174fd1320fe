//! How far something is, and how fast it goes.

use std::cell::Cell;

use crate::{
    platform::clock,
    state::{Progress, Step},
};

/// Milliseconds between two updates of what is shown.
const TELL_EVERY: f64 = 100.0;
/// Milliseconds after which a speed says something.
const PACE_AFTER: f64 = 300.0;

/// How far something is, and how fast it goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pace {
    /// How far.
    pub progress: Progress,
    /// Rows (of [`Step::Reading`]: bytes) a second; `None` while it is too early to say.
    pub rate: Option<f64>,
}

/// Passes progress on with its speed, not more often than an eye can follow.
pub fn teller(tell: impl Fn(Pace)) -> impl Fn(Progress) {
    let (begun, told) = (Cell::new(None::<(Step, f64)>), Cell::new(f64::NEG_INFINITY));
    move |progress| {
        let now = clock::timer();
        let since = begun.get().filter(|(step, _)| *step == progress.step).map(|(_, since)| since);
        if since.is_none() {
            begun.set(Some((progress.step, now)));
        } else if now - told.get() < TELL_EVERY {
            return;
        }
        told.set(now);
        let passed = since.map_or(0.0, |since| now - since);
        let rate = (passed >= PACE_AFTER).then(|| progress.done as f64 * 1_000.0 / passed);
        tell(Pace { progress, rate });
    }
}
