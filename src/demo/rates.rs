//! What the second currency was worth, quarter by quarter. It depends on the two currencies and the quarter alone, so that the
//! rates of a demo are known again later, whatever its seed was.

use chrono::{Datelike, NaiveDate};

use crate::domain::{decimal::Decimal, money::Currency, settings::Rate};

use super::{prices::hundred_euros, scene::Scene};

/// The rates of the demo's years.
pub fn of(scene: &Scene) -> Vec<Rate> {
    let mut quarter = start_of_quarter(scene.first);
    let mut rates = Vec::new();
    while quarter < scene.today {
        rates.extend(rate(scene.currency, scene.second, quarter));
        quarter = start_of_quarter(quarter + chrono::Days::new(100));
    }
    rates
}

/// Whether a rate came with a demo in that currency.
pub fn is_rate(base: Currency, rate: &Rate) -> bool {
    rate.currency == super::second_currency(base) && self::rate(base, rate.currency, rate.from).as_ref() == Some(rate)
}

fn start_of_quarter(day: NaiveDate) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), day.month0() / 3 * 3 + 1, 1).expect("the first of a month")
}

/// Swings up to three hundredths around what it is worth, slowly. `None` within a quarter, and where it would be nothing.
fn rate(base: Currency, second: Currency, quarter: NaiveDate) -> Option<Rate> {
    const SWING: [i64; 12] = [0, 9, 17, 24, 29, 22, 11, -3, -14, -25, -28, -12];
    if quarter != start_of_quarter(quarter) {
        return None;
    }
    let place = (i64::from(quarter.year()) * 4 + i64::from(quarter.month0() / 3)).rem_euclid(12);
    let units = Decimal::SCALE * hundred_euros(base) / hundred_euros(second);
    let rate = Decimal::from_units(units * (1_000 + SWING[place as usize]) / 1_000);
    (rate.units() > 0).then_some(Rate { currency: second, from: quarter, rate })
}
