//! The script's questions about repeat buying, asked as a user asks them, against the files of expected answers.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#![allow(dead_code, reason = "the script uses what a test does not")]

mod analysis_support;

#[path = "../examples/score/input/mod.rs"]
mod input;
#[path = "../examples/score/options.rs"]
mod options;
#[path = "../examples/score/output.rs"]
mod output;
#[path = "../examples/score/questions/mod.rs"]
mod questions;
#[path = "../examples/score/run.rs"]
mod run;
#[path = "../examples/score/trouble.rs"]
mod trouble;

use analysis_support::{json, near};
use serde_json::Value;

/// What only says where a file came from, or what another program found.
const ABOUT: &[&str] = &[
    "library",
    "libraries",
    "input",
    "inputs",
    "definition",
    "note",
    "convention",
    "crosscheck_BTYD",
    "LL_BTYD",
    "filter",
    "p_no_order",
    "predictions",
    "holdout",
];

fn fixture(file: &str) -> String {
    format!("{}/tests/fixtures/{file}", env!("CARGO_MANIFEST_DIR"))
}

fn ask(question: &str, file: &str, more: &[&str]) -> String {
    let path = fixture(file);
    let arguments = [&[question, path.as_str()], more].concat();
    run::reply(&arguments).unwrap_or_else(|trouble| panic!("{arguments:?}: {trouble}")).0
}

fn same(found: &Value, expected: &Value, relative: f64, place: &str) {
    match expected {
        Value::Object(entries) => {
            for (key, value) in entries.iter().filter(|(key, _)| {
                !ABOUT.contains(&key.as_str()) && !key.starts_with("check") && *key != "DERL_check_direct_sum_n1"
            }) {
                let at = format!("{place}/{key}");
                let own = found.get(key).unwrap_or_else(|| panic!("{at} is missing"));
                // Standard errors of other programs are differences of differences.
                same(own, value, if key == "se" { 0.02 } else { relative }, &at);
            }
        }
        Value::Array(values) => {
            assert_eq!(found.as_array().map(Vec::len), Some(values.len()), "{place}");
            for (i, value) in values.iter().enumerate() {
                same(&found[i], value, relative, &format!("{place}/{i}"));
            }
        }
        Value::Number(number) => {
            let (found, expected) = (found.as_f64().unwrap_or(f64::NAN), number.as_f64().unwrap());
            assert!(near(found, expected, relative), "{place}: {found} {expected}");
        }
        other => assert_eq!(found, other, "{place}"),
    }
}

fn same_json(found: &str, expected: &Value, relative: f64) {
    same(&serde_json::from_str(found).unwrap(), expected, relative, "");
}

fn same_csv(found: &str, file: &str, relative: f64) {
    let expected = std::fs::read_to_string(fixture(file)).unwrap();
    let (mut found, mut expected) =
        (csv::Reader::from_reader(found.as_bytes()), csv::Reader::from_reader(expected.as_bytes()));
    assert_eq!(found.headers().unwrap(), expected.headers().unwrap());
    let (found, expected): (Vec<_>, Vec<_>) = (found.records().collect(), expected.records().collect());
    assert_eq!(found.len(), expected.len());
    for (found, expected) in found.into_iter().zip(expected) {
        let (found, expected) = (found.unwrap(), expected.unwrap());
        for (found, wanted) in found.iter().zip(expected.iter()) {
            let wanted = if wanted == "NA" { "" } else { wanted };
            let agree = match (found.parse::<f64>(), wanted.parse::<f64>()) {
                (Ok(found), Ok(wanted)) => near(found, wanted, relative),
                _ => found == wanted,
            };
            assert!(agree, "{found} instead of {wanted} in {expected:?}");
        }
    }
}

const SUMMARY: &str = "expected/01_summary_cdnow.csv";

#[test]
fn summary_answers_as_expected() {
    let found = ask("summary", "data/cdnow_transactions.csv", &["--as-of", "1997-09-30"]);
    same_csv(&found, SUMMARY, 1e-9);
    let found = ask("summary", "data/cdnow_transactions.csv", &["--as-of", "1997-09-30", "--format", "json"]);
    let files = &json("expected/01_summary_meta.json")["files"]["open/01_summary_cdnow.csv"];
    let mut expected = files.clone();
    expected.as_object_mut().unwrap().remove("unique_x_tx_T");
    same_json(&found, &expected, 1e-12);
}

#[test]
fn a_log_without_amounts_is_summed_up_too() {
    let beside =
        ["../shared/truth", "../../shared/truth"].map(|folder| format!("{}/{folder}", env!("CARGO_MANIFEST_DIR")));
    let files = beside.map(|folder| format!("{folder}/data/grocery_elog.csv"));
    let Some(log) = files.iter().find(|file| std::path::Path::new(file).exists()) else {
        println!("skipped: grocery_elog.csv is not here");
        return;
    };
    let found = run::reply(&["summary", log, "--as-of", "2006-12-31", "--until", "2007-12-30"]).unwrap().0;
    same_csv(&found, "expected/01_summary_grocery.csv", 1e-9);
    let found = run::reply(&["regularity", log, "--as-of", "2006-12-31", "--until", "2007-12-30"]).unwrap().0;
    let mut expected = json("expected/45_regularity_grocery.json");
    expected.as_object_mut().unwrap().remove("regularity_k_wheat");
    same_json(&found, &expected, 2e-3);
}

