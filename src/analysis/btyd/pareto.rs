//! Pareto/NBD: one buys at an own pace and leaves at an own, unseen moment.
//!
//! Schmittlein, Morrison, Colombo, "Counting Your Customers: Who Are They and What Will They Do Next?", Management Science 33 (1987); the
//! likelihood as in Fader and Hardie, note 009 on brucehardie.com, with the integral itself instead of 2F1:
//! `L = Γ(n)/Γ(r) (α/(α+T))^r (α+T)^−x (β/(β+T))^s [1 + s I]`, `n = r + x`,
//! `I = ∫ ((α+T)/(α+u))^n ((β+T)/(β+u))^s du/(β+u)` over [t_x, T]. `s I` are the odds of having left.

use super::super::fit::bfgs::{BOUND, minimise};
use super::super::fit::curvature::{covariance, standard_errors};
use super::super::fit::fitted::{FitError, Fitted};
use super::super::special::gamma::{digamma, ln_rising, softplus};
use super::super::special::quadrature::panels;
use super::bg_fit::unit_of;
use super::repeats::Repeats;

/// The model: buying rates are Gamma(r, α), rates of leaving Gamma(s, β), α and β in units of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pareto {
    /// Shape of the buying rates.
    pub r: f64,
    /// Rate of the buying rates.
    pub alpha: f64,
    /// Shape of the rates of leaving.
    pub s: f64,
    /// Rate of the rates of leaving.
    pub beta: f64,
}

/// The logarithm of the odds of having left, and its derivatives by r, α, s, β.
struct Odds {
    ln: f64,
    by: [f64; 4],
}

impl Pareto {
    /// r, α, s, β.
    #[must_use]
    pub fn parameters(&self) -> [f64; 4] {
        [self.r, self.alpha, self.s, self.beta]
    }

    /// The model with other parameters.
    #[must_use]
    pub fn with([r, alpha, s, beta]: [f64; 4]) -> Self {
        Self { r, alpha, s, beta }
    }

    fn odds(&self, x: f64, t_x: f64, age: f64) -> Odds {
        if age <= t_x {
            return Odds { ln: f64::NEG_INFINITY, by: [0.0; 4] };
        }
        let n = self.r + x;
        let (buying, leaving) = (self.alpha + t_x, self.beta + t_x);
        // In the logarithm of the smaller of the two the integrand has no singularity nearby.
        let by_buying = buying < leaving;
        let base = buying.min(leaving);
        let since = |v: f64| base * v.exp_m1();
        let rate = |v: f64| {
            let d = since(v);
            if by_buying {
                n - 1.0 + (self.s + 1.0) * (buying + d) / (leaving + d)
            } else {
                self.s + n * (leaving + d) / (buying + d)
            }
        };
        let ln_f = |v: f64| {
            let d = since(v);
            v - n * (d / buying).ln_1p() - (self.s + 1.0) * (d / leaving).ln_1p()
        };
        let (mut mass, mut logs_a, mut logs_b, mut inverse_a, mut inverse_b) = (0.0, 0.0, 0.0, 0.0, 0.0);
        panels(((age - t_x) / base).ln_1p(), rate, ln_f, |v, w| {
            let d = since(v);
            let (log_a, log_b) = ((d / buying).ln_1p(), (d / leaving).ln_1p());
            let f = w * (v - n * log_a - (self.s + 1.0) * log_b).exp();
            mass += f;
            logs_a += f * log_a;
            logs_b += f * log_b;
            inverse_a += f / (buying + d);
            inverse_b += f / (leaving + d);
        });
        let (whole_a, whole_b) = (((age - t_x) / buying).ln_1p(), ((age - t_x) / leaving).ln_1p());
        Odds {
            ln: self.s.ln() + n * whole_a + self.s * whole_b + (mass * base / leaving).ln(),
            by: [
                whole_a - logs_a / mass,
                n * (1.0 / (self.alpha + age) - inverse_a / mass),
                1.0 / self.s + whole_b - logs_b / mass,
                self.s / (self.beta + age) - (self.s + 1.0) * inverse_b / mass,
            ],
        }
    }

    /// The logarithm of the odds of having left.
    pub(super) fn ln_odds_of(&self, x: f64, t_x: f64, age: f64) -> f64 {
        self.odds(x, t_x, age).ln
    }

