//! The family of the BG/NBD: one buys at an own pace and leaves, with an own probability, right after a purchase.
//!
//! | | leaves after | gaps | |
//! |---|---|---|---|
//! | BG/NBD | a repeat purchase | exponential | Fader, Hardie, Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005), eq. 6 |
//! | MBG/NBD | any purchase, the first one too | exponential | Batislam, Denizel, Filiztekin, IJRM 24 (2007), eq. 3 |
//! | MBG/CNBD-k | any purchase | Erlang-k, so regular | Platzer, Reutterer, Marketing Science 35 (2016); Reutterer, Platzer, Schröder, IJRM 38 (2021), eq. 4 |
//!
//! With `n = r + k x` and `z` = 1 if one may leave right away, the likelihood of a customer is
//! `Γ(n)/Γ(r) α^r B(a, b+x+z)/B(a, b) [ S (α+T)^−n + a/(b+x−1+z) (α+t_x)^−n ]`, the second term only where x + z > 0,
//! and `S = Σ_{j<k} Γ(n+j)/(Γ(n) j!) ((T−t_x)/(α+T))^j`. The quotient of the two terms in brackets are the odds of having left.

use super::super::special::gamma::{digamma, ln_gamma, ln_rising, softplus};
use super::repeats::Repeats;

/// Which member of the family.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Family {
    /// Whether one may leave right after the first purchase.
    pub at_once: bool,
    /// Shape of the gaps: 1 for chance alone, more for regular buying. 0 counts as 1.
    pub k: u32,
}

impl Family {
    /// BG/NBD.
    pub const BG: Self = Self { at_once: false, k: 1 };
    /// MBG/NBD.
    pub const MBG: Self = Self { at_once: true, k: 1 };

    /// MBG/CNBD-k.
    #[must_use]
    pub fn regular(k: u32) -> Self {
        Self { at_once: true, k: k.max(1) }
    }

    pub(super) fn k(self) -> f64 {
        f64::from(self.k.max(1))
    }

    pub(super) fn z(self) -> f64 {
        f64::from(u8::from(self.at_once))
    }
}

/// A member of the family with its parameters: buying rates are Gamma(r, α) with α in units of time, the
/// probabilities of leaving Beta(a, b).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bg {
    /// Which member.
    pub family: Family,
    /// Shape of the rates.
    pub r: f64,
    /// Rate of the rates, in units of time.
    pub alpha: f64,
    /// First parameter of the probability of leaving.
    pub a: f64,
    /// Second parameter of it.
    pub b: f64,
}

impl Bg {
    /// r, α, a, b.
    #[must_use]
    pub fn parameters(&self) -> [f64; 4] {
        [self.r, self.alpha, self.a, self.b]
    }

    /// The same member with other parameters.
    #[must_use]
    pub fn with(family: Family, [r, alpha, a, b]: [f64; 4]) -> Self {
        Self { family, r, alpha, a, b }
    }

    /// Shape of the rate once `x` repeat purchases were seen.
    pub(super) fn shape(&self, x: f64) -> f64 {
        self.r + self.family.k() * x
    }

    /// What the likelihood has in common for all with the same x: everything but the brackets.
    fn common(&self, x: f64) -> f64 {
        let z = self.family.z();
        ln_rising(self.r, self.family.k() * x) + self.r * self.alpha.ln() + ln_rising(self.b, x + z)
            - ln_rising(self.a + self.b, x + z)
    }

    /// `ln a/(b+x−1+z)`; nothing below where one cannot have left.
    fn leaving(&self, x: f64) -> f64 {
        let z = self.family.z();
        if x + z > 0.0 { self.a.ln() - (self.b + x - 1.0 + z).ln() } else { f64::NEG_INFINITY }
    }

    /// For every group the logarithm of the odds of having left, and `ln S`. The base of P(alive) and of the likelihood.
    pub(super) fn odds(&self, repeats: &Repeats) -> (Vec<f64>, Vec<f64>) {
        let logs = repeats.at_times(|t| (self.alpha + t).ln());
        let leaving = repeats.at_counts(|x| self.leaving(x));
        let shape = repeats.at_counts(|x| self.shape(x));
        let mut odds = Vec::with_capacity(repeats.groups());
        let mut phases = Vec::new();
        for (g, (_, t_x, age)) in repeats.triples().enumerate() {
            let (c, last, end) = (repeats.count[g] as usize, repeats.last[g] as usize, repeats.age[g] as usize);
            let mut m = leaving[c];
            // Who bought on the last day: the quotient is one to the last digit.
            if last != end {
                m += shape[c] * (logs[end] - logs[last]);
            }
            if self.family.k > 1 {
                let unfinished = Unfinished::of(self.family.k, shape[c], age - t_x, self.alpha + age).ln;
                m -= unfinished;
                phases.push(unfinished);
            }
            odds.push(m);
        }
        (odds, phases)
    }

