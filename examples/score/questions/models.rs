//! The models of repeat buying, fitted or given, with what stands against them. Shared by `btyd`, `clv` and `backtest`.

use clap::Command;
use kith::analysis::btyd::bg::{Bg, Family};
use kith::analysis::btyd::bg_fit::Estimate;
use kith::analysis::btyd::pareto::Pareto;
use kith::analysis::btyd::repeats::Repeats;
use kith::analysis::btyd::spend::{GammaGamma, Objection, objections};
use kith::analysis::fit::fitted::Fitted;
use kith::analysis::ladder::{Flag, flags};

use crate::input::parameters::{self, Given};
use crate::input::repeats::Rows;
use crate::options::{Options, value};
use crate::trouble::Trouble;

/// Names of the parameters, by model.
pub const BG: [&str; 4] = ["r", "alpha", "a", "b"];
pub const PARETO: [&str; 4] = ["r", "alpha", "s", "beta"];
pub const SPEND: [&str; 3] = ["p", "q", "gamma"];

/// A model that may be used, or the reasons why it may not.
pub struct Model<M, const N: usize> {
    pub fitted: Fitted<M>,
    pub errors: Option<[f64; N]>,
    /// Sentences; the answers stay empty while there are any.
    pub against: Vec<String>,
}

impl<M: Copy, const N: usize> Model<M, N> {
    pub fn usable(&self) -> Option<M> {
        self.against.is_empty().then_some(self.fitted.model)
    }
}

pub fn options(command: Command) -> Command {
    let command = command
        .arg(value("estimate", "ml|map", "Likelihood alone, or with the weak prior; for the BG family [ml]"))
        .arg(value("bgnbd", "r,α,a,b", "Use these parameters for BG/NBD"))
        .arg(value("mbgnbd", "r,α,a,b", "Use these parameters for MBG/NBD"))
        .arg(value("pareto_nbd", "r,α,s,β", "Use these parameters for Pareto/NBD"))
        .arg(value("gamma_gamma", "p,q,γ", "Use these parameters for Gamma-Gamma"));
    parameters::columns(command)
}

pub fn estimate(options: &Options<'_>) -> Result<Estimate, Trouble> {
    match options.text("estimate") {
        None | Some("ml") => Ok(Estimate::Likelihood),
        Some("map") => Ok(Estimate::Posterior),
        Some(other) => Err(Trouble::say(format!("--estimate: “{other}” is neither ml nor map."))),
    }
}

fn as_given<M>(model: M, ln_likelihood: f64) -> Fitted<M> {
    Fitted { model, ln_likelihood, evaluations: 0, settled: true, at_bound: false }
}

pub fn bg(
    name: &str,
    family: Family,
    repeats: &Repeats,
    options: &Options<'_>,
    given: &Given,
) -> Result<Model<Bg, 4>, Trouble> {
    let estimate = estimate(options)?;
    let (fitted, own) = match given.of(options, name, BG)? {
        Some(p) => {
            let model = Bg::with(family, p);
            (as_given(model, model.ln_likelihood(repeats).0), false)
        }
        None => (Bg::fit(repeats, family, estimate).map_err(Trouble::say)?, true),
    };
    let against = if own { flags(&fitted, repeats, f64::INFINITY, None) } else { Vec::new() };
    let against = against.into_iter().map(|flag| format!("{name}: {}.", said(flag))).collect();
    Ok(Model { fitted, errors: fitted.model.standard_errors(repeats, estimate), against })
}

pub fn pareto(repeats: &Repeats, options: &Options<'_>, given: &Given) -> Result<Model<Pareto, 4>, Trouble> {
    let fitted = match given.of(options, "pareto_nbd", PARETO)? {
        Some(p) => {
            let model = Pareto::with(p);
            as_given(model, model.ln_likelihood(repeats).0)
        }
        None => Pareto::fit(repeats).map_err(Trouble::say)?,
    };
    let mut against = Vec::new();
    if fitted.at_bound {
        against.push(format!("pareto_nbd: {}.", said(Flag::AtBound)));
    }
    if !fitted.settled {
        against.push(format!("pareto_nbd: {}.", said(Flag::NotSettled)));
    }
    Ok(Model { fitted, errors: fitted.model.standard_errors(repeats), against })
}

/// None where nobody has repeat orders that brought money.
pub fn spend(rows: &Rows, options: &Options<'_>, given: &Given) -> Result<Option<Model<GammaGamma, 3>>, Trouble> {
    let own = match given.of(options, "gamma_gamma", SPEND)? {
        Some([p, q, gamma]) => {
            let model = GammaGamma { p, q, gamma };
            Some((as_given(model, model.ln_likelihood_of(&rows.x, &rows.m_x).map_err(Trouble::say)?), false))
        }
        None => GammaGamma::fit(&rows.x, &rows.m_x).ok().map(|fitted| (fitted, true)),
    };
    let Some((fitted, own)) = own else { return Ok(None) };
    let all = objections(&fitted, &rows.x, &rows.m_x).into_iter();
    let against = all.filter(|objection| own || *objection == Objection::NoMean).map(objection).collect();
    Ok(Some(Model { fitted, errors: fitted.model.standard_errors(&rows.x, &rows.m_x), against }))
}

fn objection(objection: Objection) -> String {
    let why = match objection {
        Objection::FewRepeaters(n) => format!("only {n} customers have repeat orders that brought money"),
        Objection::NoMean => "q is not above 1: the mean over customers is infinite".to_owned(),
        Objection::Correlated(r) => format!("the number of orders and their amounts go together (correlation {r:.2})"),
        Objection::AtBound => said(Flag::AtBound).to_owned(),
    };
    format!("gamma_gamma: {why}.")
}

pub fn said(flag: Flag) -> &'static str {
    match flag {
        Flag::EverybodyAlive => "nearly everybody seems to be there still; nothing was learned about leaving",
        Flag::NobodyLeaves => "the chance to leave tends to zero",
        Flag::AtBound => "a parameter ran to its bound; the data do not determine it",
        Flag::NotSettled => "the search did not come to rest",
        Flag::ShortHistory => "the history is shorter than three usual gaps",
        Flag::NobodyRepeats => "nobody has ordered twice",
    }
}
