//! Lifetime value by months of discounted cash flow, and how likely no order is.

use clap::Command;
use kith::analysis::btyd::bg::Family;
use kith::analysis::btyd::clv::{Months, lifetime_values};

use super::Question;
use super::models;
use crate::input::Input;
use crate::input::parameters::Given;
use crate::input::repeats::{self, Rows};
use crate::options::{Options, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "clv",
    about: "Value of the months to come (BG/NBD × Gamma-Gamma), and the chance of no order (Pareto/NBD)",
    options,
    answer,
};

fn options(command: Command) -> Command {
    let command = command
        .arg(value("months", "N", "How many months [12]"))
        .arg(value("monthly-discount", "PART", "A month's rate of discount [0.01]"))
        .arg(value("margin", "PART", "What is left of an amount [1]"))
        .arg(value("month", "WEEKS", "How long a month is [4.345]"))
        .arg(value("model", "bgnbd|mbgnbd", "Which model expects the orders [bgnbd]"))
        .arg(value("horizons", "WEEKS,…", "For the chance of no order [4,13,39]"));
    repeats::columns(models::options(command))
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let months = Months {
        count: options.whole("months")?.unwrap_or(12).min(1200),
        length: options.number_within("month", 1e-6, 1e4)?.unwrap_or(4.345),
        discount: options.number_within("monthly-discount", 0.0, 10.0)?.unwrap_or(0.01),
    };
    let margin = options.number("margin")?.unwrap_or(1.0);
    let horizons = options.numbers("horizons")?.unwrap_or_else(|| vec![4.0, 13.0, 39.0]);
    if horizons.iter().any(|weeks| *weeks < 0.0) {
        return Err(Trouble::say("--horizons: weeks from 0 up."));
    }
    let family = match options.text("model") {
        None | Some("bgnbd") => Family::BG,
        Some("mbgnbd") => Family::MBG,
        Some(other) => return Err(Trouble::say(format!("--model: “{other}” is neither bgnbd nor mbgnbd."))),
    };
    let name = if family == Family::BG { "bgnbd" } else { "mbgnbd" };
    let rows = Rows::read(input, options)?;
    let repeats = rows.repeats()?;
    let given = Given::read(options)?;
    let model = models::bg(name, family, &repeats, options, &given)?;
    let pareto = models::pareto(&repeats, options, &given)?;
    let spend = models::spend(&rows, options, &given)?;

    let means = spend.as_ref().and_then(|spend| spend.usable()?.expected_of(&rows.x, &rows.m_x));
    let orders =
        model.usable().map(|model| repeats.spread(&months.orders(&mut |until| model.expected(&repeats, until))));
    let values = means.as_ref().zip(orders.as_ref()).map(|(means, orders)| lifetime_values(margin, means, orders));
    let none = pareto.usable().map(|model| {
        horizons.iter().map(|weeks| repeats.spread(&model.no_order_within(&repeats, *weeks))).collect::<Vec<_>>()
    });
    let mut headings: Vec<String> = ["customer_id", "expected_average_value", "clv"].map(String::from).into();
    headings.extend(horizons.iter().map(|weeks| format!("pnbd_p_no_order_{weeks}w")));
    let mut sheet = Sheet::new(headings);
    for (row, name) in rows.names.iter().enumerate() {
        let mut cells: Vec<Json> = vec![name.as_str().into()];
        cells.extend([&means, &values].map(|column| Json::from(column.as_ref().map(|column| column[row]))));
        cells.extend((0..horizons.len()).map(|i| Json::from(none.as_ref().map(|none| none[i][row]))));
        sheet.push(cells);
    }
    let total = values.as_ref().map(|values| values.iter().sum::<f64>());
    let json = Json::object([
        ("months", months.count.into()),
        ("monthly_discount_rate", months.discount.into()),
        ("total_clv", total.into()),
        ("mean_clv", total.map(|total| total / rows.x.len().max(1) as f64).into()),
        ("top10_share", values.and_then(best_tenth).into()),
        ("p_no_order_horizons_weeks", Json::list(horizons)),
    ]);
    let no_money = spend.is_none().then(|| "gamma_gamma: nobody has repeat orders whose amounts differ.".to_owned());
    let remarks = [model.against, pareto.against, spend.map(|spend| spend.against).unwrap_or_default()];
    Ok(Answer::sheet(sheet).or_json(json).remark(remarks.concat()).remark(no_money))
}

/// The part of the whole that the most valuable tenth brings.
fn best_tenth(mut values: Vec<f64>) -> Option<f64> {
    values.sort_unstable_by(|a, b| b.total_cmp(a));
    let total: f64 = values.iter().sum();
    let best: f64 = values[..values.len().div_ceil(10)].iter().sum();
    (total > 0.0).then(|| best / total)
}
