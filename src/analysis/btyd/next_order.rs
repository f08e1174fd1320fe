//! When the next order is expected, with a range: quantiles of the time until it, given that one comes.
//!
//! For the BG family "given that one comes" is "given alive": who is alive buys once more, sooner or later; `P(none within t | alive) =
//! ((α+T)/(α+T+t))^n` is solved for t. For Pareto/NBD, where one may leave unseen before, the quantile is of those orders that do come.

use super::bg::Bg;
use super::pareto::Pareto;
use super::repeats::Repeats;

/// Times until the next order by group, counted from T.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NextOrder {
    /// One order in ten comes before.
    pub early: Vec<f64>,
    /// Half of them come before.
    pub middle: Vec<f64>,
    /// Nine in ten come before.
    pub late: Vec<f64>,
}

const SHARES: [f64; 3] = [0.1, 0.5, 0.9];

impl NextOrder {
    /// `quantile(x, t_x, T, share)`; nobody waits longer than `most`.
    fn new(repeats: &Repeats, most: f64, quantile: impl Fn(f64, f64, f64, f64) -> f64) -> Self {
        let column = |share: f64| {
            let times = repeats.triples().map(|(x, t_x, age)| quantile(x, t_x, age, share));
            times.map(|t| if t.is_nan() { most } else { t.min(most) }).collect()
        };
        Self { early: column(SHARES[0]), middle: column(SHARES[1]), late: column(SHARES[2]) }
    }
}

/// Where a rising function reaches `level`; `most` if it does not before.
fn reached(level: f64, most: f64, f: impl Fn(f64) -> f64) -> f64 {
    if f(most) < level {
        return most;
    }
    // Halving the logarithm: orders come within days or decades.
    let (mut low, mut high) = ((most * 1e-9).ln(), most.ln());
    for _ in 0..60 {
        let middle = 0.5 * (low + high);
        if f(middle.exp()) < level {
            low = middle;
        } else {
            high = middle;
        }
    }
    high.exp()
}

impl Bg {
    /// Times until the next order, given that the customer is still there. `most` is the furthest that is said, above zero.
    #[must_use]
    pub fn next_order(&self, repeats: &Repeats, most: f64) -> NextOrder {
        NextOrder::new(repeats, most, |x, t_x, age, share| {
            if self.family.k > 1 {
                return reached(share, most, |t| -self.ln_silence(x, t_x, age, t).exp_m1());
            }
            (self.alpha + age) * (-(-share).ln_1p() / self.shape(x)).exp_m1()
        })
    }
}

impl Pareto {
    /// Times until the next order, given that one comes within `most`, above zero.
    #[must_use]
    pub fn next_order(&self, repeats: &Repeats, most: f64) -> NextOrder {
        NextOrder::new(repeats, most, |x, _, age, share| {
            let all = self.comes_within(x, age, most);
            reached(share * all, most, |t| self.comes_within(x, age, t))
        })
    }
}
