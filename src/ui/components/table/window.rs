//! Which rows stand in the window, and where: arithmetic without a browser.
//!
//! Browsers lay nothing out beyond a limit (Firefox 17.8 million pixels, Chromium 33 million *device* pixels, so 8 million at
//! 200 % zoom on a fine screen). Up to [`MAX_HEIGHT`] the list is as high as its rows; a longer one is drawn on a track of that
//! height. Then a short way of the wheel still moves the rows by just that way, a long way of the scrollbar by its share of the list,
//! and once scrolling rests the bar is put back to where it belongs ([`Geometry::top_at`]).

/// The highest track, in CSS pixels.
const MAX_HEIGHT: f64 = 6_000_000.0;

/// Rows kept above and below the window, for scrolling that is drawn before it is told.
const OVERSCAN: usize = 8;

/// What is measured and counted. Pixels are CSS pixels.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Geometry {
    /// How many rows the list has.
    pub rows: usize,
    /// The height of one row.
    pub row: f64,
    /// The height of the window, without the head.
    pub window: f64,
}

/// Where the window is: at the scrollbar and in the list. They differ only where the list is longer than the track.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Place {
    /// The browser's scroll position.
    pub top: f64,
    /// How far down the list the window begins, as if nothing limited it.
    pub offset: f64,
}

impl Geometry {
    /// The height of all rows.
    fn list(self) -> f64 {
        self.rows as f64 * self.row
    }

    /// The height of the track that the rows are drawn on.
    pub(super) fn track(self) -> f64 {
        self.list().min(MAX_HEIGHT)
    }

    fn farthest_offset(self) -> f64 {
        (self.list() - self.window).max(0.0)
    }

    fn farthest_top(self) -> f64 {
        (self.track() - self.window).max(0.0)
    }

    fn is_scaled(self) -> bool {
        self.list() > MAX_HEIGHT
    }

    /// Where the window is in the list after the browser has scrolled to `top`.
    pub(super) fn scrolled(self, before: Place, top: f64) -> Place {
        let top = top.clamp(0.0, self.farthest_top());
        if !self.is_scaled() {
            return Place { top, offset: top };
        }
        let way = top - before.top;
        let offset = if top <= 0.0 || top >= self.farthest_top() || way.abs() > self.window {
            top / self.farthest_top() * self.farthest_offset()
        } else {
            (before.offset + way).clamp(0.0, self.farthest_offset())
        };
        Place { top, offset }
    }

    /// The scroll position that belongs to a place in the list.
    pub(super) fn top_at(self, offset: f64) -> f64 {
        let offset = offset.clamp(0.0, self.farthest_offset());
        if self.is_scaled() { offset / self.farthest_offset() * self.farthest_top() } else { offset }
    }

    /// The place nearest to `place` that shows the row whole.
    pub(super) fn showing(self, place: Place, index: usize) -> Place {
        let start = index as f64 * self.row;
        let end = start + self.row;
        let offset = if start < place.offset {
            start
        } else if end > place.offset + self.window {
            end - self.window
        } else {
            return place;
        };
        self.at(offset)
    }

    /// The place that shows the row first, or as near to it as the end of the list allows.
    pub(super) fn starting_with(self, index: usize) -> Place {
        self.at(index as f64 * self.row)
    }

    /// A place in the list and the scroll position for it.
    pub(super) fn at(self, offset: f64) -> Place {
        let offset = offset.clamp(0.0, self.farthest_offset());
        Place { top: self.top_at(offset), offset }
    }

    /// How many row elements are needed, at most.
    pub(super) fn pool(self) -> usize {
        if self.row <= 0.0 { 0 } else { (self.window / self.row).ceil() as usize + 1 + 2 * OVERSCAN }
    }

    /// The first row that has an element.
    pub(super) fn first(self, offset: f64, pool: usize) -> usize {
        if self.row <= 0.0 {
            return 0;
        }
        let visible = (offset / self.row).floor() as usize;
        visible.saturating_sub(OVERSCAN).min(self.rows.saturating_sub(pool))
    }

