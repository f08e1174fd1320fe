//! How long it lasts: survival curves, and whether groups differ.

use clap::Command;
use kith::analysis::history::History;
use kith::analysis::survival::Spells;
use kith::analysis::survival::curve::SurvivalCurve;
use kith::analysis::survival::log_rank::{LogRank, log_rank};
use kith::analysis::survival::second_order::SecondOrder;

use super::Question;
use crate::input::{Input, orders, table::Table};
use crate::options::{Options, as_of, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "km",
    about: "Kaplan-Meier curves with intervals, restricted mean, Nelson-Aalen, log-rank; a log of orders asks for the second order",
    options,
    answer,
};

const TIME: &[&str] = &["t", "time", "days", "duration", "tenure", "weeks", "months", "T"];
const EVENT: &[&str] = &["e", "event", "churn", "ended", "status", "observed", "dead"];
const GROUP: &[&str] = &["group", "contract", "segment", "arm"];

fn options(command: Command) -> Command {
    let command = command
        .arg(value("time-column", "NAME", "How long each was watched [t, time, days, duration, tenure, …]"))
        .arg(value("event-column", "NAME", "Whether it ended then: 1, 0, yes, no [e, event, churn, …]"))
        .arg(value("group-column", "NAME", "Groups to be compared [group, contract, …]; none for no groups"))
        .arg(value("times", "T,T,…", "Where the curve is told [every time at which something ended]"))
        .arg(value("until", "T", "Where the restricted mean ends [the last time told]"))
        .arg(value("level", "PART", "Of the intervals [0.95]"))
        .arg(as_of().help("For a log of orders: the last day that exists [the last row's]"));
    orders::columns(command)
}

struct Asked {
    times: Option<Vec<f64>>,
    until: Option<f64>,
    level: f64,
}

struct Rows {
    time: Vec<f64>,
    ended: Vec<u8>,
    group: Option<(String, Vec<String>)>,
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let rows = rows(&table, options)?;
    let asked = Asked {
        times: options.numbers("times")?,
        until: options.number("until")?,
        level: options.number_within("level", 0.01, 0.9999)?.unwrap_or(0.95),
    };
    let overall = Spells::new(&rows.time, &rows.ended).map_err(Trouble::say)?;
    let curve = SurvivalCurve::new(overall);
    let mut sheet = Sheet::new(["group", "t", "S", "lo_loglog", "hi_loglog", "at_risk", "nelson_aalen"]);
    let whole = told("overall", &curve, &asked, &mut sheet);
    let mut remarks = Vec::new();
    if curve.ended() == 0 {
        remarks.push("Nothing has ended yet: there is no evidence about how long it lasts.".to_owned());
    }
    let Some((heading, group)) = &rows.group else {
        return Ok(Answer::json(Json::object([("result", whole)])).or_sheet(sheet).remark(remarks));
    };
    let mut names: Vec<&str> = group.iter().map(String::as_str).collect();
    orders::sort_names(&mut names);
    names.dedup();
    let number: Vec<u32> = group.iter().map(|g| names.iter().position(|name| name == g).unwrap_or(0) as u32).collect();
    let mut curves = Vec::new();
    for (i, name) in (0u32..).zip(&names) {
        let of = |row: &usize| number[*row] == i;
        let time: Vec<f64> = (0..number.len()).filter(of).map(|row| rows.time[row]).collect();
        let ended: Vec<u8> = (0..number.len()).filter(of).map(|row| rows.ended[row]).collect();
        let curve = SurvivalCurve::new(Spells::new(&time, &ended).map_err(Trouble::say)?);
        curves.push(((*name).to_owned(), told(name, &curve, &asked, &mut sheet)));
    }
    let all = log_rank(overall, &number, names.len());
    if all.is_none() {
        remarks.push(
            "The groups cannot be compared: there is one group only, or nothing ended while more than one was left."
                .into(),
        );
    }
    let mut pairs = Vec::new();
    for one in 0..names.len() {
        for other in one + 1..names.len() {
            let pair: Vec<u32> = number
                .iter()
                .map(|n| {
                    if *n as usize == one {
                        0
                    } else if *n as usize == other {
                        1
                    } else {
                        2
                    }
                })
                .collect();
            pairs.push((format!("{} vs {}", names[one], names[other]), test(log_rank(overall, &pair, 2))));
        }
    }
    let heading = heading.to_lowercase();
    let json = Json::object([
        ("overall".to_owned(), whole),
        (format!("by_{heading}"), Json::object(curves)),
        (format!("logrank_{heading}"), test(all)),
        ("logrank_pairs".to_owned(), Json::object(pairs)),
    ]);
    Ok(Answer::json(json).or_sheet(sheet).remark(remarks))
}

