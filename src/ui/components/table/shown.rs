//! The columns as they are seen: those that the user chose, for which there is room, as wide as they are being drawn.

use leptos::prelude::*;

use super::column::{Column, arranged, fitting, least_rem, template};
use super::layout::ColumnsState;
use super::viewport::Viewport;

/// Columns that are built once for each change, and where the table stands: whoever builds them may ask the views above for what they
/// provide, which cannot be done from a key or a click.
pub(super) fn always_new<T: Send + Sync + 'static>(
    columns: impl Fn() -> Vec<Column<T>> + Send + Sync + 'static,
) -> Signal<Vec<Column<T>>> {
    Memo::new_with_compare(move |_| columns(), |_, _| true).into()
}

/// A handle on them.
pub(super) struct Shown<T: Send + Sync + 'static> {
    /// What the user chose, with the width that is being drawn.
    pub layout: Memo<ColumnsState>,
    /// A width shows while it is being drawn, before it is kept.
    pub drawing: RwSignal<Option<ColumnsState>>,
    /// The columns in their order. Widths do not change them: the rows need not be built anew.
    pub columns: Signal<Vec<Column<T>>>,
    /// For which of them there is room.
    pub fits: Memo<Vec<bool>>,
    /// Whether a column of boxes stands before them.
    pub selectable: bool,
}

impl<T: Send + Sync> Clone for Shown<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Shown<T> {}

impl<T: Send + Sync + 'static> Shown<T> {
    pub(super) fn new(
        all: Signal<Vec<Column<T>>>,
        kept: Signal<ColumnsState>,
        selectable: bool,
        viewport: Viewport,
    ) -> Self {
        let drawing = RwSignal::new(None::<ColumnsState>);
        let layout = Memo::new(move |_| drawing.get().unwrap_or_else(|| kept.get()));
        let chosen = Memo::new(move |_| layout.with(|layout| layout.keys.clone()));
        let columns = always_new(move || {
            let state = ColumnsState { keys: chosen.get(), ..ColumnsState::default() };
            all.with(|all| arranged(all, &state))
        });
        let fits = Memo::new(move |_| {
            columns.with(|columns| layout.with(|layout| fitting(columns, layout, selectable, viewport.room.get())))
        });
        Self { layout, drawing, columns, fits, selectable }
    }

    /// The `aria-colindex` of the first column, and the track of the grid in which it stands.
    pub(super) fn first(self) -> usize {
        1 + usize::from(self.selectable)
    }

    /// How many there are, the boxes among them.
    pub(super) fn count(self) -> usize {
        self.columns.with(Vec::len) + usize::from(self.selectable)
    }

    /// The columns as `grid-template-columns`.
    pub(super) fn template(self) -> String {
        let Self { layout, columns, fits, selectable, .. } = self;
        columns.with(|columns| layout.with(|layout| template(columns, &fits.get(), layout, selectable)))
    }

    /// The least width at which they keep theirs, in rem.
    pub(super) fn least(self) -> Memo<f64> {
        let Self { layout, columns, fits, selectable, .. } = self;
        Memo::new(move |_| {
            columns.with(|columns| layout.with(|layout| least_rem(columns, &fits.get(), layout, selectable)))
        })
    }

    /// Whether there is room for a column.
    pub(super) fn fits(self, place: usize) -> bool {
        self.fits.with_untracked(|fits| fits.get(place).copied().unwrap_or(true))
    }
}
