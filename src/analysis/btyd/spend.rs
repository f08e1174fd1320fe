//! Gamma-Gamma: what an order of a customer brings, from the mean of the orders seen and how many there were.
//!
//! Fader and Hardie, "The Gamma-Gamma Model of Monetary Value", note 025 on brucehardie.com (2013), eq. 1a and 5. Orders of a customer are
//! Gamma(p, ν), ν is Gamma(q, γ); amounts and the number of orders must have nothing to do with each other.

use thiserror::Error;

use super::super::fit::bfgs::{BOUND, minimise};
use super::super::fit::curvature::{covariance, standard_errors};
use super::super::fit::fitted::Fitted;
use super::super::special::gamma::{digamma, ln_gamma, ln_rising};

/// Customers with repeat orders below whom the model is not asked.
pub const REPEATERS_NEEDED: usize = 50;

/// A correlation between the number of orders and their mean beyond which the model does not apply.
pub const CORRELATION_ALLOWED: f64 = 0.3;

/// Why there is no fit.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum SpendError {
    /// The columns are of different lengths.
    #[error("the columns do not fit together")]
    Length,
    /// Nobody has repeat orders that brought money.
    #[error("nobody has repeat orders that brought money")]
    NobodyRepeats,
    /// An amount that is not a number or below zero. The row counts from zero.
    #[error("row {0} has an impossible amount")]
    Amount(usize),
    /// All customers spend the same: there is nothing to tell apart.
    #[error("all amounts are equal")]
    AllEqual,
}

/// The model with its parameters; γ is in units of money.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GammaGamma {
    /// Shape of the orders of one customer.
    pub p: f64,
    /// Shape of the spread between customers. Only above 1 is there a mean.
    pub q: f64,
    /// Scale of the spread between customers.
    pub gamma: f64,
}

/// What may stand against using the model; then [`log_spend`](super::log_spend) answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Objection {
    /// Fewer than [`REPEATERS_NEEDED`] customers with repeat orders.
    FewRepeaters(usize),
    /// q ≤ 1: the mean over customers is infinite.
    NoMean,
    /// Who orders more often orders larger (or smaller) amounts.
    Correlated(f64),
    /// A parameter at its bound.
    AtBound,
}

/// Repeaters sorted, so that no sum depends on the sequence of the rows.
fn repeaters(x: &[u32], mean: &[f64]) -> Result<Vec<(u32, f64)>, SpendError> {
    if x.len() != mean.len() {
        return Err(SpendError::Length);
    }
    if let Some(row) = mean.iter().position(|m| !m.is_finite() || *m < 0.0) {
        return Err(SpendError::Amount(row));
    }
    let mut rows: Vec<(u32, f64)> =
        x.iter().copied().zip(mean.iter().copied()).filter(|(x, m)| *x > 0 && *m > 0.0).collect();
    rows.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
    Ok(rows)
}

impl GammaGamma {
    /// The log-likelihood of sorted repeaters and its gradient by p, q, γ; without `−Σ ln m`, which no parameter changes.
    fn ln_likelihood(&self, rows: &[(u32, f64)]) -> (f64, [f64; 3]) {
        let Self { p, q, gamma } = *self;
        let (mut sum, mut by) = (0.0, [0.0; 3]);
        let psi_q = digamma(q);
        let (mut known, mut ways, mut by_p, mut by_q) = (0, 0.0, 0.0, 0.0);
        for &(x, mean) in rows {
            let orders = f64::from(x);
            if x != known {
                known = x;
                ways = ln_rising(p * orders, q) - ln_gamma(q);
                let whole = digamma(p * orders + q);
                by_p = whole - digamma(p * orders);
                by_q = whole - psi_q;
            }
            let money = orders * mean;
            // x z̄ / (γ + x z̄) and γ / (γ + x z̄).
            let (ln_part, ln_rest) = (-(gamma / money).ln_1p(), -(money / gamma).ln_1p());
            sum += ways + p * orders * ln_part + q * ln_rest;
            by[0] += orders * (by_p + ln_part);
            by[1] += by_q + ln_rest;
            by[2] += q / gamma - (p * orders + q) / (gamma + money);
        }
        (sum, by)
    }

    /// Finds the most likely parameters from the number of repeat orders and their mean amount; who has none is left out.
    ///
    /// # Errors
    /// Impossible amounts, nobody who repeats, or nothing that varies.
    pub fn fit(x: &[u32], mean: &[f64]) -> Result<Fitted<Self>, SpendError> {
        let rows = repeaters(x, mean)?;
        let (Some(first), n) = (rows.first(), rows.len() as f64) else { return Err(SpendError::NobodyRepeats) };
        if rows.iter().all(|row| row.1 == first.1) {
            return Err(SpendError::AllEqual);
        }
        let unit = rows.iter().map(|row| row.1).sum::<f64>() / n;
        let mut ask = |place: &[f64; 3]| {
            let model = Self::at(place, unit);
            let (value, by) = model.ln_likelihood(&rows);
            let parameters = [model.p, model.q, model.gamma];
            (-value / n, std::array::from_fn(|i| -by[i] * parameters[i] / n))
        };
        let found = minimise([1.0, 1.0, 0.0], &mut ask);
        let model = Self::at(&found.at, unit);
        let ln_amounts: f64 = rows.iter().map(|row| row.1.ln()).sum();
        Ok(Fitted::new(model, model.ln_likelihood(&rows).0 - ln_amounts, &found))
    }

