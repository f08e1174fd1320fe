//! The method of Broyden, Fletcher, Goldfarb and Shanno within a box.
//!
//! Nocedal and Wright, "Numerical Optimization" (2006), algorithm 6.1 with backtracking (3.1); a coordinate that stands at the
//! border and wants out is held there. Parameters are logarithms in all models here, so the box is one number: without it a
//! flat likelihood walks to infinity.

/// Logarithms of parameters stay within this on both sides, in units in which the data are near 1.
pub const BOUND: f64 = 12.0;

const MOST_STEPS: u32 = 400;
/// The longest step of one coordinate: e^2 is a factor of seven.
const LONGEST: f64 = 2.0;
/// A gradient that is none. Per customer: a parameter bent as little as by .005 is then right to six digits.
const FLAT: f64 = 1e-8;
/// Relative changes of the function that its own rounding hides: a long sum is this far off.
const ROUNDING: f64 = 2e-14;

/// What is minimised: the value and the gradient at a place.
pub type Objective<'a, const N: usize> = &'a mut dyn FnMut(&[f64; N]) -> (f64, [f64; N]);

/// Where the function is lowest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Minimum<const N: usize> {
    /// The place.
    pub at: [f64; N],
    /// The function there.
    pub value: f64,
    /// Its gradient there.
    pub gradient: [f64; N],
    /// How often the function was asked.
    pub evaluations: u32,
    /// Whether the gradient vanishes there, apart from coordinates held at the border.
    pub settled: bool,
}

impl<const N: usize> Minimum<N> {
    /// Whether any coordinate stands at the border of the box.
    #[must_use]
    pub fn at_bound(&self) -> bool {
        self.at.iter().any(|v| v.abs() >= BOUND - 1e-6)
    }
}

