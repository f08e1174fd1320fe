//! Predictions made at a cut, held against what came after it.

use clap::Command;
use kith::analysis::backtest::calibration::Group;
use kith::analysis::backtest::run::{Verdict, judge, naive};
use kith::analysis::btyd::bg::Family;

use super::Question;
use super::models;
use crate::input::Input;
use crate::input::parameters::Given;
use crate::input::repeats::{self, Rows};
use crate::options::{Options, value};
use crate::output::{Answer, Json};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "backtest",
    about: "Orders predicted at --as-of against those that came until --until: by past orders, by tenths of chance, next to x / T",
    options,
    answer,
};

fn options(command: Command) -> Command {
    let command = command.arg(value("horizon", "WEEKS", "How long the holdout is [what the file says]"));
    repeats::columns(models::options(command))
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let rows = Rows::read(input, options)?;
    let Some((actual, watched)) = &rows.holdout else {
        return Err(Trouble::say(
            "Nothing to hold predictions against: give --as-of before the end of the log, or a column frequency_holdout.",
        ));
    };
    let weeks = options.number_within("horizon", 0.0, 1e6)?.unwrap_or(*watched);
    if weeks <= 0.0 {
        return Err(Trouble::say("How long is the holdout? --horizon says it in weeks."));
    }
    let repeats = rows.repeats()?;
    let given = Given::read(options)?;
    let mut remarks = Vec::new();
    let mut judged: Vec<(&str, Json)> = Vec::new();
    let nobody = || Trouble::say("Nobody had ordered by the cut.");
    for (name, family) in [("bgnbd", Family::BG), ("mbgnbd", Family::MBG)] {
        let model = models::bg(name, family, &repeats, options, &given)?;
        let answer = match model.usable() {
            Some(model) => {
                let expected = repeats.spread(&model.expected(&repeats, weeks));
                let chance = repeats.spread(&model.order_within(&repeats, weeks));
                json(&judge(&rows.x, &expected, Some(&chance), actual).ok_or_else(nobody)?)
            }
            None => Json::Null,
        };
        remarks.extend(model.against);
        judged.push((name, answer));
    }
    let pareto = models::pareto(&repeats, options, &given)?;
    let answer = match pareto.usable() {
        Some(model) => {
            let expected = repeats.spread(&model.expected(&repeats, weeks));
            json(&judge(&rows.x, &expected, None, actual).ok_or_else(nobody)?)
        }
        None => Json::Null,
    };
    remarks.extend(pareto.against);
    judged.push(("pnbd", answer));
    let rule = judge(&rows.x, &naive(&rows.x, &rows.age, weeks), None, actual).ok_or_else(nobody)?;
    judged.push((
        "naive_x_over_T",
        Json::object([
            ("predicted_total", rule.error.predicted.into()),
            ("bias", rule.error.bias.into()),
            ("mae", rule.error.mae.into()),
        ]),
    ));
    let ordering = actual.iter().filter(|n| **n > 0).count() as f64 / actual.len().max(1) as f64;
    let json = Json::object([
        ("horizon_weeks", weeks.into()),
        ("actual_total", rule.error.actual.into()),
        ("share_ordering", ordering.into()),
        ("models", Json::object(judged)),
    ]);
    Ok(Answer::json(json).remark(remarks))
}

fn json(verdict: &Verdict) -> Json {
    let last = verdict.by_frequency.len().saturating_sub(1);
    let groups = verdict.by_frequency.iter().enumerate().filter_map(|(x, group)| {
        let group = group.as_ref()?;
        let name = if x == last { format!("{x}+") } else { x.to_string() };
        Some(Json::object([
            ("x", name.into()),
            ("n", group.n.into()),
            ("predicted_mean", group.predicted.into()),
            ("actual_mean", group.actual.into()),
        ]))
    });
    let mut entries: Vec<(&str, Json)> = vec![
        ("predicted_total", verdict.error.predicted.into()),
        ("bias", verdict.error.bias.into()),
        ("mae", verdict.error.mae.into()),
        ("rmse", verdict.error.rmse.into()),
        ("by_calibration_frequency", Json::list(groups)),
    ];
    if let Some(chance) = &verdict.chance {
        let tenth = |group: &Group| {
            let (low, high) = group.interval.unzip();
            Json::object([
                ("predicted", group.predicted.into()),
                ("actual", group.actual.into()),
                ("n", group.n.into()),
                ("wilson_low", low.into()),
                ("wilson_high", high.into()),
            ])
        };
        entries.push((
            "p_order",
            Json::object([
                ("auc", chance.auc.map(|auc| auc.area).into()),
                ("brier", chance.quality.brier.into()),
                ("brier_null", chance.quality.brier_null.into()),
                ("skill", chance.quality.skill.into()),
                ("deciles", Json::list(chance.tenths.iter().map(tenth))),
            ]),
        ));
    }
    Json::object(entries)
}
