//! What is bought together, and who lacks the other half.

use super::super::rates::{HIDDEN_BELOW, Rate};
use super::super::rules::baskets::{Baskets, BasketsError};
use super::super::rules::frequent::Frequent;
use super::super::rules::missing::missing;
use super::super::rules::rule::{Rule, rules};

/// A rule has to hold this often.
const CONFIDENCE: f64 = 0.05;
/// Rules shown.
const MOST_RULES: usize = 200;
/// Gaps named a customer.
const MOST_GAPS: usize = 3;

/// Rules of one item to another, and gaps.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Together {
    /// Orders with at least one known item.
    pub baskets: u32,
    /// Those with two different ones.
    pub mixed: u32,
    /// Who takes this…
    pub item: Vec<u32>,
    /// …takes that.
    pub other: Vec<u32>,
    /// Orders with both.
    pub both: Vec<u32>,
    /// Orders with the first.
    pub with_item: Vec<u32>,
    /// Orders with the second.
    pub with_other: Vec<u32>,
    /// Customers with a gap, ascending, the surest gap of each first.
    pub gap_customer: Vec<u32>,
    /// The place of the rule that says so.
    pub gap_rule: Vec<u32>,
}

/// Orders and their lines.
#[derive(Clone, Copy, Debug)]
pub struct Lines<'a> {
    /// How many customers there are.
    pub customers: usize,
    /// How many items there are.
    pub items: usize,
    /// Who placed each order.
    pub buyer: &'a [u32],
    /// The order of each line.
    pub order: &'a [u32],
    /// The item of each line.
    pub item: &'a [u32],
}

impl Together {
    /// Looks for pairs that come more often than by chance: in at least [`HIDDEN_BELOW`] orders, and with the whole 95 % interval of the
    /// confidence above the share that takes the other one anyway.
    ///
    /// # Errors
    /// Numbers beyond what there is.
    pub fn new(lines: &Lines<'_>) -> Result<Self, BasketsError> {
        let n = lines.buyer.len();
        let baskets = Baskets::new(n, lines.items, lines.order, lines.item)?;
        let support = f64::from(HIDDEN_BELOW) / n.max(1) as f64;
        let frequent = Frequent::new(&baskets, support, 2);
        let mut found = rules(&frequent, CONFIDENCE, true);
        found.retain(|rule| rule.lift() > 1.0 && says_something(rule));
        found.truncate(MOST_RULES);
        let taken: Vec<u32> = lines.order.iter().map(|order| lines.buyer[*order as usize]).collect();
        let gaps = missing(&Baskets::new(lines.customers, lines.items, &taken, lines.item)?, &found, MOST_GAPS);
        let different = |basket: usize| {
            let lines = baskets.lines(basket);
            lines.iter().any(|item| *item != lines[0])
        };
        Ok(Self {
            baskets: n as u32,
            mixed: (0..n).filter(|basket| different(*basket)).count() as u32,
            item: found.iter().map(|rule| rule.antecedent[0]).collect(),
            other: found.iter().map(|rule| rule.consequent[0]).collect(),
            both: found.iter().map(|rule| rule.both).collect(),
            with_item: found.iter().map(|rule| rule.with_antecedent).collect(),
            with_other: found.iter().map(|rule| rule.with_consequent).collect(),
            gap_customer: gaps.customer,
            gap_rule: gaps.rule,
        })
    }

    /// The rule in a place.
    #[must_use]
    pub fn rule(&self, place: usize) -> Option<Rule> {
        Some(Rule {
            antecedent: vec![*self.item.get(place)?],
            consequent: vec![*self.other.get(place)?],
            both: *self.both.get(place)?,
            with_antecedent: *self.with_item.get(place)?,
            with_consequent: *self.with_other.get(place)?,
            baskets: self.baskets,
        })
    }

    /// The gaps of one customer, as places of rules, the surest first.
    #[must_use]
    pub fn gaps_of(&self, customer: u32) -> &[u32] {
        let start = self.gap_customer.partition_point(|c| *c < customer);
        let end = self.gap_customer.partition_point(|c| *c <= customer);
        &self.gap_rule[start..end]
    }
}

fn says_something(rule: &Rule) -> bool {
    let rate = Rate { yes: rule.both, cases: rule.with_antecedent };
    rate.wilson(0.95).is_some_and(|(low, _)| low > rule.consequent_support())
}
