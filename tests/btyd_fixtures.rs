//! The models of repeat buying against what other libraries computed from CDNOW, and against numbers with 200 digits.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod analysis_support;

use analysis_support::{json, near, number, table};
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::Estimate;
use kith::analysis::btyd::clv::{Months, lifetime_values};
use kith::analysis::btyd::pareto::Pareto;
use kith::analysis::btyd::repeats::Repeats;
use kith::analysis::btyd::spend::{GammaGamma, correlation_of};
use serde_json::Value;

struct Cdnow {
    x: Vec<u32>,
    m_x: Vec<f64>,
    repeats: Repeats,
}

fn cdnow() -> Cdnow {
    let rows = table("expected/01_summary_cdnow.csv", |r| {
        (number(&r[1]) as u32, number(&r[2]) / 7.0, number(&r[3]) / 7.0, number(&r[6]))
    });
    let x: Vec<u32> = rows.iter().map(|r| r.0).collect();
    let t_x: Vec<f64> = rows.iter().map(|r| r.1).collect();
    let age: Vec<f64> = rows.iter().map(|r| r.2).collect();
    Cdnow { repeats: Repeats::new(&x, &t_x, &age).unwrap(), x, m_x: rows.iter().map(|r| r.3).collect() }
}

fn given<const N: usize>(expected: &Value, names: [&str; N]) -> [f64; N] {
    names.map(|name| expected["params"][name].as_f64().unwrap())
}

const BG: [&str; 4] = ["r", "alpha", "a", "b"];
const PARETO: [&str; 4] = ["r", "alpha", "s", "beta"];

fn all_near<const N: usize>(found: [f64; N], expected: &Value, names: [&str; N], relative: f64) {
    for (found, name) in found.into_iter().zip(names) {
        assert!(near(found, expected[name].as_f64().unwrap(), relative), "{name}: {found} {}", expected[name]);
    }
}

fn predictions() -> Vec<csv::StringRecord> {
    table("expected/10_btyd_cdnow_predictions.csv", Clone::clone)
}

fn column_near(found: &[f64], rows: &[csv::StringRecord], column: usize, relative: f64) {
    assert_eq!(found.len(), rows.len());
    for (found, row) in found.iter().zip(rows) {
        let expected = number(&row[column]);
        assert!(near(*found, expected, relative), "customer {} column {column}: {found} {expected}", &row[0]);
    }
}

const WEEKS: [f64; 5] = [1.0, 4.0, 13.0, 39.0, 52.0];

#[test]
fn both_members_of_the_bg_family_are_found_as_clvtools_and_btydplus_find_them() {
    let log = cdnow();
    let expected = json("expected/10_btyd_cdnow_params.json");
    for (name, family) in [("bgnbd", Family::BG), ("mbgnbd", Family::MBG)] {
        let expected = &expected[name];
        let fitted = Bg::fit(&log.repeats, family, Estimate::Likelihood).unwrap();
        assert!(fitted.settled && !fitted.at_bound, "{fitted:?}");
        all_near(fitted.model.parameters(), &expected["params"], BG, 1e-3);
        let errors = fitted.model.standard_errors(&log.repeats, Estimate::Likelihood).unwrap();
        all_near(errors, &expected["se"], BG, 0.02);
        assert!((fitted.ln_likelihood - expected["LL"].as_f64().unwrap()).abs() < 1e-4, "{name}");
        let at = Bg::with(family, given(expected, BG));
        let sum = log.repeats.total(&at.ln_likelihoods(&log.repeats));
        assert!((sum - expected["LL"].as_f64().unwrap()).abs() < 1e-6, "{name} {sum}");
        println!("{name}: {} evaluations", fitted.evaluations);
    }
}

#[test]
fn pareto_nbd_is_found_as_clvtools_finds_it() {
    let log = cdnow();
    let expected = &json("expected/10_btyd_cdnow_params.json")["pareto_nbd"];
    let fitted = Pareto::fit(&log.repeats).unwrap();
    assert!(fitted.settled && !fitted.at_bound, "{fitted:?}");
    all_near(fitted.model.parameters(), &expected["params"], PARETO, 1e-3);
    all_near(fitted.model.standard_errors(&log.repeats).unwrap(), &expected["se"], PARETO, 0.02);
    assert!((fitted.ln_likelihood - expected["LL"].as_f64().unwrap()).abs() < 1e-4);
    let at = Pareto::with(given(expected, PARETO));
    let sum = log.repeats.total(&at.ln_likelihoods(&log.repeats));
    assert!((sum - expected["LL"].as_f64().unwrap()).abs() < 1e-6, "{sum}");
    println!("pareto: {} evaluations", fitted.evaluations);
}

