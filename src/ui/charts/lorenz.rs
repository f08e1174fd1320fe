//! How unequally something is spread.

use leptos::prelude::*;

use super::axis::{columns_view, rows_view};
use super::figure::{ChartText, figure_view};
use super::scale::{Area, line};
use super::ticks::ticks;

/// The Lorenz curve: which share of the whole the smaller ones hold, against the straight line of all being equal.
#[component]
pub fn LorenzChart(
    /// Title, sentence (the Gini coefficient belongs in it), table.
    text: ChartText,
    /// Points (share of those counted, share of the whole), both from 0 to 1 and rising; (0, 0) and (1, 1) need not be among them.
    #[prop(into)]
    points: Signal<Vec<(f64, f64)>>,
    /// Writes a share.
    #[prop(into)]
    format_share: Callback<f64, String>,
) -> impl IntoView {
    let draw = move |width: Signal<f64>| {
        move || {
            // A square, as both axes are shares; no larger than one can take in at a glance.
            let width = width.get().min(420.0);
            let height = (width * 0.8).max(180.0);
            let area = Area::inside(width, height, [12.0, 12.0, 28.0, 48.0]);
            let marks: Vec<_> = ticks(0.0, 1.0, 4).into_iter().map(|tick| (tick, format_share.run(tick))).collect();
            let (curve, filled) = points.with(|points| {
                let ends = [(0.0, 0.0)].into_iter().chain(points.iter().copied()).chain([(1.0, 1.0)]);
                let curve = line(ends.map(|(x, y)| (area.x(x), area.y(y))));
                let filled = format!("{curve}Z");
                (curve, filled)
            });
            let equal = line([(area.x(0.0), area.y(0.0)), (area.x(1.0), area.y(1.0))]);
            view! {
                <svg class="chart-drawing chart-square" viewBox=format!("0 0 {width} {height}") aria-hidden="true">
                    {rows_view(area, marks.clone())}
                    <path class="chart-area" d=filled />
                    <path class="chart-reference" d=equal />
                    <path class="chart-line" d=curve />
                    {columns_view(area, marks)}
                </svg>
            }
        }
    };
    figure_view(text, draw, ())
}
