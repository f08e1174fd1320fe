//! What is known of each customer before any question is asked: counts, first and last day, money.

use super::columns::{Day, NO_DAY, Orders};
use super::history::History;
use super::money;
use super::values::Values;

/// One entry a customer in every column.
///
/// Two ways of counting live here side by side, since the methods that rest on them differ:
/// - **orders** (RFM): every order with an amount above zero, two on one day are two;
/// - **events** (rhythm, repeat buying): civil days with at least one order, free ones included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// The last day that exists.
    pub as_of: Day,
    /// Orders above zero.
    pub orders: Vec<u32>,
    /// Orders at zero.
    pub free_orders: Vec<u32>,
    /// Refunds.
    pub refunds: Vec<u32>,
    /// Sum of the orders, in minor units.
    pub gross: Vec<i64>,
    /// Sum of the refunds, zero or below.
    pub refunded: Vec<i64>,
    /// `gross + refunded`.
    pub net: Vec<i64>,
    /// Day of the last order above zero, or [`NO_DAY`].
    pub last_order: Vec<Day>,
    /// Purchase events.
    pub events: Vec<u32>,
    /// Day of the first event, or [`NO_DAY`].
    pub first_event: Vec<Day>,
    /// Day of the last event, or [`NO_DAY`].
    pub last_event: Vec<Day>,
    /// Sum over the events after the first.
    pub repeat_amount: Vec<i64>,
    /// Events after the first that brought money.
    pub paid_repeats: Vec<u32>,
    /// Known cost of goods.
    pub cost: Vec<i64>,
    /// Orders, free ones too, whose cost nobody wrote down.
    pub without_cost: Vec<u32>,
}

impl Summary {
    /// One pass over the history, and one over the costs if there are any.
    #[must_use]
    pub fn new(orders: &Orders<'_>, history: &History) -> Self {
        let mut summary = Self::with_room(history.customers(), history.as_of());
        for customer in 0..history.customers() {
            summary.push_orders(history, customer);
            summary.push_events(history, customer);
        }
        summary.add_costs(orders);
        summary
    }

    fn with_room(n: usize, as_of: Day) -> Self {
        Self {
            as_of,
            orders: Vec::with_capacity(n),
            free_orders: Vec::with_capacity(n),
            refunds: Vec::with_capacity(n),
            gross: Vec::with_capacity(n),
            refunded: Vec::with_capacity(n),
            net: Vec::with_capacity(n),
            last_order: Vec::with_capacity(n),
            events: Vec::with_capacity(n),
            first_event: Vec::with_capacity(n),
            last_event: Vec::with_capacity(n),
            repeat_amount: Vec::with_capacity(n),
            paid_repeats: Vec::with_capacity(n),
            cost: Vec::with_capacity(n),
            without_cost: Vec::with_capacity(n),
        }
    }

    fn push_orders(&mut self, history: &History, customer: usize) {
        let (mut orders, mut free, mut refunds) = (0, 0, 0);
        let (mut gross, mut refunded) = (0i128, 0i128);
        let mut last_order = NO_DAY;
        for row in history.rows(customer) {
            match row.amount {
                1.. => {
                    orders += 1;
                    gross += i128::from(row.amount);
                    last_order = row.day;
                }
                0 => free += 1,
                _ => {
                    refunds += 1;
                    refunded += i128::from(row.amount);
                }
            }
        }
        self.orders.push(orders);
        self.free_orders.push(free);
        self.refunds.push(refunds);
        self.gross.push(money::clamp(gross));
        self.refunded.push(money::clamp(refunded));
        self.net.push(money::clamp(gross + refunded));
        self.last_order.push(last_order);
    }

    fn push_events(&mut self, history: &History, customer: usize) {
        let (mut events, mut paid_repeats, mut repeat_amount) = (0, 0, 0i128);
        let (mut first, mut last) = (NO_DAY, NO_DAY);
        for event in history.events(customer) {
            if events == 0 {
                first = event.day;
            } else {
                repeat_amount += i128::from(event.amount);
                paid_repeats += u32::from(event.amount > 0);
            }
            events += 1;
            last = event.day;
        }
        self.events.push(events);
        self.first_event.push(first);
        self.last_event.push(last);
        self.repeat_amount.push(money::clamp(repeat_amount));
        self.paid_repeats.push(paid_repeats);
    }

    fn add_costs(&mut self, orders: &Orders<'_>) {
        let Some(rows) = orders.costs_until(self.as_of) else {
            self.cost = vec![0; self.orders.len()];
            self.without_cost = self.orders.iter().zip(&self.free_orders).map(|(paid, free)| paid + free).collect();
            return;
        };
        let mut sums = vec![0i128; self.orders.len()];
        self.without_cost = vec![0; self.orders.len()];
        for (customer, amount, cost) in rows {
            if cost != super::columns::UNKNOWN_COST {
                sums[customer] += i128::from(cost);
            } else if amount >= 0 {
                self.without_cost[customer] += 1;
            }
        }
        self.cost = sums.into_iter().map(money::clamp).collect();
    }

    /// How many customers there are, with orders or without.
    #[must_use]
    pub fn customers(&self) -> usize {
        self.orders.len()
    }

    /// Repeat buying as the models of the field want it (Fader, Hardie, Lee 2005), in days: `x` repeat events, `t_x` from
    /// the first to the last, `T` from the first to the as-of day. None without an event.
    #[must_use]
    pub fn repeat(&self, customer: usize) -> Option<Repeat> {
        let (first, last) = (self.first_event[customer], self.last_event[customer]);
        (first != NO_DAY).then(|| Repeat { x: self.events[customer] - 1, t_x: last - first, age: self.as_of - first })
    }

    /// `m_x`: what a repeat event brings on average, in minor units; free ones are left out. None without a paid one.
    #[must_use]
    pub fn mean_repeat(&self, customer: usize) -> Option<f64> {
        let paid = self.paid_repeats[customer];
        (paid > 0).then(|| self.repeat_amount[customer] as f64 / f64::from(paid))
    }

    /// Days since the last order above zero. None without one.
    #[must_use]
    pub fn recency(&self, customer: usize) -> Option<Day> {
        let last = self.last_order[customer];
        (last != NO_DAY).then(|| self.as_of - last)
    }

    /// Revenue net of refunds; none for who never paid for an order, be there refunds or free orders.
    #[must_use]
    pub fn revenue(&self) -> Values {
        Values::from_minor(self.orders.iter().zip(&self.net).map(|(orders, net)| (*orders > 0).then_some(*net)))
    }

    /// Revenue less the cost of goods, and less the cost to serve if it is given (one amount a customer). None for who
    /// never paid for an order, and where the cost of any order is unknown: half a margin is not one.
    #[must_use]
    pub fn margin(&self, cost_to_serve: Option<&[i64]>) -> Values {
        Values::from_minor((0..self.customers()).map(|c| {
            let served = cost_to_serve.and_then(|cost| cost.get(c)).copied().unwrap_or(0);
            let margin = i128::from(self.net[c]) - i128::from(self.cost[c]) - i128::from(served);
            (self.orders[c] > 0 && self.without_cost[c] == 0).then(|| money::clamp(margin))
        }))
    }
}

/// Repeat buying of one customer, in days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Repeat {
    /// Events after the first.
    pub x: u32,
    /// From the first event to the last.
    pub t_x: Day,
    /// From the first event to the as-of day.
    pub age: Day,
}
