//! The head of a table: names of columns, buttons that sort, edges that are drawn, the box that ticks all.
//!
//! A head is moved and widened by the mouse, or by keys while it has the focus: Alt with Left and Right moves it, Shift with them
//! changes its width.

use leptos::ev;
use leptos::prelude::*;

use super::column::Column;
use super::sorting::{Sort, pressed};
use crate::ui::components::dom::{begin_drag, keep_pointer, parent_width, set_checked};
use crate::ui::components::{Checkbox, Glyph, Icon};

/// The box that ticks all.
#[derive(Clone, Copy)]
pub(super) struct TickAll {
    pub label: Signal<String>,
    pub all: Signal<bool>,
    pub some: Signal<bool>,
    pub turn: Callback<()>,
}

/// How heads are moved and widened. Widths are in rem.
#[derive(Clone, Copy)]
pub(super) struct Arranging {
    /// Brings a column to a place among those shown.
    pub place: Callback<(String, usize)>,
    /// Shows a width while it is being drawn.
    pub drawing: Callback<(String, f64)>,
    /// Keeps the width that was drawn.
    pub drawn: Callback<()>,
    /// Makes a column wider or narrower by so much.
    pub widen: Callback<(String, f64)>,
    /// Makes a column as wide as what stands in it.
    pub fit: Callback<usize>,
    /// Pixels of one rem.
    pub rem: Signal<f64>,
}

/// What all heads of a table share.
#[derive(Clone, Copy)]
pub(super) struct HeadPlan {
    pub fits: Memo<Vec<bool>>,
    pub sort: Signal<Vec<Sort>>,
    pub on_sort: Option<Callback<Vec<Sort>>>,
    pub tick_all: Option<TickAll>,
    pub arranging: Option<Arranging>,
}

/// How much a key widens a column, in rem.
const STEP_REM: f64 = 1.0;

/// Draws the head.
pub(super) fn head_view<T: Send + Sync + 'static>(columns: &[Column<T>], plan: HeadPlan) -> impl IntoView + use<T> {
    let count = columns.len();
    // Which column is being dragged, and over which place it is.
    let dragged = RwSignal::new(None::<String>);
    let over = RwSignal::new(None::<usize>);
    let cells = columns.iter().enumerate().map(|(place, column)| head_cell(column, place, count, plan, dragged, over));
    view! {
        <div class="table-head-row" role="row" aria-rowindex="1">
            {plan.tick_all.map(tick_all_view)}
            {cells.collect_view()}
        </div>
    }
}

fn tick_all_view(tick_all: TickAll) -> impl IntoView {
    let TickAll { label, all, some, turn } = tick_all;
    view! {
        <div
            class="cell cell-tick"
            role="columnheader"
            on:change=move |event| {
                // The browser has turned the box itself, which may not be what the rows came to.
                set_checked(&event, all.get_untracked());
            }
        >
            <Checkbox label label_hidden=true checked=all mixed=some on_change=move |_| turn.run(()) />
        </div>
    }
}

