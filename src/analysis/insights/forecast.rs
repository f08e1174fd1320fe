//! What is expected of each customer, as columns; empty where nothing may be said.

use super::super::backtest::trust;
use super::super::btyd::bg::Bg;
use super::super::btyd::clv::{Months, continuous};
use super::super::btyd::known::Known;
use super::super::btyd::log_spend::Spend;

/// Days of the nearer horizon.
pub const SOON: f64 = 90.0;
/// Days of the further one.
pub const YEAR: f64 = 365.0;
/// Nobody is said to wait longer than ten years.
pub const FURTHEST: f64 = 3_650.0;
/// A year's rate of discount for what lies beyond the horizons.
pub const DISCOUNT: f64 = 0.1;
/// Months of the cash flow.
pub const MONTHS: u32 = 36;

/// One entry a customer who has bought, `customer` says which. Money is minor units; times are days after the as-of day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forecast {
    /// Numbers of the customers, ascending.
    pub customer: Vec<u32>,
    /// The chance that they have not left for good; empty where it may not be said.
    pub alive: Vec<f64>,
    /// Orders expected within [`SOON`] days; empty where they may not be said, like all that follow.
    pub soon: Vec<f64>,
    /// Orders expected within a [`YEAR`].
    pub year: Vec<f64>,
    /// One in ten next orders comes before, given that the customer is still there.
    pub early: Vec<f64>,
    /// Half of them come before.
    pub middle: Vec<f64>,
    /// Nine in ten come before.
    pub late: Vec<f64>,
    /// What an order is expected to bring.
    pub spend: Vec<f64>,
    /// It is above this nine times in ten.
    pub spend_low: Vec<f64>,
    /// It is below this nine times in ten.
    pub spend_high: Vec<f64>,
    /// What the orders of a year are expected to bring, at the margin of the answer.
    pub worth: Vec<f64>,
    /// The same for all orders ever to come, discounted by [`DISCOUNT`] a year: lifetime value over an infinite horizon.
    pub lifetime: Vec<f64>,
    /// The same for the orders of [`MONTHS`] months, each discounted to the end of its month: lifetime value as a monthly cash flow.
    pub cash: Vec<f64>,
}

/// What is expected of one customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// See [`Forecast::alive`].
    pub alive: Option<f64>,
    /// All that rests on expected orders.
    pub orders: Option<ExpectedOrders>,
}

/// What is expected of the orders of one customer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ExpectedOrders {
    /// See [`Forecast::soon`].
    pub soon: f64,
    /// See [`Forecast::year`].
    pub year: f64,
    /// Days until the next order, early, middle and late.
    pub next: [f64; 3],
    /// What an order brings: expected, low, high.
    pub spend: [f64; 3],
    /// What a year brings: expected, low, high.
    pub worth: [f64; 3],
    /// See [`Forecast::lifetime`]: expected, low, high.
    pub lifetime: [f64; 3],
    /// See [`Forecast::cash`]: expected, low, high.
    pub cash: [f64; 3],
}

impl Forecast {
    /// Asks a fitted model. `spend` has one entry a known customer.
    #[must_use]
    pub fn new(known: &Known, model: &Bg, spend: &[Spend], margin: f64) -> Self {
        let repeats = &known.repeats;
        let spread = |column: Vec<f64>| repeats.spread(&column);
        let next = model.next_order(repeats, FURTHEST);
        let (year, all) =
            (spread(model.expected(repeats, YEAR)), spread(model.dert(repeats, continuous(DISCOUNT, YEAR))));
        let months = Months { count: MONTHS, length: YEAR / 12.0, discount: (DISCOUNT.ln_1p() / 12.0).exp_m1() };
        let flow = spread(model.flow(repeats, &months));
        let worth = |orders: &[f64]| orders.iter().zip(spend).map(|(n, s)| n * s.mean * margin).collect();
        Self {
            customer: known.customer.clone(),
            alive: spread(model.p_alive(repeats)),
            soon: spread(model.expected(repeats, SOON)),
            early: spread(next.early),
            middle: spread(next.middle),
            late: spread(next.late),
            spend: spend.iter().map(|s| s.mean).collect(),
            spend_low: spend.iter().map(|s| s.low).collect(),
            spend_high: spend.iter().map(|s| s.high).collect(),
            worth: worth(&year),
            lifetime: worth(&all),
            cash: worth(&flow),
            year,
        }
    }

    /// Forgets the chances.
    pub(super) fn hide_chance(&mut self) {
        self.alive = Vec::new();
    }

    /// Forgets everything that rests on expected orders.
    pub(super) fn hide_orders(&mut self) {
        let (customer, alive) = (std::mem::take(&mut self.customer), std::mem::take(&mut self.alive));
        *self = Self { customer, alive, ..Self::default() };
    }

    /// Whether nothing is said of anybody.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.alive.is_empty() && self.year.is_empty()
    }

    /// What is expected of one customer; `bias` is that of the backtest and widens the range of the worth.
    #[must_use]
    pub fn of(&self, customer: u32, bias: Option<f64>) -> Option<Expected> {
        let row = self.customer.binary_search(&customer).ok()?;
        let expected = Expected { alive: self.alive.get(row).copied(), orders: self.orders_at(row, bias) };
        (expected.alive.is_some() || expected.orders.is_some()).then_some(expected)
    }

    /// What is expected of the orders in one row.
    #[must_use]
    pub fn orders_at(&self, row: usize, bias: Option<f64>) -> Option<ExpectedOrders> {
        let at = |column: &[f64]| column.get(row).copied();
        let (spend, low, high) = (at(&self.spend)?, at(&self.spend_low)?, at(&self.spend_high)?);
        let worth = at(&self.worth)?;
        // Both are unsure: how many orders come, and what one brings.
        let scale = |end: f64| if spend > 0.0 { end / spend } else { 1.0 };
        let around = |worth: f64| {
            let (least, most) = trust::range(worth, bias);
            [worth, least * scale(low).min(1.0), most * scale(high).max(1.0)]
        };
        Some(ExpectedOrders {
            soon: at(&self.soon)?,
            year: at(&self.year)?,
            next: [at(&self.early)?, at(&self.middle)?, at(&self.late)?],
            spend: [spend, low, high],
            worth: around(worth),
            lifetime: around(at(&self.lifetime)?),
            cash: around(at(&self.cash)?),
        })
    }
}
