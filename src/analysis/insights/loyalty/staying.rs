//! How loyal customers are by what they do, never by what they say: how often they came back, and how likely they still come.
//!
//! Loyalty is 100 × x / (x + 1) × the chance that they are still there, x being the days on which they bought again. The chance is the
//! model's where the ground and the backtest allow it; elsewhere it is 1 up to the customer's own patience, and falls with the
//! silence beyond: half after twice that long.

use crate::analysis::{
    columns::{Day, Orders},
    history::History,
    insights::outlook::Outlook,
    ladder::Rung,
    quartiles::quartiles,
    rhythm::{GAPS_NEEDED, Rhythm},
};

/// How long somebody without a rhythm is waited for where nobody ever came back, in days.
const NO_GAPS: f64 = 365.0;

/// One entry a customer in every column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Staying {
    /// Loyalty from 0 to 100; NaN for who never bought, and for who bought once so lately that nothing can be said.
    pub loyalty: Vec<f64>,
    /// The chance that they still come, from 0 to 1; NaN for who never bought.
    pub still: Vec<f64>,
    /// Days on which they bought again.
    pub repeats: Vec<u32>,
    /// Whether the chance is the model's.
    pub by_chance: bool,
    /// Whether it may be told as a number: else as a word.
    pub numbers: bool,
}

impl Staying {
    /// Looks at what everybody did up to the as-of day.
    #[must_use]
    pub fn new(orders: &Orders<'_>, history: &History) -> Self {
        let Outlook { forecast, standing, .. } = Outlook::new(orders, history.as_of());
        let (rhythm, common) = (Rhythm::new(history), common_patience(history));
        let n = history.customers();
        let mut found = Self {
            loyalty: vec![f64::NAN; n],
            still: vec![f64::NAN; n],
            repeats: rhythm.gaps.clone(),
            by_chance: !forecast.alive.is_empty(),
            numbers: !forecast.alive.is_empty() && standing.rung == Rung::Numbers,
        };
        for customer in (0..n).filter(|customer| rhythm.silent[*customer] >= 0) {
            found.still[customer] = patience_left(&rhythm, customer, history.as_of(), common);
        }
        for (customer, alive) in forecast.customer.iter().zip(&forecast.alive) {
            found.still[*customer as usize] = *alive;
        }
        for customer in 0..n {
            let (x, silent) = (f64::from(found.repeats[customer]), f64::from(rhythm.silent[customer]));
            // Who came for the first time has not had the time to come back.
            let is_new = found.repeats[customer] == 0 && silent <= common;
            if !is_new {
                found.loyalty[customer] = 100.0 * x / (x + 1.0) * found.still[customer];
            }
        }
        found
    }
}

/// How long people stay away who come back: Tukey's fence over the gaps of all, at least twice the median.
fn common_patience(history: &History) -> f64 {
    let mut gaps: Vec<Day> = Vec::new();
    for customer in 0..history.customers() {
        let mut last = None;
        for event in history.events(customer) {
            gaps.extend(last.map(|last| event.day - last));
            last = Some(event.day);
        }
    }
    gaps.sort_unstable();
    quartiles(&gaps).map_or(NO_GAPS, |[low, middle, high]| (high + 1.5 * (high - low)).max(2.0 * middle))
}

/// 1 within the patience, and its share of the silence beyond.
fn patience_left(rhythm: &Rhythm, customer: usize, as_of: Day, common: f64) -> f64 {
    let silent = rhythm.silent[customer];
    let patience = if rhythm.gaps[customer] >= GAPS_NEEDED {
        f64::from(rhythm.patience_end[customer]) - f64::from(as_of - silent)
    } else {
        common
    };
    if f64::from(silent) <= patience { 1.0 } else { patience / f64::from(silent) }
}
