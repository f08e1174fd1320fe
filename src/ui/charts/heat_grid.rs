//! A grid of cells, darker where there is more.

use leptos::html;
use leptos::prelude::*;

use super::figure::{Numbers, figure_view};
use super::text::{ChartText, ChartWords};
use crate::ui::components::TableData;
use crate::ui::components::dom::focus_first;

const SHADE_CLASSES: [&str; 6] =
    ["heat heat-0", "heat heat-1", "heat heat-2", "heat heat-3", "heat heat-4", "heat heat-5"];

/// One axis of the grid: its name and the names of its steps, in the order in which they are drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HeatAxis {
    /// What the axis is.
    pub name: String,
    /// The steps; from top to bottom, or from left to right.
    pub steps: Vec<String>,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HeatCell {
    /// What decides the shade; 0 or less is an empty cell.
    pub weight: f64,
    /// The large text: how many.
    pub main: String,
    /// The small text: how much.
    pub detail: String,
    /// The group that the cell belongs to, below the numbers where there is room.
    pub group: String,
    /// All of it in a sentence, spoken instead.
    pub label: String,
    /// Where those in the cell are listed; an empty cell leads nowhere, nor does one without an address.
    pub href: String,
}

/// The shade of each weight, from 0 to 5: by rank among the different weights that are there, so that one huge cell does not make the others alike.
pub fn heat_steps(weights: &[f64]) -> Vec<usize> {
    let mut ranks: Vec<f64> = weights.iter().copied().filter(|weight| *weight > 0.0).collect();
    ranks.sort_by(f64::total_cmp);
    ranks.dedup();
    let top = ranks.len();
    weights
        .iter()
        .map(|weight| {
            let at_most = ranks.partition_point(|rank| rank <= weight);
            if *weight > 0.0 { (5 * at_most).div_ceil(top.max(1)).clamp(1, 5) } else { 0 }
        })
        .collect()
}

/// The cells one under the other, as a file has them: row, column, and what stands in the cell, as far as it has a head.
fn listed(rows: &HeatAxis, columns: &HeatAxis, cells: &[HeatCell], heads: Vec<String>) -> TableData {
    let places = rows.steps.iter().flat_map(|row| columns.steps.iter().map(move |column| (row, column)));
    let most = heads.len();
    let line = |((row, column), cell): ((&String, &String), &HeatCell)| {
        let inside = [&cell.main, &cell.detail, &cell.group].into_iter().take(most);
        [row, column].into_iter().chain(inside).cloned().collect()
    };
    let columns_of = [&rows.name, &columns.name].into_iter().cloned().chain(heads).collect();
    TableData { columns: columns_of, rows: places.zip(cells).map(line).collect() }
}

