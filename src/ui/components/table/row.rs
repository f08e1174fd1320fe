//! One row element. It is built once and then stands for one row after the other.

use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

use super::column::Column;
use super::ticking::Ticking;
use crate::ui::components::Checkbox;

/// What all rows of a table share.
pub(super) struct RowPlan<T: Eq + Hash + Send + Sync + 'static> {
    pub columns: Vec<Column<T>>,
    pub fits: Memo<Vec<bool>>,
    pub rows: Signal<Arc<[T]>>,
    pub table: String,
    pub active: RwSignal<usize>,
    /// How far the rows are moved against their places in the list.
    pub shift: Signal<f64>,
    pub row_height: Signal<f64>,
    pub href: Option<Callback<T, String>>,
    pub on_open: Option<Callback<T>>,
    pub ticking: Option<Ticking<T>>,
    pub tick_label: Signal<String>,
}

/// The DOM id of the row at an index, for `aria-activedescendant`.
pub(super) fn row_id(table: &str, index: usize) -> String {
    format!("{table}-{index}")
}

/// Draws the element for the row whose index the memo holds. It is hidden while there is no such row.
pub(super) fn row_view<T>(plan: &RowPlan<T>, index: Memo<usize>) -> impl IntoView + use<T>
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    let RowPlan { fits, rows, active, shift, row_height, href, on_open, ticking, tick_label, .. } = *plan;
    let table = plan.table.clone();
    let columns = plan.columns.clone();
    // The row that it stood for last stays in the element while it is hidden.
    let held = Memo::new(move |before: Option<&Option<T>>| {
        let now = rows.with(|rows| rows.get(index.get()).cloned());
        now.or_else(|| before.cloned().flatten())
    });
    let present = Memo::new(move |_| rows.with(|rows| index.get() < rows.len()));
    let begun = Memo::new(move |before: Option<&bool>| before == Some(&true) || held.with(Option::is_some));
    let ticked = Signal::derive(move || {
        held.with(|held| held.as_ref().zip(ticking).is_some_and(|(id, ticking)| ticking.holds(id)))
    });
    let cells = move || {
        let first = held.get_untracked()?;
        let row = Signal::derive(move || held.get().unwrap_or_else(|| first.clone()));
        Some(columns.iter().enumerate().map(|(place, column)| cell_view(column, place, fits, row, href)).collect_view())
    };
    view! {
        <div
            class="table-row"
            class:table-row-active=move || active.get() == index.get()
            class:table-row-ticked=ticked
            class:table-row-link=href.is_some() || on_open.is_some()
            role="row"
            id=move || row_id(&table, index.get())
            aria-rowindex=move || (index.get() + 2).to_string()
            aria-selected=ticking.map(|_| move || ticked.get().to_string())
            hidden=move || !present.get()
            style:transform=move || format!("translateY({}px)", index.get() as f64 * row_height.get() + shift.get())
            on:click=move |event| {
                active.set(index.get_untracked());
                if let (Some(on_open), Some(id), false) = (on_open, held.get_untracked(), event.default_prevented()) {
                    on_open.run(id);
                }
            }
        >
            {ticking.map(|ticking| tick_view(ticking, index, ticked, tick_label))}
            {move || begun.get().then(&cells)}
        </div>
    }
}

fn cell_view<T>(
    column: &Column<T>,
    place: usize,
    fits: Memo<Vec<bool>>,
    row: Signal<T>,
    href: Option<Callback<T, String>>,
) -> impl IntoView + use<T>
where
    T: Clone + Send + Sync + 'static,
{
    let inside = (column.cell)(row);
    let inside = match href.filter(|_| column.is_title()) {
        Some(href) => view! {
            <a class="table-link" tabindex="-1" href=move || href.run(row.get())>
                {inside}
            </a>
        }
        .into_any(),
        None => inside,
    };
    let spared = move || !fits.with(|fits| fits.get(place).copied().unwrap_or(true));
    view! {
        <div class=column.cell_class() class:cell-spared=spared role="gridcell" data-label=column.label>
            {inside}
        </div>
    }
}

fn tick_view<T>(
    ticking: Ticking<T>,
    index: Memo<usize>,
    ticked: Signal<bool>,
    label: Signal<String>,
) -> impl IntoView + use<T>
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    // The click comes before the change and alone knows of the Shift key.
    let range = StoredValue::new(false);
    view! {
        <div
            class="cell cell-tick"
            role="gridcell"
            on:click=move |event| {
                event.stop_propagation();
                range.set_value(event.shift_key());
            }
        >
            <Checkbox
                label
                label_hidden=true
                untabbed=true
                checked=ticked
                on_change=move |ticked| ticking.set(index.get_untracked(), ticked, range.get_value())
            />
        </div>
    }
}
