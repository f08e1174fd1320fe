//! Why one customer stands where it stands, and what would move it up: numbers, from which the page makes its sentences.

use super::abc::{Abc, Class};
use super::columns::{Day, NO_DAY};
use super::cuts::Cuts;
use super::money;
use super::reach::{number_of_better_score, value_of_better_class};
use super::rfm::Rfm;
use super::segment::{Segment, segment};
use super::summary::Summary;
use super::values::Values;

/// "A: brings 12 % of revenue, rank 3 of 84."
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AbcReason {
    /// The class.
    pub class: Class,
    /// Place from 1 up, shared by equal values.
    pub rank: u32,
    /// How many have a value.
    pub of: u32,
    /// The value, minor units.
    pub value: i64,
    /// Part of the total; none if there is no total, or the value is not above zero.
    pub share: Option<f64>,
    /// What the next class would take; none for A.
    pub next: Option<ClassStep>,
}

/// A step up in class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassStep {
    /// How much more value it takes, minor units, if all others stay as they are.
    pub missing: i64,
    /// The class it leads to.
    pub class: Class,
}

impl AbcReason {
    /// None for a customer without a class. `values` and `cuts` are those of the classification.
    #[must_use]
    pub fn new(abc: &Abc, values: &Values, cuts: Cuts, customer: usize) -> Option<Self> {
        let class = abc.class_of(customer)?;
        let value = values.get(customer)?;
        let next = value_of_better_class(abc, values, cuts, customer)
            .map(|(needed, class)| ClassStep { missing: money::clamp(i128::from(needed) - i128::from(value)), class });
        Some(Self {
            class,
            rank: abc.rank[customer],
            of: u32::try_from(abc.order.len()).unwrap_or(u32::MAX),
            value,
            share: (value > 0).then_some(abc.share[customer]),
            next,
        })
    }
}

/// "Orders more often than 51 % of your customers."
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RfmReason {
    /// Scores for recency, frequency, money.
    pub scores: [u8; 3],
    /// The segment.
    pub segment: Segment,
    /// Days since the last order above zero.
    pub days: Day,
    /// How many such orders.
    pub orders: u32,
    /// Orders net of refunds, minor units.
    pub money: i64,
    /// How many customers take part.
    pub of: u32,
    /// Fractions of all who take part that this customer is strictly ahead of, for recency, frequency, money.
    pub ahead_of: [f64; 3],
    /// Orders missing to a better frequency score; none if there is none to be had.
    pub orders_missing: Option<u32>,
    /// Money missing to a better money score, minor units; none if there is none to be had.
    pub money_missing: Option<i64>,
    /// Where one more order on the as-of day would lead.
    pub after_order: AfterOrder,
}

/// What one more order on the as-of day would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AfterOrder {
    /// Recency score then.
    pub r: u8,
    /// Frequency score then.
    pub f: u8,
    /// Segment then.
    pub segment: Segment,
}

impl RfmReason {
    /// None for a customer without a paid order.
    #[must_use]
    pub fn new(rfm: &Rfm, summary: &Summary, customer: usize) -> Option<Self> {
        let segment = rfm.segment_of(customer)?;
        let days = summary.recency(customer)?;
        let scores = [rfm.r[customer], rfm.f[customer], rfm.m[customer]];
        let (orders, money) = (summary.orders[customer], summary.net[customer]);
        let takes_part = |c: &usize| summary.orders[*c] > 0;
        let everybody = || (0..summary.customers()).filter(takes_part);
        let frequencies = everybody().map(|c| i64::from(summary.orders[c])).collect();
        let moneys = everybody().map(|c| summary.net[c]).collect();
        let ahead = |worse: &[u32]| money::share(worse[customer].into(), rfm.ranked.into());
        Some(Self {
            scores,
            segment,
            days,
            orders,
            money,
            of: rfm.ranked,
            ahead_of: [ahead(&rfm.r_worse), ahead(&rfm.f_worse), ahead(&rfm.m_worse)],
            orders_missing: number_of_better_score(frequencies, scores[1], rfm.scale)
                .and_then(|needed| u32::try_from(needed - i64::from(orders)).ok()),
            money_missing: number_of_better_score(moneys, scores[2], rfm.scale)
                .map(|needed| money::clamp(i128::from(needed) - i128::from(money))),
            after_order: AfterOrder::new(rfm, summary, customer),
        })
    }
}

impl AfterOrder {
    fn new(rfm: &Rfm, summary: &Summary, customer: usize) -> Self {
        let (mut staler, mut rarer) = (0, 0);
        for other in (0..summary.customers()).filter(|other| *other != customer) {
            let (last, orders) = (summary.last_order[other], summary.orders[other]);
            staler += u32::from(last != NO_DAY && last < summary.as_of);
            rarer += u32::from(orders > 0 && orders <= summary.orders[customer]);
        }
        let (r, f) = (rfm.scale.score(staler, rfm.ranked), rfm.scale.score(rarer, rfm.ranked));
        Self { r, f, segment: segment(r, f, rfm.scale) }
    }
}
