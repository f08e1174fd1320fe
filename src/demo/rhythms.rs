//! When a customer buys, and how much each time.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use super::{dice::Dice, places::Country, scene::Scene, trades::Trade};

/// How a customer buys over the years.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rhythm {
    /// Again and again, at even distances.
    Steady,
    /// More and more.
    Growing,
    /// Less and less.
    Shrinking,
    /// For the feasts.
    Seasonal,
    /// Steady for long, then no more.
    Silent,
    /// Now and then.
    Rare,
    /// Once.
    Once,
    /// Since a few weeks.
    New,
}

/// One time at which a customer buys.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Visit {
    pub day: NaiveDate,
    /// For about so many cents of a euro.
    pub cents: i64,
}

impl Rhythm {
    /// How the customer of a rank buys. Of the largest ones every story is told, whatever the dice say.
    pub fn of(rank: u32, customers: u32, dice: &mut Dice) -> Self {
        let by_chance = match u64::from(rank) * 100 / u64::from(customers) {
            ..30 => dice.weighed(&[
                (46, Self::Steady),
                (15, Self::Growing),
                (13, Self::Shrinking),
                (12, Self::Silent),
                (14, Self::Seasonal),
            ]),
            30..65 => dice.weighed(&[
                (28, Self::Steady),
                (24, Self::Rare),
                (17, Self::Seasonal),
                (8, Self::Growing),
                (7, Self::Shrinking),
                (12, Self::Silent),
                (4, Self::New),
            ]),
            _ => dice.weighed(&[
                (40, Self::Once),
                (32, Self::Rare),
                (10, Self::Seasonal),
                (9, Self::Silent),
                (9, Self::New),
            ]),
        };
        match rank {
            0 | 4 => Self::Steady,
            1 => Self::Growing,
            2 => Self::Silent,
            3 => Self::Shrinking,
            5 => Self::Seasonal,
            _ => by_chance,
        }
    }

    /// Every time a customer of that rhythm buys who brings so many cents in all, by day.
    pub fn visits(self, trade: Trade, cents: i64, scene: &Scene, dice: &mut Dice) -> Vec<Visit> {
        let wanted = cents / dice.about(trade.basket(), 30).max(1);
        let count = match self {
            Self::Once => 1,
            Self::New => wanted.clamp(1, 3),
            Self::Rare | Self::Seasonal => wanted.clamp(2, 40),
            Self::Steady | Self::Growing | Self::Shrinking | Self::Silent => wanted.clamp(3, 150),
        };
        let shares: Vec<i64> = (0..count).map(|place| dice.about(self.share(place, count), 15)).collect();
        let all: i64 = shares.iter().sum();
        let mut days: Vec<NaiveDate> = self.days(count, scene, dice);
        if trade.is_firm() {
            days.iter_mut().for_each(|day| *day = working_day(*day, scene.first));
        }
        // The newest first, as the shares are.
        days.sort_unstable_by(|one, other| other.cmp(one));
        let visit = |(day, share): (NaiveDate, i64)| Visit { day, cents: cents * share / all };
        days.into_iter().zip(shares).map(visit).rev().collect()
    }

    /// What one time is against the others, in hundredths; the latest time is at place 0.
    fn share(self, place: i64, count: i64) -> i64 {
        match self {
            Self::Growing => 160 - 110 * place / count,
            Self::Shrinking => 45 + 110 * place / count,
            _ => 100,
        }
    }

    /// The days, the latest first or in no order.
    fn days(self, count: i64, scene: &Scene, dice: &mut Dice) -> Vec<NaiveDate> {
        let since = match self {
            Self::New => dice.between(8, 45),
            Self::Once => dice.between(20, 1_090),
            Self::Rare => dice.between(300, 1_090),
            _ => dice.between(560, 1_090),
        };
        let gap = since / count;
        // How long ago the latest one is.
        let latest = match self {
            Self::Silent => (gap * 4 + dice.between(60, 260)).min(since * 7 / 10),
            Self::Shrinking => dice.between(gap / 2, gap * 5 / 4),
            _ => dice.between(1, gap.clamp(1, 40)),
        };
        let span = (since - latest).max(1);
        match self {
            Self::Seasonal => seasonal_days(count, scene, dice),
            Self::Rare | Self::New => (0..count).map(|_| scene.ago(dice.between(latest, since))).collect(),
            _ => {
                let mut day = |place: i64| {
                    let within = match self {
                        // Distances that grow, or shrink, to thrice the smallest one.
                        Self::Growing => span * place * (place + count) / (2 * count * count),
                        Self::Shrinking => {
                            let rest = count - place;
                            span - span * rest * (rest + count) / (2 * count * count)
                        }
                        _ => span * place / count,
                    };
                    scene.ago(latest + within + dice.between(-gap / 7, gap / 7))
                };
                (0..count).map(&mut day).collect()
            }
        }
    }
}

/// Days around the feasts at which presents are made, and a few others.
fn seasonal_days(count: i64, scene: &Scene, dice: &mut Dice) -> Vec<NaiveDate> {
    let days: Vec<NaiveDate> = scene.first.iter_days().take_while(|day| *day < scene.today).collect();
    let season: Vec<NaiveDate> = days.iter().copied().filter(|day| is_season(scene.country, *day)).collect();
    let mut day = |_| {
        let from = if dice.percent(88) { &season } else { &days };
        *dice.pick(from)
    };
    (0..count).map(&mut day).collect()
}

/// Whether presents are bought: before Christmas; before the Lunar New Year and the Mid-Autumn Festival.
pub fn is_season(country: Country, day: NaiveDate) -> bool {
    match country {
        Country::Ireland | Country::Kingdom | Country::States => matches!(day.month(), 11 | 12),
        Country::Taiwan | Country::China => matches!(day.month(), 1 | 9),
    }
}

fn working_day(day: NaiveDate, first: NaiveDate) -> NaiveDate {
    let back = match day.weekday() {
        Weekday::Sat => 1,
        Weekday::Sun => 2,
        _ => 0,
    };
    (day - Days::new(back)).max(first)
}
