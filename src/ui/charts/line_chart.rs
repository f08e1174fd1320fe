//! One measure against another: a line, steps, or points with their ranges, against a dashed line to compare with.

use leptos::html;
use leptos::prelude::*;

use super::axis::{columns_view, rows_view};
use super::figure::{Legend, LegendItem, Numbers, figure_view};
use super::range::Range;
use super::reader::{Plot, Reading, Said, plot_view};
use super::scale::{Area, line};
use super::text::{AxesText, ChartText};
use super::ticks::{axis_end, ticks};

const HEIGHT: f64 = 260.0;

/// One point.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LinePoint {
    /// How far to the right; not below zero.
    pub x: f64,
    /// How high.
    pub y: f64,
    /// From where to where it may be, if that is known.
    pub range: Option<(f64, f64)>,
    /// All of it in words: read out and shown when pointed at.
    pub detail: String,
    /// Where those behind it are listed.
    pub href: Option<String>,
}

/// How points are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Joined by a line; ranges are a band around it.
    Line,
    /// Each holds until the next; ranges are a band.
    Steps,
    /// Apart, each with its range as a stroke.
    Points,
}

fn area(width: f64, longest: usize) -> Area {
    Area::inside(width, HEIGHT, [12.0, 16.0, 28.0, 16.0 + 7.5 * longest.clamp(3, 14) as f64])
}

/// Where a value lies in the drawing.
#[derive(Clone, Copy)]
struct Scale {
    area: Area,
    right: f64,
    range: Range,
}

impl Scale {
    fn at(self, x: f64, y: f64) -> (f64, f64) {
        (self.area.x(x / self.right), self.area.y(self.range.share(y)))
    }

    /// The places of a line, with its corners if it goes in steps.
    fn path(self, kind: LineKind, points: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
        let mut places: Vec<(f64, f64)> = Vec::new();
        for (x, y) in points.map(|(x, y)| self.at(x, y)) {
            if let (LineKind::Steps, Some((_, before))) = (kind, places.last().copied()) {
                places.push((x, before));
            }
            places.push((x, y));
        }
        places
    }
}

