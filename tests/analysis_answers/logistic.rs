use kith::analysis::logistic::auc::Auc;
use kith::analysis::logistic::calibration::{by_quantile, in_the_large, mean_error, slope};
use kith::analysis::logistic::firth::Firth;
use kith::analysis::logistic::fit::{Fit, Penalty};
use kith::analysis::logistic::isotonic::Isotonic;
use kith::analysis::logistic::platt::Platt;
use kith::analysis::logistic::quality::{Quality, average_precision, lift_of_best_tenth, log_odds};
use kith::analysis::logistic::{Design, DesignError, Ground, Model};
use kith::analysis::special::normal;
use serde_json::Value;

use crate::analysis_support::json;
use crate::support::{Rows, near};

struct Part {
    columns: Vec<Vec<f64>>,
    yes: Vec<u8>,
}

impl Part {
    fn slices(&self) -> Vec<&[f64]> {
        self.columns.iter().map(Vec::as_slice).collect()
    }
}

/// The rows that are fitted, those that are kept aside, and what is expected.
fn data(name: &str) -> (Part, Part, Vec<String>, Value) {
    let rows = Rows::fixture(&format!("expected/30_design_{name}.csv.gz"));
    let expected = json(&format!("expected/30_logistic_{name}.json"));
    let names: Vec<String> =
        expected["columns"].as_array().unwrap().iter().map(|name| name.as_str().unwrap().to_owned()).collect();
    let test = rows.numbers("is_test");
    let of = |name: &str, wanted: f64| {
        let kept = rows.numbers(name).into_iter().zip(&test).filter(|(_, test)| **test == wanted);
        kept.map(|(x, _)| x).collect::<Vec<f64>>()
    };
    let part = |wanted: f64| Part {
        columns: names.iter().map(|name| of(name, wanted)).collect(),
        yes: of("y", wanted).into_iter().map(|y| y as u8).collect(),
    };
    (part(0.0), part(1.0), names, expected)
}

fn coefficients(model: &Model, names: &[String], expected: &Value, place: &str) {
    near(model.intercept, &expected["intercept"], 1e-6, place);
    for (b, name) in model.coefficients.iter().zip(names) {
        near(*b, &expected["coef"][name], 1e-6, &format!("{place} {name}"));
    }
}

fn quality(model: &Model, test: &Part, expected: &Value, place: &str) -> Vec<f64> {
    let chance = model.probabilities(&test.slices());
    let yes = &test.yes;
    let found = Quality::of(&chance, yes).unwrap();
    near(Auc::of(&chance, yes).unwrap().area, &expected["auc"], 1e-12, place);
    near(average_precision(&chance, yes).unwrap(), &expected["average_precision"], 1e-8, place);
    near(found.brier, &expected["brier"], 1e-8, place);
    near(found.brier_null, &expected["brier_null"], 1e-8, place);
    near(found.skill.unwrap(), &expected["brier_skill"], 1e-7, place);
    near(found.log_loss, &expected["log_loss"], 1e-8, place);
    near(found.predicted, &expected["mean_predicted"], 1e-8, place);
    near(found.observed, &expected["observed_rate"], 1e-12, place);
    let bins = by_quantile(&chance, yes, 10);
    for (bin, (p, y)) in bins.iter().zip(
        expected["calibration_quantile10"]["mean_predicted"]
            .as_array()
            .unwrap()
            .iter()
            .zip(expected["calibration_quantile10"]["fraction_positive"].as_array().unwrap()),
    ) {
        near(bin.predicted, p, 1e-8, place);
        near(bin.observed.value().unwrap(), y, 1e-12, place);
    }
    near(mean_error(&bins).unwrap(), &expected["ece_10_equal_count"], 1e-8, place);
    near(in_the_large(&chance, yes).unwrap(), &expected["calibration_intercept_in_the_large"], 1e-6, place);
    near(slope(&chance, yes).unwrap(), &expected["calibration_slope"], 1e-6, place);
    near(lift_of_best_tenth(&chance, yes).unwrap(), &expected["lift_top_decile"], 1e-12, place);
    chance
}

