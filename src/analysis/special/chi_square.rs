//! How likely a sum of squares is to be so large by chance.

/// P(X ≥ `x`) for `df` degrees of freedom; 1 for nothing above zero. The upper incomplete gamma function Q(df/2, x/2): by its
/// series below df/2 + 1, above by the continued fraction of Legendre in Lentz's form (Abramowitz and Stegun 6.5.29, 6.5.31).
#[must_use]
pub fn above(x: f64, df: u32) -> f64 {
    if x.is_nan() || x <= 0.0 || df == 0 {
        return 1.0;
    }
    if df == 1 {
        return libm::erfc((x / 2.0).sqrt());
    }
    let (a, x) = (f64::from(df) / 2.0, x / 2.0);
    let scale = (a * x.ln() - x - libm::lgamma(a)).exp();
    if x < a + 1.0 { (1.0 - scale * series(a, x)).clamp(0.0, 1.0) } else { (scale * fraction(a, x)).clamp(0.0, 1.0) }
}

fn series(a: f64, x: f64) -> f64 {
    let (mut term, mut sum, mut n) = (1.0 / a, 1.0 / a, a);
    while term > sum * f64::EPSILON {
        n += 1.0;
        term *= x / n;
        sum += term;
    }
    sum
}

fn fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let mut b = x + 1.0 - a;
    let mut c = 1.0 / TINY;
    let mut d = 1.0 / b;
    let mut value = d;
    for i in 1..10_000 {
        let i = f64::from(i);
        let an = -i * (i - a);
        b += 2.0;
        d = an.mul_add(d, b);
        c = b + an / c;
        d = 1.0 / if d.abs() < TINY { TINY } else { d };
        c = if c.abs() < TINY { TINY } else { c };
        value *= d * c;
        if (d * c - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    value
}

#[cfg(test)]
mod tests {
    use super::above;

    #[test]
    fn even_degrees_have_a_closed_form() {
        for x in [0.1f64, 1.0, 3.0, 4.1, 30.0, 200.0, 1200.0] {
            let half = x / 2.0;
            assert!((above(x, 2) / (-half).exp() - 1.0).abs() < 1e-12, "{x}");
            let six = (-half).exp() * (1.0 + half + half * half / 2.0);
            assert!((above(x, 6) / six - 1.0).abs() < 1e-11, "{x}");
        }
        assert!((above(3.841_458_820_694_124, 1) - 0.05).abs() < 1e-15);
        assert!((above(7.814_727_903_251_178, 3) - 0.05).abs() < 1e-14);
        assert_eq!([above(-1.0, 2), above(f64::NAN, 2), above(5000.0, 2)], [1.0, 1.0, 0.0]);
    }
}
