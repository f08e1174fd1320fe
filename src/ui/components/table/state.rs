//! What the user has done with a table: how far down, which row, what is ticked.

use std::hash::Hash;

use leptos::prelude::*;
use rustc_hash::FxHashSet;

/// The place in a table. Keep it where it outlives the page, and the user comes back to the same row.
#[derive(Clone, Copy, Debug)]
pub struct TablePlace {
    /// How far down the list the window begins, in pixels.
    pub(super) offset: RwSignal<f64>,
    /// The row that the keys are at.
    pub(super) active: RwSignal<usize>,
    /// A row that somebody wants to see.
    pub(super) wanted: RwSignal<Option<usize>>,
    /// Rises when the table is to have the focus.
    pub(super) focus: RwSignal<u32>,
}

impl TablePlace {
    /// At the first row.
    pub fn new() -> Self {
        Self {
            offset: RwSignal::new(0.0),
            active: RwSignal::new(0),
            wanted: RwSignal::new(None),
            focus: RwSignal::new(0),
        }
    }

    /// Brings a row into view and to the keys, counted from 0.
    pub fn scroll_to(self, index: usize) {
        self.active.set(index);
        self.wanted.set(Some(index));
    }

    /// Gives the table the focus, when what had it is going.
    pub fn take_focus(self) {
        self.focus.update(|times| *times += 1);
    }

    /// The line that the keys are at, counted from 0.
    pub fn active(self) -> Signal<usize> {
        self.active.into()
    }
}

impl Default for TablePlace {
    fn default() -> Self {
        Self::new()
    }
}

/// The rows that are ticked, by id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection<T: Eq + Hash>(FxHashSet<T>);

impl<T: Eq + Hash> Default for Selection<T> {
    fn default() -> Self {
        Self(FxHashSet::default())
    }
}

impl<T: Eq + Hash + Clone> Selection<T> {
    /// Whether this one is ticked.
    pub fn contains(&self, id: &T) -> bool {
        self.0.contains(id)
    }

    /// How many are ticked.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The ticked ones, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.0.iter()
    }

    /// Ticks or unticks one.
    pub fn set(&mut self, id: T, ticked: bool) {
        if ticked {
            self.0.insert(id);
        } else {
            self.0.remove(&id);
        }
    }

    /// Ticks or unticks several.
    pub fn set_all<'a>(&mut self, ids: impl IntoIterator<Item = &'a T>, ticked: bool)
    where
        T: 'a,
    {
        for id in ids {
            self.set(id.clone(), ticked);
        }
    }

    /// Leaves those ticked of which this says so.
    pub fn retain(&mut self, keep: impl FnMut(&T) -> bool) {
        self.0.retain(keep);
    }

    /// Unticks all.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
