//! The head of a table: names of columns, buttons that sort, the box that ticks all.

use leptos::prelude::*;

use super::column::Column;
use super::state::Sort;
use crate::ui::components::{Checkbox, Glyph, Icon};

/// The box that ticks all rows.
#[derive(Clone, Copy)]
pub(super) struct TickAll {
    pub label: Signal<String>,
    pub all: Signal<bool>,
    pub some: Signal<bool>,
    pub tick: Callback<bool>,
}

/// Draws the head.
pub(super) fn head_view<T: Send + Sync + 'static>(
    columns: Vec<Column<T>>,
    fits: Memo<Vec<bool>>,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
    tick_all: Option<TickAll>,
) -> impl IntoView {
    view! {
        <div class="table-head-row" role="row" aria-rowindex="1">
                {tick_all.map(|tick_all| view! {
                    <div class="cell cell-tick" role="columnheader">
                        <Checkbox
                            label=tick_all.label
                            label_hidden=true
                            checked=tick_all.all
                            mixed=tick_all.some
                            on_change=tick_all.tick
                        />
                    </div>
                })}
                {columns.into_iter().enumerate().map(|(place, column)| head_cell(column, place, fits, sort, on_sort)).collect_view()}
        </div>
    }
}

fn head_cell<T: Send + Sync + 'static>(
    column: Column<T>,
    place: usize,
    fits: Memo<Vec<bool>>,
    sort: Signal<Option<Sort>>,
    on_sort: Option<Callback<Sort>>,
) -> impl IntoView {
    let class = column.head_class();
    let Column { key, label, sortable, descending_first, .. } = column;
    let spared = move || !fits.with(|fits| fits.get(place).copied().unwrap_or(true));
    let own = key.clone();
    let way = Signal::derive(move || {
        sort.with(|sort| sort.as_ref().filter(|sort| sort.key == own).map(|sort| sort.descending))
    });
    let aria_sort = move || match way.get() {
        Some(true) => Some("descending"),
        Some(false) => Some("ascending"),
        None => None,
    };
    let icon = Signal::derive(move || match way.get() {
        Some(true) => Icon::Descending,
        Some(false) => Icon::Ascending,
        None => Icon::Sortable,
    });
    match on_sort.filter(|_| sortable) {
        Some(on_sort) => view! {
            <div class=class class:cell-spared=spared role="columnheader" aria-sort=aria_sort>
                <button
                    type="button"
                    class="table-sort"
                    class:table-sorted=move || way.get().is_some()
                    on:click=move |_| {
                        let descending = way.get_untracked().map_or(descending_first, |descending| !descending);
                        on_sort.run(Sort { key: key.clone(), descending });
                    }
                >
                    <span class="table-sort-text">{label}</span>
                    <Glyph icon />
                </button>
            </div>
        }
        .into_any(),
        None => view! {
            <div class=class class:cell-spared=spared class:table-unsorted=true role="columnheader">
                {label}
            </div>
        }
        .into_any(),
    }
}
