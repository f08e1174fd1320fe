//! The parameters of the BG/NBD family: most likely given the data, or given the data and a weak prior.

use super::super::fit::bfgs::{BOUND, minimise};
use super::super::fit::curvature::{covariance, standard_errors};
use super::super::fit::fitted::{FitError, Fitted};
use super::super::special::gamma::ln_gamma;
use super::bg::{Bg, Family};
use super::prior;
use super::repeats::Repeats;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Estimate {
    /// The likelihood together with the [`prior`]: sane from the first customer on.
    #[default]
    Posterior,
    /// The likelihood alone, as papers print it.
    Likelihood,
}

/// The parameters at a place of the search: logarithms, α in units of `unit`.
fn at(family: Family, place: &[f64; 4], unit: f64) -> Bg {
    let [r, scale, a, b] = place.map(f64::exp);
    Bg { family, r, alpha: scale * unit, a, b }
}

/// What is minimised: the negative log-likelihood (and prior) per customer.
fn objective(repeats: &Repeats, family: Family, estimate: Estimate, unit: f64, place: &[f64; 4]) -> (f64, [f64; 4]) {
    let model = at(family, place, unit);
    let (mut value, gradient) = model.ln_likelihood(repeats);
    let parameters = model.parameters();
    let mut gradient: [f64; 4] = std::array::from_fn(|i| gradient[i] * parameters[i]);
    if estimate == Estimate::Posterior {
        let (ln, by) = prior::ln_density(*place);
        value += ln;
        gradient = std::array::from_fn(|i| gradient[i] + by[i]);
    }
    let n = repeats.customers() as f64;
    (-value / n, gradient.map(|g| -g / n))
}

impl Bg {
    /// Finds the parameters.
    ///
    /// # Errors
    /// Nobody, or nobody with a past.
    pub fn fit(repeats: &Repeats, family: Family, estimate: Estimate) -> Result<Fitted<Self>, FitError> {
        let unit = unit_of(repeats)?;
        let mut ask = |place: &[f64; 4]| objective(repeats, family, estimate, unit, place);
        let mut found = minimise(prior::mode(), &mut ask);
        if found.at_bound() || !found.settled {
            // A flat likelihood may have a second hollow: few leave, and those who do are sure to.
            let other = minimise([-0.5, -1.5, -1.0, 0.5], &mut ask);
            if other.value < found.value - 1e-10 {
                found = other;
            }
        }
        if !found.value.is_finite() {
            return Err(FitError::NoLikelihood);
        }
        let model = at(family, &found.at, unit);
        Ok(Fitted::new(model, model.ln_likelihood(repeats).0, &found))
    }

    /// Standard errors of r, α, a, b at a fit; `None` where the likelihood does not bend in every direction.
    #[must_use]
    pub fn standard_errors(&self, repeats: &Repeats, estimate: Estimate) -> Option<[f64; 4]> {
        let unit = unit_of(repeats).ok()?;
        let place = [self.r, self.alpha / unit, self.a, self.b].map(|v| v.ln().clamp(-BOUND, BOUND));
        let n = repeats.customers() as f64;
        let mut gradient = |place: &[f64; 4]| objective(repeats, self.family, estimate, unit, place).1.map(|g| g * n);
        covariance(&place, &mut gradient).map(|c| standard_errors(&self.parameters(), &c))
    }
}

/// The mean of T, in which α is searched for.
pub(super) fn unit_of(repeats: &Repeats) -> Result<f64, FitError> {
    if repeats.customers() == 0 {
        return Err(FitError::NoCustomers);
    }
    let unit = repeats.mean_age();
    if unit > 0.0 { Ok(unit) } else { Err(FitError::NoTime) }
}

/// What the gaps add to the log-likelihood of MBG/CNBD-k: `(k−1) Σ ln gap − x ln (k−1)!`, so that members with different k can be compared.
/// `ln_gaps` is the sum of the logarithms of all gaps in units of time.
#[must_use]
pub fn gaps_term(k: u32, ln_gaps: f64, purchases: f64) -> f64 {
    let k = f64::from(k.max(1));
    (k - 1.0) * ln_gaps - purchases * ln_gamma(k)
}

/// The most likely member of MBG/CNBD-k with k from 1 up to `most`: the search ends where the likelihood falls, as BTYDplus does. The
/// log-likelihoods contain the [`gaps_term`].
///
/// # Errors
/// Nobody, or nobody with a past.
pub fn fit_regular(repeats: &Repeats, ln_gaps: f64, most: u32, estimate: Estimate) -> Result<Fitted<Bg>, FitError> {
    let fit = |k: u32| {
        let mut fitted = Bg::fit(repeats, Family::regular(k), estimate)?;
        fitted.ln_likelihood += gaps_term(k, ln_gaps, repeats.purchases());
        Ok(fitted)
    };
    let mut best = fit(1)?;
    for k in 2..=most {
        let next = fit(k)?;
        if next.ln_likelihood <= best.ln_likelihood {
            break;
        }
        best = next;
    }
    Ok(best)
}
