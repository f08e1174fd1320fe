//! The drawing: bands of the grades, values as columns, the running share as a line.

use leptos::prelude::*;

use super::curve::{ParetoBand, ParetoPoint};
use super::cuts::Cuts;
use crate::ui::charts::axis::{columns_view, right_view, rows_view};
use crate::ui::charts::scale::{Area, line};
use crate::ui::charts::ticks::{axis_end, ticks};
use crate::ui::components::Grade;

pub(super) const HEIGHT: f64 = 300.0;

/// Below this width the axis of values is left out.
const NARROW: f64 = 480.0;

/// How the axes write their numbers.
#[derive(Clone, Copy)]
pub(super) struct Formats {
    pub value: Callback<f64, String>,
    pub share: Callback<f64, String>,
    pub rank: Callback<f64, String>,
}

pub(super) fn area(width: f64) -> Area {
    let left = if width < NARROW { 12.0 } else { 64.0 };
    Area::inside(width, HEIGHT, [24.0, 48.0, 28.0, left])
}

const fn band_class(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "pareto-band pareto-band-a",
        Grade::B => "pareto-band pareto-band-b",
        Grade::C => "pareto-band pareto-band-c",
    }
}

const fn value_class(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "pareto-values pareto-values-a",
        Grade::B => "pareto-values pareto-values-b",
        Grade::C => "pareto-values pareto-values-c",
    }
}

/// The values of one band as one shape: a column for each point, with air between them where they are wide enough.
fn columns_path(area: Area, points: &[ParetoPoint], total: f64, high: f64, from: u32, to: u32) -> String {
    let mut path = String::new();
    let mut before = 0_u32;
    for point in points {
        let (start, end) = (before.max(from), point.rank.min(to));
        before = point.rank;
        if start >= end || point.value <= 0.0 {
            continue;
        }
        let (left, right) = (area.x(f64::from(start) / total), area.x(f64::from(end) / total));
        let air = if right - left > 6.0 { 1.0 } else { 0.0 };
        let (top, bottom) = (area.y(point.value / high), area.bottom);
        path.push_str(&format!("M{:.1} {bottom:.1}V{top:.1}H{:.1}V{bottom:.1}Z", left + air, right - air));
    }
    path
}

/// Draws everything that does not move by itself.
pub(super) fn drawing_view(
    width: f64,
    points: &[ParetoPoint],
    bands: &[ParetoBand],
    cuts: Cuts,
    formats: Formats,
) -> impl IntoView + use<> {
    let area = area(width);
    let total = points.last().map_or(1.0, |point| f64::from(point.rank)).max(1.0);
    let high = axis_end(points.first().map_or(0.0, |point| point.value), 4);
    // Without a point there is nothing to be measured.
    let most = |wanted: usize| if points.is_empty() { 0 } else { wanted };
    let values = ticks(0.0, high, most(4))
        .into_iter()
        .map(|tick| (tick / high, tick))
        .map(|(share, tick)| (share, if width < NARROW { String::new() } else { formats.value.run(tick) }));
    // The handles of the cuts stand in the place of numbers that are too near to them.
    let near = |share: f64| [cuts.a, cuts.b].iter().any(|cut| (area.y(*cut) - area.y(share)).abs() < 20.0);
    let shares = [0.0, 0.25, 0.5, 0.75, 1.0].into_iter().filter(|share| !near(*share));
    let shares = shares.map(|share| (share, formats.share.run(share))).collect();
    let wanted = (area.width() / 90.0) as usize;
    let ranks = ticks(0.0, total, most(wanted.clamp(2, 10))).into_iter().filter(|tick| tick.fract() == 0.0);
    let ranks = ranks.map(|tick| (tick / total, formats.rank.run(tick))).collect();
    let mut from = 0;
    let bands: Vec<_> = bands
        .iter()
        .filter_map(|band| {
            let (start, end) = (from, band.end.max(from));
            from = end;
            (end > start).then(|| {
                let (left, right) = (area.x(f64::from(start) / total), area.x(f64::from(end) / total));
                let path = columns_path(area, points, total, high, start, end);
                (band.grade, left, right, path)
            })
        })
        .collect();
    let bands = bands.into_iter().map(|(grade, left, right, path)| {
        let letter = (right - left > 16.0).then(|| {
            view! {
                <text class="pareto-letter" x=(left + right) / 2.0 y=area.top - 8.0>{grade.letter()}</text>
            }
        });
        view! {
            <rect class=band_class(grade) x=left y=area.top width=right - left height=area.height() />
            <path class=value_class(grade) d=path />
            {letter}
            <line class="chart-grid" x1=right x2=right y1=area.top y2=area.bottom />
        }
    });
    let start = [(area.x(0.0), area.y(0.0))];
    let curve = points.iter().map(|point| (area.x(f64::from(point.rank) / total), area.y(point.share)));
    let curve = line(start.into_iter().chain(curve));
    let lines = [cuts.a, cuts.b].map(|share| {
        view! {
            <line class="pareto-cut-line" x1=area.left x2=area.right y1=area.y(share) y2=area.y(share) />
        }
    });
    view! {
        {rows_view(area, values.collect())}
        {bands.collect_view()}
        {right_view(area, shares)}
        {lines.collect_view()}
        <path class="chart-halo" d=curve.clone() />
        <path class="chart-line chart-line-ink" d=curve />
        {columns_view(area, ranks)}
    }
}

/// The place that is being read: a line down from the curve.
pub(super) fn cursor_view(width: f64, points: &[ParetoPoint], index: usize) -> Option<impl IntoView + use<>> {
    let area = area(width);
    let total = f64::from(points.last()?.rank).max(1.0);
    let point = points.get(index)?;
    let (x, y) = (area.x(f64::from(point.rank) / total), area.y(point.share));
    Some(view! {
        <line class="chart-cursor" x1=x x2=x y1=y y2=area.bottom />
        <circle class="chart-cursor-dot" cx=x cy=y r="4" />
    })
}
