//! Means over Beta(a, b) of functions that fall from `f(0)` as the probability of leaving grows.
//!
//! The closed forms with 2F1 lose every digit at the ends of the range. Here the mean is a sum over a uniform grid of the log-odds
//! `y = ln p/(1−p)`, which converges exponentially (Trefethen and Weideman, "The Exponentially Convergent Trapezoidal Rule", SIAM
//! Review 56 (2014)). For small `a` or `b` the weight sits at the ends, where no grid reaches: what is summed is the function less its chord
//! from p = 0 to p = 1, which vanishes at both, and the mean of the chord is known. Where f is convex, nothing cancels.

use super::super::special::gamma::{ln_beta, softplus};

/// Natural logarithms below the highest past which the rest adds nothing.
const NOTHING: f64 = 33.0;
const MOST_NODES: usize = 20_000;

/// Probabilities with weights.
pub(super) struct BetaMean {
    nodes: Vec<(f64, f64)>,
    whole: bool,
    /// The mean of p.
    mean: f64,
}

impl BetaMean {
    /// A grid for functions that bend where `p` is about `1 / steep`, or right of it.
    pub(super) fn new(a: f64, b: f64, steep: f64) -> Self {
        let steep = steep.max(1e-300);
        // Where nearly all of f(0) is taken off again, the last digits of ln B grow; the sum of f itself needs a longer grid.
        let whole = a >= 0.25 && steep * a / (a + b) > 20.0;
        let ln_b = ln_beta(a, b);
        let reach = if whole { NOTHING + steep.ln().max(0.0) } else { NOTHING };
        let weight = |y: f64| -a * softplus(-y) - b * softplus(y) - ln_b;
        let rise = |y: f64| if whole { 0.0 } else { (steep.ln() - softplus(-y)).min(0.0) };
        let height = |y: f64| weight(y) + rise(y) - softplus(y);
        // The height is concave: its peak is where the mass is, or where the function bends, if that is between.
        let (mass, pulled) = ((a / (b + 1.0)).ln(), ((a + 1.0) / (b + 1.0)).ln());
        let peak = if whole { mass } else { (-steep.ln()).clamp(mass, pulled) };
        let step = (0.55 * (1.0 / (a + 1.0) + 1.0 / (b + 1.0)).sqrt()).min(0.26);
        let floor = height(peak) - reach;
        let mut nodes = Vec::new();
        let mut take = |y: f64| {
            let inside = height(y) > floor && nodes.len() < MOST_NODES;
            if inside {
                nodes.push(((-softplus(-y)).exp(), step * weight(y).exp()));
            }
            inside
        };
        let mut y = peak;
        while take(y) {
            y += step;
        }
        y = peak - step;
        while take(y) {
            y -= step;
        }
        Self { nodes, whole, mean: a / (a + b) }
    }

    /// The mean of `f`, given `f(0)`.
    pub(super) fn of(&self, at_zero: f64, f: impl Fn(f64) -> f64) -> f64 {
        let at_one = f(1.0);
        if self.whole {
            return at_one + self.nodes.iter().map(|(p, w)| w * (f(*p) - at_one)).sum::<f64>();
        }
        let fall = at_zero - at_one;
        let below: f64 = self.nodes.iter().map(|(p, w)| w * (at_zero - f(*p) - p * fall)).sum();
        (at_zero - (fall * self.mean + below)).max(0.0)
    }
}
