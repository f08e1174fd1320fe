//! Who comes back, when, and what it is worth; how much of that may be said; and how far it could be trusted before.

use super::super::backtest::run::Backtest;
use super::super::btyd::bg::{Bg, Family};
use super::super::btyd::bg_fit::{Estimate, fit_regular};
use super::super::btyd::known::Known;
use super::super::btyd::log_spend::{LogAmounts, LogSpend, Spend};
use super::super::btyd::spend::{GammaGamma, objections};
use super::super::columns::{NO_DAY, Orders};
use super::super::fit::fitted::Fitted;
use super::super::history::History;
use super::super::ladder::{Flag, Rung, Standing, flags};
use super::super::regularity::{Gaps, Method};
use super::super::special::normal;
use super::super::summary::Summary;
use super::forecast::Forecast;
use super::trial::Trial;

/// From this shape of the gaps on a model for regular buying is asked.
pub const REGULAR: f64 = 1.5;
/// The most regular model that is tried.
const MOST_REGULAR: u32 = 12;
/// Where a log is cut for the backtest.
const CUT: f64 = 2.0 / 3.0;

/// The answer. What may not be said is not there.
#[derive(Clone, Debug, PartialEq)]
pub struct Outlook {
    /// Customers who have bought.
    pub customers: u32,
    /// Their repeat purchase days.
    pub repeats: u32,
    /// Days from the first purchase to the as-of day.
    pub history: u32,
    /// How much may be said.
    pub standing: Standing,
    /// What stands against saying anything; the forecast is empty then.
    pub flags: Vec<Flag>,
    /// Parameters r, α (days), a, b and the regularity k; none where nothing was fitted.
    pub model: Option<Model>,
    /// What became of an earlier prediction; none where there is too little past.
    pub trial: Option<Trial>,
    /// How spend was estimated: by Gamma-Gamma, else by shrunken logarithms of amounts.
    pub gamma_gamma: bool,
    /// What is left of an amount after the cost of goods; none where no costs are recorded, and worth is revenue then.
    pub margin: Option<f64>,
    /// One entry a customer.
    pub forecast: Forecast,
}

/// A fitted model.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Model {
    /// r, α in days, a, b.
    pub parameters: [f64; 4],
    /// Regularity of the gaps: 1 is chance alone.
    pub k: u32,
}

impl Outlook {
    /// Looks ahead from the as-of day.
    #[must_use]
    pub fn new(orders: &Orders<'_>, as_of: super::super::columns::Day) -> Self {
        let history = History::new(orders, as_of);
        let summary = Summary::new(orders, &history);
        let known = Known::new(&summary);
        let first = summary.first_event.iter().copied().filter(|day| *day != NO_DAY).min();
        let (customers, repeats) = (known.customer.len() as u32, known.repeats.purchases() as u32);
        let mut outlook = Self {
            customers,
            repeats,
            history: first.map_or(0, |first| (as_of - first).unsigned_abs()),
            standing: Standing::new(customers, repeats, false),
            flags: Vec::new(),
            model: None,
            trial: None,
            gamma_gamma: false,
            margin: margin(&summary),
            forecast: Forecast::default(),
        };
        if outlook.standing.rung == Rung::Facts {
            return outlook;
        }
        let gaps = Gaps::new(&history);
        let Some(fitted) = fit(&known, &gaps) else {
            outlook.flags = vec![Flag::ShortHistory];
            return outlook;
        };
        outlook.model = Some(Model { parameters: fitted.model.parameters(), k: fitted.model.family.k });
        let median = gaps.together().map(|gaps| gaps.median);
        outlook.flags = flags(&fitted, &known.repeats, f64::from(outlook.history), median);
        let backtest = Backtest::new(orders, as_of, CUT, fitted.model.family, Estimate::Posterior).ok();
        outlook.trial = backtest.filter(|backtest| backtest.days > 0).map(|backtest| Trial::new(&backtest));
        let trial = outlook.trial.as_ref();
        outlook.standing = Standing::new(customers, repeats, trial.is_some_and(Trial::passed));
        if outlook.flags.is_empty() {
            let (spend, gamma_gamma) = spend(&known, &history);
            outlook.gamma_gamma = gamma_gamma;
            outlook.forecast = Forecast::new(&known, &fitted.model, &spend, outlook.margin.unwrap_or(1.0));
            if trial.is_none_or(|trial| trial.hides_chance().is_some()) {
                outlook.forecast.hide_chance();
            }
            if trial.is_none_or(|trial| trial.hides_orders().is_some()) {
                outlook.forecast.hide_orders();
            }
        }
        outlook
    }