fn dot<const N: usize>(a: &[f64; N], b: &[f64; N]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn held<const N: usize>(at: &[f64; N], gradient: &[f64; N]) -> [bool; N] {
    std::array::from_fn(|i| (at[i] >= BOUND && gradient[i] < 0.0) || (at[i] <= -BOUND && gradient[i] > 0.0))
}

fn identity<const N: usize>(scale: f64) -> [[f64; N]; N] {
    std::array::from_fn(|i| std::array::from_fn(|j| if i == j { scale } else { 0.0 }))
}

/// The lowest place that can be reached from `start` downhill. `f` gives the value and the gradient, of the order of 1 per unit: divide a log-likelihood by the number of
/// customers. A value that is not a number counts as too high.
pub fn minimise<const N: usize>(start: [f64; N], f: Objective<'_, N>) -> Minimum<N> {
    let mut at = start.map(|v| v.clamp(-BOUND, BOUND));
    let (mut value, mut gradient) = f(&at);
    let mut evaluations = 1;
    let steepest = gradient.iter().fold(0.0f64, |m, g| m.max(g.abs()));
    let first = 0.5 / steepest.max(0.1);
    let mut inverse = identity::<N>(first);
    let mut fresh = true;
    let mut settled = false;
    for _ in 0..MOST_STEPS {
        let still = held(&at, &gradient);
        let free: [f64; N] = std::array::from_fn(|i| if still[i] { 0.0 } else { gradient[i] });
        if free.iter().all(|g| g.abs() < FLAT) {
            settled = true;
            break;
        }
        let mut step: [f64; N] = std::array::from_fn(|i| if still[i] { 0.0 } else { -dot(&inverse[i], &free) });
        if dot(&step, &free) >= 0.0 {
            inverse = identity(first);
            fresh = true;
            step = free.map(|g| -g * first);
        }
        let longest = step.iter().fold(0.0f64, |m, s| m.max(s.abs()));
        let shrink = (LONGEST / longest).min(1.0);
        step = step.map(|s| s * shrink);
        let slope = dot(&step, &free);
        if !fresh && -slope < ROUNDING * value.abs() && free.iter().all(|g| g.abs() < 1e-6) {
            // What is left to gain is less than what rounding hides.
            settled = true;
            break;
        }
        let mut part = 1.0;
        let found = loop {
            let next: [f64; N] = std::array::from_fn(|i| (at[i] + part * step[i]).clamp(-BOUND, BOUND));
            let (v, g) = f(&next);
            evaluations += 1;
            let usable = v.is_finite() && g.iter().all(|g| g.is_finite());
            if usable && v <= value + 1e-4 * part * slope + ROUNDING * value.abs() {
                break Some((next, v, g));
            }
            let fitted = if usable { -0.5 * part * slope / ((v - value) / part - slope) } else { 0.1 * part };
            part = if fitted.is_finite() { fitted.clamp(0.1 * part, 0.5 * part) } else { 0.5 * part };
            if part * longest < 1e-14 {
                break None;
            }
        };
        let Some((next, v, g)) = found else {
            if fresh {
                // Nothing lower even straight downhill: as low as rounding lets anyone see.
                settled = free.iter().all(|g| g.abs() < 1e-6);
                break;
            }
            inverse = identity(first);
            fresh = true;
            continue;
        };
        let moved: [f64; N] = std::array::from_fn(|i| next[i] - at[i]);
        let turned: [f64; N] = std::array::from_fn(|i| g[i] - gradient[i]);
        update(&mut inverse, &moved, &turned, fresh);
        fresh = false;
        (at, value, gradient) = (next, v, g);
    }
    Minimum { at, value, gradient, evaluations, settled }
}

/// Equation 6.17 of Nocedal and Wright; before the first one the scale is set by 6.20.
fn update<const N: usize>(inverse: &mut [[f64; N]; N], moved: &[f64; N], turned: &[f64; N], fresh: bool) {
    let bend = dot(moved, turned);
    if bend <= 1e-12 * dot(moved, moved).sqrt() * dot(turned, turned).sqrt() {
        return;
    }
    if fresh {
        *inverse = identity(bend / dot(turned, turned));
    }
    let pushed: [f64; N] = std::array::from_fn(|i| dot(&inverse[i], turned));
    let scale = (1.0 + dot(turned, &pushed) / bend) / bend;
    for i in 0..N {
        for j in 0..N {
            inverse[i][j] += scale * moved[i] * moved[j] - (pushed[i] * moved[j] + moved[i] * pushed[j]) / bend;
        }
    }
}

/// A function given by its value alone, with the gradient taken from differences on both sides. For models with few rows.
pub fn with_differences<const N: usize>(
    f: &mut dyn FnMut(&[f64; N]) -> f64,
) -> impl FnMut(&[f64; N]) -> (f64, [f64; N]) + '_ {
    const STEP: f64 = 1e-5;
    move |at| {
        let value = f(at);
        let gradient = std::array::from_fn(|i| {
            let (mut up, mut down) = (*at, *at);
            up[i] += STEP;
            down[i] -= STEP;
            (f(&up) - f(&down)) / (2.0 * STEP)
        });
        (value, gradient)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_curved_valley_is_followed_to_its_end() {
        let mut rosenbrock = |p: &[f64; 2]| {
            let (u, v) = (1.0 - p[0], p[1] - p[0] * p[0]);
            (u * u + 100.0 * v * v, [-2.0 * u - 400.0 * v * p[0], 200.0 * v])
        };
        let found = minimise([-1.2, 1.0], &mut rosenbrock);
        assert!(found.settled && found.at.iter().all(|v| (v - 1.0).abs() < 1e-7), "{found:?}");
    }

    #[test]
    fn what_falls_for_ever_ends_at_the_border() {
        let found =
            minimise([0.0, 3.0], &mut |p: &[f64; 2]| ((-p[0]).exp() + p[1] * p[1], [-(-p[0]).exp(), 2.0 * p[1]]));
        assert!(found.at_bound() || found.at[0] > 11.0, "{found:?}");
        assert!(found.at[1].abs() < 1e-8, "{found:?}");
    }
}
