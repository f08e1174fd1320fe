//! Buying at given opportunities: BG/BB.

use clap::Command;
use kith::analysis::bgbb::{BgBb, Opportunities};

use super::Question;
use crate::input::Input;
use crate::input::parameters::{self, Given};
use crate::input::repeats::counts;
use crate::options::{Options, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "bgbb",
    about: "BG/BB: opportunities taken, P(alive), expected ones, DERT; rows of x, t_x, n and how many customers",
    options,
    answer,
};

const NAMES: [&str; 4] = ["alpha", "beta", "gamma", "delta"];

fn options(command: Command) -> Command {
    let command = command
        .arg(value("horizons", "N,…", "How many opportunities ahead [1,5,10]"))
        .arg(value("discount", "PART", "The rate of discount from one opportunity to the next [0.1]"))
        .arg(value("expect-to", "N", "How far new customers are followed [10]"))
        .arg(value("bgbb", "α,β,γ,δ", "Use these parameters"));
    parameters::columns(command)
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let x = counts(table.column("opportunities taken", None, &["x", "frequency"])?)?;
    let t_x = counts(table.column("the last one taken", None, &["t_x", "recency"])?)?;
    let n = counts(table.column("opportunities", None, &["n_cal", "n", "periods", "T"])?)?;
    let custs = table.find(&["custs", "weights", "weight", "customers", "count"]);
    let custs = custs.map(|column| column.all_numbers()).transpose()?;
    let horizons = options.list("horizons").unwrap_or_else(|| vec!["1", "5", "10"]);
    let horizons: Option<Vec<u32>> =
        horizons.into_iter().map(|word| word.parse().ok().filter(|n| *n <= 1_000_000)).collect();
    let horizons =
        horizons.ok_or_else(|| Trouble::say("--horizons: whole numbers up to a million with commas between them."))?;
    let rate = options.number_within("discount", 1e-6, 100.0)?.unwrap_or(0.1);
    let seen = Opportunities::new(&x, &t_x, &n, custs.as_deref()).map_err(Trouble::say)?;
    let mut remarks = Vec::new();
    let (model, ll) = match Given::read(options)?.of(options, "bgbb", NAMES)? {
        Some(p) => (BgBb::with(p), BgBb::with(p).ln_likelihood(&seen)),
        None => {
            let fitted = BgBb::fit(&seen).map_err(Trouble::say)?;
            if fitted.at_bound || !fitted.settled {
                remarks.push("A parameter ran to its bound: the data do not determine it.");
            }
            (fitted.model, fitted.ln_likelihood)
        }
    };
    let usable = remarks.is_empty();
    let alive = model.p_alive(&seen);
    let expected: Vec<Vec<f64>> = horizons.iter().map(|more| model.expected(&seen, *more)).collect();
    let dert = model.dert(&seen, rate).unwrap_or_default();
    let mut headings: Vec<String> = ["x", "t_x", "n_cal", "custs", "p_alive_next"].map(String::from).into();
    headings.extend(horizons.iter().map(|more| format!("cet_{more}")));
    headings.push("dert".into());
    let mut sheet = Sheet::new(headings);
    let weight = |row: usize| custs.as_ref().map_or(1.0, |custs| custs[row]);
    for row in 0..x.len() {
        let mut cells: Vec<Json> = vec![x[row].into(), t_x[row].into(), n[row].into(), weight(row).into()];
        let answers = [alive[row]].into_iter().chain(expected.iter().map(|column| column[row])).chain([dert[row]]);
        cells.extend(answers.map(|value| if usable { Json::from(value) } else { Json::Null }));
        sheet.push(cells);
    }
    let named =
        |values: [f64; 4]| Json::object(NAMES.into_iter().zip(values).map(|(name, value)| (name, value.into())));
    let total = |column: &Vec<f64>| column.iter().enumerate().map(|(row, v)| v * weight(row)).sum::<f64>();
    let longest = n.iter().copied().max().unwrap_or(0);
    let to: u32 = options.whole("expect-to")?.unwrap_or(10).min(100_000);
    let json = Json::object([
        ("params", named(model.parameters())),
        ("se", model.standard_errors(&seen).map_or(Json::Null, named)),
        ("LL", ll.into()),
        ("n", seen.customers().into()),
        ("pmf_n_cal", Json::object((0..=longest.min(1000)).map(|x| (format!("x{x}"), model.pmf(x, longest).into())))),
        ("discount_per_period", rate.into()),
        ("horizons", Json::list(horizons.clone())),
        (
            "total_cet",
            Json::object(
                horizons.iter().zip(&expected).map(|(more, column)| (format!("n{more}"), total(column).into())),
            ),
        ),
        ("expectation_n", Json::object((1..=to).map(|n| (format!("n{n}"), model.expectation(n).into())))),
    ]);
    Ok(Answer::sheet(sheet).or_json(json).remark(remarks))
}
