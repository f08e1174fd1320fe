//! Will they come back: three models, spend, and what it is worth.

use clap::Command;
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::clv::{continuous, lifetime_values};
use kith::analysis::btyd::spend::correlation_of;

use super::Question;
use super::models::{self, BG, Model, PARETO, SPEND};
use crate::input::Input;
use crate::input::parameters::Given;
use crate::input::repeats::{self, Rows};
use crate::options::{Options, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "btyd",
    about: "BG/NBD, MBG/NBD, Pareto/NBD and Gamma-Gamma: parameters, P(alive), expected orders, DERT, spend, value",
    options,
    answer,
};

const WEEKS_A_YEAR: f64 = 52.0;

fn options(command: Command) -> Command {
    let command = command
        .arg(value("horizons", "WEEKS,…", "How far ahead orders are expected [1,4,13,39,52]"))
        .arg(value("discount", "PART", "A year's rate of discount [0.15]"))
        .arg(value("times", "WEEKS,…", "How long new customers are followed [1,4,13,26,39,52,78,104]"))
        .arg(value("pmf-at", "WEEKS", "The time of the chances of each number of orders [39]"))
        .arg(value("pmf-to", "N", "The highest number of orders among them [7]"));
    repeats::columns(models::options(command))
}

struct Asked {
    horizons: Vec<f64>,
    times: Vec<f64>,
    pmf_at: f64,
    pmf_to: u32,
    rate: f64,
    yearly: f64,
}

impl Asked {
    fn read(options: &Options<'_>) -> Result<Self, Trouble> {
        let weeks = |name: &str, usual: &[f64]| -> Result<Vec<f64>, Trouble> {
            let found = options.numbers(name)?.unwrap_or_else(|| usual.to_vec());
            if found.iter().all(|t| (0.0..=1e6).contains(t)) {
                Ok(found)
            } else {
                Err(Trouble::say(format!("--{name}: weeks from 0 to a million.")))
            }
        };
        let yearly = options.number_within("discount", 1e-6, 100.0)?.unwrap_or(0.15);
        Ok(Self {
            horizons: weeks("horizons", &[1.0, 4.0, 13.0, 39.0, 52.0])?,
            times: weeks("times", &[1.0, 4.0, 13.0, 26.0, 39.0, 52.0, 78.0, 104.0])?,
            pmf_at: options.number_within("pmf-at", 0.0, 1e6)?.unwrap_or(39.0),
            pmf_to: options.whole("pmf-to")?.unwrap_or(7).min(1000),
            rate: continuous(yearly, WEEKS_A_YEAR),
            yearly,
        })
    }
}

/// What a model says, in the columns of the sheet: P(alive), expected orders per horizon.
type Columns = Option<Vec<Vec<f64>>>;

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let asked = Asked::read(options)?;
    let rows = Rows::read(input, options)?;
    let repeats = rows.repeats()?;
    let given = Given::read(options)?;
    let bg = models::bg("bgnbd", Family::BG, &repeats, options, &given)?;
    let mbg = models::bg("mbgnbd", Family::MBG, &repeats, options, &given)?;
    let pareto = models::pareto(&repeats, options, &given)?;
    let spend = models::spend(&rows, options, &given)?;

    let of_bg = |model: Option<Bg>| -> Columns {
        let model = model?;
        let expected = asked.horizons.iter().map(|weeks| repeats.spread(&model.expected(&repeats, *weeks)));
        Some([repeats.spread(&model.p_alive(&repeats))].into_iter().chain(expected).collect())
    };
    let columns = [
        of_bg(bg.usable()),
        of_bg(mbg.usable()),
        pareto.usable().map(|model| {
            let expected = asked.horizons.iter().map(|weeks| repeats.spread(&model.expected(&repeats, *weeks)));
            [repeats.spread(&model.p_alive(&repeats))].into_iter().chain(expected).collect()
        }),
    ];
    let dert = pareto.usable().map(|model| repeats.spread(&model.dert(&repeats, asked.rate)));
    let means = spend.as_ref().and_then(|model| model.usable()?.expected_of(&rows.x, &rows.m_x));
    let value = dert.as_ref().zip(means.as_ref()).map(|(dert, means)| lifetime_values(1.0, means, dert));

    let sheet = sheet(&asked, &rows, &columns, [&dert, &means, &value]);
    let mut bg_json = model_json(&bg, &bg.fitted.model.parameters(), BG, &columns[0], &asked);
    let new: Vec<(String, Json)> = named("t", &asked.times, |t| bg.fitted.model.expectation(t).into());
    bg_json.push(("expected_X_of_t".into(), Json::Object(new)));
    let chances = (0..=asked.pmf_to).map(|x| (format!("x{x}"), bg.fitted.model.pmf(x, asked.pmf_at).into()));
    bg_json.push((format!("pmf_x_at_t{}", asked.pmf_at), Json::object(chances)));
    let mut pareto_json = model_json(&pareto, &pareto.fitted.model.parameters(), PARETO, &columns[2], &asked);
    let new = named("t", &asked.times, |t| pareto.fitted.model.expectation(t).into());
    pareto_json.push(("expected_X_of_t".into(), Json::Object(new)));
    pareto_json.push(("sum_dert".into(), dert.as_ref().map(|dert| dert.iter().sum::<f64>()).into()));
    let mut entries: Vec<(&str, Json)> = vec![
        ("time_unit", "weeks = days/7 exactly".into()),
        ("n", rows.x.len().into()),
        ("horizons_weeks", Json::list(asked.horizons.clone())),
        ("annual_discount", asked.yearly.into()),
        ("continuous_weekly_discount", asked.rate.into()),
        ("bgnbd", Json::Object(bg_json)),
        ("mbgnbd", Json::Object(model_json(&mbg, &mbg.fitted.model.parameters(), BG, &columns[1], &asked))),
        ("pareto_nbd", Json::Object(pareto_json)),
    ];
    if let Some(spend) = &spend {
        let model = spend.fitted.model;
        let used = rows.x.iter().zip(&rows.m_x).filter(|(x, m)| **x > 0 && **m > 0.0).count();
        let mut json = fit_json(spend, &[model.p, model.q, model.gamma], SPEND);
        json.push(("n_used".into(), used.into()));
        json.push(("population_mean_spend".into(), model.population_mean().into()));
        json.push(("pearson_corr_x_mx".into(), correlation_of(&rows.x, &rows.m_x).into()));
        json.push(("mean_conditional_expected_value".into(), means.as_ref().map(|means| mean(means)).into()));
        entries.push(("gamma_gamma", Json::Object(json)));
    }
    let total = value.as_ref().map(|value| value.iter().sum::<f64>());
    entries.push(("clv_pnbd_gg", Json::object([("total", total.into())])));
    let no_money = spend.is_none().then(|| "gamma_gamma: nobody has repeat orders whose amounts differ.".to_owned());
    let remarks = [bg.against, mbg.against, pareto.against, spend.map(|spend| spend.against).unwrap_or_default()];
    Ok(Answer::sheet(sheet).or_json(Json::object(entries)).remark(remarks.concat()).remark(no_money))
}

