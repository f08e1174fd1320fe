//! How likely a yes is: coefficients, and how good they are on rows that were kept aside.

mod data;
mod quality;

use clap::Command;
use kith::analysis::logistic::firth::Firth;
use kith::analysis::logistic::fit::{Fit, Penalty};
use kith::analysis::logistic::isotonic::Isotonic;
use kith::analysis::logistic::platt::Platt;
use kith::analysis::logistic::quality::log_odds;
use kith::analysis::logistic::{Design, Ground, Model};
use kith::analysis::rates::Rate;
use kith::analysis::special::normal;

use self::data::{Data, read};
use self::quality::quality;
use super::Question;
use crate::input::Input;
use crate::options::{Options, switch, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "logistic",
    about: "Logistic regression (MLE, L2, Firth) of a yes or no on all other columns; quality on test rows; CSV: predictions",
    options,
    answer,
};

fn options(command: Command) -> Command {
    command
        .arg(value("answer-column", "NAME", "What is to be told: 1, 0, yes, no [y, target, outcome, …]"))
        .arg(value("columns", "NAME,…", "What tells it [every other column]"))
        .arg(value("test-column", "NAME", "1 for rows kept aside [is_test]"))
        .arg(value("c", "C,…", "Strengths of the data against the L2 penalty [1,0.1]"))
        .arg(value(
            "firth-rows",
            "N",
            "Rows that Firth's correction is fitted to, the first ones [60 if more than 200, else all]",
        ))
        .arg(value("firth-columns", "N", "Columns for it, the first ones [6 with the rows, else all]"))
        .arg(switch("firth-all", "Firth's correction with all rows and columns"))
        .arg(value("bins", "N", "Of the calibration [10]"))
        .arg(value("level", "PART", "Of intervals [0.95]"))
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let data = read(&input.table()?, options)?;
    let (train, test) = (&data.train, &data.test);
    let base = Rate::of(train.yes.iter().map(|yes| *yes > 0));
    let mut entries = vec![
        ("n_train".to_owned(), train.yes.len().into()),
        ("n_test".to_owned(), test.yes.len().into()),
        ("base_rate_train".to_owned(), base.value().into()),
        ("columns".to_owned(), Json::list(data.names.iter().cloned())),
    ];
    let mut remarks = Vec::new();
    let design = match Design::new(&train.all(), &train.yes) {
        Ok(design) => design,
        Err(error) => {
            entries.push(("smoothed_base_rate".into(), base.smoothed(0.5, 2.0).into()));
            let remark = format!("Nothing can be fitted, {error}; a smoothed rate is all there is.");
            return Ok(Answer::json(Json::object(entries)).remark([remark]));
        }
    };
    match Ground::of(base.yes, base.cases - base.yes) {
        Ground::BaseRate => {
            entries.push(("smoothed_base_rate".into(), base.smoothed(0.5, 2.0).into()));
            remarks.push("Fewer than 20 of one answer: the smoothed rate is what can be believed.".to_owned());
        }
        Ground::Columns(most) if (most as usize) < data.names.len() => {
            remarks.push(format!("These rows bear about {most} columns (ten of the rarer answer for each)."));
        }
        Ground::Columns(_) => {}
    }
    let mle = Fit::new(&design, Penalty::None);
    let left_out = mle
        .model
        .left_out
        .iter()
        .map(|i| format!("{} says nothing of its own: constant, or made of others.", data.names[*i as usize]));
    remarks.extend(left_out);
    if mle.separated {
        remarks.push(
            "Separation: some columns tell yes from no without fail, so there is no maximum of the likelihood.".into(),
        );
        entries.push(("mle".into(), "separated: no maximum".into()));
    } else {
        entries.push(("mle_statsmodels".into(), told(&data.names, &mle)));
    }
    let strengths = options.numbers("c")?.unwrap_or(vec![1.0, 0.1]);
    if strengths.iter().any(|c| *c <= 0.0) {
        return Err(Trouble::say("--c takes numbers above zero."));
    }
    let held = Design::penalised(&train.all(), &train.yes).map_err(Trouble::say)?;
    let penalised: Vec<(f64, Fit)> = strengths.into_iter().map(|c| (c, Fit::new(&held, Penalty::L2 { c }))).collect();
    let simple = data.names.len() == 1 && data.names[0] == "x";
    for (c, fit) in &penalised {
        let name = if simple { format!("l2_C{c}") } else { format!("l2_sklearn_C{c}") };
        entries.push((name, Json::object(coefficients(&data.names, &fit.model))));
    }
    let first = penalised.first();
    let bins = options.whole("bins")?.unwrap_or(10).clamp(1, 1000);
    let level = options.number_within("level", 0.01, 0.9999)?.unwrap_or(0.95);
    if !test.yes.is_empty() {
        if !mle.separated {
            entries.push(("test_mle".into(), quality(&mle.model, test, bins, level)));
        }
        if let Some((c, fit)) = first {
            entries.push((format!("test_l2_C{c}"), quality(&fit.model, test, bins, level)));
        }
    }
    let name = if simple { "firth" } else { "firth_small_n" };
    entries.push((name.to_owned(), firth(&data, options, &mut remarks)?));
    let mut answer = Answer::json(Json::object(entries)).remark(remarks);
    if let Some((c, fit)) = first {
        answer = answer.or_sheet(predictions(&data, &mle, *c, fit));
    }
    Ok(answer)
}

