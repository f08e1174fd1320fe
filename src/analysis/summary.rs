//! What is known of each customer before any question is asked: counts, first and last day, money.

use super::columns::{Day, FURTHEST_DAY, NO_DAY, Orders};
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

    /// The same without a history, for who needs none: one pass over the orders while everybody's rows come in the sequence of their days, as
    /// in a log; other rows are put in order first.
    #[must_use]
    pub fn of_orders(orders: &Orders<'_>, as_of: Day) -> Self {
        Self::of_log(orders, as_of.clamp(-FURTHEST_DAY, FURTHEST_DAY))
            .unwrap_or_else(|| Self::new(orders, &History::new(orders, as_of)))
    }

    /// `None` if a row comes after a later one of the same customer, or a sum needs more than 64 bits.
    fn of_log(orders: &Orders<'_>, as_of: Day) -> Option<Self> {
        let mut tallies = vec![Tally::EMPTY; orders.customers()];
        for (customer, day, amount) in orders.until(as_of) {
            tallies[customer].take(day, amount)?;
        }
        let mut summary = Self::with_room(tallies.len(), as_of);
        for tally in &tallies {
            summary.orders.push(tally.orders);
            summary.free_orders.push(tally.free);
            summary.refunds.push(tally.refunds);
            summary.gross.push(money::clamp(tally.gross.into()));
            summary.refunded.push(money::clamp(tally.refunded.into()));
            summary.net.push(money::clamp(i128::from(tally.gross) + i128::from(tally.refunded)));
            summary.last_order.push(tally.last_order);
            summary.events.push(tally.events);
            summary.first_event.push(tally.first);
            summary.last_event.push(tally.last);
            summary.repeat_amount.push(money::clamp(tally.repeat.into()));
            summary.paid_repeats.push(tally.paid_repeats);
        }
        summary.add_costs(orders);
        Some(summary)
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

    /// Revenue of one customer less the known cost of goods; none as in [`Summary::margin`], and for a number that nobody has.
    #[must_use]
    pub fn margin_of(&self, customer: usize) -> Option<i64> {
        let known = *self.orders.get(customer)? > 0 && self.without_cost[customer] == 0;
        known.then(|| self.net[customer].saturating_sub(self.cost[customer]))
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

/// What one customer's rows come to so far.
#[derive(Clone, Copy)]
struct Tally {
    orders: u32,
    free: u32,
    refunds: u32,
    events: u32,
    gross: i64,
    refunded: i64,
    repeat: i64,
    first: Day,
    last: Day,
    last_order: Day,
    paid_repeats: u32,
    /// Whether the event of the last day has brought money.
    paid: bool,
}

impl Tally {
    const EMPTY: Self = Self {
        orders: 0,
        free: 0,
        refunds: 0,
        events: 0,
        gross: 0,
        refunded: 0,
        repeat: 0,
        first: NO_DAY,
        last: NO_DAY,
        last_order: NO_DAY,
        paid_repeats: 0,
        paid: false,
    };

    /// Refunds may come in any sequence.
    fn take(&mut self, day: Day, amount: i64) -> Option<()> {
        if amount < 0 {
            self.refunds += 1;
            self.refunded = self.refunded.checked_add(amount)?;
            return Some(());
        }
        if day > self.last {
            self.first = if self.events == 0 { day } else { self.first };
            self.events += 1;
            self.last = day;
            self.paid = false;
        } else if day < self.last {
            return None;
        }
        if amount == 0 {
            self.free += 1;
            return Some(());
        }
        self.orders += 1;
        self.last_order = day;
        self.gross = self.gross.checked_add(amount)?;
        if self.events > 1 {
            // Not more than the gross.
            self.repeat += amount;
            self.paid_repeats += u32::from(!self.paid);
            self.paid = true;
        }
        Some(())
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
