//! Amounts over equal steps of time.

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::axis::{Mark, columns_view, rows_view};
use super::figure::{ChartText, figure_view};
use super::scale::Area;
use super::ticks::{axis_end, ticks};
use crate::ui::components::dom::place_in;

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
}

/// The words of the chart beyond those of every chart.
#[derive(Clone, Copy, Debug)]
pub struct BarText {
    /// The axis at the left: what is counted, with its unit.
    pub values: Signal<String>,
    /// The axis below.
    pub steps: Signal<String>,
    /// What the slider is called that reads the bars.
    pub cursor: Signal<String>,
}

/// From where to where the left axis goes.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Range {
    low: f64,
    high: f64,
}

impl Range {
    /// Holds zero and all values, and ends at round numbers on both sides.
    fn of(values: impl Iterator<Item = f64>) -> Self {
        let (low, high) = values
            .filter(|value| value.is_finite())
            .fold((0.0_f64, 0.0_f64), |(low, high), value| (low.min(value), high.max(value)));
        match (low < 0.0, high > 0.0) {
            (false, _) => Self { low: 0.0, high: axis_end(high, 4) },
            (true, false) => Self { low: -axis_end(-low, 4), high: 0.0 },
            // Both sides share one step, else one of them would end between two lines.
            (true, true) => {
                let step = axis_end((high - low) / 4.0, 1);
                Self { low: (low / step).floor() * step, high: (high / step).ceil() * step }
            }
        }
    }

    fn share(self, value: f64) -> f64 {
        if value.is_finite() { (value - self.low) / (self.high - self.low) } else { self.share(0.0) }
    }

    /// Round numbers along the axis; zero alone where there is nothing to be measured.
    fn marks(self, empty: bool, format: Callback<f64, String>) -> Vec<Mark> {
        if empty {
            return vec![(self.share(0.0), format.run(0.0))];
        }
        ticks(self.low, self.high, 4).into_iter().map(|tick| (self.share(tick), format.run(tick))).collect()
    }
}

fn area(width: f64, longest: usize) -> Area {
    Area::inside(width, HEIGHT, [12.0, 4.0, 28.0, 16.0 + 7.5 * longest.clamp(3, 14) as f64])
}

/// Bars beside each other, with a reading for those who point at them and those who use keys.
#[component]
pub fn BarChart(
    /// Title, sentence, table.
    text: ChartText,
    /// The other words.
    words: BarText,
    /// The bars, oldest first.
    #[prop(into)]
    bars: Signal<Vec<Bar>>,
    /// Writes a value of the left axis, in few characters.
    #[prop(into)]
    format_value: Callback<f64, String>,
) -> impl IntoView {
    let plot = NodeRef::<html::Div>::new();
    let cursor = RwSignal::new(0_usize);
    let reading = RwSignal::new(false);
    let count = Memo::new(move |_| bars.with(Vec::len));
    let range = Memo::new(move |_| bars.with(|bars| Range::of(bars.iter().map(|bar| bar.value))));
    let empty = Memo::new(move |_| bars.with(|bars| bars.iter().all(|bar| !bar.value.is_finite() || bar.value == 0.0)));
    let marks = Memo::new(move |_| range.get().marks(empty.get(), format_value));
    let longest = Memo::new(move |_| marks.with(|marks| marks.iter().map(|(_, text)| text.chars().count()).max()));
    let area = move |width: f64| area(width, longest.get().unwrap_or(0));
    let at = Memo::new(move |_| cursor.get().min(count.get().saturating_sub(1)));
    let said =
        Signal::derive(move || bars.with(|bars| bars.get(at.get()).map(|bar| bar.detail.clone())).unwrap_or_default());

    let on_move = move |event: ev::PointerEvent, width: f64| {
        let Some((x, _)) = plot.get_untracked().map(|plot| place_in(&plot, &event)) else { return };
        let count = count.get_untracked();
        let share = untrack(|| area(width)).share_at_x(x);
        cursor.set(((share * count as f64) as usize).min(count.saturating_sub(1)));
        reading.set(count > 0);
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let (now, last) = (at.get_untracked(), count.get_untracked().saturating_sub(1));
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => (now + 1).min(last),
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "PageUp" => (now + 12).min(last),
            "PageDown" => now.saturating_sub(12),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        cursor.set(to);
        reading.set(true);
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
                        class:bar-shape-read=move || reading.get() && at.get() == index
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
        view! {
            <div class="chart-axes" aria-hidden="true">
                <span>{words.values}</span>
            </div>
            <div
                class="chart-plot"
                node_ref=plot
                on:pointermove=move |event| on_move(event, width.get_untracked())
                on:pointerdown=move |event| on_move(event, width.get_untracked())
                on:pointerleave=move |_| reading.set(false)
            >
                <svg class="chart-drawing" viewBox=move || format!("0 0 {} {HEIGHT}", width.get()) aria-hidden="true">
                    {move || drawing(width.get())}
                </svg>
                <div
                    class="chart-reader"
                    role="slider"
                    tabindex="0"
                    aria-label=words.cursor
                    aria-valuemin="1"
                    aria-valuemax=move || count.get().max(1).to_string()
                    aria-valuenow=move || (at.get() + 1).to_string()
                    aria-valuetext=said
                    on:focus=move |_| reading.set(true)
                    on:blur=move |_| reading.set(false)
                    on:keydown=on_key
                ></div>
            </div>
            <div class="chart-foot" aria-hidden="true">
                <span class="chart-readout">{move || if reading.get() { said.get() } else { String::new() }}</span>
                <span>{words.steps}</span>
            </div>
        }
    };
    figure_view(text, draw, ())
}

#[cfg(test)]
mod tests {
    use super::Range;

    #[test]
    fn the_axis_holds_zero_and_every_value() {
        assert_eq!(Range::of([120.0, 480.0].into_iter()), Range { low: 0.0, high: 500.0 });
        assert_eq!(Range::of([-30.0, -90.0].into_iter()), Range { low: -100.0, high: 0.0 });
        let both = Range::of([-30.0, 900.0].into_iter());
        assert!(both.low <= -30.0 && both.high >= 900.0 && both.share(0.0) > 0.0);
        assert_eq!(Range::of([].into_iter()), Range { low: 0.0, high: 1.0 });
    }

    #[test]
    fn values_that_are_no_numbers_are_drawn_as_nothing() {
        let range = Range::of([10.0, f64::NAN, f64::INFINITY].into_iter());
        assert_eq!(range, Range { low: 0.0, high: 10.0 });
        assert_eq!(range.share(f64::NAN), range.share(0.0));
    }
}
