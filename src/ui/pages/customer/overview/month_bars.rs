//! A customer's orders month by month. Amounts of two currencies are kept apart.

use std::collections::BTreeMap;

use chrono::{Datelike, Months, NaiveDate};

use crate::domain::{money::Money, order::Order};

/// The most months that a chart shows.
const MOST: u32 = 60;
/// The fewest, so that one order does not fill the chart.
const FEWEST: u32 = 12;

/// What was ordered in one month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// Its first day.
    pub first: NaiveDate,
    /// How many orders that are no refunds.
    pub orders: u32,
    /// What they brought, refunds taken off, by currency.
    pub amounts: Vec<Money>,
}

/// Every month from the first order to today, or to the last order where that is later; the latest [`MOST`] of them. Where
/// nothing was ordered in these, the ones that end with the last order.
pub fn months<'a>(orders: impl Iterator<Item = &'a Order>, today: NaiveDate) -> Vec<Month> {
    let mut found: BTreeMap<NaiveDate, (u32, BTreeMap<_, i64>)> = BTreeMap::new();
    for order in orders {
        let (count, sums) = found.entry(first_of(order.day)).or_default();
        let money = order.money();
        *count += u32::from(money.minor >= 0);
        let sum = sums.entry(money.currency).or_default();
        *sum = i64::saturating_add(*sum, money.minor);
    }
    let (Some(first), Some(last)) = (found.keys().next().copied(), found.keys().next_back().copied()) else {
        return Vec::new();
    };
    let now = first_of(today).max(last);
    let end = if before(now, MOST - 1) <= last { now } else { last };
    let start = before(end, FEWEST - 1).min(first).max(before(end, MOST - 1));
    let steps =
        (0..MOST).map_while(|step| start.checked_add_months(Months::new(step))).take_while(|month| *month <= end);
    let month = |first: NaiveDate| {
        let (orders, sums) = found.get(&first).cloned().unwrap_or_default();
        let amounts = sums.into_iter().map(|(currency, minor)| Money { minor, currency }).collect();
        Month { first, orders, amounts }
    };
    steps.map(month).collect()
}

fn first_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).expect("every month has a first day")
}

fn before(month: NaiveDate, months: u32) -> NaiveDate {
    month.checked_sub_months(Months::new(months)).unwrap_or(month)
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;
    use crate::domain::{id::Id, money::Currency, order::Line};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn order(on: &str, amount: i64, currency: Currency) -> Order {
        Order::new(Id::new(Uuid::from_u128(1)), day(on), currency, vec![Line::of_amount(amount)])
    }

    #[test]
    fn amounts_of_two_currencies_are_never_added_up() {
        let yen = Currency::parse("JPY").unwrap();
        let orders = [
            order("2024-03-01", 500, Currency::EUR),
            order("2024-03-31", 700, yen),
            order("2024-03-31", -200, Currency::EUR),
        ];
        let found = months(orders.iter(), day("2024-04-10"));
        assert_eq!(found.len(), 12);
        let march = found.iter().find(|month| month.first == day("2024-03-01")).unwrap();
        assert_eq!(march.orders, 2);
        assert_eq!(march.amounts, [Money { minor: 300, currency: Currency::EUR }, Money { minor: 700, currency: yen }]);
        assert_eq!(found.last().map(|month| (month.first, month.orders)), Some((day("2024-04-01"), 0)));
    }

    #[test]
    fn the_months_end_with_the_last_order_when_that_is_long_ago() {
        let orders = [order("2005-01-15", 1, Currency::EUR), order("2010-06-15", 1, Currency::EUR)];
        let found = months(orders.iter(), day("2024-04-10"));
        assert_eq!(found.last().map(|month| month.first), Some(day("2010-06-01")));
        assert_eq!(found.len(), 60);
        assert_eq!(months([].iter(), day("2024-04-10")), []);
    }

    #[test]
    fn an_order_of_the_future_is_on_the_chart() {
        let orders = [order("2024-06-15", 1, Currency::EUR)];
        let found = months(orders.iter(), day("2024-04-10"));
        assert_eq!(found.last().map(|month| (month.first, month.orders)), Some((day("2024-06-01"), 1)));
    }
}