    /// For every group the log-likelihood of one of its customers. For k > 1 without the term of the gaps
    /// ([`gaps_term`](super::bg_fit::gaps_term)), which no parameter changes.
    #[must_use]
    pub fn ln_likelihoods(&self, repeats: &Repeats) -> Vec<f64> {
        let common = repeats.at_counts(|x| {
            ln_rising(self.r, self.family.k() * x) + ln_rising(self.b, x + self.family.z())
                - ln_rising(self.a + self.b, x + self.family.z())
        });
        let shape = repeats.at_counts(|x| self.shape(x));
        let (odds, phases) = self.odds(repeats);
        let per_group = repeats.triples().enumerate().map(|(g, (x, _, age))| {
            let c = repeats.count[g] as usize;
            // r ln α − n ln(α+T), so that T = 0 loses nothing.
            let silence = -shape[c] * (age / self.alpha).ln_1p() - self.family.k() * x * self.alpha.ln();
            common[c] + silence + phases.get(g).unwrap_or(&0.0) + softplus(odds[g])
        });
        per_group.collect()
    }

    /// The log-likelihood of all customers and its gradient by r, α, a, b. One walk; all but a logarithm, an exponential
    /// and a few products happens once per different x or time.
    #[must_use]
    pub fn ln_likelihood(&self, repeats: &Repeats) -> (f64, [f64; 4]) {
        let logs = repeats.at_times(|t| (self.alpha + t).ln());
        let inverses = repeats.at_times(|t| 1.0 / (self.alpha + t));
        let (mut sum, mut by_r, mut by_alpha, mut by_a, mut by_b) = (0.0, 0.0, 0.0, 0.0, 0.0);
        let z = self.family.z();
        let (psi_r, psi_b, psi_ab) = (digamma(self.r), digamma(self.b), digamma(self.a + self.b));
        let (mut g, mut product) = (0, 1.0);
        for (c, (&count, &customers)) in repeats.counts.iter().zip(&repeats.counted).enumerate() {
            let x = f64::from(count);
            let (n, leaving) = (self.shape(x), self.leaving(x));
            let (mut logs_of_all, mut times, mut logs_gone, mut times_gone, mut gone) = (0.0, 0.0, 0.0, 0.0, 0.0);
            while repeats.count.get(g).is_some_and(|of| *of as usize == c) {
                let (w, last, end) = (repeats.weight[g], repeats.last[g] as usize, repeats.age[g] as usize);
                let span = logs[end] - logs[last];
                let mut m = leaving + n * span;
                if self.family.k > 1 {
                    let (t_x, age) = (repeats.times[last], repeats.times[end]);
                    let s = Unfinished::of(self.family.k, n, age - t_x, self.alpha + age);
                    m -= s.ln;
                    sum += w * s.ln;
                    let alive = w / (1.0 + m.exp());
                    by_r += alive * s.by_shape;
                    by_alpha += alive * s.by_alpha;
                }
                let e = (-m.abs()).exp();
                sum += w * m.max(0.0);
                if w == 1.0 {
                    // The logarithm of a product is the sum of the logarithms, for one logarithm.
                    product *= 1.0 + e;
                    if product > 1e200 {
                        sum += product.ln();
                        product = 1.0;
                    }
                } else {
                    sum += w * e.ln_1p();
                }
                let part = w * if m > 0.0 { 1.0 } else { e } / (1.0 + e);
                logs_of_all += w * logs[end];
                times += w * inverses[end];
                gone += part;
                logs_gone += part * span;
                times_gone += part * (inverses[end] - inverses[last]);
                g += 1;
            }
            sum += customers * self.common(x) - n * logs_of_all;
            by_r += customers * (digamma(n) - psi_r + self.alpha.ln()) - logs_of_all + logs_gone;
            by_alpha += customers * self.r / self.alpha - n * times + n * times_gone;
            let psi_rest = digamma(self.a + self.b + x + z);
            by_a += customers * (psi_ab - psi_rest) + gone / self.a;
            by_b += customers * (digamma(self.b + x + z) - psi_b + psi_ab - psi_rest);
            if x + z > 0.0 {
                by_b -= gone / (self.b + x - 1.0 + z);
            }
        }
        (sum + f64::ln(product), [by_r, by_alpha, by_a, by_b])
    }
}

/// The chance that fewer than k phases of the gap that runs now are over, relative to none: `ln S` and its derivatives.
struct Unfinished {
    ln: f64,
    by_shape: f64,
    by_alpha: f64,
}

impl Unfinished {
    fn of(k: u32, n: f64, since: f64, until: f64) -> Self {
        let (mut term, mut sum, mut by_shape, mut by_alpha, mut psi) = (1.0, 1.0, 0.0, 0.0, 0.0);
        for j in 1..k {
            let before = n + f64::from(j - 1);
            term *= before / f64::from(j) * since / until;
            psi += 1.0 / before;
            sum += term;
            by_shape += term * psi;
            by_alpha -= term * f64::from(j) / until;
        }
        Self { ln: sum.ln(), by_shape: by_shape / sum, by_alpha: by_alpha / sum }
    }
}

/// `ln` of the rising factorial over the factorial: how many ways there are, for real `b`.
pub(super) fn ln_ways(b: f64, x: f64) -> f64 {
    ln_rising(b, x) - ln_gamma(x + 1.0)
}
