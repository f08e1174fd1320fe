//! The backtest itself: predictions for a holdout, by any model, next to the naive rule x / T.

use super::super::btyd::bg::{Bg, Family};
use super::super::btyd::bg_fit::Estimate;
use super::super::btyd::known::Known;
use super::super::columns::{Day, Orders};
use super::super::fit::fitted::{FitError, Fitted};
use super::super::history::History;
use super::super::holdout::Holdout;
use super::super::logistic::auc::Auc;
use super::super::logistic::quality::Quality;
use super::super::summary::Summary;
use super::calibration::{Group, by_chance, by_frequency};
use super::measures::Error;

/// The highest number of past orders with a group of its own; more are one group.
pub const LAST_FREQUENCY: u32 = 7;
/// Parts by chance.
pub const PARTS: usize = 10;

/// What came after the cut, held against one set of predictions.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// Orders.
    pub error: Error,
    /// By the number of past repeat orders.
    pub by_frequency: Vec<Option<Group>>,
    /// Of the chance to order at all, where one was predicted.
    pub chance: Option<Chance>,
}

/// How well the chance to order at all was told.
#[derive(Clone, Debug, PartialEq)]
pub struct Chance {
    /// Area under the ROC curve; none if all or nobody ordered.
    pub auc: Option<Auc>,
    /// Brier score, next to that of the overall rate.
    pub quality: Quality,
    /// By tenths of the chance.
    pub tenths: Vec<Group>,
}

/// Holds predictions against what came. `None` without customers.
#[must_use]
pub fn judge(x: &[u32], predicted: &[f64], chance: Option<&[f64]>, actual: &[u32]) -> Option<Verdict> {
    let came: Vec<f64> = actual.iter().map(|n| f64::from(*n)).collect();
    let happened: Vec<u8> = actual.iter().map(|n| u8::from(*n > 0)).collect();
    let chance = match chance {
        Some(chance) => Some(Chance {
            auc: Auc::of(chance, &happened),
            quality: Quality::of(chance, &happened)?,
            tenths: by_chance(chance, &happened, PARTS),
        }),
        None => None,
    };
    let by_frequency = by_frequency(x, predicted, &came, LAST_FREQUENCY);
    Some(Verdict { error: Error::of(predicted, &came)?, by_frequency, chance })
}

/// The naive rule: everybody goes on as before, x / T per unit of time. Nothing for who has no past.
#[must_use]
pub fn naive(x: &[u32], age: &[f64], horizon: f64) -> Vec<f64> {
    x.iter().zip(age).map(|(x, age)| if *age > 0.0 { f64::from(*x) / age * horizon } else { 0.0 }).collect()
}

/// A backtest of one member of the BG/NBD family on a log of orders.
#[derive(Clone, Debug, PartialEq)]
pub struct Backtest {
    /// The day of the cut: the last one the model saw.
    pub cut: Day,
    /// Days after it.
    pub days: Day,
    /// Customers who had ordered by then.
    pub customers: usize,
    /// The model as fitted at the cut.
    pub fitted: Fitted<Bg>,
    /// How the model did.
    pub model: Verdict,
    /// How the naive rule did.
    pub naive: Verdict,
}

impl Backtest {
    /// Fits what was known at the cut and predicts the days up to `end`. `part` says where the cut is, 2/3 by convention.
    ///
    /// # Errors
    /// Nobody had ordered by the cut, or no time had passed.
    pub fn new(orders: &Orders<'_>, end: Day, part: f64, family: Family, estimate: Estimate) -> Result<Self, FitError> {
        let whole = History::new(orders, end);
        let firsts = (0..whole.customers()).filter_map(|c| whole.events(c).next()).map(|event| event.day);
        let first = firsts.min().ok_or(FitError::NoCustomers)?;
        let cut = Holdout::cut(first, end, part);
        let summary = Summary::of_orders(orders, cut);
        let holdout = Holdout::new(&whole, cut);
        let known = Known::new(&summary);
        let (x, age, repeats) = (&known.x, &known.age, &known.repeats);
        let actual: Vec<u32> = known.customer.iter().map(|c| holdout.events[*c as usize]).collect();
        let fitted = Bg::fit(repeats, family, estimate)?;
        let horizon = f64::from(holdout.days);
        let expected = repeats.spread(&fitted.model.expected(repeats, horizon));
        let chance = repeats.spread(&fitted.model.order_within(repeats, horizon));
        let model = judge(x, &expected, Some(&chance), &actual).ok_or(FitError::NoCustomers)?;
        let naive = judge(x, &naive(x, age, horizon), None, &actual).ok_or(FitError::NoCustomers)?;
        Ok(Self { cut, days: holdout.days, customers: x.len(), fitted, model, naive })
    }
}
