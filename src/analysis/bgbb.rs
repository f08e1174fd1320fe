//! BG/BB: buying at given opportunities (a yearly appeal, a season, a fair) by people who may leave between two of them.
//!
//! Fader, Hardie, Shang, "Customer-Base Analysis in a Discrete-Time Noncontractual Setting", Marketing Science 29 (2010). Of `n`
//! opportunities `x` were taken, the last one being number `t_x`. The chance to take one is Beta(α, β), the chance to leave before each is Beta(γ, δ).

use thiserror::Error;

use super::fit::bfgs::{minimise, with_differences};
use super::fit::curvature::{covariance, standard_errors};
use super::fit::fitted::{FitError, Fitted};
use super::special::gamma::{ln_beta, ln_rising, softplus};

/// Opportunities past which nothing is asked.
pub const MOST_OPPORTUNITIES: u32 = 100_000;

/// Why columns are no record of opportunities. The row counts from zero.
#[derive(Clone, Copy, Debug, Error, PartialEq, Eq)]
pub enum OpportunitiesError {
    /// The columns are of different lengths.
    #[error("the columns do not fit together")]
    Length,
    /// More taken than possible, a last one past the end, too many, or a last one without any taken.
    #[error("row {0} is impossible")]
    Row(usize),
    /// A weight that is not a number above zero.
    #[error("row {0} has an impossible weight")]
    Weight(usize),
}

/// What happened at the opportunities, equal customers together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Opportunities {
    rows: Vec<([u32; 3], f64)>,
    of: Vec<u32>,
}

impl Opportunities {
    /// Checks and groups. `weight` says how many customers a row stands for, one each without it.
    ///
    /// # Errors
    /// Columns of different length, `x > t_x`, `t_x > n`, or one of x and t_x zero and the other not.
    pub fn new(x: &[u32], t_x: &[u32], n: &[u32], weight: Option<&[f64]>) -> Result<Self, OpportunitiesError> {
        if t_x.len() != x.len() || n.len() != x.len() || weight.is_some_and(|w| w.len() != x.len()) {
            return Err(OpportunitiesError::Length);
        }
        let keys: Vec<[u32; 3]> = x.iter().zip(t_x).zip(n).map(|((x, t), n)| [*n, *x, *t]).collect();
        if let Some(row) =
            keys.iter().position(|[n, x, t]| x > t || t > n || (*x == 0) != (*t == 0) || *n > MOST_OPPORTUNITIES)
        {
            return Err(OpportunitiesError::Row(row));
        }
        if let Some(row) = weight.and_then(|all| all.iter().position(|w| !w.is_finite() || *w <= 0.0)) {
            return Err(OpportunitiesError::Weight(row));
        }
        let mut order: Vec<usize> = (0..keys.len()).collect();
        order.sort_by_key(|row| keys[*row]);
        let mut found = Self { rows: Vec::new(), of: vec![0; keys.len()] };
        for row in order {
            if found.rows.last().is_none_or(|last| last.0 != keys[row]) {
                found.rows.push((keys[row], 0.0));
            }
            found.of[row] = (found.rows.len() - 1) as u32;
            if let Some(last) = found.rows.last_mut() {
                last.1 += weight.map_or(1.0, |w| w[row]);
            }
        }
        Ok(found)
    }

    /// How many customers there are.
    #[must_use]
    pub fn customers(&self) -> f64 {
        self.rows.iter().map(|row| row.1).sum()
    }

    fn each(&self, f: impl Fn(f64, f64, f64) -> f64) -> Vec<f64> {
        let by_group: Vec<f64> =
            self.rows.iter().map(|([n, x, t], _)| f(f64::from(*x), f64::from(*t), f64::from(*n))).collect();
        self.of.iter().map(|group| by_group[*group as usize]).collect()
    }
}

/// The model with its parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BgBb {
    /// First parameter of the chance to take an opportunity.
    pub alpha: f64,
    /// Second parameter of it.
    pub beta: f64,
    /// First parameter of the chance to leave.
    pub gamma: f64,
    /// Second parameter of it.
    pub delta: f64,
}

impl BgBb {
    /// α, β, γ, δ.
    #[must_use]
    pub fn parameters(&self) -> [f64; 4] {
        [self.alpha, self.beta, self.gamma, self.delta]
    }

    /// The model with other parameters.
    #[must_use]
    pub fn with([alpha, beta, gamma, delta]: [f64; 4]) -> Self {
        Self { alpha, beta, gamma, delta }
    }

    /// `ln B(α+x, β+m)/B(α, β)`.
    fn taken(&self, x: f64, missed: f64) -> f64 {
        ln_rising(self.alpha, x) + ln_rising(self.beta, missed) - ln_rising(self.alpha + self.beta, x + missed)
    }

    /// `ln B(γ, δ+n)/B(γ, δ)`: still there at the n-th.
    fn stayed(&self, n: f64) -> f64 {
        ln_rising(self.delta, n) - ln_rising(self.gamma + self.delta, n)
    }

