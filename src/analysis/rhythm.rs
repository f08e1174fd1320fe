//! Recency against the customer's own rhythm: somebody who orders every three weeks is late long before somebody who
//! orders twice a year.
//!
//! A gap is the days between two purchase events. From three gaps on the middle half of a customer's own gaps (first to
//! third quartile) is the window in which the next order is due. Past it the customer is late, and silent past
//! the longer of Tukey's fence for outliers, third quartile + 1.5 × interquartile range ("Exploratory Data
//! Analysis", 1977), and twice the usual gap, so that a customer regular to the day is not given up a day later.

use super::columns::{Day, FURTHEST_DAY, NO_DAY};
use super::history::History;
use super::quartiles::quartiles;

/// Gaps needed before there is a rhythm.
pub const GAPS_NEEDED: u32 = 3;

/// Where a customer stands in the own rhythm. The number is its code in [`Rhythm::state`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum State {
    /// Fewer than [`GAPS_NEEDED`] gaps: nothing can be said.
    Unknown = 0,
    /// The next order is not due yet.
    OnTime = 1,
    /// Within the window in which half of the own gaps ended.
    Due = 2,
    /// Past the window.
    Late = 3,
    /// Silent for longer than this customer's habits explain.
    Silent = 4,
}

impl State {
    /// In order of code.
    pub const ALL: [Self; 5] = [Self::Unknown, Self::OnTime, Self::Due, Self::Late, Self::Silent];

    /// The state of a code in a column; `Unknown` for unknown codes.
    #[must_use]
    pub fn from_code(code: u8) -> Self {
        Self::ALL.into_iter().find(|state| *state as u8 == code).unwrap_or(Self::Unknown)
    }
}

/// One entry a customer in every column. Where `state` is `Unknown`, `usual`, `window_*`, `expected` and `ratio` say nothing:
/// 0 or [`NO_DAY`]; [`Rhythm::usual`] gives them together or not at all.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rhythm {
    /// Code of the [`State`].
    pub state: Vec<u8>,
    /// How many gaps there are: one less than purchase events.
    pub gaps: Vec<u32>,
    /// Days since the last purchase event, -1 without one.
    pub silent: Vec<Day>,
    /// The longest gap in days, 0 without one.
    pub longest: Vec<Day>,
    /// The median gap in days: whole or half ones.
    pub usual: Vec<f64>,
    /// `silent` in usual gaps.
    pub ratio: Vec<f64>,
    /// The first day on which the next order is due.
    pub window_start: Vec<Day>,
    /// The last day on which it is due.
    pub window_end: Vec<Day>,
    /// The day after which the customer counts as silent.
    pub patience_end: Vec<Day>,
    /// The last event plus the usual gap; half days count up.
    pub expected: Vec<Day>,
}

/// The rhythm of one customer, where there is one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usual {
    /// Where the customer stands.
    pub state: State,
    /// The median gap in days.
    pub gap: f64,
    /// Days since the last event.
    pub silent: Day,
    /// `silent` in usual gaps.
    pub ratio: f64,
    /// When the next order is expected.
    pub expected: Day,
    /// First and last day on which it is due.
    pub window: (Day, Day),
}

impl Rhythm {
    /// Measures everybody's gaps.
    #[must_use]
    pub fn new(history: &History) -> Self {
        let n = history.customers();
        let mut rhythm = Self {
            state: vec![State::Unknown as u8; n],
            gaps: vec![0; n],
            silent: vec![-1; n],
            longest: vec![0; n],
            usual: vec![0.0; n],
            ratio: vec![0.0; n],
            window_start: vec![NO_DAY; n],
            window_end: vec![NO_DAY; n],
            patience_end: vec![NO_DAY; n],
            expected: vec![NO_DAY; n],
        };
        let mut gaps = Vec::new();
        for customer in 0..n {
            gaps.clear();
            let mut last = None;
            for event in history.events(customer) {
                if let Some(last) = last {
                    gaps.push(event.day - last);
                }
                last = Some(event.day);
            }
            if let Some(last) = last {
                gaps.sort_unstable();
                rhythm.fill(customer, &gaps, last, history.as_of());
            }
        }
        rhythm
    }

    fn fill(&mut self, customer: usize, gaps: &[Day], last: Day, as_of: Day) {
        let count = u32::try_from(gaps.len()).unwrap_or(u32::MAX);
        let silent = as_of - last;
        self.gaps[customer] = count;
        self.silent[customer] = silent;
        self.longest[customer] = gaps.last().copied().unwrap_or(0);
        let Some([early, usual, late]) = quartiles(gaps).filter(|_| count >= GAPS_NEEDED) else { return };
        let patience = (late + 1.5 * (late - early)).max(2.0 * usual);
        // Whole days on which a statement about quarters of days holds: due from the first day not before `early` on.
        let start = day_after(last, early.ceil());
        let end = day_after(last, late.floor());
        let patience_end = day_after(last, patience.floor());
        let state = match as_of {
            day if day < start => State::OnTime,
            day if day <= end => State::Due,
            day if day <= patience_end => State::Late,
            _ => State::Silent,
        };
        self.state[customer] = state as u8;
        self.usual[customer] = usual;
        // Two events never share a day, so a gap is at least one.
        self.ratio[customer] = f64::from(silent) / usual;
        self.window_start[customer] = start;
        self.window_end[customer] = end;
        self.patience_end[customer] = patience_end;
        self.expected[customer] = day_after(last, usual.round());
    }

    /// The rhythm of one customer; none while there are too few gaps.
    #[must_use]
    pub fn usual(&self, customer: usize) -> Option<Usual> {
        let state = State::from_code(*self.state.get(customer)?);
        (state != State::Unknown).then(|| Usual {
            state,
            gap: self.usual[customer],
            silent: self.silent[customer],
            ratio: self.ratio[customer],
            expected: self.expected[customer],
            window: (self.window_start[customer], self.window_end[customer]),
        })
    }
}

/// Days go up to ten times the furthest accepted one here: still far from the end of the type.
fn day_after(day: Day, days: f64) -> Day {
    let far = f64::from(FURTHEST_DAY) * 10.0;
    (f64::from(day) + days).min(far) as Day
}
