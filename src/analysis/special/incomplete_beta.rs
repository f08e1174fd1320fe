//! The beta distribution: how likely, and where.

/// P(X ≤ x) for X ~ Beta(a, b), `a` and `b` above zero: the regularised incomplete beta function by its continued fraction
/// (Abramowitz and Stegun 26.5.8) in Lentz's form.
#[must_use]
pub fn below(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let beta = libm::lgamma(a) + libm::lgamma(b) - libm::lgamma(a + b);
    let scale = (a * x.ln() + b * (-x).ln_1p() - beta).exp();
    // The fraction converges fast on one side of the mean; the other follows by symmetry.
    if x < (a + 1.0) / (a + b + 2.0) {
        scale * fraction(x, a, b) / a
    } else {
        1.0 - scale * fraction(1.0 - x, b, a) / b
    }
}

/// The x with P(X ≤ x) = p, by halving: sixty halvings are the precision of the number.
#[must_use]
pub fn quantile(p: f64, a: f64, b: f64) -> f64 {
    let (mut low, mut high) = (0.0, 1.0);
    for _ in 0..64 {
        let middle = 0.5 * (low + high);
        if below(middle, a, b) < p {
            low = middle;
        } else {
            high = middle;
        }
    }
    0.5 * (low + high)
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let kept = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / kept(1.0 - (a + b) * x / (a + 1.0));
    let mut value = d;
    for m in 1..10_000 {
        let m = f64::from(m);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / kept(1.0 + even * d);
        c = kept(1.0 + even / c);
        value *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / kept(1.0 + odd * d);
        c = kept(1.0 + odd / c);
        value *= d * c;
        if (d * c - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::{below, quantile};

    #[test]
    fn closed_forms_are_met_and_undone() {
        for x in [0.01f64, 0.2, 0.5, 0.77, 0.99] {
            assert!((below(x, 1.0, 3.0) - (1.0 - (1.0 - x).powi(3))).abs() < 1e-14, "{x}");
            assert!((below(x, 0.5, 0.5) - x.sqrt().asin() * std::f64::consts::FRAC_2_PI).abs() < 1e-14, "{x}");
            assert!((quantile(below(x, 19.5, 7.5), 19.5, 7.5) - x).abs() < 1e-6, "{x}");
            assert!((below(quantile(x, 262.5, 109.5), 262.5, 109.5) - x).abs() < 1e-12, "{x}");
        }
    }
}
