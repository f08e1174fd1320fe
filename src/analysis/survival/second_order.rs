//! How long customers take to come back for the first time: one minus this survival curve is the share who came back.

use crate::analysis::columns::NO_DAY;
use crate::analysis::history::History;

/// Days from the first purchase day to the second, or to the as-of day where there is none yet. One entry a customer who bought.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SecondOrder {
    /// The customer.
    pub customer: Vec<u32>,
    /// Days.
    pub days: Vec<f64>,
    /// 1 for came back, 0 for not yet.
    pub came_back: Vec<u8>,
}

impl SecondOrder {
    /// From the purchase days of everybody.
    #[must_use]
    pub fn new(history: &History) -> Self {
        let mut found = Self::default();
        for (number, customer) in (0u32..).zip(0..history.customers()) {
            let mut days = history.events(customer).map(|event| event.day);
            let first = days.next().unwrap_or(NO_DAY);
            if first == NO_DAY {
                continue;
            }
            let second = days.next();
            found.customer.push(number);
            found.days.push(f64::from(second.unwrap_or(history.as_of()) - first));
            found.came_back.push(u8::from(second.is_some()));
        }
        found
    }
}
