//! How steadily customers buy.

use clap::Command;
use kith::analysis::history::History;
use kith::analysis::xyz::Xyz;

use super::{Question, cohort};
use crate::input::{Input, orders};
use crate::options::{Options, as_of, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question =
    Question { name: "xyz", about: "XYZ classes by the coefficient of variation per period", options, answer };

fn options(command: Command) -> Command {
    let command = command
        .arg(value("period", "W|M|Q|Y", "Week, month, quarter or year [M]"))
        .arg(value("cuts", "X,Y", "Coefficients of variation below which X and Y lie [0.5,1]"))
        .arg(as_of().help("The last day that exists [the last row's]"));
    orders::columns(command)
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let log = orders::Log::read(&input.table()?, options)?;
    let as_of = options.day("as-of")?.or(log.last_day()).unwrap_or(0);
    let cuts = match options.numbers("cuts")?.as_deref() {
        None => (0.5, 1.0),
        Some([x, y]) if 0.0 < *x && x < y => (*x, *y),
        Some(_) => return Err(Trouble::say("--cuts takes two numbers above zero, the lower first, as 0.5,1.")),
    };
    let xyz = Xyz::new(&History::new(&log.orders()?, as_of), cohort::period(options)?, cuts);
    let mut sheet = Sheet::new(["customer_id", "periods", "mean", "cv", "class"]);
    for (c, name) in log.names.iter().enumerate() {
        let letter = [None, Some("X"), Some("Y"), Some("Z")][usize::from(xyz.class[c])];
        let known = |x: f64| letter.map_or(Json::Null, |_| x.into());
        let mean = known(xyz.mean[c] / 10f64.powi(log.places as i32));
        sheet.push(vec![name.as_str().into(), xyz.periods[c].into(), mean, known(xyz.variation[c]), letter.into()]);
    }
    let none =
        xyz.class.iter().all(|class| *class == 0).then_some("Nobody has three whole periods: there are no classes.");
    Ok(Answer::sheet(sheet).remark(none))
}
