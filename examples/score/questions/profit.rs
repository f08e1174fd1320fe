//! What is left of what customers pay.

use std::collections::HashMap;

use clap::Command;
use kith::analysis::abc::{Abc, Class};
use kith::analysis::history::History;
use kith::analysis::profit::{Costs, Goods, hourly, overrated, profit};
use kith::analysis::summary::Summary;
use kith::analysis::values::Values;
use kith::analysis::whale::{PERCENTS, Whale};

use super::{Question, abc};
use crate::input::{Input, money, orders, table::Table};
use crate::options::{Options, as_of, switch, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "profit",
    about: "Profit per customer, whale curve, hourly rate, A by revenue and C by profit",
    options,
    answer,
};

/// Further places that profit is counted in, so that parts of a cent are exact.
const FINER: u32 = 4;

fn options(command: Command) -> Command {
    let command = command
        .arg(value("margin", "PART", "The part of every amount that stays, as 0.3 [from the column cost, else 1]"))
        .arg(value("per-order", "MONEY", "What each order costs [0]"))
        .arg(value("per-return", "MONEY", "What each refund costs [0]"))
        .arg(value("hour-cost", "MONEY", "What an hour costs, for the columns hours or minutes [0]"))
        .arg(value("cuts", "A,B", "Where A and B end, as percent or parts [80,95]"))
        .arg(switch("classes", "Adds the classes by revenue and by profit, and hourly rates where there are hours"))
        .arg(as_of().help("The last day that exists [the last row's]"));
    orders::columns(command)
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let mut log = orders::Log::read(&table, options)?;
    let as_of = options.day("as-of")?.or(log.last_day()).unwrap_or(0);
    let minutes = minutes(&table, options, &log)?;
    let stays: HashMap<String, u32> = log.names.iter().cloned().zip(minutes).collect();
    log.retain(|log, row| log.amount[row] != 0 && log.day[row] <= as_of);
    let minutes: Vec<u32> = log.names.iter().map(|name| stays[name]).collect();
    log.finer(FINER)?;
    let orders = log.orders()?;
    let summary = Summary::new(&orders, &History::new(&orders, as_of));
    let hour = units(options, "hour-cost", log.places)?;
    let served: Vec<i64> = minutes.iter().map(|m| (i128::from(*m) * i128::from(hour) / 60) as i64).collect();
    let goods = match options.number_within("margin", -1.0, 1000.0)? {
        Some(part) if part >= 0.0 => Goods::Kept((part * 1e6).round() as u32),
        Some(_) => return Err(Trouble::say("--margin must be zero or more.")),
        None if log.cost.is_some() => Goods::Known,
        None => Goods::Kept(1_000_000),
    };
    let costs = Costs {
        goods,
        per_order: units(options, "per-order", log.places)?,
        per_refund: units(options, "per-return", log.places)?,
        served: Some(&served),
    };
    let profit = profit(&summary, &costs);
    let cuts = abc::cuts(options, None)?;
    let (by_revenue, by_profit) = (Abc::new(&summary.revenue(), cuts), Abc::new(&profit, cuts));
    let expenses: Vec<i64> =
        (0..minutes.len()).map(|c| summary.net[c] - profit.get(c).unwrap_or(0) - served[c]).collect();
    let hourly = hourly(&summary.net, &expenses, &minutes);
    let mut headings = vec!["customer_id", "gross", "refund", "n_orders", "n_returns", "profit"];
    if options.switch("classes") {
        headings.extend(["hours", "hourly_rate", "class_revenue", "class_profit"]);
    }
    let mut sheet = Sheet::new(headings);
    for (c, name) in log.names.iter().enumerate() {
        // A refund of an order outside of the log is left out, as from the profit.
        let refunds = if summary.orders[c] > 0 { (summary.refunded[c], summary.refunds[c]) } else { (0, 0) };
        let mut row: Vec<Json> =
            vec![name.as_str().into(), log.money(summary.gross[c]).into(), log.money(refunds.0).into()];
        row.extend([summary.orders[c], refunds.1].map(Json::from));
        row.push(profit.get(c).map(|units| log.money(units)).into());
        if options.switch("classes") {
            row.push((f64::from(minutes[c]) / 60.0).into());
            row.push(hourly.get(c).map(|units| log.money(units)).into());
            row.extend([&by_revenue, &by_profit].map(|abc| Json::from(abc.class_of(c).map(Class::letter))));
        }
        sheet.push(row);
    }
    let names = overrated(&by_revenue, &by_profit).into_iter().map(|c| log.names[c as usize].clone());
    let json =
        Json::object([("profitability", whale(&profit, log.places)), ("a_by_revenue_c_by_profit", Json::list(names))]);
    let unknown = profit.known().count() < log.names.len();
    let remarks = [
        (log.len() == 0).then_some("There are no orders: there is no profit."),
        (unknown && log.len() > 0)
            .then_some("Where the cost of an order is unknown, the profit of its customer is too."),
    ];
    Ok(Answer::sheet(sheet).or_json(json).remark(remarks.into_iter().flatten()))
}

