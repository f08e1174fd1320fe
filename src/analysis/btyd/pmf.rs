//! P(X(t) = x): how likely a new customer makes exactly x repeat orders within t.
//!
//! With `z` as in [`bg`](super::bg) the family of the BG/NBD has
//! `B(a, b+x+z)/B(a, b) N(x) + B(a+1, b+x−1+z)/B(a, b) P(N ≥ x)`, N being negative binomial (Fader, Hardie, Lee (2005), eq. 8).
//! Pareto/NBD: `N(x; t) (β/(β+t))^s + ∫ N(x; u) s β^s/(β+u)^(s+1) du` (Fader and Hardie, note 012 on brucehardie.com, before 2F1).

use super::super::special::gamma::{ln_beta, ln_rising};
use super::super::special::quadrature::half_line;
use super::bg::{Bg, ln_ways};
use super::pareto::Pareto;

/// The logarithm of the negative binomial `Γ(r+x)/(Γ(r) x!) (α/(α+t))^r (t/(α+t))^x`.
fn ln_binomial(r: f64, alpha: f64, x: f64, time: f64) -> f64 {
    let ways = ln_ways(r, x) - r * (time / alpha).ln_1p();
    if x == 0.0 { ways } else { ways - x * (alpha / time).ln_1p() }
}

/// P(N ≥ x), summed from the side that is smaller.
fn at_least(r: f64, alpha: f64, x: u32, time: f64) -> f64 {
    let step = |j: f64| (r + j) / (j + 1.0) * time / (alpha + time);
    let below: f64 = (0..x).map(|j| ln_binomial(r, alpha, f64::from(j), time).exp()).sum();
    if below < 0.9 {
        return 1.0 - below;
    }
    let (mut j, mut term, mut sum) = (f64::from(x), ln_binomial(r, alpha, f64::from(x), time).exp(), 0.0);
    for _ in 0..1_000_000 {
        sum += term;
        term *= step(j);
        j += 1.0;
        if term < 1e-17 * sum {
            break;
        }
    }
    sum.min(1.0)
}

impl Bg {
    /// P(X(t) = x) for k = 1; `None` for regular gaps, which this form does not cover, and for a time below zero.
    #[must_use]
    pub fn pmf(&self, x: u32, time: f64) -> Option<f64> {
        if self.family.k > 1 || time.is_nan() || time < 0.0 {
            return None;
        }
        let (z, orders) = (self.family.z(), f64::from(x));
        if time == 0.0 {
            return Some(f64::from(u8::from(x == 0)));
        }
        let stayed = ln_rising(self.b, orders + z) - ln_rising(self.a + self.b, orders + z);
        let mut p = (stayed + ln_binomial(self.r, self.alpha, orders, time)).exp();
        if orders + z > 0.0 {
            let left = ln_beta(self.a + 1.0, self.b + orders - 1.0 + z) - ln_beta(self.a, self.b);
            p += left.exp() * at_least(self.r, self.alpha, x, time);
        }
        Some(p.min(1.0))
    }
}

impl Pareto {
    /// P(X(t) = x); `None` for a time below zero.
    #[must_use]
    pub fn pmf(&self, x: u32, time: f64) -> Option<f64> {
        if time.is_nan() || time < 0.0 {
            return None;
        }
        if time == 0.0 {
            return Some(f64::from(u8::from(x == 0)));
        }
        let orders = f64::from(x);
        let stayed = ln_binomial(self.r, self.alpha, orders, time) - self.s * (time / self.beta).ln_1p();
        // u = t w/(1+w): the whole half line for [0, t].
        let left = half_line(|w| {
            let u = time * w / (1.0 + w);
            let ln = ln_binomial(self.r, self.alpha, orders, u) - (self.s + 1.0) * (u / self.beta).ln_1p();
            ln.exp() * time / ((1.0 + w) * (1.0 + w))
        });
        Some((stayed.exp() + self.s / self.beta * left).min(1.0))
    }
}
