use kith::analysis::abc::{Abc, Cuts};
use kith::analysis::history::History;
use kith::analysis::profit::{Costs, Goods, hourly, overrated, profit};
use kith::analysis::summary::Summary;
use kith::analysis::values::Values;

use crate::analysis_support::{LOGS, Log, day, rounded, table};

/// Margin in millionths, cost of an order and of a refund, as the expected files say.
const RULES: [(u32, i64, i64); 3] = [(300_000, 400, 0), (350_000, 600, 1_200), (300_000, 1_000, 0)];

#[test]
fn profit_is_that_of_the_reference() {
    for ((name, as_of), (kept, per_order, per_refund)) in LOGS.into_iter().zip(RULES) {
        let mut log = Log::read(name);
        // Parts of a cent are exact in units a hundred times finer.
        log.amount.iter_mut().for_each(|amount| *amount *= 100);
        let number = log.number();
        let orders = log.orders();
        let summary = Summary::new(&orders, &History::new(&orders, day(as_of)));
        let costs =
            Costs { goods: Goods::Kept(kept), per_order: per_order * 100, per_refund: per_refund * 100, served: None };
        let found = profit(&summary, &costs);
        for row in table(&format!("expected/23_profit_{name}.csv"), Clone::clone) {
            assert_eq!(found.get(number[&row[0]]), Some(rounded(&row[5], 4)), "{name} {}", &row[0]);
        }
    }
}

#[test]
fn an_hour_brings_what_is_left_after_expenses() {
    let found = hourly(&[10_000, 10_000, 0], &[4_000, 0, 500], &[90, 0, 60]);
    assert_eq!([0, 1, 2].map(|c| found.get(c)), [Some(4_000), None, Some(-500)]);
}

#[test]
fn who_looks_best_and_is_not_is_found() {
    let revenue = Values::from_minor([900, 80, 20].map(Some));
    let profit = Values::from_minor([-5, 80, 20].map(Some));
    let classes = |values| Abc::new(values, Cuts::default());
    assert_eq!(overrated(&classes(&revenue), &classes(&profit)), [0]);
    assert_eq!(overrated(&classes(&revenue), &classes(&revenue)), [0u32; 0]);
}