fn rows(table: &Table, options: &Options<'_>) -> Result<Rows, Trouble> {
    let named = options.text("time-column").is_some() || options.text("event-column").is_some();
    let event = table.find(EVENT);
    if !named && event.is_none() && table.find(orders::DATE).is_some() {
        let log = orders::Log::read(table, options)?;
        let as_of = options.day("as-of")?.or(log.last_day()).unwrap_or(0);
        let found = SecondOrder::new(&History::new(&log.orders()?, as_of));
        return Ok(Rows { time: found.days, ended: found.came_back, group: None });
    }
    let time = table.column("how long each was watched", options.text("time-column"), TIME)?;
    let event = table.column("whether it ended", options.text("event-column"), EVENT)?;
    let group = match options.text("group-column") {
        Some("none") => None,
        Some(name) => Some(table.column("the groups", Some(name), &[])?),
        None => table.find(GROUP),
    };
    let ended = (0..table.len())
        .map(|row| Ok(u8::from(event.yes(row)?.ok_or_else(|| event.wrong(row, "yes or no (1 or 0)"))?)));
    Ok(Rows {
        time: (0..table.len())
            .map(|row| time.number(row)?.filter(|t| *t >= 0.0).ok_or_else(|| time.wrong(row, "a time of zero or more")))
            .collect::<Result<_, Trouble>>()?,
        ended: ended.collect::<Result<_, Trouble>>()?,
        group: group.map(|group| (group.heading().to_owned(), group.texts().map(str::to_owned).collect())),
    })
}

fn told(name: &str, curve: &SurvivalCurve, asked: &Asked, sheet: &mut Sheet) -> Json {
    let ends =
        || curve.time.iter().zip(&curve.events).filter(|(_, events)| **events > 0).map(|(time, _)| *time).collect();
    let times: Vec<f64> = asked.times.clone().unwrap_or_else(ends);
    let mut table = Vec::new();
    let mut hazard = Vec::new();
    for time in &times {
        let point = curve.at(*time, asked.level);
        let (low, high) = point.interval.unzip();
        sheet.push(vec![
            name.into(),
            (*time).into(),
            point.survival.into(),
            low.into(),
            high.into(),
            point.at_risk.into(),
            point.hazard.into(),
        ]);
        table.push(Json::object([
            ("t", (*time).into()),
            ("S", point.survival.into()),
            ("lo_loglog", low.into()),
            ("hi_loglog", high.into()),
            ("at_risk", point.at_risk.into()),
        ]));
        hazard.push((time.to_string(), point.hazard.into()));
    }
    let until = asked.until.or(times.iter().copied().reduce(f64::max));
    Json::object([
        ("n", curve.at_risk.first().copied().unwrap_or(0).into()),
        ("events", curve.ended().into()),
        ("median", curve.time_left(0.5).into()),
        ("rmst_at_last_time", until.map(|until| curve.mean_until(until)).into()),
        ("table", Json::List(table)),
        ("nelson_aalen", Json::object(hazard)),
    ])
}

fn test(test: Option<LogRank>) -> Json {
    let Some(test) = test else { return Json::Null };
    Json::object([("chi2", test.chi2.into()), ("df", test.df.into()), ("p", test.p.into())])
}