/// A lone column x has a slope, several have names.
fn coefficients(names: &[String], model: &Model) -> Vec<(String, Json)> {
    let intercept = ("intercept".to_owned(), model.intercept.into());
    if let ([name], [slope]) = (names, &model.coefficients[..])
        && name == "x"
    {
        return vec![intercept, ("slope".to_owned(), (*slope).into())];
    }
    let each = names.iter().zip(&model.coefficients).map(|(name, b)| (name.clone(), (*b).into()));
    vec![intercept, ("coef".to_owned(), Json::object(each))]
}

fn told(names: &[String], fit: &Fit) -> Json {
    let named = |values: Vec<Json>| {
        let names = std::iter::once("intercept".to_owned()).chain(names.iter().cloned());
        Json::object(names.zip(values))
    };
    let kept = |i: usize| i == 0 || !fit.model.left_out.contains(&u32::try_from(i - 1).unwrap_or(u32::MAX));
    let known = |i: usize, value: f64| if kept(i) { value.into() } else { Json::Null };
    let b = std::iter::once(&fit.model.intercept).chain(&fit.model.coefficients);
    let p: Vec<Json> =
        b.zip(&fit.errors).enumerate().map(|(i, (b, error))| known(i, normal::outside(b / error))).collect();
    let mut entries = coefficients(names, &fit.model);
    entries.push(("se".into(), named(fit.errors.iter().enumerate().map(|(i, error)| known(i, *error)).collect())));
    entries.push(("p".into(), named(p)));
    entries.push(("LL".into(), fit.ln_likelihood.into()));
    entries.push(("LL_null".into(), fit.ln_likelihood_null.into()));
    entries.push(("mcfadden_r2".into(), fit.mcfadden().into()));
    Json::object(entries)
}

fn firth(data: &Data, options: &Options<'_>, remarks: &mut Vec<String>) -> Result<Json, Trouble> {
    let few = data.train.yes.len() > 200 && !options.switch("firth-all");
    let rows = options.whole("firth-rows")?.unwrap_or(if few { 60 } else { usize::MAX }).min(data.train.yes.len());
    let columns = options.whole("firth-columns")?.unwrap_or(if few { 6 } else { usize::MAX }).min(data.names.len());
    let yes = &data.train.yes[..rows];
    let design = match Design::new(&data.train.slices(columns, rows), yes) {
        Ok(design) => design,
        Err(error) => {
            remarks.push(format!("Firth's correction cannot be fitted to the first {rows} rows: {error}."));
            return Ok(Json::Null);
        }
    };
    let fit = Firth::new(&design);
    if !fit.settled {
        remarks.push("Firth's correction did not settle.".into());
        return Ok(Json::Null);
    }
    let mut entries =
        vec![("n".to_owned(), rows.into()), ("n_events".to_owned(), yes.iter().filter(|yes| **yes > 0).count().into())];
    entries.extend(coefficients(&data.names[..columns], &fit.model));
    entries.push(("penalised_LL".into(), fit.penalised_ln_likelihood.into()));
    Ok(Json::object(entries))
}

/// Of the rows kept aside, or of all if there are none.
fn predictions(data: &Data, mle: &Fit, c: f64, penalised: &Fit) -> Sheet {
    let rows = if data.test.yes.is_empty() { &data.train } else { &data.test };
    let plain = mle.model.probabilities(&rows.all());
    let held = penalised.model.probabilities(&rows.all());
    let fitted = penalised.model.probabilities(&data.train.all());
    let isotonic = Isotonic::new(&fitted, &data.train.yes);
    let platt = Platt::new(&fitted.iter().map(|p| log_odds(*p)).collect::<Vec<_>>(), &data.train.yes);
    let mut sheet = Sheet::new([
        "id".into(),
        "y".into(),
        "p_mle".into(),
        format!("p_l2_C{c}"),
        "p_isotonic_from_l2".into(),
        "p_platt_from_l2".into(),
    ]);
    for (row, name) in rows.names.iter().enumerate() {
        let plain = if mle.separated { Json::Null } else { plain[row].into() };
        let platt = platt.map(|platt| platt.at(log_odds(held[row])));
        sheet.push(vec![
            name.as_str().into(),
            rows.yes[row].into(),
            plain,
            held[row].into(),
            isotonic.at(held[row]).into(),
            platt.into(),
        ]);
    }
    sheet
}
