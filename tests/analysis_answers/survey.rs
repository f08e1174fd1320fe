use kith::analysis::rates::{Rate, Show};
use kith::analysis::survey::effort::Effort;
use kith::analysis::survey::promoters::Promoters;
use kith::analysis::survey::quadrants::{Cuts, Loyalty, Quadrant, dick_basu, jones_sasser};
use kith::analysis::survey::returning::{by_level, correlation};
use kith::analysis::survey::satisfaction::Satisfaction;
use kith::analysis::survey::{NO_ANSWER, OutOfScale, Scale};
use serde_json::Value;

use crate::analysis_support::json;
use crate::support::{Rows, near};

fn answers(rows: &Rows, name: &str) -> Vec<u8> {
    rows.numbers(name).into_iter().map(|x| if x.is_nan() { NO_ANSWER } else { x as u8 }).collect()
}

fn ends(found: Option<(f64, f64)>, expected: &Value, place: &str) {
    let (low, high) = found.unwrap();
    near(low, &expected[0], 1e-9, place);
    near(high, &expected[1], 1e-9, place);
}

#[test]
fn surveys_say_what_the_reference_says() {
    for name in ["a", "tiny"] {
        let rows = Rows::fixture(&format!("expected/70_survey_{name}.csv"));
        let expected = json(&format!("expected/70_survey_{name}.json"));
        let returned = answers(&rows, "reordered_12m");
        let count = |n: u32, expected: &Value| assert_eq!(u64::from(n), expected.as_u64().unwrap(), "{name}");

        let nps = Promoters::of(&answers(&rows, "nps_0_10")).unwrap();
        let e = &expected["nps"];
        count(nps.answers, &e["n"]);
        count(nps.missing, &e["missing"]);
        count(nps.promoters, &e["promoters_9_10"]);
        count(nps.passives, &e["passives_7_8"]);
        count(nps.detractors, &e["detractors_0_6"]);
        near(nps.score().unwrap(), &e["nps"], 1e-9, name);
        near(nps.error().unwrap(), &e["se"], 1e-9, name);
        ends(nps.interval(0.95), &e["ci_normal"], name);

        let satisfied = answers(&rows, "csat_1_5");
        let csat = Satisfaction::of(&satisfied, Scale::SATISFIED, 4).unwrap();
        let e = &expected["csat"];
        count(csat.top.cases, &e["n"]);
        count(csat.top.yes, &e["top2"]);
        near(100.0 * csat.top.value().unwrap(), &e["csat_pct"], 1e-9, name);
        near(csat.mean.unwrap(), &e["mean"], 1e-9, name);
        let percent = |ends: Option<(f64, f64)>| ends.map(|(low, high)| (100.0 * low, 100.0 * high));
        ends(percent(csat.top.wilson(0.95)), &e["wilson"], name);
        ends(percent(csat.top.jeffreys(0.95)), &e["jeffreys"], name);

        let ces = Effort::of(&answers(&rows, "ces_1_7"), Scale::EASY, 5).unwrap();
        count(ces.easy.cases, &expected["ces"]["n"]);
        near(ces.mean.unwrap(), &expected["ces"]["mean"], 1e-9, name);
        near(100.0 * ces.easy.value().unwrap(), &expected["ces"]["top3_pct_5_6_7"], 1e-9, name);

        let levels = by_level(&satisfied, &returned, Scale::SATISFIED).unwrap();
        for (level, rate) in (1..).zip(levels) {
            let e = &expected["retention_by_csat_level"][format!("{level}")];
            count(rate.cases, &e["n"]);
            count(rate.yes, &e["reordered"]);
            assert_eq!(rate.value().is_none(), e["rate"].is_null());
            if rate.cases > 0 {
                near(rate.value().unwrap(), &e["rate"], 1e-9, name);
                ends(rate.wilson(0.95), &e["wilson"], name);
            }
        }
        near(correlation(&satisfied, &returned).unwrap(), &expected["spearman_csat_reorder"], 1e-9, name);
    }
}

#[test]
fn quadrants_are_those_of_the_reference() {
    for name in ["a", "tiny"] {
        let rows = Rows::fixture(&format!("expected/70_survey_{name}.csv"));
        let expected = json(&format!("expected/70_survey_{name}.json"));
        let found = jones_sasser(&answers(&rows, "csat_1_5"), &rows.numbers("loyalty_index_0_100"), Cuts::default());
        let named = Rows::fixture(&format!("expected/70_survey_quadrants_{name}.csv"));
        for (code, wanted) in found.iter().zip(named.text("quadrant")) {
            let name =
                Quadrant::ALL.iter().find(|quadrant| **quadrant as u8 == *code).map(|quadrant| format!("{quadrant:?}"));
            assert_eq!(name.unwrap_or_default(), wanted);
        }
        let loyal = dick_basu(&answers(&rows, "nps_0_10"), &answers(&rows, "reordered_12m"), 9);
        for loyalty in Loyalty::ALL {
            let count = loyal.iter().filter(|code| **code == loyalty as u8).count();
            assert_eq!(
                count as u64,
                expected["dick_basu"]["counts"][format!("{loyalty:?} loyalty")].as_u64().unwrap_or(0)
            );
        }
    }
}

#[test]
fn an_answer_no_scale_has_is_refused_with_its_place() {
    let wrong = |row, answer, scale| Some(OutOfScale { row, answer, scale });
    assert_eq!(Promoters::of(&[10, NO_ANSWER, 11]).err(), wrong(2, 11, Scale::RECOMMEND));
    assert_eq!(Satisfaction::of(&[0], Scale::SATISFIED, 4).err(), wrong(0, 0, Scale::SATISFIED));
    assert_eq!(Effort::of(&[7, 8], Scale::EASY, 5).err(), wrong(1, 8, Scale::EASY));
    assert_eq!(by_level(&[6], &[1], Scale::SATISFIED).err(), wrong(0, 6, Scale::SATISFIED));
}

#[test]
fn without_answers_there_is_nothing_and_no_quadrant() {
    let none = Promoters::of(&[NO_ANSWER; 3]).unwrap();
    assert_eq!((none.missing, none.score(), none.error(), none.interval(0.95)), (3, None, None, None));
    assert_eq!(Satisfaction::of(&[], Scale::SATISFIED, 4).unwrap().mean, None);
    assert_eq!(correlation(&[5, 5, 5], &[1, 0, 1]), None);
    assert_eq!(jones_sasser(&[NO_ANSWER, 5], &[90.0, f64::NAN], Cuts::default()), [0, 0]);
    assert_eq!(dick_basu(&[NO_ANSWER, 9], &[1, NO_ANSWER], 9), [0, 0]);
}

#[test]
fn a_rate_of_few_is_hidden_and_of_some_is_faint() {
    let show = |cases| Rate { yes: 0, cases }.show();
    assert_eq!([0, 4, 5, 29, 30].map(show), [Show::Hidden, Show::Hidden, Show::Faint, Show::Faint, Show::Plain]);
    let rate = Rate { yes: 0, cases: 0 };
    assert_eq!(
        (rate.value(), rate.wilson(0.95), rate.jeffreys(0.95), rate.smoothed(0.5, 0.0)),
        (None, None, None, None)
    );
    assert_eq!(rate.smoothed(0.25, 4.0), Some(0.25));
    assert_eq!(Rate { yes: 3, cases: 4 }.smoothed(0.5, 4.0), Some(0.625));
}
