//! Retention by cohort.

use chrono::{Datelike, NaiveDate};
use clap::Command;
use kith::analysis::cohort::Cohorts;
use kith::analysis::history::History;
use kith::analysis::period::Period;

use super::Question;
use crate::input::{Input, days, orders};
use crate::options::{Options, as_of, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question =
    Question { name: "cohort", about: "Retention by cohort: counts, rates, weighted by age", options, answer };

fn options(command: Command) -> Command {
    let command = command
        .arg(value("period", "W|M|Q|Y", "Week, month, quarter or year [M]").visible_alias("freq"))
        .arg(as_of().help("The last day that exists [the last row's]"));
    orders::columns(command)
}

/// The option `--period`.
pub fn period(options: &Options<'_>) -> Result<Period, Trouble> {
    match options.text("period").unwrap_or("M").to_ascii_lowercase().as_str() {
        "w" | "week" => Ok(Period::Week),
        "m" | "month" => Ok(Period::Month),
        "q" | "quarter" => Ok(Period::Quarter),
        "y" | "a" | "year" => Ok(Period::Year),
        other => Err(Trouble::say(format!("--period: “{other}” is none of W, M, Q, Y."))),
    }
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let log = orders::Log::read(&input.table()?, options)?;
    let as_of = options.day("as-of")?.or(log.last_day()).unwrap_or(0);
    let period = period(options)?;
    let cohorts = Cohorts::new(&History::new(&log.orders()?, as_of), period).map_err(Trouble::say)?;
    let mut sheet = Sheet::new(["cohort", "size", "age", "period", "active", "rate", "incomplete"]);
    let mut objects = Vec::new();
    for (i, (first, size)) in cohorts.first.iter().zip(&cohorts.size).enumerate() {
        let name = name(period, *first);
        for (age, active) in (0i32..).zip(cohorts.of(i)) {
            let then = first + age;
            let open = then == cohorts.last && !cohorts.last_is_over;
            let rate = cohorts.rate(i, age.unsigned_abs() as usize);
            sheet.push(vec![
                name.clone().into(),
                (*size).into(),
                age.into(),
                self::name(period, then).into(),
                (*active).into(),
                rate.into(),
                open.into(),
            ]);
        }
        let rates = (0..cohorts.of(i).len()).map(|age| cohorts.rate(i, age));
        let entries = [
            ("size", (*size).into()),
            ("active", Json::list(cohorts.of(i).iter().copied())),
            ("rate", Json::list(rates)),
        ];
        objects.push((name, Json::object(entries)));
    }
    let freq = match period {
        Period::Week => "W",
        Period::Month => "M",
        Period::Quarter => "Q",
        Period::Year => "Y",
    };
    let json = Json::object([
        ("freq", freq.into()),
        ("asof_period", name(period, cohorts.last).into()),
        ("last_period_incomplete", (!cohorts.last_is_over).into()),
        ("cohorts", Json::object(objects)),
        ("weighted_retention_by_age", Json::list(cohorts.weighted.iter().copied())),
    ]);
    let remarks = [
        cohorts.first.is_empty().then_some("Nobody has an order up to the as-of day: there are no cohorts."),
        (!cohorts.last_is_over)
            .then_some("The last period is not over: its numbers are not to be compared with the others."),
    ];
    Ok(Answer::json(json).or_sheet(sheet).remark(remarks.into_iter().flatten()))
}

fn name(period: Period, number: i32) -> String {
    let first = period.first_day(number);
    let date = NaiveDate::from_epoch_days(first).unwrap_or_default();
    match period {
        Period::Week => format!("{}/{}", days::written(first), days::written(first + 6)),
        Period::Month => format!("{:04}-{:02}", date.year(), date.month()),
        Period::Quarter => format!("{:04}Q{}", date.year(), date.month0() / 3 + 1),
        Period::Year => format!("{:04}", date.year()),
    }
}