    /// The log-likelihood of everybody with repeat orders that brought money.
    ///
    /// # Errors
    /// Impossible amounts, or nobody who repeats.
    pub fn ln_likelihood_of(&self, x: &[u32], mean: &[f64]) -> Result<f64, SpendError> {
        let rows = repeaters(x, mean)?;
        let ln_amounts: f64 = rows.iter().map(|row| row.1.ln()).sum();
        if rows.is_empty() { Err(SpendError::NobodyRepeats) } else { Ok(self.ln_likelihood(&rows).0 - ln_amounts) }
    }

    /// Standard errors of p, q, γ; `None` where the likelihood does not bend in every direction.
    #[must_use]
    pub fn standard_errors(&self, x: &[u32], mean: &[f64]) -> Option<[f64; 3]> {
        let rows = repeaters(x, mean).ok()?;
        let parameters = [self.p, self.q, self.gamma];
        let place = [self.p, self.q, 1.0].map(|v| v.ln().clamp(-BOUND, BOUND));
        let mut gradient = |place: &[f64; 3]| {
            let model = Self::at(place, self.gamma);
            let by = model.ln_likelihood(&rows).1;
            [-by[0] * model.p, -by[1] * model.q, -by[2] * model.gamma]
        };
        covariance(&place, &mut gradient).map(|c| standard_errors(&parameters, &c))
    }

    fn at(place: &[f64; 3], unit: f64) -> Self {
        let [p, q, gamma] = place.map(f64::exp);
        Self { p, q, gamma: gamma * unit }
    }

    /// The mean over all customers, p γ / (q − 1): what is expected of one without repeat orders. `None` if q ≤ 1.
    #[must_use]
    pub fn population_mean(&self) -> Option<f64> {
        (self.q > 1.0).then(|| self.p * self.gamma / (self.q - 1.0))
    }

    /// E[M | x, m_x]: (γ + x m) p / (p x + q − 1), between the own mean and everybody's. `None` if q ≤ 1.
    #[must_use]
    pub fn expected(&self, x: u32, mean: f64) -> Option<f64> {
        let orders = if mean > 0.0 { f64::from(x) } else { 0.0 };
        self.population_mean()?;
        Some((self.gamma + orders * mean) * self.p / (self.p * orders + self.q - 1.0))
    }

    /// E[M] for a column of customers. `None` if q ≤ 1.
    #[must_use]
    pub fn expected_of(&self, x: &[u32], mean: &[f64]) -> Option<Vec<f64>> {
        x.iter().zip(mean).map(|(x, m)| self.expected(*x, *m)).collect()
    }
}

/// Everything that stands against a fit.
#[must_use]
pub fn objections(fitted: &Fitted<GammaGamma>, x: &[u32], mean: &[f64]) -> Vec<Objection> {
    let rows = repeaters(x, mean).unwrap_or_default();
    let correlation = correlation(&rows);
    let all = [
        (rows.len() < REPEATERS_NEEDED).then_some(Objection::FewRepeaters(rows.len())),
        (fitted.model.q <= 1.0).then_some(Objection::NoMean),
        correlation.filter(|c| c.abs() > CORRELATION_ALLOWED).map(Objection::Correlated),
        fitted.at_bound.then_some(Objection::AtBound),
    ];
    all.into_iter().flatten().collect()
}

/// Pearson's correlation between the number of repeat orders and their mean, over those who have some. `None` if either does not vary.
#[must_use]
pub fn correlation_of(x: &[u32], mean: &[f64]) -> Option<f64> {
    correlation(&repeaters(x, mean).ok()?)
}

fn correlation(rows: &[(u32, f64)]) -> Option<f64> {
    let n = rows.len() as f64;
    let (mean_x, mean_m) = rows.iter().fold((0.0, 0.0), |(x, m), row| (x + f64::from(row.0) / n, m + row.1 / n));
    let (mut xx, mut mm, mut xm) = (0.0, 0.0, 0.0);
    for (x, m) in rows {
        let (dx, dm) = (f64::from(*x) - mean_x, m - mean_m);
        xx += dx * dx;
        mm += dm * dm;
        xm += dx * dm;
    }
    let scale = (xx * mm).sqrt();
    (scale > 0.0).then(|| (xm / scale).clamp(-1.0, 1.0))
}
