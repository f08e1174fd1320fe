//! The gamma function and its relatives, in logarithms.
//!
//! Quotients are taken before the logarithm: `ln Γ(b + a) − ln Γ(b)` by subtraction loses all digits once `b` is large, by
//! Stirling's series it loses none (Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), 6.1.40, 6.3.18).

/// From here on Stirling's series with its seven terms is exact to the last digits of an `f64`.
const STIRLING: f64 = 16.0;

/// `ln Γ(x)` for `x > 0`.
#[must_use]
pub fn ln_gamma(x: f64) -> f64 {
    libm::lgamma(x)
}

/// `ψ(x) = d ln Γ(x) / dx` for `x > 0`.
#[must_use]
pub fn digamma(x: f64) -> f64 {
    let (mut x, mut sum) = (x, 0.0);
    while x < 8.0 {
        sum -= 1.0 / x;
        x += 1.0;
    }
    let y = 1.0 / (x * x);
    let tail = y
        * (1.0 / 12.0
            - y * (1.0 / 120.0 - y * (1.0 / 252.0 - y * (1.0 / 240.0 - y * (1.0 / 132.0 - y * 691.0 / 32760.0)))));
    sum + x.ln() - 0.5 / x - tail
}

/// `ln (Γ(b + a) / Γ(b))`: the logarithm of the rising factorial, for `b > 0` and `a ≥ 0`.
#[must_use]
pub fn ln_rising(b: f64, a: f64) -> f64 {
    if a == 0.0 {
        return 0.0;
    }
    if b < STIRLING {
        return ln_gamma(b + a) - ln_gamma(b);
    }
    (b - 0.5) * (a / b).ln_1p() + a * ((b + a).ln() - 1.0) + (stirling_rest(b + a) - stirling_rest(b))
}

/// `ln Γ(x) − (x − ½) ln x + x − ½ ln 2π`.
fn stirling_rest(x: f64) -> f64 {
    let y = 1.0 / (x * x);
    (1.0 / 12.0
        - y * (1.0 / 360.0
            - y * (1.0 / 1260.0 - y * (1.0 / 1680.0 - y * (1.0 / 1188.0 - y * (691.0 / 360_360.0 - y / 156.0))))))
        / x
}

/// `ln B(a, b) = ln (Γ(a) Γ(b) / Γ(a + b))`.
#[must_use]
pub fn ln_beta(a: f64, b: f64) -> f64 {
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    ln_gamma(small) - ln_rising(large, small)
}

/// `ln (1 + e^m)`, neither overflowing for large `m` nor vanishing for small ones.
#[must_use]
pub fn softplus(m: f64) -> f64 {
    m.max(0.0) + (-m.abs()).exp().ln_1p()
}

/// `(1 − e^(−k l)) / k`, which is `l` as `k` tends to zero.
#[must_use]
pub fn decayed(k: f64, l: f64) -> f64 {
    if k == 0.0 { l } else { -(-k * l).exp_m1() / k }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64) {
        assert!((found - expected).abs() <= 1e-13 * expected.abs().max(1e-3), "{found} {expected}");
    }

    #[test]
    fn the_gamma_function_has_its_known_values() {
        close(digamma(1.0), -0.577_215_664_901_532_9);
        close(digamma(0.25), -4.227_453_533_376_265);
        close(ln_beta(0.5, 0.5), std::f64::consts::PI.ln());
        close(ln_beta(3.0, 4.0), -(60.0f64).ln());
        close(ln_rising(1e9, 3.0), 3.0 * 1e9f64.ln() + 3e-9);
    }

    #[test]
    fn quotients_agree_with_products_on_both_sides_of_the_border() {
        for b in [0.3, 15.9, 16.1, 1000.5] {
            let product: f64 = (0..7).map(|i| (b + f64::from(i)).ln()).sum();
            close(ln_rising(b, 7.0), product);
        }
    }
}
