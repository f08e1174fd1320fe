//! What is left of what a customer pays: profit, and what an hour with the customer brings.
//!
//! Profit = amount − cost of goods − cost to serve. Robert S. Kaplan and V. G. Narayanan, "Measuring and Managing Customer
//! Profitability" (2001); cost to serve by activity: Kaplan and S. R. Anderson, "Time-Driven Activity-Based Costing" (2004).

use super::abc::{Abc, Class};
use super::money;
use super::summary::Summary;
use super::values::Values;

/// One, as parts of [`Goods::Kept`].
const WHOLE: i128 = 1_000_000;

/// What the goods cost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Goods {
    /// As written down with the orders. Where the cost of one order is unknown the profit of its customer is.
    Known,
    /// So many millionths of every amount, refunds included, stay: a gross margin taken as the same everywhere.
    Kept(u32),
}

/// Everything that is taken off. Money is minor units.
#[derive(Clone, Copy, Debug)]
pub struct Costs<'a> {
    /// Goods.
    pub goods: Goods,
    /// Picking, packing, invoicing: each order above zero.
    pub per_order: i64,
    /// Each refund.
    pub per_refund: i64,
    /// Time and anything else, one amount a customer.
    pub served: Option<&'a [i64]>,
}

/// Profit of each customer, rounded half away from zero; none for who neither paid nor was paid back. Who was only paid back has
/// zero: the order it belongs to lies outside of the records, and half of a deal is no loss.
#[must_use]
pub fn profit(summary: &Summary, costs: &Costs<'_>) -> Values {
    Values::from_minor((0..summary.customers()).map(|c| {
        let (orders, refunds) = (summary.orders[c], summary.refunds[c]);
        let net = i128::from(summary.net[c]);
        let margin = match costs.goods {
            Goods::Known => (summary.without_cost[c] == 0).then(|| net - i128::from(summary.cost[c]))?,
            Goods::Kept(part) => {
                let kept = net * i128::from(part);
                (kept + kept.signum() * WHOLE / 2) / WHOLE
            }
        };
        let activity =
            i128::from(costs.per_order) * i128::from(orders) + i128::from(costs.per_refund) * i128::from(refunds);
        let served = costs.served.and_then(|served| served.get(c)).copied().unwrap_or(0);
        match (orders, refunds) {
            (0, 0) => None,
            (0, _) => Some(0),
            _ => Some(money::clamp(margin - activity - i128::from(served))),
        }
    }))
}

/// The effective hourly rate, (paid − expenses) / hours, in minor units an hour: one entry a customer, none without time. The
/// shortest column decides how many there are.
#[must_use]
pub fn hourly(paid: &[i64], expenses: &[i64], minutes: &[u32]) -> Values {
    Values::from_estimates(paid.iter().zip(expenses).zip(minutes).map(|((paid, expenses), minutes)| {
        let left = (i128::from(*paid) - i128::from(*expenses)) as f64;
        (*minutes > 0).then(|| left * 60.0 / f64::from(*minutes))
    }))
}

/// Those who look best and are not: A by one measure (revenue), C by another (profit). By number.
#[must_use]
pub fn overrated(by_revenue: &Abc, by_profit: &Abc) -> Vec<u32> {
    let both = (0u32..).zip(by_revenue.class.iter().zip(&by_profit.class));
    both.filter(|(_, (a, c))| **a == Class::A as u8 && **c == Class::C as u8).map(|(customer, _)| customer).collect()
}
