//! What customers say: recommendation, satisfaction, effort, and who comes back.

use clap::Command;
use kith::analysis::rates::{Rate, Show};
use kith::analysis::survey::effort::Effort;
use kith::analysis::survey::promoters::Promoters;
use kith::analysis::survey::quadrants::{dick_basu, jones_sasser};
use kith::analysis::survey::returning::{by_level, correlation};
use kith::analysis::survey::satisfaction::Satisfaction;
use kith::analysis::survey::{NO_ANSWER, OutOfScale, Scale};

use super::{Question, quadrants};
use crate::input::{Input, table::Table};
use crate::options::{Options, value};
use crate::output::{Answer, Json};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "survey",
    about: "NPS, CSAT and CES with intervals; repurchase by level; loyalty quadrants",
    options,
    answer,
};

const RECOMMEND: &[&str] = &["nps_0_10", "nps", "recommend"];
const SATISFIED: &[&str] = &["csat_1_5", "csat", "satisfaction"];
const EASY: &[&str] = &["ces_1_7", "ces", "effort"];

/// The columns of a survey. Absent ones are full of nothing.
pub struct Survey {
    pub recommend: Vec<u8>,
    pub satisfied: Vec<u8>,
    pub easy: Vec<u8>,
    pub returned: Vec<u8>,
    pub loyalty: Vec<f64>,
}

fn options(command: Command) -> Command {
    let command = command
        .arg(value("level", "PART", "Of the intervals [0.95]").visible_alias("confidence"))
        .arg(value("csat-scale", "LOW,HIGH", "The answers CSAT allows [1,5]"))
        .arg(value("csat-top", "N", "The lowest answer that counts as satisfied [the second highest]"))
        .arg(value("ces-scale", "LOW,HIGH", "The answers CES allows [1,7]"))
        .arg(value("ces-top", "N", "The lowest answer that counts as easy [the third highest]"));
    quadrants::cuts_options(command)
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let survey = Survey::read(&table)?;
    let level = options.number_within("level", 0.01, 0.9999)?.unwrap_or(0.95);
    let satisfied = scale(options, "csat-scale", Scale::SATISFIED)?;
    let easy = scale(options, "ces-scale", Scale::EASY)?;
    let csat_top = options.whole("csat-top")?.unwrap_or(satisfied.high.saturating_sub(1));
    let ces_top = options.whole("ces-top")?.unwrap_or(easy.high.saturating_sub(2));
    let wrong = |what| {
        let table = &table;
        move |error| out_of_scale(table, what, error)
    };
    let nps = Promoters::of(&survey.recommend).map_err(wrong("NPS"))?;
    let csat = Satisfaction::of(&survey.satisfied, satisfied, csat_top).map_err(wrong("CSAT"))?;
    let ces = Effort::of(&survey.easy, easy, ces_top).map_err(wrong("CES"))?;
    let levels = by_level(&survey.satisfied, &survey.returned, satisfied).map_err(wrong("CSAT"))?;
    let levels = (satisfied.low..).zip(levels).map(|(level_name, rate)| {
        let entries = [
            ("n", rate.cases.into()),
            ("reordered", rate.yes.into()),
            ("rate", rate.value().into()),
            ("wilson", pair(rate.wilson(level), 1.0)),
            ("show", shown(rate).into()),
        ];
        (level_name.to_string(), Json::object(entries))
    });
    let quadrant = jones_sasser(&survey.satisfied, &survey.loyalty, quadrants::cuts(options)?);
    let loyalty = dick_basu(&survey.recommend, &survey.returned, quadrants::attitude(options)?);
    let percent = |rate: Rate| rate.value().map(|p| 100.0 * p);
    let json = Json::object([
        ("confidence", level.into()),
        (
            "nps",
            Json::object([
                ("n", nps.answers.into()),
                ("missing", nps.missing.into()),
                ("promoters_9_10", nps.promoters.into()),
                ("passives_7_8", nps.passives.into()),
                ("detractors_0_6", nps.detractors.into()),
                ("nps", nps.score().into()),
                ("se", nps.error().into()),
                ("ci_normal", pair(nps.interval(level), 1.0)),
            ]),
        ),
        (
            "csat",
            Json::object([
                ("n", csat.top.cases.into()),
                ("top2", csat.top.yes.into()),
                ("csat_pct", percent(csat.top).into()),
                ("mean", csat.mean.into()),
                ("wilson", pair(csat.top.wilson(level), 100.0)),
                ("jeffreys", pair(csat.top.jeffreys(level), 100.0)),
            ]),
        ),
        (
            "ces",
            Json::object([
                ("n", ces.easy.cases.into()),
                ("mean", ces.mean.into()),
                ("top3_pct_5_6_7", percent(ces.easy).into()),
            ]),
        ),
        ("retention_by_csat_level", Json::object(levels)),
        ("spearman_csat_reorder", correlation(&survey.satisfied, &survey.returned).into()),
        ("quadrants_jones_sasser", Json::object([("counts", quadrants::counts(&quadrant, &quadrants::QUADRANTS))])),
        ("dick_basu", Json::object([("counts", quadrants::counts(&loyalty, &quadrants::LOYALTIES))])),
    ]);
    let few = |what: &str, cases: u32| match Show::of(cases) {
        Show::Hidden => Some(format!("{what} rests on {cases} answers: too few for any rate.")),
        Show::Faint => Some(format!("{what} rests on {cases} answers: read it with care.")),
        Show::Plain => None,
    };
    let none = quadrant
        .iter()
        .chain(&loyalty)
        .all(|code| *code == 0)
        .then(|| "Without answers there are no quadrants.".to_owned());
    let remarks = [few("NPS", nps.answers), few("CSAT", csat.top.cases), few("CES", ces.easy.cases), none];
    Ok(Answer::json(json).remark(remarks.into_iter().flatten()))
}

