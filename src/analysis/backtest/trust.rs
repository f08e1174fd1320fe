//! What a backtest allows to be said: how wide a total has to be drawn, and whether a score may be shown at all.
//!
//! On real sub-samples a nominal 80 % interval of a total held 75, 62, 50 and 10 % of the time with 20, 50, 200 and 1,000 customers: the error is the
//! model's bias, which more customers do not cure. So the interval comes from the workspace's own last error.

use super::run::{Backtest, Verdict};

/// No total is drawn narrower than this part on both sides.
pub const NARROWEST: f64 = 0.2;

/// Why a score is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Nothing came after the cut, or nothing could be compared.
    NothingCame,
    /// It tells no more than the overall rate.
    NoSkill,
    /// The naive rule is no worse.
    LosesToNaive,
}

/// A total as low and high: widened by the error of the backtest, never narrower than [`NARROWEST`]. A model that was a third too low gets
/// room for a third more, and the same below: which way it errs next is not known.
#[must_use]
pub fn range(total: f64, bias: Option<f64>) -> (f64, f64) {
    let wide = match bias {
        // Too low by a third means that the truth was half as much again.
        Some(bias) => bias.abs().max((1.0 / (1.0 + bias) - 1.0).abs()).max(NARROWEST),
        None => 1.0,
    };
    let wide = if wide.is_finite() { wide } else { 1.0 };
    (total * (1.0 - wide).max(0.0), total * (1.0 + wide))
}

/// Whether the chance to order at all may be shown: not where it is no better than the overall rate.
#[must_use]
pub fn hides_chance(verdict: &Verdict) -> Option<Hidden> {
    let Some(chance) = &verdict.chance else { return Some(Hidden::NothingCame) };
    match chance.quality.skill {
        None => Some(Hidden::NothingCame),
        Some(skill) => (skill <= 0.0).then_some(Hidden::NoSkill),
    }
}

/// Whether expected orders may be shown: not where the naive rule errs no more.
#[must_use]
pub fn hides_orders(backtest: &Backtest) -> Option<Hidden> {
    let (model, naive) = (backtest.model.error, backtest.naive.error);
    if model.actual <= 0.0 {
        return Some(Hidden::NothingCame);
    }
    (model.mae >= naive.mae).then_some(Hidden::LosesToNaive)
}

/// Whether the backtest was passed: nothing has to be hidden.
#[must_use]
pub fn passed(backtest: &Backtest) -> bool {
    hides_chance(&backtest.model).is_none() && hides_orders(backtest).is_none()
}