fn sheet(asked: &Asked, rows: &Rows, columns: &[Columns; 3], [dert, means, value]: [&Option<Vec<f64>>; 3]) -> Sheet {
    let mut headings: Vec<String> = ["customer_id", "x", "t_x_weeks", "T_weeks", "m_x"].map(String::from).into();
    for model in ["bgnbd", "mbgnbd", "pnbd"] {
        headings.push(format!("{model}_palive"));
        headings.extend(asked.horizons.iter().map(|weeks| format!("{model}_cet_{weeks}w")));
    }
    headings.extend(["pnbd_dert", "gg_expected_value", "clv_pnbd_gg"].map(String::from));
    let mut sheet = Sheet::new(headings);
    for (row, name) in rows.names.iter().enumerate() {
        let mut cells: Vec<Json> = vec![
            name.as_str().into(),
            rows.x[row].into(),
            rows.t_x[row].into(),
            rows.age[row].into(),
            rows.m_x[row].into(),
        ];
        for model in columns {
            match model {
                Some(columns) => cells.extend(columns.iter().map(|column| Json::from(column[row]))),
                None => cells.extend((0..=asked.horizons.len()).map(|_| Json::Null)),
            }
        }
        cells.extend([dert, means, value].map(|column| Json::from(column.as_ref().map(|column| column[row]))));
        sheet.push(cells);
    }
    sheet
}

/// Parameters, errors and likelihood.
fn fit_json<M: Copy, const N: usize>(
    model: &Model<M, N>,
    parameters: &[f64; N],
    names: [&str; N],
) -> Vec<(String, Json)> {
    let values =
        |values: &[f64]| Json::object(names.into_iter().zip(values).map(|(name, value)| (name, (*value).into())));
    vec![
        ("params".into(), values(parameters)),
        ("se".into(), model.errors.as_ref().map_or(Json::Null, |errors| values(errors))),
        ("LL".into(), model.fitted.ln_likelihood.into()),
        ("near_boundary".into(), model.fitted.at_bound.into()),
    ]
}

fn model_json<M: Copy, const N: usize>(
    model: &Model<M, N>,
    parameters: &[f64; N],
    names: [&str; N],
    columns: &Columns,
    asked: &Asked,
) -> Vec<(String, Json)> {
    let mut json = fit_json(model, parameters, names);
    if let Some(columns) = columns {
        let sums = columns[1..].iter().map(|column| column.iter().sum::<f64>());
        let sums = asked.horizons.iter().zip(sums).map(|(weeks, sum)| (format!("w{weeks}"), Json::from(sum)));
        json.push(("sum_cet".into(), Json::object(sums)));
        json.push(("mean_palive".into(), mean(&columns[0]).into()));
    }
    json
}

fn named(letter: &str, times: &[f64], value: impl Fn(f64) -> Json) -> Vec<(String, Json)> {
    times.iter().map(|t| (format!("{letter}{t}"), value(*t))).collect()
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}
