//! The chart as a component.

use std::sync::Arc;

use leptos::html;
use leptos::prelude::*;

use super::curve::{ParetoBand, ParetoPoint, point_at};
use super::cuts::Cuts;
use super::drawing::{Formats, HEIGHT, area, cursor_view, drawing_view};
use super::handle::{Told, handle_view};
use crate::ui::charts::figure::{Legend, LegendItem, Numbers, Swatch, figure_view};
use crate::ui::charts::reader::{Plot, Reading, Said, plot_view};
use crate::ui::charts::text::{AxesText, ChartText};
use crate::ui::components::Grade;

/// The words of the chart beyond those of every chart.
#[derive(Clone, Copy, Debug)]
pub struct ParetoText {
    /// What is added up, and those counted.
    pub axes: AxesText,
    /// The axis at the right: the running share.
    pub shares: Signal<String>,
    /// What the handle of A is called.
    pub cut_a: Signal<String>,
    /// What the handle of B is called.
    pub cut_b: Signal<String>,
}

/// Values by rank and their running share, with the cuts between A, B and C, which can be moved if `on_cut` is given. The legend links to the grades.
#[component]
pub fn ParetoChart(
    /// Title, sentence, table.
    text: ChartText,
    /// The other words.
    words: ParetoText,
    /// The curve, at most some hundred points; see [`ParetoPoint::curve`].
    #[prop(into)]
    points: Signal<Arc<[ParetoPoint]>>,
    /// The grades, best first.
    #[prop(into)]
    bands: Signal<Vec<ParetoBand>>,
    /// Where they part.
    #[prop(into)]
    cuts: Signal<Cuts>,
    /// Told at every step of a cut that is moved.
    #[prop(optional, into)]
    on_cut: Option<Callback<Cuts>>,
    /// Told once a cut that was moved is let go: by the pointer, by the key, or with the focus.
    #[prop(optional, into)]
    on_cut_done: Option<Callback<Cuts>>,
    /// Writes a value of the left axis, in few characters.
    #[prop(into)]
    format_value: Callback<f64, String>,
    /// Writes a share.
    #[prop(into)]
    format_share: Callback<f64, String>,
    /// Writes a rank.
    #[prop(into)]
    format_rank: Callback<f64, String>,
    /// Says what the curve shows at a point, and where those up to it are listed.
    #[prop(into)]
    readout: Callback<ParetoPoint, (String, Option<String>)>,
) -> impl IntoView {
    let formats = Formats { value: format_value, share: format_share, rank: format_rank };
    let node = NodeRef::<html::Div>::new();
    let count = Memo::new(move |_| points.with(|points| points.len()));
    let reading = Reading::of(count.into());
    let said = Signal::derive(move || {
        let point = points.with(|points| points.get(reading.at()).copied());
        let (detail, href) = point.map(|point| readout.run(point)).unwrap_or_default();
        Said { detail, href }
    });
    let nearest = move |x: f64, width: f64| {
        points.with(|points| {
            let total = points.last().map_or(0.0, |point| f64::from(point.rank));
            point_at(points, area(width).share_at_x(x) * total)
        })
    };
    let draw = move |width: Signal<f64>| {
        let handles = on_cut.map(|live| {
            let told = Told { live, done: on_cut_done };
            [(Grade::A, words.cut_a), (Grade::B, words.cut_b)]
                .map(|(grade, label)| handle_view(grade, node, width, cuts, told, label, format_share))
                .collect_view()
        });
        let drawing = move || {
            points.with(|points| bands.with(|bands| drawing_view(width.get(), points, bands, cuts.get(), formats)))
        };
        let cursor = move || reading.read().map(|place| points.with(|points| cursor_view(width.get(), points, place)));
        let plot = Plot {
            axes: words.axes,
            shares: Some(words.shares),
            words: text.words,
            reading,
            said,
            leap: None,
            height: HEIGHT,
            node,
            over: handles.into_any(),
        };
        plot_view(plot, width, nearest, view! { {drawing} {cursor} }.into_any())
    };
    let items = move || {
        let swatch = |grade| match grade {
            Grade::A => Swatch::GradeA,
            Grade::B => Swatch::GradeB,
            Grade::C => Swatch::GradeC,
        };
        let items = bands.get().into_iter();
        items
            .map(|band| LegendItem { swatch: swatch(band.grade), label: band.label, href: Some(band.href) })
            .collect::<Vec<_>>()
    };
    figure_view(text, Numbers::Below, draw, view! { <Legend items /> }.into_any())
}
