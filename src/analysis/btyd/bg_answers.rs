//! What a fitted member of the BG/NBD family says about each customer. All columns are by group; see [`Repeats::spread`].

use super::super::special::chebyshev::Curve;
use super::super::special::gamma::ln_rising;
use super::super::special::tail::discounted_tail;
use super::beta_mean::BetaMean;
use super::bg::Bg;
use super::clv::Months;
use super::repeats::Repeats;

/// Points of a curve over all horizons and ages.
const WIDE: usize = 48;

impl Bg {
    /// P(alive | x, t_x, T): the chance that the customer has not left for good. Fader, Hardie, Lee, note 021 on brucehardie.com;
    /// for MBG/NBD eq. 6 of Batislam, Denizel, Filiztekin (2007).
    #[must_use]
    pub fn p_alive(&self, repeats: &Repeats) -> Vec<f64> {
        self.odds(repeats).0.into_iter().map(|m| 1.0 / (1.0 + m.exp())).collect()
    }

    /// E[Y(t) | x, t_x, T]: orders expected within `horizon` after T. Fader, Hardie, Lee (2005), eq. 10, without 2F1: given alive
    /// it is the mean over p ~ Beta(a, b+x+z) of `(1 − ((α+T)/(α+T+p t/k))^n) / p`. For k > 1 the gap that runs now counts as just begun.
    #[must_use]
    pub fn expected(&self, repeats: &Repeats, horizon: f64) -> Vec<f64> {
        self.per_age(repeats, |x, (youngest, _)| {
            let within = self.within(x, self.span(youngest, horizon));
            move |age| within(self.span(age, horizon))
        })
    }

    /// Discounted expected residual transactions: all orders ever to come, each weighted by `e^(−rate × time)`. Given alive the mean
    /// over the rate λ and p of `λ / (rate + λ p)`. `rate` has to be above zero.
    #[must_use]
    pub fn dert(&self, repeats: &Repeats, rate: f64) -> Vec<f64> {
        let patience = move |end: f64| rate * self.family.k() * (self.alpha + end);
        self.per_age(repeats, |x, (youngest, _)| {
            let n = self.shape(x);
            let mean = BetaMean::new(self.a, self.b + x + self.family.z(), n / patience(youngest));
            move |age| {
                let z = patience(age);
                mean.of(n / z, |p| n / p * discounted_tail(n + 1.0, z / p))
            }
        })
    }

    /// [`Months::orders`] of [`Bg::expected`], all months at once: given alive, orders depend on `t / (α+T)` alone, so that one curve
    /// by its logarithm serves every month and every T.
    #[must_use]
    pub fn flow(&self, repeats: &Repeats, months: &Months) -> Vec<f64> {
        let weights = months.weights();
        let until = |month: usize| months.length * (month + 1) as f64;
        let Some(last) = weights.len().checked_sub(1) else { return vec![0.0; repeats.groups()] };
        self.per_age(repeats, |x, (youngest, oldest)| {
            let (least, most) = (self.span(oldest, until(0)), self.span(youngest, until(last)));
            let within = self.within(x, most);
            let curve = Curve::<WIDE>::through(least.ln(), most.ln(), WIDE * 2, |u| within(u.exp()) / u.exp());
            let weights = &weights;
            move |age| {
                let month = |(month, weight): (usize, &f64)| {
                    let span = self.span(age, until(month));
                    weight * curve.as_ref().map_or_else(|| within(span), |curve| curve.at(span.ln()) * span)
                };
                weights.iter().enumerate().map(month).sum()
            }
        })
    }

    /// Orders expected of who is alive, by [`Bg::span`] of the horizon, which is at most `most`.
    fn within(&self, x: f64, most: f64) -> impl Fn(f64) -> f64 + use<> {
        let n = self.shape(x);
        let mean = BetaMean::new(self.a, self.b + x + self.family.z(), n * most);
        move |span| mean.of(n * span, |p| -(-n * (p * span).ln_1p()).exp_m1() / p)
    }

    fn span(&self, age: f64, horizon: f64) -> f64 {
        horizon / (self.family.k() * (self.alpha + age))
    }

    /// `ln P(no order within t | alive)` for one customer: for k = 1 it is `−n ln((α+T+t)/(α+T))`.
    pub(super) fn ln_silence(&self, x: f64, t_x: f64, age: f64, horizon: f64) -> f64 {
        let n = self.shape(x);
        let mut ln = -n * (horizon / (self.alpha + age)).ln_1p();
        if self.family.k > 1 {
            ln += self.ln_unfinished(n, age + horizon - t_x, self.alpha + age + horizon);
            ln -= self.ln_unfinished(n, age - t_x, self.alpha + age);
        }
        ln.min(0.0)
    }

    /// P(at least one order within t): P(alive) (1 − P(none | alive)).
    #[must_use]
    pub fn order_within(&self, repeats: &Repeats, horizon: f64) -> Vec<f64> {
        let alive = self.p_alive(repeats);
        let rows = alive.iter().zip(repeats.triples());
        rows.map(|(p, (x, t_x, age))| -p * self.ln_silence(x, t_x, age, horizon).exp_m1()).collect()
    }

    /// P(no order within t) = exp(LL(T+t) − LL(T)).
    #[must_use]
    pub fn no_order_within(&self, repeats: &Repeats, horizon: f64) -> Vec<f64> {
        let (odds, _) = self.odds(repeats);
        let rows = odds.iter().zip(repeats.triples());
        let none = rows.map(|(m, (x, t_x, age))| {
            let alive = 1.0 / (1.0 + m.exp());
            let left = 1.0 / (1.0 + (-m).exp());
            left + alive * self.ln_silence(x, t_x, age, horizon).exp()
        });
        none.collect()
    }

    /// E[X(t)]: repeat orders of a new customer within `time`. Fader, Hardie, Lee (2005), eq. 9.
    #[must_use]
    pub fn expectation(&self, time: f64) -> f64 {
        let alive = if self.family.at_once { self.b / (self.a + self.b) } else { 1.0 };
        let (c, n) = (self.span(0.0, time), self.r);
        let mean = BetaMean::new(self.a, self.b + self.family.z(), n * c);
        alive * mean.of(n * c, |p| -(-n * (p * c).ln_1p()).exp_m1() / p)
    }

    fn ln_unfinished(&self, n: f64, since: f64, until: f64) -> f64 {
        let q = since / until;
        let term = |j: u32| (ln_rising(n, f64::from(j)) - ln_rising(1.0, f64::from(j))).exp() * q.powi(j as i32);
        (0..self.family.k).map(term).sum::<f64>().ln()
    }
}
