//! Moving and widening columns: from what the mouse and the keys do in the head to what the user chose.

use leptos::prelude::*;

use super::column::{Column, known};
use super::head::Arranging;
use super::layout::ColumnsState;
use super::shown::Shown;
use super::viewport::Viewport;
use crate::ui::components::dom::{focus_first, widest};

/// On the scroller while cells are measured: each is as wide as what stands in it.
const MEASURING_CLASS: &str = "table-measuring";

/// Room beside the text of a cell that was measured, in pixels: half a pixel lost would cost the last letter.
const SPARE: f64 = 4.0;

/// How the heads of a table act.
pub(super) fn arranging<T: Send + Sync + 'static>(
    columns: Signal<Vec<Column<T>>>,
    shown: Shown<T>,
    on_layout: Callback<ColumnsState>,
    viewport: Viewport,
) -> Arranging {
    let Shown { layout, drawing, .. } = shown;
    let first = shown.first();
    let head = move |place: usize| format!("[aria-colindex='{}']", place + first);
    let rem = viewport.rem();
    // How wide a column is now, in rem.
    let width_now = move |place: usize| {
        let found = viewport.head.get_untracked().and_then(|root| root.query_selector(&head(place)).ok().flatten());
        found.map(|cell| cell.get_bounding_client_rect().width() / rem.get_untracked().max(1.0))
    };
    let with_width = move |key: &str, rem: f64| {
        layout.with_untracked(|layout| layout.with_width(key, Some((rem * 10.0).round().clamp(0.0, 9_999.0) as u16)))
    };
    let place_of = move |key: &str| {
        columns.with_untracked(|columns| {
            layout.with_untracked(|layout| layout.shown(&known(columns)).iter().position(|shown| shown == key))
        })
    };
    let place = move |(key, place): (String, usize)| {
        let next = columns
            .with_untracked(|columns| layout.with_untracked(|layout| layout.with_place(&known(columns), &key, place)));
        on_layout.run(next);
        // All heads are built anew; the one that was moved keeps the focus.
        request_animation_frame(move || {
            let Some(place) = viewport.head.try_get_untracked().flatten().and_then(|_| place_of(&key)) else { return };
            if let Some(root) = viewport.head.get_untracked() {
                focus_first(&root, &format!("{0} button, {0} [tabindex]", head(place)));
            }
        });
    };
    let drawn = move |()| {
        if let Some(drawn) = drawing.get_untracked() {
            on_layout.run(drawn);
            drawing.set(None);
        }
    };
    let widen = move |(key, by): (String, f64)| {
        let now = place_of(&key).and_then(width_now);
        if let Some(now) = now {
            on_layout.run(with_width(&key, now + by));
        }
    };
    let fit = move |place: usize| {
        let key = columns.with_untracked(|columns| {
            layout.with_untracked(|layout| layout.shown(&known(columns)).into_iter().nth(place))
        });
        if let Some((key, scroller)) = key.zip(viewport.scroller.get_untracked()) {
            let widest = widest(&scroller, MEASURING_CLASS, &head(place)) + SPARE;
            on_layout.run(with_width(&key, widest / rem.get_untracked().max(1.0)));
        }
    };
    Arranging {
        place: Callback::new(place),
        drawing: Callback::new(move |(key, rem): (String, f64)| drawing.set(Some(with_width(&key, rem)))),
        drawn: Callback::new(drawn),
        widen: Callback::new(widen),
        fit: Callback::new(fit),
        rem,
    }
}