/// A table of links: rows down, columns across, each cell with its number, shaded. Arrow keys move from cell to cell.
#[component]
pub fn HeatGrid(
    /// What is shown.
    #[prop(into)]
    title: Signal<String>,
    /// What it says, in a sentence.
    #[prop(into)]
    summary: Signal<String>,
    /// What all charts say.
    words: ChartWords,
    /// What stands in a cell, in the order of its texts: the heads of a file.
    #[prop(into)]
    heads: Signal<Vec<String>>,
    /// What goes down.
    #[prop(into)]
    rows: Signal<HeatAxis>,
    /// What goes across.
    #[prop(into)]
    columns: Signal<HeatAxis>,
    /// The cells, row after row.
    #[prop(into)]
    cells: Signal<Vec<HeatCell>>,
    /// What the shades mean, less and more.
    #[prop(into)]
    less_label: Signal<String>,
    /// See `less_label`.
    #[prop(into)]
    more_label: Signal<String>,
    /// Low cells with one number each, for many rows and columns.
    #[prop(optional)]
    compact: bool,
) -> impl IntoView {
    let body = NodeRef::<html::Tbody>::new();
    let width = Memo::new(move |_| columns.with(|columns| columns.steps.len()));
    let height = Memo::new(move |_| rows.with(|rows| rows.steps.len()));
    // The one cell that the Tab key stops at.
    let stop = RwSignal::new(0_usize);
    let go = move |event: leptos::ev::KeyboardEvent, index: usize| {
        let (width, height) = (width.get_untracked(), height.get_untracked());
        let (row, column) = (index / width, index % width);
        let to = match event.key().as_str() {
            "ArrowRight" if column + 1 < width => index + 1,
            "ArrowLeft" if column > 0 => index - 1,
            "ArrowDown" if row + 1 < height => index + width,
            "ArrowUp" if row > 0 => index - width,
            "Home" => row * width,
            "End" => row * width + width - 1,
            _ => return,
        };
        event.prevent_default();
        stop.set(to);
        if let Some(body) = body.get_untracked() {
            focus_first(&body, &format!("[data-cell=\"{to}\"]"));
        }
    };
    let cell_view = move |index: usize, cell: HeatCell, shade: usize| {
        let inside = view! {
            <span class="heat-main" aria-hidden="true">{cell.main}</span>
            <span class="heat-detail" aria-hidden="true">{cell.detail}</span>
            <span class="heat-group" aria-hidden="true">{cell.group}</span>
            <span class="visually-hidden">{cell.label}</span>
        };
        let tab = move || if stop.get() == index { "0" } else { "-1" };
        let inside = if shade > 0 && !cell.href.is_empty() {
            view! {
                <a
                    class=SHADE_CLASSES[shade]
                    href=cell.href
                    tabindex=tab
                    data-cell=index.to_string()
                    on:focus=move |_| stop.set(index)
                    on:keydown=move |event| go(event, index)
                >
                    {inside}
                </a>
            }
            .into_any()
        } else {
            view! {
                <span
                    class=SHADE_CLASSES[shade]
                    tabindex=tab
                    data-cell=index.to_string()
                    on:focus=move |_| stop.set(index)
                    on:keydown=move |event| go(event, index)
                >
                    {inside}
                </span>
            }
            .into_any()
        };
        view! { <td class="heat-cell">{inside}</td> }
    };
    let body_view = move || {
        let cells = cells.get();
        let shades = heat_steps(&cells.iter().map(|cell| cell.weight).collect::<Vec<_>>());
        let mut cells = cells.into_iter().zip(shades).enumerate();
        let rows = rows.get().steps.into_iter().map(|name| {
            let row = cells.by_ref().take(width.get()).map(|(index, (cell, shade))| cell_view(index, cell, shade));
            view! {
                <tr>
                    <th scope="row" class="heat-row">{name}</th>
                    {row.collect_view()}
                </tr>
            }
        });
        rows.collect_view()
    };
    let table = Signal::derive(move || {
        rows.with(|rows| columns.with(|columns| cells.with(|cells| listed(rows, columns, cells, heads.get()))))
    });
    let text = ChartText { title, summary, words, table };
    let draw = move |_| {
        view! {
            <div class="heat-frame">
                <table class="heat-grid" class:heat-compact=compact>
                    <caption class="visually-hidden">{title}</caption>
                    <thead>
                        <tr>
                            <th scope="col" class="heat-corner">{move || rows.with(|rows| rows.name.clone())}</th>
                            {move || columns.get().steps.into_iter().map(|name| view! { <th scope="col" class="heat-column">{name}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody node_ref=body>{body_view}</tbody>
                    <tfoot>
                        <tr>
                            <td></td>
                            <td class="heat-axis" colspan=move || width.get().to_string()>
                                {move || columns.with(|columns| columns.name.clone())}
                            </td>
                        </tr>
                    </tfoot>
                </table>
            </div>
        }
        .into_any()
    };
    let legend = view! {
        <div class="heat-legend">
            <span>{less_label}</span>
            {SHADE_CLASSES.iter().skip(1).map(|shade| view! { <span class=*shade aria-hidden="true"></span> }).collect_view()}
            <span>{more_label}</span>
        </div>
    };
    figure_view(text, Numbers::Within, draw, legend.into_any())
}

#[cfg(test)]
mod tests {
    use super::{HeatAxis, HeatCell, heat_steps, listed};

    #[test]
    fn a_file_has_a_line_for_each_cell() {
        let axis = |name: &str, steps: &[&str]| HeatAxis {
            name: name.to_owned(),
            steps: steps.iter().map(|step| (*step).to_owned()).collect(),
        };
        let cell = |main: &str| HeatCell { main: main.to_owned(), detail: "x".to_owned(), ..HeatCell::default() };
        let table =
            listed(&axis("R", &["2", "1"]), &axis("F", &["1"]), &[cell("7"), cell("9")], vec!["Customers".to_owned()]);
        assert_eq!(table.columns, ["R", "F", "Customers"]);
        assert_eq!(table.rows, [["2", "1", "7"], ["1", "1", "9"]]);
    }

    #[test]
    fn shades_follow_rank_and_equal_weights_share_one() {
        assert_eq!(heat_steps(&[0.0, 1.0, 2.0, 3.0, 4.0, 1_000_000.0]), [0, 1, 2, 3, 4, 5]);
        assert_eq!(heat_steps(&[7.0, 7.0, 0.0]), [5, 5, 0]);
        assert_eq!(heat_steps(&[-1.0, f64::NAN]), [0, 0]);
        assert!(heat_steps(&[]).is_empty());
    }
}
