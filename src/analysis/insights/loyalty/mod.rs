//! Satisfaction and loyalty: what customers say, what they do, and what the one has to do with the other.
//!
//! Two axes that are never averaged. Who was not asked stands nowhere.

mod opinion;
mod staying;

pub use opinion::{EASY, Opinion, SATISFIED};
pub use staying::Staying;

use super::super::{
    columns::{Day, Orders},
    history::History,
    rates::Rate,
    summary::Summary,
    survey::{
        NO_ANSWER, Scale,
        answers::{Answers, Asked, Latest},
        quadrants::{self, Cuts, Quadrant},
        returning,
    },
};
use super::YEAR;

/// Within so many days after an answer somebody comes back or does not.
pub const RETURN: Day = 180;
/// Below this chance that they still come, customers count as leaving.
pub const HALF: f64 = 0.5;
/// The lowest recommendation of those who think well of us.
pub const RECOMMENDS: u8 = 9;

/// The answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Loyalty {
    /// What was said in the year up to the as-of day.
    pub now: Opinion,
    /// What was said in the year before.
    pub before: Opinion,
    /// Customers who have bought.
    pub buyers: u32,
    /// Those of them who ever said how satisfied they are.
    pub asked: u32,
    /// Whether the chance that somebody still comes is the model's; else it is by the own rhythm.
    pub by_chance: bool,
    /// Whether that chance may be told as a number: else as a word.
    pub numbers: bool,
    /// Customers who were ever asked for satisfaction or recommendation, ascending. One entry in each column below.
    pub customer: Vec<u32>,
    /// The latest satisfaction from 1 to 5, or [`NO_ANSWER`].
    pub satisfied: Vec<u8>,
    /// When that was said, or no day.
    pub day: Vec<Day>,
    /// The latest recommendation from 0 to 10, or [`NO_ANSWER`].
    pub recommends: Vec<u8>,
    /// Loyalty by what they do, from 0 to 100; NaN where nothing can be said.
    pub loyalty: Vec<f64>,
    /// The chance that they still come; NaN where nothing can be said.
    pub still: Vec<f64>,
    /// Days on which they bought again.
    pub repeats: Vec<u32>,
    /// What they brought, minor units.
    pub net: Vec<i64>,
    /// Customers who came back within [`RETURN`] days, at each level of satisfaction from 1 to 5.
    pub came_back: Vec<u32>,
    /// Customers of that level of whom that is known.
    pub levels: Vec<u32>,
    /// Rank correlation of satisfaction and coming back; none where either never varies.
    pub correlation: Option<f64>,
}

impl Loyalty {
    /// Looks at what was said and done up to the as-of day.
    #[must_use]
    pub fn new(orders: &Orders<'_>, answers: &Answers<'_>, as_of: Day) -> Self {
        let history = History::new(orders, as_of);
        let (n, as_of) = (history.customers(), history.as_of());
        let (start, ever) = (as_of - YEAR + 1, Day::MIN + 1);
        let satisfied = answers.latest(n, Asked::Satisfied, ever, as_of);
        let recommends = answers.latest(n, Asked::Recommend, ever, as_of);
        let (staying, summary) = (Staying::new(orders, &history), Summary::new(orders, &history));
        let has_bought = |customer: usize| summary.events[customer] > 0;
        let rows: Vec<usize> =
            (0..n).filter(|c| satisfied.answer[*c] != NO_ANSWER || recommends.answer[*c] != NO_ANSWER).collect();
        // Whoever answered lately may still come back: that is not known yet.
        let early = answers.latest(n, Asked::Satisfied, ever, as_of - RETURN);
        let returned = returned(&history, &early);
        let levels = returning::by_level(&early.answer, &returned, Scale::SATISFIED)
            .expect("answers outside of the scale were left out");
        Self {
            now: Opinion::new(answers, n, start, as_of),
            before: Opinion::new(answers, n, start - YEAR, start - 1),
            buyers: (0..n).filter(|c| has_bought(*c)).count() as u32,
            asked: (0..n).filter(|c| has_bought(*c) && satisfied.answer[*c] != NO_ANSWER).count() as u32,
            by_chance: staying.by_chance,
            numbers: staying.numbers,
            satisfied: rows.iter().map(|c| satisfied.answer[*c]).collect(),
            day: rows.iter().map(|c| satisfied.day[*c]).collect(),
            recommends: rows.iter().map(|c| recommends.answer[*c]).collect(),
            loyalty: rows.iter().map(|c| staying.loyalty[*c]).collect(),
            still: rows.iter().map(|c| staying.still[*c]).collect(),
            repeats: rows.iter().map(|c| staying.repeats[*c]).collect(),
            net: rows.iter().map(|c| summary.net[*c]).collect(),
            customer: rows.iter().map(|c| *c as u32).collect(),
            came_back: levels.iter().map(|rate| rate.yes).collect(),
            levels: levels.iter().map(|rate| rate.cases).collect(),
            correlation: returning::correlation(&early.answer, &returned),
        }
    }

