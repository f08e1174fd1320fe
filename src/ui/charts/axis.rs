//! Axes: quiet lines, round numbers, a name.

use leptos::prelude::*;

use super::scale::Area;

/// A number on an axis: how far along it is, and how it is written.
pub(super) type Mark = (f64, String);

/// So far a number may stand beyond the end of its axis, in pixels.
const AIR: f64 = 8.0;

/// About how wide a number is written, in pixels: Chinese characters are as wide as high.
fn width(text: &str) -> f64 {
    text.chars().map(|c| if c.is_ascii() { 6.5 } else { 12.0 }).sum()
}

/// Lines across the area with their numbers at the left.
pub(super) fn rows_view(area: Area, marks: Vec<Mark>) -> impl IntoView {
    marks
        .into_iter()
        .map(|(share, text)| {
            let y = area.y(share);
            view! {
                <line class="chart-grid" x1=area.left x2=area.right y1=y y2=y />
                <text class="chart-number chart-number-end" x=area.left - 8.0 y=y dy="0.35em">{text}</text>
            }
        })
        .collect_view()
}

/// Numbers at the right, for a second scale.
pub(super) fn right_view(area: Area, marks: Vec<Mark>) -> impl IntoView {
    marks
        .into_iter()
        .map(|(share, text)| {
            view! {
                <text class="chart-number" x=area.right + 8.0 y=area.y(share) dy="0.35em">{text}</text>
            }
        })
        .collect_view()
}

/// The line below the area with numbers under it.
pub(super) fn columns_view(area: Area, marks: Vec<Mark>) -> impl IntoView {
    view! {
        <line class="chart-axis" x1=area.left x2=area.right y1=area.bottom y2=area.bottom />
        {marks.into_iter().map(|(share, text)| {
            let reach = area.x(share) + width(&text) / 2.0;
            let (class, place) = match share {
                share if share <= 0.0 => ("chart-number", area.left),
                share if share >= 1.0 || reach > area.right + AIR => ("chart-number chart-number-end", area.right),
                _ => ("chart-number chart-number-middle", area.x(share)),
            };
            view! {
                <line class="chart-axis" x1=area.x(share) x2=area.x(share) y1=area.bottom y2=area.bottom + 4.0 />
                <text class=class x=place y=area.bottom + 18.0>{text}</text>
            }
        }).collect_view()}
    }
}
