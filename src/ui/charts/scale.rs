//! From values to pixels.

/// The area between the axes of a chart, in pixels of its drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    /// What is left of a drawing of this size inside of margins (top, right, bottom, left).
    pub(super) fn inside(width: f64, height: f64, margins: [f64; 4]) -> Self {
        let [top, right, bottom, left] = margins;
        Self { left, top, right: (width - right).max(left + 1.0), bottom: (height - bottom).max(top + 1.0) }
    }

    pub(super) fn width(self) -> f64 {
        self.right - self.left
    }

    pub(super) fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Where a share of the way, from 0 to 1, is from left to right.
    pub(super) fn x(self, share: f64) -> f64 {
        self.left + share.clamp(0.0, 1.0) * self.width()
    }

    /// Where it is from the bottom up.
    pub(super) fn y(self, share: f64) -> f64 {
        self.bottom - share.clamp(0.0, 1.0) * self.height()
    }

    /// The share of the way at a place from left to right.
    pub(super) fn share_at_x(self, x: f64) -> f64 {
        ((x - self.left) / self.width()).clamp(0.0, 1.0)
    }

    /// The share of the way at a place from the top.
    pub(super) fn share_at_y(self, y: f64) -> f64 {
        ((self.bottom - y) / self.height()).clamp(0.0, 1.0)
    }
}

/// A line through points, as SVG path data; tenths of a pixel are enough. Empty without points.
pub(super) fn line(points: impl IntoIterator<Item = (f64, f64)>) -> String {
    let mut path = String::new();
    for (x, y) in points {
        let command = if path.is_empty() { 'M' } else { 'L' };
        path.push_str(&format!("{command}{x:.1} {y:.1}"));
    }
    path
}

#[cfg(test)]
mod tests {
    use super::{Area, line};

    #[test]
    fn pixels_lead_back_to_their_shares() {
        let area = Area::inside(640.0, 280.0, [12.0, 40.0, 32.0, 56.0]);
        for share in [0.0, 0.25, 0.8, 1.0] {
            assert!((area.share_at_x(area.x(share)) - share).abs() < 1e-12);
            assert!((area.share_at_y(area.y(share)) - share).abs() < 1e-12);
        }
        assert_eq!(area.share_at_y(-100.0), 1.0);
    }

    #[test]
    fn a_drawing_smaller_than_its_margins_is_no_division_by_zero() {
        let area = Area::inside(0.0, 0.0, [12.0, 40.0, 32.0, 56.0]);
        assert!(area.share_at_x(3.0).is_finite() && area.share_at_y(3.0).is_finite());
    }

    #[test]
    fn a_line_is_drawn_from_its_first_point() {
        assert_eq!(line([(0.0, 1.0), (2.04, 3.06)]), "M0.0 1.0L2.0 3.1");
        assert_eq!(line([]), "");
    }
}
