//! Contracts: sBG, discrete Weibull, beta-discrete-Weibull on the survivors of cohorts.

use clap::Command;
use kith::analysis::fit::fitted::Fitted;
use kith::analysis::retention::contract::Contract;
use kith::analysis::retention::contract_fit::{Kind, Survivors};

use super::Question;
use crate::input::Input;
use crate::input::table::Column;
use crate::options::{Options, switch, value};
use crate::output::{Answer, Json};
use crate::trouble::Trouble;

pub const QUESTION: Question = Question {
    name: "retention",
    about: "Who renews: models of the survivors in each column, projected survival, DEL and DERL",
    options,
    answer,
};

const PERIOD: &[&str] = &["year", "period", "t", "month", "renewals", "n", "date", "quarter"];

fn options(command: Command) -> Command {
    command
        .arg(value("renewals", "N,…", "How many renewals are used; the rest is left to the projection [all]"))
        .arg(value("until", "N", "How far survival is projected [12]"))
        .arg(value("discount", "PART", "The rate of discount per period [0.1]"))
        .arg(switch("pool", "The columns are cohorts of one kind: one model for all of them"))
}

struct Asked {
    until: u32,
    rate: f64,
}

fn answer(input: &Input, options: &Options<'_>) -> Result<Answer, Trouble> {
    let table = input.table()?;
    let asked = Asked {
        until: options.whole("until")?.unwrap_or(12).min(10_000),
        rate: options.number_within("discount", 1e-4, 100.0)?.unwrap_or(0.1),
    };
    let period = table.find(PERIOD).map(|column| column.heading());
    let columns: Vec<Column<'_>> = table.columns().filter(|column| Some(column.heading()) != period).collect();
    let mut cohorts: Vec<(&str, Vec<f64>)> = Vec::new();
    for column in columns {
        // A cohort that begins later has empty cells before.
        cohorts.push((column.heading(), column.numbers()?.into_iter().flatten().collect()));
    }
    if options.switch("pool") {
        return pooled(&cohorts, &asked);
    }
    let used: Vec<Option<usize>> = match options.list("renewals") {
        None => vec![None],
        Some(words) => words
            .iter()
            .map(|word| {
                word.parse().map(Some).map_err(|_| Trouble::say(format!("--renewals: “{word}” is not a whole number.")))
            })
            .collect::<Result<_, _>>()?,
    };
    let mut entries = Vec::new();
    let mut remarks = Vec::new();
    for used in used {
        for (name, counts) in &cohorts {
            let renewals = used.unwrap_or(usize::MAX).min(counts.len().saturating_sub(1));
            let key = format!("{name}_{renewals}");
            match Survivors::new(&[&counts[..(renewals + 1).min(counts.len())]]) {
                Ok(survivors) => entries.push((key, single(&counts[..=renewals], &survivors, &asked))),
                Err(error) => remarks.push(format!("{key}: {error}.")),
            }
        }
    }
    if entries.is_empty() {
        return Err(Trouble::say(
            remarks.first().cloned().unwrap_or_else(|| "There is no column of survivors.".into()),
        ));
    }
    Ok(Answer::json(Json::Object(entries)).remark(remarks))
}

fn single(counts: &[f64], survivors: &Survivors, asked: &Asked) -> Json {
    let sbg = Contract::fit(Kind::ShiftedBetaGeometric, survivors);
    let weibull = Contract::fit(Kind::DiscreteWeibull, survivors);
    let both = Contract::fit(Kind::BetaDiscreteWeibull, survivors);
    let ratio = 2.0 * (both.ln_likelihood - sbg.ln_likelihood);
    let mut of_sbg = parameters(&sbg);
    of_sbg.extend(about(&sbg, asked));
    let rates = (1..=asked.until).map(|t| sbg.model.retention(t));
    of_sbg.push(("retention_r_t", Json::list(rates)));
    of_sbg.push(("DEL", sbg.model.del(asked.rate).into()));
    of_sbg.push(("DERL_n", derl(&sbg.model, asked.rate)));
    let mut of_both = parameters(&both);
    of_both.push(("LR_vs_sBG", ratio.into()));
    of_both.extend(about(&both, asked));
    Json::object([
        ("survivors_used", Json::list(counts.to_vec())),
        ("n_renewals_used", (counts.len() - 1).into()),
        ("sBG", Json::object(of_sbg)),
        ("discrete_weibull", Json::object(parameters(&weibull))),
        ("BdW", Json::object(of_both)),
        ("discount_per_period", asked.rate.into()),
    ])
}

fn pooled(cohorts: &[(&str, Vec<f64>)], asked: &Asked) -> Result<Answer, Trouble> {
    // A cohort that was not watched for a renewal says nothing.
    let watched: Vec<&[f64]> =
        cohorts.iter().map(|cohort| cohort.1.as_slice()).filter(|counts| counts.len() > 1).collect();
    let survivors = Survivors::new(&watched).map_err(Trouble::say)?;
    let fitted = Contract::fit(Kind::ShiftedBetaGeometric, &survivors);
    let mut entries = vec![("cohorts", Json::list(watched.iter().map(|counts| Json::list(counts.to_vec()))))];
    if let Contract::ShiftedBetaGeometric { alpha, beta } = fitted.model {
        entries.extend([("alpha", alpha.into()), ("beta", beta.into())]);
    }
    entries.push(("LL", fitted.ln_likelihood.into()));
    entries.push(("near_boundary", fitted.at_bound.into()));
    let survival = (0..=asked.until).map(|t| fitted.model.survival(t));
    entries.push(("S_t", Json::list(survival)));
    entries.push(("DEL", fitted.model.del(asked.rate).into()));
    entries.push(("DERL_n", derl(&fitted.model, asked.rate)));
    let percent = (asked.rate * 100.0).round();
    let mut json: Vec<(String, Json)> = entries.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    json.push((format!("DERL_{percent}pct"), derl(&fitted.model, asked.rate)));
    Ok(Answer::json(Json::Object(json)))
}

fn parameters(fitted: &Fitted<Contract>) -> Vec<(&'static str, Json)> {
    let mut entries: Vec<(&str, Json)> = match fitted.model {
        Contract::ShiftedBetaGeometric { alpha, beta } => {
            vec![("alpha_gamma", alpha.into()), ("beta_delta", beta.into())]
        }
        Contract::DiscreteWeibull { theta, c } => vec![("theta", theta.into()), ("c", c.into())],
        Contract::BetaDiscreteWeibull { gamma, delta, c } => {
            vec![("gamma", gamma.into()), ("delta", delta.into()), ("c", c.into())]
        }
    };
    entries.push(("LL", fitted.ln_likelihood.into()));
    entries.push(("near_boundary", fitted.at_bound.into()));
    entries
}

fn about(fitted: &Fitted<Contract>, asked: &Asked) -> [(&'static str, Json); 3] {
    let survival = (0..=asked.until).map(|t| fitted.model.survival(t));
    [
        ("E_theta", fitted.model.mean_theta().into()),
        ("polarization", fitted.model.polarization().into()),
        ("S_t", Json::list(survival)),
    ]
}

fn derl(model: &Contract, rate: f64) -> Json {
    Json::object((1..=5u32).map(|n| (n.to_string(), model.derl(n, rate).into())))
}
