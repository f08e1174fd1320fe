//! The window at work: what is measured, where it stands, how it is moved.

use std::ops::Range;

use leptos::html;
use leptos::prelude::*;

use super::state::TablePlace;
use super::window::{Geometry, Place, row_of_slot};
use crate::ui::components::dom::on_resize;

/// A higher window is no screen: it is paper, or a place that gives the table the height of its content, which would grow with each
/// row that is drawn for it.
const TALLEST_WINDOW: f64 = 4_000.0;

/// The window over the rows of one table.
#[derive(Clone, Copy)]
pub(super) struct Viewport {
    pub scroller: NodeRef<html::Div>,
    pub head: NodeRef<html::Div>,
    /// The totals below the rows.
    pub foot: NodeRef<html::Div>,
    /// An element as high as a row and as wide as one rem: the style sheet decides, text size and pointer have their say.
    pub ruler: NodeRef<html::Div>,
    pub geometry: Memo<Geometry>,
    /// How many row elements there are; they are kept once they are there.
    pub pool: Memo<usize>,
    /// The first row that has one.
    pub first: Memo<usize>,
    /// The width of the table in rem.
    pub room: RwSignal<f64>,
    measured: RwSignal<(f64, f64)>,
    /// Pixels of one rem.
    rem: RwSignal<f64>,
    at: RwSignal<Place>,
    place: TablePlace,
}

impl Viewport {
    pub(super) fn new(count: Memo<usize>, place: TablePlace) -> Self {
        let measured = RwSignal::new((0.0, 0.0));
        let geometry = Memo::new(move |_| {
            let (row, window) = measured.get();
            Geometry { rows: count.get(), row, window }
        });
        let at = RwSignal::new(Place::default());
        let pool = Memo::new(move |before: Option<&usize>| geometry.get().pool().max(before.copied().unwrap_or(0)));
        let first = Memo::new(move |_| geometry.get().first(at.get().offset, pool.get()));
        let viewport = Self {
            scroller: NodeRef::new(),
            head: NodeRef::new(),
            foot: NodeRef::new(),
            ruler: NodeRef::new(),
            geometry,
            pool,
            first,
            room: RwSignal::new(f64::INFINITY),
            rem: RwSignal::new(16.0),
            measured,
            at,
            place,
        };
        on_resize(&[viewport.scroller, viewport.head, viewport.foot, viewport.ruler], move || viewport.measure());
        Effect::new(move || {
            if let Some(index) = place.wanted.get()
                && geometry.get().row > 0.0
            {
                place.wanted.set(None);
                // After the track has its new height.
                request_animation_frame(move || viewport.reveal(index));
            }
        });
        viewport
    }

    /// The row of an element.
    pub(super) fn row_of(self, slot: usize) -> Memo<usize> {
        let Self { pool, first, .. } = self;
        Memo::new(move |_| row_of_slot(slot, first.get(), pool.get().max(1)))
    }

    /// Whether a row has an element at the moment.
    pub(super) fn draws(self, index: usize) -> bool {
        let first = self.first.get();
        (first..first + self.pool.get()).contains(&index) && index < self.geometry.get().rows
    }

    /// How far the rows are moved against their places in the list.
    pub(super) fn shift(self) -> Signal<f64> {
        let at = self.at;
        Memo::new(move |_| at.with(|at| at.top - at.offset)).into()
    }

    /// The height of a row, in pixels.
    pub(super) fn row_height(self) -> Signal<f64> {
        let measured = self.measured;
        Memo::new(move |_| measured.get().0).into()
    }

    /// Pixels of one rem.
    pub(super) fn rem(self) -> Signal<f64> {
        self.rem.into()
    }

    /// Whether the table has left the page; frames and observers may still tell of it.
    fn is_gone(self) -> bool {
        self.at.is_disposed()
    }

