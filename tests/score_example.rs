//! The example answers in the shape of the expected files, and says what is wrong with a sentence and exit code 2.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// Built by `cargo test` beside this test; none, with a message, where only this test was built.
fn example() -> Option<PathBuf> {
    let folder = std::env::current_exe().unwrap().parent().unwrap().parent().unwrap().join("examples");
    let path = folder.join(format!("score{}", std::env::consts::EXE_SUFFIX));
    if !path.exists() {
        eprintln!("skipped: the example is not built; `cargo test --no-default-features` builds it");
    }
    path.exists().then_some(path)
}

fn fixture(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(file)
}

fn ask(example: &Path, question: &str, input: &Path, options: &str) -> Output {
    Command::new(example).arg(question).arg(input).args(options.split_whitespace()).output().unwrap()
}

/// How many values were compared; keys that only one side has are passed over.
fn compare(found: &Value, expected: &Value, place: &str) -> usize {
    match (found, expected) {
        (Value::Object(found), Value::Object(expected)) => {
            let shared = expected.iter().filter_map(|(key, value)| Some((key, found.get(key)?, value)));
            shared.map(|(key, found, value)| compare(found, value, &format!("{place}/{key}"))).sum()
        }
        (Value::Array(found), Value::Array(expected)) => {
            assert_eq!(found.len(), expected.len(), "{place}");
            found
                .iter()
                .zip(expected)
                .enumerate()
                .map(|(i, (found, value))| compare(found, value, &format!("{place}/{i}")))
                .sum()
        }
        (Value::Number(found), Value::Number(expected)) => {
            near(found.as_f64().unwrap(), expected.as_f64().unwrap(), place);
            1
        }
        _ => {
            assert_eq!(found, expected, "{place}");
            1
        }
    }
}

fn near(found: f64, expected: f64, place: &str) {
    assert!((found - expected).abs() <= 1e-6 * expected.abs().max(1.0), "{place}: {found} is not {expected}");
}

/// Each heading of the answer that the expected file has too, row by row. The shared headings, in the answer's sequence.
fn compare_sheets(found: &[u8], expected: &Path) -> Vec<String> {
    let rows = |reader: &mut csv::Reader<&[u8]>| reader.records().map(Result::unwrap).collect::<Vec<_>>();
    let expected = std::fs::read(expected).unwrap();
    let (mut found, mut wanted) = (csv::Reader::from_reader(found), csv::Reader::from_reader(&expected[..]));
    let headings = [found.headers().unwrap().clone(), wanted.headers().unwrap().clone()];
    let (found, wanted) = (rows(&mut found), rows(&mut wanted));
    assert_eq!(found.len(), wanted.len());
    let mut shared = Vec::new();
    for (place, heading) in headings[0].iter().enumerate() {
        // A forest grows as chance has it.
        let Some(other) =
            headings[1].iter().position(|other| other == heading).filter(|_| !heading.starts_with("iforest"))
        else {
            continue;
        };
        shared.push(heading.to_owned());
        for (row, (found, wanted)) in found.iter().zip(&wanted).enumerate() {
            let at = format!("{heading} {row}");
            match (found[place].parse(), wanted[other].parse()) {
                (Ok(found), Ok(wanted)) => near(found, wanted, &at),
                _ => assert_eq!(found[place], wanted[other], "{at}"),
            }
        }
    }
    shared
}

