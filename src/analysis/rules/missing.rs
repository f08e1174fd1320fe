//! What a customer does not buy here, and others who buy the same do: the next thing to offer.

use super::baskets::Baskets;
use super::rule::Rule;

/// One row a gap: customers ascend, the surest gap of each first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// The customer.
    pub customer: Vec<u32>,
    /// The item.
    pub item: Vec<u32>,
    /// The rule that says so, by its place: of several the one of highest confidence.
    pub rule: Vec<u32>,
}

/// Looks for customers who took all of a rule's antecedent and not its consequent. `taken` holds what each ever took, one basket
/// a customer; rules with several items in the consequent, and those with a lift of 1 or less, say nothing here. At most `most`
/// gaps a customer.
#[must_use]
pub fn missing(taken: &Baskets<'_>, rules: &[Rule], most: usize) -> Missing {
    // A rule is found through the first item of its antecedent.
    let mut by_item: Vec<Vec<u32>> = vec![Vec::new(); taken.items()];
    let mut order: Vec<u32> = (0u32..).take(rules.len()).collect();
    order.sort_by(|a, b| rules[*b as usize].confidence().total_cmp(&rules[*a as usize].confidence()));
    for place in order {
        let rule = &rules[place as usize];
        if let ([item, ..], [_], true) = (&rule.antecedent[..], &rule.consequent[..], rule.lift() > 1.0)
            && let Some(list) = by_item.get_mut(*item as usize)
        {
            list.push(place);
        }
    }
    let mut has = vec![false; taken.items()];
    let mut best: Vec<Option<u32>> = vec![None; taken.items()];
    let mut found = Missing::default();
    for (customer, number) in (0..taken.len()).zip(0u32..) {
        let lines = taken.lines(customer);
        lines.iter().for_each(|item| has[*item as usize] = true);
        let mut gaps: Vec<u32> = Vec::new();
        for place in lines.iter().flat_map(|item| &by_item[*item as usize]) {
            let rule = &rules[*place as usize];
            let item = rule.consequent[0];
            let owns = |item: &u32| has.get(*item as usize).copied().unwrap_or(false);
            if owns(&item) || !rule.antecedent.iter().all(owns) {
                continue;
            }
            let Some(best) = best.get_mut(item as usize) else { continue };
            match *best {
                None => gaps.push(item),
                Some(other) if rules[other as usize].confidence() >= rule.confidence() => continue,
                Some(_) => {}
            }
            *best = Some(*place);
        }
        let mut gaps: Vec<(u32, u32)> =
            gaps.into_iter().filter_map(|item| Some((best[item as usize].take()?, item))).collect();
        gaps.sort_by(|a, b| {
            let confidence = |gap: &(u32, u32)| rules[gap.0 as usize].confidence();
            confidence(b).total_cmp(&confidence(a)).then(a.1.cmp(&b.1))
        });
        for (rule, item) in gaps.into_iter().take(most) {
            found.customer.push(number);
            found.item.push(item);
            found.rule.push(rule);
        }
        lines.iter().for_each(|item| has[*item as usize] = false);
    }
    found
}