    fn measure(self) {
        if self.is_gone() {
            return;
        }
        let (Some(scroller), Some(ruler), Some(head)) =
            (self.scroller.get_untracked(), self.ruler.get_untracked(), self.head.get_untracked())
        else {
            return;
        };
        let ruler = ruler.get_bounding_client_rect();
        let (row, rem) = (ruler.height(), ruler.width());
        let foot = self.foot.get_untracked().map_or(0, |foot| foot.offset_height());
        let window = f64::from(scroller.client_height() - head.offset_height() - foot).clamp(0.0, TALLEST_WINDOW);
        let before = self.geometry.get_untracked();
        if rem > 0.0 {
            self.rem.set(rem);
            self.room.set(f64::from(scroller.client_width()) / rem);
        }
        if row <= 0.0 || (row, window) == (before.row, before.window) {
            return;
        }
        self.measured.set((row, window));
        // The same row stays on top when rows become cards, and when the user comes back to the page.
        let offset = self.place.offset.get_untracked() * if before.row > 0.0 { row / before.row } else { 1.0 };
        let geometry = self.geometry;
        request_animation_frame(move || {
            if !self.is_gone() {
                self.go(geometry.get_untracked().at(offset));
            }
        });
    }

    fn go(self, to: Place) {
        if let Some(scroller) = self.scroller.get_untracked() {
            self.at.set(to);
            self.place.offset.set(to.offset);
            scroller.set_scroll_top(to.top.round() as i32);
        }
    }

    /// Moves no more than is needed to show the row whole.
    pub(super) fn show(self, index: usize) {
        let now = self.at.get_untracked();
        let to = self.geometry.get_untracked().showing(now, index);
        if to != now {
            self.go(to);
        }
    }

    /// Shows the row first in the window, unless it is to be seen already.
    fn reveal(self, index: usize) {
        if self.is_gone() {
            return;
        }
        let geometry = self.geometry.get_untracked();
        let now = self.at.get_untracked();
        if geometry.showing(now, index) != now {
            self.go(geometry.starting_with(index));
        }
    }

    /// The first row in sight.
    pub(super) fn top_row(self) -> usize {
        let row = self.geometry.get_untracked().row;
        if row > 0.0 { (self.at.get_untracked().offset / row).floor() as usize } else { 0 }
    }

    /// The lines that are to be seen whole.
    pub(super) fn in_sight(self) -> Range<usize> {
        let Geometry { rows, row, window } = self.geometry.get_untracked();
        if row <= 0.0 {
            return 0..0;
        }
        let offset = self.at.get_untracked().offset;
        (offset / row).ceil() as usize..(((offset + window) / row).floor() as usize).min(rows)
    }

    /// The row that keys should begin at: the one that they were at, or the first in sight if that one has been scrolled away.
    pub(super) fn nearest(self, active: usize) -> usize {
        let (geometry, now) = (self.geometry.get_untracked(), self.at.get_untracked());
        let in_sight = geometry.showing(now, active) == now;
        if in_sight || geometry.row <= 0.0 { active } else { (now.offset / geometry.row).ceil() as usize }
    }

    /// Moves by whole rows, forth or back.
    pub(super) fn move_by(self, rows: f64) {
        let geometry = self.geometry.get_untracked();
        self.go(geometry.at(self.at.get_untracked().offset + rows * geometry.row));
    }

    /// The browser has scrolled.
    pub(super) fn scrolled(self) {
        let Some(scroller) = self.scroller.try_get_untracked().flatten() else { return };
        let top = f64::from(scroller.scroll_top());
        let before = self.at.get_untracked();
        if (top - before.top).abs() >= 1.0 {
            let to = self.geometry.get_untracked().scrolled(before, top);
            self.at.set(to);
            self.place.offset.set(to.offset);
        }
    }

    /// Scrolling rests: the bar of a very long list goes back to where its rows are.
    pub(super) fn rested(self) {
        if self.is_gone() {
            return;
        }
        let now = self.at.get_untracked();
        let to = self.geometry.get_untracked().at(now.offset);
        if (to.top - now.top).abs() > 1.0 {
            self.go(to);
        }
    }
}