#[test]
fn the_predictions_for_every_customer_are_those_of_the_references() {
    let log = cdnow();
    let (expected, rows) = (json("expected/10_btyd_cdnow_params.json"), predictions());
    let repeats = &log.repeats;
    for (name, family, first) in [("bgnbd", Family::BG, 5), ("mbgnbd", Family::MBG, 11)] {
        let model = Bg::with(family, given(&expected[name], BG));
        column_near(&repeats.spread(&model.p_alive(repeats)), &rows, first, 1e-7);
        for (i, weeks) in WEEKS.into_iter().enumerate() {
            let column = model.expected(repeats, weeks);
            column_near(&repeats.spread(&column), &rows, first + 1 + i, 1e-7);
            let sum = expected[name]["sum_cet"][format!("w{weeks}")].as_f64().unwrap();
            assert!(near(repeats.total(&column), sum, 1e-9), "{name} {weeks}");
        }
    }
    let model = Pareto::with(given(&expected["pareto_nbd"], PARETO));
    column_near(&repeats.spread(&model.p_alive(repeats)), &rows, 17, 1e-7);
    for (i, weeks) in WEEKS.into_iter().enumerate() {
        column_near(&repeats.spread(&model.expected(repeats, weeks)), &rows, 18 + i, 1e-7);
    }
    let rate = expected["continuous_weekly_discount"].as_f64().unwrap();
    column_near(&repeats.spread(&model.dert(repeats, rate)), &rows, 23, 1e-7);
}

#[test]
fn expected_orders_and_chances_of_new_customers_are_those_of_the_references() {
    let expected = json("expected/10_btyd_cdnow_params.json");
    let bg = Bg::with(Family::BG, given(&expected["bgnbd"], BG));
    for (time, value) in expected["bgnbd"]["expected_X_of_t"].as_object().unwrap() {
        assert!(near(bg.expectation(number(&time[1..])), value.as_f64().unwrap(), 1e-9), "{time}");
    }
    for (x, value) in expected["bgnbd"]["pmf_x_at_t39"].as_object().unwrap() {
        let found = bg.pmf(number(&x[1..]) as u32, 39.0).unwrap();
        assert!(near(found, value.as_f64().unwrap(), 1e-9), "{x}: {found}");
    }
    let pareto = Pareto::with(given(&expected["pareto_nbd"], PARETO));
    for (time, value) in expected["pareto_nbd"]["expected_X_of_t"].as_object().unwrap() {
        assert!(near(pareto.expectation(number(&time[1..])), value.as_f64().unwrap(), 1e-9), "{time}");
    }
}

#[test]
fn the_chances_of_all_counts_sum_to_one_and_have_the_expected_mean() {
    let expected = json("expected/10_btyd_cdnow_params.json");
    let bg = Bg::with(Family::BG, given(&expected["bgnbd"], BG));
    let mbg = Bg::with(Family::MBG, given(&expected["mbgnbd"], BG));
    let pareto = Pareto::with(given(&expected["pareto_nbd"], PARETO));
    let sums = |pmf: &dyn Fn(u32) -> f64| {
        (0..300).fold((0.0, 0.0), |(all, mean), x| (all + pmf(x), mean + f64::from(x) * pmf(x)))
    };
    for (name, (all, mean), exact) in [
        ("bg", sums(&|x| bg.pmf(x, 20.0).unwrap()), bg.expectation(20.0)),
        ("mbg", sums(&|x| mbg.pmf(x, 20.0).unwrap()), mbg.expectation(20.0)),
        ("pareto", sums(&|x| pareto.pmf(x, 20.0).unwrap()), pareto.expectation(20.0)),
    ] {
        assert!(near(all, 1.0, 1e-9) && near(mean, exact, 1e-8), "{name}: {all} {mean} {exact}");
    }
}

