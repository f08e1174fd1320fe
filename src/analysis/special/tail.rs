//! `∫ e^(−z w) (1 + w)^(−s) dw` over the half line, which is `e^z E_s(z)`: what is left of a future that is discounted and may end.
//!
//! Lentz's continued fraction (Press and others, "Numerical Recipes", 6.3) where it is quick, else the integral itself.

use super::quadrature::half_line;

/// The value for `z > 0` and any real `s ≥ 0`.
#[must_use]
pub fn discounted_tail(s: f64, z: f64) -> f64 {
    if z < 0.6 && z + s < 40.0 {
        return half_line(|w| (-z * w - s * w.ln_1p()).exp());
    }
    let mut b = z + s;
    let mut c = f64::MAX;
    let mut d = 1.0 / b;
    let mut h = d;
    for i in 1..=4000 {
        let i = f64::from(i);
        let an = -i * (s - 1.0 + i);
        b += 2.0;
        d = 1.0 / (an * d + b);
        c = b + an / c;
        let change = c * d;
        h *= change;
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_meet() {
        for s in [0.02, 0.6, 1.0, 2.5, 30.0] {
            for z in [0.6, 0.9, 5.0, 80.0] {
                let direct = half_line(|w| (-z * w - s * w.ln_1p()).exp());
                let found = discounted_tail(s, z);
                assert!((found - direct).abs() < 1e-12 * direct, "{s} {z}: {found} {direct}");
            }
        }
    }
}
