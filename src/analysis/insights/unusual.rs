//! What stands out: orders that are unusual for the one who placed them, and customers unlike all others.

use super::super::anomaly::ecod::ecod;
use super::super::anomaly::own::Own;
use super::super::columns::{Day, Orders};
use super::super::history::History;
use super::super::summary::Summary;

/// Orders and customers named.
const MOST: usize = 100;
/// Customers needed before one can stand out among them.
const FEWEST_CUSTOMERS: usize = 30;
/// Customers that stand out: one in so many.
const ONE_IN: usize = 50;

/// By what a customer stands out. The number is its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Trait {
    /// What was paid in all.
    Money = 0,
    /// How many orders.
    Orders = 1,
    /// What an order brings.
    Average = 2,
    /// How long ago the last one was.
    Recency = 3,
}

impl Trait {
    /// By code.
    pub const ALL: [Self; 4] = [Self::Money, Self::Orders, Self::Average, Self::Recency];
}

/// The latest unusual orders, and the customers that stand out most.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Unusual {
    /// Orders of customers with enough of them to have a usual amount.
    pub looked_at: u32,
    /// Who placed each unusual order, the latest first.
    pub customer: Vec<u32>,
    /// When.
    pub day: Vec<Day>,
    /// Minor units.
    pub amount: Vec<i64>,
    /// The customer's usual amount: what half of the own orders do not reach.
    pub usual: Vec<i64>,
    /// Modified z.
    pub z: Vec<f64>,
    /// Unusual orders there are, those beyond the named ones too.
    pub count: u32,
    /// Customers who stand out, the rarest first.
    pub rare: Vec<u32>,
    /// Code of the [`Trait`] that is rarest of each.
    pub rare_by: Vec<u8>,
}

impl Unusual {
    /// Looks at everything up to the as-of day.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: Day) -> Self {
        let history = History::new(orders, as_of);
        let own = Own::usual(&history);
        let mut rows: Vec<usize> = (0..own.z.len()).filter(|row| own.unusual[*row] > 0).collect();
        let mut found = Self { looked_at: own.z.len() as u32, count: rows.len() as u32, ..Self::default() };
        rows.sort_by_key(|row| (std::cmp::Reverse(own.day[*row]), own.customer[*row], own.amount[*row]));
        for row in rows.into_iter().take(MOST) {
            found.customer.push(own.customer[row]);
            found.day.push(own.day[row]);
            found.amount.push(own.amount[row]);
            found.usual.push(usual(&history, own.customer[row] as usize));
            found.z.push(own.z[row]);
        }
        found.take_rare(&Summary::new(orders, &history));
        found
    }

    fn take_rare(&mut self, summary: &Summary) {
        let who: Vec<usize> = (0..summary.customers()).filter(|c| summary.orders[*c] > 0).collect();
        if who.len() < FEWEST_CUSTOMERS {
            return;
        }
        let column = |of: &dyn Fn(usize) -> f64| who.iter().map(|c| of(*c)).collect::<Vec<f64>>();
        let features = [
            column(&|c| summary.net[c] as f64),
            column(&|c| f64::from(summary.orders[c])),
            column(&|c| summary.gross[c] as f64 / f64::from(summary.orders[c])),
            column(&|c| f64::from(summary.recency(c).unwrap_or(0))),
        ];
        let by_one: Vec<Vec<f64>> = features.iter().map(|feature| ecod(&[feature])).collect();
        let scores = ecod(&features.iter().map(Vec::as_slice).collect::<Vec<_>>());
        let mut order: Vec<usize> = (0..who.len()).collect();
        order.sort_by(|a, b| scores[*b].total_cmp(&scores[*a]).then(a.cmp(b)));
        for row in order.into_iter().take((who.len() / ONE_IN).clamp(1, MOST / 5)) {
            let rarest = (0..features.len()).max_by(|a, b| by_one[*a][row].total_cmp(&by_one[*b][row])).unwrap_or(0);
            self.rare.push(who[row] as u32);
            self.rare_by.push(rarest as u8);
        }
    }
}

/// The middle amount of a customer's paid orders, the lower of two.
fn usual(history: &History, customer: usize) -> i64 {
    let mut paid: Vec<i64> = history.rows(customer).iter().map(|row| row.amount).filter(|amount| *amount > 0).collect();
    paid.sort_unstable();
    paid.get(paid.len().saturating_sub(1) / 2).copied().unwrap_or(0)
}
