//! The table: a window that moves over rows of any number.

use std::hash::Hash;
use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::column::{Column, fitting, least_width, template};
use super::following::follow;
use super::head::head_view;
use super::keys::{Wish, wish};
use super::row::{RowPlan, row_id, row_view};
use super::state::{Selection, Sort, TablePlace};
use super::ticking::Ticking;
use super::viewport::Viewport;
use crate::ui::components::dom::{has_focus, is_own, press_inside, unique_id};

/// A table of any length, from ids. It fills the height that its container gives it and scrolls by itself.
///
/// There are as many row elements as the window needs; scrolling gives them other ids, and what their cells read from those changes in
/// place. Where the table is narrower than 40 times the text size, each row is a card (see [`super::CardSlot`]). The height of a row is
/// `--row-height` or `--card-height` of the style sheet. Keys: up, down, page, Home, End; Enter opens, Space ticks, Shift with
/// them ticks a range.
///
/// On paper only the rows on the screen appear: offer a plain list or an export to those who print.
#[component]
pub fn VirtualTable<T>(
    /// What the table lists; spoken.
    #[prop(into)]
    label: Signal<String>,
    /// The ids of the rows, in order.
    #[prop(into)]
    rows: Signal<Arc<[T]>>,
    /// The columns. Changing them builds the rows anew.
    #[prop(into)]
    columns: Signal<Vec<Column<T>>>,
    /// How far down the user is; keep it to come back to the same place.
    #[prop(optional)]
    place: Option<TablePlace>,
    /// The order that holds, to be shown.
    #[prop(optional, into)]
    sort: Signal<Option<Sort>>,
    /// Told the order that the user wants.
    #[prop(optional, into)]
    on_sort: Option<Callback<Sort>>,
    /// The address of a row: its title cell becomes a link that covers the row.
    #[prop(optional, into)]
    href: Option<Callback<T, String>>,
    /// Told which row is opened, where it has no address.
    #[prop(optional, into)]
    on_open: Option<Callback<T>>,
    /// What is ticked; with it there is a column of boxes.
    #[prop(optional, into)]
    selection: Option<RwSignal<Selection<T>>>,
    /// What the box of a row says.
    #[prop(optional, into)]
    tick_label: Signal<String>,
    /// What the box that ticks all says.
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
    let place = place.unwrap_or_default();
    let active = place.active;
    let count = Memo::new(move |_| rows.with(|rows| rows.len()));
    let viewport = Viewport::new(count, place);
    let ticking = selection.map(|selection| Ticking::new(rows, selection));

    let open = move |index: usize| {
        if href.is_some() {
            press_inside(&table.with_value(|table| row_id(table, index)), "a.table-link");
        } else if let Some((on_open, id)) = on_open.zip(rows.with_untracked(|rows| rows.get(index).cloned())) {
            on_open.run(id);
        }
    };
    let on_key = move |event: ev::KeyboardEvent| {
        // Keys pressed in a box or button of the table are theirs.
        if !is_own(&event) || event.alt_key() || event.is_composing() {
            return;
        }
        let now = active.get_untracked();
        let page = viewport.geometry.get_untracked().page();
        let Some(wish) = wish(&event.key(), now, count.get_untracked(), page) else { return };
        event.prevent_default();
        match wish {
            Wish::At(index) => {
                if let Some(ticking) = ticking.filter(|_| event.shift_key()) {
                    ticking.begin(now);
                    ticking.set(index, true, true);
                }
                active.set(index);
                viewport.show(index);
            }
            Wish::Open => {
                viewport.show(now);
                request_animation_frame(move || {
                    if !table.is_disposed() {
                        open(now);
                    }
                });
            }
            Wish::Tick => {
                if let Some(ticking) = ticking {
                    ticking.turn(now, event.shift_key());
                }
            }
        }
    };
    // The buttons of the head are not among the rows.
    let in_rows = move || {
        let inside = |part: NodeRef<html::Div>| part.get_untracked().is_some_and(|part| has_focus(&part));
        inside(viewport.scroller) && !inside(viewport.head)
    };
    follow(rows, sort, active, viewport, in_rows);
    let selectable = ticking.is_some();
    let fits = Memo::new(move |_| columns.with(|columns| fitting(columns, selectable, viewport.room.get())));
    let tracks = move || columns.with(|columns| template(columns, &fits.get(), selectable));
    let least = move || columns.with(|columns| least_width(columns, &fits.get(), selectable));
    let inner = move || {
        let columns = columns.get();
        let head = head_view(columns.clone(), fits, sort, on_sort, ticking.map(|ticking| ticking.all(tick_all_label)));
        let plan = Arc::new(RowPlan {
            columns,
            fits,
            rows,
            table: table.get_value(),
            active,
            shift: viewport.shift(),
            row_height: viewport.row_height(),
            href,
            on_open,
            ticking,
            tick_label,
        });
        view! {
            <div class="table-inner" style=("--table-columns", tracks) style=("--table-least", least)>
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
                </div>
            </div>
        }
    };
    view! {
        <div class="table">
            <div
                class="table-scroller"
                node_ref=viewport.scroller
                tabindex="0"
                role="grid"
                aria-label=label
                aria-rowcount=move || (count.get() + 1).to_string()
                aria-multiselectable=ticking.map(|_| "true")
                aria-activedescendant=move || {
                    let index = active.get();
                    viewport.draws(index).then(|| table.with_value(|table| row_id(table, index)))
                }
                on:focus=move |_| active.set(viewport.nearest(active.get_untracked()))
                on:scroll=move |_| viewport.scrolled()
                on:scrollend=move |_| viewport.rested()
                on:keydown=on_key
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