    /// The likelihood of being there at the end, and the logarithm of the odds of having left before. Equation 3.
    fn parts(&self, x: f64, t_x: f64, n: f64) -> (f64, f64) {
        let alive = self.taken(x, n - x) + self.stayed(n);
        if t_x >= n {
            return (alive, f64::NEG_INFINITY);
        }
        let (mut term, mut sum, mut i) = (1.0, 0.0, t_x);
        while i < n {
            sum += term;
            term *= (self.beta + i - x) / (self.alpha + self.beta + i) * (self.delta + i)
                / (self.gamma + self.delta + 1.0 + i);
            i += 1.0;
        }
        // B(γ+1, δ+i)/B(γ, δ+i) = γ/(γ+δ+i).
        let first = self.taken(x, t_x - x) + self.stayed(t_x) + (self.gamma / (self.gamma + self.delta + t_x)).ln();
        (alive, first + f64::ln(sum) - alive)
    }

    /// The log-likelihood of all customers.
    #[must_use]
    pub fn ln_likelihood(&self, seen: &Opportunities) -> f64 {
        let rows = seen.rows.iter().map(|([n, x, t], w)| {
            let (alive, odds) = self.parts(f64::from(*x), f64::from(*t), f64::from(*n));
            w * (alive + softplus(odds))
        });
        rows.sum()
    }

    /// Finds the most likely parameters.
    ///
    /// # Errors
    /// Nobody, or no opportunities.
    pub fn fit(seen: &Opportunities) -> Result<Fitted<Self>, FitError> {
        if seen.rows.is_empty() {
            return Err(FitError::NoCustomers);
        }
        if seen.rows.iter().all(|row| row.0[0] == 0) {
            return Err(FitError::NoTime);
        }
        let n = seen.customers();
        let mut value = |place: &[f64; 4]| -Self::with(place.map(f64::exp)).ln_likelihood(seen) / n;
        let found = minimise([0.0, 0.0, -0.5, 1.0], &mut with_differences(&mut value));
        let model = Self::with(found.at.map(f64::exp));
        let mut fitted = Fitted::new(model, model.ln_likelihood(seen), &found);
        // Differences are exact to about 1e-10 only.
        fitted.settled |= found.gradient.iter().all(|g| g.abs() < 1e-6);
        Ok(fitted)
    }

    /// Standard errors of α, β, γ, δ at a fit; `None` where the likelihood does not bend in every direction.
    #[must_use]
    pub fn standard_errors(&self, seen: &Opportunities) -> Option<[f64; 4]> {
        let mut value = |place: &[f64; 4]| -Self::with(place.map(f64::exp)).ln_likelihood(seen);
        let mut both = with_differences(&mut value);
        let found = covariance(&self.parameters().map(f64::ln), &mut |place| both(place).1)?;
        Some(standard_errors(&self.parameters(), &found))
    }

    /// P(alive at the next opportunity), by row. Equation 11.
    #[must_use]
    pub fn p_alive(&self, seen: &Opportunities) -> Vec<f64> {
        seen.each(|x, t_x, n| (self.delta + n) / (self.gamma + self.delta + n) / (1.0 + self.parts(x, t_x, n).1.exp()))
    }

    /// What is taken at the next opportunities, the m-th discounted m times: the mean chance to take one, times the
    /// sum over m = 1, 2, … of the chance to be there still.
    fn future(&self, x: f64, t_x: f64, n: f64, most: u32, discount: f64) -> f64 {
        let alive = 1.0 / (1.0 + self.parts(x, t_x, n).1.exp());
        let (mut there, mut sum) = (alive, 0.0);
        for m in 0..most {
            let at = self.delta + n + f64::from(m);
            there *= at / (self.gamma + at) * discount;
            sum += there;
            if there * 1e17 < sum * (1.0 - discount) {
                break;
            }
        }
        sum * (self.alpha + x) / (self.alpha + self.beta + n)
    }

    /// E[Y]: how many of the next `more` opportunities are taken, by row. Equation 13, as a sum, so that γ = 1 is no exception.
    #[must_use]
    pub fn expected(&self, seen: &Opportunities, more: u32) -> Vec<f64> {
        seen.each(|x, t_x, n| self.future(x, t_x, n, more, 1.0))
    }

    /// Discounted expected residual transactions, by row: equation 14, the next opportunity being a period away. `None` unless the rate is above
    /// zero.
    #[must_use]
    pub fn dert(&self, seen: &Opportunities, rate: f64) -> Option<Vec<f64>> {
        (rate > 0.0).then(|| seen.each(|x, t_x, n| self.future(x, t_x, n, 10_000_000, 1.0 / (1.0 + rate))))
    }

    /// E[X(n)]: how many of the first n opportunities a new customer takes. Equation 9.
    #[must_use]
    pub fn expectation(&self, n: u32) -> f64 {
        self.future(0.0, 0.0, 0.0, n, 1.0)
    }

    /// P(X(n) = x). Equation 8.
    #[must_use]
    pub fn pmf(&self, x: u32, n: u32) -> f64 {
        if x > n {
            return 0.0;
        }
        let taken = f64::from(x);
        let ways = |m: f64| -ln_beta(taken + 1.0, m - taken + 1.0) - (m + 1.0).ln();
        let at = |m: f64| ways(m) + self.taken(taken, m - taken) + self.stayed(m);
        let left = (x..n).map(f64::from).map(|m| (at(m) + (self.gamma / (self.gamma + self.delta + m)).ln()).exp());
        (at(f64::from(n)).exp() + left.sum::<f64>()).min(1.0)
    }
}