/// Points over a scale, with a reading for those who point at them and those who use keys.
#[component]
pub fn LineChart(
    /// Title, sentence, table.
    text: ChartText,
    /// What the axes are called.
    words: AxesText,
    /// The points, from left to right.
    #[prop(into)]
    points: Signal<Vec<LinePoint>>,
    /// How they are drawn.
    kind: LineKind,
    /// What they are held against.
    #[prop(optional, into)]
    reference: Signal<Vec<(f64, f64)>>,
    /// Writes a number of the axis below.
    #[prop(into)]
    format_x: Callback<f64, String>,
    /// Writes a number of the left axis, in few characters.
    #[prop(into)]
    format_y: Callback<f64, String>,
    /// What the lines stand for.
    #[prop(optional, into)]
    legend: Signal<Vec<LegendItem>>,
) -> impl IntoView {
    let count = Memo::new(move |_| points.with(Vec::len));
    let reading = Reading::of(count.into());
    let range = Memo::new(move |_| {
        let ends = points.with(|points| {
            let ends = points.iter().flat_map(|point| [Some(point.y), point.range.map(|range| range.1)]);
            ends.flatten().fold((0.0_f64, 0.0_f64), |(low, high), y| (low.min(y), high.max(y)))
        });
        reference.with(|points| Range::of([ends.0, ends.1].into_iter().chain(points.iter().map(|point| point.1))))
    });
    let right = Memo::new(move |_| {
        let own = points.with(|points| points.iter().map(|point| point.x).fold(0.0, f64::max));
        let right = reference.with(|points| points.iter().map(|point| point.0).fold(own, f64::max));
        // Points apart want air behind the last of them; a curve ends where it ends.
        if kind == LineKind::Points {
            axis_end(right, 4)
        } else if right > 0.0 {
            right
        } else {
            1.0
        }
    });
    let marks = Memo::new(move |_| range.get().marks(false, format_y));
    let longest = Memo::new(move |_| marks.with(|marks| marks.iter().map(|(_, text)| text.chars().count()).max()));
    let scale = move |width: f64| Scale {
        area: area(width, longest.get().unwrap_or(0)),
        right: right.get(),
        range: range.get(),
    };
    let point = move |index: usize| points.with(|points| points.get(index).cloned());
    let said = Signal::derive(move || {
        let of = |point: LinePoint| Said { detail: point.detail, href: point.href };
        point(reading.at()).map(of).unwrap_or_default()
    });
    let nearest = move |x: f64, width: f64| {
        let scale = scale(width);
        let wanted = scale.area.share_at_x(x) * scale.right;
        let off = |point: &LinePoint| (point.x - wanted).abs();
        points.with(|points| {
            points.iter().enumerate().min_by(|a, b| off(a.1).total_cmp(&off(b.1))).map(|(index, _)| index)
        })
    };
    let drawing = move |width: f64| {
        let scale = scale(width);
        let area = scale.area;
        let wanted = ((area.width() / 90.0) as usize).clamp(2, 8);
        let labels =
            ticks(0.0, scale.right, wanted).into_iter().map(|x| (x / scale.right, format_x.run(x))).collect::<Vec<_>>();
        points.with(|points| {
            let curve = line(scale.path(kind, points.iter().map(|point| (point.x, point.y))));
            let ranges: Vec<(f64, (f64, f64))> =
                points.iter().filter_map(|point| Some((point.x, point.range?))).collect();
            let (mut band, mut strokes) = (None, None);
            if kind == LineKind::Points {
                let stroke = |(x, (low, high)): (f64, (f64, f64))| {
                    let ((x, low), (_, high)) = (scale.at(x, low), scale.at(x, high));
                    view! { <line class="chart-stroke" x1=x x2=x y1=low y2=high /> }
                };
                strokes = Some(ranges.into_iter().map(stroke).collect_view());
            } else if !ranges.is_empty() {
                let mut ends = scale.path(kind, ranges.iter().map(|(x, range)| (*x, range.1)));
                let lower = scale.path(kind, ranges.iter().map(|(x, range)| (*x, range.0)));
                ends.extend(lower.into_iter().rev());
                band = Some(view! { <path class="chart-area" d=format!("{}Z", line(ends)) /> });
            }
            let dashed = reference.with(|points| line(points.iter().map(|(x, y)| scale.at(*x, *y))));
            let shape = if kind == LineKind::Points {
                let dot = |point: &LinePoint| {
                    let (x, y) = scale.at(point.x, point.y);
                    view! { <circle class="chart-dot" cx=x cy=y r="4" /> }
                };
                points.iter().map(dot).collect_view().into_any()
            } else {
                view! { <path class="chart-line" d=curve /> }.into_any()
            };
            view! {
                {rows_view(area, marks.get())}
                {band}
                <path class="chart-reference" d=dashed />
                {strokes}
                {shape}
                {columns_view(area, labels)}
            }
        })
    };
    let mark = move |width: f64| {
        let (scale, point) = (scale(width), point(reading.read()?)?);
        let (x, y) = scale.at(point.x, point.y);
        Some(view! {
            <line class="chart-cursor" x1=x x2=x y1=y y2=scale.area.bottom />
            <circle class="chart-cursor-dot" cx=x cy=y r="4" />
        })
    };
    let draw = move |width: Signal<f64>| {
        let plot = Plot {
            axes: words,
            shares: None,
            words: text.words,
            reading,
            said,
            leap: None,
            height: HEIGHT,
            node: NodeRef::<html::Div>::new(),
            over: ().into_any(),
        };
        let drawn = view! { {move || drawing(width.get())} {move || mark(width.get())} };
        plot_view(plot, width, nearest, drawn.into_any())
    };
    let below = move || legend.with(|items| !items.is_empty()).then(|| view! { <Legend items=legend /> });
    figure_view(text, Numbers::Below, draw, below.into_any())
}

#[cfg(test)]
mod tests {
    use super::{LineKind, Range, Scale, area};

    #[test]
    fn steps_hold_until_the_next_point() {
        let scale = Scale { area: area(640.0, 3), right: 10.0, range: Range { low: 0.0, high: 1.0 } };
        let points = [(0.0, 0.0), (5.0, 0.5), (10.0, 1.0)];
        let steps = scale.path(LineKind::Steps, points.into_iter());
        assert_eq!(steps.len(), 5);
        assert_eq!(steps[1], (scale.at(5.0, 0.0).0, scale.at(0.0, 0.0).1), "flat up to the next");
        assert_eq!(scale.path(LineKind::Line, points.into_iter()).len(), 3);
    }
}
