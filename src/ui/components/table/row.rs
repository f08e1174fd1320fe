//! One row element. It is built once and then stands for one line after the other: a row, or the head of a group.

use std::hash::Hash;
use std::sync::Arc;

use leptos::prelude::*;

use super::column::Column;
use super::group::{GroupPlan, head_of_group};
use super::lines::Line;
use super::ticking::Ticking;
use crate::ui::components::Checkbox;
use crate::ui::components::dom::is_on_control;

/// What all rows of a table share.
pub(super) struct RowPlan<T: Eq + Hash + Send + Sync + 'static> {
    pub columns: Vec<Column<T>>,
    pub fits: Memo<Vec<bool>>,
    pub lines: Signal<Arc<[Line<T>]>>,
    pub table: String,
    pub active: RwSignal<usize>,
    /// The cell of the active line that the keys are at.
    pub cell: RwSignal<Option<usize>>,
    /// How far the rows are moved against their places in the list.
    pub shift: Signal<f64>,
    pub row_height: Signal<f64>,
    pub href: Option<Callback<T, String>>,
    /// Told that a row was clicked beside its link.
    pub on_click: Option<Callback<T>>,
    /// Told that a row is to be shown beside the list; while there is nobody to tell, a click opens it.
    pub on_peek: Signal<Option<Callback<T>>>,
    pub on_edit: Option<Callback<(usize, usize)>>,
    pub ticking: Option<Ticking<T>>,
    pub tick_label: Signal<String>,
    pub groups: GroupPlan,
    /// The rows are being printed: on paper they follow each other, whatever element stands for them.
    pub printing: RwSignal<bool>,
    /// The row that is shown beside the list.
    pub peeked: Signal<Option<T>>,
}

/// The DOM id of the row at an index, for `aria-activedescendant`.
pub(super) fn row_id(table: &str, index: usize) -> String {
    format!("{table}-{index}")
}

/// The DOM id of the cell that the keys are at.
pub(super) fn cell_id(table: &str) -> String {
    format!("{table}-cell")
}

/// What is above an index, in pixels.
pub(super) fn transform(index: usize, row_height: Signal<f64>, shift: Signal<f64>) -> String {
    format!("translateY({}px)", index as f64 * row_height.get() + shift.get())
}

/// Draws the element for the line whose index the memo holds. It is hidden while there is no such line.
pub(super) fn row_view<T>(plan: &RowPlan<T>, index: Memo<usize>) -> impl IntoView + use<T>
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    let RowPlan { lines, active, shift, row_height, href, on_click, on_peek, ticking, .. } = *plan;
    let RowPlan { cell, tick_label, groups, printing, peeked, .. } = *plan;
    let table = plan.table.clone();
    let line = Memo::new(move |_| lines.with(|lines| lines.get(index.get()).cloned()));
    // The row that it stood for last stays in the element while it is hidden, or the head of a group.
    let held = Memo::new(move |before: Option<&Option<T>>| {
        let now = line.with(|line| line.as_ref().and_then(Line::row).cloned());
        now.or_else(|| before.cloned().flatten())
    });
    let group = Memo::new(move |_| match line.get() {
        Some(Line::Head(place)) => Some(place),
        _ => None,
    });
    let present = Memo::new(move |_| line.with(Option::is_some));
    let begun = Memo::new(move |before: Option<&bool>| before == Some(&true) || held.with(Option::is_some));
    let is_row = move || group.get().is_none();
    let ticked = Signal::derive(move || {
        is_row() && held.with(|held| held.as_ref().zip(ticking).is_some_and(|(id, ticking)| ticking.holds(id)))
    });
    let here = Memo::new(move |_| active.get() == index.get());
    let shown_beside = move || is_row() && peeked.with(|peeked| peeked.is_some() && held.with(|held| held == peeked));
    let at = CellPlace { here, cell, index, on_edit: plan.on_edit, first: 1 + usize::from(ticking.is_some()) };
    let cells = {
        let (columns, fits, table) = (plan.columns.clone(), plan.fits, plan.table.clone());
        let link = Link { href, on_peek };
        move || {
            let first = held.get_untracked()?;
            let row = Signal::derive(move || held.get().unwrap_or_else(|| first.clone()));
            let cells = columns.iter().enumerate();
            Some(cells.map(|(place, column)| cell_view(column, place, fits, row, link, at, &table)).collect_view())
        }
    };
    view! {
        <div
            class="table-row"
            class:table-row-active=here
            class:table-row-ticked=ticked
            class:table-row-link=move || is_row() && (href.is_some() || on_click.is_some())
            class:table-row-beside=shown_beside
            class:table-group=move || !is_row()
            role="row"
            id=move || row_id(&table, index.get())
            aria-rowindex=move || (index.get() + 2).to_string()
            aria-selected=ticking.map(|_| move || is_row().then(|| ticked.get().to_string()))
            hidden=move || !present.get()
            style:transform=move || transform(index.get(), row_height, shift)
            style:order=move || printing.get().then(|| index.get().to_string())
            on:click=move |event| {
                active.set(index.get_untracked());
                if group.get_untracked().is_some() || event.default_prevented() || is_on_control(&event) {
                    return;
                }
                if let (Some(on_click), Some(id)) = (on_peek.get_untracked().or(on_click), held.get_untracked()) {
                    on_click.run(id);
                }
            }
        >
            {ticking.map(|ticking| tick_view(ticking, index, ticked, tick_label))}
            {move || begun.get().then(&cells)}
            {move || group.get().map(|place| head_of_group(groups, place))}
        </div>
    }
}

