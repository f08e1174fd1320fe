//! What an hour with each customer brings: what they paid less the costs that were written down, over the hours that were.

use super::super::profit::hourly;
use super::super::summary::Summary;

/// Customers named.
const MOST: usize = 25;

/// The effective hourly rate of all together and of those who pay least for an hour.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// Customers with time written down.
    pub customers: u32,
    /// Their minutes.
    pub minutes: i64,
    /// What an hour with all of them brings, minor units; 0 where nobody has time.
    pub rate: i64,
    /// Those whose hour brings least, the least first.
    pub customer: Vec<u32>,
    /// What an hour with each of these brings, minor units.
    pub hourly: Vec<i64>,
    /// The minutes of each of these.
    pub took: Vec<u32>,
}

impl Hours {
    /// Of what is summed up, and the minutes that each customer took.
    #[must_use]
    pub fn new(summary: &Summary, minutes: &[u32]) -> Self {
        let rates = hourly(&summary.net, &summary.cost, minutes);
        let mut rows: Vec<(u32, i64)> = rates.known().collect();
        let timed = || rows.iter().map(|(customer, _)| *customer as usize);
        // Added up wide: a hundred thousand sums may be more than one can hold.
        let sum = |values: &mut dyn Iterator<Item = i64>| {
            i64::try_from(values.map(i128::from).sum::<i128>().clamp(i64::MIN.into(), i64::MAX.into()))
                .unwrap_or_default()
        };
        let paid = sum(&mut timed().map(|customer| summary.net[customer]));
        let costs = sum(&mut timed().map(|customer| summary.cost[customer]));
        let total = timed().map(|customer| i64::from(minutes[customer])).sum::<i64>();
        let left = (i128::from(paid) - i128::from(costs)) as f64;
        let customers = rows.len() as u32;
        rows.sort_unstable_by_key(|(customer, rate)| (*rate, *customer));
        rows.truncate(MOST);
        Self {
            customers,
            minutes: total,
            rate: if total > 0 { (left * 60.0 / total as f64).round() as i64 } else { 0 },
            customer: rows.iter().map(|row| row.0).collect(),
            hourly: rows.iter().map(|row| row.1).collect(),
            took: rows.iter().map(|row| minutes[row.0 as usize]).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::columns::{Orders, UNKNOWN_COST};

    #[test]
    fn an_hour_brings_what_was_paid_less_known_costs_and_time_without_orders_brings_nothing() {
        let orders = Orders::new(4, &[0, 0, 1], &[10, 20, 10], &[9_000, 3_000, 50_000]).unwrap();
        let costs = [2_000, UNKNOWN_COST, 10_000];
        let summary = Summary::of_orders(&orders.with_costs(&costs).unwrap(), 30);
        // The last one was never talked to for a minute that was written down.
        let hours = Hours::new(&summary, &[120, 60, 30, 0]);
        assert_eq!((hours.customers, hours.minutes), (3, 210));
        assert_eq!(hours.customer, [2, 0, 1]);
        assert_eq!(hours.hourly, [0, 5_000, 40_000]);
        assert_eq!(hours.took, [30, 120, 60]);
        assert_eq!(hours.rate, 14_286);
        assert_eq!(Hours::new(&summary, &[]), Hours::default());
    }
}
