//! What keys and clicks on the rows do.

use std::hash::Hash;
use std::sync::Arc;
use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::cells::Cells;
use super::keys::{At, Stroke, Wish, wish};
use super::lines::Line;
use super::row::row_id;
use super::shown::Shown;
use super::ticking::Ticking;
use super::viewport::Viewport;
use crate::ui::components::dom::{is_own, press_inside};

/// How long the keys have to rest on a row before it is shown beside the list.
const REST: Duration = Duration::from_millis(120);

/// What the rows act on.
pub(super) struct Acting<T: Clone + Eq + Hash + Send + Sync + 'static> {
    pub table: StoredValue<String>,
    pub lines: Signal<Arc<[Line<T>]>>,
    pub shown: Shown<T>,
    pub viewport: Viewport,
    pub active: RwSignal<usize>,
    /// The cell of the active line that the keys are at.
    pub cell: RwSignal<Option<usize>>,
    pub cells: Option<Cells<T>>,
    pub ticking: Option<Ticking<T>>,
    pub href: Option<Callback<T, String>>,
    pub on_open: Option<Callback<T>>,
    pub on_group: Option<Callback<usize>>,
    pub on_peek: Signal<Option<Callback<T>>>,
    pub peeked: Signal<Option<T>>,
}

impl<T: Clone + Eq + Hash + Send + Sync> Clone for Acting<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Eq + Hash + Send + Sync> Copy for Acting<T> {}

impl<T: Clone + Eq + Hash + Send + Sync + 'static> Acting<T> {
    fn line(self, index: usize) -> Option<Line<T>> {
        self.lines.try_with_untracked(|lines| lines.get(index).cloned()).flatten()
    }

    fn open(self, index: usize) {
        match self.line(index) {
            Some(Line::Head(group)) => {
                if let Some(on_group) = self.on_group {
                    on_group.run(group);
                }
            }
            Some(Line::Row(_)) if self.href.is_some() => {
                press_inside(&self.table.with_value(|table| row_id(table, index)), "a.table-link");
            }
            Some(Line::Row(id)) => {
                if let Some(on_open) = self.on_open {
                    on_open.run(id);
                }
            }
            None => {}
        }
    }

    fn peek(self, index: usize) {
        if let (Some(Some(on_peek)), Some(Line::Row(id))) = (self.on_peek.try_get_untracked(), self.line(index)) {
            on_peek.run(id);
        }
    }

    /// Works on a line that may not be drawn yet.
    fn when_drawn(self, index: usize, work: impl FnOnce(Self, usize) + 'static) {
        self.viewport.show(index);
        request_animation_frame(move || {
            if !self.table.is_disposed() {
                work(self, index);
            }
        });
    }

    fn go(self, now: usize, index: usize, range: bool) {
        if let Some(ticking) = self.ticking.filter(|_| range) {
            ticking.stretch(now, index);
        }
        self.active.set(index);
        self.viewport.show(index);
        // With a row shown beside the list, the one that the keys rest on takes its place.
        if self.peeked.with_untracked(Option::is_some) {
            let rests = move || self.active.try_get_untracked() == Some(index);
            set_timeout(
                move || {
                    if rests() {
                        self.peek(index)
                    }
                },
                REST,
            );
        }
    }

    /// A key was pressed; those that are not the table's go on.
    pub(super) fn key(self, event: &ev::KeyboardEvent) {
        // Keys pressed in a box or button of the table are theirs.
        if !is_own(event) || event.alt_key() || event.is_composing() {
            return;
        }
        let now = self.active.get_untracked();
        let is_head = matches!(self.line(now), Some(Line::Head(_)));
        let cells = self.cells.filter(|_| !is_head);
        let key = event.key();
        let stroke = Stroke { key: &key, shift: event.shift_key(), command: event.ctrl_key() || event.meta_key() };
        let at = At {
            line: now,
            lines: self.lines.with_untracked(|lines| lines.len()),
            page: self.viewport.geometry.get_untracked().page(),
            cell: self.cell.get_untracked().filter(|_| !is_head),
            cells: if cells.is_some() { self.shown.columns.with_untracked(Vec::len) } else { 0 },
            peeks: self.on_peek.with_untracked(Option::is_some),
        };
        let Some(wish) = wish(stroke, at) else { return };
        let done = match (wish, self.ticking) {
            (Wish::At(index), _) => {
                self.go(now, index, stroke.shift);
                true
            }
            (Wish::Cell(to), _) => {
                self.cell.set(cells.map_or(to, |cells| cells.past_spared(at.cell, to)));
                true
            }
            (Wish::Tick | Wish::Peek, _) if is_head => {
                self.open(now);
                true
            }
            (Wish::Edit, _) | (Wish::Open, _)
                if cells.is_some_and(|cells| wish == Wish::Edit || cells.can_open(now)) =>
            {
                self.when_drawn(now, |acting, now| {
                    if let Some(cells) = acting.cells {
                        cells.open_at(now);
                    }
                });
                true
            }
            (Wish::Open, _) => {
                self.when_drawn(now, Self::open);
                true
            }
            (Wish::Peek, _) => {
                self.peek(now);
                true
            }
            (Wish::Tick, Some(ticking)) => {
                ticking.turn(now, stroke.shift);
                true
            }
            (Wish::All, Some(ticking)) => {
                ticking.tick_all();
                true
            }
            (Wish::Clear, Some(ticking)) => ticking.clear(),
            // The space bar would scroll.
            (Wish::Tick, None) => true,
            (Wish::Edit | Wish::All | Wish::Clear, _) => false,
        };
        if done {
            event.prevent_default();
        }
    }
}
