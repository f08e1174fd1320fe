//! Round numbers for axes.

/// Multiples of 1, 2 or 5 times a power of ten between `low` and `high`, about `wanted` of them, never more than twice that. Empty where
/// there is nothing to divide: a range that is empty, reversed, not finite or too narrow for its numbers.
pub fn ticks(low: f64, high: f64, wanted: usize) -> Vec<f64> {
    let span = high - low;
    // Numbers that differ in their last digits only cannot be told apart on an axis.
    let indistinct = span <= low.abs().max(high.abs()) * 1e-9;
    if !span.is_finite() || span <= 0.0 || indistinct || wanted == 0 {
        return Vec::new();
    }
    let step = round_step(span / wanted as f64);
    let (first, last) = ((low / step - 1e-9).ceil(), (high / step + 1e-9).floor());
    // A step can be longer than the range and have no multiple inside of it.
    if !(step > 0.0 && last >= first && (last - first).is_finite()) {
        return Vec::new();
    }
    // Counting steps instead of adding them up keeps 0.3 from becoming 0.30000000000000004; dividing by the whole inverse does the rest.
    let inverse = (1.0 / step).round();
    let count = (last - first) as usize;
    (0..=count)
        .map(|index| first + index as f64)
        .map(|multiple| if step < 1.0 && inverse.is_finite() { multiple / inverse } else { multiple * step })
        // -0.0 would be written with its sign.
        .map(|tick| if tick == 0.0 { 0.0 } else { tick })
        .collect()
}

/// The number of the form 1, 2 or 5 times a power of ten that is nearest to `rough` in proportion.
fn round_step(rough: f64) -> f64 {
    let power = 10_f64.powf(rough.log10().floor());
    let digit = match rough / power {
        digit if digit < 2_f64.sqrt() => 1.0,
        digit if digit < 10_f64.sqrt() => 2.0,
        digit if digit < 50_f64.sqrt() => 5.0,
        _ => 10.0,
    };
    digit * power
}

/// The end of an axis that holds `high`: the next tick above it.
pub(super) fn axis_end(high: f64, wanted: usize) -> f64 {
    if !high.is_finite() || high <= 0.0 {
        return 1.0;
    }
    let step = round_step(high / wanted.max(1) as f64);
    let end = (high / step - 1e-9).ceil() * step;
    if end.is_finite() && end > 0.0 { end } else { high }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, proptest};

    use super::{axis_end, ticks};

    #[test]
    fn ticks_are_round() {
        assert_eq!(ticks(0.0, 1.0, 5), [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]);
        assert_eq!(ticks(0.0, 100.0, 4), [0.0, 20.0, 40.0, 60.0, 80.0, 100.0]);
        assert_eq!(ticks(0.0, 7.3, 4), [0.0, 2.0, 4.0, 6.0]);
        assert_eq!(ticks(-30.0, 30.0, 3), [-20.0, 0.0, 20.0]);
        assert_eq!(ticks(0.0, 48_211.5, 4), [0.0, 10_000.0, 20_000.0, 30_000.0, 40_000.0]);
        assert_eq!(ticks(0.0, 0.000_6, 3), [0.0, 0.000_2, 0.000_4, 0.000_6]);
    }

    #[test]
    fn nothing_to_divide_has_no_ticks() {
        for (low, high) in [(0.0, 0.0), (1.0, 0.0), (0.0, f64::NAN), (0.0, f64::INFINITY), (f64::MIN, f64::MAX)] {
            assert!(ticks(low, high, 5).is_empty());
        }
        assert!(ticks(0.0, 1.0, 0).is_empty());
        assert!(ticks(994.0, 8e8, 1).is_empty(), "no multiple of the step lies between");
    }

    #[test]
    fn an_axis_ends_at_a_tick_above_its_values() {
        assert_eq!(axis_end(48_211.5, 4), 50_000.0);
        assert_eq!(axis_end(100.0, 4), 100.0);
        assert_eq!(axis_end(0.0, 4), 1.0);
        assert_eq!(axis_end(f64::NAN, 4), 1.0);
    }

    proptest! {
        #[test]
        fn ticks_rise_inside_the_range_and_are_never_too_many(low in -1e12..1e12_f64, span in 1e-6..1e12_f64, wanted in 1..20_usize) {
            let high = low + span;
            let found = ticks(low, high, wanted);
            let slack = span * 1e-3 + low.abs() * 1e-9;
            prop_assert!(found.len() <= 2 * wanted + 1);
            prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
            prop_assert!(found.iter().all(|tick| (low - slack..=high + slack).contains(tick)));
        }
    }
}
