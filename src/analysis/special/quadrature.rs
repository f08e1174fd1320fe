//! Sums that stand for integrals.
//!
//! Gauss and Legendre on panels for smooth functions on a finite interval; the substitution of Takahasi and Mori ("Double
//! exponential formulas for numerical integration" (1974)) for the half line.

/// Nodes and weights of the rule of 16 points on [−1, 1], the positive half.
const GAUSS_16: [(f64, f64); 8] = [
    (0.095_012_509_837_637_44, 0.189_450_610_455_068_5),
    (0.281_603_550_779_258_9, 0.182_603_415_044_923_58),
    (0.458_016_777_657_227_37, 0.169_156_519_395_002_54),
    (0.617_876_244_402_643_8, 0.149_595_988_816_576_73),
    (0.755_404_408_355_003, 0.124_628_971_255_533_88),
    (0.865_631_202_387_831_8, 0.095_158_511_682_492_78),
    (0.944_575_023_073_232_6, 0.062_253_523_938_647_894),
    (0.989_400_934_991_649_9, 0.027_152_459_411_754_095),
];

/// Past this many natural logarithms below its highest a falling function adds nothing.
const NOTHING: f64 = 42.0;

/// Visits the nodes of a rule for `∫ f` over `[0, length]`: `visit(v, weight)`. The visitor sums whatever it needs, so that an
/// integral and its derivatives cost one walk. `rate(v)` is how fast `ln f` falls there, at most growing like `e^v`; `ln_f`
/// tells when the rest adds nothing.
pub fn panels(length: f64, rate: impl Fn(f64) -> f64, ln_f: impl Fn(f64) -> f64, mut visit: impl FnMut(f64, f64)) {
    const LONGEST: f64 = 1.6;
    const FALL: f64 = 6.0;
    let (mut start, mut highest) = (0.0, ln_f(0.0));
    while start < length {
        let first = LONGEST.min(FALL / rate(start).max(FALL / LONGEST));
        let width = first.min(FALL / rate(start + first).max(FALL / LONGEST)).min(length - start);
        let half = 0.5 * width;
        for (x, w) in GAUSS_16 {
            visit(start + half * (1.0 - x), half * w);
            visit(start + half * (1.0 + x), half * w);
        }
        let before = start;
        start += width;
        let height = ln_f(start);
        if start <= before || height < highest - NOTHING {
            break;
        }
        highest = highest.max(height);
    }
}

/// `∫ f(w) dw` over the half line, for functions that fall like a power or faster: `w = e^(π/2 sinh τ)`.
pub fn half_line(mut f: impl FnMut(f64) -> f64) -> f64 {
    const STEP: f64 = 1.0 / 24.0;
    let mut sum = 0.0;
    for i in -110..=110 {
        let tau = STEP * f64::from(i);
        let w = (std::f64::consts::FRAC_PI_2 * tau.sinh()).exp();
        let value = f(w) * w * tau.cosh();
        if value.is_finite() {
            sum += value;
        }
    }
    sum * STEP * std::f64::consts::FRAC_PI_2
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrals_with_a_closed_form_come_out() {
        for rate in [0.0, 0.3, 2.0, 900.0] {
            let mut sum = 0.0;
            panels(7.0, |_| rate, |v| -rate * v, |v, w| sum += w * (-rate * v).exp());
            let exact = super::super::gamma::decayed(rate, 7.0);
            assert!((sum - exact).abs() < 1e-13 * exact, "{rate}: {sum} {exact}");
        }
        let found = half_line(|w| (1.0 + w).powf(-1.5));
        assert!((found - 2.0).abs() < 1e-12, "{found}");
        let found = half_line(|w| (-0.01 * w).exp());
        assert!((found - 100.0).abs() < 1e-9, "{found}");
    }
}
