//! The goals of the arithmetic: some against plain JavaScript in the same worker, the rest against limits.

use super::goal::{By, Goal};
use crate::bench::figure::Figure::{self, BgFit, CrossSell, Everything, MbgAll, RfmAbc, RfmAbcScript};
use crate::bench::results::Results;
use crate::bench::statistics::Spread;

/// What is stated for 100,000 customers holds in proportion for others.
const STATED_FOR: f64 = 100_000.0;

/// All of them, for a number of customers.
pub fn goals(results: &Results, size: usize) -> Vec<Goal> {
    let goal = |what, figure: Figure, peer, theirs, least| Goal {
        what,
        unit: figure.unit(),
        by: By::Median,
        kith: results.spread(figure, size),
        peer,
        theirs,
        least,
    };
    let limit = |milliseconds: f64| Spread::stated(milliseconds * size as f64 / STATED_FOR);
    let mut goals = Vec::new();
    if let Some(theirs) = results.spread(RfmAbcScript, size) {
        goals.push(goal("RFM and ABC", RfmAbc, "plain JavaScript", theirs, 3.0));
    }
    for (what, figure, milliseconds) in [
        ("BG/NBD, most likely", BgFit, 60.0),
        ("MBG/NBD, prior, predictions", MbgAll, 400.0),
        ("cross-sell", CrossSell, 10.0),
        ("everything together", Everything, 1_000.0),
    ] {
        goals.push(goal(what, figure, "limit", limit(milliseconds), 1.0));
    }
    goals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_go_with_the_number_of_customers_and_javascript_only_where_it_ran() {
        let mut results = Results::new(&[10_000]);
        results.of(10_000).add(Everything, 50.0);
        let all = goals(&results, 10_000);
        assert_eq!(all.len(), 4);
        assert_eq!(all[3].json()["ratio"], 2.0);
        results.of(10_000).add(RfmAbcScript, 9.0);
        results.of(10_000).add(RfmAbc, 3.0);
        assert_eq!(goals(&results, 10_000)[0].json()["reached"], true);
    }
}
