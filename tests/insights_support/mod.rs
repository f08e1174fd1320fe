//! The same questions on the same log, in the browser and outside of it, and what both have to answer.

use kith::analysis::insights::outlook::Outlook;
use kith::analysis::insights::overview::Overview;
use kith::analysis::insights::retention::Retention;
use kith::analysis::insights::steadiness::Steadiness;
use kith::analysis::insights::unusual::Unusual;

/// A digest of the answers.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Customers expected to be there.
    pub alive: f64,
    /// Orders expected within a year.
    pub year: f64,
    /// What they bring.
    pub worth: f64,
    /// The share that came back by the last day.
    pub back: f64,
    /// Buyers of ninety days.
    pub buyers: u32,
    /// Their revenue.
    pub revenue: i64,
    /// Orders that stand out.
    pub unusual: u32,
    /// Customers with a steadiness.
    pub steady: u32,
}

/// Of CDNOW at the end of its calibration period.
pub const CDNOW: Known = Known {
    alive: 1_063.963_307_363_902,
    year: 1_979.506_525_122_083,
    worth: 7_058_094.264_879_301,
    back: 0.431_829_960_551_775_7,
    buyers: 409,
    revenue: 2_641_063,
    unusual: 106,
    steady: 2349,
};

/// The digest of answers.
pub fn digest(
    outlook: &Outlook,
    retention: &Retention,
    overview: &Overview,
    unusual: &Unusual,
    steadiness: &Steadiness,
) -> Known {
    Known {
        alive: outlook.forecast.alive.iter().sum(),
        year: outlook.forecast.year.iter().sum(),
        worth: outlook.forecast.worth.iter().sum(),
        back: retention.back.last().copied().unwrap_or(0.0),
        buyers: overview.now.buyers,
        revenue: overview.now.revenue,
        unusual: unusual.count,
        // Four of a class, the first of which are those without a steadiness.
        steady: steadiness
            .customers
            .iter()
            .enumerate()
            .filter(|(place, _)| place % 4 > 0)
            .map(|(_, count)| count)
            .sum(),
    }
}