#[test]
fn churn_and_leads_are_told_as_by_the_reference() {
    // DeLong's standard errors and intervals of the penalised fit, by pROC 1.18.0.
    let delong = [
        ("telco", [0.0112309296631685, 0.813470097959942, 0.857494533265367]),
        ("bank_leads", [0.0225655511964271, 0.689001474856166, 0.777456810128749]),
    ];
    for (name, [error, low, high]) in delong {
        let (train, test, names, expected) = data(name);
        let design = Design::new(&train.slices(), &train.yes).unwrap();
        near(design.base_rate(), &expected["base_rate_train"], 1e-14, name);
        let mle = Fit::new(&design, Penalty::None);
        assert!(!mle.separated && mle.model.left_out.is_empty(), "{name}");
        let e = &expected["mle_statsmodels"];
        coefficients(&mle.model, &names, e, name);
        let keys = std::iter::once("intercept").chain(names.iter().map(String::as_str));
        let b = std::iter::once(&mle.model.intercept).chain(&mle.model.coefficients);
        for ((key, b), error) in keys.zip(b).zip(&mle.errors) {
            near(*error, &e["se"][key], 1e-6, key);
            near(normal::outside(b / error), &e["p"][key], 1e-6, key);
        }
        near(mle.ln_likelihood, &e["LL"], 1e-10, name);
        near(mle.ln_likelihood_null, &e["LL_null"], 1e-10, name);
        near(mle.mcfadden(), &e["mcfadden_r2"], 1e-9, name);
        let plain = quality(&mle.model, &test, &expected["test_mle"], name);

        let held = Fit::new(&design, Penalty::L2 { c: 1.0 });
        coefficients(&held.model, &names, &expected["l2_sklearn_C1"], name);
        coefficients(&Fit::new(&design, Penalty::L2 { c: 0.1 }).model, &names, &expected["l2_sklearn_C0.1"], name);
        let chance = quality(&held.model, &test, &expected["test_l2_C1"], name);
        let auc = Auc::of(&chance, &test.yes).unwrap();
        let found = [auc.error.unwrap(), auc.interval(0.95).unwrap().0, auc.interval(0.95).unwrap().1];
        found
            .iter()
            .zip([error, low, high])
            .for_each(|(found, wanted)| assert!((found - wanted).abs() < 1e-12, "{name}"));

        let rows = Rows::fixture(&format!("expected/30_pred_{name}.csv"));
        let isotonic = Isotonic::new(&held.model.probabilities(&train.slices()), &train.yes);
        for (row, wanted) in rows.numbers("p_isotonic_from_l2").into_iter().enumerate() {
            assert!((isotonic.at(chance[row]).unwrap() - wanted).abs() < 1e-8, "{name} {row}");
        }
        for (found, column) in [(&plain, "p_mle"), (&chance, "p_l2_C1")] {
            found.iter().zip(rows.numbers(column)).for_each(|(p, wanted)| assert!((p - wanted).abs() < 1e-8));
        }

        let few: Vec<&[f64]> = train.columns[..6].iter().map(|column| &column[..60]).collect();
        let firth = Firth::new(&Design::new(&few, &train.yes[..60]).unwrap());
        assert!(firth.settled);
        coefficients(&firth.model, &names[..6], &expected["firth_small_n"], name);
        near(firth.penalised_ln_likelihood, &expected["firth_small_n"]["penalised_LL"], 1e-8, name);
    }
}

#[test]
fn separation_is_told_and_both_ways_out_are_those_of_the_reference() {
    let expected = json("expected/31_logistic_separation.json");
    let x: Vec<f64> = expected["x"].as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect();
    let yes: Vec<u8> = expected["y"].as_array().unwrap().iter().map(|y| y.as_u64().unwrap() as u8).collect();
    let design = Design::new(&[&x], &yes).unwrap();
    assert!(Fit::new(&design, Penalty::None).separated);
    let firth = Firth::new(&design);
    assert!(firth.settled);
    near(firth.model.intercept, &expected["firth"]["intercept"], 1e-6, "intercept");
    near(firth.model.coefficients[0], &expected["firth"]["slope"], 1e-6, "slope");
    near(firth.penalised_ln_likelihood, &expected["firth"]["penalised_LL"], 1e-9, "penalised");
    let held = Fit::new(&design, Penalty::L2 { c: 1.0 });
    assert!(!held.separated);
    near(held.model.intercept, &expected["l2_C1"]["intercept"], 1e-6, "intercept");
    near(held.model.coefficients[0], &expected["l2_C1"]["slope"], 1e-6, "slope");
}

