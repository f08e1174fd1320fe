//! Ticking rows: one, a range, those in sight, all.

use std::hash::Hash;
use std::ops::Range;
use std::sync::Arc;

use leptos::prelude::*;

use super::lines::Line;
use super::state::Selection;

/// The ticks of one table. Places are those of lines, heads of groups among them.
pub(super) struct Ticking<T: Eq + Hash + Send + Sync + 'static> {
    lines: Signal<Arc<[Line<T>]>>,
    rows: Signal<Arc<[T]>>,
    selection: RwSignal<Selection<T>>,
    /// Where a range begins, and where it ends for now.
    range: StoredValue<(usize, usize)>,
}

impl<T: Eq + Hash + Send + Sync> Clone for Ticking<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Eq + Hash + Send + Sync> Copy for Ticking<T> {}

impl<T: Clone + Eq + Hash + Send + Sync + 'static> Ticking<T> {
    pub(super) fn new(
        lines: Signal<Arc<[Line<T>]>>,
        rows: Signal<Arc<[T]>>,
        selection: RwSignal<Selection<T>>,
    ) -> Self {
        Self { lines, rows, selection, range: StoredValue::new((0, 0)) }
    }

    /// Whether the row with this id is ticked; follows the ticks.
    pub(super) fn holds(self, id: &T) -> bool {
        self.selection.with(|selection| selection.contains(id))
    }

    fn set_range(self, lines: Range<usize>, ticked: bool) {
        self.lines.with_untracked(|all| {
            let end = lines.end.min(all.len());
            if let Some(range) = all.get(lines.start..end) {
                self.selection.update(|selection| selection.set_all(range.iter().filter_map(Line::row), ticked));
            }
        });
    }

    /// Ticks or unticks one row, or with `range` all from the last one to it.
    pub(super) fn set(self, index: usize, ticked: bool, range: bool) {
        let (_, last) = self.range.get_value();
        let from = if range { last } else { index };
        self.range.set_value((index, index));
        self.set_range(from.min(index)..from.max(index) + 1, ticked);
    }

    /// Ticks the row if it is not ticked, unticks it if it is; with `range` ticks all up to it.
    pub(super) fn turn(self, index: usize, range: bool) {
        let ticked = self.lines.with_untracked(|lines| {
            let id = lines.get(index).and_then(Line::row);
            id.is_some_and(|id| self.selection.with_untracked(|selection| selection.contains(id)))
        });
        self.set(index, range || !ticked, range);
    }

    /// Goes on with a range from row `now` to `index`: what it leaves again is unticked.
    pub(super) fn stretch(self, now: usize, index: usize) {
        let (from, to) = self.range.get_value();
        let from = if to == now { from } else { now };
        self.range.set_value((from, index));
        if let Some(left) = left_again(from, now, index) {
            self.set_range(left, false);
        }
        self.set_range(from.min(index)..from.max(index) + 1, true);
    }

    /// Ticks every row, those of closed groups too.
    pub(super) fn tick_all(self) {
        self.rows.with_untracked(|rows| self.selection.update(|set| set.set_all(rows.iter(), true)));
    }

    /// Unticks all; whether any was ticked.
    pub(super) fn clear(self) -> bool {
        let any = self.selection.with_untracked(|selection| !selection.is_empty());
        if any {
            self.selection.update(Selection::clear);
        }
        any
    }

    /// Ticks the rows of these lines, or unticks all if any is ticked.
    pub(super) fn turn_all(self, lines: Range<usize>) {
        if !self.clear() {
            self.set_range(lines, true);
        }
    }

    /// How many of the rows are ticked, and how many there are.
    pub(super) fn counts(self) -> Memo<(usize, usize)> {
        let Self { rows, selection, .. } = self;
        Memo::new(move |_| {
            rows.with(|rows| {
                selection.with(|set| {
                    let ticked = if set.is_empty() { 0 } else { rows.iter().filter(|id| set.contains(id)).count() };
                    (ticked, rows.len())
                })
            })
        })
    }
}

/// What a range from `from` no longer covers once it ends at `index` instead of `now`.
fn left_again(from: usize, now: usize, index: usize) -> Option<Range<usize>> {
    let left = if now > from { index.max(from) + 1..now + 1 } else { now..index.min(from) };
    (!left.is_empty() && now != from).then_some(left)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use leptos::prelude::{Owner, RwSignal, Signal, WithUntracked};

    use super::{Line, Selection, Ticking, left_again};

    #[test]
    fn a_range_that_shrinks_leaves_what_is_beyond_its_new_end() {
        assert_eq!(left_again(3, 6, 5), Some(6..7));
        assert_eq!(left_again(3, 6, 7), None);
        assert_eq!(left_again(3, 1, 2), Some(1..2));
        assert_eq!(left_again(3, 1, 0), None);
        assert_eq!(left_again(3, 6, 1), Some(4..7), "it turns round at its beginning");
        assert_eq!(left_again(3, 3, 4), None);
    }

    #[test]
    fn ranges_go_over_heads_of_groups_and_back() {
        let owner = Owner::new();
        owner.with(|| {
            let lines: Arc<[Line<u32>]> =
                [Line::Head(0), Line::Row(5), Line::Row(6), Line::Head(1), Line::Row(7)].into();
            let rows: Arc<[u32]> = [5, 6, 7].into();
            let selection = RwSignal::new(Selection::default());
            let ticking =
                Ticking::new(Signal::derive(move || lines.clone()), Signal::derive(move || rows.clone()), selection);
            let ticked = || selection.with_untracked(|set| (5..9).filter(|id| set.contains(id)).collect::<Vec<_>>());
            ticking.turn(1, false);
            ticking.stretch(1, 4);
            assert_eq!(ticked(), [5, 6, 7]);
            ticking.stretch(4, 2);
            assert_eq!(ticked(), [5, 6]);
            ticking.turn(2, false);
            assert_eq!(ticked(), [5]);
            ticking.turn_all(0..5);
            assert!(ticked().is_empty(), "what is ticked goes first");
            ticking.turn_all(0..3);
            assert_eq!(ticked(), [5, 6]);
            ticking.tick_all();
            assert_eq!(ticked(), [5, 6, 7]);
            assert!(ticking.clear() && !ticking.clear());
        });
    }
}
