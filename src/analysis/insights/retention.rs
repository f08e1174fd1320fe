//! Whether customers come back: cohorts over the calendar, and how long the second order takes.

use super::super::cohort::Cohorts;
use super::super::columns::{Day, Orders};
use super::super::history::History;
use super::super::period::Period;
use super::super::survival::Spells;
use super::super::survival::curve::SurvivalCurve;
use super::super::survival::second_order::SecondOrder;

/// Cohorts shown, the newest ones.
pub const MOST_COHORTS: usize = 24;
/// Ages shown, the first period not counted.
pub const MOST_AGES: usize = 12;
/// Points of the curve.
const POINTS: usize = 120;

/// Cohorts, from the earliest shown on, and the share that came back by a day.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Retention {
    /// The first day of each cohort's period.
    pub from: Vec<Day>,
    /// The last day of it.
    pub to: Vec<Day>,
    /// Customers whose first order fell into it.
    pub size: Vec<u32>,
    /// How many ages of each cohort follow, from age 1 on.
    pub ages: Vec<u32>,
    /// Those of them who ordered in each later period, cohort after cohort.
    pub active: Vec<u32>,
    /// By age from 1 on: the share over all cohorts that have it, those not shown too.
    pub weighted: Vec<f64>,
    /// Whether the last period is over; if not, the last number of each cohort will grow.
    pub last_is_over: bool,
    /// Customers who have bought.
    pub customers: u32,
    /// Those who came back at all.
    pub came_back: u32,
    /// Days after the first purchase.
    pub day: Vec<f64>,
    /// The share that has come back by then.
    pub back: Vec<f64>,
    /// Its 95 % interval, lower end.
    pub low: Vec<f64>,
    /// Upper end.
    pub high: Vec<f64>,
    /// Customers who were watched so long without coming back before.
    pub watched: Vec<u32>,
    /// The day by which half have come back; none if it never comes to that.
    pub median: Option<f64>,
}

impl Retention {
    /// Counts what is known on the as-of day. A calendar too long for a table is left out.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: Day, period: Period) -> Self {
        let history = History::new(orders, as_of);
        let mut found = Self::default();
        if let Ok(cohorts) = Cohorts::new(&history, period) {
            found.take_cohorts(&cohorts);
        }
        found.take_second_orders(&history);
        found
    }

    fn take_cohorts(&mut self, cohorts: &Cohorts) {
        let count = cohorts.first.len();
        for cohort in count.saturating_sub(MOST_COHORTS)..count {
            let later = cohorts.of(cohort).iter().skip(1).take(MOST_AGES);
            self.from.push(cohorts.first_day(cohort));
            self.to.push(cohorts.period.first_day(cohorts.first[cohort].saturating_add(1)) - 1);
            self.size.push(cohorts.size[cohort]);
            self.ages.push(later.len() as u32);
            self.active.extend(later);
        }
        self.weighted = cohorts.weighted.iter().skip(1).take(MOST_AGES).copied().collect();
        self.last_is_over = cohorts.last_is_over;
    }

    fn take_second_orders(&mut self, history: &History) {
        let second = SecondOrder::new(history);
        // Days of different purchases differ, and none is after the as-of day.
        let Ok(spells) = Spells::new(&second.days, &second.came_back) else { return };
        let curve = SurvivalCurve::new(spells);
        let longest = curve.time.last().copied().unwrap_or(0.0);
        self.customers = second.customer.len() as u32;
        self.came_back = curve.ended();
        self.median = curve.time_left(0.5);
        let step = (longest / (POINTS - 1) as f64).ceil().max(1.0);
        let points = if longest > 0.0 { (longest / step).ceil() as usize + 1 } else { 0 };
        for point in (0..points).map(|point| (point as f64 * step).min(longest)) {
            let there = curve.at(point, 0.95);
            // Without an interval the last one left has come back: all there is to be known is that it may be anything.
            let (low, high) = there.interval.unwrap_or((0.0, 1.0));
            self.day.push(point);
            self.back.push(1.0 - there.survival);
            self.low.push(1.0 - high);
            self.high.push(1.0 - low);
            self.watched.push(there.at_risk);
        }
    }

    /// Those of a cohort who ordered in each later period.
    #[must_use]
    pub fn of(&self, cohort: usize) -> &[u32] {
        let start: u32 = self.ages[..cohort].iter().sum();
        &self.active[start as usize..(start + self.ages[cohort]) as usize]
    }
}