#[test]
fn a_group_of_which_all_say_no_is_separation_too() {
    let x: Vec<f64> = (0..80).map(|i| f64::from(u8::from(i % 4 == 0))).collect();
    let yes: Vec<u8> = (0..80).map(|i| u8::from(i % 8 == 0)).collect();
    let design = Design::new(&[&x], &yes).unwrap();
    assert!(Fit::new(&design, Penalty::None).separated);
    assert!(Firth::new(&design).settled);
}

#[test]
fn columns_that_say_nothing_are_left_out_and_a_penalty_shares_among_equals() {
    let x: Vec<f64> = (0..60).map(f64::from).collect();
    let twice: Vec<f64> = x.iter().map(|x| 2.0 * x + 1.0).collect();
    let yes: Vec<u8> = (0..60).map(|i| u8::from(i % 3 == 0)).collect();
    let columns: [&[f64]; 4] = [&x, &[7.0; 60], &twice, &x];
    let fit = Fit::new(&Design::new(&columns, &yes).unwrap(), Penalty::None);
    assert_eq!(fit.model.left_out, [1, 2, 3]);
    assert!(!fit.separated);
    let held = Fit::new(&Design::penalised(&columns, &yes).unwrap(), Penalty::L2 { c: 1.0 });
    assert_eq!(held.model.left_out, [1]);
    let b = &held.model.coefficients;
    assert!((b[0] - b[3]).abs() < 1e-12 && (b[2] - 2.0 * b[0]).abs() < 1e-9, "{b:?}");
}

#[test]
fn what_cannot_be_fitted_is_refused() {
    let error = |columns: &[&[f64]], yes: &[u8]| Design::new(columns, yes).err();
    assert_eq!(error(&[&[1.0]], &[1, 0]), Some(DesignError::Length { expected: 2, found: 1 }));
    assert_eq!(error(&[&[1.0, f64::NAN]], &[1, 0]), Some(DesignError::NotANumber { column: 0, row: 1 }));
    assert_eq!(error(&[&[1.0, 2.0]], &[1, 1]), Some(DesignError::OneAnswer));
    assert_eq!(error(&[], &[]), Some(DesignError::OneAnswer));
    assert_eq!(error(&[&[1.0, 2.0], &[1.0, 3.0]], &[1, 0]), None, "the second follows from the first");
    assert_eq!(error(&[&[1.0, 2.0, 4.0], &[1.0, 3.0, 2.0], &[0.0, 3.0, 9.0]], &[1, 0, 1]), None);
}

#[test]
fn few_answers_bear_no_regression() {
    assert_eq!(Ground::of(19, 5_000), Ground::BaseRate);
    assert_eq!(Ground::of(500, 20), Ground::Columns(2));
    assert_eq!((Auc::of(&[0.5, 0.6], &[1, 1]), Quality::of(&[], &[])), (None, None));
    assert_eq!((Platt::new(&[1.0, 1.0], &[1, 0]), Platt::new(&[1.0, 2.0], &[1, 1])), (None, None));
    assert_eq!(Isotonic::new(&[], &[]).at(0.5), None);
    assert_eq!([log_odds(0.0), log_odds(1.0)], [-36.0, 36.0]);
}

#[test]
fn platt_straightens_scores_that_promise_too_much() {
    // Twice the log odds that are true.
    let scores: Vec<f64> = (0..2_000).map(|i| f64::from(i % 21 - 10) / 2.5).collect();
    let yes: Vec<u8> = (0..2_000u32)
        .map(|i| {
            let p = 1.0 / (1.0 + (-scores[i as usize] / 2.0).exp());
            u8::from(f64::from(i.wrapping_mul(2_654_435_761) >> 8) / f64::from(1 << 24) < p)
        })
        .collect();
    let platt = Platt::new(&scores, &yes).unwrap();
    assert!((platt.slope - 0.5).abs() < 0.06 && platt.shift.abs() < 0.15, "{platt:?}");
    let straight: Vec<f64> = scores.iter().map(|score| platt.at(*score)).collect();
    let before: Vec<f64> = scores.iter().map(|score| 1.0 / (1.0 + (-score).exp())).collect();
    assert!(Quality::of(&straight, &yes).unwrap().brier < Quality::of(&before, &yes).unwrap().brier);
}

#[test]
fn the_strongest_reason_comes_first() {
    let model = Model { intercept: 0.0, coefficients: vec![1.0, -3.0, 0.5], left_out: Vec::new() };
    assert_eq!(model.reasons(&[2.0, 2.0, 4.0], &[1.0, 1.0, 4.0]), [(1, -3.0), (0, 1.0)]);
}
