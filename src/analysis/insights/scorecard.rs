//! What a scorecard measures, worked out from the records: over the year up to the as-of day, and over the year before.
//!
//! What the records do not hold is missing, not zero; a share of fewer than five is not told (see [`rates`](crate::analysis::rates)).

use super::super::{
    columns::{Day, NO_DAY, Orders},
    history::History,
    quartiles::quartiles,
    rates::{Rate, Show},
    scorecard::{self, Enough, Measure},
    summary::Summary,
    survey::{
        NO_ANSWER,
        answers::{Answers, Asked},
    },
};
use super::YEAR;
use super::loyalty::Opinion;
use crate::domain::goal::{Goal, Unit, Yardstick};

/// What orders and answers do not say. Columns of contacts have one entry a customer, those of products one a product.
#[derive(Clone, Copy, Debug, Default)]
pub struct Facts<'a> {
    /// The day on which we were last in touch with each customer, up to the as-of day, or no day.
    pub contacted: &'a [Day],
    /// The day on which each product was first sold, or no day.
    pub first_sold: &'a [Day],
    /// What each product brought in the year, minor units.
    pub sold: &'a [i64],
    /// What each product brought in the year before.
    pub sold_before: &'a [i64],
    /// Our promises whose day was in the year: kept on time, and all of them that have come to count.
    pub promises: &'a [u32],
    /// The same of the year before.
    pub promises_before: &'a [u32],
}

/// One entry a yardstick in every column, in the order of [`Yardstick::ALL`]. Money is in minor units, shares from 0 to 1.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measured {
    /// In the year up to the as-of day; NaN for not measured.
    pub now: Vec<f64>,
    /// In the year before.
    pub before: Vec<f64>,
    /// How many cases the number of now rests on: customers, answers, or orders.
    pub cases: Vec<u32>,
}

/// What one year says of a yardstick, and on how many cases it rests.
type Said = (Option<f64>, u32);

impl Measured {
    /// Measures.
    #[must_use]
    pub fn new(orders: &Orders<'_>, answers: &Answers<'_>, facts: &Facts<'_>, as_of: Day) -> Self {
        let as_of = History::new(orders, as_of).as_of();
        let year = |to: Day, contacted: bool, sold: &[i64], promises: &[u32]| {
            let year = Year::new(orders, answers, to);
            let contact = if contacted { facts.contacted } else { &[] };
            Yardstick::ALL.map(|yardstick| match yardstick {
                Yardstick::Promises => reliability(promises),
                _ => year.measure(yardstick, contact, facts.first_sold, sold),
            })
        };
        let now = year(as_of, true, facts.sold, facts.promises);
        let before = year(as_of - YEAR, false, facts.sold_before, facts.promises_before);
        let value = |said: &Said| said.0.unwrap_or(f64::NAN);
        Self {
            now: now.iter().map(value).collect(),
            before: before.iter().map(value).collect(),
            cases: now.iter().map(|said| said.1).collect(),
        }
    }

    /// What was measured in the year; none for not measured.
    #[must_use]
    pub fn now(&self, yardstick: Yardstick) -> Option<f64> {
        self.now.get(yardstick as usize).copied().filter(|value| !value.is_nan())
    }

    /// What was measured in the year before.
    #[must_use]
    pub fn before(&self, yardstick: Yardstick) -> Option<f64> {
        self.before.get(yardstick as usize).copied().filter(|value| !value.is_nan())
    }

    /// Holds what was measured against the targets. `minor` is how many minor units a major one has: targets of money are in major
    /// ones.
    #[must_use]
    pub fn against(&self, goals: &[Goal], minor: f64) -> scorecard::Scorecard {
        let measure = |goal: &Goal| Measure {
            perspective: goal.of.perspective() as u8,
            weight: f64::from(goal.weight),
            baseline: goal.baseline.to_f64(),
            target: goal.target.to_f64(),
            actual: self.now(goal.of).map(|value| in_unit(goal.of, value, minor)),
        };
        scorecard::Scorecard::new(&goals.iter().map(measure).collect::<Vec<_>>(), Enough::default())
    }
}

/// A measured value as targets are written: major units, hundredths, or as it is.
#[must_use]
pub fn in_unit(yardstick: Yardstick, value: f64, minor: f64) -> f64 {
    match yardstick.unit() {
        Unit::Money => value / minor,
        Unit::Percent => 100.0 * value,
        Unit::Points | Unit::Count | Unit::Days => value,
    }
}

/// A year up to a day, and who bought in it and in the one before.
struct Year {
    from: Day,
    to: Day,
    /// What each customer brought in it, refunds taken off.
    net: Vec<i64>,
    /// What each ordered in it.
    gross: Vec<i64>,
    /// What it cost; none for who has orders whose cost nobody wrote down.
    cost: Vec<Option<i64>>,
    /// Purchase days of each in it.
    events: Vec<u32>,
    /// Whether each bought in the year before.
    before: Vec<bool>,
    /// Whether the first purchase of each was in it.
    is_new: Vec<bool>,
    opinion: Opinion,
    /// Whether each was asked anything in it.
    asked: Vec<bool>,
}

