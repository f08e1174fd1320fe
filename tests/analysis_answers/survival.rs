use kith::analysis::history::History;
use kith::analysis::survival::curve::SurvivalCurve;
use kith::analysis::survival::log_rank::log_rank;
use kith::analysis::survival::second_order::SecondOrder;
use kith::analysis::survival::{Spells, SpellsError};
use serde_json::Value;

use crate::analysis_support::{Log, day, json};
use crate::support::{Rows, near};

fn compare(curve: &SurvivalCurve, expected: &Value, place: &str) {
    assert_eq!(u64::from(curve.at_risk[0]), expected["n"].as_u64().unwrap(), "{place}");
    assert_eq!(u64::from(curve.ended()), expected["events"].as_u64().unwrap(), "{place}");
    assert_eq!(curve.time_left(0.5), expected["median"].as_f64(), "{place}");
    let mut last = 0.0;
    for row in expected["table"].as_array().unwrap() {
        last = row["t"].as_f64().unwrap();
        let place = format!("{place} at {last}");
        let point = curve.at(last, 0.95);
        near(point.survival, &row["S"], 1e-12, &place);
        let (low, high) = point.interval.unwrap();
        near(low, &row["lo_loglog"], 1e-12, &place);
        near(high, &row["hi_loglog"], 1e-12, &place);
        assert_eq!(u64::from(point.at_risk), row["at_risk"].as_u64().unwrap(), "{place}");
        near(point.hazard, &expected["nelson_aalen"][format!("{last}")], 1e-10, &place);
    }
    near(curve.mean_until(last), &expected["rmst_at_last_time"], 1e-12, place);
}

#[test]
fn the_textbook_curve_is_met() {
    let expected = json("expected/42_km_textbook.json");
    let time: Vec<f64> = expected["t"].as_array().unwrap().iter().map(|t| t.as_f64().unwrap()).collect();
    let ended: Vec<u8> = expected["e"].as_array().unwrap().iter().map(|e| e.as_u64().unwrap() as u8).collect();
    compare(&SurvivalCurve::new(Spells::new(&time, &ended).unwrap()), &expected["result"], "6-MP");
}

#[test]
fn contracts_last_as_long_as_in_the_reference_and_differ_as_much() {
    let rows = Rows::fixture("data/telco_churn.csv");
    let time = rows.numbers("tenure");
    let ended: Vec<u8> = rows.text("Churn").into_iter().map(|churn| u8::from(churn == "Yes")).collect();
    let spells = Spells::new(&time, &ended).unwrap();
    let expected = json("expected/40_km_telco.json");
    compare(&SurvivalCurve::new(spells), &expected["overall"], "overall");
    let names = ["Month-to-month", "One year", "Two year"];
    let contract = rows.text("Contract");
    let group: Vec<u32> = contract.iter().map(|c| names.iter().position(|name| name == c).unwrap() as u32).collect();
    for name in names {
        let of = |i: &usize| contract[*i] == name;
        let time: Vec<f64> = (0..time.len()).filter(of).map(|i| time[i]).collect();
        let ended: Vec<u8> = (0..ended.len()).filter(of).map(|i| ended[i]).collect();
        compare(&SurvivalCurve::new(Spells::new(&time, &ended).unwrap()), &expected["by_contract"][name], name);
    }
    let all = log_rank(spells, &group, 3).unwrap();
    near(all.chi2, &expected["logrank_contract"]["chi2"], 1e-10, "all");
    assert_eq!((all.df, all.p), (2, 0.0));
    let two = log_rank(spells, &group, 2).unwrap();
    near(two.chi2, &expected["logrank_mtm_vs_one_year"]["chi2"], 1e-10, "two");
    assert!((two.p / expected["logrank_mtm_vs_one_year"]["p"].as_f64().unwrap() - 1.0).abs() < 1e-10);
}

#[test]
fn the_second_order_comes_as_late_as_in_the_reference() {
    let log = Log::read("cdnow");
    let number = log.number();
    let found = SecondOrder::new(&History::new(&log.orders(), day("1998-06-30")));
    let rows = Rows::fixture("expected/41_second_order_cdnow.csv");
    let place: Vec<usize> = rows.text("customer_id").into_iter().map(|name| number[name]).collect();
    for ((c, days), event) in place.into_iter().zip(rows.numbers("days")).zip(rows.numbers("event")) {
        assert_eq!(found.customer[c] as usize, c);
        assert_eq!((found.days[c], f64::from(found.came_back[c])), (days, event));
    }
    let curve = SurvivalCurve::new(Spells::new(&found.days, &found.came_back).unwrap());
    compare(&curve, &json("expected/41_km_second_order_cdnow.json")["result"], "second order");
}

#[test]
fn where_nobody_is_left_there_is_no_interval_and_where_nothing_ended_no_comparison() {
    let curve = SurvivalCurve::new(Spells::new(&[1.0, 2.0], &[1, 1]).unwrap());
    assert_eq!((curve.at(2.0, 0.95).survival, curve.at(2.0, 0.95).interval), (0.0, None));
    assert_eq!(curve.at(0.5, 0.95).survival, 1.0);
    let none = Spells::new(&[1.0, 2.0], &[0, 0]).unwrap();
    assert_eq!(log_rank(none, &[0, 1], 2), None);
    assert_eq!(SurvivalCurve::new(none).time_left(0.5), None);
    let nobody = SurvivalCurve::new(Spells::new(&[], &[]).unwrap());
    assert_eq!((nobody.at(3.0, 0.95).at_risk, nobody.mean_until(3.0)), (0, 3.0));
    assert_eq!(log_rank(Spells::new(&[1.0, 2.0], &[1, 1]).unwrap(), &[0, 0], 2), None);
    assert_eq!(Spells::new(&[1.0, -1.0], &[1, 1]).unwrap_err(), SpellsError::Time { row: 1 });
    assert_eq!(Spells::new(&[f64::NAN], &[1]).unwrap_err(), SpellsError::Time { row: 0 });
}
