//! A smooth function of two variables, one of which is asked for row by row: the curve of any row from the curves of a few.
//!
//! Chebyshev's points both ways; like [`Curve`], it is checked before use.

use super::chebyshev::{Curve, POINTS, checks, coefficients, near, node, series};

/// Rows that are drawn.
const ROWS: usize = 26;

/// The function over a rectangle.
pub struct Surface {
    middle: f64,
    half: f64,
    ends: (f64, f64),
    /// For each coefficient of a row's curve its series by the row.
    columns: [[f64; ROWS]; POINTS],
}

impl Surface {
    /// Through the function on [first, last] × [low, high]. `row` makes the function of one row. `None` where there is no rectangle, or the
    /// surface is off anywhere it was checked.
    #[must_use]
    pub fn through<F: Fn(f64) -> f64>(
        (first, last): (f64, f64),
        (low, high): (f64, f64),
        row: impl Fn(f64) -> F,
    ) -> Option<Self> {
        let (half, across) = (0.5 * (last - first), 0.5 * (high - low));
        if half.is_nan() || half <= 0.0 || across.is_nan() || across <= 0.0 {
            return None;
        }
        let (middle, centre) = (first + half, low + across);
        let drawn: [[f64; POINTS]; ROWS] = std::array::from_fn(|i| {
            let f = row(middle + half * node(i, ROWS));
            coefficients(&std::array::from_fn::<f64, POINTS, _>(|j| f(centre + across * node(j, POINTS))))
        });
        let columns = std::array::from_fn(|k| coefficients(&std::array::from_fn::<f64, ROWS, _>(|i| drawn[i][k])));
        let surface = Self { middle, half, ends: (low, high), columns };
        let good = checks(ROWS).into_iter().all(|place| {
            let (f, curve) = (row(middle + half * place), surface.row(middle + half * place));
            let places = checks(POINTS).map(|place| centre + across * place);
            places.into_iter().all(|place| near(curve.at(place), f(place)))
        });
        good.then_some(surface)
    }

    /// The curve of a row between the first and the last.
    #[must_use]
    pub fn row(&self, place: f64) -> Curve {
        let t = (place - self.middle) / self.half;
        Curve::with(self.ends.0, self.ends.1, std::array::from_fn(|k| series(&self.columns[k], t)))
    }
}

#[cfg(test)]
mod tests {
    use super::Surface;

    #[test]
    fn rows_that_were_not_drawn_are_followed_and_an_edge_is_refused() {
        let surface = Surface::through((0.0, 2.0), (0.0, 3.0), |r| move |u: f64| 1.0 / (1.0 + (u - r).exp())).unwrap();
        for i in 0..=20 {
            let (r, u) = (f64::from(i) * 0.1, f64::from(i) * 0.15);
            assert!((surface.row(r).at(u) * (1.0 + (u - r).exp()) - 1.0).abs() < 1e-10, "{r} {u}");
        }
        assert!(Surface::through((0.0, 2.0), (0.0, 3.0), |r| move |u: f64| 1.0 + (u - r).abs()).is_none());
        assert!(Surface::through((2.0, 2.0), (0.0, 3.0), |_| |u: f64| u).is_none());
    }
}
