//! Who moved between two days: from class to class, from segment to segment, by number.

use super::super::abc::{Abc, Cuts};
use super::super::columns::{Day, Orders};
use super::super::rfm::{Rfm, Scale};
use super::super::summary::Summary;
use super::super::values::Values;

/// Those who moved, by number. Codes are those of the classes and segments, 0 being none.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Movement {
    /// The earlier day.
    pub then: Day,
    /// Customers in a better class than then.
    pub up: u32,
    /// Customers in a worse one.
    pub down: u32,
    /// Customers with a class now and none then.
    pub new: u32,
    /// Who changed class or segment, having had one then.
    pub customer: Vec<u32>,
    /// The class then.
    pub class_then: Vec<u8>,
    /// The class now.
    pub class_now: Vec<u8>,
    /// The segment then.
    pub segment_then: Vec<u8>,
    /// The segment now.
    pub segment_now: Vec<u8>,
    /// What they are valued at now, minor units.
    pub value: Vec<i64>,
}

/// Classes, segments and values as of one day.
struct Standing {
    class: Vec<u8>,
    segment: Vec<u8>,
    values: Values,
}

impl Standing {
    fn new(orders: &Orders<'_>, as_of: Day, cuts: Cuts, margin: bool, scale: Scale) -> Self {
        let summary = Summary::of_orders(orders, as_of);
        let values = if margin { summary.margin(None) } else { summary.revenue() };
        let (abc, rfm) = (Abc::new(&values, cuts), Rfm::new(&summary, scale));
        Self { class: abc.class, segment: rfm.segment, values }
    }
}

impl Movement {
    /// Compares the as-of day with the one so many `days` before.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: Day, days: Day, cuts: Cuts, margin: bool, scale: Scale) -> Self {
        let earlier = as_of.saturating_sub(days.max(1));
        let standing = |day| Standing::new(orders, day, cuts, margin, scale);
        let (then, now) = (standing(earlier), standing(as_of));
        let mut found = Self { then: earlier, ..Self::default() };
        for customer in 0..now.class.len() {
            let (before, after) = (then.class[customer], now.class[customer]);
            match (before, after) {
                (0, 0) | (_, 0) => continue,
                (0, _) => found.new += 1,
                // A is 1: the smaller code is the better class.
                (before, after) if after < before => found.up += 1,
                (before, after) if after > before => found.down += 1,
                _ => {}
            }
            let segment_moved = then.segment[customer] != now.segment[customer];
            if before > 0 && (before != after || segment_moved) {
                found.customer.push(customer as u32);
                found.class_then.push(before);
                found.class_now.push(after);
                found.segment_then.push(then.segment[customer]);
                found.segment_now.push(now.segment[customer]);
                found.value.push(now.values.get(customer).unwrap_or(0));
            }
        }
        found
    }
}
