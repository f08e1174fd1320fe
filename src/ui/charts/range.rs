//! From where to where an axis of values goes.

use leptos::prelude::{Callable, Callback};

use super::axis::Mark;
use super::ticks::{axis_end, ticks};

/// The ends of an axis.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Range {
    pub low: f64,
    pub high: f64,
}

impl Range {
    /// Holds zero and all values, and ends at round numbers on both sides.
    pub(super) fn of(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        match (low < 0.0, high > 0.0) {
            (false, _) => Self { low: 0.0, high: axis_end(high, 4) },
            (true, false) => Self { low: -axis_end(-low, 4), high: 0.0 },
            // Both sides share one step, else one of them would end between two lines.
            (true, true) => {
                let step = axis_end((high - low) / 4.0, 1);
                Self { low: (low / step).floor() * step, high: (high / step).ceil() * step }
            }
        }
    }

    /// How far along the axis a value is; what is no number is where zero is.
    pub(super) fn share(self, value: f64) -> f64 {
        if value.is_finite() { (value - self.low) / (self.high - self.low) } else { self.share(0.0) }
    }

    /// Round numbers along the axis; zero alone where there is nothing to be measured.
    pub(super) fn marks(self, empty: bool, format: Callback<f64, String>) -> Vec<Mark> {
        if empty {
            return vec![(self.share(0.0), format.run(0.0))];
        }
        ticks(self.low, self.high, 4).into_iter().map(|tick| (self.share(tick), format.run(tick))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::Range;

    #[test]
    fn the_axis_holds_zero_and_every_value() {
        assert_eq!(Range::of([120.0, 480.0].into_iter()), Range { low: 0.0, high: 500.0 });
        assert_eq!(Range::of([-30.0, -90.0].into_iter()), Range { low: -100.0, high: 0.0 });
        let both = Range::of([-30.0, 900.0].into_iter());
        assert!(both.low <= -30.0 && both.high >= 900.0 && both.share(0.0) > 0.0);
        assert_eq!(Range::of([].into_iter()), Range { low: 0.0, high: 1.0 });
    }

    #[test]
    fn values_that_are_no_numbers_are_drawn_as_nothing() {
        let range = Range::of([10.0, f64::NAN, f64::INFINITY].into_iter());
        assert_eq!(range, Range { low: 0.0, high: 10.0 });
        assert_eq!(range.share(f64::NAN), range.share(0.0));
    }
}