    /// How many whole rows a page of the keyboard moves.
    pub(super) fn page(self) -> usize {
        if self.row <= 0.0 { 1 } else { ((self.window / self.row).floor() as usize).saturating_sub(1).max(1) }
    }
}

/// The row that an element of the pool stands for. Scrolling by one row changes the row of one element alone.
pub(super) const fn row_of_slot(slot: usize, first: usize, pool: usize) -> usize {
    first + (slot + pool - first % pool) % pool
}

#[cfg(test)]
mod tests {
    use super::{Geometry, Place, row_of_slot};

    const SHORT: Geometry = Geometry { rows: 100_000, row: 40.0, window: 600.0 };
    const LONG: Geometry = Geometry { rows: 5_000_000, row: 84.0, window: 600.0 };

    #[test]
    fn a_list_below_the_limit_scrolls_as_the_browser_does() {
        let place = SHORT.scrolled(Place::default(), 1234.5);
        assert_eq!(place, Place { top: 1234.5, offset: 1234.5 });
        assert_eq!(SHORT.track(), 4_000_000.0);
        assert_eq!(SHORT.top_at(1234.5), 1234.5);
    }

    #[test]
    fn a_longer_list_is_reached_from_end_to_end() {
        assert_eq!(LONG.track(), 6_000_000.0);
        let end = LONG.scrolled(Place::default(), f64::MAX);
        assert_eq!(end.offset, 5_000_000.0 * 84.0 - 600.0);
        assert_eq!(LONG.scrolled(end, 0.0), Place::default());
    }

    #[test]
    fn a_turn_of_the_wheel_moves_a_longer_list_by_just_that_way() {
        let middle = LONG.at(1_000_000.0);
        let next = LONG.scrolled(middle, middle.top + 100.0);
        assert!((next.offset - 1_000_100.0).abs() < 1e-6);
    }

    #[test]
    fn the_bar_goes_back_to_where_the_rows_are() {
        for offset in [0.0, 1e6, 4e8] {
            let place = LONG.at(offset);
            assert!((LONG.scrolled(Place::default(), place.top).offset - offset).abs() < 1.0 + offset / 1e6);
        }
    }

    #[test]
    fn showing_a_row_moves_no_more_than_needed() {
        let place = SHORT.at(400.0);
        assert_eq!(SHORT.showing(place, 12), place);
        assert_eq!(SHORT.showing(place, 3).offset, 120.0);
        assert_eq!(SHORT.showing(place, 25).offset, 26.0 * 40.0 - 600.0);
        assert_eq!(SHORT.showing(place, 99_999).offset, 4_000_000.0 - 600.0);
    }

    #[test]
    fn each_row_of_the_window_has_one_element_and_moving_by_one_changes_one() {
        let pool = SHORT.pool();
        for first in [0, 1, 7, 31, 32, 99_000] {
            let mut rows: Vec<usize> = (0..pool).map(|slot| row_of_slot(slot, first, pool)).collect();
            let changed =
                (0..pool).filter(|slot| row_of_slot(*slot, first, pool) != row_of_slot(*slot, first + 1, pool)).count();
            rows.sort_unstable();
            assert_eq!(rows, (first..first + pool).collect::<Vec<_>>());
            assert_eq!(changed, 1);
        }
    }

    #[test]
    fn the_elements_cover_the_window_wherever_it_is() {
        for geometry in [SHORT, LONG] {
            let pool = geometry.pool();
            for offset in [0.0, 39.0, 40.0, 12_345.6, geometry.at(f64::MAX).offset] {
                let first = geometry.first(offset, pool);
                assert!(first as f64 * geometry.row <= offset);
                let end = ((first + pool).min(geometry.rows)) as f64 * geometry.row;
                assert!(end >= offset + geometry.window);
            }
        }
    }

    #[test]
    fn a_short_list_and_an_unmeasured_one_stay_calm() {
        let few = Geometry { rows: 3, row: 40.0, window: 600.0 };
        assert_eq!(few.at(500.0), Place::default());
        assert_eq!(few.first(0.0, few.pool()), 0);
        let none = Geometry::default();
        assert_eq!((none.pool(), none.first(0.0, 0), none.page()), (0, 0, 1));
    }
}
