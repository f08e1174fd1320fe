use kith::analysis::scorecard::{Enough, Measure, Scorecard};

use crate::analysis_support::json;
use crate::support::near;

#[test]
fn the_worked_example_rolls_up() {
    let expected = json("expected/95_balanced_scorecard.json");
    let kpis = expected["kpis_[name,weight,baseline,target,actual]"].as_object().unwrap();
    let mut measures = Vec::new();
    for (perspective, list) in (0..).zip(kpis.values()) {
        for kpi in list.as_array().unwrap() {
            let [weight, baseline, target] = [1, 2, 3].map(|i| kpi[i].as_f64().unwrap());
            measures.push(Measure { perspective, weight, baseline, target, actual: kpi[4].as_f64() });
        }
    }
    let found = Scorecard::new(&measures, Enough::default());
    for (name, score) in kpis.keys().zip(&found.perspectives) {
        near(score.unwrap(), &expected["result"]["perspectives"][name], 1e-12, name);
    }
    near(found.overall.unwrap(), &expected["result"]["overall"], 1e-12, "overall");
}

#[test]
fn what_nobody_measured_is_missing_and_not_zero() {
    let measure = |perspective, weight, actual| Measure { perspective, weight, baseline: 0.0, target: 10.0, actual };
    let few =
        [measure(0, 1.0, Some(20.0)), measure(1, 1.0, Some(5.0)), measure(2, 3.0, None), measure(2, 1.0, Some(1.0))];
    let found = Scorecard::new(&few, Enough::default());
    assert_eq!(found.perspectives, [Some(1.0), Some(0.5), None, None]);
    assert_eq!(found.overall, None);
    let two = Enough { perspectives: 2, ..Enough::default() };
    assert_eq!(Scorecard::new(&few, two).overall, Some(0.75));
    let flat = Measure { target: 0.0, ..measure(0, 1.0, Some(3.0)) };
    assert_eq!(flat.score(), None);
    assert_eq!(Scorecard::new(&[], Enough { weight: 0.0, perspectives: 0 }).overall, None);
}