#[test]
fn btyd_answers_as_expected() {
    same_json(&ask("btyd", SUMMARY, &["--format", "json"]), &json("expected/10_btyd_cdnow_params.json"), 1e-3);
    let given = fixture("expected/10_btyd_cdnow_params.json");
    let found = ask("btyd", SUMMARY, &["--params", &given]);
    same_csv(&found, "expected/10_btyd_cdnow_predictions.csv", 1e-7);
}

#[test]
fn clv_and_backtest_answer_as_expected() {
    let given = fixture("expected/10_btyd_cdnow_params.json");
    let more = ["--params", given.as_str()];
    same_csv(&ask("clv", SUMMARY, &more), "expected/15_clv_cdnow.csv", 1e-6);
    let found = ask("clv", SUMMARY, &[&more[..], &["--format", "json"]].concat());
    same_json(&found, &json("expected/15_clv_cdnow.json"), 1e-6);
    same_json(&ask("backtest", SUMMARY, &more), &json("expected/17_backtest_cdnow.json"), 1e-6);
    let from_log = ask("backtest", "data/cdnow_transactions.csv", &["--as-of", "1997-09-30"]);
    same_json(&from_log, &json("expected/17_backtest_cdnow.json"), 1e-3);
}

#[test]
fn bgbb_answers_as_expected() {
    let expected = json("expected/11_bgbb_donations.json");
    same_json(&ask("bgbb", "data/donations_summary.csv", &["--format", "json"]), &expected, 1e-3);
    let given = fixture("expected/11_bgbb_donations.json");
    let found = ask("bgbb", "data/donations_summary.csv", &["--params", &given]);
    same_csv(&found, "expected/11_bgbb_donations.csv", 1e-8);
}

#[test]
fn regularity_and_lumpy_demand_answer_as_expected() {
    let log = "data/cdnow_transactions.csv";
    let mut expected = json("expected/45_regularity_cdnow.json");
    // Drawn by lot there.
    expected.as_object_mut().unwrap().remove("regularity_k_wheat");
    same_json(&ask("regularity", log, &[]), &expected, 2e-3);
    let found = ask("regularity", log, &["--format", "csv"]);
    same_csv(&found, "expected/45_regularity_cdnow_per_customer.csv", 1e-10);

    let mut expected = json("expected/46_intermittent_online_retail.json");
    let again = ask("intermittent", "expected/46_intermittent_online_retail.json", &[]);
    let keys = expected.as_object_mut().unwrap();
    keys.remove("classification");
    keys.remove("freq");
    same_json(&again, &expected, 1e-6);
}

#[test]
fn edge_answers_as_expected() {
    same_csv(&ask("edge", "expected/61_edge_truth.csv", &[]), "expected/61_edge_truth.csv", 1e-9);
}

#[test]
fn retention_answers_as_expected() {
    let mut expected = json("expected/80_retention_models.json");
    let cases = expected.as_object_mut().unwrap();
    let pooled = cases["multi_cohort_fh2010"].clone();
    for other in ["script", "source", "convention", "published", "multi_cohort_fh2010", "multi_cohort_fh2010_case1"] {
        cases.remove(other);
    }
    for (_, case) in cases.iter_mut() {
        // A difference of two likelihoods, each to 1e-4.
        case["BdW"].as_object_mut().unwrap().remove("LR_vs_sBG");
    }
    same_json(&ask("retention", "data/retention_fader_hardie_2007.csv", &["--renewals", "7,4"]), &expected, 1e-3);
    same_json(&ask("retention", "data/retention_multi_cohort_fh2010.csv", &["--pool"]), &pooled, 1e-3);
}

#[test]
fn bad_input_gets_a_sentence_and_never_a_number() {
    let folder = std::env::temp_dir().join(format!("kith-score-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join("rows.csv");
    let path = file.to_str().unwrap();
    let write = |text: &str| std::fs::write(&file, text).unwrap();
    for (question, text) in [
        ("btyd", ""),
        ("btyd", "customer_id,x,t_x,T\n"),
        ("btyd", "customer_id,x,t_x,T\n1,2,0,30\n"),
        ("btyd", "customer_id,x,t_x,T\n1,2,31,30\n"),
        ("btyd", "customer_id,x,t_x,T\n1,-1,0,30\n"),
        ("btyd", "customer_id,x,t_x,T\n1,0,0,0\n"),
        ("summary", "customer_id,date\n1,yesterday\n"),
        ("backtest", "customer_id,x,t_x,T\n1,1,3,30\n"),
        ("bgbb", "x,t_x,n\n3,2,6\n"),
        ("edge", "model,p1,p2,p3,p4,x,t_x,T\nbgnbd,1,1,0,1,0,0,1\n"),
        ("retention", "year,a\n0,10\n1,11\n"),
        ("intermittent", "{\"series\": [{\"series\": [-1]}]}"),
    ] {
        write(text);
        let trouble = run::reply(&[question, path]).map(|reply| reply.0).unwrap_err().to_string();
        assert!(!trouble.is_empty(), "{question} {text}");
    }
    // Two customers who never came back: the models say why they say nothing.
    write("customer_id,x,t_x,T,m_x\n1,0,0,30,0\n2,0,0,40,0\n");
    let (text, remarks) = run::reply(&["btyd", path]).unwrap();
    assert!(remarks.iter().any(|remark| remark.contains("bgnbd")), "{remarks:?}");
    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
    std::fs::remove_dir_all(&folder).unwrap();
}
