//! The head of a group, which opens and closes it, and the totals below all rows.

use std::sync::Arc;

use leptos::prelude::*;

use super::column::Column;
use super::lines::Group;
use crate::ui::components::{Glyph, Icon};

/// What heads of groups need to know.
#[derive(Clone, Copy)]
pub(super) struct GroupPlan {
    pub groups: Signal<Arc<[Group]>>,
    /// Told which group is to open or to close.
    pub on_group: Option<Callback<usize>>,
}

/// Draws the head of the group at a place, over the whole row.
pub(super) fn head_of_group(plan: GroupPlan, place: usize) -> impl IntoView {
    let GroupPlan { groups, on_group } = plan;
    let group = Memo::new(move |_| groups.with(|groups| groups.get(place).cloned()).unwrap_or_default());
    let icon = Signal::derive(move || if group.with(|group| group.closed) { Icon::Next } else { Icon::Down });
    view! {
        <div class="group-head" role="gridcell">
            <button
                type="button"
                class="group-button"
                tabindex="-1"
                aria-expanded=move || group.with(|group| !group.closed).to_string()
                on:click=move |_| {
                    if let Some(on_group) = on_group {
                        on_group.run(place);
                    }
                }
            >
                <Glyph icon />
                <span class="group-label">{move || group.with(|group| group.label.clone())}</span>
            </button>
            <span class="count">{move || group.with(|group| group.count.clone())}</span>
            <span class="group-totals">
                {move || {
                    let totals = group.with(|group| group.totals.clone());
                    totals.into_iter().map(|total| view! { <span class="group-total">{total}</span> }).collect_view()
                }}
            </span>
        </div>
    }
}

/// One line of totals; several where amounts cannot be added up, one for each currency.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Totals {
    /// What it is the total of; stands in the first column.
    pub label: String,
    /// Totals by the keys of their columns.
    pub cells: Vec<(String, String)>,
}

/// Draws the totals, each under its column.
pub(super) fn totals_view<T: Send + Sync + 'static>(
    columns: &[Column<T>],
    fits: Memo<Vec<bool>>,
    totals: Signal<Vec<Totals>>,
    selectable: bool,
) -> impl IntoView + use<T> {
    let columns: Vec<(String, &'static str, bool, Signal<String>)> = columns
        .iter()
        .map(|column| (column.key.clone(), column.total_class(), column.is_title(), column.label))
        .collect();
    move || {
        let lines = totals.get().into_iter().map(|line| {
            let cells = columns.iter().enumerate().map(|(place, (key, class, is_title, label))| {
                let own = line.cells.iter().find(|(known, _)| known == key).map(|(_, text)| text.clone());
                let text = own.unwrap_or_else(|| if *is_title { line.label.clone() } else { String::new() });
                let spared = move || !fits.with(|fits| fits.get(place).copied().unwrap_or(true));
                view! {
                    <div
                        class=*class
                        class:cell-spared=spared
                        role="gridcell"
                        aria-colindex=(place + 1 + usize::from(selectable)).to_string()
                        data-label=*label
                    >
                        {text}
                    </div>
                }
            });
            view! {
                <div class="table-total" role="row">
                    {selectable.then(|| view! { <div class="cell cell-tick" role="gridcell"></div> })}
                    {cells.collect_view()}
                </div>
            }
        });
        lines.collect_view()
    }
}
