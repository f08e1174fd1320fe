//! Amounts over equal steps of time.

use leptos::html;
use leptos::prelude::*;

use super::axis::{columns_view, rows_view};
use super::figure::{Numbers, figure_view};
use super::range::Range;
use super::reader::{Plot, Reading, Said, plot_view};
use super::scale::Area;
use super::text::{AxesText, ChartText};

const HEIGHT: f64 = 220.0;

/// A label below a bar needs so many pixels.
const LABEL: f64 = 72.0;

/// One bar.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bar {
    /// When, in few characters: what the axis writes.
    pub label: String,
    /// How much; below zero hangs down.
    pub value: f64,
    /// When, how much and what else there is to say, in words: read out and shown when pointed at.
    pub detail: String,
    /// Where those behind it are listed.
    pub href: Option<String>,
}

fn area(width: f64, longest: usize) -> Area {
    Area::inside(width, HEIGHT, [12.0, 4.0, 28.0, 16.0 + 7.5 * longest.clamp(3, 14) as f64])
}

/// Bars beside each other, with a reading for those who point at them and those who use keys.
#[component]
pub fn BarChart(
    /// Title, sentence, table.
    text: ChartText,
    /// What the axes are called.
    words: AxesText,
    /// The bars, oldest first.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
    /// Writes a value of the left axis, in few characters.
    #[prop(into)]
    format_value: Callback<f64, String>,
) -> impl IntoView {
    let count = Memo::new(move |_| bars.with(Vec::len));
    let reading = Reading::of(count.into());
    let range = Memo::new(move |_| bars.with(|bars| Range::of(bars.iter().map(|bar| bar.value))));
    let empty = Memo::new(move |_| bars.with(|bars| bars.iter().all(|bar| !bar.value.is_finite() || bar.value == 0.0)));
    let marks = Memo::new(move |_| range.get().marks(empty.get(), format_value));
    let longest = Memo::new(move |_| marks.with(|marks| marks.iter().map(|(_, text)| text.chars().count()).max()));
    let area = move |width: f64| area(width, longest.get().unwrap_or(0));
    let said = Signal::derive(move || {
        let of = |bar: &Bar| Said { detail: bar.detail.clone(), href: bar.href.clone() };
        bars.with(|bars| bars.get(reading.at()).map(of)).unwrap_or_default()
    });
    let nearest = move |x: f64, width: f64| {
        let count = count.get();
        (count > 0).then(|| ((area(width).share_at_x(x) * count as f64) as usize).min(count - 1))
    };
    let drawing = move |width: f64| {
        let area = area(width);
        bars.with(|bars| {
            let (range, count) = (range.get(), bars.len().max(1) as f64);
            let step = area.width() / count;
            let gap = (step * 0.2).clamp(0.0, 12.0);
            let zero = area.y(range.share(0.0));
            let every = ((LABEL / step).ceil() as usize).max(1);
            // Counted from the newest, which always has its label.
            let labelled = bars.iter().enumerate().rev().step_by(every);
            let labels = labelled.map(|(index, bar)| ((index as f64 + 0.5) / count, bar.label.clone())).collect();
            let shapes = bars.iter().enumerate().map(|(index, bar)| {
                let y = area.y(range.share(bar.value));
                view! {
                    <rect
                        class="bar-shape"
                        class:bar-shape-read=move || reading.read() == Some(index)
                        x=area.left + index as f64 * step + gap / 2.0
                        y=y.min(zero)
                        width=(step - gap).max(0.5)
                        height=(y - zero).abs()
                    />
                }
            });
            view! {
                {rows_view(area, marks.get())}
                {shapes.collect_view()}
                {columns_view(area, labels)}
                <line class="chart-axis" x1=area.left x2=area.right y1=zero y2=zero />
            }
        })
    };
    let draw = move |width: Signal<f64>| {
        let plot = Plot {
            axes: words,
            shares: None,
            words: text.words,
            reading,
            said,
            // A year of months.
            leap: Some(12),
            height: HEIGHT,
            node: NodeRef::<html::Div>::new(),
            over: ().into_any(),
        };
        plot_view(plot, width, nearest, (move || drawing(width.get())).into_any())
    };
    figure_view(text, Numbers::Below, draw, ().into_any())
}