    /// Code of the [`Quadrant`] of each row, 0 for none.
    #[must_use]
    pub fn quadrants(&self, cuts: Cuts) -> Vec<u8> {
        quadrants::jones_sasser(&self.satisfied, &self.loyalty, cuts)
    }

    /// The quadrant of one customer; none where they were not asked, or nothing can be said of their loyalty.
    #[must_use]
    pub fn quadrant(&self, customer: u32, cuts: Cuts) -> Option<Quadrant> {
        let row = self.customer.binary_search(&customer).ok()?;
        let code = quadrants::jones_sasser(&[self.satisfied[row]], &[self.loyalty[row]], cuts)[0];
        Quadrant::ALL.into_iter().find(|quadrant| *quadrant as u8 == code)
    }

    /// Code of the [`quadrants::Loyalty`] of each row: what they would recommend against what they do. 0 for none.
    #[must_use]
    pub fn attitudes(&self, cuts: Cuts) -> Vec<u8> {
        let does = |loyalty: &f64| if loyalty.is_nan() { NO_ANSWER } else { u8::from(*loyalty >= cuts.loyal) };
        let does: Vec<u8> = self.loyalty.iter().map(does).collect();
        quadrants::dick_basu(&self.recommends, &does, RECOMMENDS)
    }

    /// The rate at which customers of each level of satisfaction came back.
    pub fn return_rates(&self) -> impl Iterator<Item = Rate> + '_ {
        self.came_back.iter().zip(&self.levels).map(|(yes, cases)| Rate { yes: *yes, cases: *cases })
    }

    /// Rows of satisfied customers who seem to be leaving, those who brought most first.
    #[must_use]
    pub fn leaving(&self, cuts: Cuts) -> Vec<usize> {
        let is_new = |row: usize| self.loyalty[row].is_nan();
        self.by_value(|row| self.satisfied[row] >= cuts.satisfied && !is_new(row) && self.still[row] < HALF)
    }

    /// Rows of dissatisfied customers who keep coming, those who brought most first.
    #[must_use]
    pub fn held(&self, cuts: Cuts) -> Vec<usize> {
        self.by_value(|row| self.satisfied[row] < cuts.satisfied && self.repeats[row] > 0 && self.still[row] >= HALF)
    }

    fn by_value(&self, is_meant: impl Fn(usize) -> bool) -> Vec<usize> {
        let said = |row: &usize| self.satisfied[*row] != NO_ANSWER;
        let mut rows: Vec<usize> = (0..self.customer.len()).filter(said).filter(|row| is_meant(*row)).collect();
        rows.sort_by_key(|row| (std::cmp::Reverse(self.net[*row]), self.customer[*row]));
        rows
    }
}

/// 1 for who bought within [`RETURN`] days after the day of the answer, 0 for who did not, [`NO_ANSWER`] for who was not asked.
fn returned(history: &History, latest: &Latest) -> Vec<u8> {
    let bought = |(customer, day): (usize, &Day)| {
        if latest.answer[customer] == NO_ANSWER {
            return NO_ANSWER;
        }
        u8::from(history.events(customer).any(|event| event.day > *day && event.day <= *day + RETURN))
    };
    latest.day.iter().enumerate().map(bought).collect()
}
