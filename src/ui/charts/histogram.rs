//! How often which values are.

use leptos::prelude::*;

use super::axis::{columns_view, rows_view};
use super::figure::{ChartText, figure_view};
use super::scale::Area;
use super::ticks::{axis_end, ticks};

const HEIGHT: f64 = 220.0;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// Where the bar begins, as the axis writes it.
    pub label: String,
    /// How many are in it.
    pub count: f64,
    /// Both in words, shown when pointed at.
    pub detail: String,
    /// Drawn in the accent: the one that the rest is held against.
    pub marked: bool,
}

/// Bars beside each other over a scale.
#[component]
pub fn Histogram(
    /// Title, sentence, table.
    text: ChartText,
    /// The bars, from left to right.
    #[prop(into)]
    bins: Signal<Vec<Bin>>,
    /// Writes a number of the left axis.
    #[prop(into)]
    format_count: Callback<f64, String>,
) -> impl IntoView {
    let draw = move |width: Signal<f64>| {
        move || {
            let width = width.get();
            bins.with(|bins| {
                let area = Area::inside(width, HEIGHT, [12.0, 8.0, 28.0, 48.0]);
                let high = axis_end(bins.iter().map(|bin| bin.count).fold(0.0, f64::max), 4);
                let marks = ticks(0.0, high, 4).into_iter().map(|tick| (tick / high, format_count.run(tick))).collect();
                let count = bins.len().max(1) as f64;
                // A label needs some fifty pixels.
                let every = ((count * 56.0 / area.width()).ceil() as usize).max(1);
                let labels = bins.iter().enumerate().filter(|(index, _)| index % every == 0);
                let labels = labels.map(|(index, bin)| ((index as f64 + 0.5) / count, bin.label.clone())).collect();
                let step = area.width() / count;
                let gap = if step > 8.0 { 2.0 } else { 0.0 };
                let bars = bins.iter().enumerate().map(|(index, bin)| {
                    let y = area.y(bin.count / high);
                    view! {
                        <rect
                            class=if bin.marked { "histogram-bar histogram-marked" } else { "histogram-bar" }
                            x=area.left + index as f64 * step + gap / 2.0
                            y=y
                            width=(step - gap).max(0.5)
                            height=(area.bottom - y).max(0.0)
                        >
                            <title>{bin.detail.clone()}</title>
                        </rect>
                    }
                });
                view! {
                    <svg class="chart-drawing" viewBox=format!("0 0 {width} {HEIGHT}") aria-hidden="true">
                        {rows_view(area, marks)} {bars.collect_view()} {columns_view(area, labels)}
                    </svg>
                }
            })
        }
    };
    figure_view(text, draw, ())
}
