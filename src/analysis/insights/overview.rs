//! The few numbers that matter, over the days up to the as-of day, each against as many days before.

use super::super::columns::{Day, NO_DAY, Orders};
use super::super::history::History;
use super::super::period::Period;
use super::super::rhythm::{Rhythm, State};

/// Months in the row of sums.
pub const MONTHS: i32 = 24;

/// What happened in so many days.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: Day,
    /// The last day.
    pub to: Day,
    /// Orders net of refunds, minor units.
    pub revenue: i64,
    /// Orders above zero.
    pub orders: u32,
    /// What those brought, refunds not taken off.
    pub gross: i64,
    /// Customers with such an order.
    pub buyers: u32,
    /// Those whose first order it was.
    pub new: u32,
    /// Customers who were silent for longer than their habits explain at its end.
    pub silent: u32,
    /// Customers with an own rhythm at its end.
    pub rhythmic: u32,
}

/// Both stretches, and months.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Overview {
    /// The days up to the as-of day.
    pub now: Stretch,
    /// As many days before them; all zero where the log does not reach back so far.
    pub before: Stretch,
    /// Whether the log covers the days before as well, so that the two can be compared.
    pub comparable: bool,
    /// Customers who bought before and not now.
    pub gone: u32,
    /// What they brought before.
    pub gone_revenue: i64,
    /// The first day of each month, up to that of the as-of day.
    pub month: Vec<Day>,
    /// Orders net of refunds in each.
    pub month_revenue: Vec<i64>,
    /// Orders above zero in each.
    pub month_orders: Vec<u32>,
}

impl Overview {
    /// Adds up the `days` up to the as-of day, at least one.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: Day, days: Day) -> Self {
        let days = days.max(1);
        let history = History::new(orders, as_of);
        let as_of = history.as_of();
        let (from, earlier) = (as_of - days + 1, as_of - 2 * days + 1);
        let last = Period::Month.of(as_of);
        let first = last - MONTHS + 1;
        let mut found = Self {
            now: Stretch { from, to: as_of, ..Stretch::default() },
            before: Stretch { from: earlier, to: from - 1, ..Stretch::default() },
            month: (first..=last).map(|month| Period::Month.first_day(month)).collect(),
            month_revenue: vec![0; MONTHS as usize],
            month_orders: vec![0; MONTHS as usize],
            ..Self::default()
        };
        let start = Period::Month.first_day(first);
        let mut oldest = NO_DAY;
        for customer in 0..history.customers() {
            let rows = history.rows(customer);
            let (mut bought, mut brought) = ([false; 2], 0i64);
            for row in rows.iter().filter(|row| row.day >= earlier) {
                let stretch = if row.day >= from { &mut found.now } else { &mut found.before };
                stretch.revenue = stretch.revenue.saturating_add(row.amount);
                if row.day < from {
                    brought = brought.saturating_add(row.amount);
                }
                if row.amount > 0 {
                    stretch.orders += 1;
                    stretch.gross = stretch.gross.saturating_add(row.amount);
                    bought[usize::from(row.day >= from)] = true;
                }
            }
            for row in rows.iter().filter(|row| row.day >= start) {
                let month = (Period::Month.of(row.day) - first) as usize;
                found.month_revenue[month] = found.month_revenue[month].saturating_add(row.amount);
                found.month_orders[month] += u32::from(row.amount > 0);
            }
            let firsts = rows.iter().find(|row| row.amount > 0).map(|row| row.day);
            found.before.buyers += u32::from(bought[0]);
            found.now.buyers += u32::from(bought[1]);
            found.now.new += u32::from(firsts.is_some_and(|day| day >= from));
            found.before.new += u32::from(firsts.is_some_and(|day| (earlier..from).contains(&day)));
            if bought[0] && !bought[1] {
                found.gone += 1;
                found.gone_revenue = found.gone_revenue.saturating_add(brought);
            }
            if let Some(day) = rows.first().map(|row| row.day).filter(|day| oldest == NO_DAY || *day < oldest) {
                oldest = day;
            }
        }
        found.comparable = oldest != NO_DAY && oldest <= earlier;
        (found.now.silent, found.now.rhythmic) = silent(&history);
        (found.before.silent, found.before.rhythmic) = silent(&History::new(orders, from - 1));
        found
    }
}

/// Who is silent, among those who have a rhythm.
fn silent(history: &History) -> (u32, u32) {
    let count = |wanted: &dyn Fn(State) -> bool, rhythm: &Rhythm| {
        rhythm.state.iter().filter(|state| wanted(State::from_code(**state))).count() as u32
    };
    let rhythm = Rhythm::new(history);
    (count(&|state| state == State::Silent, &rhythm), count(&|state| state != State::Unknown, &rhythm))
}
