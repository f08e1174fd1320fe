//! What came after a cut, and predictions held against it, as lifetimes and scikit-learn measure it.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analysis_support;

use analysis_support::{Log, day, json, near, number, table};
use kith::analysis::backtest::run::{Backtest, Verdict, judge, naive};
use kith::analysis::backtest::trust::{hides_chance, passed, range};
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::Estimate;
use kith::analysis::btyd::repeats::Repeats;
use kith::analysis::history::History;
use kith::analysis::holdout::Holdout;
use kith::analysis::ladder::{Rung, Standing, flags};
use serde_json::Value;

fn verdict(found: &Verdict, expected: &Value, name: &str) {
    let given = |key: &str| expected[key].as_f64().unwrap();
    assert!(near(found.error.predicted, given("predicted_total"), 1e-6), "{name}");
    assert!(near(found.error.bias.unwrap(), given("bias"), 1e-6), "{name}");
    assert!(near(found.error.mae, given("mae"), 1e-6), "{name}");
    if let Some(rmse) = expected["rmse"].as_f64() {
        assert!(near(found.error.rmse, rmse, 1e-6), "{name}");
    }
    for (found, row) in
        found.by_frequency.iter().zip(expected["by_calibration_frequency"].as_array().unwrap_or(&vec![]))
    {
        let found = found.unwrap();
        assert_eq!(u64::from(found.n), row["n"].as_u64().unwrap());
        assert!(near(found.predicted, row["predicted_mean"].as_f64().unwrap(), 1e-6), "{name} {row}");
        assert!(near(found.actual, row["actual_mean"].as_f64().unwrap(), 1e-9), "{name} {row}");
    }
    let Some(order) = expected.get("p_order") else { return };
    let chance = found.chance.as_ref().unwrap();
    assert!(near(chance.auc.unwrap().area, order["auc"].as_f64().unwrap(), 1e-6), "{name} {:?}", chance.auc);
    assert!(near(chance.quality.brier, order["brier"].as_f64().unwrap(), 1e-6), "{name}");
    assert!(near(chance.quality.brier_null, order["brier_null"].as_f64().unwrap(), 1e-9), "{name}");
    let tenths = order["deciles"].as_array().unwrap();
    assert_eq!(chance.tenths.len(), tenths.len());
    for (found, row) in chance.tenths.iter().zip(tenths) {
        assert_eq!(u64::from(found.n), row["n"].as_u64().unwrap());
        assert!(near(found.predicted, row["predicted"].as_f64().unwrap(), 1e-6), "{name} {row}");
        assert!(near(found.actual, row["actual"].as_f64().unwrap(), 1e-9), "{name} {row} {}", found.actual);
        let (low, high) = found.interval.unwrap();
        assert!(low <= found.actual && found.actual <= high);
    }
}

#[test]
fn predictions_are_held_against_the_holdout_as_scikit_learn_does() {
    let expected = json("expected/17_backtest_cdnow.json");
    let params = json("expected/10_btyd_cdnow_params.json");
    let rows = table("expected/01_summary_cdnow.csv", |r| [1, 2, 3, 7].map(|i| number(&r[i])));
    let x: Vec<u32> = rows.iter().map(|r| r[0] as u32).collect();
    let weeks = |i: usize| rows.iter().map(|r| r[i] / 7.0).collect::<Vec<f64>>();
    let actual: Vec<u32> = rows.iter().map(|r| r[3] as u32).collect();
    let repeats = Repeats::new(&x, &weeks(1), &weeks(2)).unwrap();
    for (name, family) in [("bgnbd", Family::BG), ("mbgnbd", Family::MBG)] {
        let given = ["r", "alpha", "a", "b"].map(|key| params[name]["params"][key].as_f64().unwrap());
        let model = Bg::with(family, given);
        let predicted = repeats.spread(&model.expected(&repeats, 39.0));
        let chance = repeats.spread(&model.order_within(&repeats, 39.0));
        verdict(&judge(&x, &predicted, Some(&chance), &actual).unwrap(), &expected["models"][name], name);
    }
    let pareto = table("expected/10_btyd_cdnow_predictions.csv", |r| number(&r[21]));
    verdict(&judge(&x, &pareto, None, &actual).unwrap(), &expected["models"]["pnbd"], "pnbd");
    let as_before = judge(&x, &naive(&x, &weeks(2), 39.0), None, &actual).unwrap();
    verdict(&as_before, &expected["models"]["naive_x_over_T"], "naive");
}

#[test]
fn what_came_after_the_cut_is_counted_as_lifetimes_counts_it() {
    let log = Log::read("cdnow");
    let number = log.number();
    let history = History::new(&log.orders(), day("1998-06-30"));
    let holdout = Holdout::new(&history, day("1997-09-30"));
    for row in table("expected/01_summary_cdnow.csv", Clone::clone) {
        let c = number[&row[0]];
        assert_eq!(holdout.events[c], row[7].parse::<f64>().unwrap() as u32, "{}", &row[0]);
        assert!((holdout.mean[c] / 100.0 - self::number(&row[8])).abs() < 1e-6, "{} {}", &row[0], holdout.mean[c]);
        assert_eq!(holdout.days, row[9].parse::<f64>().unwrap() as i32);
    }
}

#[test]
fn a_shop_with_thousands_of_customers_earns_numbers_and_a_handful_facts() {
    let log = Log::read("cdnow");
    let orders = log.orders();
    let found = Backtest::new(&orders, day("1998-06-30"), 0.5, Family::MBG, Estimate::Posterior).unwrap();
    assert_eq!(found.cut, day("1997-09-30"), "half of the 545 days after New Year's Day");
    assert!(passed(&found), "{found:?}");
    assert!(hides_chance(&found.naive).is_some(), "the naive rule tells no chance");
    let (low, high) = range(found.model.error.predicted, found.model.error.bias);
    assert!(low <= 0.8 * found.model.error.predicted && high >= 1.2 * found.model.error.predicted);
    assert!(low < found.model.error.actual && found.model.error.actual < high);
    let standing = Standing::new(2357, 2457, true);
    assert_eq!(standing.rung, Rung::Numbers);
    let few = Standing::new(29, 400, false);
    assert_eq!((few.rung, few.missing.customers, few.missing.repeats), (Rung::Facts, 1, 0));
    let some = Standing::new(150, 90, false);
    assert_eq!((some.rung, some.missing.customers, some.missing.repeats), (Rung::Words, 51, 10));
    assert!(some.missing.backtest);
    let repeats = Repeats::new(&[1, 0, 2], &[3.0, 0.0, 9.0], &[10.0, 10.0, 10.0]).unwrap();
    assert!(flags(&found.fitted, &repeats, 900.0, Some(30.0)).is_empty());
    assert!(!flags(&found.fitted, &repeats, 80.0, Some(30.0)).is_empty(), "shorter than three gaps");
}