/// Where a row element and the keys are.
#[derive(Clone, Copy)]
struct CellPlace {
    here: Memo<bool>,
    cell: RwSignal<Option<usize>>,
    index: Memo<usize>,
    on_edit: Option<Callback<(usize, usize)>>,
    /// The `aria-colindex` of the first column.
    first: usize,
}

/// Where the title leads.
struct Link<T: Send + Sync + 'static> {
    href: Option<Callback<T, String>>,
    on_peek: Signal<Option<Callback<T>>>,
}

impl<T: Send + Sync> Clone for Link<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Send + Sync> Copy for Link<T> {}

fn cell_view<T>(
    column: &Column<T>,
    place: usize,
    fits: Memo<Vec<bool>>,
    row: Signal<T>,
    link: Link<T>,
    at: CellPlace,
    table: &str,
) -> impl IntoView + use<T>
where
    T: Clone + Send + Sync + 'static,
{
    let inside = (column.cell)(row);
    let Link { href, on_peek } = link;
    let inside = match href.filter(|_| column.is_title()) {
        Some(href) => view! {
            <a
                class="table-link"
                tabindex="-1"
                href=move || href.run(row.get())
                on:click=move |event| {
                    // With a key held, the browser opens another tab; a click by code is meant to open the row.
                    let plain = event.detail() > 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key());
                    if let Some(on_peek) = on_peek.get_untracked().filter(|_| plain) {
                        event.prevent_default();
                        on_peek.run(row.get_untracked());
                    }
                }
            >
                {inside}
            </a>
        }
        .into_any(),
        None => inside,
    };
    let spared = move || !fits.with(|fits| fits.get(place).copied().unwrap_or(true));
    let CellPlace { here, cell, index, on_edit, .. } = at;
    // Only where cells can be gone to by key.
    let id = on_edit.map(|_| {
        let id = cell_id(table);
        move || (here.get() && cell.get() == Some(place)).then(|| id.clone())
    });
    let editable = on_edit.is_some() && column.editable;
    let is_title = column.is_title();
    view! {
        <div
            class=column.cell_class()
            class:cell-spared=spared
            class:cell-editable=editable
            role="gridcell"
            id=id
            aria-colindex=(place + at.first).to_string()
            aria-readonly=on_edit.map(|_| (!editable).to_string())
            data-label=column.label
            on:click=move |event| {
                if on_edit.is_some() {
                    cell.set(Some(place));
                }
                // The first of two clicks must not lead away; the title is a link and leads on at the first.
                if editable && !is_title && on_peek.with_untracked(Option::is_none) {
                    event.prevent_default();
                }
            }
            on:dblclick=move |_| {
                if let Some(on_edit) = on_edit.filter(|_| editable) {
                    on_edit.run((index.get_untracked(), place));
                }
            }
        >
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
