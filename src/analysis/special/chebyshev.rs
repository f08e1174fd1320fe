//! A smooth function that is asked for often, from a few values of it.
//!
//! Interpolation at Chebyshev's points of the first kind, evaluated by Clenshaw's recurrence (Trefethen, "Approximation Theory and
//! Approximation Practice" (2013), chapters 3 and 8). For an analytic function the error falls geometrically; it is measured before use.

use std::f64::consts::PI;

pub(super) const POINTS: usize = 28;
/// Fewer questions than this are not worth a curve.
const WORTH_IT: usize = 64;
/// How far the curve may be off, relative to the function.
const ALLOWED: f64 = 1e-11;

/// The function between two ends.
pub struct Curve<const N: usize = POINTS> {
    middle: f64,
    half: f64,
    coefficients: [f64; N],
}

impl<const N: usize> Curve<N> {
    /// Through the function on [low, high], to be asked `questions` times. `None` where that is not worth it, or the curve is off by more than a
    /// hundred-thousand-millionth anywhere it was checked.
    #[must_use]
    pub fn through(low: f64, high: f64, questions: usize, f: impl Fn(f64) -> f64) -> Option<Self> {
        let half = 0.5 * (high - low);
        if questions < WORTH_IT || half.is_nan() || half <= 0.0 {
            return None;
        }
        let middle = low + half;
        let values: [f64; N] = std::array::from_fn(|i| f(middle + half * node(i, N)));
        let curve = Self { middle, half, coefficients: coefficients(&values) };
        let good = checks(N).into_iter().all(|place| near(curve.at(middle + half * place), f(middle + half * place)));
        good.then_some(curve)
    }

    /// With coefficients that are known already.
    pub(super) fn with(low: f64, high: f64, coefficients: [f64; N]) -> Self {
        let half = 0.5 * (high - low);
        Self { middle: low + half, half, coefficients }
    }

    /// The value at a place between the ends.
    #[must_use]
    pub fn at(&self, place: f64) -> f64 {
        series(&self.coefficients, (place - self.middle) / self.half)
    }
}

/// The sum of a Chebyshev series at `t` in [−1, 1].
pub(super) fn series(coefficients: &[f64], t: f64) -> f64 {
    let (mut next, mut after) = (0.0, 0.0);
    for c in coefficients[1..].iter().rev() {
        (next, after) = (c + 2.0 * t * next - after, next);
    }
    coefficients[0] + t * next - after
}

/// Of `n` points the one in a place, from 1 down to −1.
pub(super) fn node(place: usize, n: usize) -> f64 {
    angle(place, n).cos()
}

fn angle(place: usize, n: usize) -> f64 {
    PI * (place as f64 + 0.5) / n as f64
}

/// The series that goes through values at the nodes.
pub(super) fn coefficients<const N: usize>(values: &[f64; N]) -> [f64; N] {
    std::array::from_fn(|k| {
        let sum: f64 = (0..N).map(|i| values[i] * (k as f64 * angle(i, N)).cos()).sum();
        sum * if k == 0 { 1.0 } else { 2.0 } / N as f64
    })
}

/// Between the points, where the error is largest, and at both ends.
pub(super) fn checks(n: usize) -> [f64; 7] {
    [-1.0, node(n - 2, n) * 0.5 - 0.5, -0.37, 0.055, 0.61, node(1, n) * 0.5 + 0.5, 1.0]
}

/// Near enough to stand for the function.
pub(super) fn near(found: f64, exact: f64) -> bool {
    (found - exact).abs() <= ALLOWED * exact.abs()
}

#[cfg(test)]
mod tests {
    use super::Curve;

    #[test]
    fn a_smooth_function_is_followed_and_a_sharp_one_refused() {
        let curve = Curve::<28>::through(0.0, 3.0, 100, |u| 1.0 / (1.0 + u.exp())).unwrap();
        for i in 0..=30 {
            let u = f64::from(i) * 0.1;
            assert!((curve.at(u) * (1.0 + u.exp()) - 1.0).abs() < 1e-11, "{u}");
        }
        assert!(Curve::<28>::through(0.0, 3.0, 100, |u| 1.0 + (u - 1.5).abs()).is_none());
        assert!(Curve::<28>::through(1.0, 1.0, 100, |u| u).is_none());
    }
}
