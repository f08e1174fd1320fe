use kith::analysis::anomaly::ecod::ecod;
use kith::analysis::anomaly::forest::{USUAL, forest};
use kith::analysis::anomaly::own::Own;
use kith::analysis::anomaly::robust::{Robust, UNUSUAL};
use kith::analysis::columns::Orders;
use kith::analysis::history::History;
use kith::analysis::logistic::auc::Auc;
use serde_json::Value;

use crate::analysis_support::json;
use crate::support::{Rows, beside, near};

fn compare(columns: &[Vec<f64>], amount: usize, rows: &Rows, expected: &Value) -> [Vec<f64>; 3] {
    let slices: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let robust = Robust::new(slices[amount]).unwrap();
    near(robust.median, &expected["robust_z"]["median"], 1e-12, "median");
    near(robust.mad, &expected["robust_z"]["mad"], 1e-12, "mad");
    let flagged = robust.unusual(UNUSUAL).filter(|yes| *yes).count();
    assert_eq!(flagged as u64, expected["robust_z"]["n_flagged"].as_u64().unwrap());
    let rare = ecod(&slices);
    for (row, ((z, score), (e_z, e_score))) in
        robust.z.iter().zip(&rare).zip(rows.numbers("robust_z").into_iter().zip(rows.numbers("ecod"))).enumerate()
    {
        assert!((z - e_z).abs() <= 1e-8 * e_z.abs().max(1.0), "row {row}: {z} {e_z}");
        assert!((score - e_score).abs() <= 1e-8 * e_score.abs().max(1.0), "row {row}: {score} {e_score}");
    }
    let alone = forest(&slices, USUAL);
    let alike = spearman(&alone, &rows.numbers("iforest_seed7"));
    let least = expected["iforest"]["seed_to_seed_spearman"].as_f64().unwrap() - 0.02;
    assert!(alike >= least, "{alike} {least}");
    [robust.z.iter().map(|z| z.abs()).collect(), rare, alone]
}

fn spearman(a: &[f64], b: &[f64]) -> f64 {
    let ranks = |x: &[f64]| {
        let mut order: Vec<usize> = (0..x.len()).collect();
        order.sort_by(|i, j| x[*i].total_cmp(&x[*j]));
        let mut ranks = vec![0.0; x.len()];
        order.iter().enumerate().for_each(|(rank, i)| ranks[*i] = rank as f64);
        ranks
    };
    let (a, b) = (ranks(a), ranks(b));
    let middle = (a.len() as f64 - 1.0) / 2.0;
    let product = |x: &[f64], y: &[f64]| x.iter().zip(y).map(|(x, y)| (x - middle) * (y - middle)).sum::<f64>();
    product(&a, &b) / product(&a, &a)
}

#[test]
fn unusual_orders_are_those_of_the_reference() {
    let log = Rows::fixture("data/cdnow_transactions.csv");
    let kept: Vec<(f64, f64)> =
        log.numbers("amount").into_iter().zip(log.numbers("quantity")).filter(|row| row.0 > 0.0).collect();
    let column = |of: fn(&(f64, f64)) -> f64| kept.iter().map(of).collect::<Vec<f64>>();
    let columns = [column(|row| row.0.ln()), column(|row| row.1.ln()), column(|row| row.0.ln() - row.1.ln())];
    let rows = Rows::fixture("expected/60_anomaly_cdnow_orders.csv");
    compare(&columns, 0, &rows, &json("expected/60_anomaly_cdnow_orders.json"));
}

#[test]
fn unusual_payments_are_those_of_the_reference() {
    let files = [
        "data/creditcard_fraud_sample.csv.gz",
        "expected/60_anomaly_creditcard.csv",
        "expected/60_anomaly_creditcard.json",
    ];
    let [Some(data), Some(rows), Some(expected)] = files.map(beside) else { return };
    let data = Rows::read(&data);
    let mut columns: Vec<Vec<f64>> = (1..=28).map(|i| data.numbers(&format!("V{i}"))).collect();
    columns.push(data.numbers("Amount").into_iter().map(f64::ln_1p).collect());
    let expected: Value = serde_json::from_reader(std::fs::File::open(expected).unwrap()).unwrap();
    let [size, rare, alone] = compare(&columns, 28, &Rows::read(&rows), &expected);
    let label: Vec<u8> = data.numbers("Class").into_iter().map(|class| class as u8).collect();
    let area = |scores: &[f64]| Auc::of(scores, &label).unwrap().area;
    near(area(&rare), &expected["auc"]["ecod"], 1e-9, "ecod");
    near(area(&size), &expected["auc"]["abs_robust_z"], 1e-9, "z");
    near(area(&alone), &expected["auc"]["iforest"], 0.02, "forest");
}

#[test]
fn what_never_varies_is_never_unusual() {
    let robust = Robust::new(&[3.0; 9]).unwrap();
    assert_eq!((robust.mad, robust.z), (0.0, vec![0.0; 9]));
    assert_eq!(ecod(&[&[3.0; 9]]), [0.0; 9]);
    let alike = forest(&[&[3.0; 9]], USUAL);
    assert!(alike.iter().all(|score| *score == alike[0]));
    assert_eq!((forest(&[], USUAL), ecod(&[])), (Vec::new(), Vec::new()));
    assert_eq!((Robust::new(&[]), Robust::new(&[f64::NAN])), (None, None));
    // More than half are equal: the mean distance takes the place of the median one.
    let mut most = [1.0; 9];
    most[8] = 10.0;
    let robust = Robust::new(&most).unwrap();
    assert!((robust.z[8] - 9.0 / (1.2533 * 1.0)).abs() < 1e-12);
}

#[test]
fn an_order_ten_times_the_usual_is_unusual_for_its_customer_only() {
    let amounts = [900, 1_000, 1_100, 950, 1_050, 10_000, 10_000, 9_000, 11_000, 10_500, 9_500, 10_000, 5, 500];
    let customer: Vec<u32> = (0..14).map(|i| u32::from(i > 5) + u32::from(i > 11)).collect();
    let day: Vec<i32> = (0..14).collect();
    let orders = Orders::new(3, &customer, &day, &amounts).unwrap();
    let found = Own::usual(&History::new(&orders, 99));
    assert_eq!(found.customer.len(), 12, "two orders are too few");
    let unusual: Vec<i32> =
        found.day.iter().zip(&found.unusual).filter(|(_, yes)| **yes > 0).map(|(day, _)| *day).collect();
    assert_eq!(unusual, [5]);
}
