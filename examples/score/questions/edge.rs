//! Single customers under given parameters, however extreme.

use clap::Command;
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::pareto::Pareto;
use kith::analysis::btyd::repeats::Repeats;

use super::Question;
use crate::input::Input;
use crate::input::repeats::counts;
use crate::input::table::Column;
use crate::options::Options;
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "edge",
    about: "Log-likelihood, P(alive), expected orders and DERT of rows of model, p1..p4, x, t_x, T, horizon, delta",
    options: |command: Command| command,
    answer,
};

const HEADINGS: [&str; 14] =
    ["model", "p1", "p2", "p3", "p4", "x", "t_x", "T", "horizon", "delta", "ll", "p_alive", "cet", "dert"];

/// The names of the parameters of both kinds of models.
const PARAMETERS: [&[&str]; 4] = [&["p1", "r"], &["p2", "alpha"], &["p3", "a", "s"], &["p4", "b", "beta"]];

fn answer(input: &Input, _: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let model = table.column("the model", None, &["model"])?;
    let parameters: Vec<Column<'_>> =
        PARAMETERS.iter().map(|names| table.column("a parameter", None, names)).collect::<Result<_, _>>()?;
    let x = counts(table.column("repeat orders", None, &["x"])?)?;
    let t_x = table.column("the last order", None, &["t_x"])?;
    let age = table.column("the end", None, &["T"])?;
    let (horizon, delta) = (table.find(&["horizon", "t"]), table.find(&["delta", "rate"]));
    let number = |column: Column<'_>, row: usize| column.number(row)?.ok_or_else(|| column.wrong(row, "a number"));
    let optional = |column: Option<Column<'_>>, row: usize| column.map_or(Ok(None), |column| column.number(row));
    let mut sheet = Sheet::new(HEADINGS);
    for (row, &x) in x.iter().enumerate() {
        let mut p = [0.0; 4];
        for (p, column) in p.iter_mut().zip(&parameters) {
            *p = number(*column, row)?;
            if *p <= 0.0 {
                return Err(column.wrong(row, "a number above zero"));
            }
        }
        let (last, end) = (number(t_x, row)?, number(age, row)?);
        let one =
            Repeats::new(&[x], &[last], &[end]).map_err(|error| Trouble::say(format!("Row {}: {error}.", row + 1)))?;
        let (ahead, rate) = (optional(horizon, row)?, optional(delta, row)?.filter(|rate| *rate > 0.0));
        if ahead.is_some_and(|ahead| ahead < 0.0) {
            return Err(Trouble::say(format!("Row {}: a horizon is not below zero.", row + 1)));
        }
        let answers = match model.text(row) {
            "bgnbd" => of_bg(Family::BG, p, &one, ahead, rate),
            "mbgnbd" => of_bg(Family::MBG, p, &one, ahead, rate),
            "pnbd" | "pareto_nbd" => {
                let model = Pareto::with(p);
                [
                    model.ln_likelihoods(&one).first().copied(),
                    model.p_alive(&one).first().copied(),
                    ahead.map(|ahead| model.expected(&one, ahead)[0]),
                    rate.map(|rate| model.dert(&one, rate)[0]),
                ]
            }
            _ => return Err(model.wrong(row, "bgnbd, mbgnbd or pnbd")),
        };
        let mut cells: Vec<Json> = vec![model.text(row).into()];
        cells.extend(p.map(Json::from));
        cells.extend([x.into(), last.into(), end.into(), ahead.into(), rate.into()]);
        cells.extend(answers.map(Json::from));
        sheet.push(cells);
    }
    Ok(Answer::sheet(sheet))
}

fn of_bg(family: Family, p: [f64; 4], one: &Repeats, ahead: Option<f64>, rate: Option<f64>) -> [Option<f64>; 4] {
    let model = Bg::with(family, p);
    [
        model.ln_likelihoods(one).first().copied(),
        model.p_alive(one).first().copied(),
        ahead.map(|ahead| model.expected(one, ahead)[0]),
        rate.map(|rate| model.dert(one, rate)[0]),
    ]
}