/// An option in whole units of the log's money.
fn units(options: &Options<'_>, name: &str, places: u32) -> Result<i64, Trouble> {
    let Some(text) = options.text(name) else { return Ok(0) };
    let units = money::parse(text).and_then(|decimal| decimal.at(places)).and_then(|units| i64::try_from(units).ok());
    units.ok_or_else(|| Trouble::Option { option: name.into(), text: text.into(), wanted: "an amount".into() })
}

/// Time spent with each customer, from a column of hours or minutes; zero without either.
fn minutes(table: &Table, options: &Options<'_>, log: &orders::Log) -> Result<Vec<u32>, Trouble> {
    let mut minutes = vec![0.0; log.names.len()];
    let column =
        table.find(&["hours"]).map(|column| (column, 60.0)).or(table.find(&["minutes"]).map(|column| (column, 1.0)));
    if let Some((column, scale)) = column {
        let customer = table.column("the customer", options.text("customer-column"), orders::CUSTOMER)?;
        let number: HashMap<&str, usize> = log.names.iter().map(String::as_str).zip(0..).collect();
        for row in 0..table.len() {
            if let Some(c) = number.get(customer.text(row)) {
                minutes[*c] += column.number(row)?.unwrap_or(0.0).max(0.0) * scale;
            }
        }
    }
    Ok(minutes.into_iter().map(|m: f64| m.round() as u32).collect())
}

fn whale(profit: &Values, places: u32) -> Json {
    let money = |units: i64| Json::from(money::number(units, places));
    let known = profit.known().count();
    let losing = profit.known().filter(|(_, v)| *v < 0).count();
    let part = (known > 0).then(|| losing as f64 / known as f64);
    let Some(whale) = Whale::of(profit, 100) else {
        // Nothing is left in the end: shares of it mean nothing, the sums do.
        let (mut total, mut peak) = (0, 0);
        for (_, value) in profit.known() {
            total += value;
            peak += value.max(0);
        }
        let lost = money(total - peak);
        return Json::object([
            ("total_profit", money(total)),
            ("peak_cumulative_profit", money(peak)),
            ("peak_at_customer_rank", profit.known().filter(|(_, v)| *v > 0).count().into()),
            ("peak_pct_of_total", Json::Null),
            ("n_unprofitable", losing.into()),
            ("pct_unprofitable", part.into()),
            ("profit_destroyed_by_unprofitable", lost),
            ("whale_curve_at_customer_pct", Json::Null),
        ]);
    };
    let curve = PERCENTS.iter().zip(whale.share_at).map(|(percent, share)| (percent.to_string(), share.into()));
    Json::object([
        ("total_profit", money(whale.total)),
        ("peak_cumulative_profit", money(whale.peak)),
        ("peak_at_customer_rank", whale.peak_at.into()),
        ("peak_pct_of_total", (whale.peak as f64 / whale.total as f64).into()),
        ("n_unprofitable", whale.losing.into()),
        ("pct_unprofitable", part.into()),
        ("profit_destroyed_by_unprofitable", money(whale.lost)),
        ("whale_curve_at_customer_pct", Json::object(curve)),
    ])
}
