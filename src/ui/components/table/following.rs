//! A list that changes under the eyes of its reader: rows come and go, and another order shuffles them.

use std::sync::Arc;

use leptos::prelude::*;

use super::sorting::Sort;
use super::viewport::Viewport;

/// Rows further away than this have not moved: they are another list.
const NEAR: usize = 200;

/// What to do about the place of the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    /// Nothing has moved.
    Stay,
    /// Back to the first row.
    Top,
    /// The row at the upper edge stays there, so many rows further down.
    Along(isize),
}

/// Another order, or another list, begins at its first row; rows that come or go elsewhere move nothing in sight.
fn step(sorted: bool, top: usize, now: Option<usize>) -> Step {
    match now {
        _ if top == 0 => Step::Stay,
        _ if sorted => Step::Top,
        Some(now) if now == top => Step::Stay,
        Some(now) if now.abs_diff(top) <= NEAR => Step::Along(now as isize - top as isize),
        _ => Step::Top,
    }
}

/// What was where before the list changed.
struct Before<T> {
    rows: Arc<[T]>,
    sort: Vec<Sort>,
}

/// Keeps the keys on the record that they are at, and the window on what is being read. With the focus in the table the record
/// is followed wherever it goes.
pub(super) fn follow<T>(
    rows: Signal<Arc<[T]>>,
    sort: Signal<Vec<Sort>>,
    active: RwSignal<usize>,
    viewport: Viewport,
    has_focus: impl Fn() -> bool + Send + Sync + Copy + 'static,
) where
    T: Clone + Eq + Send + Sync + 'static,
{
    Effect::new(move |before: Option<Before<T>>| {
        let (rows, sort) = (rows.get(), sort.get());
        let Some(before) = before else { return Before { rows, sort } };
        // The order may be told before the rows stand in it.
        if Arc::ptr_eq(&before.rows, &rows) {
            return before;
        }
        let find = |place: usize| {
            let record = before.rows.get(place)?;
            // Most changes leave most rows where they are.
            if rows.get(place) == Some(record) { Some(place) } else { rows.iter().position(|row| row == record) }
        };
        let (focused, last) = (has_focus(), rows.len().saturating_sub(1));
        let followed = find(active.get_untracked());
        let top = viewport.top_row();
        let step = step(before.sort != sort, top, find(top));
        active.set(match followed {
            _ if step == Step::Top && !focused => 0,
            Some(now) => now,
            None => active.get_untracked().min(last),
        });
        // After the track has its new height.
        request_animation_frame(move || match (focused, step) {
            (true, _) => viewport.show(active.get_untracked()),
            (false, Step::Stay) => {}
            (false, Step::Top) => viewport.move_by(f64::NEG_INFINITY),
            (false, Step::Along(rows)) => viewport.move_by(rows as f64),
        });
        Before { rows, sort }
    });
}

#[cfg(test)]
mod tests {
    use super::{Step, step};

    #[test]
    fn rows_that_come_above_the_window_push_it_along() {
        assert_eq!(step(false, 500, Some(503)), Step::Along(3));
        assert_eq!(step(false, 500, Some(498)), Step::Along(-2));
        assert_eq!(step(false, 500, Some(500)), Step::Stay);
    }

    #[test]
    fn another_order_and_another_list_begin_at_their_first_row() {
        assert_eq!(step(true, 500, Some(503)), Step::Top);
        assert_eq!(step(false, 500, None), Step::Top);
        assert_eq!(step(false, 5_000, Some(12)), Step::Top);
    }

    #[test]
    fn who_is_at_the_first_row_stays_there() {
        assert_eq!(step(false, 0, Some(40)), Step::Stay);
        assert_eq!(step(true, 0, None), Step::Stay);
    }
}
