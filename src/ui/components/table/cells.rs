//! The cells of a table whose rows can be changed where they stand: which one the keys are at, and which one is open.

use std::hash::Hash;
use std::sync::Arc;

use leptos::ev;
use leptos::prelude::*;

use super::clipboard::block;
use super::editing::{CellDraft, Editing, Then, lay, next_editable};
use super::editor::{EditorPlan, Open, editor_view};
use super::lines::Line;
use super::shown::Shown;
use super::state::TablePlace;
use super::viewport::Viewport;
use crate::ui::components::dom::pasted_text;

/// A handle on the cells.
pub(super) struct Cells<T: Clone + Eq + Hash + Send + Sync + 'static> {
    pub editing: Editing<T>,
    pub lines: Signal<Arc<[Line<T>]>>,
    pub shown: Shown<T>,
    pub viewport: Viewport,
    pub place: TablePlace,
    /// The cell of the active line that the keys are at, counted from 0; none for the line as a whole.
    pub at: RwSignal<Option<usize>>,
    pub open: RwSignal<Option<Open<T>>>,
}

impl<T: Clone + Eq + Hash + Send + Sync> Clone for Cells<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Eq + Hash + Send + Sync> Copy for Cells<T> {}

impl<T: Clone + Eq + Hash + Send + Sync + 'static> Cells<T> {
    /// Where the keys come to when they go from one cell to another: past columns for which there is no room.
    pub(super) fn past_spared(self, from: Option<usize>, to: Option<usize>) -> Option<usize> {
        let count = self.shown.columns.with_untracked(Vec::len);
        match (from, to) {
            (Some(from), Some(to)) if to < from => (0..=to).rev().find(|place| self.shown.fits(*place)),
            (_, Some(to)) => (to..count).find(|place| self.shown.fits(*place)).or(from),
            _ => None,
        }
    }

    /// Which columns can be changed and are seen.
    fn editable(self) -> Vec<bool> {
        self.shown.columns.with_untracked(|columns| {
            columns.iter().enumerate().map(|(place, column)| column.editable && self.shown.fits(place)).collect()
        })
    }

    fn row(self, line: usize) -> Option<T> {
        self.lines.with_untracked(|lines| lines.get(line).and_then(Line::row).cloned())
    }

    fn draft(self, line: usize, place: usize) -> Option<(T, String, Signal<String>, CellDraft)> {
        let id = self.row(line)?;
        let (key, label) = self.shown.columns.with_untracked(|columns| {
            let column = columns.get(place).filter(|column| column.editable);
            column.map(|column| (column.key.clone(), column.label))
        })?;
        let draft = untrack(|| self.editing.begin.run((id.clone(), key.clone())))?;
        Some((id, key, label, draft))
    }

    /// Whether Enter at this line changes the cell instead of opening the row: not at the name, which is the way in.
    pub(super) fn can_open(self, line: usize) -> bool {
        let at = self.at.get_untracked().filter(|place| {
            self.shown.columns.with_untracked(|columns| columns.get(*place).is_some_and(|column| !column.is_title()))
        });
        at.is_some_and(|place| self.draft(line, place).is_some())
    }

    /// Opens the cell of this line that the keys are at, or the first that can be changed.
    pub(super) fn open_at(self, line: usize) {
        let first = || self.editable().iter().position(|editable| *editable);
        if let Some(place) = self.at.get_untracked().or_else(first) {
            self.open_cell(line, place);
        }
    }

    /// Opens a cell, if it can be changed.
    pub(super) fn open_cell(self, line: usize, place: usize) {
        if let Some((id, key, label, draft)) = self.draft(line, place) {
            self.place.active.set(line);
            self.at.set(Some(place));
            self.viewport.show(line);
            self.open.set(Some(Open { id, place, key, label, draft }));
        }
    }

    fn closed(self, open: &Open<T>, then: Then) {
        if self.open.try_set(None).is_some() {
            return;
        }
        let line = self.lines.with_untracked(|lines| lines.iter().position(|line| line.row() == Some(&open.id)));
        if let Some(line) = line
            && then != Then::Stay
        {
            let next = next_editable(&self.editable(), open.place, then);
            if let Some(next) = next {
                return self.open_cell(line, next);
            }
            let last = self.lines.with_untracked(|lines| lines.len()).saturating_sub(1);
            let to = if then == Then::Down { (line + 1).min(last) } else { line };
            self.place.active.set(to);
            self.viewport.show(to);
            self.place.take_focus();
        }
    }

    /// A block of cells, laid over rows and columns from this one on.
    fn spread(self, id: &T, place: usize, text: &str) {
        let cells = block(text);
        let rows: Vec<T> = self.lines.with_untracked(|lines| {
            let from = lines.iter().position(|line| line.row() == Some(id)).unwrap_or(lines.len());
            lines[from..].iter().filter_map(Line::row).take(cells.len()).cloned().collect()
        });
        let editable = self.editable();
        let keys: Vec<Option<String>> = self.shown.columns.with_untracked(|columns| {
            let seen = (place..columns.len()).filter(|place| self.shown.fits(*place));
            seen.map(|place| editable[place].then(|| columns[place].key.clone())).collect()
        });
        let keys: Vec<Option<&str>> = keys.iter().map(Option::as_deref).collect();
        self.editing.on_paste.run(lay(cells, &rows, &keys));
    }

    /// A paste while no cell is open goes to the one that the keys are at.
    pub(super) fn pasted(self, event: &ev::Event) {
        let target = self.at.get_untracked().zip(self.row(self.place.active.get_untracked()));
        if let (Some((place, id)), Some(text)) = (target, pasted_text(event)) {
            event.prevent_default();
            self.spread(&id, place, &text);
        }
    }

    /// What opens a cell by its line and its place.
    pub(super) fn on_edit(self) -> Callback<(usize, usize)> {
        Callback::new(move |(line, place)| self.open_cell(line, place))
    }

    /// The track of the grid in which a column stands, counted from 1.
    fn track(self, place: usize) -> usize {
        let before = self.shown.fits.with(|fits| fits.iter().take(place).filter(|fits| **fits).count());
        before + self.shown.first()
    }

    /// The box over the cell that is open.
    pub(super) fn editor(self) -> impl IntoView {
        let plan = EditorPlan {
            editing: self.editing,
            lines: self.lines,
            row_height: self.viewport.row_height(),
            shift: self.viewport.shift(),
            track: Callback::new(move |place| self.track(place)),
            on_closed: Callback::new(move |(open, then): (Open<T>, Then)| self.closed(&open, then)),
            on_block: Callback::new(move |(open, text): (Open<T>, String)| {
                self.closed(&open, Then::Back);
                self.spread(&open.id, open.place, &text);
            }),
        };
        move || self.open.get().map(|open| editor_view(&plan, open))
    }
}
