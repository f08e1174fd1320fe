//! What would move one customer up, everybody else staying as they are.

use super::abc::{Abc, Class};
use super::concentration::running;
use super::cuts::Cuts;
use super::rfm::Scale;
use super::values::Values;

/// The least value, above the present one, with a better class, and that class. None for A and for who has no class.
///
/// The customer's rise lifts the total as well, so the answer is searched for: the higher the value, the fewer stand
/// before it and the more is in total, hence the class never falls again.
pub fn value_of_better_class(abc: &Abc, values: &Values, cuts: Cuts, customer: usize) -> Option<(i64, Class)> {
    let own = values.get(customer)?;
    let present = abc.class_of(customer).filter(|class| *class != Class::A)?;
    let ranked: Vec<i64> = abc.order.iter().map(|i| values.column()[*i as usize]).collect();
    let held = running(&ranked);
    let others = held[ranked.partition_point(|v| *v > 0)] - i128::from(own.max(0));
    let class = |value: i64| {
        // Whoever stands before `value` stands before the customer's own, lower one too: the customer is never among them.
        let before = held[ranked.partition_point(|v| *v > value)];
        cuts.of(others + i128::from(value)).class(before)
    };
    let (mut low, mut high) = (own.max(0), ranked.first().copied().unwrap_or(0).max(1));
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if class(middle) < present {
            high = middle;
        } else {
            low = middle;
        }
    }
    Some((high, class(high)))
}

/// The least number, above the present one, with a better score. None for the best score, and where there are too few
/// customers to get beyond it. `numbers` are those of everybody who takes part, the customer included.
pub fn number_of_better_score(mut numbers: Vec<i64>, score: u8, scale: Scale) -> Option<i64> {
    let n = u32::try_from(numbers.len()).ok()?;
    let needed = scale.worse_needed(score, n)? as usize;
    if needed >= numbers.len() {
        return None;
    }
    // Sorted, the customer stands before place `needed`; so without the customer the number at that place is the last of
    // the `needed` to be left behind.
    let (_, to_beat, _) = numbers.select_nth_unstable(needed);
    to_beat.checked_add(1)
}
