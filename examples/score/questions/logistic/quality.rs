//! How good a model is on rows that were kept aside.

use kith::analysis::logistic::Model;
use kith::analysis::logistic::auc::Auc;
use kith::analysis::logistic::calibration::{by_quantile, in_the_large, mean_error, slope};
use kith::analysis::logistic::quality::{Quality, average_precision, lift_of_best_tenth};

use super::data::Part;
use crate::output::Json;

pub fn quality(model: &Model, test: &Part, bins: usize, level: f64) -> Json {
    let chance = model.probabilities(&test.all());
    let Some(quality) = Quality::of(&chance, &test.yes) else { return Json::Null };
    let auc = Auc::of(&chance, &test.yes);
    let found = by_quantile(&chance, &test.yes, bins);
    let (low, high) = auc.and_then(|auc| auc.interval(level)).unzip();
    Json::object([
        ("auc".to_owned(), auc.map(|auc| auc.area).into()),
        ("average_precision".to_owned(), average_precision(&chance, &test.yes).into()),
        ("brier".to_owned(), quality.brier.into()),
        ("brier_null".to_owned(), quality.brier_null.into()),
        ("brier_skill".to_owned(), quality.skill.into()),
        ("log_loss".to_owned(), quality.log_loss.into()),
        (
            format!("calibration_quantile{bins}"),
            Json::object([
                ("mean_predicted", Json::list(found.iter().map(|bin| bin.predicted))),
                ("fraction_positive", Json::list(found.iter().map(|bin| bin.observed.value()))),
                ("n", Json::list(found.iter().map(|bin| bin.observed.cases))),
            ]),
        ),
        ("calibration_intercept_in_the_large".to_owned(), in_the_large(&chance, &test.yes).into()),
        ("calibration_slope".to_owned(), slope(&chance, &test.yes).into()),
        (format!("ece_{bins}_equal_count"), mean_error(&found).into()),
        ("lift_top_decile".to_owned(), lift_of_best_tenth(&chance, &test.yes).into()),
        ("mean_predicted".to_owned(), quality.predicted.into()),
        ("observed_rate".to_owned(), quality.observed.into()),
        (
            "auc_delong".to_owned(),
            Json::object([
                ("auc", auc.map(|auc| auc.area).into()),
                ("lo", low.into()),
                ("hi", high.into()),
                ("se", auc.and_then(|auc| auc.error).into()),
            ]),
        ),
    ])
}
