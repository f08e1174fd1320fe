//! RFM: how recently, how often and for how much a customer bought, each as a score against all the others.
//!
//! A score is `1 + floor(k × strictly worse / n)`: equal customers always get equal scores, the sequence of rows never
//! matters, one-time buyers are always 1 in frequency, and it holds for fewer customers than scores. Only customers with
//! an order above zero take part. R counts days since the last such order, F such orders (two on a day are two), M their
//! sum net of refunds.
//!
//! Arthur M. Hughes, "Strategic Database Marketing" (1994), with the rank in place of quantiles, which break under ties.

use thiserror::Error;

use super::columns::NO_DAY;
use super::ranking::{Keyed, ascending, before};
use super::segment::{Segment, segment};
use super::summary::Summary;
use super::values::Values;

/// The number of scores is outside of 2 to 10.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
#[error("a scale has 2 to 10 scores, not {0}")]
pub struct ScaleError(pub u8);

/// How many scores there are: 1 is the worst, [`Scale::top`] the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scale(u8);

impl Default for Scale {
    /// Five.
    fn default() -> Self {
        Self(5)
    }
}

impl Scale {
    /// A scale from 1 to `top`.
    ///
    /// # Errors
    /// Unless `top` is 2 to 10.
    pub fn new(top: u8) -> Result<Self, ScaleError> {
        if (2..=10).contains(&top) { Ok(Self(top)) } else { Err(ScaleError(top)) }
    }

    /// The best score.
    #[must_use]
    pub fn top(self) -> u8 {
        self.0
    }

    /// The score of who has `worse` of `n` customers strictly below.
    #[must_use]
    pub fn score(self, worse: u32, n: u32) -> u8 {
        let part = u64::from(self.0) * u64::from(worse) / u64::from(n.max(1));
        // At most k even for worse = n, which no one inside a ranking has.
        u8::try_from(part + 1).map_or(self.0, |score| score.min(self.0))
    }

    /// How many must stand strictly below for a score above `score`; none if `score` is the best.
    pub(super) fn worse_needed(self, score: u8, n: u32) -> Option<u32> {
        (score < self.0).then(|| {
            let needed = (u64::from(score) * u64::from(n)).div_ceil(u64::from(self.0));
            u32::try_from(needed).expect("score < k, so this is below n")
        })
    }

    /// The score on a scale of five: ends map to ends, the rest in equal steps, rounded (halves up).
    #[must_use]
    pub fn of_five(self, score: u8) -> u8 {
        let steps = self.0 - 1;
        1 + ((score.clamp(1, self.0) - 1) * 8 + steps) / (2 * steps)
    }
}

/// One entry a customer in every column; 0 in a score and in `segment` means that the customer never ordered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rfm {
    /// How many scores there are.
    pub scale: Scale,
    /// How many customers take part.
    pub ranked: u32,
    /// Recency.
    pub r: Vec<u8>,
    /// Frequency.
    pub f: Vec<u8>,
    /// Money.
    pub m: Vec<u8>,
    /// Code of the [`Segment`].
    pub segment: Vec<u8>,
    /// How many ordered strictly longer ago.
    pub r_worse: Vec<u32>,
    /// How many ordered strictly less often.
    pub f_worse: Vec<u32>,
    /// How many brought strictly less.
    pub m_worse: Vec<u32>,
}

impl Rfm {
    /// Scores everybody who ever paid for an order.
    #[must_use]
    pub fn new(summary: &Summary, scale: Scale) -> Self {
        let n = summary.customers();
        let (r, r_worse) = scores(recency_keys(summary), n, scale);
        let (f, f_worse) = scores(frequency_keys(summary), n, scale);
        let (m, m_worse) = scores(money_keys(summary), n, scale);
        let name = |(r, f): (&u8, &u8)| if *r == 0 { 0 } else { segment(*r, *f, scale) as u8 };
        let segment = r.iter().zip(&f).map(name).collect();
        let ranked = r.iter().map(|score| u32::from(*score > 0)).sum();
        Self { scale, ranked, r, f, m, segment, r_worse, f_worse, m_worse }
    }

    /// The segment of one customer.
    #[must_use]
    pub fn segment_of(&self, customer: usize) -> Option<Segment> {
        self.segment.get(customer).and_then(|code| Segment::from_code(*code))
    }
}

/// The later the last order, the higher.
fn recency_keys(summary: &Summary) -> Vec<Keyed> {
    let days = (0u32..).zip(&summary.last_order);
    days.filter(|(_, day)| **day != NO_DAY).map(|(i, day)| (i64::from(*day), i)).collect()
}

fn frequency_keys(summary: &Summary) -> Vec<Keyed> {
    let orders = (0u32..).zip(&summary.orders);
    orders.filter(|(_, orders)| **orders > 0).map(|(i, orders)| (i64::from(*orders), i)).collect()
}

fn money_keys(summary: &Summary) -> Vec<Keyed> {
    let money = (0u32..).zip(&summary.net).zip(&summary.orders);
    money.filter(|(_, orders)| **orders > 0).map(|((i, net), _)| (*net, i)).collect()
}

/// Scores of any kind of number, the higher the better; none gets 0.
#[must_use]
pub fn score_numbers(numbers: &Values, scale: Scale) -> Vec<u8> {
    scores(numbers.known().map(|(i, number)| (number, i)).collect(), numbers.len(), scale).0
}

/// The score of each customer, and how many are strictly worse; 0 for who is not among the rows.
fn scores(rows: Vec<Keyed>, customers: usize, scale: Scale) -> (Vec<u8>, Vec<u32>) {
    let span = |rows: &[Keyed]| {
        let (low, high) = rows.iter().fold((i64::MAX, i64::MIN), |(low, high), row| (low.min(row.0), high.max(row.0)));
        (low, usize::try_from(high.abs_diff(low)).unwrap_or(usize::MAX))
    };
    if let (low, wide) = span(&rows)
        && wide < FEW
    {
        return counted(&rows, customers, scale, (low, wide));
    }
    let (mut scores, mut worse) = (vec![0; customers], vec![0; customers]);
    let sorted = ascending(rows);
    // Customers are numbered in u32.
    let n = u32::try_from(sorted.len()).unwrap_or(u32::MAX);
    let mut score = 1;
    let mut needed = scale.worse_needed(score, n);
    for (customer, below) in before(&sorted) {
        while needed.is_some_and(|needed| below >= needed) {
            score += 1;
            needed = scale.worse_needed(score, n);
        }
        worse[customer as usize] = below;
        scores[customer as usize] = score;
    }
    (scores, worse)
}
/// Days and counts lie this near to each other; money does not.
const FEW: usize = 1 << 14;

/// The same where numbers lie near to each other: counted instead of sorted.
fn counted(rows: &[Keyed], customers: usize, scale: Scale, (low, wide): (i64, usize)) -> (Vec<u8>, Vec<u32>) {
    let (mut scores, mut worse) = (vec![0; customers], vec![0; customers]);
    let place = |number: i64| number.abs_diff(low) as usize;
    let mut below = vec![0u32; wide + 1];
    rows.iter().for_each(|row| below[place(row.0)] += 1);
    let mut sum = 0;
    below.iter_mut().for_each(|count| sum += std::mem::replace(count, sum));
    let score: Vec<u8> = below.iter().map(|worse| scale.score(*worse, sum)).collect();
    for (number, customer) in rows {
        scores[*customer as usize] = score[place(*number)];
        worse[*customer as usize] = below[place(*number)];
    }
    (scores, worse)
}
