//! What is believed before anything is seen, weak enough to be overruled by a few dozen customers.
//!
//! With twenty customers a quarter of the maximum-likelihood fits run off to nowhere; with a prior none does. It is stated free of units:
//! `ln r ~ N(ln .7, .9)`, `ln(α / mean T) ~ N(ln .4, 1.2)`, `logit(a/(a+b)) ~ N(−.8, 1)`, `ln(a+b) ~ N(ln 3.5, .8)`, means and standard deviations.
//! The mode is taken in these coordinates.

/// Mean and standard deviation of a normal distribution.
type Belief = (f64, f64);

/// ln .7
const SHAPE: Belief = (-0.356_674_943_938_732_4, 0.9);
/// ln .4
const SCALE: Belief = (-0.916_290_731_874_155, 1.2);
const LEAVING: Belief = (-0.8, 1.0);
/// ln 3.5
const SURENESS: Belief = (1.252_762_968_495_368, 0.8);

/// The most likely parameters before anything is seen, as `ln r`, `ln(α / mean T)`, `ln a`, `ln b`.
#[must_use]
pub fn mode() -> [f64; 4] {
    let sum = SURENESS.0;
    let ln_share = -(-LEAVING.0).exp().ln_1p();
    [SHAPE.0, SCALE.0, sum + ln_share, sum + ln_share - LEAVING.0]
}

/// The logarithm of the density, without its constant, and its gradient, in the coordinates of [`mode`].
#[must_use]
pub fn ln_density([ln_r, ln_scale, ln_a, ln_b]: [f64; 4]) -> (f64, [f64; 4]) {
    let fall = |v: f64, (mean, sd): Belief| {
        let z = (v - mean) / sd;
        (-0.5 * z * z, -z / sd)
    };
    let top = ln_a.max(ln_b);
    let sum = top + (-(ln_a - ln_b).abs()).exp().ln_1p();
    let ((r, by_r), (scale, by_scale)) = (fall(ln_r, SHAPE), fall(ln_scale, SCALE));
    let ((leaving, by_leaving), (sureness, by_sum)) = (fall(ln_a - ln_b, LEAVING), fall(sum, SURENESS));
    let share = (ln_a - sum).exp();
    let gradient = [by_r, by_scale, by_leaving + by_sum * share, by_sum * (1.0 - share) - by_leaving];
    (r + scale + leaving + sureness, gradient)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_density_is_highest_at_its_mode() {
        let (highest, gradient) = ln_density(mode());
        assert!(highest.abs() < 1e-20 && gradient.iter().all(|g| g.abs() < 1e-12), "{highest} {gradient:?}");
    }
}
