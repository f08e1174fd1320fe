//! Who earns, who costs: profit by customer, where costs are known.

use super::super::abc::{Abc, Cuts};
use super::super::columns::{Day, Orders};
use super::super::profit::overrated;
use super::super::summary::Summary;
use super::super::whale::{PERCENTS, Whale};
use super::hours::Hours;

/// Points of the curve.
const POINTS: usize = 200;
/// Customers named in each list.
const MOST: usize = 50;

/// Revenue less the cost of goods, customer by customer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profitability {
    /// Customers who paid for an order.
    pub customers: u32,
    /// Those of them whose costs are all known; the others are left out of everything here.
    pub known: u32,
    /// What those brought, minor units.
    pub revenue: i64,
    /// What is left of it.
    pub profit: i64,
    /// The curve; none where the profit of all together is not above zero.
    pub whale: Option<Whale>,
    /// Customers who cost more than they bring, the worst first.
    pub losing: Vec<u32>,
    /// What they bring, below zero.
    pub losing_profit: Vec<i64>,
    /// Customers who are A by revenue and C by profit, by revenue.
    pub overrated: Vec<u32>,
    /// Their revenue.
    pub overrated_revenue: Vec<i64>,
    /// Their profit.
    pub overrated_profit: Vec<i64>,
    /// What an hour brings, where time was written down.
    pub hours: Hours,
}

/// How many shares a whale curve tells.
pub const SHARES: usize = PERCENTS.len();

impl Profitability {
    /// Works out the profit up to the as-of day; `minutes` is the time that each customer took until then.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: Day, cuts: Cuts, minutes: &[u32]) -> Self {
        let summary = Summary::of_orders(orders, as_of);
        let (revenue, profit) = (summary.revenue(), summary.margin(None));
        let sum = |values: &mut dyn Iterator<Item = i64>| {
            i64::try_from(values.map(i128::from).sum::<i128>()).unwrap_or(i64::MAX)
        };
        let mut losing: Vec<(u32, i64)> = profit.known().filter(|(_, made)| *made < 0).collect();
        losing.sort_by_key(|(customer, made)| (*made, *customer));
        losing.truncate(MOST);
        let mut over = overrated(&Abc::new(&revenue, cuts), &Abc::new(&profit, cuts));
        let of = |values: &super::super::values::Values, customer: u32| values.get(customer as usize).unwrap_or(0);
        // Who has no profit has no class by it, and is not among them.
        over.sort_by_key(|customer| (std::cmp::Reverse(of(&revenue, *customer)), *customer));
        over.truncate(MOST);
        Self {
            customers: revenue.known().count() as u32,
            known: profit.known().count() as u32,
            revenue: sum(&mut profit.known().map(|(customer, _)| of(&revenue, customer))),
            profit: sum(&mut profit.known().map(|(_, made)| made)),
            whale: Whale::of(&profit, POINTS),
            losing: losing.iter().map(|row| row.0).collect(),
            losing_profit: losing.iter().map(|row| row.1).collect(),
            overrated_revenue: over.iter().map(|customer| of(&revenue, *customer)).collect(),
            overrated_profit: over.iter().map(|customer| of(&profit, *customer)).collect(),
            overrated: over,
            hours: Hours::new(&summary, minutes),
        }
    }
}