    /// The bias of the backtest, by which totals are widened.
    #[must_use]
    pub fn bias(&self) -> Option<f64> {
        self.trial.as_ref().and_then(|trial| trial.bias)
    }
}

/// MBG/NBD, or MBG/CNBD-k where people buy by the clock; none where there is nothing to fit.
fn fit(known: &Known, gaps: &Gaps) -> Option<Fitted<Bg>> {
    if gaps.regularity(Method::Wheat).is_some_and(|k| k > REGULAR) {
        fit_regular(&known.repeats, gaps.ln_sum(1.0), MOST_REGULAR, Estimate::Posterior).ok()
    } else {
        Bg::fit(&known.repeats, Family::MBG, Estimate::Posterior).ok()
    }
}

/// What is left of what customers paid, over those whose costs are all known; none where nobody's are.
fn margin(summary: &Summary) -> Option<f64> {
    let (mut paid, mut cost) = (0.0, 0.0);
    for c in (0..summary.customers()).filter(|c| summary.orders[*c] > 0 && summary.without_cost[*c] == 0) {
        paid += summary.net[c] as f64;
        cost += summary.cost[c] as f64;
    }
    (paid > 0.0).then(|| (paid - cost) / paid)
}

/// What an order brings, one entry a known customer, and whether by Gamma-Gamma.
fn spend(known: &Known, history: &History) -> (Vec<Spend>, bool) {
    let amounts = LogAmounts::new(history);
    let shrunken = LogSpend::of(&amounts);
    let by_logs = |c: u32| {
        let c = c as usize;
        shrunken.map_or(Spend { mean: 0.0, low: 0.0, high: 0.0 }, |all| all.expected(amounts.n[c], amounts.mean[c]))
    };
    let fitted = GammaGamma::fit(&known.x, &known.m_x).ok();
    let fitted = fitted.filter(|fitted| objections(fitted, &known.x, &known.m_x).is_empty());
    let Some(model) = fitted.map(|fitted| fitted.model) else {
        return (known.customer.iter().map(|c| by_logs(*c)).collect(), false);
    };
    let rows = known.customer.iter().zip(&known.x).zip(&known.m_x);
    // Who bought once has told something too, which Gamma-Gamma does not hear.
    let of = |((c, x), mean): ((&u32, &u32), &f64)| match model.expected(*x, *mean) {
        Some(expected) if *x > 0 && *mean > 0.0 => {
            let [low, high] = ends(&model, *x, *mean);
            Spend { mean: expected, low, high }
        }
        _ => by_logs(*c),
    };
    (rows.map(of).collect(), true)
}

/// Between which amounts the mean order of a customer lies eight times in ten: p/ν with ν ~ Gamma(px + q, γ + x m), whose quantiles come
/// from E. B. Wilson and M. M. Hilferty, "The Distribution of Chi-Square" (1931).
fn ends(model: &GammaGamma, x: u32, mean: f64) -> [f64; 2] {
    let orders = f64::from(x);
    let (shape, scale) = (model.p * orders + model.q, model.gamma + orders * mean);
    let z = normal::two_sided(0.8);
    let quantile = |z: f64| shape * (1.0 - 1.0 / (9.0 * shape) + z / (3.0 * shape.sqrt())).max(0.05).powi(3);
    [model.p * scale / quantile(z), model.p * scale / quantile(-z)]
}
