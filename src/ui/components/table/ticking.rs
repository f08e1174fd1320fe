//! Ticking rows: one, a range, all.

use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

use super::head::TickAll;
use super::state::Selection;

/// The ticks of one table.
pub(super) struct Ticking<T: Eq + Hash + Send + Sync + 'static> {
    rows: Signal<Arc<[T]>>,
    selection: RwSignal<Selection<T>>,
    /// The row from which a range goes.
    from: StoredValue<usize>,
}

impl<T: Eq + Hash + Send + Sync> Clone for Ticking<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Eq + Hash + Send + Sync> Copy for Ticking<T> {}

impl<T: Clone + Eq + Hash + Send + Sync + 'static> Ticking<T> {
    pub(super) fn new(rows: Signal<Arc<[T]>>, selection: RwSignal<Selection<T>>) -> Self {
        Self { rows, selection, from: StoredValue::new(0) }
    }

    /// Whether the row with this id is ticked; follows the ticks.
    pub(super) fn holds(self, id: &T) -> bool {
        self.selection.with(|selection| selection.contains(id))
    }

    /// Ticks or unticks one row, or with `range` all from the last one to it.
    pub(super) fn set(self, index: usize, ticked: bool, range: bool) {
        let from = if range { self.from.get_value() } else { index };
        self.from.set_value(index);
        self.rows.with_untracked(|rows| {
            let end = from.max(index).min(rows.len().saturating_sub(1));
            if let Some(ids) = rows.get(from.min(index)..=end) {
                self.selection.update(|selection| selection.set_all(ids, ticked));
            }
        });
    }

    /// Ticks the row if it is not ticked, unticks it if it is; with `range` ticks all up to it.
    pub(super) fn turn(self, index: usize, range: bool) {
        let ticked = self.rows.with_untracked(|rows| {
            rows.get(index).is_some_and(|id| self.selection.with_untracked(|selection| selection.contains(id)))
        });
        self.set(index, range || !ticked, range);
    }

    /// Where the next range begins.
    pub(super) fn begin(self, index: usize) {
        self.from.set_value(index);
    }

    /// The box that ticks all.
    pub(super) fn all(self, label: Signal<String>) -> TickAll {
        let Self { rows, selection, .. } = self;
        let counts = Memo::new(move |_| {
            rows.with(|rows| selection.with(|set| (rows.iter().filter(|id| set.contains(id)).count(), rows.len())))
        });
        TickAll {
            label,
            all: Signal::derive(move || matches!(counts.get(), (ticked, all) if all > 0 && ticked == all)),
            some: Signal::derive(move || matches!(counts.get(), (ticked, all) if ticked > 0 && ticked < all)),
            tick: Callback::new(move |on| {
                rows.with_untracked(|rows| selection.update(|set| set.set_all(rows.iter(), on)));
            }),
        }
    }
}
