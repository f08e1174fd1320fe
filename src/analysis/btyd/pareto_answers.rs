//! What a fitted Pareto/NBD says about each customer. All columns are by group; see [`Repeats::spread`].

use super::super::special::gamma::{decayed, softplus};
use super::super::special::quadrature::panels;
use super::super::special::tail::discounted_tail;
use super::pareto::Pareto;
use super::repeats::Repeats;

impl Pareto {
    /// P(alive | x, t_x, T). Schmittlein, Morrison, Colombo (1987), eq. 11–13, as `1/(1 + s I)`.
    #[must_use]
    pub fn p_alive(&self, repeats: &Repeats) -> Vec<f64> {
        self.ln_odds(repeats).into_iter().map(|m| 1.0 / (1.0 + m.exp())).collect()
    }

    /// E[Y(t) | x, t_x, T]: orders expected within `horizon` after T. Fader and Hardie, note 009, eq. 41; exact at s = 1.
    #[must_use]
    pub fn expected(&self, repeats: &Repeats, horizon: f64) -> Vec<f64> {
        let future = repeats.at_times(|age| {
            (self.beta + age) / (self.alpha + age) * decayed(self.s - 1.0, (horizon / (self.beta + age)).ln_1p())
        });
        self.per_age(repeats, &future)
    }

    /// Discounted expected residual transactions at a continuous `rate` above zero. Fader, Hardie, Lee, "RFM and CLV", JMR 42 (2005),
    /// eq. 2; Tricomi's function there is the integral of the discounted survival.
    #[must_use]
    pub fn dert(&self, repeats: &Repeats, rate: f64) -> Vec<f64> {
        let future = repeats
            .at_times(|age| (self.beta + age) / (self.alpha + age) * discounted_tail(self.s, rate * (self.beta + age)));
        self.per_age(repeats, &future)
    }

    /// P(alive) × (r + x) × what only depends on T.
    fn per_age(&self, repeats: &Repeats, future: &[f64]) -> Vec<f64> {
        let alive = self.p_alive(repeats);
        let rows = alive.iter().zip(repeats.triples()).zip(&repeats.age);
        rows.map(|((p, (x, _, _)), age)| p * (self.r + x) * future[*age as usize]).collect()
    }

    /// E[X(t)]: repeat orders of a new customer within `time`. Schmittlein, Morrison, Colombo (1987), eq. 17.
    #[must_use]
    pub fn expectation(&self, time: f64) -> f64 {
        self.r * self.beta / self.alpha * decayed(self.s - 1.0, (time / self.beta).ln_1p())
    }

    /// P(at least one order within t | alive): the first order's moment, given that one is still there.
    pub(super) fn comes_within(&self, x: f64, age: f64, horizon: f64) -> f64 {
        let n = self.r + x;
        let (buying, leaving) = (self.alpha + age, self.beta + age);
        let base = buying.min(leaving);
        let logs = |v: f64| {
            let d = base * v.exp_m1();
            v - (n + 1.0) * (d / buying).ln_1p() - self.s * (d / leaving).ln_1p()
        };
        let rate = |v: f64| {
            let d = base * v.exp_m1();
            let in_base = base + d;
            (n + 1.0) * in_base / (buying + d) + self.s * in_base / (leaving + d)
        };
        let mut sum = 0.0;
        panels((horizon / base).ln_1p(), rate, logs, |v, w| sum += w * logs(v).exp());
        (sum * base * n / buying).min(1.0)
    }

    /// P(at least one order within t).
    #[must_use]
    pub fn order_within(&self, repeats: &Repeats, horizon: f64) -> Vec<f64> {
        let alive = self.p_alive(repeats);
        alive.iter().zip(repeats.triples()).map(|(p, (x, _, age))| p * self.comes_within(x, age, horizon)).collect()
    }

    /// P(no order within t) = exp(LL(T+t) − LL(T)). Fader and Hardie, note 028, for no order at all.
    #[must_use]
    pub fn no_order_within(&self, repeats: &Repeats, horizon: f64) -> Vec<f64> {
        let now = self.ln_odds(repeats);
        let rows = now.iter().zip(repeats.triples());
        let none = rows.map(|(now, (x, t_x, age))| {
            let later = self.ln_odds_of(x, t_x, age + horizon);
            let silence =
                (self.r + x) * (horizon / (self.alpha + age)).ln_1p() + self.s * (horizon / (self.beta + age)).ln_1p();
            (softplus(later) - softplus(*now) - silence).exp().min(1.0)
        });
        none.collect()
    }
}