impl Year {
    fn new(orders: &Orders<'_>, answers: &Answers<'_>, to: Day) -> Self {
        let from = to - YEAR + 1;
        let history = History::new(orders, to);
        let (end, start) = (Summary::new(orders, &history), Summary::of_orders(orders, from - 1));
        let n = history.customers();
        let within = |c: usize| history.events(c).filter(move |event| event.day >= from).count() as u32;
        let is_before = |day: Day| (from - YEAR..from).contains(&day);
        let latest = [Asked::Recommend, Asked::Satisfied, Asked::Easy].map(|one| answers.latest(n, one, from, to));
        Self {
            from,
            to,
            net: (0..n).map(|c| end.net[c].saturating_sub(start.net[c])).collect(),
            gross: (0..n).map(|c| end.gross[c].saturating_sub(start.gross[c])).collect(),
            cost: (0..n)
                .map(|c| {
                    (end.without_cost[c] == start.without_cost[c]).then(|| end.cost[c].saturating_sub(start.cost[c]))
                })
                .collect(),
            events: (0..n).map(within).collect(),
            before: (0..n).map(|c| history.events(c).any(|event| is_before(event.day))).collect(),
            is_new: (0..n).map(|c| (from..=to).contains(&end.first_event[c])).collect(),
            opinion: Opinion::new(answers, n, from, to),
            asked: (0..n).map(|c| latest.iter().any(|one| one.answer[c] != NO_ANSWER)).collect(),
        }
    }

    fn buyers(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.events.len()).filter(|c| self.events[*c] > 0)
    }

    fn measure(&self, yardstick: Yardstick, contacted: &[Day], first_sold: &[Day], sold: &[i64]) -> Said {
        let buyers = self.buyers().count() as u32;
        let bought = |value: f64| (buyers > 0).then_some(value);
        let revenue = sum(&mut self.net.iter().copied());
        match yardstick {
            Yardstick::Revenue => (bought(revenue), buyers),
            Yardstick::Profit => (self.profit(), buyers),
            Yardstick::Margin => (self.profit().filter(|_| revenue > 0.0).map(|profit| profit / revenue), buyers),
            Yardstick::Largest => {
                let largest = self.net.iter().copied().max().unwrap_or(0) as f64;
                ((revenue > 0.0).then(|| largest / revenue), buyers)
            }
            Yardstick::Recommendation => {
                let found = &self.opinion.promoters;
                (found.score().filter(|_| found.show() != Show::Hidden), found.answers)
            }
            Yardstick::Satisfaction => share(self.opinion.satisfaction.top),
            Yardstick::Kept => {
                share(Rate::of((0..self.before.len()).filter(|c| self.before[*c]).map(|c| self.events[c] > 0)))
            }
            Yardstick::Repeat => share(Rate::of(self.buyers().map(|c| self.events[c] > 1 || !self.is_new[c]))),
            Yardstick::NewCustomers => (bought(self.is_new.iter().filter(|is_new| **is_new).count() as f64), buyers),
            Yardstick::Ease => share(self.opinion.effort.easy),
            Yardstick::Returns => {
                let gross = sum(&mut self.gross.iter().copied());
                ((gross > 0.0).then(|| ((gross - revenue) / gross).max(0.0)), buyers)
            }
            Yardstick::Contact => self.contact(contacted),
            // Not of buyers: promises are counted as they are.
            Yardstick::Promises => (None, 0),
            Yardstick::Listening => share(Rate::of(self.buyers().map(|c| self.asked[c]))),
            Yardstick::NewProducts => {
                let all = sum(&mut sold.iter().copied());
                let is_new = |day: &Day| *day != NO_DAY && (self.from..=self.to).contains(day);
                let fresh = sold.iter().zip(first_sold).filter(|(_, day)| is_new(day));
                let new = sum(&mut fresh.map(|(amount, _)| *amount));
                (
                    (all > 0.0).then(|| (new / all).clamp(0.0, 1.0)),
                    sold.iter().filter(|amount| **amount != 0).count() as u32,
                )
            }
        }
    }

    /// What is left of the revenue; none where a cost of the year is not known.
    fn profit(&self) -> Option<f64> {
        let mut profit = 0.0;
        for (net, cost) in self.net.iter().zip(&self.cost) {
            profit += (net - (*cost)?) as f64;
        }
        (self.buyers().next().is_some()).then_some(profit)
    }

    /// The middle number of days since we were last in touch with who bought in the year; none where fewer than five have one.
    fn contact(&self, contacted: &[Day]) -> Said {
        let days =
            self.buyers().filter_map(|c| contacted.get(c).copied()).filter(|day| *day != NO_DAY && *day <= self.to);
        let mut ago: Vec<Day> = days.map(|day| self.to - day).collect();
        ago.sort_unstable();
        let cases = ago.len() as u32;
        let middle = quartiles(&ago).map(|[_, middle, _]| middle);
        (middle.filter(|_| Show::of(cases) != Show::Hidden), cases)
    }
}

fn reliability(promises: &[u32]) -> Said {
    match promises {
        [on_time, counted] => share(Rate { yes: (*on_time).min(*counted), cases: *counted }),
        _ => (None, 0),
    }
}

fn share(rate: Rate) -> Said {
    (rate.value().filter(|_| rate.show() != Show::Hidden), rate.cases)
}

fn sum(values: &mut dyn Iterator<Item = i64>) -> f64 {
    values.map(i128::from).sum::<i128>() as f64
}