#[test]
fn gamma_gamma_is_found_and_predicts_as_the_references_do() {
    let log = cdnow();
    let expected = &json("expected/10_btyd_cdnow_params.json")["gamma_gamma"];
    let names = ["p", "q", "gamma"];
    let fitted = GammaGamma::fit(&log.x, &log.m_x).unwrap();
    let model = fitted.model;
    all_near([model.p, model.q, model.gamma], &expected["params"], names, 1e-3);
    all_near(model.standard_errors(&log.x, &log.m_x).unwrap(), &expected["se"], names, 0.02);
    assert!((fitted.ln_likelihood - expected["LL"].as_f64().unwrap()).abs() < 1e-4);
    assert!(near(correlation_of(&log.x, &log.m_x).unwrap(), expected["pearson_corr_x_mx"].as_f64().unwrap(), 1e-9));
    let [p, q, gamma] = given(expected, names);
    let at = GammaGamma { p, q, gamma };
    assert!(near(at.population_mean().unwrap(), expected["population_mean_spend"].as_f64().unwrap(), 1e-9));
    column_near(&at.expected_of(&log.x, &log.m_x).unwrap(), &predictions(), 24, 1e-7);
}

#[test]
fn lifetime_values_are_those_of_the_references_in_both_variants() {
    let log = cdnow();
    let params = json("expected/10_btyd_cdnow_params.json");
    let [p, q, gamma] = given(&params["gamma_gamma"], ["p", "q", "gamma"]);
    let spend = GammaGamma { p, q, gamma }.expected_of(&log.x, &log.m_x).unwrap();
    let pareto = Pareto::with(given(&params["pareto_nbd"], PARETO));
    let repeats = &log.repeats;
    let dert = repeats.spread(&pareto.dert(repeats, params["continuous_weekly_discount"].as_f64().unwrap()));
    column_near(&lifetime_values(1.0, &spend, &dert), &predictions(), 25, 1e-7);

    let rows = table("expected/15_clv_cdnow.csv", Clone::clone);
    column_near(&spend, &rows, 1, 1e-6);
    let bg = Bg::with(Family::BG, given(&params["bgnbd"], BG));
    let months = Months { count: 12, length: 4.345, discount: 0.01 };
    let orders = repeats.spread(&months.orders(&mut |until| bg.expected(repeats, until)));
    let values = lifetime_values(1.0, &spend, &orders);
    column_near(&values, &rows, 2, 1e-6);
    let total: f64 = values.iter().sum();
    assert!(near(total, json("expected/15_clv_cdnow.json")["total_clv"].as_f64().unwrap(), 1e-6), "{total}");
    for (i, weeks) in [4.0, 13.0, 39.0].into_iter().enumerate() {
        let none = repeats.spread(&pareto.no_order_within(repeats, weeks));
        column_near(&none, &rows, 3 + i, 1e-6);
        let some = repeats.spread(&pareto.order_within(repeats, weeks));
        assert!(none.iter().zip(some).all(|(none, some)| (none + some - 1.0).abs() < 1e-11));
    }
}

#[test]
fn extreme_customers_are_right_to_nine_digits() {
    let mut worst = [0.0f64; 4];
    for row in table("expected/61_edge_truth.csv", Clone::clone) {
        let p = [1, 2, 3, 4].map(|i| number(&row[i]));
        let (t_x, age, horizon) = (number(&row[6]), number(&row[7]), number(&row[8]));
        let one = Repeats::new(&[number(&row[5]) as u32], &[t_x], &[age]).unwrap();
        let (ll, alive, expected, dert) = match &row[0] {
            "bgnbd" => {
                let bg = Bg::with(Family::BG, p);
                (bg.ln_likelihoods(&one)[0], bg.p_alive(&one)[0], bg.expected(&one, horizon)[0], None)
            }
            _ => {
                let m = Pareto::with(p);
                let dert = m.dert(&one, number(&row[9]))[0];
                (m.ln_likelihoods(&one)[0], m.p_alive(&one)[0], m.expected(&one, horizon)[0], Some(dert))
            }
        };
        for (i, found) in [Some(ll), Some(alive), Some(expected), dert].into_iter().enumerate() {
            if let Some(found) = found {
                let exact = number(&row[10 + i]);
                let off = (found - exact).abs() / exact.abs().max(1e-300);
                worst[i] = worst[i].max(if exact == 0.0 { found.abs() } else { off });
                assert!(near(found, exact, 1e-9), "{row:?} answer {i}: {found} {exact}");
            }
        }
    }
    println!("worst relative errors: {worst:?}");
}
