//! From a summary to what the models take: the customers who had bought by the as-of day, in days.

use super::super::summary::Summary;
use super::repeats::Repeats;

/// One entry a customer who has bought; `customer` says which.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Numbers of the customers, ascending. Who has not bought yet is not among them.
    pub customer: Vec<u32>,
    /// Repeat purchase days.
    pub x: Vec<u32>,
    /// Days from the first to the last.
    pub t_x: Vec<f64>,
    /// Days from the first to the as-of day.
    pub age: Vec<f64>,
    /// Mean amount of the paid repeat days, minor units; 0 without any.
    pub m_x: Vec<f64>,
    /// The same, checked and grouped.
    pub repeats: Repeats,
}

impl Known {
    /// Takes everybody with a purchase event.
    #[must_use]
    pub fn new(summary: &Summary) -> Self {
        let mut known = Self::default();
        for (number, c) in (0u32..).zip(0..summary.customers()) {
            let Some(repeat) = summary.repeat(c) else { continue };
            known.customer.push(number);
            known.x.push(repeat.x);
            known.t_x.push(f64::from(repeat.t_x));
            known.age.push(f64::from(repeat.age));
            known.m_x.push(summary.mean_repeat(c).unwrap_or(0.0));
        }
        // Events are different days, none after the as-of day: what a summary says is possible.
        known.repeats = Repeats::new(&known.x, &known.t_x, &known.age).unwrap_or_default();
        known
    }
}