#[test]
fn answers_in_json_have_the_keys_and_numbers_of_the_expected_files() {
    let Some(example) = example() else { return };
    let telco_times = "--times 0,1,2,3,6,12,24,36,48,60,72";
    let cases = [
        ("cohort", "data/rfm_orders.csv", "--period Q", "24_cohort_rfm_orders.json", 200),
        ("cohort", "data/cdnow_transactions.csv", "", "24_cohort_cdnow.json", 100),
        ("logistic", "expected/30_design_bank_leads.csv.gz", "", "30_logistic_bank_leads.json", 130),
        ("logistic", "expected/30_design_telco.csv.gz", "", "30_logistic_telco.json", 150),
        ("logistic", "expected/31_logistic_separation.json", "", "31_logistic_separation.json", 5),
        ("km", "expected/42_km_textbook.json", "", "42_km_textbook.json", 40),
        ("km", "data/telco_churn.csv", telco_times, "40_km_telco.json", 200),
        (
            "km",
            "data/cdnow_transactions.csv",
            "--times 7,14,30,60,90,180,270,365,450",
            "41_km_second_order_cdnow.json",
            50,
        ),
        ("survey", "expected/70_survey_a.csv", "", "70_survey_a.json", 50),
        ("survey", "expected/70_survey_tiny.csv", "", "70_survey_tiny.json", 50),
        ("anomaly", "data/cdnow_transactions.csv", "--format json", "60_anomaly_cdnow_orders.json", 15),
        ("scorecard", "expected/95_balanced_scorecard.json", "", "95_balanced_scorecard.json", 5),
        ("abc", "expected/22_abc_rfm_edge_cases.json", "", "22_abc_rfm_edge_cases.json", 30),
        ("rfm", "expected/22_abc_rfm_edge_cases.json", "", "22_abc_rfm_edge_cases.json", 30),
        ("abc", "data/cdnow_transactions.csv", "--format json", "20_classification_cdnow.json", 20),
        (
            "profit",
            "data/cdnow_transactions.csv",
            "--format json --margin 0.3 --per-order 4",
            "20_classification_cdnow.json",
            15,
        ),
    ];
    for (question, input, options, expected, least) in cases {
        let output = ask(&example, question, &fixture(input), options);
        assert!(output.status.success(), "{question}: {}", String::from_utf8_lossy(&output.stderr));
        let found: Value = serde_json::from_slice(&output.stdout).unwrap();
        let mut expected: Value =
            serde_json::from_reader(std::fs::File::open(fixture("expected").join(expected)).unwrap()).unwrap();
        if question == "logistic" {
            // What diverges is told in other words.
            expected.as_object_mut().unwrap().remove("mle");
        }
        let compared = compare(&found, &expected, question);
        assert!(compared >= least, "{question} {input}: only {compared} values were compared");
    }
}

#[test]
fn answers_in_csv_have_the_columns_and_rows_of_the_expected_files() {
    let Some(example) = example() else { return };
    let cases = [
        ("rfm", "data/online_retail_sample.csv", "", "20_rfm_online_retail.csv", 10),
        ("rfm", "data/cdnow_transactions.csv", "--as-of 1998-07-01", "20_rfm_cdnow.csv", 10),
        ("abc", "data/online_retail_sample.csv", "", "21_abc_online_retail.csv", 7),
        (
            "profit",
            "data/online_retail_sample.csv",
            "--margin 0.35 --per-order 6 --per-return 12",
            "23_profit_online_retail.csv",
            6,
        ),
        ("quadrants", "expected/70_survey_a.csv", "", "70_survey_quadrants_a.csv", 2),
        ("logistic", "expected/30_design_telco.csv.gz", "--format csv", "30_pred_telco.csv", 5),
        ("anomaly", "data/cdnow_transactions.csv", "", "60_anomaly_cdnow_orders.csv", 4),
    ];
    for (question, input, options, expected, columns) in cases {
        let output = ask(&example, question, &fixture(input), options);
        assert!(output.status.success(), "{question}: {}", String::from_utf8_lossy(&output.stderr));
        let shared = compare_sheets(&output.stdout, &fixture("expected").join(expected));
        assert_eq!(shared.len(), columns, "{question} {input}: {shared:?}");
    }
}

#[test]
fn what_is_wrong_is_said_in_a_sentence_with_exit_code_two() {
    let Some(example) = example() else { return };
    let log = fixture("data/cdnow_transactions.csv");
    for (question, input, options, word) in [
        ("rfm", Path::new("/there/is/no/such.csv"), "", "cannot be read"),
        ("rfm", &log, "--as-of tomorrow", "tomorrow"),
        ("rfm", &log, "--k 99", "2 to 10"),
        ("abc", &log, "--cuts 95,80", "above the first"),
        ("survey", &log, "", "nps"),
        ("km", &fixture("expected/70_survey_a.csv"), "", "There is no column"),
        ("cohort", &log, "--period F", "none of W, M, Q, Y"),
    ] {
        let output = ask(&example, question, input, options);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{question} {options}: {said}");
        assert!(output.stdout.is_empty() && said.contains(word) && said.trim_end().ends_with('.'), "{said}");
    }
    let help = Command::new(&example).arg("--help").output().unwrap();
    assert!(help.status.success());
    let text = String::from_utf8(help.stdout).unwrap();
    assert!(["rfm", "--as-of", "rules", "--min-support", "scorecard"].iter().all(|word| text.contains(word)));
}