/// Says where in the file an answer is on no scale.
pub fn out_of_scale(table: &Table, what: &str, error: OutOfScale) -> Trouble {
    let OutOfScale { row, answer, scale } = error;
    Trouble::say(format!("Line {}, {what}: {answer} is not within {} to {}.", table.line(row), scale.low, scale.high))
}

impl Survey {
    pub fn read(table: &Table) -> Result<Self, Trouble> {
        let any = [RECOMMEND, SATISFIED, EASY].concat();
        table.column("answers", None, &any)?;
        let answers = |names: &[&str]| -> Result<Vec<u8>, Trouble> {
            let Some(column) = table.find(names) else { return Ok(vec![NO_ANSWER; table.len()]) };
            let one = |row| match column.number(row)? {
                None => Ok(NO_ANSWER),
                // A half answer is on no scale either; 255 stands for none, so it is none of the answers.
                Some(x) if x.fract() == 0.0 && (0.0..255.0).contains(&x) => Ok(x as u8),
                Some(_) => Err(column.wrong(row, "an answer on any scale")),
            };
            (0..table.len()).map(one).collect()
        };
        let returned =
            match table.find(&["reordered_12m", "reordered", "returned", "came_back", "retained", "repurchased"]) {
                Some(column) => (0..table.len())
                    .map(|row| Ok(column.yes(row)?.map_or(NO_ANSWER, u8::from)))
                    .collect::<Result<_, Trouble>>()?,
                None => vec![NO_ANSWER; table.len()],
            };
        let loyalty = match table.find(&["loyalty_index_0_100", "loyalty_index", "loyalty"]) {
            Some(column) => {
                let loyalty = column.numbers()?;
                if let Some(row) = loyalty.iter().position(|x| x.is_some_and(|x| !(0.0..=100.0).contains(&x))) {
                    return Err(column.wrong(row, "a loyalty from 0 to 100"));
                }
                loyalty.into_iter().map(|x| x.unwrap_or(f64::NAN)).collect()
            }
            None => vec![f64::NAN; table.len()],
        };
        Ok(Self {
            recommend: answers(RECOMMEND)?,
            satisfied: answers(SATISFIED)?,
            easy: answers(EASY)?,
            returned,
            loyalty,
        })
    }
}

fn scale(options: &Options<'_>, name: &str, default: Scale) -> Result<Scale, Trouble> {
    match options.numbers(name)?.as_deref() {
        None => Ok(default),
        Some([low, high]) if 0.0 <= *low && low < high && *high < 100.0 => {
            Ok(Scale { low: *low as u8, high: *high as u8 })
        }
        Some(_) => Err(Trouble::say(format!(
            "--{name} takes the lowest and the highest answer, as {},{}.",
            default.low, default.high
        ))),
    }
}

fn pair(interval: Option<(f64, f64)>, times: f64) -> Json {
    let (low, high) = interval.unzip();
    Json::list([low, high].map(|end| end.map(|end| end * times)))
}

fn shown(rate: Rate) -> &'static str {
    match rate.show() {
        Show::Hidden => "hidden",
        Show::Faint => "grey",
        Show::Plain => "plain",
    }
}
