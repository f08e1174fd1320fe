//! Demand that comes in lumps: Croston, SBA, TSB, exponential smoothing.

use clap::Command;
use kith::analysis::history::History;
use kith::analysis::intermittent::{CROSTON_ALPHA, Pattern, Shape, croston, sba, ses, tsb};
use serde_json::Value;

use super::Question;
use crate::input::{Input, orders};
use crate::options::{Options, as_of, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "intermittent",
    about: "Forecasts of lumpy demand, per period; series in JSON, or a log of orders by weeks that end on Sunday",
    options,
    answer,
};

fn options(command: Command) -> Command {
    let command = command
        .arg(value("alpha", "PART", "Smoothing of Croston and SBA [0.1]"))
        .arg(value("alpha-ses", "PART", "Smoothing of the simple forecast [0.2]"))
        .arg(value("tsb-alpha-d", "PART", "Smoothing of the amounts of TSB [0.2]"))
        .arg(value("tsb-alpha-p", "PART", "Smoothing of the chance of TSB [0.1]"))
        .arg(value("period", "DAYS", "For a log of orders: how long a period is [7]"))
        .arg(as_of().help("For a log of orders: the last day that exists [the last row's]"));
    orders::columns(command)
}

/// A name and its amounts per period.
type Series = (Json, Vec<f64>);

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let part = |name, usual| Ok::<f64, Trouble>(options.number_within(name, 0.0, 1.0)?.unwrap_or(usual));
    let (alpha, alpha_ses) = (part("alpha", CROSTON_ALPHA)?, part("alpha-ses", 0.2)?);
    let (alpha_d, alpha_p) = (part("tsb-alpha-d", 0.2)?, part("tsb-alpha-p", 0.1)?);
    let all = match input.is_json().then(|| input.json()).transpose()? {
        Some(json) if json.get("series").is_some() => of_json(&json)?,
        _ => of_log(input, options)?,
    };
    let mut sheet = Sheet::new(["customer_id", "n_nonzero", "adi", "cv2", "pattern", "croston", "sba", "tsb", "ses"]);
    let mut list = Vec::new();
    for (name, series) in all {
        let shape = Shape::of(&series);
        let forecasts = [
            ("croston", croston(&series, alpha)),
            ("sba", sba(&series, alpha)),
            ("tsb", tsb(&series, alpha_d, alpha_p)),
            ("ses", ses(series.iter().copied(), alpha_ses).unwrap_or(0.0)),
        ];
        let about = [
            Json::from(shape.map_or(0, |shape| shape.nonzero)),
            shape.map(|shape| shape.interval).into(),
            shape.map(|shape| shape.cv2).into(),
            shape.map(|shape| word(shape.pattern())).into(),
        ];
        let mut cells = vec![name.clone()];
        cells.extend(about.iter().cloned());
        cells.extend(forecasts.iter().map(|(_, value)| Json::from(*value)));
        sheet.push(cells);
        let [nonzero, adi, cv2, pattern] = about;
        list.push(Json::object([
            ("customer_id", name),
            ("series", Json::list(series)),
            ("n_nonzero", nonzero),
            ("adi", adi),
            ("cv2", cv2),
            ("pattern", pattern),
            ("forecast_h1", Json::object(forecasts.map(|(name, value)| (name, value.into())))),
        ]));
    }
    let json = Json::object([
        ("alpha_ses", alpha_ses.into()),
        ("tsb_alpha_d", alpha_d.into()),
        ("tsb_alpha_p", alpha_p.into()),
        ("series", Json::List(list)),
    ]);
    Ok(Answer::json(json).or_sheet(sheet))
}

fn of_json(json: &Value) -> Result<Vec<Series>, Trouble> {
    let wrong =
        || Trouble::say("\"series\" has to be a list of {\"customer_id\": …, \"series\": [numbers from 0 up]}.");
    let one = |entry: &Value| -> Option<Series> {
        let name = match entry.get("customer_id") {
            Some(Value::Number(n)) => n.as_i64().map_or_else(|| n.as_f64().into(), Json::from),
            Some(Value::String(text)) => text.as_str().into(),
            _ => Json::Null,
        };
        let numbers = entry.get("series")?.as_array()?.iter().map(|v| v.as_f64().filter(|v| *v >= 0.0));
        Some((name, numbers.collect::<Option<_>>()?))
    };
    json["series"].as_array().ok_or_else(wrong)?.iter().map(|entry| one(entry).ok_or_else(wrong)).collect()
}

/// Periods up to the last day; the first one holds the first order of anybody.
fn of_log(input: &Input, options: &Options<'_>) -> Result<Vec<Series>, Trouble> {
    let log = orders::Log::read(&input.table()?, options)?;
    let end = options.day("as-of")?.or(log.last_day()).unwrap_or(0);
    let length: i32 = options.whole("period")?.unwrap_or(7);
    if !(1..=3660).contains(&length) {
        return Err(Trouble::say("--period: 1 to 3660 days."));
    }
    // The week that ends on a Sunday: 1970-01-04 was one.
    let period = |day: i32| if length == 7 { (day + 2).div_euclid(7) } else { (day - end).div_euclid(length) };
    let history = History::new(&log.orders()?, end);
    let days = (0..history.customers()).filter_map(|c| history.events(c).next()).map(|event| event.day);
    let Some(first) = days.min().map(period) else { return Ok(Vec::new()) };
    let count = usize::try_from(period(end) - first + 1).unwrap_or(0);
    if count > 100_000 {
        return Err(Trouble::say("The log spans more than 100,000 periods."));
    }
    let series = log.names.iter().enumerate().map(|(c, name)| {
        let mut sums = vec![0i64; count];
        for event in history.events(c) {
            let sum = &mut sums[(period(event.day) - first) as usize];
            *sum = sum.saturating_add(event.amount);
        }
        (name.as_str().into(), sums.into_iter().map(|units| log.money(units)).collect())
    });
    Ok(series.collect())
}

fn word(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Smooth => "smooth",
        Pattern::Erratic => "erratic",
        Pattern::Intermittent => "intermittent",
        Pattern::Lumpy => "lumpy",
    }
}
