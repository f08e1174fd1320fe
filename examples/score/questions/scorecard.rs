//! Measures, perspectives, one number.

use clap::Command;
use kith::analysis::scorecard::{Enough, Measure, Scorecard};
use serde_json::Value;

use super::Question;
use crate::input::Input;
use crate::options::{Options, value};
use crate::output::{Answer, Json};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "scorecard",
    about: "Balanced scorecard from perspective, kpi, weight, baseline, target, actual (CSV, or JSON by perspective)",
    options,
    answer,
};

fn options(command: Command) -> Command {
    command.arg(value("min-weight", "PART", "How much of a perspective's weight must be measured [0.5]")).arg(value(
        "min-perspectives",
        "N",
        "How many perspectives the whole needs [3]",
    ))
}

struct Row {
    perspective: String,
    name: String,
    /// Weight, baseline, target.
    numbers: [f64; 3],
    actual: Option<f64>,
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let rows = if input.is_json() { from_json(&input.json()?)? } else { from_table(input)? };
    let mut names: Vec<&str> = Vec::new();
    let mut measures = Vec::new();
    for row in &rows {
        let place = names.iter().position(|name| *name == row.perspective).unwrap_or_else(|| {
            names.push(&row.perspective);
            names.len() - 1
        });
        let perspective = u8::try_from(place).map_err(|_| Trouble::say("There are more than 256 perspectives."))?;
        let [weight, baseline, target] = row.numbers;
        if weight < 0.0 {
            return Err(Trouble::say(format!("{}: a weight below zero.", row.name)));
        }
        measures.push(Measure { perspective, weight, baseline, target, actual: row.actual });
    }
    let usual = Enough::default();
    let enough = Enough {
        weight: options.number_within("min-weight", 0.0, 1.0)?.unwrap_or(usual.weight),
        perspectives: options.whole("min-perspectives")?.unwrap_or(usual.perspectives),
    };
    let card = Scorecard::new(&measures, enough);
    let perspectives = names.iter().zip(&card.perspectives).map(|(name, score)| (*name, (*score).into()));
    let result = Json::object([("perspectives", Json::object(perspectives)), ("overall", card.overall.into())]);
    let kpis = names.iter().map(|name| {
        let of = rows.iter().zip(&card.scores).filter(|(row, _)| row.perspective == **name);
        (*name, Json::object(of.map(|(row, score)| (row.name.clone(), (*score).into()))))
    });
    let json = Json::object([("kpi_scores", Json::object(kpis)), ("result", result)]);
    let flat = rows.iter().filter(|row| row.numbers[1] == row.numbers[2]);
    let flat = flat.map(|row| format!("{}: the target is the baseline, so there is no score.", row.name));
    let thin = names.iter().zip(&card.perspectives).filter(|(_, score)| score.is_none());
    let thin = thin.map(|(name, _)| format!("{name}: too little is measured for a score."));
    let whole = card.overall.is_none().then(|| "Too few perspectives have a score for one number.".to_owned());
    Ok(Answer::json(json).remark(flat.chain(thin).chain(whole)))
}

fn from_table(input: &Input) -> Result<Vec<Row>, Trouble> {
    let table = input.table()?;
    let column = |what: &str, names: &[&str]| table.column(what, None, names);
    let (perspective, name) =
        (column("the perspective", &["perspective"])?, column("the measure", &["kpi", "name", "measure"])?);
    let numbers = [
        column("the weight", &["weight"])?,
        column("the baseline", &["baseline"])?,
        column("the target", &["target"])?,
    ];
    let actual = column("what was measured", &["actual", "value"])?;
    let row = |row: usize| {
        let mut found = [0.0; 3];
        for (found, column) in found.iter_mut().zip(numbers) {
            *found = column.number(row)?.ok_or_else(|| column.wrong(row, "a number"))?;
        }
        Ok(Row {
            perspective: perspective.text(row).into(),
            name: name.text(row).into(),
            numbers: found,
            actual: actual.number(row)?,
        })
    };
    (0..table.len()).map(row).collect()
}

/// `{perspective: [[name, weight, baseline, target, actual], …]}`, at the top or below a key that begins with `kpis`. Perspectives
/// come in the sequence of their letters.
fn from_json(json: &Value) -> Result<Vec<Row>, Trouble> {
    let wrong = || Trouble::say("The JSON is not {perspective: [[name, weight, baseline, target, actual], …]}.");
    let top = json.as_object().ok_or_else(wrong)?;
    let kpis = top
        .iter()
        .find(|(key, _)| key.starts_with("kpis"))
        .map_or(Some(top), |(_, value)| value.as_object())
        .ok_or_else(wrong)?;
    let mut rows = Vec::new();
    for (perspective, list) in kpis {
        for kpi in list.as_array().ok_or_else(wrong)? {
            let number = |place: usize| kpi[place].as_f64().ok_or_else(wrong);
            rows.push(Row {
                perspective: perspective.clone(),
                name: kpi[0].as_str().ok_or_else(wrong)?.to_owned(),
                numbers: [number(1)?, number(2)?, number(3)?],
                actual: if kpi[4].is_null() { None } else { Some(number(4)?) },
            });
        }
    }
    Ok(rows)
}
