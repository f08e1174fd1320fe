//! What is unusual among all rows, or for one customer.

use clap::Command;
use kith::analysis::anomaly::ecod::ecod;
use kith::analysis::anomaly::forest::{Settings, USUAL, forest};
use kith::analysis::anomaly::own::{FEWEST_ORDERS, Own};
use kith::analysis::anomaly::robust::{Robust, UNUSUAL};
use kith::analysis::history::History;
use kith::analysis::logistic::auc::Auc;

use super::Question;
use crate::input::{Input, days, orders, table::Table};
use crate::options::{Options, as_of, switch, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "anomaly",
    about: "Modified z, ECOD and isolation forest over all rows; --per-customer: orders unusual for who placed them",
    options,
    answer,
};

const AMOUNT: &[&str] = &["amount", "revenue", "total", "value"];

fn options(command: Command) -> Command {
    let command = command
        .arg(value(
            "features",
            "NAME,…",
            "Columns [orders: logs of amount, quantity, amount a piece; else all numbers, log1p of amount]",
        ))
        .arg(value("z-column", "NAME", "The feature that has a modified z [log_amount, else the first]"))
        .arg(value("limit", "Z", "Beyond which a modified z is unusual [3.5]"))
        .arg(value("label-column", "NAME", "1 for known anomalies, to measure against [class]"))
        .arg(value("trees", "N", "Of the forest [300]"))
        .arg(value("sample", "N", "Rows a tree [256]"))
        .arg(value("seed", "N", "Of the forest [7]"))
        .arg(switch("per-customer", "Each order against the others of its customer"))
        .arg(value("fewest", "N", "Orders a customer needs, for --per-customer [5]"))
        .arg(as_of().help("The last day that exists, for --per-customer [the last row's]"));
    orders::columns(command)
}

struct Features {
    names: Vec<String>,
    columns: Vec<Vec<f64>>,
    label: Option<Vec<u8>>,
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let limit = options.number_within("limit", 0.0, 1e9)?.unwrap_or(UNUSUAL);
    if options.switch("per-customer") {
        return own(&table, options, limit);
    }
    let features = features(&table, options)?;
    let wanted = options.text("z-column").unwrap_or("log_amount");
    let place = features.names.iter().position(|name| name == wanted);
    let place = match (place, options.text("z-column")) {
        (None, Some(name)) => {
            return Err(Trouble::say(format!("--z-column: “{name}” is no feature: {}.", features.names.join(", "))));
        }
        (place, _) => place.unwrap_or(0),
    };
    let columns: Vec<&[f64]> = features.columns.iter().map(Vec::as_slice).collect();
    let n = columns.first().map_or(0, |column| column.len());
    let Some(robust) = columns.get(place).and_then(|column| Robust::new(column)) else {
        let json = Json::object([("features", Json::list(features.names)), ("n", n.into())]);
        return Ok(Answer::json(json).or_sheet(Sheet::new(HEADINGS)).remark(["There are no rows to look at."]));
    };
    let settings = Settings {
        trees: options.whole("trees")?.unwrap_or(USUAL.trees).min(10_000),
        sample: options.whole("sample")?.unwrap_or(USUAL.sample),
        seed: options.whole("seed")?.unwrap_or(USUAL.seed),
    };
    let rare = ecod(&columns);
    let alone = forest(&columns, settings);
    let unusual: Vec<bool> = robust.unusual(limit).collect();
    let mut sheet = Sheet::new(HEADINGS);
    for row in 0..n {
        sheet.push(vec![row.into(), rare[row].into(), alone[row].into(), robust.z[row].into(), unusual[row].into()]);
    }
    let mut top: Vec<usize> = (0..n).collect();
    // Of equals the later row first.
    top.sort_by(|a, b| rare[*b].total_cmp(&rare[*a]).then(b.cmp(a)));
    top.truncate(10);
    let z = [
        ("column", features.names[place].as_str().into()),
        ("median", robust.median.into()),
        ("mad", robust.mad.into()),
        ("n_flagged", unusual.iter().filter(|yes| **yes).count().into()),
    ];
    let params = format!("n_estimators={},max_samples={}", settings.trees, settings.sample);
    let mut entries = vec![
        ("features", Json::list(features.names.iter().cloned())),
        ("n", n.into()),
        ("robust_z", Json::object(z)),
        ("ecod", Json::object([("top10_ids", Json::list(top))])),
        ("iforest", Json::object([("params", params.into())])),
    ];
    if let Some(label) = &features.label {
        let size: Vec<f64> = robust.z.iter().map(|z| z.abs()).collect();
        let area = |scores: &[f64]| Json::from(Auc::of(scores, label).map(|auc| auc.area));
        entries.push((
            "auc",
            Json::object([("ecod", area(&rare)), ("iforest", area(&alone)), ("abs_robust_z", area(&size))]),
        ));
    }
    let alike = columns.iter().all(|column| column.iter().all(|x| *x == column[0]));
    let alike = alike.then_some("All rows are alike: nothing is unusual.");
    Ok(Answer::sheet(sheet).or_json(Json::object(entries)).remark(alike))
}

