//! Gaps between purchase days, their shape k, and MBG/CNBD-k.

use clap::Command;
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::{Estimate, fit_regular, gaps_term};
use kith::analysis::fit::fitted::Fitted;
use kith::analysis::history::History;
use kith::analysis::regularity::{Gaps, Method};

use super::Question;
use super::models::BG;
use crate::input::repeats::{self, Rows};
use crate::input::{Input, days, orders};
use crate::options::{Options, value};
use crate::output::{Answer, Json, Sheet};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "regularity",
    about: "Gaps between purchase days, whether they are regular (k), MBG/CNBD-k up to --as-of",
    options,
    answer,
};

fn options(command: Command) -> Command {
    let command = command.arg(value("k", "N", "The highest k that is fitted for its own sake [3]")).arg(value(
        "k-most",
        "N",
        "The highest k that is tried for the best [12]",
    ));
    repeats::columns(command)
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let log = orders::Log::read(&input.table()?, options)?;
    let orders = log.orders()?;
    let last = log.last_day().unwrap_or(0);
    let as_of = options.day("as-of")?.unwrap_or(last);
    let whole = History::new(&orders, options.day("until")?.unwrap_or(last).max(as_of));
    let gaps = Gaps::new(&whole);
    let mut sheet = Sheet::new(["cust", "n_gaps", "median_gap", "mean_gap", "sd_gap", "last_date"]);
    for (c, name) in log.names.iter().enumerate() {
        let Some(end) = whole.events(c).last() else { continue };
        let own = gaps.own(c);
        sheet.push(vec![
            name.as_str().into(),
            gaps.of(c).len().into(),
            own.map(|own| own.median).into(),
            own.map(|own| own.mean).into(),
            own.and_then(|own| own.sd).into(),
            days::written(end.day).into(),
        ]);
    }

    let rows = Rows::read(input, options)?;
    let repeats = rows.repeats()?;
    let ln_gaps = Gaps::new(&History::new(&orders, as_of)).ln_sum(7.0);
    let shape = |method| Json::from(gaps.regularity(method));
    let mut entries: Vec<(String, Json)> = vec![("n_customers".into(), rows.x.len().into())];
    for (name, method) in [
        ("wheat", Method::Wheat),
        ("mle", Method::Likelihood),
        ("mle-minka", Method::Minka),
        ("mle-thom", Method::Thom),
        ("cv", Method::Variation),
    ] {
        entries.push((format!("regularity_k_{name}"), shape(method)));
    }
    entries.push(("gaps_days".into(), together(&gaps)));
    let mut remarks = Vec::new();
    if repeats.purchases() == 0.0 {
        remarks.push("Nobody has ordered twice: nothing can be said about leaving.".to_owned());
        return Ok(Answer::json(Json::Object(entries)).or_sheet(sheet).remark(remarks));
    }
    for k in 1..=options.whole("k")?.unwrap_or(3).min(30) {
        let mut fitted = Bg::fit(&repeats, Family::regular(k), Estimate::Likelihood).map_err(Trouble::say)?;
        fitted.ln_likelihood += gaps_term(k, ln_gaps, repeats.purchases());
        if fitted.at_bound || !fitted.settled {
            remarks.push(format!("k = {k}: a parameter ran to its bound; the data do not determine it."));
        }
        let likelihood = ("LL", Json::from(fitted.ln_likelihood));
        entries.push((
            format!("mbg_cnbd_k{k}"),
            Json::object([("params", Json::object(parameters(&fitted))), likelihood]),
        ));
    }
    let most = options.whole("k-most")?.unwrap_or(12).min(50);
    let best = fit_regular(&repeats, ln_gaps, most, Estimate::Likelihood).map_err(Trouble::say)?;
    let best = [("k", best.model.family.k.into())].into_iter().chain(parameters(&best));
    entries.push(("mbg_cnbd_auto_k".into(), Json::object(best)));
    Ok(Answer::json(Json::Object(entries)).or_sheet(sheet).remark(remarks))
}

fn parameters(fitted: &Fitted<Bg>) -> Vec<(&'static str, Json)> {
    BG.into_iter().zip(fitted.model.parameters().map(Json::from)).collect()
}

fn together(gaps: &Gaps) -> Json {
    let Some(all) = gaps.together() else { return Json::object([("n", 0u32.into())]) };
    let quantile = |share| Json::from(gaps.quantile(share));
    Json::object([
        ("n", all.n.into()),
        ("mean", all.mean.into()),
        ("median", all.median.into()),
        ("p10", quantile(0.1)),
        ("p25", quantile(0.25)),
        ("p75", quantile(0.75)),
        ("p90", quantile(0.9)),
        ("sd", all.sd.into()),
        ("quantile_type", "R type 7".into()),
    ])
}
