//! The survival curve: how many are still there after so long.
//!
//! E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", JASA 53 (1958); intervals on the scale
//! log(−log S) (J. D. Kalbfleisch and R. L. Prentice, "The Statistical Analysis of Failure Time Data", 1980), which stay within
//! [0, 1]; the cumulative hazard of W. Nelson (1969) and O. Aalen (1978), ties as T. R. Fleming and D. P. Harrington (1984).

use super::Spells;
use crate::analysis::special::normal;

/// One entry for each different time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SurvivalCurve {
    /// The times, ascending.
    pub time: Vec<f64>,
    /// Still watched right before.
    pub at_risk: Vec<u32>,
    /// Ended then.
    pub events: Vec<u32>,
    /// The part that lasts longer.
    pub survival: Vec<f64>,
    /// Cumulative hazard.
    pub hazard: Vec<f64>,
    /// Greenwood's sum Σ d / (n (n − d)); infinite once nobody is left.
    greenwood: Vec<f64>,
}

/// The curve at one moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The part that lasts longer.
    pub survival: f64,
    /// Its interval; none where nobody is left.
    pub interval: Option<(f64, f64)>,
    /// Watched for at least so long.
    pub at_risk: u32,
    /// Cumulative hazard.
    pub hazard: f64,
}

impl SurvivalCurve {
    /// Sorts once and walks.
    #[must_use]
    pub fn new(spells: Spells<'_>) -> Self {
        let mut curve = Self::default();
        let rows = spells.sorted();
        let (mut survival, mut hazard, mut greenwood) = (1.0, 0.0, 0.0);
        let mut place = 0;
        while place < rows.len() {
            let time = spells.time[rows[place] as usize];
            let at_risk = rows.len() - place;
            let same = rows[place..].iter().take_while(|row| spells.time[**row as usize] == time);
            let (mut count, mut events) = (0, 0);
            for row in same {
                count += 1;
                events += u32::from(spells.ended[*row as usize] > 0);
            }
            place += count;
            let (n, d) = (at_risk as f64, f64::from(events));
            survival *= 1.0 - d / n;
            hazard += (0..events).map(|earlier| 1.0 / (n - f64::from(earlier))).sum::<f64>();
            if events > 0 {
                greenwood += d / (n * (n - d));
            }
            curve.time.push(time);
            curve.at_risk.push(u32::try_from(at_risk).unwrap_or(u32::MAX));
            curve.events.push(events);
            curve.survival.push(survival);
            curve.hazard.push(hazard);
            curve.greenwood.push(greenwood);
        }
        curve
    }

    /// At a time, events then included; `level` such as 0.95.
    #[must_use]
    pub fn at(&self, time: f64, level: f64) -> Point {
        let passed = self.time.partition_point(|t| *t <= time);
        let waiting = self.time.partition_point(|t| *t < time);
        let at_risk = self.at_risk.get(waiting).copied().unwrap_or(0);
        let Some(last) = passed.checked_sub(1) else {
            return Point { survival: 1.0, interval: Some((1.0, 1.0)), at_risk, hazard: 0.0 };
        };
        let survival = self.survival[last];
        Point {
            survival,
            interval: interval(survival, self.greenwood[last], level),
            at_risk,
            hazard: self.hazard[last],
        }
    }

    /// The first time at which at most `part` are left: 0.5 for the median. None if it never comes to that.
    #[must_use]
    pub fn time_left(&self, part: f64) -> Option<f64> {
        // What ought to be a half may come out a little above it.
        let place = self.survival.iter().position(|survival| *survival <= part + 1e-12)?;
        Some(self.time[place])
    }

    /// The restricted mean: how long it lasts on average, counted up to `until`; the area below the curve. Past the last time
    /// the curve stays where it was.
    #[must_use]
    pub fn mean_until(&self, until: f64) -> f64 {
        let (mut area, mut from, mut height) = (0.0, 0.0, 1.0);
        for (time, survival) in self.time.iter().zip(&self.survival).take_while(|(time, _)| **time < until) {
            area += height * (time - from);
            (from, height) = (*time, *survival);
        }
        area + height * (until.max(0.0) - from)
    }

    /// How many ended.
    #[must_use]
    pub fn ended(&self) -> u32 {
        self.events.iter().sum()
    }
}

fn interval(survival: f64, greenwood: f64, level: f64) -> Option<(f64, f64)> {
    if survival >= 1.0 {
        return Some((1.0, 1.0));
    }
    if survival <= 0.0 || !greenwood.is_finite() {
        return None;
    }
    let log = survival.ln();
    let half = normal::two_sided(level) * greenwood.sqrt() / -log;
    let end = |shift: f64| survival.powf(shift.exp());
    Some((end(half), end(-half)))
}