fn head_cell<T: Send + Sync + 'static>(
    column: &Column<T>,
    place: usize,
    count: usize,
    plan: HeadPlan,
    dragged: RwSignal<Option<String>>,
    over: RwSignal<Option<usize>>,
) -> impl IntoView + use<T> {
    let HeadPlan { fits, sort, on_sort, arranging, .. } = plan;
    let class = column.head_class();
    let (label, descending_first) = (column.label, column.descending_first);
    let key = StoredValue::new(column.key.clone());
    let spared = move || !fits.with(|fits| fits.get(place).copied().unwrap_or(true));
    let found = Memo::new(move |_| {
        let at = sort.with(|sort| key.with_value(|key| sort.iter().position(|sort| sort.key == *key)));
        at.map(|at| (at, sort.with(|sort| sort[at].descending), sort.with(Vec::len) > 1))
    });
    let aria_sort = move || match found.get() {
        Some((0, true, _)) => Some("descending"),
        Some((0, false, _)) => Some("ascending"),
        _ => None,
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let Some(arranging) = arranging else { return };
        let back = match event.key().as_str() {
            "ArrowLeft" => true,
            "ArrowRight" => false,
            _ => return,
        };
        if event.alt_key() {
            let to = if back { place.checked_sub(1) } else { Some(place + 1).filter(|to| *to < count) };
            if let Some(to) = to {
                arranging.place.run((key.get_value(), to));
            }
        } else if event.shift_key() {
            arranging.widen.run((key.get_value(), if back { -STEP_REM } else { STEP_REM }));
        } else {
            return;
        }
        event.prevent_default();
    };
    let shortcuts = arranging.map(|_| "Alt+ArrowLeft Alt+ArrowRight Shift+ArrowLeft Shift+ArrowRight");
    let inside = match on_sort.filter(|_| column.sortable) {
        Some(on_sort) => {
            let icon = Signal::derive(move || match found.get() {
                Some((_, true, _)) => Icon::Descending,
                Some((_, false, _)) => Icon::Ascending,
                None => Icon::Sortable,
            });
            let rank = move || found.get().filter(|(.., several)| *several).map(|(at, ..)| at + 1);
            view! {
                <button
                    type="button"
                    class="table-sort"
                    class:table-sorted=move || found.get().is_some()
                    aria-keyshortcuts=shortcuts
                    on:click=move |event| {
                        let now = sort.get_untracked();
                        let next = key.with_value(|key| pressed(&now, key, descending_first, event.shift_key()));
                        on_sort.run(next);
                    }
                >
                    <span class="table-sort-text">{label}</span>
                    <Glyph icon />
                    {move || rank().map(|rank| view! { <span class="table-rank">{rank}</span> })}
                </button>
            }
            .into_any()
        }
        // The keys need something that can have the focus.
        None if arranging.is_some() => view! {
            <span class="table-sort-text" tabindex="0" aria-keyshortcuts=shortcuts>{label}</span>
        }
        .into_any(),
        None => label.into_any(),
    };
    let drop_here = move |event: &ev::DragEvent| {
        let (Some(arranging), Some(dragged)) = (arranging, dragged.get_untracked()) else { return };
        event.prevent_default();
        arranging.place.run((dragged, place));
    };
    view! {
        <div
            class=class
            class:cell-spared=spared
            class:table-unsorted=!column.sortable
            class:table-drop=move || over.get() == Some(place)
            role="columnheader"
            aria-colindex=(place + 1 + usize::from(plan.tick_all.is_some())).to_string()
            aria-sort=aria_sort
            draggable=arranging.map(|_| "true")
            on:keydown=on_key
            on:dragstart=move |event| {
                if arranging.is_some() {
                    begin_drag(&event, &key.get_value());
                    dragged.set(Some(key.get_value()));
                }
            }
            on:dragover=move |event| {
                if dragged.with_untracked(Option::is_some) {
                    event.prevent_default();
                    over.set(Some(place));
                }
            }
            on:dragend=move |_| {
                dragged.set(None);
                over.set(None);
            }
            on:drop=move |event| drop_here(&event)
        >
            {inside}
            {arranging.map(|arranging| edge_view(arranging, key, place))}
        </div>
    }
}

/// The edge at the end of a head, which is drawn to make the column wider.
fn edge_view(arranging: Arranging, key: StoredValue<String>, place: usize) -> impl IntoView {
    // Where the pointer was when it went down, and how wide the column was.
    let from = StoredValue::new(None::<(f64, f64)>);
    view! {
        <div
            class="table-edge"
            aria-hidden="true"
            // Else the press would drag the head along.
            on:mousedown=move |event| event.prevent_default()
            on:pointerdown=move |event| {
                keep_pointer(&event);
                from.set_value(Some((f64::from(event.client_x()), parent_width(&event))));
            }
            on:pointermove=move |event| {
                if let Some((x, width)) = from.get_value() {
                    let rem = arranging.rem.get_untracked();
                    let wide = (width + f64::from(event.client_x()) - x) / rem.max(1.0);
                    arranging.drawing.run((key.get_value(), wide));
                }
            }
            on:pointerup=move |_| {
                if from.get_value().is_some() {
                    from.set_value(None);
                    arranging.drawn.run(());
                }
            }
            on:pointercancel=move |_| from.set_value(None)
            on:dblclick=move |_| arranging.fit.run(place)
        ></div>
    }
}
