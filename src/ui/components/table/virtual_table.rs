//! The table: a window that moves over rows of any number.

use std::hash::Hash;
use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::acting::Acting;
use super::arranging::arranging;
use super::cells::Cells;
use super::column::Column;
use super::editing::Editing;
use super::following::follow;
use super::group::{GroupPlan, Totals, totals_view};
use super::head::{HeadPlan, TickAll, head_view};
use super::layout::ColumnsState;
use super::lines::{Group, Line, lines_of};
use super::row::{RowPlan, cell_id, row_id, row_view};
use super::shown::{Shown, always_new};
use super::sorting::Sort;
use super::state::{Selection, TablePlace};
use super::ticking::Ticking;
use super::viewport::Viewport;
use crate::ui::components::dom::{has_focus, is_own, unique_id};

/// A table of any length, from ids. It fills the height that its container gives it and scrolls by itself.
///
/// There are as many row elements as the window needs; scrolling gives them other ids, and what their cells read from those changes in
/// place. Where the table is narrower than 40 times the text size, each row is a card (see [`super::CardSlot`]). The height of a row is
/// `--row-height` or `--card-height` of the style sheet.
///
/// Keys: up, down, page, Home, End; Enter opens, Space ticks or shows the row beside the list (then Ctrl+Space ticks), Shift with
/// them ticks a range, Ctrl+A ticks all, Escape unticks. With `editing`, left and right go from cell to cell, F2 or Enter changes
/// one. In the head, Alt with left and right moves a column, Shift with them changes its width; Shift with a press adds to the order.
///
/// On paper only the rows on the screen appear: offer a plain list or an export to those who print more.
#[component]
pub fn VirtualTable<T>(
    /// What the table lists; spoken.
    #[prop(into)]
    label: Signal<String>,
    /// The ids of the rows, in order.
    #[prop(into)]
    rows: Signal<Arc<[T]>>,
    /// All columns that there are. Changing them builds the rows anew.
    #[prop(into)]
    columns: Signal<Vec<Column<T>>>,
    /// Which columns the user chose, in which order and how wide.
    #[prop(optional, into)]
    layout: Signal<ColumnsState>,
    /// Told what the user chooses; without it the columns stay as they are.
    #[prop(optional, into)]
    on_layout: Option<Callback<ColumnsState>>,
    /// How far down the user is; keep it to come back to the same place.
    #[prop(optional)]
    place: Option<TablePlace>,
    /// The order that holds, to be shown: by the first column, within the same by the next.
    #[prop(optional, into)]
    sort: Signal<Vec<Sort>>,
    /// Told the order that the user wants.
    #[prop(optional, into)]
    on_sort: Option<Callback<Vec<Sort>>>,
    /// Heads among the rows; the numbers of their rows add up to the rows.
    #[prop(optional, into)]
    groups: Signal<Arc<[Group]>>,
    /// Told which group is to open or to close.
    #[prop(optional, into)]
    on_group: Option<Callback<usize>>,
    /// Totals over all rows, which stay at the lower edge.
    #[prop(optional, into)]
    totals: Signal<Vec<Totals>>,
    /// The address of a row: its title cell becomes a link that covers the row.
    #[prop(optional, into)]
    href: Option<Callback<T, String>>,
    /// Told which row is opened, where it has no address.
    #[prop(optional, into)]
    on_open: Option<Callback<T>>,
    /// Told which row to show beside the list by a click or the space bar; `None` while there is no room for it.
    #[prop(optional, into)]
    on_peek: Signal<Option<Callback<T>>>,
    /// The row that is shown beside the list.
    #[prop(optional, into)]
    peeked: Signal<Option<T>>,
    /// What is ticked; with it there is a column of boxes.
    #[prop(optional, into)]
    selection: Option<RwSignal<Selection<T>>>,
    /// How cells are changed where they stand.
    #[prop(optional, into)]
    editing: Option<Editing<T>>,
    /// What the box of a row says.
    #[prop(optional, into)]
    tick_label: Signal<String>,
    /// What the box that ticks the rows in sight says.
    #[prop(optional, into)]
    tick_all_label: Signal<String>,
    /// Shown while there are no rows.
    #[prop(optional, into)]
    empty: ViewFn,
) -> impl IntoView
where
    T: Clone + Eq + Hash + Send + Sync + 'static,
{
    let table = StoredValue::new(unique_id());
    let columns = always_new(move || columns.get());
    let place = place.unwrap_or_default();
    let active = place.active;
    let lines: Signal<Arc<[Line<T>]>> =
        Memo::new(move |_| rows.with(|rows| groups.with(|groups| lines_of(rows, groups)))).into();
    let count: Memo<usize> = Memo::new(move |_| lines.with(|lines| lines.len()));
    let viewport = Viewport::new(count, place);
    let ticking = selection.map(|selection| Ticking::new(lines, rows, selection));
    let shown = Shown::new(columns, layout, ticking.is_some(), viewport);
    let Shown { fits, selectable, .. } = shown;
    let least = shown.least();
    // Only then do the first cells have to stay while the others move.
    let wide = Memo::new(move |_| least.get() > viewport.room.get());
    let arranging = on_layout.map(|on_layout| arranging(columns, shown, on_layout, viewport));
    let cell = RwSignal::new(None);
    let open_cell = RwSignal::new(None);
    let cells = editing.map(|editing| Cells { editing, lines, shown, viewport, place, at: cell, open: open_cell });
    let acting = Acting {
        table,
        lines,
        shown,
        viewport,
        active,
        cell,
        cells,
        ticking,
        href,
        on_open,
        on_group,
        on_peek,
        peeked,
    };
    let printing = printing();
    // The buttons of the head are not among the rows.
    let in_rows = move || {
        let inside = |part: NodeRef<html::Div>| part.get_untracked().is_some_and(|part| has_focus(&part));
        inside(viewport.scroller) && !inside(viewport.head)
    };
    follow(lines, sort, active, viewport, in_rows);
    Effect::new(move |before: Option<u32>| {
        let times = place.focus.get();
        if before.is_some_and(|before| before != times)
            && let Some(scroller) = viewport.scroller.get_untracked()
        {
            let _ = scroller.focus();
        }
        times
    });
    let tick_all = ticking.map(|ticking| {
        let counts = ticking.counts();
        TickAll {
            label: tick_all_label,
            all: Signal::derive(move || matches!(counts.get(), (ticked, all) if all > 0 && ticked == all)),
            some: Signal::derive(move || matches!(counts.get(), (ticked, all) if ticked > 0 && ticked < all)),
            turn: Callback::new(move |()| ticking.turn_all(viewport.in_sight())),
        }
    });
    let head_plan = HeadPlan { fits, sort, on_sort, tick_all, arranging };
    let inner = move || {
        let columns = shown.columns.get();
        let head = head_view(&columns, head_plan);
        let foot = totals_view(&columns, fits, totals, selectable);
        let plan = Arc::new(RowPlan {
            columns,
            fits,
            lines,
            table: table.get_value(),
            active,
            cell,
            shift: viewport.shift(),
            row_height: viewport.row_height(),
            href,
            on_click: on_open,
            on_peek,
            on_edit: cells.map(Cells::on_edit),
            ticking,
            tick_label,
            groups: GroupPlan { groups, on_group },
            printing,
            peeked,
        });
        view! {
            <div
                class="table-inner"
                style=("--table-columns", move || shown.template())
                style=("--table-least", move || format!("{}rem", least.get()))
            >
                <div class="table-head" role="rowgroup" node_ref=viewport.head>
                    {head}
                </div>
                <div
                    class="table-body"
                    role="rowgroup"
                    style:height=move || format!("{}px", viewport.geometry.get().track())
                >
                    <For each=move || 0..viewport.pool.get() key=|slot| *slot let:slot>
                        {row_view(&plan, viewport.row_of(slot))}
                    </For>
                    {cells.map(Cells::editor)}
                </div>
                <div
                    class="table-foot"
                    role=move || totals.with(|totals| !totals.is_empty()).then_some("rowgroup")
                    node_ref=viewport.foot
                >
                    {foot}
                </div>
            </div>
        }
    };
    view! {
        <div class="table" class:table-wide=wide>
            <div
                class="table-scroller"
                node_ref=viewport.scroller
                tabindex="0"
                role="grid"
                aria-label=label
                aria-rowcount=move || (count.get() + 1).to_string()
                aria-colcount=move || shown.count().to_string()
                aria-multiselectable=ticking.map(|_| "true")
                aria-activedescendant=move || {
                    let index = active.get();
                    let id = |table: &String| if cell.get().is_some() { cell_id(table) } else { row_id(table, index) };
                    viewport.draws(index).then(|| table.with_value(id))
                }
                on:focus=move |_| active.set(viewport.nearest(active.get_untracked()))
                on:scroll=move |_| viewport.scrolled()
                on:scrollend=move |_| viewport.rested()
                on:keydown=move |event| acting.key(&event)
                on:paste=move |event| {
                    if let Some(cells) = cells && is_own(&event) {
                        cells.pasted(&event);
                    }
                }
            >
                {inner}
            </div>
            <div class="table-ruler" node_ref=viewport.ruler aria-hidden="true"></div>
            <Show when=move || count.get() == 0>
                <div class="table-empty">{empty.run()}</div>
            </Show>
        </div>
    }
}

/// Whether the page is being printed.
fn printing() -> RwSignal<bool> {
    let printing = RwSignal::new(false);
    let before = window_event_listener(ev::beforeprint, move |_| printing.set(true));
    let after = window_event_listener(ev::afterprint, move |_| printing.set(false));
    on_cleanup(move || {
        before.remove();
        after.remove();
    });
    printing
}