    /// For every group the logarithm of the odds of having left.
    pub(super) fn ln_odds(&self, repeats: &Repeats) -> Vec<f64> {
        repeats.triples().map(|(x, t_x, age)| self.ln_odds_of(x, t_x, age)).collect()
    }

    /// For every group the log-likelihood of one of its customers.
    #[must_use]
    pub fn ln_likelihoods(&self, repeats: &Repeats) -> Vec<f64> {
        let rising = repeats.at_counts(|x| ln_rising(self.r, x) - x * self.alpha.ln());
        let rows = repeats.triples().zip(&repeats.count);
        rows.map(|((x, t_x, age), count)| {
            let silence = (self.r + x) * (age / self.alpha).ln_1p() + self.s * (age / self.beta).ln_1p();
            rising[*count as usize] - silence + softplus(self.odds(x, t_x, age).ln)
        })
        .collect()
    }

    /// The log-likelihood of all customers and its gradient by r, α, s, β.
    #[must_use]
    pub fn ln_likelihood(&self, repeats: &Repeats) -> (f64, [f64; 4]) {
        let rising =
            repeats.at_counts(|x| (ln_rising(self.r, x) - x * self.alpha.ln(), digamma(self.r + x) - digamma(self.r)));
        let mut sum = 0.0;
        let mut by = [0.0; 4];
        for ((x, t_x, age), (w, count)) in repeats.triples().zip(repeats.weight.iter().zip(&repeats.count)) {
            let n = self.r + x;
            let (log_a, log_b) = ((age / self.alpha).ln_1p(), (age / self.beta).ln_1p());
            let odds = self.odds(x, t_x, age);
            let (rise, psi) = rising[*count as usize];
            let left = 1.0 / (1.0 + (-odds.ln).exp());
            sum += w * (rise - n * log_a - self.s * log_b + softplus(odds.ln));
            let apart = [
                psi - log_a,
                self.r / self.alpha - n / (self.alpha + age),
                -log_b,
                self.s / self.beta - self.s / (self.beta + age),
            ];
            for i in 0..4 {
                by[i] += w * (apart[i] + left * odds.by[i]);
            }
        }
        (sum, by)
    }

    /// Finds the most likely parameters.
    ///
    /// # Errors
    /// Nobody, or nobody with a past.
    pub fn fit(repeats: &Repeats) -> Result<Fitted<Self>, FitError> {
        let unit = unit_of(repeats)?;
        let n = repeats.customers() as f64;
        let mut ask = |place: &[f64; 4]| {
            let model = Self::at(place, unit);
            let (value, gradient) = model.ln_likelihood(repeats);
            let parameters = model.parameters();
            (-value / n, std::array::from_fn(|i| -gradient[i] * parameters[i] / n))
        };
        let mut found = minimise([-0.35, -0.9, -0.5, -0.7], &mut ask);
        if found.at_bound() || !found.settled {
            let other = minimise([-0.5, -1.5, -1.5, 0.5], &mut ask);
            if other.value < found.value - 1e-10 {
                found = other;
            }
        }
        if !found.value.is_finite() {
            return Err(FitError::NoLikelihood);
        }
        let model = Self::at(&found.at, unit);
        Ok(Fitted::new(model, -found.value * n, &found))
    }

    /// Standard errors of r, α, s, β at a fit; `None` where the likelihood does not bend in every direction.
    #[must_use]
    pub fn standard_errors(&self, repeats: &Repeats) -> Option<[f64; 4]> {
        let unit = unit_of(repeats).ok()?;
        let place = [self.r, self.alpha / unit, self.s, self.beta / unit].map(|v| v.ln().clamp(-BOUND, BOUND));
        let mut gradient = |place: &[f64; 4]| {
            let model = Self::at(place, unit);
            let (by, parameters) = (model.ln_likelihood(repeats).1, model.parameters());
            std::array::from_fn(|i| -by[i] * parameters[i])
        };
        covariance(&place, &mut gradient).map(|c| standard_errors(&self.parameters(), &c))
    }

    fn at(place: &[f64; 4], unit: f64) -> Self {
        let [r, alpha, s, beta] = place.map(f64::exp);
        Self { r, alpha: alpha * unit, s, beta: beta * unit }
    }
}
