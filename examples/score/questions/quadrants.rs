//! Satisfaction against loyalty, one name a customer.

use clap::Command;
use kith::analysis::survey::Scale;
use kith::analysis::survey::quadrants::{Cuts, dick_basu, jones_sasser};

use super::{Question, survey, survey::Survey};
use crate::input::{Input, orders};
use crate::options::{Options, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "quadrants",
    about: "Loyalty quadrants of Jones and Sasser, or of Dick and Basu, per customer",
    options,
    answer,
};

/// By code less one.
pub const QUADRANTS: [&str; 5] = ["Apostle", "Loyalist", "Mercenary", "Hostage", "Defector"];
pub const LOYALTIES: [&str; 4] = ["True loyalty", "Latent loyalty", "Spurious loyalty", "No loyalty"];

fn options(command: Command) -> Command {
    cuts_options(command.arg(value("model", "jones-sasser|dick-basu", "Whose quadrants [jones-sasser]")))
}

/// Options that both questions of surveys have.
pub fn cuts_options(command: Command) -> Command {
    command
        .arg(value("satisfied", "N", "The lowest CSAT answer that is satisfied [4]"))
        .arg(value("loyal", "X", "The lowest loyalty index that is loyal [60]"))
        .arg(value("apostle-satisfied", "N", "The lowest CSAT answer of an apostle [5]"))
        .arg(value("apostle-loyal", "X", "The lowest loyalty index of an apostle [80]"))
        .arg(value("attitude", "N", "The lowest NPS answer that thinks well of us [9]"))
}

pub fn cuts(options: &Options<'_>) -> Result<Cuts, Trouble> {
    let usual = Cuts::default();
    Ok(Cuts {
        satisfied: options.whole("satisfied")?.unwrap_or(usual.satisfied),
        loyal: options.number("loyal")?.unwrap_or(usual.loyal),
        apostle_satisfied: options.whole("apostle-satisfied")?.unwrap_or(usual.apostle_satisfied),
        apostle_loyal: options.number("apostle-loyal")?.unwrap_or(usual.apostle_loyal),
    })
}

pub fn attitude(options: &Options<'_>) -> Result<u8, Trouble> {
    Ok(options.whole("attitude")?.unwrap_or(9))
}

/// How many have each name, the most first; names nobody has are left out.
pub fn counts(codes: &[u8], names: &[&str]) -> Json {
    let count = |code: u8| codes.iter().filter(|found| **found == code).count();
    let mut counts: Vec<_> =
        (1u8..).zip(names).map(|(code, name)| (*name, count(code))).filter(|(_, count)| *count > 0).collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    Json::object(counts.into_iter().map(|(name, count)| (name, count.into())))
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let answers = Survey::read(&table)?;
    Scale::SATISFIED.check(&answers.satisfied).map_err(|error| survey::out_of_scale(&table, "CSAT", error))?;
    Scale::RECOMMEND.check(&answers.recommend).map_err(|error| survey::out_of_scale(&table, "NPS", error))?;
    let (codes, names): (Vec<u8>, &[&str]) = match options.text("model").unwrap_or("jones-sasser") {
        "jones-sasser" => (jones_sasser(&answers.satisfied, &answers.loyalty, cuts(options)?), &QUADRANTS),
        "dick-basu" => (dick_basu(&answers.recommend, &answers.returned, attitude(options)?), &LOYALTIES),
        other => return Err(Trouble::say(format!("--model: “{other}” is neither jones-sasser nor dick-basu."))),
    };
    let customer = table.column("the customer", None, orders::CUSTOMER)?;
    let mut sheet = Sheet::new(["customer_id", "quadrant"]);
    for (row, code) in codes.iter().enumerate() {
        let name = usize::from(*code).checked_sub(1).map(|place| names[place]);
        sheet.push(vec![customer.text(row).into(), name.into()]);
    }
    let none = codes.iter().all(|code| *code == 0).then_some("Without answers there are no quadrants.");
    Ok(Answer::sheet(sheet).or_json(Json::object([("counts", counts(&codes, names))])).remark(none))
}