const HEADINGS: [&str; 5] = ["id", "ecod", "iforest_seed7", "robust_z", "flag_robust_z"];

fn features(table: &Table, options: &Options<'_>) -> Result<Features, Trouble> {
    let amount = match options.text("amount-column") {
        Some(name) => Some(table.column("the amount", Some(name), &[])?),
        None => table.find(AMOUNT),
    };
    let label = match options.text("label-column") {
        Some(name) => Some(table.column("known anomalies", Some(name), &[])?),
        None => table.find(&["class"]),
    };
    if let Some(names) = options.list("features") {
        let columns = names.iter().map(|name| table.column("a feature", Some(name), &[])?.all_numbers());
        let columns = columns.collect::<Result<_, _>>()?;
        return Ok(Features {
            names: names.into_iter().map(str::to_owned).collect(),
            columns,
            label: labels(label, table)?,
        });
    }
    if let (Some(amount), Some(quantity)) = (amount, table.find(orders::QUANTITY)) {
        // Orders: refunds and free ones have no logarithm.
        let (amounts, quantities) = (amount.all_numbers()?, quantity.all_numbers()?);
        let kept: Vec<(f64, f64)> = amounts.into_iter().zip(quantities).filter(|(a, q)| *a > 0.0 && *q > 0.0).collect();
        let column = |of: fn(&(f64, f64)) -> f64| kept.iter().map(of).collect::<Vec<f64>>();
        let columns = vec![column(|row| row.0.ln()), column(|row| row.1.ln()), column(|row| row.0.ln() - row.1.ln())];
        return Ok(Features {
            names: ["log_amount", "log_qty", "log_unit"].map(str::to_owned).to_vec(),
            columns,
            label: None,
        });
    }
    let reserved = ["time", "id", "class", "date", "customer_id", "customer"];
    let is_amount = |heading: &str| amount.is_some_and(|amount| amount.heading() == heading);
    let mut found = Features { names: Vec::new(), columns: Vec::new(), label: labels(label, table)? };
    for column in table.columns() {
        let heading = column.heading();
        let is_label = label.is_some_and(|label| label.heading() == heading);
        if reserved.contains(&heading.to_lowercase().as_str()) || is_amount(heading) || is_label {
            continue;
        }
        if let Ok(numbers) = column.all_numbers() {
            found.names.push(heading.to_owned());
            found.columns.push(numbers);
        }
    }
    if let Some(amount) = amount {
        let numbers = amount.all_numbers()?;
        if numbers.iter().any(|x| *x < 0.0) {
            return Err(Trouble::say("Amounts below zero have no logarithm; name the columns with --features."));
        }
        found.names.push("log_amount".to_owned());
        found.columns.push(numbers.into_iter().map(f64::ln_1p).collect());
    }
    if found.columns.is_empty() {
        return Err(Trouble::say(format!(
            "There is no column of numbers. The file has: {}.",
            table.headings.join(", ")
        )));
    }
    Ok(found)
}

fn labels(label: Option<crate::input::table::Column<'_>>, table: &Table) -> Result<Option<Vec<u8>>, Trouble> {
    let read = |label: crate::input::table::Column<'_>| {
        (0..table.len()).map(|row| Ok(u8::from(label.yes(row)?.unwrap_or(false)))).collect::<Result<Vec<u8>, Trouble>>()
    };
    label.map(read).transpose()
}

fn own(table: &Table, options: &Options<'_>, limit: f64) -> Result<Answer, Trouble> {
    let log = orders::Log::read(table, options)?;
    let as_of = options.day("as-of")?.or(log.last_day()).unwrap_or(0);
    let fewest = options.whole("fewest")?.unwrap_or(FEWEST_ORDERS);
    let found = Own::new(&History::new(&log.orders()?, as_of), fewest, limit);
    let mut sheet = Sheet::new(["customer_id", "date", "amount", "robust_z", "flag_robust_z"]);
    for row in 0..found.z.len() {
        let name = log.names[found.customer[row] as usize].as_str();
        let day = days::written(found.day[row]);
        sheet.push(vec![
            name.into(),
            day.into(),
            log.money(found.amount[row]).into(),
            found.z[row].into(),
            found.unusual[row].into(),
        ]);
    }
    let none = found.z.is_empty().then_some("Nobody has enough orders to have a usual amount.");
    Ok(Answer::sheet(sheet).remark(none))
}
