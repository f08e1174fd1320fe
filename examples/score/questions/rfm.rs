//! How recently, how often, for how much: scores and segments.

use clap::Command;
use kith::analysis::classification::{self, Classification};
use kith::analysis::rfm::{Scale, score_numbers};
use kith::analysis::segment::Segment;
use serde_json::Value;

use super::{Question, abc};
use crate::input::{Input, days, orders};
use crate::options::{Options, as_of, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question =
    Question { name: "rfm", about: "Recency, frequency, money: values, scores, segments", options, answer };

const HEADINGS: [&str; 10] =
    ["customer_id", "recency_days", "frequency", "gross", "refunds", "monetary", "R", "F", "M", "segment_rf_grid"];

fn options(command: Command) -> Command {
    let command = command.arg(as_of().help("The last day that exists [the day after the last row]"));
    orders::columns(command.arg(value("k", "N", "How many scores there are, 2 to 10 [5]")))
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    if input.is_json() {
        let json = input.json()?;
        if json["values"].is_array() || json["rfm_score_edge_cases"].is_object() {
            return cases(&json, options);
        }
    }
    let mut log = orders::Log::read(&input.table()?, options)?;
    let as_of = options.day("as-of")?.or(log.last_day().map(|day| day + 1)).unwrap_or(0);
    let scale = Scale::new(options.whole("k")?.unwrap_or(5)).map_err(Trouble::say)?;
    log.retain(|log, row| log.amount[row] != 0 && log.day[row] <= as_of);
    let question = classification::Question { as_of, scale, ..classification::Question::default() };
    let found = Classification::new(&log.orders()?, &question);
    let (summary, rfm) = (&found.summary, &found.rfm);
    let mut sheet = Sheet::new(HEADINGS);
    for (c, name) in log.names.iter().enumerate() {
        let segment = rfm.segment_of(c);
        let mut row = vec![name.as_str().into()];
        if let Some(recency) = summary.recency(c) {
            row.extend([recency.into(), summary.orders[c].into()]);
            row.extend([summary.gross[c], summary.refunded[c], summary.net[c]].map(|units| log.money(units).into()));
            row.extend([rfm.r[c], rfm.f[c], rfm.m[c]].map(Json::from));
        } else {
            row.resize(HEADINGS.len() - 1, Json::Null);
        }
        row.push(segment.map_or("No purchases", word).into());
        sheet.push(row);
    }
    let nobody = (rfm.ranked == 0).then_some("Nobody has an order up to the as-of day: there is nothing to score.");
    Ok(Answer::sheet(sheet).or_json(json(&found, &days::written(as_of))).remark(nobody))
}

fn json(found: &Classification, as_of: &str) -> Json {
    let rfm = &found.rfm;
    let top = rfm.scale.top();
    let counts = |column: &[u8]| {
        let count = |score: u8| column.iter().filter(|found| **found == score).count();
        Json::object((1..=top).map(|score| (score.to_string(), count(score).into())))
    };
    let mut segments: Vec<(&str, usize)> = Segment::ALL
        .iter()
        .map(|segment| (word(*segment), rfm.segment.iter().filter(|code| **code == *segment as u8).count()))
        .chain([("No purchases", rfm.segment.iter().filter(|code| **code == 0).count())])
        .filter(|(_, count)| *count > 0)
        .collect();
    segments.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Json::object([
        ("k", top.into()),
        ("asof", as_of.into()),
        ("n_customers", rfm.segment.len().into()),
        ("n_with_orders", rfm.ranked.into()),
        ("score_counts", Json::object([("R", counts(&rfm.r)), ("F", counts(&rfm.f)), ("M", counts(&rfm.m))])),
        ("segment_counts_rf_grid", Json::object(segments.into_iter().map(|(name, count)| (name, count.into())))),
    ])
}

/// Scores of plain lists of values, the higher the better: `{values, k}`, alone or by name.
fn cases(json: &Value, options: &Options<'_>) -> Result<Answer, Trouble> {
    let one = |case: &Value| -> Result<Json, Trouble> {
        let k = options.whole("k")?.or(case["k"].as_u64().and_then(|k| u8::try_from(k).ok())).unwrap_or(5);
        let (values, _) = abc::units(&abc::decimals(&case["values"])?)?;
        let scores = score_numbers(&values, Scale::new(k).map_err(Trouble::say)?);
        Ok(Json::object([("score", Json::list(scores.into_iter().map(|score| (score > 0).then_some(score))))]))
    };
    let Some(cases) = json["rfm_score_edge_cases"].as_object() else { return Ok(Answer::json(one(json)?)) };
    let cases = cases.iter().map(|(name, case)| Ok((name.clone(), one(case)?))).collect::<Result<Vec<_>, Trouble>>()?;
    Ok(Answer::json(Json::object([("rfm_score_edge_cases", Json::object(cases))])))
}

fn word(segment: Segment) -> &'static str {
    match segment {
        Segment::Hibernating => "Hibernating",
        Segment::AtRisk => "At risk",
        Segment::CannotLose => "Can't lose them",
        Segment::AboutToSleep => "About to sleep",
        Segment::NeedAttention => "Need attention",
        Segment::Loyal => "Loyal customers",
        Segment::Promising => "Promising",
        Segment::New => "New customers",
        Segment::PotentialLoyalist => "Potential loyalists",
        Segment::Champion => "Champions",
    }
}
