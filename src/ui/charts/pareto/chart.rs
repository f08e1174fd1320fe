//! The chart as a component.

use std::sync::Arc;

use leptos::ev;
use leptos::html;
use leptos::prelude::*;

use super::curve::{ParetoBand, ParetoPoint, point_at};
use super::cuts::Cuts;
use super::drawing::{Formats, HEIGHT, area, cursor_view, drawing_view};
use super::handle::handle_view;
use crate::ui::charts::figure::{ChartText, Legend, LegendItem, Swatch, figure_view};
use crate::ui::components::Grade;
use crate::ui::components::dom::place_in;

/// The words of the chart beyond those of every chart.
#[derive(Clone, Copy, Debug)]
pub struct ParetoText {
    /// The axis at the left: what is added up, with its unit.
    pub values: Signal<String>,
    /// The axis at the right: the running share.
    pub shares: Signal<String>,
    /// The axis below: those counted.
    pub ranks: Signal<String>,
    /// What the handle of A is called.
    pub cut_a: Signal<String>,
    /// What the handle of B is called.
    pub cut_b: Signal<String>,
    /// What the slider is called that reads the curve.
    pub cursor: Signal<String>,
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
    /// Says what the curve shows at a point.
    #[prop(into)]
    readout: Callback<ParetoPoint, String>,
) -> impl IntoView {
    let formats = Formats { value: format_value, share: format_share, rank: format_rank };
    let plot = NodeRef::<html::Div>::new();
    let cursor = RwSignal::new(0_usize);
    let reading = RwSignal::new(false);
    let point = Memo::new(move |_| points.with(|points| points.get(cursor.get()).copied()));
    let said = Signal::derive(move || point.get().map(|point| readout.run(point)).unwrap_or_default());
    let last = Memo::new(move |_| points.with(|points| points.len().saturating_sub(1)));

    let on_move = move |event: ev::PointerEvent, width: f64| {
        let Some((x, _)) = plot.get_untracked().map(|plot| place_in(&plot, &event)) else { return };
        points.with_untracked(|points| {
            let total = points.last().map_or(0.0, |point| f64::from(point.rank));
            if let Some(index) = point_at(points, area(width).share_at_x(x) * total) {
                cursor.set(index);
                reading.set(true);
            }
        });
    };
    let on_key = move |event: ev::KeyboardEvent| {
        let (now, last) = (cursor.get_untracked(), last.get_untracked());
        let leap = (last / 10).max(1);
        let to = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => (now + 1).min(last),
            "ArrowLeft" | "ArrowDown" => now.saturating_sub(1),
            "PageUp" => (now + leap).min(last),
            "PageDown" => now.saturating_sub(leap),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        cursor.set(to);
    };
    let draw = move |width: Signal<f64>| {
        let handles = on_cut.map(|on_cut| {
            [(Grade::A, words.cut_a), (Grade::B, words.cut_b)]
                .map(|(grade, label)| handle_view(grade, plot, width, cuts, on_cut, on_cut_done, label, format_share))
                .collect_view()
        });
        view! {
            <div class="chart-axes" aria-hidden="true">
                <span class="pareto-axis-left">{words.values}</span>
                <span>{words.shares}</span>
            </div>
            <div
                class="pareto-plot"
                node_ref=plot
                on:pointermove=move |event| on_move(event, width.get_untracked())
                on:pointerleave=move |_| reading.set(false)
            >
                <svg class="chart-drawing" viewBox=move || format!("0 0 {} {HEIGHT}", width.get()) aria-hidden="true">
                    {move || points.with(|points| bands.with(|bands| drawing_view(width.get(), points, bands, cuts.get(), formats)))}
                    {move || {
                        reading.get().then(|| points.with(|points| cursor_view(width.get(), points, cursor.get())))
                    }}
                </svg>
                <div
                    class="pareto-cursor"
                    role="slider"
                    tabindex="0"
                    aria-label=words.cursor
                    aria-valuemin="1"
                    aria-valuemax=move || points.with(|points| points.last().map_or(1, |point| point.rank)).to_string()
                    aria-valuenow=move || point.get().map_or(1, |point| point.rank).to_string()
                    aria-valuetext=said
                    on:focus=move |_| reading.set(true)
                    on:blur=move |_| reading.set(false)
                    on:keydown=on_key
                ></div>
                {handles}
            </div>
            <div class="chart-foot" aria-hidden="true">
                <span class="chart-readout">{move || if reading.get() { said.get() } else { String::new() }}</span>
                <span>{words.ranks}</span>
            </div>
        }
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
    figure_view(text, draw, view! { <Legend items /> })
}
